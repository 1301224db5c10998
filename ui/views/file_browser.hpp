// A file dialog drawn by ourselves, for computers without one of their own: a path to type into,
// the folders and workspaces in it, and a name where a new file is asked for. Answers with a path;
// opens and writes nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ui/app/door.hpp"
#include "ui/app/folder_listing.hpp"

namespace tandem::views {

struct FileBrowserState {
  bool wanted{};  // open it in this frame
  app::FileQuestion question{};
  std::filesystem::path folder;
  std::string typed;    // the folder, as it is being typed
  std::string name;     // of the new file
  std::string chosen;   // of the list
  std::string problem;  // why the last answer was not taken
  Result<std::vector<app::FolderEntry>> listing;
};

void ask_browser(FileBrowserState& state, app::FileQuestion question,
                 const std::filesystem::path& start);
// Returns: the answer, once; an empty path when it was cancelled.
std::optional<std::filesystem::path> draw_file_browser(FileBrowserState& state);

}  // namespace tandem::views
