// Rows of the entity tables, read and written one at a time whatever their noun: the planner's
// Values to and from SQLite's cells. Prepares each statement once. Knows no transaction and no log;
// every write names the row_version it expects.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <functional>
#include <memory>
#include <optional>

#include "planner/domain/rows.hpp"

namespace tandem::db {

using RowVersion = std::int64_t;

struct StoredRow {
  AnyRow row;
  RowVersion version{};
};

class EntityRows {
 public:
  explicit EntityRows(SQLite::Database& db) : db_(&db) {}

  // All rows of a table in the order of their ids. Throws Damaged for a cell that no program wrote.
  void for_each(TableId table, const std::function<void(StoredRow)>& visit);
  std::optional<StoredRow> find(TableId table, RawId id);
  void insert(const AnyRow& row, RowVersion version);
  // Returns: false when the row is not there at that version; nothing is written then.
  bool update(const AnyRow& row, RowVersion expected);
  bool remove(TableId table, RawId id, RowVersion expected);

 private:
  using Statements = std::array<std::unique_ptr<SQLite::Statement>, kTableCount>;
  SQLite::Statement& prepared(Statements& statements, TableId table,
                              std::string (*sql)(const TableInfo&));

  SQLite::Database* db_;
  Statements select_row_, insert_, update_, remove_;
};

}  // namespace tandem::db
