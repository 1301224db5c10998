#include "db/sqlite/entity_rows.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "db/sqlite/entity_sql.hpp"
#include "db/sqlite/error.hpp"

namespace tandem::db {
namespace {

using nlohmann::json;

[[noreturn]] void damaged(const TableInfo& table, std::string_view column, std::string_view cell) {
  throw Damaged(fmt::format("{}.{} holds '{}'", table.name, column, cell));
}

std::string_view text_of(const SQLite::Column& column) {
  // getText first: getBytes counts the bytes of the text form.
  const char* text = column.getText("");
  return {text, static_cast<std::size_t>(column.getBytes())};
}

template <class T>
Value list_of(const TableInfo& table, const Field& field, std::string_view cell) {
  const json list = json::parse(cell, nullptr, false);
  if (!list.is_array()) damaged(table, field.name, cell);
  std::vector<T> out;
  for (const json& item : list) {
    if constexpr (std::is_same_v<T, std::string>) {
      if (!item.is_string()) damaged(table, field.name, cell);
    } else {
      if (!item.is_number_integer()) damaged(table, field.name, cell);
    }
    out.push_back(item.get<T>());
  }
  return out;
}

Value value_of(const TableInfo& table, const Field& field, const SQLite::Column& column) {
  if (column.isNull()) return {};
  switch (field.kind) {
    case Kind::integer:
    case Kind::boolean:
    case Kind::weekdays:
    case Kind::reference:
    case Kind::scoped:
      return column.getInt64();
    case Kind::text:
      return std::string{text_of(column)};
    case Kind::date: {
      const auto date = parse_date(text_of(column));
      if (!date) damaged(table, field.name, text_of(column));
      return std::int64_t{date->time_since_epoch().count()};
    }
    case Kind::time: {
      const auto time = parse_time(text_of(column));
      if (!time) damaged(table, field.name, text_of(column));
      return std::int64_t{time->minute};
    }
    case Kind::choice: {
      const std::string_view word = text_of(column);
      for (std::size_t i = 0; i < field.choices.size(); ++i)
        if (field.choices[i] == word) return static_cast<std::int64_t>(i);
      damaged(table, field.name, word);
    }
    case Kind::references:
    case Kind::integers:
      return list_of<std::int64_t>(table, field, text_of(column));
    case Kind::words:
    case Kind::amounts:
      return list_of<std::string>(table, field, text_of(column));
  }
  return {};
}

void bind_cell(SQLite::Statement& statement, int at, const Field& field, const Value& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) {
    if (field.kind == Kind::date)
      statement.bind(at, text(Date{days{*n}}));
    else if (field.kind == Kind::time)
      statement.bind(at, text(TimeOfDay{static_cast<int>(*n)}));
    else if (field.kind == Kind::choice)
      statement.bind(at, std::string{field.choices[static_cast<std::size_t>(*n)]});
    else
      statement.bind(at, *n);
  } else if (const auto* s = std::get_if<std::string>(&value)) {
    statement.bind(at, *s);
  } else if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&value)) {
    statement.bind(at, json(*numbers).dump());
  } else if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) {
    statement.bind(at, json(*texts).dump());
  } else {
    statement.bind(at);
  }
}

// The parameters in the order of entity_sql.hpp: fields, extra, row_version, id.
void bind_row(SQLite::Statement& statement, const AnyRow& row, RowVersion version) {
  int at = 1;
  for (const Field& f : info(table_of(row)).fields) bind_cell(statement, at++, f, f.get(data(row)));
  if (extras(row).empty())
    statement.bind(at++);
  else
    statement.bind(at++, json(extras(row)).dump());
  statement.bind(at++, version);
  statement.bind(at, static_cast<std::int64_t>(id_of(row)));
}

StoredRow row_of(const TableInfo& table, const AnyRow& empty, SQLite::Statement& statement) {
  StoredRow out{empty, 0};
  int at = 0;
  for (const Field& f : table.fields) {
    const Value value = value_of(table, f, statement.getColumn(at++));
    if (!std::holds_alternative<std::monostate>(value)) f.set(data(out.row), value);
  }
  const SQLite::Column extra = statement.getColumn(at++);
  if (!extra.isNull()) {
    const json object = json::parse(text_of(extra), nullptr, false);
    if (!object.is_object()) damaged(table, "extra", text_of(extra));
    for (const auto& [name, value] : object.items()) {
      if (!value.is_string()) damaged(table, "extra", text_of(extra));
      extras(out.row)[name] = value.get<std::string>();
    }
  }
  out.version = statement.getColumn(at++).getInt64();
  set_id(out.row, static_cast<RawId>(statement.getColumn(at).getInt64()));
  return out;
}

}  // namespace

SQLite::Statement& EntityRows::prepared(Statements& statements, TableId table,
                                        std::string (*sql)(const TableInfo&)) {
  auto& slot = statements[static_cast<std::size_t>(table)];
  if (!slot)
    slot = std::make_unique<SQLite::Statement>(*db_, sql(info(table)));
  else
    slot->tryReset();
  return *slot;
}

void EntityRows::for_each(TableId id, const std::function<void(StoredRow)>& visit) {
  const TableInfo& table = info(id);
  const AnyRow empty = empty_row(id);
  SQLite::Statement select(*db_, select_sql(table));
  while (select.executeStep()) visit(row_of(table, empty, select));
}

std::optional<StoredRow> EntityRows::find(TableId table, RawId id) {
  SQLite::Statement& select = prepared(select_row_, table, select_row_sql);
  select.bind(1, static_cast<std::int64_t>(id));
  if (!select.executeStep()) return std::nullopt;
  StoredRow out = row_of(info(table), empty_row(table), select);
  select.reset();
  return out;
}

void EntityRows::insert(const AnyRow& row, RowVersion version) {
  SQLite::Statement& statement = prepared(insert_, table_of(row), insert_sql);
  bind_row(statement, row, version);
  statement.exec();
}

bool EntityRows::update(const AnyRow& row, RowVersion expected) {
  SQLite::Statement& statement = prepared(update_, table_of(row), update_sql);
  bind_row(statement, row, expected);
  return statement.exec() == 1;
}

bool EntityRows::remove(TableId table, RawId id, RowVersion expected) {
  SQLite::Statement& statement = prepared(remove_, table, remove_sql);
  statement.bind(1, static_cast<std::int64_t>(id));
  statement.bind(2, expected);
  return statement.exec() == 1;
}

}  // namespace tandem::db
