// What a person does at one go: its commands as one undo step with a label, or the sentence why
// not. The pages build these of what was dragged, pressed or typed; edit/apply.hpp carries them
// out.
#pragma once

#include <string>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"

namespace tandem {

struct Gesture {
  std::vector<Command> commands;
  std::string label;  // "Add L2c to LEAD"
};

using Changed = Result<Gesture>;

}  // namespace tandem
