// progress, attend: how far cohorts and people are, and marks.
#include <fmt/format.h>

#include <algorithm>

#include "db/exchange/attendance_file.hpp"
#include "planner/base/text.hpp"
#include "planner/progress/cohort_progress.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"
#include "ui/cli/people_report.hpp"

namespace tandem::cli {
namespace {

// "not yet dated" -> not_yet_dated
std::string key(std::string_view words) {
  std::string out{words};
  std::replace(out.begin(), out.end(), ' ', '_');
  return out;
}

Json as_json(const StateCounts& counts) {
  Json out;
  for (std::size_t i = 0; i < counts.of.size(); ++i)
    out[key(kWords<ModuleState>[i])] = counts.of[i];
  return out;
}

Json as_json(const Program& program, const CohortProgress& p) {
  Json sessions = Json::array();
  for (const SessionProgress& s : p.sessions)
    sessions.push_back({{"session", code_of(program, s.session)},
                        {"first", json(s.first)},
                        {"last", json(s.last)},
                        {"held", s.held},
                        {"seats", s.seats},
                        {"completed", s.completed},
                        {"unmarked", s.unmarked},
                        {"to_make_up", s.to_make_up},
                        {"excused", s.excused}});
  Json by_status;
  for (std::size_t i = 0; i < p.by_status.size(); ++i)
    by_status[std::string{kWords<MemberStatus>[i]}] = p.by_status[i];
  Json people = Json::array();
  for (const PersonNeed& need : p.people)
    people.push_back({{"person", code_of(program, need.person)}, {"text", need.text}});
  Json burn_up = Json::array();
  for (const BurnUpPoint& point : p.burn_up)
    burn_up.push_back({{"date", json(point.date)},
                       {"planned", point.planned},
                       {"actual", point.actual ? Json(*point.actual) : Json(nullptr)}});
  return {{"cohort", code_of(program, p.cohort)},
          {"health", word(p.health)},
          {"text", p.headline},
          {"pace", p.pace},
          {"sessions", p.sessions.size()},
          {"placed", p.placed},
          {"held", p.held},
          {"members", std::move(by_status)},
          {"paused", p.paused},
          {"behind", p.behind},
          {"modules", as_json(p.counts)},
          {"seats_due", p.seats.whole},
          {"seats_completed", p.seats.part},
          {"minutes_due", p.minutes.whole},
          {"minutes_attended", p.minutes.part},
          {"next", p.next ? Json(code_of(program, *p.next)) : Json(nullptr)},
          {"finish", json(p.finish)},
          {"needs", p.needs},
          {"people", std::move(people)},
          {"by_session", std::move(sessions)},
          {"burn_up", std::move(burn_up)}};
}

// Names are told where one cohort is asked about; the overview speaks of counts.
void print(std::ostream& out, const Program& program, const CohortProgress& p, bool names) {
  const Cohort& cohort = program.cohorts.at(p.cohort);
  out << fmt::format("{} {}\n  {}\n  {}: {}\n", cohort.code, cohort.name, p.headline,
                     count(p.members, "person", "people"), p.pace);
  if (p.seats.whole > 0)
    out << fmt::format("  {} of {} seats completed, {} of {} minutes attended\n", p.seats.part,
                       p.seats.whole, p.minutes.part, p.minutes.whole);
  if (p.paused > 0) out << fmt::format("  {} on a pause, not counted\n", p.paused);
  for (const std::string& need : p.needs) out << "  - " << need << '\n';
  if (!names) return;
  for (const PersonNeed& need : p.people) out << "  - " << need.text << '\n';
}

Json as_json(const Program& program, const NextStep& next) {
  const auto code = [&](auto id) { return id ? Json(code_of(program, id)) : Json(nullptr); };
  return {{"text", next.text},
          {"kind", word(next.kind)},
          {"session", code(next.session)},
          {"module", code(next.module)},
          {"date", json(next.date)},
          {"time", next.when ? Json(text(time_of(*next.when))) : Json(nullptr)},
          {"place", next.place.empty() ? Json(nullptr) : Json(next.place)}};
}

Json as_json(const Program& program, const PersonProgress& p) {
  Json journeys = Json::array();
  for (const JourneyProgress& journey : p.journeys) {
    Json modules = Json::array();
    for (const ModuleProgress& m : journey.modules)
      modules.push_back({{"module", code_of(program, m.module)},
                         {"state", key(word(m.state))},
                         {"session", m.session ? Json(code_of(program, m.session)) : Json(nullptr)},
                         {"date", json(m.date)},
                         {"minutes", m.minutes.whole},
                         {"minutes_done", m.minutes.part}});
    journeys.push_back({{"cohort", code_of(program, journey.cohort)},
                        {"status", word(journey.status)},
                        {"pace", journey.pace_text},
                        {"modules", as_json(journey.counts)},
                        {"minutes", journey.minutes.whole},
                        {"minutes_done", journey.minutes.part},
                        {"by_module", std::move(modules)}});
  }
  const Person& person = program.people.at(p.person);
  return {{"person", person.number},
          {"name", person.name},
          {"pace", p.pace_text},
          {"next", as_json(program, p.next)},
          {"modules", as_json(p.counts)},
          {"minutes", p.minutes.whole},
          {"minutes_done", p.minutes.part},
          {"cohorts", std::move(journeys)}};
}

void print(std::ostream& out, const Program& program, const PersonProgress& p) {
  const Person& person = program.people.at(p.person);
  out << fmt::format("{} {}\n  {}\n  next: {}\n", person.number, person.name, p.pace_text,
                     p.next.text);
  for (const JourneyProgress& journey : p.journeys) {
    out << fmt::format("  {}: {}", code_of(program, journey.cohort), journey.pace_text);
    if (journey.counts.all() > 0)
      out << fmt::format(", {} of {} modules done, {} of {} minutes",
                         journey.counts[ModuleState::done], journey.counts.all(),
                         journey.minutes.part, journey.minutes.whole);
    out << '\n';
    for (std::size_t i = 0; i < journey.counts.of.size(); ++i) {
      std::vector<std::string> codes;
      for (const ModuleProgress& m : journey.modules)
        if (m.state == static_cast<ModuleState>(i)) codes.emplace_back(code_of(program, m.module));
      if (!codes.empty())
        out << fmt::format("    {}: {}\n", kWords<ModuleState>[i], join(codes, ", "));
    }
  }
}

int progress_of_person(const Context& context, const Program& program, const std::string& number,
                       Date today) {
  const auto person = find_by_code<Person>(program, number);
  if (!person) return report(context, person.error());
  const TrainingRecords records{program, today};
  const PersonProgress found = person_progress(records, (*person)->id);
  const PersonReport more = person_report(records, found);
  if (context.json) {
    Json out = as_json(program, found);
    add_json(out, program, more);
    context.out << out.dump(2) << '\n';
  } else {
    print(context.out, program, found);
    print(context.out, more);
  }
  return kDone;
}

}  // namespace

int progress(const Context& context, const ProgressArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const Program& program = *(*session)->program();
  const Date today = (*session)->today();
  if (!args.person.empty()) return progress_of_person(context, program, args.person, today);
  if (args.units) {
    const auto units = units_skills(program, today);
    if (context.json)
      context.out << as_json(program, units).dump(2) << '\n';
    else
      print(context.out, program, units, true);
    return kDone;
  }
  Id<Cohort> only;
  if (!args.cohort.empty()) {
    const auto cohort = find_by_code<Cohort>(program, args.cohort);
    if (!cohort) return report(context, cohort.error());
    only = (*cohort)->id;
  }
  std::optional<CohortPeople> people;
  if (only) people = cohort_people(TrainingRecords{program, today}, program.cohorts.at(only));
  Json out = Json::array();
  for (const CohortProgress& p : cohort_progress(program, today)) {
    if (only && p.cohort != only) continue;
    if (context.json) {
      out.push_back(as_json(program, p));
      if (people) add_json(out.back(), program, *people);
    } else {
      print(context.out, program, p, static_cast<bool>(only));
      if (people) print(context.out, program, *people);
    }
  }
  if (context.json)
    context.out << out.dump(2) << '\n';
  else if (!only)
    print(context.out, program, units_skills(program, today), false);
  return kDone;
}

namespace {

int told(const Context& context, std::size_t marks, const ChangeSet& done, bool dry_run) {
  if (context.json) {
    context.out << Json{{"marks", marks},
                        {"changed", done.rows.size()},
                        {"text", done.label},
                        {"dry_run", dry_run}}
                       .dump(2)
                << '\n';
  } else if (dry_run) {
    context.out << count(static_cast<std::int64_t>(marks), "mark") << " can be taken in\n";
  } else {
    context.out << (done.empty() ? "nothing to change" : done.label) << '\n';
  }
  return kDone;
}

int attend_from(const Context& context, app::Session& session, const AttendArgs& args) {
  const auto lines = read_text(args.from);
  if (!lines) return report(context, lines.error());
  const auto marks = db::read_attendance(*session.program(), *lines, args.from.filename().string());
  if (!marks) return report(context, marks.error());
  if (args.dry_run || marks->empty()) return told(context, marks->size(), {}, args.dry_run);
  const auto done = session.apply([&](Batch& batch) -> Result<void> {
    Errors errors;
    for (const Command& mark : *marks)
      if (const auto added = batch.add(mark); !added)
        errors.insert(errors.end(), added.error().begin(), added.error().end());
    if (!errors.empty()) return fail(std::move(errors));
    return {};
  });
  if (!done) return report(context, done.error());
  if (const auto saved = session.wait(); !saved) return report(context, saved.error());
  return told(context, marks->size(), *done, false);
}

}  // namespace

int attend(const Context& context, const AttendArgs& args) {
  const bool one =
      !args.session.empty() && args.meeting > 0 && !args.person.empty() && !args.status.empty();
  if (args.from.empty() && !one)
    return report(context, {{ErrorCode::bad_usage,
                             "attend takes SESSION MEETING NUMBER STATUS, or --from a file",
                             {},
                             "tandem attend --help"}});
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  if (!args.from.empty()) return attend_from(context, **session, args);
  const Program& program = *(*session)->program();
  const auto where = find_by_code<Session>(program, args.session);
  const auto who = find_by_code<Person>(program, args.person);
  Errors errors;
  if (!where) errors.insert(errors.end(), where.error().begin(), where.error().end());
  if (!who) errors.insert(errors.end(), who.error().begin(), who.error().end());
  if (!errors.empty()) return report(context, errors);

  RecordAttendance mark{(*where)->id, args.meeting, (*who)->id, {}, args.minutes};
  const auto& statuses = kWords<AttendanceStatus>;
  const auto status = std::find(statuses.begin(), statuses.end(), args.status);
  if (status != statuses.end())
    mark.status = static_cast<AttendanceStatus>(status - statuses.begin());
  const auto done = (*session)->apply(mark);
  if (!done) return report(context, done.error());
  if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
  return told(context, 1, *done, false);
}

}  // namespace tandem::cli
