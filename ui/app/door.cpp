#include "ui/app/door.hpp"

#include <cstdlib>

#include "planner/base/text.hpp"

namespace tandem::app {

namespace fs = std::filesystem;

std::string_view title(FileQuestion question) {
  switch (question) {
    case FileQuestion::open_workspace:
      return "Open a workspace";
    case FileQuestion::new_workspace:
      return "Where the new workspace is kept";
    case FileQuestion::folder:
      return "Choose a folder of CSV tables";
  }
  return {};
}

fs::path free_file(const fs::path& folder, std::string_view name) {
  std::string stem;
  for (const char c : lower(name)) {
    const bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80);
    if (good)
      stem += c;
    else if (!stem.empty() && stem.back() != '-')
      stem += '-';
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  if (stem.empty()) stem = "workspace";
  std::error_code ignored;
  fs::path file = folder / (stem + ".tandem");
  for (int k = 2; fs::exists(file, ignored); ++k)
    file = folder / (stem + "-" + std::to_string(k) + ".tandem");
  return file;
}

fs::path documents_folder() {
  std::error_code ignored;
  if (const char* home = std::getenv("HOME"); home && *home) {
    if (const fs::path documents = fs::path{home} / "Documents";
        fs::is_directory(documents, ignored))
      return documents;
    if (fs::is_directory(home, ignored)) return home;
  }
  return fs::current_path(ignored);
}

}  // namespace tandem::app
