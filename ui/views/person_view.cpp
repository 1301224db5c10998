#include "ui/views/person_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/views/crumb.hpp"
#include "ui/views/evidence_card.hpp"
#include "ui/views/plan_notes.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::PersonModel;
using report::DevelopmentPlan;

constexpr float kPadding = 16;

// A card in the page's column, as tall as what it holds.
Rect card_of(Area& area, float height) {
  const Rect r = area.next(height);
  ui::card(r);
  area.skip(px(metric::kGap));
  return r;
}

void own_words(Area& area, const PersonModel& person, PersonState& state) {
  const DevelopmentPlan& plan = person.plan;
  const bool asked = !plan.own_words.words.empty();
  const float inside = area.x1() - area.x0() - px(2 * kPadding);
  const bool with_moments = !plan.moments.empty();
  const float left = with_moments ? inside * 0.6F : inside;
  const float right = inside - left - px(32);
  const std::string_view words = asked ? in_quotes(plan.own_words.words) : "Not asked yet";
  float height = paragraph_height(Type::quote, words, left) + px(18 + 6 + 8 + 24);
  constexpr std::size_t kMoments = 2;
  if (with_moments) {
    float other = px(24);
    for (std::size_t k = 0; k < std::min(kMoments, plan.moments.size()); ++k)
      other += paragraph_height(Type::body, in_quotes(plan.moments[k].text), right) + px(26);
    height = std::max(height, other);
  }
  const Rect r = card_of(area, height + px(2 * kPadding));
  Rect inner = r.inset(px(kPadding));
  if (with_moments) {
    Rect other = inner.cut_right(right, px(32));
    line_v(other.x0 - px(16), r.y0 + px(16), r.y1 - px(16), ink(Colour::line));
    section_label(other.cut_top(px(18), px(6)), "Moments they share");
    for (std::size_t k = 0; k < std::min(kMoments, plan.moments.size()); ++k) {
      other.cut_top(
          paragraph(other, Type::body, ink(Colour::text), in_quotes(plan.moments[k].text)));
      label(other.cut_top(px(18), px(8)), Type::small, ink(Colour::muted), plan.moments[k].detail);
    }
  }
  section_label(inner.cut_top(px(18), px(6)), phrase("In their words: {}", report::kFirstQuestion));
  const Rect text = inner;
  inner.cut_top(paragraph(inner, Type::quote, ink(asked ? Colour::text : Colour::muted), words),
                px(8));
  record(ui::Role::text, text, words);
  Rect line = inner.cut_top(px(24));
  if (button_left(line, asked ? "Ask again" : "Write down their answer", {.small = true})) {
    state.writing = true;
    state.words.clear();
  }
  label(line, Type::small, ink(Colour::muted), person.own_line);
}

void next_step(Area& area, const PersonModel& person, Wishes& wishes) {
  const report::PlanStep& next = person.plan.next_step;
  const Rect r = card_of(area, px(72));
  Rect inner = r.inset(px(kPadding), px(14));
  const Rect disc = snapped(inner.cut_left(px(32), px(14)).middle(px(32), px(32)));
  fill(disc, ink(next.is_step ? Colour::accent : Colour::sunken), px(16));
  draw_icon(next.is_step ? Icon::arrow : Icon::clock, disc,
            ink(next.is_step ? Colour::on_accent : Colour::muted));
  if (person.cohort.empty()) {
    Rect way = inner.middle_row(px(metric::kControl));
    if (button_right(way, "See the cohorts", {.icon = Icon::cohorts}))
      wishes.go = Destination{Page::cohorts, "", "", ""};
    inner.x1 = way.x1;
  }
  label(inner.cut_top(px(18), px(2)), Type::small, ink(Colour::muted),
        next.detail.empty() ? "Next step" : phrase("Next step · {}", next.detail));
  label(inner.cut_top(px(24)), Type::section, ink(Colour::text), person.next_words);
  record(ui::Role::text, r, person.next_words);
}

