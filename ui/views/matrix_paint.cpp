#include "ui/views/matrix_paint.hpp"

#include <fmt/format.h>

#include <cmath>

#include "ui/models/phrases.hpp"

namespace tandem::views {

using namespace ui;
using models::CellState;
using models::MatrixCell;

void paint_cell(const Rect& r, const MatrixCell& cell) {
  switch (cell.state) {
    case CellState::full:
      status_glyph(Status::ok, r, 11, ink(Colour::text));
      return;
    case CellState::partial: {
      if (cell.minutes == 0) {
        status_glyph(Status::attention, r, 12);
        return;
      }
      Rect inner = r.middle_row(px(28));
      status_glyph(Status::attention, inner.cut_top(px(13)), 11);
      label(inner, Type::micro, ink(Colour::attention), phrase("{}", cell.minutes), Align::centre);
      return;
    }
    case CellState::no_show:
      status_glyph(Status::late, r, 11);
      return;
    case CellState::excused:
      label(r, Type::small_strong, ink(Colour::muted), "E", Align::centre);
      return;
    case CellState::paused:
      fill(r, ink(Colour::sunken));
      status_glyph(Status::paused, r, 11);
      return;
    case CellState::open:
      dashed_outline(snapped(r.middle(px(14), px(14))), ink(Colour::line_strong), px(3));
      return;
    case CellState::on_their_own:
      draw_icon(Icon::check, r, ink(Colour::muted), 12);
      return;
    case CellState::ahead: {
      const auto c = r.centre();
      fill(Rect::sized(std::round(c.x - px(4)), std::floor(c.y), px(8), hair()),
           ink(Colour::line_strong));
      return;
    }
    case CellState::none:
      return;
  }
}

std::string_view cell_words(const MatrixCell& cell) {
  const bool part = cell.state == CellState::partial && cell.minutes > 0;
  return phrase("{}{}{}{}", sentence(state_words(cell.state)),
                part ? phrase(", {} of {} min", cell.minutes, cell.length) : "",
                cell.when.empty() ? "" : ", ", cell.when);
}

void paint_column_head(const Rect& r, const models::MatrixColumn& column) {
  if (column.next) fill(r, ink(Colour::accent_soft));
  Rect inner = r;
  inner.cut_top(px(8));
  orientation_chip(shown(column.orientation), inner.cut_top(px(16), px(2)), true);
  label(inner.cut_top(px(18)), Type::small_strong, ink(Colour::text), column.module, Align::centre);
  const auto line = [&](std::string_view words) {
    label(inner.cut_top(px(14)), Type::micro, ink(Colour::muted), words, Align::centre);
  };
  if (!column.part.empty()) line(column.part);
  line(column.day);
  line(column.month);
  hint(r, phrase("{}{}{} {}, {} {}", column.module, column.part.empty() ? "" : " ", column.part,
                 column.title, column.day, column.month));
}

}  // namespace tandem::views
