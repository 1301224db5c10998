// What every printed HTML page has around its content: the head, which lets nothing in from outside
// and runs nothing, and the style sheet of the house, which is also the paper's. Used by the HTML
// printers; knows no document.
#pragma once

#include <string>
#include <string_view>

namespace tandem::print {

// Up to the content of <main>; `more_style` is of this document alone.
std::string page_begin(std::string_view title, std::string_view more_style = {});
std::string_view page_end();

}  // namespace tandem::print
