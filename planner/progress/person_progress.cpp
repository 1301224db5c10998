#include "planner/progress/person_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

// Which of two words about the same module is said: what is furthest along.
int rank(ModuleState state) {
  switch (state) {
    case ModuleState::done:
      return 0;
    case ModuleState::booked:
      return 1;
    case ModuleState::unmarked:
      return 2;
    case ModuleState::to_make_up:
      return 3;
    case ModuleState::undated:
      break;
  }
  return 4;
}

ModuleState state_of(const SeatRecord& seat) {
  if (seat.state == SeatState::completed) return ModuleState::done;
  if (!seat.span.held) return seat.span.first ? ModuleState::booked : ModuleState::undated;
  return seat.state == SeatState::unmarked ? ModuleState::unmarked : ModuleState::to_make_up;
}

ModuleProgress module_progress(const TrainingRecords& records, const ModulePlan& plan,
                               const std::vector<SeatRecord>& seats) {
  ModuleProgress out;
  out.module = plan.module->id;
  out.state = ModuleState::undated;
  std::int64_t attended = 0;
  std::int64_t excused = 0;
  bool lost = false;
  for (const SeatRecord& seat : seats) {
    if (seat.session->module != out.module) continue;
    const ModuleState state = state_of(seat);
    if (!out.session || rank(state) < rank(out.state)) {
      out.state = state;
      out.session = seat.session->id;
      out.date = seat.span.first;
    }
    attended += seat.attended;
    if (state == ModuleState::done) excused = std::max(excused, seat.excused);
    lost = lost || seat.lost();
  }
  // Without a seat, and the module has its dates: those are for others (csv-format.md, seats).
  if (!out.session &&
      std::any_of(plan.sessions.begin(), plan.sessions.end(), [&](const Session* s) {
        return records.span(s->id).first || records.span(s->id).held;
      }))
    out.state = ModuleState::to_make_up;
  out.behind = lost && (out.state == ModuleState::to_make_up || out.state == ModuleState::unmarked);
  out.minutes.whole = plan.module->minutes - excused;
  out.minutes.part = std::min(attended, out.minutes.whole);
  return out;
}

std::string paused_text(const TrainingRecords::Pause& pause) {
  return pause.to ? fmt::format("paused until {}", words(*pause.to)) : "paused";
}

std::string behind_text(int behind) { return count(behind, "session") + " behind the plan"; }

// The first day of the cohort's plan; none: nothing has a date.
std::optional<Date> start_of(const TrainingRecords& records, Id<Cohort> cohort) {
  std::optional<Date> first;
  for (const Session* s : records.sessions(cohort))
    if (const auto date = records.span(s->id).first)
      first = first ? std::min(*first, *date) : *date;
  return first;
}

struct Said {
  Pace pace;
  std::string text;
};

Said pace_of(const TrainingRecords& records, const Member& member, const JourneyProgress& journey) {
  switch (member.status) {
    case MemberStatus::requested:
      return {Pace::waiting, "asked for a place, not decided yet"};
    case MemberStatus::waitlisted:
      return {Pace::waiting, "waiting for a place"};
    case MemberStatus::withdrawn:
      return {Pace::outside, "withdrew"};
    case MemberStatus::completed:
      return {Pace::complete, "complete"};
    case MemberStatus::enrolled:
      break;
  }
  const int all = journey.counts.all();
  if (all > 0 && journey.counts[ModuleState::done] == all) return {Pace::complete, "complete"};
  if (const auto pause = records.pause(member.person, records.today()))
    return {Pace::paused, paused_text(*pause)};
  if (journey.behind > 0) return {Pace::behind, behind_text(journey.behind)};
  const auto start = start_of(records, member.cohort);
  if (!start) return {Pace::ahead_of_start, "no dates yet"};
  if (*start > records.today())
    return {Pace::ahead_of_start, fmt::format("starts {}", words(*start))};
  return {Pace::on_plan, "on plan"};
}

