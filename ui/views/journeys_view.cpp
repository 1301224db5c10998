#include "ui/views/journeys_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/curriculum/lenses.hpp"
#include "ui/models/row_form.hpp"
#include "ui/views/journey_canvas.hpp"
#include "ui/views/module_form.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::Action;
using models::ModuleLine;
using models::ModulesModel;

constexpr float kLibrary = 208;
constexpr float kLeastCanvas = 380;

struct Group {
  std::string_view title;
  bool (*holds)(Mode mode);
};
constexpr std::array<Group, 3> kGroups{
    {{"Modules", [](Mode m) { return m != Mode::practice && m != Mode::project; }},
     {"Practice tasks", [](Mode m) { return m == Mode::practice; }},
     {"Projects", [](Mode m) { return m == Mode::project; }}}};

void filters(Rect& column, const ModulesModel& model, std::size_t left, JourneysState& state) {
  models::ModuleFilter& filter = state.filter;
  Rect head = column.cut_top(px(24), px(8));
  const std::string_view told =
      left == model.lines.size() ? counted(left, "module")
                                 : phrase("{} of {}", left, counted(model.lines.size(), "module"));
  label(head.cut_left(text_width(Type::body_strong, "Library") + 1, px(8)), Type::body_strong,
        ink(Colour::text), "Library");
  label(head, Type::small, ink(Colour::muted), told);
  record(ui::Role::text, head, told);
  input(column.cut_top(px(metric::kControl), px(8)), "Search the library", filter.search,
        {.hint = "Title, skill, focus",
         .icon = Icon::search,
         .focus = std::exchange(state.search, false)});
  Rect line = column.cut_top(px(20), px(10));
  if (filter_chip(line.cut_left(filter_chip_width("Not used", filter.not_used), px(6)), "Not used",
                  filter.not_used))
    filter.not_used = !filter.not_used;
  constexpr std::array<std::string_view, 3> kLetters{"L", "M", "B"};
  for (std::size_t k = 0; k < kLetters.size(); ++k) {
    bool& on = filter.orientations[k];
    if (filter_chip(line.cut_left(filter_chip_width(kLetters[k], on), px(4)), kLetters[k], on))
      on = !on;
  }
}

// Returns: chosen.
bool library_row(Area& area, const ModuleLine& line, bool on, JourneysState& state) {
  const Rect r = area.next(px(30));
  if (!Area::in_view(r)) return false;
  const IdScope id(line.id.value);
  const Press p = press("row", r, {.role = ui::Role::row, .on = on, .label = line.code});
  const float radius = px(metric::kControlRadius);
  const bool in_hand = state.drag && state.drag->from_library && state.drag->module == line.id;
  if (on || p.hovered) fill(r, ink(on ? Colour::selected : Colour::hover), radius);
  Rect inner = r.inset(px(6), 0);
  const float alpha = in_hand ? 0.45F : 1;
  orientation_chip(shown(line.orientation), inner.cut_left(px(16), px(6)), true);
  label(inner.cut_left(std::min(px(42), text_width(Type::small_strong, line.code) + px(2)), px(6)),
        Type::small_strong, ink(Colour::text, alpha), line.code);
  label(inner.cut_right(text_width(Type::small, line.hours) + 1, px(6)), Type::small,
        ink(Colour::muted, alpha), line.hours, Align::right);
  label(inner, Type::small, ink(Colour::text, alpha), line.title);
  if (p.focused) focus_ring(r, radius);
  if (p.held && !state.drag && ImGui::IsMouseDragging(0, px(4)))
    state.drag = CardDrag{line.id, true, px(24), px(20)};
  return p.clicked && !state.drag;
}

void focus_legend(Area& area) {
  area.skip(px(12));
  if (!folding(area.next(px(24)), "Focus areas")) return;
  area.skip(px(4));
  for (const FocusArea& focus : kFocusAreas) {
    Rect line = area.next(px(24));
    chip(line.cut_left(px(30), px(8)), focus.letters, ChipTone::outlined);
    label(line, Type::small, ink(Colour::muted), focus.name);
  }
}

