#include "db/sqlite/entity_sql.hpp"

#include <fmt/format.h>

namespace tandem::db {
namespace {

std::string_view sql_type(Kind kind) {
  switch (kind) {
    case Kind::integer:
    case Kind::boolean:
    case Kind::weekdays:
    case Kind::reference:
    case Kind::scoped:
      return "INTEGER";
    case Kind::text:
    case Kind::date:
    case Kind::time:
    case Kind::choice:
    case Kind::references:
    case Kind::integers:
    case Kind::words:
    case Kind::amounts:
      break;
  }
  return "TEXT";
}

// JSON is judged by its brackets: with trusted_schema off, SQLite 3.40 lets no CHECK call
// json_valid.
std::string check_of(const Field& field) {
  const std::string name = sql_name(field.name);
  switch (field.kind) {
    case Kind::text:
      return fmt::format("{} <> ''", name);
    case Kind::integer:
      return fmt::format("{} BETWEEN {} AND {}", name, field.min, field.max);
    case Kind::boolean:
      return fmt::format("{} IN (0, 1)", name);
    case Kind::date:
      return fmt::format(
          "{0} IS date({0}, '+0 days') AND {0} BETWEEN '1900-01-01' AND '2199-12-31'", name);
    case Kind::time:
      return fmt::format("{0} GLOB '[0-2][0-9]:[0-5][0-9]' AND {0} <= '24:00'", name);
    case Kind::choice: {
      std::string words;
      for (const std::string_view w : field.choices)
        words += fmt::format("{}'{}'", words.empty() ? "" : ", ", w);
      return fmt::format("{} IN ({})", name, words);
    }
    case Kind::weekdays:
      return fmt::format("{} BETWEEN 1 AND 127", name);
    case Kind::reference:
    case Kind::scoped:
      return fmt::format("{} > 0", name);
    case Kind::references:
    case Kind::integers:
    case Kind::words:
    case Kind::amounts:
      return fmt::format("{} GLOB '[[]*]'", name);
  }
  return "1";
}

// A member that cannot be empty always has a value, so its column has one, too.
bool never_null(const TableInfo& table, const Field& field) {
  const AnyRow empty = empty_row(table.id);
  return field.is_required || field.get(data(empty)) != Value{};
}

std::string column(const TableInfo& table, const Field& field) {
  std::string out = fmt::format("  {} {}", sql_name(field.name), sql_type(field.kind));
  if (never_null(table, field)) out += " NOT NULL";
  out += fmt::format(" CHECK ({})", check_of(field));
  // Deferred: within a transaction rows come in any order.
  if (field.kind == Kind::reference)
    out += fmt::format(" REFERENCES {} (\"id\") DEFERRABLE INITIALLY DEFERRED",
                       sql_name(info(field.target).name));
  return out;
}

// Empty cells of a key are equal to each other, as they are in the planner; SQL's NULLs are not.
std::string key_index(const TableInfo& table) {
  std::string columns;
  for (const Field& f : table.fields) {
    if (!f.is_key) continue;
    if (!columns.empty()) columns += ", ";
    columns += never_null(table, f)         ? sql_name(f.name)
               : sql_type(f.kind) == "TEXT" ? fmt::format("ifnull({}, '')", sql_name(f.name))
                                            : fmt::format("ifnull({}, 0)", sql_name(f.name));
  }
  return fmt::format("CREATE UNIQUE INDEX {} ON {} ({});\n",
                     sql_name(std::string{table.name} + "_key"), sql_name(table.name), columns);
}

// SQLite walks the referring table once for each row removed from the referenced one.
std::string reference_indexes(const TableInfo& table) {
  std::string out;
  bool first_of_key = table.unique_key;
  for (const Field& f : table.fields) {
    const bool indexed = f.is_key && first_of_key && never_null(table, f);
    if (f.is_key) first_of_key = false;
    if (f.kind != Kind::reference || indexed) continue;
    out += fmt::format("CREATE INDEX {} ON {} ({}) WHERE {} IS NOT NULL;\n",
                       sql_name(fmt::format("{}_{}", table.name, f.name)), sql_name(table.name),
                       sql_name(f.name), sql_name(f.name));
  }
  return out;
}

// An edit that goes past the store leaves row_version alone and is refused.
std::string guard(const TableInfo& table) {
  return fmt::format(
      "CREATE TRIGGER {} BEFORE UPDATE ON {}\n"
      "WHEN NEW.\"row_version\" IS NOT OLD.\"row_version\" + 1 OR NEW.\"id\" IS NOT OLD.\"id\"\n"
      "BEGIN SELECT RAISE(ABORT, 'change this file with Tandem, which keeps its history'); END;\n",
      sql_name(std::string{table.name} + "_guard"), sql_name(table.name));
}

std::string columns(const TableInfo& table) {
  std::string out;
  for (const Field& f : table.fields) out += sql_name(f.name) + ", ";
  return out + "\"extra\", \"row_version\", \"id\"";
}

}  // namespace

std::string sql_name(std::string_view identifier) { return fmt::format("\"{}\"", identifier); }

std::string entity_ddl() {
  std::string out =
      "-- One table a noun, written from the field lists beside the nouns in planner/domain.\n"
      "-- Written by the test \"the schema file says what the field lists say\": UPDATE_GOLDEN=1.\n"
      "-- Dates are yyyy-mm-dd, times hh:mm, weekdays bits from Monday (1), lists JSON arrays (of "
      "ids\n"
      "-- for references), extra the user's own columns as a JSON object.\n";
  for (const TableInfo& table : tables()) {
    out += fmt::format("\nCREATE TABLE {} (\n  \"id\" INTEGER PRIMARY KEY CHECK (\"id\" > 0),\n",
                       sql_name(table.name));
    for (const Field& f : table.fields) out += column(table, f) + ",\n";
    out +=
        "  \"extra\" TEXT CHECK (\"extra\" GLOB '{*}'),\n"
        "  \"row_version\" INTEGER NOT NULL CHECK (\"row_version\" > 0)\n"
        ") STRICT;\n";
    if (table.unique_key) out += key_index(table);
    out += reference_indexes(table);
    out += guard(table);
  }
  return out;
}

std::string select_sql(const TableInfo& table) {
  return fmt::format("SELECT {} FROM {} ORDER BY \"id\"", columns(table), sql_name(table.name));
}

std::string select_row_sql(const TableInfo& table) {
  return fmt::format("SELECT {} FROM {} WHERE \"id\" = ?1", columns(table), sql_name(table.name));
}

std::string insert_sql(const TableInfo& table) {
  std::string marks;
  for (std::size_t i = 1; i <= table.fields.size() + 3; ++i)
    marks += fmt::format("{}?{}", i == 1 ? "" : ", ", i);
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", sql_name(table.name), columns(table),
                     marks);
}

std::string update_sql(const TableInfo& table) {
  std::string out = fmt::format("UPDATE {} SET ", sql_name(table.name));
  std::size_t at = 1;
  for (const Field& f : table.fields) out += fmt::format("{} = ?{}, ", sql_name(f.name), at++);
  return out + fmt::format(
                   "\"extra\" = ?{0}, \"row_version\" = \"row_version\" + 1 "
                   "WHERE \"id\" = ?{2} AND \"row_version\" = ?{1}",
                   at, at + 1, at + 2);
}

std::string remove_sql(const TableInfo& table) {
  return fmt::format("DELETE FROM {} WHERE \"id\" = ?1 AND \"row_version\" = ?2",
                     sql_name(table.name));
}

}  // namespace tandem::db
