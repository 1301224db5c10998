// Writing what the user asked for: a set of files below a folder, each old or new and never
// partial, readable by their owner alone. A file that holds these bytes already is left alone, time
// stamp and all. Used for calendars, plans and reports; knows no format.
#pragma once

#include <filesystem>
#include <span>
#include <string>

#include "planner/base/result.hpp"

namespace tandem::print {

struct File {
  std::string path;  // below the folder, '/' between its parts
  std::string bytes;
};

struct Written {
  std::size_t written{};
  std::size_t unchanged{};
};

// Makes the folders that are missing (0700). Files are 0600. All are on disk when it returns.
// Requires: paths are relative and have no "..".
// Errors: storage, with the path; files written before stay, none is partial, no remains are left.
Result<Written> write_files(const std::filesystem::path& folder, std::span<const File> files);

}  // namespace tandem::print