void sum_up(const TrainingRecords& records, PersonProgress& out) {
  std::vector<const ModuleProgress*> modules;
  for (const JourneyProgress& journey : out.journeys)
    for (const ModuleProgress& module : journey.modules) modules.push_back(&module);
  std::stable_sort(modules.begin(), modules.end(), [](const auto* a, const auto* b) {
    return std::pair{a->module, rank(a->state)} < std::pair{b->module, rank(b->state)};
  });
  modules.erase(std::unique(modules.begin(), modules.end(),
                            [](const auto* a, const auto* b) { return a->module == b->module; }),
                modules.end());
  for (const ModuleProgress* module : modules) {
    ++out.counts[module->state];
    out.minutes = out.minutes + module->minutes;
    if (module->behind) ++out.behind;
  }

  const Person& person = records.program().people.at(out.person);
  const auto has = [&](Pace pace) {
    return std::find_if(out.journeys.begin(), out.journeys.end(),
                        [&](const JourneyProgress& j) { return j.pace == pace; });
  };
  const auto say = [&](Pace pace, std::string text) {
    out.pace = pace;
    out.pace_text = std::move(text);
  };
  const auto none = out.journeys.end();
  if (has_left(person, records.today())) {
    say(Pace::outside, fmt::format("left on {}", words_with_year(*person.left)));
  } else if (const auto paused = has(Pace::paused); paused != none) {
    say(Pace::paused, paused->pace_text);
  } else if (has(Pace::behind) != none) {
    say(Pace::behind, behind_text(out.behind));
  } else if (has(Pace::on_plan) != none) {
    say(Pace::on_plan, "on plan");
  } else if (const auto early = has(Pace::ahead_of_start); early != none) {
    say(Pace::ahead_of_start, early->pace_text);
  } else if (has(Pace::complete) != none) {
    say(Pace::complete, "complete");
  } else if (const auto waiting = has(Pace::waiting); waiting != none) {
    say(Pace::waiting, waiting->pace_text);
  } else {
    say(Pace::outside, "not in a cohort");
  }
  if (out.pace != Pace::behind) out.behind = 0;
}

}  // namespace

int StateCounts::all() const { return std::accumulate(of.begin(), of.end(), 0); }

JourneyProgress journey_progress(const TrainingRecords& records, const Member& member,
                                 const std::vector<SeatRecord>& seats) {
  JourneyProgress out;
  out.cohort = member.cohort;
  out.status = member.status;
  if (member.status == MemberStatus::enrolled || member.status == MemberStatus::completed)
    for (const ModulePlan& plan : records.plan(member.cohort)) {
      out.modules.push_back(module_progress(records, plan, seats));
      const ModuleProgress& module = out.modules.back();
      ++out.counts[module.state];
      out.minutes = out.minutes + module.minutes;
      if (module.behind) ++out.behind;
    }
  const Said said = pace_of(records, member, out);
  out.pace = said.pace;
  out.pace_text = said.text;
  if (out.pace != Pace::behind) out.behind = 0;
  return out;
}

PersonProgress person_progress(const TrainingRecords& records, Id<Person> person) {
  PersonProgress out;
  out.person = person;
  const auto seats = records.booked(person);
  for (const Member* member : records.memberships(person))
    out.journeys.push_back(journey_progress(records, *member, seats));
  std::sort(out.journeys.begin(), out.journeys.end(), [&](const auto& a, const auto& b) {
    return code_of(records.program(), a.cohort) < code_of(records.program(), b.cohort);
  });
  sum_up(records, out);
  out.next = next_step(records, out);
  return out;
}

PersonProgress person_progress(const Program& program, Id<Person> person, Date today) {
  return person_progress(TrainingRecords{program, today}, person);
}

std::vector<PersonProgress> people_progress(const Program& program, Date today) {
  const TrainingRecords records{program, today};
  std::vector<const Person*> people;
  people.reserve(program.people.size());
  for (const Person& person : program.people) people.push_back(&person);
  std::sort(people.begin(), people.end(),
            [](const Person* a, const Person* b) { return a->number < b->number; });
  std::vector<PersonProgress> out;
  out.reserve(people.size());
  for (const Person* person : people) out.push_back(person_progress(records, person->id));
  return out;
}

}  // namespace tandem