// Returns: a line was chosen.
bool library(Rect column, models::Syllabus& syllabus, JourneysState& state, Id<Module>& chosen) {
  const ModulesModel& model = syllabus.modules();
  const auto& journeys = journeys_shown(syllabus, state);
  state.filter.journeys = {journeys.lane(models::Lane::upper).programme,
                           journeys.lane(models::Lane::lower).programme};
  const auto& index = syllabus.library(state.filter);
  filters(column, model, index.size(), state);
  bool picked = false;
  Area area("library", {column.x0 - px(14), column.y0, column.x1 + px(10), column.y1},
            {.margin = 8});
  const ProbeScope scope("Library");
  if (index.empty()) {
    area.skip(paragraph(area.rest().inset(px(6), 0), Type::small, ink(Colour::muted),
                        model.lines.empty() ? "No module yet: add one in the tab Modules."
                        : state.filter.any() && !state.filter.search.empty()
                            ? "No module fits."
                            : "Every module is in one of these journeys."));
    area.skip(px(6));
  }
  for (const Group& group : kGroups) {
    bool begun = false;
    for (const std::uint32_t k : index) {
      const ModuleLine& line = model.lines[k];
      if (!group.holds(line.mode)) continue;
      if (!std::exchange(begun, true)) {
        area.skip(px(4));
        section_label(area.next(px(22)).inset(px(6), 0), group.title);
      }
      if (!library_row(area, line, line.id == chosen, state)) continue;
      chosen = line.id;
      picked = true;
    }
  }
  focus_legend(area);
  area.skip(px(16));
  return picked;
}

Changed by_key(models::Syllabus& syllabus, const models::JourneysModel& model, Id<Module> module,
               Action action) {
  const Program& program = syllabus.program();
  const Id<Programme> upper = model.lane(models::Lane::upper).programme;
  const Id<Programme> lower = model.lane(models::Lane::lower).programme;
  switch (action) {
    case Action::into_upper:
      return add_module(program, upper, module);
    case Action::into_lower:
      return add_module(program, lower, module);
    case Action::set_earlier:
      return models::move_by_one_in_both(program, model, module, -1);
    case Action::set_later:
      return models::move_by_one_in_both(program, model, module, 1);
    case Action::week_earlier:
      return models::shift(program, model, module, -7);
    case Action::week_later:
      return models::shift(program, model, module, 7);
    default:
      return models::take_out_of_both(program, model, module);
  }
}

}  // namespace

const models::JourneysModel& journeys_shown(models::Syllabus& syllabus,
                                            const JourneysState& state) {
  const auto shown = state.shown.value_or(syllabus.usual());
  return syllabus.journeys(shown[0], shown[1]);
}

bool journeys_action(JourneysState& state, models::Syllabus& syllabus, Id<Module> chosen,
                     Action action, Wishes& wishes) {
  constexpr std::array kOwn{Action::into_upper, Action::into_lower,   Action::set_earlier,
                            Action::set_later,  Action::week_earlier, Action::week_later,
                            Action::take_out};
  if (std::ranges::find(kOwn, action) == kOwn.end()) return false;
  if (!find(syllabus.program(), chosen)) {
    wishes.say = "Choose a module first";
    return true;
  }
  state.show = true;
  wishes.say = wish(syllabus.program(),
                    by_key(syllabus, journeys_shown(syllabus, state), chosen, action), wishes);
  return true;
}

bool draw_journeys(const Rect& body, models::Syllabus& syllabus, JourneysState& state,
                   Id<Module>& chosen, Wishes& wishes) {
  state.drafts.keep_up(syllabus.bench().session().edition());
  if (syllabus.programmes().empty()) {
    if (empty_state(body, Icon::curricula, "No journey yet",
                    "Here two journeys stand side by side, one for those who lead and one for "
                    "those who manage, with what both share between them. Begin with two empty "
                    "ones and drag modules in.",
                    "Begin two journeys"))
      wishes.say = wish(syllabus.program(), two_journeys(syllabus.program()), wishes);
    return false;
  }
  Rect rest = body;
  bool picked = false;
  // Beside an inspector in a small window the journeys need the room more than the library does.
  if (body.width() >= px(kLibrary + kLeastCanvas)) {
    Rect column = rest.cut_left(px(kLibrary));
    line_v(column.x1, body.y0, body.y1, ink(Colour::line));
    column.x1 -= px(12);
    column.cut_top(px(10));
    picked = library(column, syllabus, state, chosen);
    rest.x0 += hair();
  }
  if (journey_canvas(rest, syllabus, state, chosen, wishes)) picked = true;
  return picked;
}

}  // namespace tandem::views
