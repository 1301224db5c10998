// The format of ProGen/max, `.sch`: minimum and maximum time lags (Schwindt 1998; the sets are
// those of Kolisch, Schwindt and Sprecher 1999).
#pragma once

#include <string>
#include <string_view>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::bench {

// Errors: file and line of what is missing or wrong.
Result<schedule::rcpsp::ProjectData> read_sch(const std::string& name, std::string_view text);

}  // namespace tandem::bench
