#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "planner/curriculum/lenses.hpp"
#include "ui/views/module_form.hpp"
#include "ui/widgets/lists.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;

constexpr float kGap = 16;
constexpr std::array<std::string_view, 5> kLevels{"1 Awareness", "2 Basic", "3 Skilled",
                                                  "4 Advanced", "5 Expert"};
constexpr std::array<std::string_view, 3> kKinds{"Knowledge", "Behaviour", "Conditions created"};
constexpr std::array<std::string_view, 4> kQuestions{"Why", "Where to", "How", "What next"};
constexpr std::array<std::string_view, 3> kHorizons{"Now", "Next", "Beyond"};
constexpr std::array<std::string_view, 2> kZooms{"Zoom in", "Zoom out"};

constexpr auto kFocusNames = [] {
  std::array<std::string_view, kFocusAreas.size()> out{};
  for (std::size_t k = 0; k < out.size(); ++k) out[k] = kFocusAreas[k].name;
  return out;
}();

// Returns: pressed.
bool objective_row(Area& area, const Program& program, const Objective& objective, bool open) {
  const Rect r = area.next(px(36));
  const std::string_view name = phrase("Objective {}", objective.number);
  const Press p = press("objective", r, {.role = ui::Role::row, .on = open, .label = name});
  const float radius = px(metric::kControlRadius);
  if (open || p.hovered) fill(r, ink(open ? Colour::selected : Colour::hover), radius);
  Rect inner = r.inset(px(8), 0);
  draw_icon(open ? Icon::up : Icon::down, inner.cut_right(px(14), px(8)), ink(Colour::muted), 14);
  label(inner.cut_left(px(20), px(4)), Type::small, ink(Colour::muted),
        phrase("{}", objective.number));
  const std::string_view length =
      objective.minutes ? phrase("{} min", *objective.minutes) : "no minutes";
  label(inner.cut_right(px(76), px(12)), Type::small,
        ink(objective.minutes ? Colour::text : Colour::muted), length, Align::right);
  const Competency* c = objective.competency ? find(program, objective.competency) : nullptr;
  label(inner.cut_right(px(44), px(8)), Type::small, ink(Colour::muted),
        c ? std::string_view{c->code} : "–");
  label(inner, Type::body, ink(Colour::text), objective.text);
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

void focus_chips(Area& area, RowFields& fields, const Objective& objective) {
  const float width = area.x1() - area.x0();
  Rect r = area.next(px(20) + chips_height(width, kFocusNames));
  const bool own = !objective.focus.empty() && !focus_area(objective.focus);
  field_name(r.cut_top(px(18), px(2)), "Focus area", own ? std::string_view{objective.focus} : "");
  std::optional<int> chosen;
  for (std::size_t k = 0; k < kFocusAreas.size(); ++k)
    if (objective.focus == kFocusAreas[k].word) chosen = static_cast<int>(k);
  if (!chips(r, "Focus area", kFocusNames, chosen)) return;
  fields.take("focus", "focus area",
              chosen ? kFocusAreas[static_cast<std::size_t>(*chosen)].word : "");
}

void competency(const Rect& r, models::Syllabus& syllabus, ModulesState& state,
                const Objective& objective, RowFields& fields) {
  const Program& program = syllabus.program();
  const Competency* c = objective.competency ? find(program, objective.competency) : nullptr;
  if (select_field(r, "Competency", c ? std::string_view{c->name} : "")) {
    state.menu_anchor = r;
    open_menu("competency menu");
  }
  Menu menu("competency menu", state.menu_anchor, 300);
  if (!menu) return;
  if (menu.item("None")) fields.take("competency", "competency", "");
  menu.rule();
  for (const models::CompetencyLine& line : syllabus.framework().lines) {
    const IdScope id(line.id.value);
    if (menu.item(line.name, line.code)) fields.take("competency", "competency", line.code);
  }
}

void objective_form(Area& area, models::Syllabus& syllabus, ModulesState& state,
                    const Objective& objective, const std::string& module, Wishes& wishes) {
  const Program& program = syllabus.program();
  RowFields fields(program, state.drafts, shared(program, objective),
                   phrase("{} objective {}", module, objective.number), wishes);
  const float width = area.x1() - area.x0();
  area.skip(px(8));
  constexpr float kBox = 60;
  fields.text(area.next(fields.height(width, "text", {.box = kBox})), "text",
              "What somebody can do, knows or brings about", {.box = kBox});
  area.skip(px(12));
  const float third = area.rest().column(0, 3, px(kGap)).width();
  const Rect line =
      area.next(std::max({fields.height(third, "minutes"), px(54), fields.height(third, "tags")}));
  fields.text(line.column(0, 3, px(kGap)), "minutes", "Minutes", {.hint = "not said"});
  competency(line.column(1, 3, px(kGap)), syllabus, state, objective, fields);
  fields.text(line.column(2, 3, px(kGap)), "tags", "Tags", {.hint = "trust;empathy"});
  area.skip(px(12));
  const auto choice = [&](std::string_view field, std::string_view name,
                          std::span<const std::string_view> words, int first = 0) {
    fields.choice(area.next(fields.choice_height(width, words)), field, name, words, first);
    area.skip(px(6));
  };
  choice("level", "Level aimed at", kLevels, 1);
  const Rect pair = area.next(fields.choice_height(width / 2, kKinds));
  fields.choice(pair.column(0, 2, px(kGap)), "kind", "Kind of outcome", kKinds);
  fields.choice(pair.column(1, 2, px(kGap)), "question", "Question it answers", kQuestions);
  area.skip(px(6));
  const Rect other = area.next(fields.choice_height(width / 2, kHorizons));
  fields.choice(other.column(0, 2, px(kGap)), "horizon", "Horizon", kHorizons);
  fields.choice(other.column(1, 2, px(kGap)), "zoom", "Zoom", kZooms);
  area.skip(px(6));
  focus_chips(area, fields, objective);
  area.skip(px(10));
  field_name(area.next(px(18)), "Where it leans; neither end is the better one");
  area.skip(px(6));
  for (std::size_t k = 0; k < kAxes.size(); k += 2) {
    const Rect axes = area.next(px(34));
    for (std::size_t at = k; at < std::min(k + 2, kAxes.size()); ++at)
      fields.axis(axes.column(static_cast<int>(at - k), 2, px(kGap)), kAxes[at].field,
                  kAxes[at].left, kAxes[at].right);
  }
  area.skip(px(8));
  Rect foot = area.next(px(metric::kControlSmall));
  if (button_right(foot, "Remove this objective", {.small = true})) {
    state.refused = wish(program, remove_objective(program, objective.id), wishes);
    state.objective = {};
  }
  area.skip(px(12));
}

}  // namespace

