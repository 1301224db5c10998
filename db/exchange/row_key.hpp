// The rows that a key in JSON tells: a code, or an object of columns. For command_json.cpp.
#pragma once

#include "db/exchange/row_value.hpp"

namespace tandem::db {

// The row that `key` tells; rows that are alike in every column stand for each other.
// Returns: none after adding to `errors`, where = `path` or a column below it.
RowRef find_row(const Program& program, const TableInfo& table, const Json& key,
                std::string_view path, Errors& errors);

// The row whose key columns `row` (an object) holds; none when there is none, or keys may repeat.
RowRef row_of_key(const Program& program, const TableInfo& table, const Json& row);

// What find_row reads as this row.
Json key_value(const Program& program, const RowRef& ref);

}  // namespace tandem::db
