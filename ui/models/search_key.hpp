// How a name is compared with what somebody types: without capitals, accents and joined letters, so
// that "sorlie" finds Sørlie and "YILDIZ" finds Yıldız. Used by every search of the window. Built
// on GLib's Unicode tables; knows no page.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tandem::models {

// Cost: about a microsecond a name. Malformed UTF-8 is compared as it is.
std::string search_key(std::string_view text);

// The words somebody typed, each as a key. Nothing typed: none.
std::vector<std::string> search_words(std::string_view typed);
// Whether every word is somewhere in what search_key made; of no words it is.
bool has_all(std::string_view key, std::span<const std::string> words);

// Where a key stands in a text: the bytes [begin, end) of the text itself, to be shown in colour.
std::optional<std::pair<std::size_t, std::size_t>> find_key(std::string_view text,
                                                            std::string_view key);

}  // namespace tandem::models