void goals(Area& area, const DevelopmentPlan& plan) {
  constexpr std::array<std::string_view, 3> kNames{"Now", "Next", "Beyond"};
  std::size_t most = 0;
  for (const auto& list : plan.goals) most = std::max(most, list.size());
  if (most == 0) {
    Rect inner = card_of(area, px(52)).inset(px(kPadding), px(16));
    label(inner.cut_left(px(72)), Type::body_strong, ink(Colour::text), "Goals");
    label(inner, Type::small, ink(Colour::muted), "none written down yet");
    return;
  }
  const float width = (area.x1() - area.x0()) / 3 - px(2 * kPadding);
  const auto tall = [&](const report::PlanGoal& goal) {
    return paragraph_height(Type::body, goal.text, width) +
           (goal.serves.empty()
                ? 0
                : paragraph_height(Type::small, phrase("for: {}", goal.serves), width)) +
           px(8);
  };
  float height = 0;
  for (const auto& list : plan.goals) {
    float column = px(28);
    for (const report::PlanGoal& goal : list) column += tall(goal);
    height = std::max(height, column);
  }
  const Rect r = card_of(area, height + px(24));
  for (int k = 0; k < 3; ++k) {
    const Rect column = r.column(k, 3, 0);
    if (k > 0) line_v(column.x0, r.y0, r.y1, ink(Colour::line));
    Rect inner = column.inset(px(kPadding), px(12));
    const auto& list = plan.goals[static_cast<std::size_t>(k)];
    label(inner.cut_top(px(20), px(8)), Type::body_strong, ink(Colour::text),
          kNames[static_cast<std::size_t>(k)]);
    if (list.empty()) label(inner.cut_top(px(20)), Type::small, ink(Colour::muted), "nothing yet");
    for (const report::PlanGoal& goal : list) {
      inner.cut_top(paragraph(inner, Type::body, ink(Colour::text), goal.text));
      if (!goal.serves.empty())
        inner.cut_top(
            paragraph(inner, Type::small, ink(Colour::muted), phrase("for: {}", goal.serves)));
      inner.cut_top(px(8));
    }
  }
}

// Done is filled, what has a date is pale, the rest is dashed; ◐ is to be made up. Returns: room
// for words.
Rect journey_sign(const Rect& r, tandem::Orientation of, ModuleState state) {
  const bool done = state == ModuleState::done;
  const bool dated = state == ModuleState::booked || state == ModuleState::unmarked;
  if (done || dated) {
    orientation_fill(shown(of), r, done, px(4));
  } else {
    dashed_outline(r, ink(Colour::line_strong), px(4));
  }
  Rect inner = r.inset(px(4), 0);
  if (state == ModuleState::to_make_up)
    status_glyph(Status::attention, inner.cut_left(px(10), px(3)), 9);
  return inner;
}

void journey_block(const Rect& r, const models::JourneyBlock& block) {
  const Rect inner = journey_sign(r, block.orientation, block.state);
  const bool done = block.state == ModuleState::done;
  label(inner, Type::micro, ink(done ? Colour::raised : Colour::text), block.code, Align::centre);
  hint(r, phrase("{} {}: {}", block.code, block.title, word(block.state)));
  record(ui::Role::text, r, phrase("{}: {}", block.code, word(block.state)));
}

// What the blocks of a journey are, by example.
void journey_key(Rect line) {
  const auto entry = [&](ModuleState state, std::string_view words) {
    if (px(28 + 6) + text_width(Type::small, words) > line.width()) return;
    journey_sign(line.cut_left(px(28), px(6)).middle_row(px(12)), tandem::Orientation::both, state);
    label(line.cut_left(text_width(Type::small, words) + 1, px(16)), Type::small,
          ink(Colour::muted), words);
  };
  entry(ModuleState::done, "done");
  entry(ModuleState::booked, "has a date");
  entry(ModuleState::to_make_up, "to make up");
  entry(ModuleState::undated, "no date yet");
}

void journey(Area& area, const PersonModel& person) {
  const float inside = area.x1() - area.x0() - px(2 * kPadding);
  const int fit = std::max(1, static_cast<int>((inside + px(4)) / px(52)));
  const int all = static_cast<int>(person.journey.size());
  if (all == 0) {
    Rect inner = card_of(area, px(52)).inset(px(kPadding), px(16));
    label(inner.cut_left(px(72)), Type::body_strong, ink(Colour::text), "Journey");
    label(inner, Type::small, ink(Colour::muted), "in no cohort yet");
    return;
  }
  const int rows = (all + fit - 1) / fit;
  const Rect r = card_of(area, px(28 + 28 + 22) + static_cast<float>(rows) * px(30));
  Rect inner = r.inset(px(kPadding), px(14));
  Rect head = inner.cut_top(px(20), px(10));
  label(head.cut_left(text_width(Type::body_strong, "Journey") + 1, px(8)), Type::body_strong,
        ink(Colour::text), "Journey");
  label(head, Type::small, ink(Colour::muted),
        phrase("{}{}{}{}{}", person.plan.journey, person.journey_line.empty() ? "" : " · ",
               person.journey_line, person.pace.empty() ? "" : " · ", person.pace));
  for (int row = 0; row < rows; ++row) {
    const Rect strip = inner.cut_top(px(24), px(6));
    for (int k = 0; k < fit && row * fit + k < all; ++k)
      journey_block(snapped(strip.column(k, std::min(fit, std::max(all, 8)), px(4))),
                    person.journey[static_cast<std::size_t>(row * fit + k)]);
  }
  journey_key(inner.cut_top(px(20)));
}

