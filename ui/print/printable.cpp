#include "ui/print/printable.hpp"

#include "planner/base/text.hpp"

namespace tandem::print {
namespace {

// Embeddings, overrides and isolates (Unicode bidirectional algorithm), and the two separators that
// break a line without looking like it.
bool turns_direction(unsigned code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}
bool breaks_line(unsigned code) { return code == 0x2028 || code == 0x2029 || code == 0x85; }

std::size_t length_of(unsigned char lead) {
  return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto bad = bad_utf8(text);
    const std::string_view good = text.substr(0, bad.value_or(text.size()));
    for (std::size_t at = 0; at < good.size();) {
      const std::size_t n = length_of(static_cast<unsigned char>(good[at]));
      unsigned code = static_cast<unsigned char>(good[at]);
      if (n > 1) {
        code &= 0xFFU >> (n + 1);
        for (std::size_t i = 1; i < n; ++i)
          code = code << 6 | (static_cast<unsigned char>(good[at + i]) & 0x3FU);
      }
      if (code == '\n' || breaks_line(code)) {
        out += '\n';
      } else if (code == '\t') {
        out += ' ';
      } else if (code >= 0x20 && !(code >= 0x7F && code < 0xA0) && !turns_direction(code) &&
                 code != 0xFEFF && code != 0xFFFE && code != 0xFFFF) {
        out += good.substr(at, n);
      }
      at += n;
    }
    if (!bad) break;
    out += "\xEF\xBF\xBD";
    text.remove_prefix(*bad + 1);
  }
  return out;
}

std::string printable_line(std::string_view text) {
  std::string out = printable(text);
  for (char& c : out)
    if (c == '\n') c = ' ';
  return out;
}

}  // namespace tandem::print
