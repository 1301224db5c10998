#include "ui/views/module_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/models/row_form.hpp"
#include "ui/views/module_form.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::CardLink;
using models::JourneyCard;
using models::Lane;
using models::ModuleFacts;

void title(Area& area, const ModuleFacts& facts) {
  Rect line = area.next(px(24));
  orientation_chip(shown(facts.orientation), line.cut_left(px(20), px(8)));
  if (facts.lacks_why)
    chip(line.cut_right(chip_width("no why"), px(8)), "no why", ChipTone::attention);
  label(line, Type::section, ink(Colour::text), facts.code);
  record(ui::Role::text, line, facts.code);
  area.skip(px(4));
  area.skip(paragraph(area.rest(), Type::body, ink(Colour::text), facts.title) + px(2));
  area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), facts.facts));
  if (facts.focus.empty()) return;
  area.skip(px(8));
  Rect chips = area.next(px(20));
  for (const std::string_view name : facts.focus) {
    const float width = chip_width(name);
    if (width > chips.width()) break;
    chip(chips.cut_left(width, px(6)), name, ChipTone::outlined);
  }
}

void boxes(Area& area, const ModuleFacts& facts) {
  for (std::size_t k = 0; k < facts.boxes.size(); ++k) {
    const std::string& text = facts.boxes[k];
    const std::string_view said = text.empty() ? std::string_view{"Not written yet"} : text;
    const float width = area.x1() - area.x0() - px(24);
    const float tall = paragraph_height(Type::small, said, width);
    const Rect r = area.next(tall + px(18 + 2 + 16));
    ui::card(r);
    Rect inner = r.inset(px(12), px(8));
    label(inner.cut_top(px(18), px(2)), Type::small_strong, ink(Colour::muted),
          models::kBoxTitles[k]);
    paragraph(inner, Type::small, ink(text.empty() ? Colour::attention : Colour::text), said);
    area.skip(px(8));
  }
}

void objectives(Area& area, const ModuleFacts& facts) {
  section_label(area.next(px(18)), "Objectives", facts.minutes);
  area.skip(px(6));
  if (facts.objectives.empty())
    label(area.next(px(20)), Type::small, ink(Colour::muted), "None written yet");
  for (const models::ObjectiveLine& o : facts.objectives) {
    Rect line = area.next(px(24));
    label(line.cut_right(px(36), px(8)), Type::small, ink(Colour::muted), o.minutes, Align::right);
    label(line, Type::small, ink(Colour::text), o.text);
  }
}

void why_here(Area& area, const JourneyCard& card, const ModuleFacts& facts) {
  section_label(area.next(px(18)), "Why here");
  area.skip(px(6));
  const CardLink* link = models::holding(card);
  if (link) {
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::text), sentence(link->words)) +
              px(4));
    const int drawn = card.day - link->from;
    const bool inside = drawn >= link->min && (!link->window.max || drawn <= *link->window.max);
    key_value(area.next(px(metric::kKeyValue)), "Drawn at",
              phrase("{}, {} the window", counted(drawn, "day"), inside ? "inside" : "outside"));
  } else {
    label(area.next(px(20)), Type::small, ink(Colour::text), "Nothing has to come before it");
  }
  key_value(area.next(px(metric::kKeyValue)), "Set",
            phrase("{}, {}", card.set, card.rule == "all" ? "all of it" : card.rule));
  if (!facts.cohorts.empty())
    key_value(area.next(px(metric::kKeyValue)), "Taken by", facts.cohorts);
}

// Least, ideal and most days after each module it follows.
void spacing(Area& area, models::Syllabus& syllabus, JourneysState& state, const JourneyCard& card,
             Wishes& wishes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kDays{
      {{"min_days", "Least"}, {"ideal_days", "Ideal"}, {"max_days", "Most"}}};
  for (const CardLink& link : card.after) {
    const Prerequisite* row = find(syllabus.program(), link.prerequisite);
    if (!row) continue;
    const IdScope id(link.prerequisite.value);
    const ProbeScope scope(phrase("After {}", link.needs));
    RowFields fields(syllabus.program(), state.drafts, shared(syllabus.program(), *row),
                     phrase("{} after {}", card.code, link.needs), wishes);
    section_label(area.next(px(18)), phrase("Days after {}", link.needs), "in every programme");
    area.skip(px(4));
    const float width = area.rest().column(0, 3, px(8)).width();
    float height = 0;
    for (const auto& [field, name] : kDays) height = std::max(height, fields.height(width, field));
    const Rect line = area.next(height);
    for (int k = 0; k < 3; ++k)
      fields.text(line.column(k, 3, px(8)), kDays[static_cast<std::size_t>(k)].first,
                  kDays[static_cast<std::size_t>(k)].second, {.hint = "–"});
    area.skip(px(10));
  }
}

