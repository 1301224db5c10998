// Entering marks in the matrix of a cohort: where one is, what a key or a press means there, and
// the minutes of a partial mark. Makes wishes; draws only the menu at a cell.
#pragma once

#include <array>
#include <string>

#include "ui/app/actions.hpp"
#include "ui/models/roster.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

// Where one is in the matrix of the open cohort.
struct MatrixState {
  int row = 0;
  int column = -1;       // -1: none chosen yet
  bool focused{};        // the keyboard is in the matrix
  bool want_focus{};     // take it in the next frame
  bool show{};           // scroll to the chosen cell
  bool asking{};         // for the minutes of a partial mark
  bool take_keyboard{};  // into that field, in the next frame
  bool menu{};           // open the menu of marks at the cell
  float menu_x = 0;      // where
  float menu_y = 0;
  std::string minutes;  // draft
  std::string refused;  // why it was not taken
};

struct MarkChoice {
  app::Action action;
  std::string_view label;
  models::CellState state;
};
inline constexpr std::array kMarks{
    MarkChoice{app::Action::mark_full, "Full", models::CellState::full},
    MarkChoice{app::Action::mark_partial, "Partial", models::CellState::partial},
    MarkChoice{app::Action::mark_no_show, "No-show", models::CellState::no_show},
    MarkChoice{app::Action::mark_excused, "Excused", models::CellState::excused},
};

bool is_marked(models::CellState state);
void choose(MatrixState& state, int row, int column);
// Of the chosen cell; `action` is one of the marks. A cell that takes none says why in the state.
bool mark_by(const models::AttendanceMatrix& matrix, MatrixState& state, app::Action action,
             Wishes& wishes);
// What was typed as minutes. Returns: whether it was taken.
bool take_minutes(const models::AttendanceMatrix& matrix, MatrixState& state, Wishes& wishes);
// The keys of the matrix. Returns: whether the action was one of its own.
bool matrix_action(const models::AttendanceMatrix& matrix, MatrixState& state, app::Action action,
                   Wishes& wishes);
// At the cell that was clicked; its letters work while it is open, too.
void marks_menu(const models::AttendanceMatrix& matrix, MatrixState& state, Wishes& wishes);

}  // namespace tandem::views
