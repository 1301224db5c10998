#include "ui/models/person_model.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/report/meeting_words.hpp"

namespace tandem::models {
namespace {

bool ended(const Season& season, Date today) { return season.to && *season.to < today; }

// Those that hold today or are to come, by their first day.
std::vector<const Season*> seasons_of(const Program& program, Id<Person> person, Date today) {
  std::vector<const Season*> out;
  for (const Season& s : program.seasons)
    if (s.person == person && !ended(s, today)) out.push_back(&s);
  std::ranges::sort(out, {}, &Season::from);
  return out;
}

std::string day_span(Date from, std::optional<Date> to) {
  return to ? fmt::format("from {} to {}", words(from), words(*to))
            : fmt::format("from {} on", words(from));
}

std::vector<std::string> booked_inside(const SessionBook& book, Id<Person> person, Date from,
                                       std::optional<Date> to) {
  const Program& program = book.program();
  std::vector<std::pair<LocalMinute, std::string>> found;
  for (const Seat& seat : program.seats) {
    if (seat.person != person || seat.status != SeatStatus::booked) continue;
    const SessionFacts* s = book.find(program.sessions.at(seat.session).code);
    if (!s || s->cancelled() || s->status == SessionStatus::delivered) continue;
    for (const MeetingFacts& m : s->meetings) {
      const Date day = date_of(m.begin);
      if (day < from || (to && day > *to)) continue;
      found.push_back({m.begin, fmt::format("{} on {}", s->module, words(m.begin))});
      break;
    }
  }
  std::ranges::sort(found);
  std::vector<std::string> out;
  for (auto& [when, text] : found) out.push_back(std::move(text));
  return out;
}

// When they said it, and how they see the two paths: both in their own words, so neither is told
// where they were not asked.
std::string own_line(const report::DevelopmentPlan& plan) {
  std::string out = plan.own_words.words.empty() ? std::string{} : plan.own_words.when;
  if (plan.own_path != "not asked yet")
    out += (out.empty() ? "Of the two paths: " : " · of the two paths: ") + plan.own_path;
  return out;
}

}  // namespace

PersonModel person_model(const SessionBook& book, const report::PlanMaker& maker,
                         const PersonProgress& progress, const Person& person, Date today) {
  const Program& program = book.program();
  PersonModel out;
  out.id = person.id;
  out.plan = maker.plan(person);
  out.own_line = own_line(out.plan);
  // "Nothing is asked of you now" is the plan's, which speaks to the person; the page does not.
  out.next_words = out.plan.next_step.is_step ? out.plan.next_step.what : "No next step";
  out.rating_notes = report::EvenMarkNotes{program, today}.of(person.id);
  out.history = report::skill_history(out.plan.competencies);
  for (const report::PlanModule& m : out.plan.modules) {
    const Module* module = program.modules.find_key(m.code);
    out.journey.push_back({m.code, m.title, module ? module->orientation : Orientation{}, m.state});
  }
  for (const JourneyProgress& j : progress.journeys)
    if (j.status == MemberStatus::enrolled || out.cohort.empty())
      if (j.status != MemberStatus::withdrawn) out.cohort = code_of(program, j.cohort);
  if (!out.cohort.empty()) out.open_cohort = "Open " + out.cohort;
  int reports = 0;
  for (const Person& p : program.people)
    if (p.manager == person.id && !has_left(p, today)) ++reports;
  out.place_line = out.plan.place;
  if (reports > 0)
    out.place_line += fmt::format("{}leads {}", out.place_line.empty() ? "" : "; ",
                                  count(reports, "person", "people"));
  if (const Person* manager = find(program, person.manager)) out.manager = manager->name;
  if (person.journey == PersonJourney::leader) out.orientation = Orientation::lead;
  if (person.journey == PersonJourney::manager) out.orientation = Orientation::manage;
  if (person.journey == PersonJourney::both) out.orientation = Orientation::both;
  const int all = progress.counts.all();
  if (all > 0)
    out.journey_line =
        fmt::format("{} of {} done", progress.counts[ModuleState::done], count(all, "module"));
  out.pace = progress.pace_text;
  out.email = person.email;
  for (const Arrangement& a : program.arrangements)
    if (a.person == person.id) out.arrangements.push_back(report::arrangement_words(a));
  const auto seasons = seasons_of(program, person.id, today);
  if (!seasons.empty()) {
    const Season& s = *seasons.front();
    out.season = s.season == SeasonKind::paused ? SeasonChoice::paused : SeasonChoice::lighter;
    out.season_from = s.from;
    out.season_to = s.to;
  }
  return out;
}

Result<SeasonChange> season_change(const SessionBook& book, const Person& person,
                                   SeasonChoice choice, Date from, std::optional<Date> to,
                                   Date today) {
  const Program& program = book.program();
  SeasonChange out;
  if (choice != SeasonChoice::normal && to && *to < from)
    return fail(ErrorCode::bad_input, "it would end before it begins");
  // What stands and touches the new one makes room: shortened when it has begun, else taken away.
  const Date cut = choice == SeasonChoice::normal ? today : from;
  for (const Season* s : seasons_of(program, person.id, today)) {
    const bool touches =
        choice == SeasonChoice::normal || ((!s->to || *s->to >= from) && (!to || s->from <= *to));
    if (!touches) continue;
    if (s->from < cut) {
      Season shorter = *s;
      shorter.to = cut - days{1};
      out.commands.push_back(Put{AnyRow{shorter}});
    } else if (choice == SeasonChoice::normal || s->from != from) {
      out.commands.push_back(Remove{TableId::seasons, s->id.value});
    }
  }
  if (choice == SeasonChoice::normal) {
    if (out.commands.empty())
      return fail(ErrorCode::bad_input, "the season is a normal one already");
    out.label = fmt::format("Normal season for {} from {}", person.name, words(today));
    return out;
  }
  const SeasonKind kind = choice == SeasonChoice::paused ? SeasonKind::paused : SeasonKind::lighter;
  out.commands.push_back(PausePerson{person.id, from, to, kind});
  out.label =
      fmt::format("{} {} {}", choice == SeasonChoice::paused ? "Pause" : "Lighter season for",
                  person.name, day_span(from, to));
  if (choice == SeasonChoice::paused) out.given_back = booked_inside(book, person.id, from, to);
  return out;
}

Command own_words(const Program& program, Id<Person> person, std::string words, Date today) {
  OwnView view;
  view.person = person;
  view.words = std::move(words);
  view.date = today;
  // How they see the two paths was another question: its answer stays.
  std::optional<Date> newest;
  for (const OwnView& v : program.own_views)
    if (v.person == person && v.path && (!newest || v.date.value_or(Date{}) >= *newest)) {
      newest = v.date.value_or(Date{});
      view.path = v.path;
    }
  return Put{AnyRow{view}};
}

}  // namespace tandem::models
