#include "ui/views/framework_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/form_columns.hpp"
#include "ui/views/module_form.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::CompetencyLine;

constexpr std::array<std::string_view, 3> kStrands{"Leader", "Manager", "Expert"};

// Returns: chosen.
bool competency_row(Area& area, const CompetencyLine& line, bool on) {
  const Rect r = area.next(px(52));
  if (!Area::in_view(r)) return false;
  const IdScope id(line.id.value);
  const Press p = press("row", r, {.role = ui::Role::row, .on = on, .label = line.code});
  const float radius = px(metric::kControlRadius);
  if (on || p.hovered) fill(r, ink(on ? Colour::selected : Colour::hover), radius);
  Rect inner = r.inset(px(8), px(7));
  const Rect sign = inner.cut_left(px(20), px(8));
  orientation_chip(shown(line.orientation), {sign.x0, sign.y0, sign.x1, sign.y0 + px(20)});
  Rect first = inner.cut_top(px(20));
  const std::string_view modules =
      line.modules == 0 ? "nobody teaches it" : counted(line.modules, "module");
  label(first.cut_right(text_width(Type::small, modules) + 1, px(8)), Type::small,
        ink(line.modules == 0 ? Colour::attention : Colour::muted), modules, Align::right);
  label(first, Type::body, ink(Colour::text), line.name);
  label(inner, Type::small, ink(Colour::muted), line.facts);
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

void indicators(Area& area, models::Syllabus& syllabus, FrameworkState& state,
                const Competency& competency, Wishes& wishes) {
  const Program& program = syllabus.program();
  const auto rows = models::indicators_of(program, competency.id, frame_memory());
  for (const Indicator* row : rows) {
    const Indicator& indicator = *row;
    const IdScope id(indicator.id.value);
    RowFields fields(program, state.drafts, shared(program, indicator),
                     phrase("{} indicator {}", competency.name, indicator.number), wishes);
    const float width = area.x1() - area.x0() - px(40);
    Rect line = area.next(fields.height(width, "text"));
    Rect button_place = line.cut_right(px(32), px(8));
    button_place.cut_top(px(22));
    button_place.y1 = button_place.y0 + px(metric::kControl);
    fields.text(line, "text", phrase("Indicator {}", indicator.number));
    if (icon_button(button_place, Icon::cross, phrase("Remove indicator {}", indicator.number)))
      wishes.say = wish(program, models::remove_indicator(program, indicator.id), wishes);
    area.skip(px(8));
  }
  const std::string_view key = phrase("new indicator {}", competency.code);
  FieldDraft& draft = state.drafts.of(key);
  const FieldOptions look{.hint = "Something one can see somebody do", .refused = draft.refused};
  const InputResult typed = field(area.next(field_height(area.x1() - area.x0(), look)),
                                  "One more indicator", draft.text, look);
  if (typed.changed) draft.refused.clear();
  if (typed.committed && !trim(draft.text).empty())
    draft.refused =
        wish(program, models::add_indicator(program, competency.id, draft.text), wishes);
}

void anchors(Area& area, models::Syllabus& syllabus, FrameworkState& state,
             const Competency& competency, Wishes& wishes) {
  const Program& program = syllabus.program();
  const auto rows = models::anchors_of(program, competency.id);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const int level = static_cast<int>(k) + 1;
    const std::string_view written = rows[k] ? std::string_view{rows[k]->text} : "";
    const IdScope id(k + 1);
    const std::string_view key = phrase("anchor {} {}", competency.code, level);
    FieldDraft* draft = state.drafts.find(key);
    if (!draft) {
      draft = &state.drafts.of(key);
      draft->text = written;
    }
    const std::string_view name = phrase("Level {}, {}", level, kLevelWords[k]);
    const FieldOptions look{.hint = "not in words yet", .refused = draft->refused};
    const InputResult typed =
        field(area.next(field_height(area.x1() - area.x0(), look)), name, draft->text, look);
    area.skip(px(8));
    if (typed.changed) draft->refused.clear();
    if (!typed.committed || trim(draft->text) == written) continue;
    draft->refused =
        wish(program, models::set_anchor(program, competency.id, level, draft->text), wishes);
  }
}

void form(const Rect& r, models::Syllabus& syllabus, FrameworkState& state,
          const Competency& competency, Wishes& wishes) {
  const IdScope id(competency.id.value);
  Rect room = r;
  const Rect beside = cut_details(room);
  const ProbeScope scope(competency.code);
  const auto levels = [&](Area& area) {
    rule(area);
    card_heading(area.next(px(24)), "Five levels in words", "what each looks like here");
    area.skip(px(6));
    anchors(area, syllabus, state, competency, wishes);
    area.skip(px(32));
  };
  if (!beside.empty()) {
    Area area("competency levels", scrolling(beside), kScrolling);
    levels(area);
  }
  Area area("competency form", scrolling(room), kScrolling);
  RowFields fields(syllabus.program(), state.drafts, shared(syllabus.program(), competency),
                   competency.name, wishes);
  const float width = area.x1() - area.x0();
  Rect line = area.next(std::max(fields.height(width, "name"), fields.height(px(140), "code")));
  fields.text(line.cut_left(px(140), px(16)), "code", "Code");
  fields.text(line, "name", "Name");
  area.skip(px(12));
  const Rect pair = area.next(fields.choice_height(width / 2, models::kOrientationWords));
  fields.choice(pair.column(0, 2, px(16)), "orientation", "Orientation", models::kOrientationWords);
  fields.choice(pair.column(1, 2, px(16)), "strand", "Strand", kStrands);
  area.skip(px(8));
  constexpr float kBox = 76;
  fields.text(area.next(fields.height(width, "definition", {.box = kBox})), "definition",
              "Definition", {.box = kBox});
  area.skip(px(12));
  rule(area);
  card_heading(area.next(px(24)), "Indicators", "what one can see somebody do");
  area.skip(px(6));
  indicators(area, syllabus, state, competency, wishes);
  area.skip(px(12));
  if (beside.empty()) levels(area);
}

}  // namespace

void draw_framework(const Rect& body, models::Syllabus& syllabus, FrameworkState& state,
                    Wishes& wishes) {
  const models::FrameworkModel& model = syllabus.framework();
  state.drafts.keep_up(syllabus.bench().session().edition());
  if (model.lines.empty()) {
    if (empty_state(
            body, Icon::info, "No framework yet",
            "The framework says what people grow in: competencies, what one can see of each, "
            "and five levels in words.",
            "Add a competency"))
      wishes.add = TableId::competencies;
    return;
  }
  Rect rest = body;
  Rect column = rest.cut_left(std::min(px(360), body.width() * 0.34F), px(24));
  const std::string_view told = model.version.empty()
                                    ? counted(model.lines.size(), "competency", "competencies")
                                    : phrase("Framework {}", model.version);
  label(column.cut_top(px(20), px(8)), Type::small, ink(Colour::muted), told);
  if (button(column.cut_bottom(px(metric::kControl + 16)).middle_row(px(metric::kControl)),
             "Add a competency", {.icon = Icon::plus}))
    wishes.add = TableId::competencies;
  if (!find(syllabus.program(), state.chosen)) state.chosen = model.lines.front().id;
  {
    Area area("competencies", scrolling(column), kScrolling);
    const ProbeScope scope("Competencies");
    for (const CompetencyLine& line : model.lines)
      if (competency_row(area, line, line.id == state.chosen)) state.chosen = line.id;
    area.skip(px(8));
  }
  form(rest, syllabus, state, *find(syllabus.program(), state.chosen), wishes);
}

}  // namespace tandem::views
