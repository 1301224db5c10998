#include "ui/views/module_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/form_columns.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;

constexpr float kGap = 16;

struct Cell {
  std::string_view field;
  std::string_view label;
  std::string_view hint = {};
};

// Fields side by side, as wide as each other.
void row(Area& area, RowFields& fields, std::span<const Cell> cells, int columns) {
  const Rect room = area.rest();
  float height = 0;
  const float width = room.column(0, columns, px(kGap)).width();
  for (const Cell& cell : cells) height = std::max(height, fields.height(width, cell.field));
  const Rect line = area.next(height);
  for (std::size_t k = 0; k < cells.size(); ++k)
    fields.text(line.column(static_cast<int>(k), columns, px(kGap)), cells[k].field, cells[k].label,
                {.hint = cells[k].hint});
  area.skip(px(12));
}

void heading(Area& area, std::string_view text, std::string_view right = {}) {
  area.skip(px(12));
  rule(area);
  Rect line = area.next(px(24));
  card_heading(line, text, right);
  area.skip(px(10));
}

void head(Area& area, models::Syllabus& syllabus, ModulesState& state, const Module& module,
          const models::ModuleFacts& facts, Wishes& wishes) {
  const Program& program = syllabus.program();
  Rect line = area.next(px(32));
  if (button_right(line, "Remove"))
    state.refused = wish(program, remove_module(program, module.id), wishes);
  if (button_right(line, "Copy")) {
    const std::string code = code_of_copy(program, module);
    wishes.edit =
        Edit{{},
             fmt::format("Copy {} as {}", module.code, code),
             false,
             [id = module.id, code](Batch& batch) { return copy_module(batch, id, code); }};
    state.added = code;
  }
  orientation_chip(shown(module.orientation), line.cut_left(px(20), px(8)));
  const float code = std::min(text_width(Type::section, module.code) + 1, line.width() * 0.4F);
  label(line.cut_left(code, px(10)), Type::section, ink(Colour::text), module.code);
  if (facts.lacks_why)
    chip(line.cut_right(chip_width("no why"), px(10)), "no why", ChipTone::attention);
  label(line, Type::body, ink(Colour::muted), facts.facts);
  record(ui::Role::text, line, facts.lacks_why ? "no why" : "has a why");
  if (!state.refused.empty()) {
    refusal(area.rest(), state.refused);
    area.skip(refusal_height(area.x1() - area.x0(), state.refused));
  }
  area.skip(px(4));
  area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), facts.uses));
}

void what_it_is(Area& area, RowFields& fields) {
  const Rect line = area.next(
      std::max(fields.height(area.x1() - area.x0(), "title"), fields.height(px(140), "code")));
  Rect rest = line;
  fields.text(rest.cut_left(px(140), px(kGap)), "code", "Code");
  fields.text(rest, "title", "Title");
  area.skip(px(12));
  const float width = area.x1() - area.x0();
  fields.choice(area.next(fields.choice_height(width, models::kOrientationWords)), "orientation",
                "Orientation", models::kOrientationWords);
  area.skip(px(8));
  fields.choice(area.next(fields.choice_height(width, models::kModeWords)), "mode",
                "How it is held", models::kModeWords);
  area.skip(px(8));
  constexpr std::array<Cell, 4> kTime{{{"minutes", "Minutes in all", "240"},
                                       {"meetings", "Meetings", "1"},
                                       {"meeting_minutes", "Minutes of each", "equal, or 120;90"},
                                       {"validity_months", "Valid for months", "for good"}}};
  constexpr std::array<Cell, 4> kPeople{{{"capacity", "Seats", "no limit"},
                                         {"min_seats", "Fewest people", "0"},
                                         {"leads", "Leads", "1 when anyone leads it"},
                                         {"cofacilitators", "Co-facilitators", "0"}}};
  constexpr std::array<Cell, 4> kPlace{{{"meeting_gap_min_days", "Days between, least", "none"},
                                        {"meeting_gap_max_days", "Days between, most", "no limit"},
                                        {"room_features", "Room features", "projector;lab"},
                                        {"assets", "Equipment", "VR:12"}}};
  row(area, fields, kTime, 4);
  row(area, fields, kPeople, 4);
  row(area, fields, kPlace, 4);
}

void boxes(Area& area, RowFields& fields, const Module& module) {
  heading(area, "What, how, why and who");
  constexpr std::array<std::string_view, 4> kFields{"what", "how", "why", "who"};
  constexpr float kBox = 104;
  for (int pair = 0; pair < 2; ++pair) {
    const Rect room = area.rest();
    const float width = room.column(0, 2, px(kGap)).width();
    const FieldOptions look{.box = kBox};
    const auto at = [&](int k) { return kFields[static_cast<std::size_t>(pair * 2 + k)]; };
    const Rect line =
        area.next(std::max(fields.height(width, at(0), look), fields.height(width, at(1), look)));
    for (int k = 0; k < 2; ++k) {
      const auto which = static_cast<std::size_t>(pair * 2 + k);
      const std::string& text = which == 2 ? module.why : module.who;
      const bool missing = which >= 2 && trim(text).empty();
      fields.text(line.column(k, 2, px(kGap)), kFields[which], models::kBoxTitles[which],
                  {.remark = missing ? "empty: no why" : "", .box = kBox});
    }
    area.skip(px(12));
  }
}

