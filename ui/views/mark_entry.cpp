#include "ui/views/mark_entry.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::Action;
using models::AttendanceMatrix;
using models::CellState;
using models::MatrixCell;
using models::MatrixRow;

// Where somebody who opens the page would begin: at the last session held that lacks a mark, else
// at the last one held.
void begin(const AttendanceMatrix& matrix, MatrixState& state) {
  state.row = 0;
  state.column = 0;
  for (int c = 0; c < static_cast<int>(matrix.columns.size()); ++c)
    if (matrix.columns[static_cast<std::size_t>(c)].came >= 0) state.column = c;
  for (int c = static_cast<int>(matrix.columns.size()); c-- > 0;)
    for (int r = 0; r < static_cast<int>(matrix.rows.size()); ++r)
      if (matrix.cell(r, c)->state == CellState::open) {
        state.row = r;
        state.column = c;
        return;
      }
}

void mark(const AttendanceMatrix& matrix, MatrixState& state,
          std::optional<AttendanceStatus> status, std::optional<int> minutes, Wishes& wishes) {
  const MatrixCell* cell = matrix.cell(state.row, state.column);
  if (!cell) return;
  if (!cell->refused.empty()) {
    state.refused = cell->refused;
    return;
  }
  state.refused.clear();
  state.asking = false;
  const MatrixRow& row = matrix.rows[static_cast<std::size_t>(state.row)];
  wishes.edit = Edit{{RecordAttendance{cell->session, cell->meeting, row.person, status, minutes}},
                     mark_label(matrix, state.row, state.column, status, minutes.value_or(0)),
                     true};
}

void ask_minutes(const AttendanceMatrix& matrix, MatrixState& state) {
  const MatrixCell* cell = matrix.cell(state.row, state.column);
  if (!cell) return;
  state.refused = cell->refused;
  if (!cell->refused.empty()) return;
  state.asking = true;
  state.take_keyboard = true;
  state.minutes = cell->state == CellState::partial ? phrase("{}", cell->minutes) : "";
}

}  // namespace

bool is_marked(CellState state) {
  return state == CellState::full || state == CellState::partial || state == CellState::no_show ||
         state == CellState::excused;
}

void choose(MatrixState& state, int row, int column) {
  if (row == state.row && column == state.column) return;
  state.row = row;
  state.column = column;
  state.asking = false;
  state.refused.clear();
  state.minutes.clear();
  state.show = true;
}

bool take_minutes(const AttendanceMatrix& matrix, MatrixState& state, Wishes& wishes) {
  const MatrixCell* cell = matrix.cell(state.row, state.column);
  const auto minutes = parse_integer(trim(state.minutes));
  if (!cell || !minutes || *minutes < 1 || *minutes > cell->length) {
    state.refused = phrase("Minutes are a number from 1 to {}.", cell ? cell->length : 0);
    return false;
  }
  mark(matrix, state, AttendanceStatus::partial, static_cast<int>(*minutes), wishes);
  return true;
}

bool mark_by(const AttendanceMatrix& matrix, MatrixState& state, Action action, Wishes& wishes) {
  switch (action) {
    case Action::mark_full:
      mark(matrix, state, AttendanceStatus::full, {}, wishes);
      return true;
    case Action::mark_partial:
      ask_minutes(matrix, state);
      return true;
    case Action::mark_no_show:
      mark(matrix, state, AttendanceStatus::no_show, {}, wishes);
      return true;
    case Action::mark_excused:
      mark(matrix, state, AttendanceStatus::excused, {}, wishes);
      return true;
    case Action::mark_none:
      mark(matrix, state, std::nullopt, {}, wishes);
      return true;
    default:
      return false;
  }
}

void marks_menu(const AttendanceMatrix& matrix, MatrixState& state, Wishes& wishes) {
  if (std::exchange(state.menu, false)) open_menu("marks");
  const Rect anchor = Rect::sized(state.menu_x, state.menu_y, px(40), px(36));
  Menu menu("marks", anchor, 220);
  if (!menu) return;
  const MatrixCell* cell = matrix.cell(state.row, state.column);
  if (!cell) return;
  menu.heading(matrix.rows[static_cast<std::size_t>(state.row)].name);
  std::optional<Action> done;
  const auto item = [&](Action action, std::string_view label, bool enabled) {
    const auto& entry = app::info(action);
    if (menu.item(label, app::key_words(entry), enabled)) done = action;
    for (int k = 1; enabled && k < kKeys; ++k)
      if (key_name(static_cast<Key>(k)) == entry.key && pressed(static_cast<Key>(k))) {
        done = action;
        ImGui::CloseCurrentPopup();
      }
  };
  for (const MarkChoice& choice : kMarks) item(choice.action, choice.label, true);
  menu.rule();
  item(Action::mark_none, "Take it back", is_marked(cell->state));
  if (done) {
    state.want_focus = *done != Action::mark_partial;
    mark_by(matrix, state, *done, wishes);
  }
}

bool matrix_action(const AttendanceMatrix& matrix, MatrixState& state, Action action,
                   Wishes& wishes) {
  const bool move = action == Action::cell_left || action == Action::cell_right ||
                    action == Action::cell_up || action == Action::cell_down ||
                    action == Action::cell_next;
  // Elsewhere the arrows and Enter belong to the control that has the ring.
  if (move && !state.focused && ImGui::GetIO().NavVisible) return false;
  if (matrix.rows.empty() || matrix.columns.empty()) return false;
  if (state.column < 0) {
    begin(matrix, state);
    state.show = true;
    if (move) return true;
  }
  if (!move) return mark_by(matrix, state, action, wishes);
  const int rows = static_cast<int>(matrix.rows.size());
  const int columns = static_cast<int>(matrix.columns.size());
  int row = state.row;
  int column = state.column;
  if (action == Action::cell_left) --column;
  if (action == Action::cell_right) ++column;
  if (action == Action::cell_up) --row;
  if (action == Action::cell_down) ++row;
  if (action == Action::cell_next && ++row == rows) {
    row = 0;
    ++column;
  }
  choose(state, std::clamp(row, 0, rows - 1), std::clamp(column, 0, columns - 1));
  state.want_focus = true;
  return true;
}

}  // namespace tandem::views
