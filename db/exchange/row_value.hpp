// The JSON values behind row_json.hpp, for the other .cpp files of this folder.
#pragma once

#include <functional>

#include "db/exchange/json_value.hpp"
#include "planner/domain/codes.hpp"

namespace tandem::db {

// How references are spelt: `codes` gives the dialect by codes, null the one by ids.
struct Dialect {
  const Codes* codes{};
};

Json value_json(const Field& field, TableId target, const Value& value, Dialect dialect);
// Errors: bad_input, one, where = the field's name.
Result<Value> read_value(const Field& field, TableId target, const Json& json, Dialect dialect);

Json row_value(const AnyRow& row, std::span<const std::string> columns, Dialect dialect);
// Problems are added to `errors`, each where = the column; the other columns are set.
void merge_row_value(AnyRow& row, const Json& json, Dialect dialect, Errors& errors);

}  // namespace tandem::db
