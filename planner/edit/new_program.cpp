#include "planner/edit/new_program.hpp"

namespace tandem {

Program new_program(std::string name, Date today) {
  Workspace workspace;
  workspace.id = {1};
  workspace.name = std::move(name);
  workspace.zone = "Etc/UTC";
  workspace.horizon_from = today;
  workspace.horizon_to = today + days{365};
  Program program;
  program.workspaces.put(workspace);
  return program;
}

}  // namespace tandem
