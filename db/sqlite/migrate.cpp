#include "db/sqlite/migrate.hpp"

#include <fmt/format.h>

namespace tandem::db {

int schema_number() {
  static const int kNumber = schema_files().back().number;
  return kNumber;
}

int schema_number_of(Connection& connection) {
  return static_cast<int>(connection.number("PRAGMA user_version"));
}

void migrate(Connection& connection, std::span<const SchemaFile> files) {
  auto next = files.begin();
  while (next != files.end()) {
    const int number = next->number;
    WriteTransaction transaction(connection);
    // Asked inside the transaction: another window may have brought the file up meanwhile.
    const bool needed = schema_number_of(connection) < number;
    for (; next != files.end() && next->number == number; ++next)
      if (needed) connection.db().exec(std::string{next->sql});
    if (needed) connection.db().exec(fmt::format("PRAGMA user_version = {}", number));
    transaction.commit();
  }
}

}  // namespace tandem::db
