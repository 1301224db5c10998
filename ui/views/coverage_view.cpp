#include "ui/views/coverage_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/form.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::CoverageLine;
using models::CoverageModel;

constexpr float kCell = 46;
constexpr float kRow = 36;
constexpr float kHead = 52;
constexpr float kSum = 76;

// One chip a programme, and the whole catalogue. Returns: the height used.
float programmes(const Rect& r, models::Syllabus& syllabus, CoverageState& state) {
  if (syllabus.programmes().empty()) return 0;
  std::pmr::vector<std::string_view> words(frame_memory());
  std::pmr::vector<Id<Programme>> ids(frame_memory());
  words.push_back("Every module");
  ids.push_back({});
  for (const models::ProgrammeChoice& p : syllabus.programmes()) {
    words.push_back(p.title);
    ids.push_back(p.id);
  }
  std::optional<int> chosen = 0;
  for (std::size_t k = 0; k < ids.size(); ++k)
    if (ids[k] == state.programme) chosen = static_cast<int>(k);
  if (chips(r, "Programme", words, chosen, false))
    state.programme = ids[static_cast<std::size_t>(*chosen)];
  return chips_height(r.width(), words);
}

struct Layout {
  Rect box;
  Rect head;
  Rect names;
  Rect cells;
  Rect sums;
  float wide{};  // of the cells in view, the bar beside them left out
  float tall{};
};

Layout lay_out(const Rect& r, const CoverageModel& model) {
  const float names = std::min(px(290), r.width() * 0.36F);
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float wanted = px(kCell) * static_cast<float>(model.columns.size());
  const float rows = px(kRow) * static_cast<float>(model.lines.size());
  const float tallest = r.height() - px(kHead);
  // Whole columns and whole rows only, as a cut number reads as another; the bars have room of
  // their own beside and below.
  float room = r.width() - names - px(kSum);
  const bool down = rows + (wanted > room ? bar : 0) > tallest;
  if (down) room -= bar;
  const bool across = wanted > room;
  const auto whole = [](float space, float step) {
    return std::max(1.0F, std::floor(space / step)) * step;
  };
  Layout out;
  out.wide = across ? whole(room, px(kCell)) : wanted;
  out.tall = down ? whole(tallest - (across ? bar : 0), px(kRow)) : rows;
  out.box = snapped(Rect::sized(r.x0, r.y0, names + out.wide + (down ? bar : 0) + px(kSum),
                                px(kHead) + out.tall + (across ? bar : 0)));
  Rect rest = out.box;
  out.head = rest.cut_top(px(kHead));
  out.names = rest.cut_left(names);
  out.sums = rest.cut_right(px(kSum));
  out.cells = rest;
  out.head.x0 = out.cells.x0;
  out.head.x1 = out.cells.x1;
  return out;
}

void name_cell(const Rect& r, const CoverageLine& line) {
  Rect words = r.inset(px(16), 0);
  if (line.orientation)
    orientation_chip(shown(*line.orientation), words.cut_left(px(16), px(8)), true);
  const float right = text_width(Type::small, line.modules) + 1;
  if (line.empty) {
    label(words.cut_right(text_width(Type::small, "nobody") + 1, px(8)), Type::small,
          ink(Colour::attention), "nobody", Align::right);
    status_glyph(Status::attention, words.cut_right(px(11), px(6)), 10);
  } else if (words.width() > right + px(100)) {
    label(words.cut_right(right, px(8)), Type::small, ink(Colour::muted), line.modules,
          Align::right);
  }
  label(words, Type::small, ink(Colour::text), line.name);
  record(ui::Role::text, r,
         phrase("{}: {}", line.name, line.empty ? std::string_view{"nobody"} : line.sum));
}

