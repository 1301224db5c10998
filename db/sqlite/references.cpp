#include "db/sqlite/references.hpp"

#include <fmt/format.h>

#include "db/sqlite/entity_sql.hpp"

namespace tandem::db {
namespace {

bool any(SQLite::Database& db, const std::string& sql, std::int64_t id) {
  SQLite::Statement query(db, sql);
  query.bind(1, id);
  return query.executeStep();
}

bool exists(SQLite::Database& db, TableId table, std::int64_t id) {
  return any(db, fmt::format("SELECT 1 FROM {} WHERE id = ?1", sql_name(info(table).name)), id);
}

bool refers_to_nothing(SQLite::Database& db, const AnyRow& row) {
  const TableInfo& table = info(table_of(row));
  for (const Field& f : table.fields) {
    if (f.kind != Kind::references && f.kind != Kind::scoped) continue;
    const TableId target = target_of(f, table, data(row));
    if (target == TableId::none) continue;
    const Value value = f.get(data(row));
    if (const auto* id = std::get_if<std::int64_t>(&value); id && !exists(db, target, *id))
      return true;
    if (const auto* ids = std::get_if<std::vector<std::int64_t>>(&value))
      for (const std::int64_t id : *ids)
        if (!exists(db, target, id)) return true;
  }
  return false;
}

bool is_referred_to(SQLite::Database& db, TableId removed, std::int64_t id) {
  for (const TableInfo& table : tables())
    for (const Field& f : table.fields) {
      const auto name = sql_name(table.name);
      const auto column = sql_name(f.name);
      if (f.kind == Kind::references && f.target == removed &&
          any(db,
              fmt::format("SELECT 1 FROM {0}, json_each({0}.{1}) AS item WHERE item.value = ?1",
                          name, column),
              id))
        return true;
      if (f.kind != Kind::scoped) continue;
      const Field& scope = *table.field(f.scope);
      for (std::size_t i = 0; i < f.scope_targets.size(); ++i)
        if (f.scope_targets[i] == removed &&
            any(db,
                fmt::format("SELECT 1 FROM {} WHERE {} = ?1 AND {} = '{}'", name, column,
                            sql_name(scope.name), scope.choices[i]),
                id))
          return true;
    }
  return false;
}

}  // namespace

bool leaves_dangling(SQLite::Database& db, const ChangeSet& changes) {
  for (const RowChange& change : changes.rows) {
    if (!is_none(change.after) && refers_to_nothing(db, change.after)) return true;
    if (is_none(change.after) &&
        is_referred_to(db, change.table(), static_cast<std::int64_t>(change.id())))
      return true;
  }
  return false;
}

}  // namespace tandem::db