void growth(Area& area, const DevelopmentPlan& plan) {
  if (plan.growth_areas.empty()) {
    Rect inner = card_of(area, px(52)).inset(px(kPadding), px(16));
    label(inner.cut_left(text_width(Type::body_strong, "Growth areas") + 1, px(16)),
          Type::body_strong, ink(Colour::text), "Growth areas");
    label(inner, Type::small, ink(Colour::muted), "none chosen yet");
    return;
  }
  const int columns = static_cast<int>(plan.growth_areas.size());
  const float width = (area.x1() - area.x0()) / static_cast<float>(columns) - px(2 * kPadding);
  float height = 0;
  for (const report::PlanGrowthArea& g : plan.growth_areas)
    height = std::max(height, paragraph_height(Type::small, g.aim, width));
  const Rect r = card_of(area, height + px(24 + 28 + 28 + 24));
  Rect inner = r;
  Rect head = inner.cut_top(px(44)).inset(px(kPadding), px(12));
  card_heading(
      head, "Growth areas",
      plan.growth_note.empty() ? phrase("{} live", columns) : std::string_view{plan.growth_note});
  for (int k = 0; k < columns; ++k) {
    const auto& g = plan.growth_areas[static_cast<std::size_t>(k)];
    const Rect column = inner.column(k, columns, 0);
    if (k > 0) line_v(column.x0, column.y0 + px(4), column.y1 - px(12), ink(Colour::line));
    Rect text = column.inset(px(kPadding), 0);
    Rect name = text.cut_top(px(24), px(2));
    orientation_chip(shown(g.orientation), name.cut_left(px(20), px(8)));
    label(name, Type::body, ink(Colour::text), g.name);
    record(ui::Role::text, name, g.name);
    text.cut_top(paragraph(text, Type::small, ink(Colour::muted), g.aim));
    if (!g.since.empty())
      label(text.cut_top(px(20)), Type::small, ink(Colour::muted), phrase("since {}", g.since));
  }
}

void words_dialog(const PersonModel& person, models::Roster& roster, PersonState& state,
                  Wishes& wishes) {
  if (std::exchange(state.writing, false)) {
    open_dialog("their words");
    state.fresh = true;
  }
  Dialog dialog("their words", {.width = 560, .height = 300});
  if (!dialog) return;
  Rect r = dialog.inside();
  label(r.cut_top(px(24), px(4)), Type::section, ink(Colour::text), "In their words");
  label(r.cut_top(px(20), px(12)), Type::body, ink(Colour::muted), report::kFirstQuestion);
  Rect buttons = r.cut_bottom(px(metric::kControl), px(16));
  input(r, "Their answer", state.words,
        {.multiline = true, .focus = std::exchange(state.fresh, false)});
  const bool some = !trim(state.words).empty();
  if (button_right(buttons, "Keep it",
                   {.kind = ButtonKind::primary,
                    .enabled = some,
                    .reason = some ? "" : "There is nothing written yet"})) {
    const app::Session& session = roster.bench().session();
    wishes.edit = Edit{{models::own_words(*session.program(), person.id,
                                          std::string{trim(state.words)}, session.today())},
                       "What " + person.plan.name + " answered",
                       false};
    Dialog::close();
  }
  if (button_right(buttons, "Leave")) Dialog::close();
}

}  // namespace

bool draw_person(const Rect& page, models::Roster& roster, const PersonModel& person,
                 PersonState& state, Wishes& wishes) {
  const DevelopmentPlan& plan = person.plan;
  Rect body = page.inset(px(metric::kPageMargin));
  body.y1 = page.y1;
  const ButtonOptions print{.kind = ButtonKind::primary,
                            .icon = Icon::print,
                            .reason = "The plan as it will be printed, and where to save it"};
  const ButtonOptions quiet{.icon = Icon::cohorts};
  const bool open = !person.cohort.empty();
  CrumbRoom room;
  room.all = room.least = button_width("Print plan", print) + px(8);
  if (open) room.all += button_width(person.open_cohort, quiet) + px(8);
  Crumb crumb = crumb_head(body.cut_top(px(64)), "People", plan.name,
                           person.orientation ? shown(*person.orientation) : ui::Orientation::none,
                           person.place_line, room);
  if (button_right(crumb.actions, "Print plan", print))
    wishes.go = Destination{Page::documents, "", "", plan.number};
  const bool folded = !crumb.below.empty();
  if (open && button_right(folded ? crumb.below : crumb.actions, person.open_cohort,
                           {.small = folded, .icon = Icon::cohorts}))
    wishes.go = Destination{Page::cohorts, "", person.cohort, ""};
  {
    Area area("person", scrolling(body), kScrolling);
    const IdScope id(plan.number);
    own_words(area, person, state);
    next_step(area, person, wishes);
    journey(area, person);
    goals(area, plan);
    growth(area, plan);
    notices_card(area, plan.notices);
    evidence_card(area, plan, state.competency);
    area.skip(px(metric::kGap));
    rating_notes_card(area, person.rating_notes);
    history_card(area, person.history);
  }
  words_dialog(person, roster, state, wishes);
  return crumb.back;
}

}  // namespace tandem::views
