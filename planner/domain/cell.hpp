// One cell of text and the Value it stands for, by the Field that describes the column. The CSV
// folder, command JSON, the HR import and the forms of the window go through here, so a date or a
// list is spelt one way everywhere. Knows no file and no row.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "planner/domain/codes.hpp"

namespace tandem {

// What is wrong with a cell; the caller knows where it stands.
struct CellProblem {
  std::string message;  // "'abc' is not a whole number"
  std::string hint;     // what is allowed, or the nearest known code
};

// `target` is target_of(field, table, row): the table a reference points into. An empty text gives
// the empty Value unless the field is required. Checks range, words and codes.
tl::expected<Value, CellProblem> read_cell(const Field& field, TableId target,
                                           std::string_view text, const Codes& codes);

// One item of a list cell, as a Value of the field's kind that holds that item alone.
tl::expected<Value, CellProblem> read_item(const Field& field, TableId target,
                                           std::string_view text, const Codes& codes);
bool is_list(Kind kind);

// Inverse of read_cell for every Value that passed its checks.
std::string cell_text(const Field& field, TableId target, const Value& value, const Codes& codes);

// What a column takes, in words: "a whole number from 1 to 5", "yes or no".
std::string allowed(const Field& field, TableId target);

}  // namespace tandem
