// The workspace folder: the public CSV format of a whole Program, read and written over the field
// lists. What a cell means is the Field's affair (cell.hpp), what a row may hold validate's
// (planner/edit/issue.hpp); here stand the rules of files, columns and rows. Ids are given in the
// order of the files' lines, so "as entered" survives a load. Knows no store and no screen.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "planner/base/result.hpp"
#include "planner/domain/program.hpp"

namespace tandem::db {

using Folder = std::map<std::string, std::string>;  // file name -> text

// The Program of a folder. workspace.csv and sites.csv must be there; any other missing file is an
// empty table. Names that begin with x_ are the user's own and kept; another .csv file of a name we
// do not know is a problem; files that are no .csv are none of ours and left alone.
// Errors: bad_input, all problems of all files, ordered by file and line, each with
// where = "people.csv:12:4" (file, line, number of the cell in its row).
Result<Program> read_folder(const Folder& folder);
// Errors: also not_found and storage, when the files themselves cannot be read.
Result<Program> read_folder(const std::filesystem::path& path);

struct FolderOptions {
  bool with_private{true};  // rows that only the owner's full copy may hold
};

// Every table as a file, header alone where it is empty, and the user's own files. Rows are ordered
// by key, then as entered: equal tables give equal bytes.
Folder to_folder(const Program& program, const FolderOptions& options = {});

// A new folder appears whole or not at all. In one that exists, the files of the Program replace
// those of the same name, once all of them are safely on the disk; nothing else there is touched.
// Files are readable by their owner alone. Errors: refused (something is in the way), storage.
Result<void> write_folder(const Program& program, const std::filesystem::path& path,
                          const FolderOptions& options = {});

}  // namespace tandem::db
