// The data files of multi-skill project scheduling, `.dzn`: the part of MiniZinc's data format that
// the instance library of Young, Feydy and Schutt 2017 uses. `nActs, dur, nSkills, sreq,
// nResources, mastery, pred, succ` are read (activities count from 1), what else is assigned is
// passed over.
#pragma once

#include <string>
#include <string_view>

#include "planner/schedule/mspsp/project.hpp"

namespace tandem::bench {

// Errors: file and line of what is missing, given twice or of the wrong shape.
Result<schedule::mspsp::ProjectData> read_dzn(const std::string& name, std::string_view text);

}  // namespace tandem::bench