Id<Module> table(const Layout& at, models::Syllabus& syllabus, const CoverageModel& model,
                 Id<Module> chosen) {
  Id<Module> pressed;
  ui::card(at.box);
  const models::ModuleLine* selected = syllabus.modules().find(chosen);
  // The heads stand in the scrolling part, at its top, so that the keyboard takes it along.
  ImGui::SetCursorScreenPos(low(at.head));
  begin_child("coverage cells", {at.cells.width(), at.cells.y1 - at.head.y0},
              ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                  ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  // By whole columns and rows, so that none is cut.
  const float left = std::round((at.cells.x0 - corner.x) / px(kCell)) * px(kCell);
  const float up = std::round((at.head.y0 - corner.y) / px(kRow)) * px(kRow);
  const ImVec2 start{at.cells.x0 - left, at.cells.y0 - up};
  const auto column = [&](std::size_t k) { return start.x + px(kCell) * static_cast<float>(k); };
  const auto cut = [&](std::size_t k) {
    return column(k) < at.cells.x0 - 1 || column(k) + px(kCell) > at.cells.x0 + at.wide + 1;
  };
  for (std::size_t k = 0; k < model.columns.size(); ++k) {
    if (!selected || model.columns[k].code != selected->code) continue;
    fill({column(k), at.cells.y0, column(k) + px(kCell), at.cells.y1},
         ink(Colour::selected, 0.55F));
  }
  for (std::size_t r = 0; r < model.lines.size(); ++r) {
    const CoverageLine& line = model.lines[r];
    const float y = start.y + px(kRow) * static_cast<float>(r);
    const Rect row{at.cells.x0, y, at.cells.x0 + at.wide, y + px(kRow)};
    if (row.y0 < at.cells.y0 - 1 || row.y1 > at.cells.y0 + at.tall + 1) continue;
    for (std::size_t k = 0; k < line.cells.size(); ++k) {
      const Rect cell{column(k), y, column(k) + px(kCell), y + px(kRow)};
      if (line.cells[k].empty() || cut(k)) continue;
      const Rect block = cell.inset(px(3), px(4));
      fill(block, ink(Colour::sunken), px(4));
      label(block, Type::small, ink(Colour::text), line.cells[k], Align::centre);
      if (!ImGui::IsMouseHoveringRect(low(cell), high(cell))) continue;
      hint(cell,
           phrase("{} {}: {} of {}", model.columns[k].code, model.columns[k].title,
                  line.cells[k] == "·" ? "some" : phrase("{} min", line.cells[k]), line.name));
    }
    line_h(row.x0, row.x1, row.y1 - hair(), ink(Colour::line));
  }
  ImGui::SetCursorScreenPos(corner);
  ImGui::Dummy({px(kCell) * static_cast<float>(model.columns.size()),
                px(kHead) + px(kRow) * static_cast<float>(model.lines.size())});
  fill(at.head, ink(Colour::raised));
  line_h(at.head.x0, at.head.x1, at.head.y0, ink(Colour::line));
  line_h(at.head.x0, at.head.x1, at.head.y1 - hair(), ink(Colour::line));
  for (std::size_t k = 0; k < model.columns.size(); ++k) {
    const Rect head{column(k), at.head.y0 + hair(), column(k) + px(kCell), at.head.y1 - hair()};
    const models::CoverageColumn& what = model.columns[k];
    const IdScope id(what.code);
    const bool on = selected && selected->code == what.code;
    const Press p =
        press("column", head,
              {.role = ui::Role::button, .on = on, .reason = what.title, .label = what.code});
    if (p.clicked) pressed = syllabus.modules().find(what.code)->id;
    if (on || p.hovered) fill(head, ink(on ? Colour::selected : Colour::hover));
    if (cut(k)) continue;
    Rect inner = head;
    inner.cut_top(px(8));
    orientation_chip(shown(what.orientation), inner.cut_top(px(16), px(2)), true);
    label(inner.cut_top(px(18)).inset(px(2), 0), Type::small_strong, ink(Colour::text), what.code,
          Align::centre);
    if (p.focused) focus_ring(head.inset(px(2)), px(4), 0);
  }
  ImGui::EndChild();
  const Rect band{at.box.x0, at.cells.y0, at.box.x1, at.cells.y0 + at.tall};
  canvas().PushClipRect(low(band), high(band), true);
  for (std::size_t r = 0; r < model.lines.size(); ++r) {
    const float y = start.y + px(kRow) * static_cast<float>(r);
    const Rect name{at.names.x0 + hair(), y, at.names.x1, y + px(kRow)};
    if (name.y1 <= band.y0 + 1 || name.y0 >= band.y1 - 1) continue;
    name_cell(name, model.lines[r]);
    Rect sum{at.sums.x0, y, at.sums.x1 - px(16), y + px(kRow)};
    label(sum, Type::small_strong, ink(Colour::text), model.lines[r].sum, Align::right);
    line_h(name.x0, name.x1, name.y1 - hair(), ink(Colour::line));
    line_h(at.sums.x0, at.box.x1 - hair(), name.y1 - hair(), ink(Colour::line));
  }
  canvas().PopClipRect();
  Rect what{at.names.x0 + px(16), at.head.y0, at.names.x1, at.head.y1 - px(6)};
  label(what.cut_bottom(px(18)), Type::small, ink(Colour::muted), "minutes of objectives");
  Rect sum{at.sums.x0, at.head.y0, at.sums.x1 - px(16), at.head.y1 - px(6)};
  label(sum.cut_bottom(px(18)), Type::small, ink(Colour::muted), "in all", Align::right);
  line_h(at.box.x0, at.box.x1, at.head.y1 - hair(), ink(Colour::line));
  line_v(at.sums.x0, at.box.y0, at.box.y1, ink(Colour::line));
  return pressed;
}

}  // namespace

Id<Module> draw_coverage(const Rect& body, models::Syllabus& syllabus, CoverageState& state,
                         Id<Module> chosen, Wishes& wishes) {
  Rect rest = body;
  if (state.programme && !find(syllabus.program(), state.programme)) state.programme = {};
  rest.cut_top(programmes(rest, syllabus, state), px(8));
  const CoverageModel& model = syllabus.coverage(state.programme);
  if (model.empty()) {
    const bool none = model.lines.empty();
    if (empty_state(
            rest, Icon::grid, "Nothing to compare yet",
            none ? "This table says who teaches which competency. It begins with a framework."
                 : "This table says who teaches which competency. Put modules into this "
                   "programme, and objectives that name a competency into the modules.",
            none ? "Add a competency" : ""))
      wishes.add = TableId::competencies;
    return {};
  }
  Rect words = rest.cut_top(px(20), px(4));
  label(words, Type::body, ink(Colour::text), model.summary);
  record(ui::Role::text, words, model.summary);
  constexpr std::size_t kGapsSaid = 3;
  for (std::size_t k = 0; k < std::min(kGapsSaid, model.gaps.size()); ++k) {
    Rect line = rest.cut_top(px(20));
    status_glyph(Status::attention, line.cut_left(px(12), px(8)), 11);
    std::string_view said = model.gaps[k];
    if (k + 1 == kGapsSaid && model.gaps.size() > kGapsSaid)
      said = phrase("{} And {} more.", said, model.gaps.size() - kGapsSaid);
    label(line, Type::body, ink(Colour::text), said);
    record(ui::Role::text, line, said);
  }
  rest.cut_top(px(12));
  return table(lay_out(rest, model), syllabus, model, chosen);
}

}  // namespace tandem::views
