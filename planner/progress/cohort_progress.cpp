#include "planner/progress/cohort_progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

SessionProgress session_progress(const TrainingRecords& records, const Session& session,
                                 const std::vector<Id<Person>>& people, Ratio& minutes) {
  const SessionSpan& span = records.span(session.id);
  SessionProgress out{session.id, span.first, span.last, span.held, 0, 0, 0, 0, 0, {}};
  const bool joint = session.cohorts.size() > 1;
  for (const Seat* row : records.seats(session.id)) {
    if (row->status != SeatStatus::booked) continue;
    // Of a joint session, each cohort counts its own people.
    if (joint && !std::binary_search(people.begin(), people.end(), row->person)) continue;
    const SeatRecord seat = records.seat(session, row->person);
    const bool completed = seat.state == SeatState::completed;
    if (out.first && !completed && records.paused(row->person, *out.first)) continue;
    ++out.seats;
    if (!out.held) continue;
    if (completed) ++out.completed;
    if (records.meetings(session.id).empty()) continue;  // nobody is marked there
    minutes = minutes + Ratio{seat.attended, seat.attended + seat.missed};
    if (seat.state == SeatState::unmarked) ++out.unmarked;
    if (seat.state == SeatState::to_make_up) {
      ++out.to_make_up;
      out.missed.push_back(row->person);
    }
    if (seat.only_excused()) ++out.excused;
  }
  return out;
}

std::string module_code(const Program& program, Id<Session> session) {
  return std::string{code_of(program, program.sessions.at(session).module)};
}

void find_needs(const Program& program, CohortProgress& out, Date today) {
  std::map<std::string, int> make_up;  // by module code
  for (const SessionProgress& s : out.sessions) {
    const Session& session = program.sessions.at(s.session);
    if (!s.first) out.needs.push_back(fmt::format("{} has no date yet", session.code));
    if (s.held && s.unmarked > 0)
      out.needs.push_back(fmt::format("{} of {} has no marks for {}", session.code, words(*s.last),
                                      count(s.unmarked, "person", "people")));
    if (s.to_make_up > 0) make_up[module_code(program, s.session)] += s.to_make_up;
  }
  // One line for all of it: which modules, and for how many where it is more than one person.
  std::vector<std::string> modules;
  std::int64_t seats = 0;
  for (const auto& [module, n] : make_up) {
    modules.push_back(n == 1 ? module : fmt::format("{} ({})", module, n));
    seats += n;
  }
  if (seats > 0)
    out.needs.push_back(
        fmt::format("{} to make up: {}", count(seats, "seat"), sentence_list(modules)));
  const Cohort& cohort = program.cohorts.at(out.cohort);
  if (cohort.deadline && out.finish && *out.finish > *cohort.deadline)
    out.needs.push_back(fmt::format("the plan ends {}, {} after the deadline", words(*out.finish),
                                    count((*out.finish - *cohort.deadline).count(), "day")));
  if (cohort.deadline && *cohort.deadline < today &&
      out.held < static_cast<int>(out.sessions.size()))
    out.health = Health::late;
}

void sum_up(const Program& program, CohortProgress& out, Date today) {
  for (const SessionProgress& s : out.sessions) {
    if (s.first) ++out.placed;
    if (s.last) out.finish = out.finish ? std::max(*out.finish, *s.last) : *s.last;
    if (s.held) {
      ++out.held;
      out.seats =
          out.seats + Ratio{s.completed, s.completed + s.unmarked + s.to_make_up - s.excused};
    } else if (s.first && *s.first >= today && !out.next) {
      out.next = s.session;
    }
  }
  find_needs(program, out, today);
  if (out.health != Health::late && !out.needs.empty()) out.health = Health::needs_a_look;
  out.headline = fmt::format("{}: {} of {} held", word(out.health), out.held,
                             count(static_cast<std::int64_t>(out.sessions.size()), "session"));
  if (out.next) {
    const auto next = std::find_if(out.sessions.begin(), out.sessions.end(),
                                   [&](const auto& s) { return s.session == *out.next; });
    out.headline +=
        fmt::format(", next {} on {}", module_code(program, *out.next), words(*next->first));
  }
}

