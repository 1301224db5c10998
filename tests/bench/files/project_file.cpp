#include "tests/bench/files/project_file.hpp"

#include <algorithm>
#include <cctype>

#include "planner/base/text.hpp"
#include "tests/bench/files/dzn_file.hpp"
#include "tests/bench/files/number_lines.hpp"
#include "tests/bench/files/sch_file.hpp"
#include "tests/bench/files/sm_file.hpp"

namespace tandem::bench {
namespace {

namespace fs = std::filesystem;

std::string ending(const fs::path& file) { return lower(file.extension().string()); }

// Digits are filled up with zeros, so that numbers compare by value.
std::string counting_key(const fs::path& file) {
  std::string key;
  std::string digits;
  const auto flush = [&] {
    if (!digits.empty())
      key += std::string(digits.size() < 8 ? 8 - digits.size() : 0, '0') + digits;
    digits.clear();
  };
  for (const char c : lower(file.string())) {
    if (std::isdigit(static_cast<unsigned char>(c))) {
      digits += c;
    } else {
      flush();
      key += c;
    }
  }
  flush();
  return key;
}

bool known(const fs::path& file) {
  const auto end = ending(file);
  return end == ".sm" || end == ".sch" || end == ".dzn";
}

}  // namespace

Result<ProjectData> read_project(const fs::path& file) {
  const auto text = file_text(file);
  if (!text) return fail(text.error());
  const auto name = file.filename().string();
  if (ending(file) == ".sm") return read_sm(name, *text);
  if (ending(file) == ".sch") return read_sch(name, *text);
  if (ending(file) == ".dzn") return read_dzn(name, *text);
  return fail(ErrorCode::bad_input, "neither .sm nor .sch nor .dzn", name);
}

Result<std::vector<fs::path>> project_files(const std::vector<fs::path>& paths) {
  std::vector<fs::path> files;
  Errors errors;
  for (const auto& path : paths) {
    if (fs::is_directory(path)) {
      for (const auto& entry : fs::directory_iterator(path))
        if (known(entry.path())) files.push_back(entry.path());
    } else if (fs::exists(path)) {
      files.push_back(path);
    } else {
      errors.push_back({ErrorCode::not_found, "no such file or folder", path.string(), {}});
    }
  }
  if (!errors.empty()) return fail(std::move(errors));
  std::sort(files.begin(), files.end(),
            [](const fs::path& a, const fs::path& b) { return counting_key(a) < counting_key(b); });
  return files;
}

}  // namespace tandem::bench
