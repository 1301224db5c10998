// A dialog that asks for what a new row cannot be without, whatever its table, and makes it in one
// undo step. Used by Settings and, through the shell, by pages that have nothing to show yet. Knows
// the fields of settings_fields.hpp, no page.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/models/settings_edit.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

// A row that is being made.
struct NewRow {
  AnyRow begun = {};
  std::string title = {};                     // "Add a room"
  std::vector<models::FieldText> texts = {};  // what is asked for, in the order of the dialog
  std::vector<std::string> codes = {};  // of each: the rows it may name, "" where these are many
  Errors errors = {};
  bool make = false;   // the dialog is to open
  bool fresh = false;  // its first field takes the keyboard
};

// Opens the dialog in the next frame; `begun` has what is not asked for. A field that has to
// name a row, and may name one only, names it already.
void begin_row(NewRow& making, const Program& program, std::string title, AnyRow begun,
               std::vector<std::string_view> fields);
// The same for a cohort, a person, a programme, a competency or a site. Requires: one of these.
void begin_row(NewRow& making, const Program& program, TableId table);

// Returns: the row, in the frame in which it was wished for.
std::optional<AnyRow> new_row_dialog(const char* id, const Program& program, NewRow& making,
                                     Wishes& wishes);

}  // namespace tandem::views
