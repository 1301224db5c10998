#include "ui/views/person_inspector.hpp"

#include <array>

#include "planner/base/text.hpp"
#include "ui/views/evidence_card.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::PersonModel;
using report::DevelopmentPlan;

void heading(Area& area, std::string_view text) {
  section_label(area.next(px(18)), text);
  area.skip(px(8));
}

void muted(Area& area, std::string_view words) {
  area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), words));
}

void season_days(Area& area, PersonState& state) {
  const auto field = [&](std::string_view name, std::string_view hint, std::string& draft) {
    Rect line = area.next(px(metric::kControl));
    label(line.cut_left(px(40), px(8)), Type::body, ink(Colour::text), name);
    const bool bad = !trim(draft).empty() && !parse_date(trim(draft));
    input(line.cut_left(px(130), px(10)), name == "From" ? "Season from" : "Season to", draft,
          {.hint = hint, .refused = bad ? "A day is written as 2027-05-14" : ""});
    const auto day = parse_date(trim(draft));
    label(line, Type::small, ink(bad ? Colour::late : Colour::muted),
          bad   ? "as 2027-05-14"
          : day ? copied(words(*day))
                : "open end");
    area.skip(px(8));
  };
  field("From", "2027-05-14", state.from);
  field("To", "no end", state.to);
}

void season_outcome(Area& area, models::Roster& roster, const PersonModel& person,
                    PersonState& state, int choice, Wishes& wishes) {
  const app::Session& session = roster.bench().session();
  const auto program = session.program();
  const auto from = parse_date(trim(state.from));
  const auto to = parse_date(trim(state.to));
  const bool normal = choice == static_cast<int>(models::SeasonChoice::normal);
  const bool days_fit = normal || (from && (to || trim(state.to).empty()));
  std::string_view why = days_fit ? "" : "Say from which day.";
  std::optional<models::SeasonChange> change;
  if (days_fit) {
    auto found = models::season_change(roster.bench().book(), program->people.at(person.id),
                                       static_cast<models::SeasonChoice>(choice),
                                       from.value_or(session.today()), to, session.today());
    if (found)
      change = std::move(*found);
    else
      why = phrase("{}.", sentence(found.error().front().message));
  }
  if (change && !change->given_back.empty()) {
    muted(area, whole_dates(phrase("Gives back {}: {}.", counted(change->given_back.size(), "seat"),
                                   sentence_list(change->given_back))));
    area.skip(px(8));
  }
  Rect line = area.next(px(metric::kControl));
  if (button_left(line, "Set the season", {.enabled = change.has_value(), .reason = why})) {
    wishes.edit = Edit{change->commands, change->label, false};
    state.season = -1;
  }
  if (button_left(line, "Leave", {.kind = ButtonKind::link})) state.season = -1;
  area.skip(px(8));
}

void season(Area& area, models::Roster& roster, const PersonModel& person, PersonState& state,
            Wishes& wishes) {
  heading(area, "Season");
  const std::array<Segment, 3> segments{{{"Normal"}, {"Lighter"}, {"Paused"}}};
  int choice = state.season >= 0 ? state.season : static_cast<int>(person.season);
  if (segmented(area.next(px(metric::kControl)), segments, choice)) {
    if (state.season < 0) {
      const Date today = roster.bench().session().today();
      state.from = text(person.season_from.value_or(today));
      state.to = person.season_to ? text(*person.season_to) : "";
    }
    state.season = choice == static_cast<int>(person.season) ? -1 : choice;
  }
  area.skip(px(8));
  for (const report::PlanSeason& s : person.plan.seasons) {
    Rect line = area.next(px(20));
    if (s.kind == SeasonKind::paused)
      status_glyph(Status::paused, line.cut_left(px(12), px(6)), 11);
    label(line, Type::small, ink(Colour::text), s.words);
    record(ui::Role::text, line, s.words);
  }
  if (state.season < 0 && person.season != models::SeasonChoice::normal) {
    area.skip(px(4));
    Rect line = area.next(px(28));
    if (button_left(line, "Change the days", {.small = true})) {
      state.season = static_cast<int>(person.season);
      state.from = person.season_from ? text(*person.season_from) : "";
      state.to = person.season_to ? text(*person.season_to) : "";
    }
    area.skip(px(4));
  }
  if (state.season >= 0) {
    if (state.season != static_cast<int>(models::SeasonChoice::normal)) season_days(area, state);
    season_outcome(area, roster, person, state, state.season, wishes);
  }
  muted(area, "No reason is asked or kept. A pause never counts as late.");
}

