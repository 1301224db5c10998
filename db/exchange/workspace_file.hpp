// workspace.csv, the one file that holds a single row lying on its side: a key and a value a line.
// For folder_read.cpp.
#pragma once

#include "db/exchange/table_file.hpp"

namespace tandem::db {

struct Settings {
  std::vector<const CsvCell*> cells;  // by field, null where there is no line
  Extras extras;                      // lines of the user's own, x_...
  std::size_t column{};               // of the values, from 0
};

// Reports lines that are unknown, stand twice or are missing. Requires: file.readable().
Settings read_settings(const TableFile& file, ProblemList& problems);

}  // namespace tandem::db