void gestures(Area& area, models::Syllabus& syllabus, const models::JourneysModel& model,
              Id<Module> module, Wishes& wishes) {
  const Program& program = syllabus.program();
  const auto act = [&](const Changed& change) { wishes.say = wish(program, change, wishes); };
  const auto full = [&](std::string_view name) {
    const bool pressed = button(area.next(px(metric::kControl)), name);
    area.skip(px(8));
    return pressed;
  };
  for (const Lane lane : {Lane::upper, Lane::lower}) {
    const models::JourneyLane& in = model.lane(lane);
    if (!in.programme) continue;
    const ProgrammeModule* row = row_of(program, in.programme, module);
    const IdScope id(in.programme.value);
    if (!row) {
      if (full(phrase("Put it into {}", in.code))) act(add_module(program, in.programme, module));
      continue;
    }
    Rect line = area.next(px(metric::kControl));
    const ProbeScope scope(in.code);
    const auto rows = rows_of_set(program, in.programme, row->set, frame_memory());
    if (button(line.column(0, 2, px(8)), "Earlier in its set",
               {.enabled = rows.front() != row,
                .reason = rows.front() == row ? phrase("It is the first of {}", row->set) : ""}))
      act(move_by_one(program, in.programme, module, -1));
    if (button(line.column(1, 2, px(8)), "Later in its set",
               {.enabled = rows.back() != row,
                .reason = rows.back() == row ? phrase("It is the last of {}", row->set) : ""}))
      act(move_by_one(program, in.programme, module, 1));
    area.skip(px(8));
    Rect rule_line = area.next(px(metric::kControlSmall));
    const auto wanted = wanted_of(*row);
    const int most = static_cast<int>(rows.size()) - 1;
    const std::string_view says = wanted ? phrase("{}: {} of {}", row->set, *wanted, rows.size())
                                         : phrase("{}: all {}", row->set, rows.size());
    const int less = wanted ? *wanted - 1 : most;
    const int more = wanted ? *wanted + 1 : 0;
    if (button_right(rule_line, "More",
                     {.small = true,
                      .enabled = wanted.has_value(),
                      .reason = wanted ? "" : "All of it is taken already"}))
      act(set_rule(program, in.programme, row->set,
                   more > most ? std::nullopt : std::optional{more}));
    if (button_right(rule_line, "Fewer",
                     {.small = true,
                      .enabled = less >= 1,
                      .reason = less >= 1 ? "" : "A set takes at least one of its modules"}))
      act(set_rule(program, in.programme, row->set, less));
    label(rule_line, Type::small, ink(Colour::muted), says);
    record(ui::Role::text, rule_line, says);
    area.skip(px(8));
    if (full(phrase("Take it out of {}", in.code))) act(take_out(program, in.programme, module));
    area.skip(px(4));
  }
}

}  // namespace

bool draw_module_panel(const Rect& inspector, models::Syllabus& syllabus, JourneysState& state,
                       Id<Module> module, Wishes& wishes) {
  const ModuleFacts* facts = syllabus.facts(module);
  if (!facts) return false;
  state.drafts.keep_up(syllabus.bench().session().edition());
  const models::JourneysModel& model = journeys_shown(syllabus, state);
  const JourneyCard* card = model.find(module);
  const InspectorFrame frame = inspector_frame(inspector, metric::kControl);
  {
    Area area("module panel", scrolling(frame.body), kScrolling);
    const IdScope id(module.value);
    const ProbeScope scope("Inspector");
    title(area, *facts);
    area.skip(px(14));
    boxes(area, *facts);
    rule(area);
    objectives(area, *facts);
    rule(area);
    if (card) {
      why_here(area, *card, *facts);
      area.skip(px(8));
      spacing(area, syllabus, state, *card, wishes);
      rule(area);
    }
    gestures(area, syllabus, model, module, wishes);
    area.skip(px(8));
  }
  Rect footer = frame.footer;
  return button(footer.cut_top(px(metric::kControl)), "Edit module");
}

}  // namespace tandem::views