void about(Area& area, const PersonModel& person) {
  const auto fact = [&](std::string_view key, std::string_view value) {
    if (!value.empty()) key_value(area.next(px(metric::kKeyValue)), key, value);
  };
  fact("Number", person.plan.number);
  fact("Manager", person.manager);
  fact("Cohort", person.cohort);
  fact("E-mail", person.email);
  fact("Ask about the programme", person.plan.contact);
}

void arrangements(Area& area, const PersonModel& person) {
  if (person.arrangements.empty()) return;
  rule(area);
  heading(area, "Arrangements");
  for (const std::string& words : person.arrangements) {
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::text), words) + px(4));
    record(ui::Role::text, area.rest(), words);
  }
}

}  // namespace

void draw_person_inspector(const Rect& inspector, models::Roster& roster, const PersonModel& person,
                           PersonState& state, Wishes& wishes) {
  const InspectorFrame frame = inspector_frame(inspector, 0);
  Area area("person inspector", scrolling(frame.body), kScrolling);
  const IdScope id(person.plan.number);
  if (competency_panel(area, person.plan, state.competency)) rule(area);
  season(area, roster, person, state, wishes);
  arrangements(area, person);
  rule(area);
  heading(area, "About");
  about(area, person);
  area.skip(px(8));
}

bool draw_person_summary(const Rect& inspector, const PersonModel& person) {
  const DevelopmentPlan& plan = person.plan;
  const InspectorFrame frame = inspector_frame(inspector, metric::kControl);
  {
    Area area("person summary", scrolling(frame.body), kScrolling);
    const IdScope id(plan.number);
    Rect line = area.next(px(24));
    avatar(line.cut_left(px(24), px(10)), plan.name);
    if (person.orientation)
      orientation_chip(shown(*person.orientation), line.cut_right(px(20), px(8)));
    label(line, Type::section, ink(Colour::text), plan.name);
    record(ui::Role::text, line, plan.name);
    area.skip(px(4));
    muted(area, person.place_line);
    rule(area);
    heading(area, "In their words");
    const bool asked = !plan.own_words.words.empty();
    area.skip(paragraph(area.rest(), Type::body, ink(asked ? Colour::text : Colour::muted),
                        asked ? in_quotes(plan.own_words.words) : "Not asked yet"));
    if (asked && !plan.own_words.when.empty()) muted(area, plan.own_words.when);
    rule(area);
    heading(area, "Next step");
    area.skip(paragraph(area.rest(), Type::body_strong, ink(Colour::text),
                        whole_dates(person.next_words)));
    if (!plan.next_step.detail.empty()) muted(area, whole_dates(plan.next_step.detail));
    rule(area);
    heading(area, "On the way");
    const auto fact = [&](std::string_view key, std::string_view value) {
      if (!value.empty()) key_value(area.next(px(metric::kKeyValue)), key, value);
    };
    fact("Cohort", person.cohort.empty() ? std::string_view{"none yet"} : person.cohort);
    fact("Journey", person.journey_line);
    fact("Pace", person.pace);
    fact("Growth areas", plan.growth_areas.empty() ? "none chosen yet"
                                                   : phrase("{} live", plan.growth_areas.size()));
    for (const report::PlanSeason& s : plan.seasons) fact("Season", s.words);
    arrangements(area, person);
    area.skip(px(8));
  }
  return button(frame.footer, "Open this person's page");
}

}  // namespace tandem::views
