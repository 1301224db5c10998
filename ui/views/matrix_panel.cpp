#include "ui/views/matrix_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/views/matrix_paint.hpp"
#include "ui/views/seat_offers_list.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::AttendanceMatrix;
using models::CellState;
using models::CohortCard;
using models::MatrixCell;
using models::MatrixRow;

// Returns: pressed.
bool mark_button(const Rect& r, const MarkChoice& choice, bool on, bool enabled) {
  const Press p = press(choice.label, r, {.enabled = enabled, .on = on});
  const float radius = px(metric::kControlRadius);
  fill(r,
       ink(p.held || on ? Colour::selected
           : p.hovered  ? Colour::hover
                        : Colour::raised),
       radius);
  outline(r,
          ink(on        ? Colour::accent
              : enabled ? Colour::line_strong
                        : Colour::line),
          radius, on ? px(2) : hair());
  if (p.focused) focus_ring(r, radius);
  Rect inner = r.inset(px(10), 0);
  const std::string_view key = app::info(choice.action).key;
  key_cap(inner.cut_right(key_cap_width(key), px(6)), key);
  MatrixCell sample;
  sample.state = choice.state;
  paint_cell(inner.cut_left(px(14), px(8)), sample);
  label(inner, Type::body, ink(enabled ? Colour::text : Colour::disabled), choice.label);
  return p.clicked;
}

void minutes_field(Area& area, const AttendanceMatrix& matrix, const MatrixCell& cell,
                   MatrixState& state, Wishes& wishes) {
  if (!state.asking && cell.state == CellState::partial && state.minutes.empty())
    state.minutes = phrase("{}", cell.minutes);
  Rect line = area.next(px(metric::kControl));
  label(line.cut_left(text_width(Type::body, "Minutes there") + 1, px(10)), Type::body,
        ink(Colour::text), "Minutes there");
  const auto typed =
      input(line.cut_left(px(84), px(10)), "Minutes there", state.minutes,
            {.refused = state.refused, .focus = std::exchange(state.take_keyboard, false)});
  label(line, Type::body, ink(Colour::muted), phrase("of {}", cell.length));
  if (!typed.entered && !typed.committed) return;
  if (take_minutes(matrix, state, wishes) && typed.entered) state.want_focus = true;
}

void cell_panel(Area& area, const AttendanceMatrix& matrix, MatrixState& state, Wishes& wishes) {
  const MatrixRow& row = matrix.rows[static_cast<std::size_t>(state.row)];
  const auto& column = matrix.columns[static_cast<std::size_t>(state.column)];
  const MatrixCell& cell = row.cells[static_cast<std::size_t>(state.column)];
  Rect line = area.next(px(24));
  avatar(line.cut_left(px(24), px(10)), row.name);
  label(line, Type::section, ink(Colour::text), row.name);
  record(ui::Role::text, line, row.name);
  area.skip(px(4));
  if (!row.place.empty()) label(area.next(px(18)), Type::small, ink(Colour::muted), row.place);
  if (row.resting) {
    Rect rest = area.next(px(20));
    status_glyph(Status::paused, rest.cut_left(px(12), px(6)), 11);
    label(rest, Type::small, ink(Colour::muted), row.paused);
  }
  area.skip(px(12));
  Rect what = area.next(px(20));
  orientation_chip(shown(column.orientation), what.cut_left(px(16), px(8)), true);
  label(what, Type::body_strong, ink(Colour::text),
        phrase("{}{}{} {}", column.module, column.part.empty() ? "" : " ", column.part,
               column.title));
  if (!cell.when.empty()) label(area.next(px(20)), Type::small, ink(Colour::muted), cell.when);
  area.skip(px(12));
  const bool can = cell.refused.empty();
  for (int k = 0; k < 4; k += 2) {
    const Rect pair = area.next(px(metric::kControl));
    for (int j = 0; j < 2; ++j) {
      const MarkChoice& choice = kMarks[static_cast<std::size_t>(k + j)];
      const bool on =
          state.asking ? choice.state == CellState::partial : choice.state == cell.state;
      if (mark_button(snapped(pair.column(j, 2, px(8))), choice, on, can))
        mark_by(matrix, state, choice.action, wishes);
    }
    area.skip(px(8));
  }
  if (can && (state.asking || cell.state == CellState::partial)) {
    minutes_field(area, matrix, cell, state, wishes);
    area.skip(px(4));
  }
  const std::string& why = can ? state.refused : cell.refused;
  if (!why.empty()) {
    area.skip(px(4));
    area.skip(reason(area.rest(),
                     cell.state == CellState::paused ? Status::paused
                     : can                           ? Status::late
                                                     : Status::none,
                     whole_dates(why)) +
              px(4));
  }
  if (is_marked(cell.state) &&
      button(area.next(px(metric::kControl)), "Take the mark back", {.small = true}))
    mark_by(matrix, state, app::Action::mark_none, wishes);
}