std::optional<PersonNeed> need_of(const Program& program, const Person& person,
                                  const JourneyProgress& journey) {
  if (journey.pace == Pace::paused) return std::nullopt;
  std::vector<std::string> modules;
  for (const ModuleProgress& module : journey.modules)
    if (module.state == ModuleState::to_make_up)
      modules.emplace_back(code_of(program, module.module));
  if (modules.empty()) return std::nullopt;
  return PersonNeed{person.id,
                    fmt::format("{} has {} to make up", person.name, sentence_list(modules))};
}

// What is said of everybody together, when they are many and stand differently.
std::string pace_of(const CohortProgress& out, const std::vector<JourneyProgress>& enrolled) {
  if (enrolled.empty()) return "nobody is enrolled";
  if (out.behind > 0) return count(out.behind, "person is", "people are") + " behind the plan";
  for (const Pace pace : {Pace::on_plan, Pace::ahead_of_start, Pace::complete})
    for (const JourneyProgress& journey : enrolled)
      if (journey.pace == pace) return journey.pace_text;
  return "everybody is paused";
}

void follow_people(const TrainingRecords& records, CohortProgress& out) {
  const Program& program = records.program();
  std::vector<JourneyProgress> enrolled;
  BurnUp burn_up;
  for (const Member* member : records.members(out.cohort)) {
    ++out.by_status[static_cast<std::size_t>(member->status)];
    const bool active = member->status == MemberStatus::enrolled;
    if (!active && member->status != MemberStatus::completed) continue;
    const auto seats = records.booked(member->person);
    JourneyProgress journey = journey_progress(records, *member, seats);
    for (std::size_t i = 0; i < out.counts.of.size(); ++i) out.counts.of[i] += journey.counts.of[i];
    burn_up.add(records, member->person, records.plan(out.cohort), seats);
    if (!active) continue;
    ++out.members;
    if (records.paused(member->person, records.today())) ++out.paused;
    const Person& person = program.people.at(member->person);
    if (has_left(person, records.today())) continue;
    if (journey.pace == Pace::behind) ++out.behind;
    if (auto need = need_of(program, person, journey)) out.people.push_back(std::move(*need));
    enrolled.push_back(std::move(journey));
  }
  out.pace = pace_of(out, enrolled);
  out.burn_up = burn_up.points(records.today());
  const auto name = [&](const PersonNeed& need) {
    const Person& person = program.people.at(need.person);
    return std::tie(person.sort_as.empty() ? person.name : person.sort_as, person.number);
  };
  std::sort(out.people.begin(), out.people.end(),
            [&](const PersonNeed& a, const PersonNeed& b) { return name(a) < name(b); });
}

}  // namespace

std::vector<CohortProgress> cohort_progress(const Program& program, Date today) {
  const TrainingRecords records{program, today};
  std::vector<const Cohort*> cohorts;
  for (const Cohort& cohort : program.cohorts) cohorts.push_back(&cohort);
  std::sort(cohorts.begin(), cohorts.end(),
            [](const Cohort* a, const Cohort* b) { return a->code < b->code; });
  std::vector<CohortProgress> all;
  for (const Cohort* cohort : cohorts) {
    CohortProgress out;
    out.cohort = cohort->id;
    std::vector<Id<Person>> people;
    for (const Member* m : records.members(cohort->id))
      if (m->status == MemberStatus::enrolled || m->status == MemberStatus::completed)
        people.push_back(m->person);
    std::sort(people.begin(), people.end());
    for (const Session* session : records.sessions(cohort->id))
      out.sessions.push_back(session_progress(records, *session, people, out.minutes));
    // By code already.
    std::stable_sort(out.sessions.begin(), out.sessions.end(), [&](const auto& a, const auto& b) {
      return std::pair{!a.first, a.first} < std::pair{!b.first, b.first};
    });
    sum_up(program, out, today);
    follow_people(records, out);
    all.push_back(std::move(out));
  }
  return all;
}

}  // namespace tandem
