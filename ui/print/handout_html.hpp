// Handouts as one HTML page each: headings, definition lists and tables as browsers and screen
// readers know them. Nothing comes from outside, nothing runs, and what anybody typed is text.
#pragma once

#include <string>

#include "planner/report/handout.hpp"

namespace tandem::print {

std::string handout_html(const report::Handout& handout);

}  // namespace tandem::print
