// The schema by number: what a new file is built from and what an older one is brought up with.
// Each number is one transaction that also sets user_version, so a file stands at one number, never
// between two. The files of db/schema are compiled in.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "db/sqlite/connection.hpp"

namespace tandem::db {

struct SchemaFile {
  int number{};
  std::string_view sql;
};

// In order of their numbers.
std::vector<SchemaFile> schema_files();
// The number this program reads and writes.
int schema_number();

int schema_number_of(Connection& connection);
// Runs the files above the connection's own number. Throws SQLite::Exception; what is committed by
// then is a whole older number.
void migrate(Connection& connection, std::span<const SchemaFile> files);

}  // namespace tandem::db
