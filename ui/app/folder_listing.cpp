#include "ui/app/folder_listing.hpp"

#include <unistd.h>

#include <algorithm>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem::app {

namespace fs = std::filesystem;

Result<std::vector<FolderEntry>> list_folder(const fs::path& folder) {
  std::error_code error;
  fs::directory_iterator at{folder, error};
  if (error == std::errc::permission_denied)
    return fail(ErrorCode::refused, "this folder may not be read", folder.string(),
                "choose another, or ask its owner");
  if (error)
    return fail(ErrorCode::not_found, "there is no such folder", folder.string(),
                "choose one from the list");
  std::vector<FolderEntry> out;
  for (; at != fs::directory_iterator{}; at.increment(error)) {
    if (error) break;
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    const bool is_folder = at->is_directory(ignored);
    if (is_folder || at->path().extension() == ".tandem") out.push_back({name, is_folder});
  }
  std::ranges::sort(out, {}, [](const FolderEntry& e) {
    return std::tuple{!e.folder, lower(e.name), e.name};
  });
  return out;
}

bool is_table_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "workspace.csv", ignored) &&
         fs::is_regular_file(folder / "sites.csv", ignored);
}

bool is_writable(const fs::path& folder) { return ::access(folder.c_str(), W_OK | X_OK) == 0; }

}  // namespace tandem::app
