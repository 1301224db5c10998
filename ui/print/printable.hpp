// Text that somebody typed, made safe to set in a line of ours: control characters are gone, line
// breaks stay, and nothing that turns the direction of the text around it. Marks that only say
// which way a neutral sign leans (LRM, RLM) stay, as Hebrew and Arabic names need them. Used by
// every printer; escaping for a format is the printer's own.
#pragma once

#include <string>
#include <string_view>

namespace tandem::print {

// Bytes that are no UTF-8 become U+FFFD.
std::string printable(std::string_view text);
// The same on one line: line breaks become blanks.
std::string printable_line(std::string_view text);

}  // namespace tandem::print
