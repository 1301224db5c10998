#include "db/exchange/row_json.hpp"

#include "db/exchange/row_value.hpp"

namespace tandem::db {
namespace {

Result<AnyRow> merge(AnyRow row, std::string_view text, Dialect dialect) {
  const auto json = parse_json(text);
  if (!json) return tl::unexpected(json.error());
  Errors errors;
  merge_row_value(row, *json, dialect, errors);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return row;
}

AnyRow new_row(TableId table, RawId id) {
  AnyRow row = empty_row(table);
  set_id(row, id);
  return row;
}

std::vector<std::string> filled_columns(const AnyRow& row) {
  std::vector<std::string> out;
  for (const Field& field : info(table_of(row)).fields)
    if (!std::holds_alternative<std::monostate>(field.get(data(row)))) out.emplace_back(field.name);
  for (const auto& [name, text] : extras(row)) out.push_back(name);
  return out;
}

}  // namespace

std::string row_json(const AnyRow& row) { return row_json(row, filled_columns(row)); }
std::string row_json(const AnyRow& row, std::span<const std::string> columns) {
  return dump(row_value(row, columns, {}));
}
Result<AnyRow> read_row(TableId table, RawId id, std::string_view json) {
  return merge(new_row(table, id), json, {});
}
Result<AnyRow> merge_row(AnyRow row, std::string_view json) {
  return merge(std::move(row), json, {});
}

std::string row_json(const Program& program, const AnyRow& row) {
  return row_json(program, row, filled_columns(row));
}
std::string row_json(const Program& program, const AnyRow& row,
                     std::span<const std::string> columns) {
  const ProgramCodes codes{program};
  return dump(row_value(row, columns, {&codes}));
}
Result<AnyRow> read_row(const Program& program, TableId table, RawId id, std::string_view json) {
  return merge_row(program, new_row(table, id), json);
}
Result<AnyRow> merge_row(const Program& program, AnyRow row, std::string_view json) {
  const ProgramCodes codes{program};
  return merge(std::move(row), json, {&codes});
}

std::vector<std::string> changed_columns(const AnyRow& before, const AnyRow& after) {
  std::vector<std::string> out;
  for (const Field& field : info(table_of(after)).fields)
    if (field.get(data(before)) != field.get(data(after))) out.emplace_back(field.name);
  Extras all = extras(before);
  all.insert(extras(after).begin(), extras(after).end());
  for (const auto& [name, text] : all) {
    const auto old = extras(before).find(name);
    const auto now = extras(after).find(name);
    const bool same =
        old != extras(before).end() && now != extras(after).end() && old->second == now->second;
    if (!same) out.push_back(name);
  }
  return out;
}

std::vector<std::string> all_columns(const AnyRow& row) {
  std::vector<std::string> out;
  for (const Field& field : info(table_of(row)).fields) out.emplace_back(field.name);
  for (const auto& [name, text] : extras(row)) out.push_back(name);
  return out;
}

}  // namespace tandem::db
