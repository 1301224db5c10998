// One row as a JSON object, in two dialects. By ids, for the change log: references are numbers and
// nothing is lost. By codes, for commands and people: references are the codes that CSV shows. Both
// spell values alike: numbers and booleans as JSON's own, dates, times and words as CSV spells
// them, lists as lists, null for empty; columns of the user's own (x_...) stand beside the others.
// The id of the row itself is never inside. Knows no file, no command and no store.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/domain/rows.hpp"

namespace tandem::db {

// By ids: every column that is not empty, or the named ones with null where one is empty.
std::string row_json(const AnyRow& row);
std::string row_json(const AnyRow& row, std::span<const std::string> columns);
// A row of these columns alone. Errors: bad_input, all of them, each where = the column.
Result<AnyRow> read_row(TableId table, RawId id, std::string_view json);
// `row` with the named columns replaced: folds a change log. Errors as above.
Result<AnyRow> merge_row(AnyRow row, std::string_view json);

// By codes. Reading checks ranges, words and codes, and asks for no column that is not named.
std::string row_json(const Program& program, const AnyRow& row);
std::string row_json(const Program& program, const AnyRow& row,
                     std::span<const std::string> columns);
Result<AnyRow> read_row(const Program& program, TableId table, RawId id, std::string_view json);
Result<AnyRow> merge_row(const Program& program, AnyRow row, std::string_view json);

// Names of the columns that differ, x_ columns included. Requires: rows of one table.
std::vector<std::string> changed_columns(const AnyRow& before, const AnyRow& after);
// Names of all columns of the row's table, and its x_ columns.
std::vector<std::string> all_columns(const AnyRow& row);

}  // namespace tandem::db
