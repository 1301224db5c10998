// Small services on text: lists in one cell, numbers, UTF-8 checks, and the "did you mean" that
// every refusal of an unknown word offers.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tandem {

std::vector<std::string> split(std::string_view text, char separator);  // "" gives no parts
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string_view trim(std::string_view text);  // blanks and tabs
std::string lower(std::string_view text);      // ASCII only
bool contains(std::string_view text, std::string_view part);

// A whole number in plain digits with an optional sign; nothing else around it.
std::optional<std::int64_t> parse_integer(std::string_view text);

// Offset of the first byte that is not well-formed UTF-8 or is NUL; nullopt when all is well.
std::optional<std::size_t> bad_utf8(std::string_view text);

// The candidate nearest to `word` (Damerau-Levenshtein, at most a third of its length away), or "".
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

// "1 session", "3 sessions"
std::string count(std::int64_t n, std::string_view singular, std::string_view plural = {});
// "EUR 640.50"; money without a currency is in euros. Requires: no debt.
std::string money_words(std::int64_t cents, std::string_view currency);
// "a", "a and b", "a, b and c"
std::string sentence_list(std::span<const std::string> parts);

}  // namespace tandem
