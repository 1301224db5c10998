#include "ui/views/cohort_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/crumb.hpp"
#include "ui/views/matrix_paint.hpp"
#include "ui/widgets/compat.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::AttendanceMatrix;
using models::CellState;
using models::CohortCard;
using models::MatrixCell;
using models::MatrixRow;

// Design pixels in which the four facts stand side by side; else two and two.
constexpr float kFourFacts = 640;
constexpr float kLowPage = 400;

void facts(const Rect& r, int across, int lines, const CohortCard& card,
           const AttendanceMatrix& matrix) {
  ui::card(r);
  const auto fact = [&](int k, std::string_view what, std::string_view value,
                        std::string_view note) {
    if (k >= across * lines) return;
    Rect column = r.column(k % across, across, 0);
    const float height = r.height() / static_cast<float>(lines);
    column.y0 += height * static_cast<float>(k / across);
    column.y1 = column.y0 + height;
    if (k % across > 0) line_v(column.x0, column.y0, column.y1, ink(Colour::line));
    if (k == across) line_h(r.x0, r.x1, column.y0, ink(Colour::line));
    Rect inner = column.inset(px(16), px(12));
    label(inner.cut_top(px(18), px(2)), Type::small, ink(Colour::muted), what);
    label(inner.cut_top(px(20), px(2)), Type::body_strong, ink(Colour::text), value);
    label(inner.cut_top(px(18)), Type::small, ink(Colour::muted), note);
    record(ui::Role::text, column, phrase("{}: {}", what, value));
  };
  fact(0, "Next session",
       card.next_session.empty() ? std::string_view{"none has a date"} : card.next_module,
       phrase("{}{}{}", card.next_when, card.next_where.empty() ? "" : ", ", card.next_where));
  fact(1, "Held", phrase("{} of {}", card.held, card.sessions), card.words);
  fact(2, "Last session", card.finish.empty() ? std::string_view{"no date yet"} : card.finish,
       card.deadline.empty() ? "no day to end by" : phrase("to end by {}", card.deadline));
  fact(3, "People",
       card.capacity ? phrase("{} of {} places", card.people, *card.capacity)
                     : counted(card.people, "person", "people"),
       phrase("{} waiting, {} paused", matrix.waiting.size(), card.paused));
}

constexpr float kRow = 36;

struct Layout {
  Rect box;     // the whole card
  Rect header;  // of the sessions
  Rect names;
  Rect cells;
  Rect sums;  // right of the cells
  Rect foot;  // "Came" below the cells
  float cell_width{};
  float wide{};  // of the cells in view, the bar beside them left out
  float tall{};
};

Layout lay_out(Rect r, const AttendanceMatrix& matrix) {
  Layout out;
  const auto columns = static_cast<float>(std::max<std::size_t>(1, matrix.columns.size()));
  const auto rows = static_cast<float>(matrix.rows.size());
  float names = px(120);
  for (const MatrixRow& row : matrix.rows)
    names = std::max(names, text_width(Type::small, row.name));
  names = std::min(names, std::min(px(230), r.width() * 0.3F)) + px(40);
  const float sums = px(76);
  const bool parts = std::ranges::any_of(
      matrix.columns, [](const models::MatrixColumn& c) { return !c.part.empty(); });
  const float header = px(parts ? 92 : 78);
  const float foot = px(30);
  const float bar = ImGui::GetStyle().ScrollbarSize;
  // Whole columns and whole rows only; the bars have room of their own.
  const float room = r.width() - names - sums;
  const float tallest = r.height() - header - foot;
  const bool down = rows * px(kRow) > tallest;
  const float beside = room - (down ? bar : 0);
  out.cell_width = std::floor(std::clamp(beside / columns, px(40), px(76)));
  const bool across = out.cell_width * columns > beside + 1;
  const float fit = std::floor(beside / out.cell_width);
  out.wide = out.cell_width * std::min(columns, std::max(1.0F, fit));
  const bool cut = rows * px(kRow) > tallest - (across ? bar : 0);
  const float below = tallest - (across ? bar : 0);
  out.tall = px(kRow) * (cut ? std::max(1.0F, std::floor(below / px(kRow))) : rows);
  const float wide = out.wide + (cut ? bar : 0);
  const float tall = out.tall + (across ? bar : 0);
  out.box = snapped(Rect::sized(r.x0, r.y0, names + wide + sums, header + tall + foot));
  Rect rest = out.box;
  Rect top = rest.cut_top(header);
  out.foot = rest.cut_bottom(foot);
  top.cut_left(names);
  top.cut_right(sums);
  out.header = top;
  out.names = rest.cut_left(names);
  out.sums = rest.cut_right(sums);
  out.cells = rest;
  return out;
}

