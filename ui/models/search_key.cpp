#include "ui/models/search_key.hpp"

#include <glib.h>

#include <algorithm>
#include <memory>

#include "planner/base/text.hpp"

namespace tandem::models {
namespace {

using Chars = std::unique_ptr<char, decltype(&g_free)>;

// Letters that Unicode does not take apart.
std::string_view plain(gunichar c) {
  switch (c) {
    case 0x00F8:
      return "o";  // ø
    case 0x0142:
      return "l";  // ł
    case 0x0111:
    case 0x00F0:
      return "d";  // đ ð
    case 0x0131:
      return "i";  // ı
    case 0x00E6:
      return "ae";  // æ
    case 0x0153:
      return "oe";  // œ
    case 0x00FE:
      return "th";  // þ
    case 0x2019:
      return "'";  // a typographer's apostrophe
    default:
      return {};
  }
}

}  // namespace

std::string search_key(std::string_view text) {
  if (!g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    return std::string{text};
  const Chars folded{g_utf8_casefold(text.data(), static_cast<gssize>(text.size())), g_free};
  const Chars apart{g_utf8_normalize(folded.get(), -1, G_NORMALIZE_ALL), g_free};
  std::string out;
  out.reserve(text.size());
  for (const char* at = apart.get(); *at; at = g_utf8_next_char(at)) {
    const gunichar c = g_utf8_get_char(at);
    if (g_unichar_ismark(c)) continue;
    const std::string_view known = plain(c);
    if (known.empty())
      out.append(at, static_cast<const char*>(g_utf8_next_char(at)));
    else
      out += known;
  }
  return out;
}

std::vector<std::string> search_words(std::string_view typed) {
  auto words = split(search_key(typed), ' ');
  std::erase(words, "");
  return words;
}

bool has_all(std::string_view key, std::span<const std::string> words) {
  return std::ranges::all_of(words, [&](const std::string& word) { return contains(key, word); });
}

std::optional<std::pair<std::size_t, std::size_t>> find_key(std::string_view text,
                                                            std::string_view key) {
  if (key.empty() || !g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
    return std::nullopt;
  // Letter by letter, so that each byte of the key knows the letter it came from.
  std::string whole;
  std::vector<std::size_t> from;
  for (std::size_t at = 0; at < text.size();) {
    const auto next = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - text.data());
    const std::string letter = search_key(text.substr(at, next - at));
    whole += letter;
    from.insert(from.end(), letter.size(), at);
    at = next;
  }
  const std::size_t found = whole.find(key);
  if (found == std::string::npos) return std::nullopt;
  const std::size_t last = from[found + key.size() - 1];
  return std::pair{from[found],
                   static_cast<std::size_t>(g_utf8_next_char(text.data() + last) - text.data())};
}

}  // namespace tandem::models
