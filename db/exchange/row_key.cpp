#include "db/exchange/row_key.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "db/exchange/object_value.hpp"
#include "planner/base/text.hpp"

namespace tandem::db {
namespace {

std::vector<const Field*> key_fields(const TableInfo& table) {
  std::vector<const Field*> out;
  for (const Field& field : table.fields)
    if (field.is_key) out.push_back(&field);
  return out;
}

// The single text column by which people name a row.
bool has_code(const TableInfo& table) {
  const auto keys = key_fields(table);
  return table.unique_key && keys.size() == 1 && keys.front()->kind == Kind::text;
}

bool alike(const RowRef& a, const RowRef& b) {
  for (const Field& field : info(a.table).fields)
    if (field.get(a.row) != field.get(b.row)) return false;
  return *a.extras == *b.extras;
}

std::string columns_of(const std::vector<const Field*>& fields) {
  std::vector<std::string> names;
  for (const Field* field : fields) names.emplace_back(field->name);
  return sentence_list(names);
}

RowRef not_found(const TableInfo& table, std::string what, std::string_view path,
                 std::string_view near, Errors& errors) {
  errors.push_back({ErrorCode::bad_input, fmt::format("there is no {} {}", table.singular, what),
                    std::string{path},
                    near.empty() ? std::string{} : fmt::format("did you mean {}?", near)});
  return {};
}

// The rows that hold these values, and how many they are in all.
RowRef match(const Program& program, const TableInfo& table, const Json& key, std::string_view path,
             Errors& errors) {
  const ProgramCodes codes{program};
  AnyRow wanted = empty_row(table.id);
  std::vector<const Field*> given;
  Json values = Json::object();
  for (const auto& [name, value] : key.items()) {
    const Field* field = table.field(name);
    if (field) given.push_back(field);
    if (!field || !value.is_null()) values[name] = value;  // null asks for the empty cell
  }
  Errors found;
  merge_row_value(wanted, values, {&codes}, found);
  for (Error& error : found) {
    error.where = join_path(path, error.where);
    errors.push_back(std::move(error));
  }
  if (!found.empty()) return {};
  if (given.empty()) {
    errors.push_back({ErrorCode::bad_input, "the key names no column", std::string{path},
                      "name the columns that tell the row"});
    return {};
  }
  if (table.unique_key &&
      std::all_of(table.fields.begin(), table.fields.end(), [&](const Field& f) {
        return !f.is_key || std::find(given.begin(), given.end(), &f) != given.end();
      }))
    if (const RawId id = find_key(program, table.id, key_of(table.id, data(wanted))))
      return find(program, table.id, id);

  RowRef first;
  std::size_t matches = 0;
  for_each_row(program, table.id, [&](const RowRef& ref) {
    for (const Field* field : given) {
      const Value value =
          key.at(std::string{field->name}).is_null() ? Value{} : field->get(data(wanted));
      if (field->get(ref.row) != value) return;
    }
    if (first && alike(first, ref)) return;
    if (++matches == 1) first = ref;
  });
  if (matches == 0) return not_found(table, "with these columns", path, {}, errors);
  if (matches == 1) return first;
  errors.push_back({ErrorCode::bad_input,
                    fmt::format("the key fits {} of {}",
                                count(static_cast<std::int64_t>(matches), "row"), table.name),
                    std::string{path}, "name more columns"});
  return {};
}

}  // namespace

RowRef find_row(const Program& program, const TableInfo& table, const Json& key,
                std::string_view path, Errors& errors) {
  if (key.is_object()) return match(program, table, key, path, errors);
  if (key.is_string() && has_code(table)) {
    const auto code = key.get<std::string>();
    if (const RawId id = id_by_code(program, table.id, code)) return find(program, table.id, id);
    return not_found(table, fmt::format("'{}'", code), path,
                     ProgramCodes{program}.nearest(table.id, code), errors);
  }
  errors.push_back({ErrorCode::bad_input, described(key) + " is no key", std::string{path},
                    has_code(table)
                        ? "give the code"
                        : fmt::format("give an object with {}", columns_of(key_fields(table)))});
  return {};
}

RowRef row_of_key(const Program& program, const TableInfo& table, const Json& row) {
  if (table.id == TableId::workspaces) {
    const Workspace& only = program.workspace();
    return only.id ? find(program, table.id, only.id.value) : RowRef{};
  }
  if (!table.unique_key || !row.is_object()) return {};
  const ProgramCodes codes{program};
  AnyRow wanted = empty_row(table.id);
  Json values = Json::object();
  for (const Field* field : key_fields(table))
    if (const Json& value = member(row, field->name); !value.is_null())
      values[std::string{field->name}] = value;
    else if (field->is_required)
      return {};
  Errors ignored;  // told when the row itself is read
  merge_row_value(wanted, values, {&codes}, ignored);
  if (!ignored.empty()) return {};
  const RawId id = find_key(program, table.id, key_of(table.id, data(wanted)));
  return id ? find(program, table.id, id) : RowRef{};
}

Json key_value(const Program& program, const RowRef& ref) {
  const TableInfo& table = info(ref.table);
  if (has_code(table)) return key_of(table.id, ref.row);
  std::vector<std::string> columns;
  for (const Field& field : table.fields)
    if (field.is_key || !table.unique_key) columns.emplace_back(field.name);
  const ProgramCodes codes{program};
  return row_value(copy(ref), columns, {&codes});
}

}  // namespace tandem::db