class Grid {
 public:
  Grid(const AttendanceMatrix& matrix, MatrixState& state, Layout layout)
      : matrix_(matrix), state_(state), at_(layout) {}

  void draw(Wishes& wishes) {
    ui::card(at_.box);
    cells();
    header();
    names(wishes);
    foot();
  }

 private:
  void cells() {
    ImGui::SetCursorScreenPos(low(at_.cells));
    if (std::exchange(state_.want_focus, false)) ImGui::SetNextWindowFocus();
    begin_child("cells", {at_.cells.width(), at_.cells.height()},
                ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                    ImGuiWindowFlags_HorizontalScrollbar);
    state_.focused = ImGui::IsWindowFocused();
    if (std::exchange(state_.show, false)) scroll_to();
    // By whole columns and rows, so that nothing is cut in the middle of a letter.
    const auto whole = [](float scroll, float step) { return std::round(scroll / step) * step; };
    start_ = {at_.cells.x0 - whole(ImGui::GetScrollX(), at_.cell_width),
              at_.cells.y0 - whole(ImGui::GetScrollY(), px(kRow))};
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    for (int r = 0; r < static_cast<int>(matrix_.rows.size()); ++r) {
      const float y = start_.y + static_cast<float>(r) * px(kRow);
      const Rect line{at_.cells.x0, y, at_.cells.x0 + at_.wide, y + px(kRow)};
      if (!Area::in_view(line)) continue;
      if (r == state_.row && state_.column >= 0) fill(line, ink(Colour::selected, 0.55F));
      for (int c = 0; c < static_cast<int>(matrix_.columns.size()); ++c) cell(r, c, y);
      line_h(line.x0, line.x1, line.y1 - hair(), ink(Colour::line));
    }
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({at_.cell_width * static_cast<float>(matrix_.columns.size()),
                  px(kRow) * static_cast<float>(matrix_.rows.size())});
    ImGui::EndChild();
  }

  void scroll_to() const {
    // Before a cell is chosen: the session that comes next.
    const auto next = std::ranges::find(matrix_.columns, true, &models::MatrixColumn::next);
    const int column = state_.column >= 0 ? state_.column
                       : next == matrix_.columns.end()
                           ? 0
                           : static_cast<int>(next - matrix_.columns.begin());
    const float x = static_cast<float>(column) * at_.cell_width;
    const float y = static_cast<float>(state_.row) * px(kRow);
    if (x < ImGui::GetScrollX()) ImGui::SetScrollX(x);
    if (x + at_.cell_width > ImGui::GetScrollX() + at_.wide)
      ImGui::SetScrollX(x + at_.cell_width - at_.wide);
    if (y < ImGui::GetScrollY()) ImGui::SetScrollY(y);
    if (y + px(kRow) > ImGui::GetScrollY() + at_.tall) ImGui::SetScrollY(y + px(kRow) - at_.tall);
  }

  void cell(int r, int c, float y) {
    const float x = start_.x + static_cast<float>(c) * at_.cell_width;
    const Rect box{x, y, x + at_.cell_width, y + px(kRow)};
    if (!Area::in_view(box)) return;
    const MatrixRow& row = matrix_.rows[static_cast<std::size_t>(r)];
    const auto& column = matrix_.columns[static_cast<std::size_t>(c)];
    const MatrixCell& what = row.cells[static_cast<std::size_t>(c)];
    if (column.next) fill(box, ink(Colour::accent_soft));
    const IdScope row_id(row.number);
    const IdScope id(static_cast<std::uint64_t>(c));
    const bool chosen = r == state_.row && c == state_.column;
    const std::string_view name =
        phrase("{} / {}{}{}", row.name, column.module, column.part.empty() ? "" : " ", column.part);
    const Press p = press("cell", box, {.role = ui::Role::button, .on = chosen, .label = name});
    if (p.hovered) {
      fill(box, ink(Colour::hover));
      hint(box, cell_words(what));
    }
    paint_cell(box, what);
    record(ui::Role::text, box, phrase("{}: {}", name, state_words(what.state)));
    if (chosen) {
      const Rect ring = box.inset(px(2));
      outline(ring, ink(Colour::accent), px(4), px(2));
    }
    if (!p.clicked) return;
    choose(state_, r, c);
    state_.refused = what.refused;
    if (!what.refused.empty()) return;
    state_.menu = true;
    state_.menu_x = box.x0;
    state_.menu_y = box.y0;
  }

