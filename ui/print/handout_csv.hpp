// The tables of a handout for a spreadsheet: RFC 4180, one header line for each run of equal
// columns, the section's heading as the first column where there are several. A cell that a
// spreadsheet would take for a formula is made text.
#pragma once

#include <string>

#include "planner/report/handout.hpp"

namespace tandem::print {

std::string handout_csv(const report::Handout& handout);

}  // namespace tandem::print
