// One gesture in the designing of a curriculum: its commands as one undo step with a label, or the
// sentence why not. The window and the tests build these; edit/apply.hpp carries them out.
#pragma once

#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"

namespace tandem {

struct CurriculumChange {
  std::vector<Command> commands;
  std::string label;  // "Add L2c to LEAD"
};

using Changed = Result<CurriculumChange>;

}  // namespace tandem