  void header() {
    const Rect heads{at_.header.x0, at_.header.y0, at_.header.x0 + at_.wide, at_.header.y1};
    canvas().PushClipRect(low(heads), high(heads), true);
    for (std::size_t c = 0; c < matrix_.columns.size(); ++c) {
      const float x = start_.x + static_cast<float>(c) * at_.cell_width;
      const Rect box{x, at_.header.y0, x + at_.cell_width, at_.header.y1};
      if (box.x1 <= heads.x0 || box.x0 >= heads.x1) continue;
      paint_column_head(box, matrix_.columns[c]);
    }
    canvas().PopClipRect();
    Rect corner{at_.names.x0 + px(16), at_.header.y0, at_.names.x1, at_.header.y1 - px(8)};
    label(corner.cut_bottom(px(18)), Type::small, ink(Colour::muted),
          counted(matrix_.rows.size(), "person", "people"));
    Rect came{at_.sums.x0, at_.header.y0, at_.sums.x1 - px(16), at_.header.y1 - px(8)};
    label(came.cut_bottom(px(18)), Type::small, ink(Colour::muted), "came", Align::right);
    line_h(at_.box.x0, at_.box.x1, at_.header.y1 - hair(), ink(Colour::line));
  }

  void names(Wishes& wishes) {
    const Rect band{at_.box.x0, at_.cells.y0, at_.box.x1, at_.cells.y0 + at_.tall};
    ImGui::PushClipRect(low(band), high(band), true);
    for (std::size_t r = 0; r < matrix_.rows.size(); ++r) {
      const MatrixRow& row = matrix_.rows[r];
      const float y = start_.y + static_cast<float>(r) * px(kRow);
      Rect name{at_.names.x0 + hair(), y, at_.names.x1, y + px(kRow)};
      if (name.y1 <= band.y0 || name.y0 >= band.y1) continue;
      const Rect sum{at_.sums.x0, y, at_.sums.x1 - hair(), y + px(kRow)};
      if (static_cast<int>(r) == state_.row && state_.column >= 0) {
        fill(name, ink(Colour::selected, 0.55F));
        fill(sum, ink(Colour::selected, 0.55F));
      }
      const IdScope id(row.number);
      const Press p =
          press("name", name,
                {.role = ui::Role::link, .reason = "Open this person's page", .label = row.name});
      if (p.clicked) wishes.go = Destination{Page::people, "", "", row.number};
      Rect words = name.inset(px(16), 0);
      if (row.resting) status_glyph(Status::paused, words.cut_right(px(14), px(6)), 11);
      label(words, Type::small, ink(p.hovered ? Colour::accent : Colour::text), row.name);
      if (p.focused) focus_ring(name.inset(px(4)), px(4), 0);
      label({sum.x0, sum.y0, sum.x1 - px(16), sum.y1}, Type::small, ink(Colour::text),
            row.due > 0 ? phrase("{} of {}", row.done, row.due) : "–", Align::right);
      line_h(name.x0, name.x1, name.y1 - hair(), ink(Colour::line));
      line_h(sum.x0, sum.x1, sum.y1 - hair(), ink(Colour::line));
    }
    ImGui::PopClipRect();
  }

  void foot() {
    Rect line = at_.foot;
    line_h(line.x0, line.x1, line.y0, ink(Colour::line));
    label({at_.names.x0 + px(16), line.y0, at_.names.x1, line.y1}, Type::small, ink(Colour::muted),
          "Came");
    const Rect clip{at_.cells.x0, line.y0, at_.cells.x0 + at_.wide, line.y1};
    canvas().PushClipRect(low(clip), high(clip), true);
    for (std::size_t c = 0; c < matrix_.columns.size(); ++c) {
      if (matrix_.columns[c].came < 0) continue;
      const float x = start_.x + static_cast<float>(c) * at_.cell_width;
      label({x, line.y0, x + at_.cell_width, line.y1}, Type::small, ink(Colour::muted),
            phrase("{}", matrix_.columns[c].came), Align::centre);
    }
    canvas().PopClipRect();
  }

