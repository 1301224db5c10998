#include "ui/app/recent_files.hpp"

#include <algorithm>
#include <fstream>
#include <string>

namespace tandem::app {

namespace fs = std::filesystem;

std::vector<fs::path> recent_files(const fs::path& list) {
  std::vector<fs::path> out;
  std::ifstream in{list};
  std::error_code ignored;
  for (std::string line; out.size() < kRecentFiles && std::getline(in, line);) {
    const fs::path file{line};
    if (file.is_absolute() && fs::is_regular_file(file, ignored) &&
        std::ranges::find(out, file) == out.end())
      out.push_back(file);
  }
  return out;
}

Result<void> remember_file(const fs::path& file, const fs::path& list) {
  if (list.empty()) return {};
  std::error_code error;
  const fs::path whole = fs::absolute(file, error).lexically_normal();
  auto files = recent_files(list);
  std::erase(files, whole);
  files.insert(files.begin(), whole);
  if (files.size() > kRecentFiles) files.resize(kRecentFiles);
  fs::create_directories(list.parent_path(), error);
  const fs::path beside = list.string() + ".new";
  std::ofstream out{beside, std::ios::trunc};
  for (const fs::path& f : files) out << f.string() << '\n';
  out.close();
  if (out) fs::rename(beside, list, error);
  if (!out || error)
    return fail(ErrorCode::storage, "the list of files opened last could not be written",
                list.string());
  return {};
}

}  // namespace tandem::app
