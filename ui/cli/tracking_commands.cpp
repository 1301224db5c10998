// progress, attend: how far cohorts are, and one mark.
#include <fmt/format.h>

#include "planner/progress/cohort_progress.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

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
                        {"to_make_up", s.to_make_up}});
  return {{"cohort", code_of(program, p.cohort)},
          {"health", word(p.health)},
          {"text", p.headline},
          {"sessions", p.sessions.size()},
          {"placed", p.placed},
          {"held", p.held},
          {"seats_due", p.seats.whole},
          {"seats_completed", p.seats.part},
          {"minutes_due", p.minutes.whole},
          {"minutes_attended", p.minutes.part},
          {"paused", p.paused},
          {"next", p.next ? Json(code_of(program, *p.next)) : Json(nullptr)},
          {"finish", json(p.finish)},
          {"needs", p.needs},
          {"by_session", std::move(sessions)}};
}

void print(std::ostream& out, const Program& program, const CohortProgress& p) {
  const Cohort& cohort = program.cohorts.at(p.cohort);
  out << fmt::format("{} {}\n  {}\n", cohort.code, cohort.name, p.headline);
  if (p.seats.whole > 0)
    out << fmt::format("  {} of {} seats completed, {} of {} minutes attended\n", p.seats.part,
                       p.seats.whole, p.minutes.part, p.minutes.whole);
  if (p.paused > 0) out << fmt::format("  {} on a pause, not counted\n", p.paused);
  for (const std::string& need : p.needs) out << "  - " << need << '\n';
}

}  // namespace

int progress(const Context& context, const ProgressArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const Program& program = *(*session)->program();
  Id<Cohort> only;
  if (!args.cohort.empty()) {
    const auto cohort = find_by_code<Cohort>(program, args.cohort);
    if (!cohort) return report(context, cohort.error());
    only = (*cohort)->id;
  }
  Json out = Json::array();
  for (const CohortProgress& p : cohort_progress(program, (*session)->today())) {
    if (only && p.cohort != only) continue;
    if (context.json)
      out.push_back(as_json(program, p));
    else
      print(context.out, program, p);
  }
  if (context.json) context.out << out.dump(2) << '\n';
  return kDone;
}

int attend(const Context& context, const AttendArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
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
  context.out << (done->empty() ? "nothing to change" : done->label) << '\n';
  return kDone;
}

}  // namespace tandem::cli