void needs(Area& area, models::Syllabus& syllabus, ModulesState& state, const Module& module,
           Wishes& wishes) {
  const Program& program = syllabus.program();
  heading(area, "Comes after");
  std::pmr::vector<const Prerequisite*> rows(frame_memory());
  for (const Prerequisite& p : program.prerequisites)
    if (p.module == module.id) rows.push_back(&p);
  std::ranges::sort(rows, {}, [&](const Prerequisite* p) { return code_of(program, p->needs); });
  if (rows.empty()) {
    label(area.next(px(20)), Type::small, ink(Colour::muted), "Nothing has to come before it.");
    area.skip(px(8));
  }
  constexpr std::array<Cell, 3> kDays{{{"min_days", "Days, least", "0"},
                                       {"ideal_days", "Ideal", "as it comes"},
                                       {"max_days", "Most", "no limit"}}};
  for (const Prerequisite* p : rows) {
    const std::string_view code = code_of(program, p->needs);
    const IdScope id(p->id.value);
    const ProbeScope scope(phrase("After {}", code));
    RowFields fields(program, state.drafts, shared(program, *p),
                     phrase("{} after {}", module.code, code), wishes);
    const Rect room = area.rest();
    const float width = room.column(0, 4, px(kGap)).width();
    float height = 0;
    for (const Cell& cell : kDays) height = std::max(height, fields.height(width, cell.field));
    const Rect line = area.next(height);
    Rect first = line.column(0, 4, px(kGap));
    first.cut_top(px(22));
    first.y1 = first.y0 + px(metric::kControl);
    if (icon_button(first.cut_right(px(32)), Icon::cross, phrase("No longer after {}", code)))
      state.refused = wish(program, remove_need(program, p->id), wishes);
    const models::ModuleLine* needed = syllabus.modules().find(p->needs);
    orientation_chip(shown(needed->orientation), first.cut_left(px(16), px(8)), true);
    label(first.cut_left(text_width(Type::body_strong, code) + 1, px(8)), Type::body_strong,
          ink(Colour::text), code);
    label(first, Type::small, ink(Colour::muted), needed->title);
    for (int k = 0; k < 3; ++k) {
      const Cell& cell = kDays[static_cast<std::size_t>(k)];
      fields.text(line.column(k + 1, 4, px(kGap)), cell.field, cell.label, {.hint = cell.hint});
    }
    area.skip(px(10));
  }
  FieldDraft& draft = state.drafts.of("new need");
  const FieldOptions look{.hint = "Code of a module, as C2", .refused = draft.refused};
  const float width = px(260);
  const Rect line = area.next(field_height(width, look));
  const InputResult typed =
      field({line.x0, line.y0, line.x0 + width, line.y1}, "Comes after one more", draft.text, look);
  if (typed.changed) draft.refused.clear();
  if (!typed.committed || trim(draft.text).empty()) return;
  const std::string code{trim(draft.text)};
  const Module* other = program.modules.find_key(code);
  if (other) {
    draft.refused = wish(program, add_need(program, module.id, other->id), wishes);
    return;
  }
  std::vector<std::string_view> codes;
  for (const models::ModuleLine& m : syllabus.modules().lines) codes.push_back(m.code);
  const std::string_view near = nearest(code, codes);
  draft.refused = phrase("There is no module {}{}.", code,
                         near.empty() ? "" : phrase(" (did you mean {}?)", near));
}

}  // namespace

void draw_module_form(const Rect& r, models::Syllabus& syllabus, ModulesState& state,
                      const Module& module, Wishes& wishes) {
  if (state.of != module.id) {
    state.of = module.id;
    state.refused.clear();
    state.objective = {};
    state.drafts = {};
    state.drafts.keep_up(syllabus.bench().session().edition());
  }
  const IdScope id(module.id.value);
  Rect room = r;
  const Rect beside = cut_details(room);
  const ProbeScope scope(module.code);
  const auto details = [&](Area& area) {
    needs(area, syllabus, state, module, wishes);
    objectives_form(area, syllabus, state, module, wishes);
    area.skip(px(32));
  };
  {
    Area area("module form", scrolling(room), kScrolling);
    const models::ModuleFacts& facts = *syllabus.facts(module.id);
    head(area, syllabus, state, module, facts, wishes);
    area.skip(px(16));
    RowFields fields(syllabus.program(), state.drafts, shared(syllabus.program(), module),
                     module.code, wishes);
    what_it_is(area, fields);
    boxes(area, fields, module);
    if (beside.empty()) details(area);
  }
  if (beside.empty()) return;
  Area area("module details", scrolling(beside), kScrolling);
  details(area);
}

}  // namespace tandem::views