void waiting(Area& area, const AttendanceMatrix& matrix, const CohortCard& card, Wishes& wishes) {
  if (matrix.waiting.empty()) return;
  rule(area);
  section_label(area.next(px(18)), phrase("Waiting for {}", card.code));
  area.skip(px(8));
  for (const models::Waiting& w : matrix.waiting) {
    const IdScope id(w.number);
    const ProbeScope scope(w.name);
    Rect line = area.next(px(24));
    avatar(line.cut_left(px(24), px(8)), w.name);
    label(line, Type::body, ink(Colour::text), w.name);
    area.skip(px(2));
    const std::string_view text = phrase("{}; {}", sentence(w.text), w.reason);
    Rect words = area.rest();
    words.cut_left(px(32));
    area.skip(paragraph(words, Type::small, ink(Colour::muted), whole_dates(text)) + px(6));
    record(ui::Role::text, words, text);
    Rect buttons = area.next(px(metric::kControlSmall));
    buttons.cut_left(px(32));
    if (button_left(
            buttons, "Take in",
            {.small = true,
             .enabled = w.room,
             .reason = w.room ? "Enrols this person; sessions are seated when planned" : w.reason}))
      wishes.edit = Edit{w.take_in, fmt::format("Take {} into {}", w.name, card.code)};
    area.skip(px(10));
  }
}

void resting(Area& area, const AttendanceMatrix& matrix) {
  const bool any = std::ranges::any_of(matrix.rows, &MatrixRow::resting);
  if (!any) return;
  rule(area);
  section_label(area.next(px(18)), "Paused");
  area.skip(px(8));
  for (const MatrixRow& row : matrix.rows)
    if (row.resting)
      area.skip(reason(area.rest(), Status::paused,
                       phrase("{}, {}", row.name, whole_dates(row.paused)),
                       "Nothing in that time counts as missed.") +
                px(8));
}

void moments(Area& area, const AttendanceMatrix& matrix) {
  if (matrix.moments.empty()) return;
  rule(area);
  section_label(area.next(px(18)), "Moments they share");
  area.skip(px(8));
  for (const models::SharedMoment& m : matrix.moments) {
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::text), in_quotes(m.text)));
    label(area.next(px(18)), Type::small, ink(Colour::muted), m.who);
    area.skip(px(8));
  }
}

}  // namespace

void draw_matrix_inspector(const Rect& inspector, models::Roster& roster,
                           const AttendanceMatrix& matrix, const CohortCard& card,
                           MatrixState& state, Wishes& wishes) {
  const bool cell = matrix.cell(state.row, state.column) != nullptr;
  const InspectorFrame frame = inspector_frame(inspector, cell ? metric::kControl : 0);
  {
    Area area("matrix inspector", scrolling(frame.body), kScrolling);
    if (cell) {
      const IdScope id(static_cast<std::uint64_t>(state.row * 1000 + state.column));
      cell_panel(area, matrix, state, wishes);
    } else {
      label(area.next(px(24)), Type::section, ink(Colour::text), "Who came?");
      area.skip(px(4));
      area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted),
                          "Click a cell, or move with the arrow keys and press F for full, P for "
                          "partial, N for no-show, E for excused. Every mark can be undone."));
    }
    if (cell)
      seat_offers(area, "To make up",
                  roster.make_ups(matrix.rows[static_cast<std::size_t>(state.row)].person,
                                  matrix.columns[static_cast<std::size_t>(state.column)].module),
                  wishes);
    seat_offers(area, "Waiting for a seat", roster.waiting(card.code), wishes);
    waiting(area, matrix, card, wishes);
    resting(area, matrix);
    moments(area, matrix);
    area.skip(px(8));
  }
  if (!cell) return;
  const MatrixRow& row = matrix.rows[static_cast<std::size_t>(state.row)];
  if (button(frame.footer, "Open this person's page"))
    wishes.go = Destination{Page::people, "", "", row.number};
}

}  // namespace tandem::views