  const AttendanceMatrix& matrix_;
  MatrixState& state_;
  Layout at_;
  ImVec2 start_;
};

constexpr std::array kLegend{CellState::full,    CellState::partial, CellState::no_show,
                             CellState::excused, CellState::open,    CellState::paused,
                             CellState::ahead};

// As many lines as the signs need side by side in this width.
int legend_lines(float width) {
  float all = 0;
  for (const CellState state : kLegend)
    all += px(16 + 6 + 16) + text_width(Type::small, state_words(state)) + 1;
  return all > width ? 2 : 1;
}

void legend(Rect r) {
  constexpr std::string_view kKeys = "arrow keys move, F1 lists the keys";
  Rect line = r.cut_top(px(24));
  for (const CellState state : kLegend) {
    const std::string_view words = state_words(state);
    const float width = text_width(Type::small, words) + 1;
    if (px(16 + 6) + width > line.width()) line = r.cut_top(px(24));
    MatrixCell sample;
    sample.state = state;
    paint_cell(line.cut_left(px(16), px(6)), sample);
    label(line.cut_left(width, px(16)), Type::small, ink(Colour::muted), words);
  }
  if (text_width(Type::small, kKeys) <= line.width())
    label(line, Type::small, ink(Colour::muted), kKeys, Align::right);
}

}  // namespace

bool draw_cohort(const Rect& page, models::Roster& roster, const CohortCard& card,
                 MatrixState& state, Wishes& wishes) {
  const AttendanceMatrix& matrix = *roster.matrix(card.code);
  Rect body = page.inset(px(metric::kPageMargin));
  body.y1 = page.y1 - px(12);
  const ButtonOptions quiet{.icon = Icon::schedule};
  const float room = button_width("Show it in the schedule", quiet) + px(8);
  Crumb crumb = crumb_head(body.cut_top(px(metric::kPageHead)), "Cohorts", card.code,
                           card.orientation ? shown(*card.orientation) : ui::Orientation::none,
                           card.line, {room, 0});
  const bool folded = !crumb.below.empty();
  if (button_right(folded ? crumb.below : crumb.actions, "Show it in the schedule",
                   {.small = folded, .icon = Icon::schedule}))
    wishes.go = Destination{Page::schedule, "", card.code, ""};
  // Two and two where that leaves room for the matrix; else the two that change most.
  const bool narrow = body.width() < px(kFourFacts);
  const int lines = narrow && body.height() > px(560) ? 2 : 1;
  // On a low page the matrix needs all the room, and the board has these facts too.
  if (body.height() >= px(kLowPage))
    facts(snapped(body.cut_top(px(86) * static_cast<float>(lines), px(metric::kGap))),
          narrow ? 2 : 4, lines, card, matrix);
  const float key = px(24) * static_cast<float>(legend_lines(body.width()));
  body.cut_bottom(key, px(8));
  if (matrix.rows.empty() || matrix.columns.empty()) {
    empty_state(body, Icon::cohorts,
                matrix.rows.empty() ? "Nobody is enrolled yet" : "No session yet",
                matrix.rows.empty()
                    ? "Attendance is marked here once people are enrolled: take somebody in from "
                      "the wait-list, or add rows to members.csv."
                    : "Attendance is marked here once the sessions of this cohort are planned: "
                      "open the schedule and press Solve.",
                "");
    return crumb.back;
  }
  state.row = std::clamp(state.row, 0, static_cast<int>(matrix.rows.size()) - 1);
  state.column = std::min(state.column, static_cast<int>(matrix.columns.size()) - 1);
  const Layout layout = lay_out(body, matrix);
  Grid(matrix, state, layout).draw(wishes);
  const float under = layout.box.y1 + px(8);
  legend({body.x0, under, body.x1, under + key});
  marks_menu(matrix, state, wishes);
  return crumb.back;
}

}  // namespace tandem::views