void objectives_form(Area& area, models::Syllabus& syllabus, ModulesState& state,
                     const Module& module, Wishes& wishes) {
  const Program& program = syllabus.program();
  const models::ModuleFacts& facts = *syllabus.facts(module.id);
  area.skip(px(12));
  rule(area);
  Rect title = area.next(px(24));
  if (facts.minutes_differ) status_glyph(Status::attention, title.cut_right(px(12), px(8)), 11);
  card_heading(title, "Objectives", facts.minutes);
  record(ui::Role::text, title, phrase("Objectives: {}", facts.minutes));
  area.skip(px(6));
  for (const models::ObjectiveLine& line : facts.objectives) {
    const Objective& objective = *find(program, line.id);
    const IdScope id(line.id.value);
    const bool open = state.objective == line.id;
    if (objective_row(area, program, objective, open))
      state.objective = open ? Id<Objective>{} : line.id;
    if (!open) continue;
    const ProbeScope scope(phrase("Objective {}", line.number));
    objective_form(area, syllabus, state, objective, module.code, wishes);
  }
  area.skip(px(8));
  FieldDraft& draft = state.drafts.of("new objective");
  const FieldOptions look{.hint = "Says no to a request and keeps the relationship",
                          .refused = draft.refused};
  const Rect line = area.next(field_height(area.x1() - area.x0(), look));
  const InputResult typed = field(line, "One more objective", draft.text, look);
  if (typed.changed) draft.refused.clear();
  if (typed.committed && !trim(draft.text).empty())
    draft.refused = wish(program, add_objective(program, module.id, draft.text), wishes);
}

}  // namespace tandem::views
