// From rows to the plan the judge sees: a session's own rows, or those a proposal puts in their
// place, with every reference followed. What names nothing is told as `reference`, and its session
// left out.
#include <algorithm>

#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

SessionRows own_rows(const Session& session, std::span<const Meeting* const> meetings,
                     std::span<const Seat* const> seats) {
  SessionRows out;
  out.planned = {session.code,
                 session.cohorts,
                 session.module,
                 session.variant,
                 session.due_from,
                 session.due_to,
                 {},
                 {}};
  out.status = session.status;
  out.pinned = session.pinned;
  std::vector<const Meeting*> ordered(meetings.begin(), meetings.end());
  std::sort(ordered.begin(), ordered.end(),
            [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
  for (const Meeting* row : ordered) {
    out.planned.meetings.push_back(
        {row->date, row->start, row->end, row->room, row->leads, row->cofacilitators});
    out.numbers.push_back(row->number);
  }
  for (const Seat* seat : seats)
    if (seat->status == SeatStatus::booked) out.planned.seats.push_back(seat->person);
  return out;
}

void tell_orphans(const Program& program, Findings& findings) {
  for (const Meeting& row : program.meetings)
    if (!program.sessions.find(row.session))
      findings.add(RuleKind::reference, {}, {},
                   "The meeting of " + words_with_year(row.date) +
                       " belongs to a session that does not exist.");
  for (const Seat& row : program.seats)
    if (!program.sessions.find(row.session))
      findings.add(RuleKind::reference, {}, {},
                   "A seat of person " + std::string{code_of(program, row.person)} +
                       " belongs to a session that does not exist.");
}

// Gathers what one session's rows name and do not find.
class Missing {
 public:
  Missing(const std::string& session, Findings& findings)
      : session_(session), findings_(findings) {}

  template <class T>
  const T* find(const Table<T>& table, Id<T> id, const char* noun) {
    const T* row = table.find(id);
    if (!row) tell(std::string{"Names a "} + noun + " that does not exist.");
    return row;
  }
  void tell(std::string text) {
    any_ = true;
    findings_.add(RuleKind::reference, session_, {}, std::move(text));
  }
  bool any() const { return any_; }

 private:
  const std::string& session_;
  Findings& findings_;
  bool any_{};
};

}  // namespace

std::vector<SessionRows> session_rows(const Program& program, const Proposal* proposal,
                                      Findings& findings) {
  std::map<std::string, SessionRows> by_code;
  const auto meetings = group_by(program.meetings, &Meeting::session);
  const auto seats = group_by(program.seats, &Seat::session);
  tell_orphans(program, findings);
  for (const Session& session : program.sessions) {
    auto rows = own_rows(session, meetings[session.id], seats[session.id]);
    if (!by_code.try_emplace(session.code, std::move(rows)).second)
      findings.add(RuleKind::code, session.code, {}, "Two sessions have this code.");
  }
  std::map<std::string, int> proposed;
  for (const PlannedSession& session :
       proposal ? proposal->sessions : std::vector<PlannedSession>{}) {
    if (++proposed[session.code] == 2)
      findings.add(RuleKind::code, session.code, {}, "The proposal holds this session twice.");
    SessionRows& rows = by_code[session.code];
    rows.planned = session;
    rows.numbers.resize(session.meetings.size());
    for (std::size_t i = 0; i < rows.numbers.size(); ++i) rows.numbers[i] = static_cast<int>(i) + 1;
  }
  std::vector<SessionRows> out;
  for (auto& [code, rows] : by_code) out.push_back(std::move(rows));
  return out;
}

std::optional<PlanSession> Plan::resolve(const SessionRows& rows, Findings& findings) const {
  Missing missing{rows.planned.code, findings};
  PlanSession out;
  out.code = rows.planned.code;
  out.status = rows.status;
  out.pinned = rows.pinned;
  out.due_from = rows.planned.due_from;
  out.due_to = rows.planned.due_to;
  out.module = missing.find(program_.modules, rows.planned.module, "module");
  for (const Id<Cohort> id : rows.planned.cohorts) {
    const Cohort* cohort = missing.find(program_.cohorts, id, "cohort");
    if (!cohort) continue;
    if (!zone(cohort->site))
      missing.tell("The site of cohort " + cohort->code + " has no time zone that exists.");
    out.cohorts.push_back(cohort);
  }
  if (rows.planned.cohorts.empty()) missing.tell("Names no cohort.");
  const Variant* variant = nullptr;
  if (out.module && !rows.planned.variant.empty()) {
    variant = program_.variants.find_key(
        join_key({std::to_string(out.module->id.value), rows.planned.variant}));
    if (!variant)
      missing.tell("Module " + out.module->code + " has no variant '" + rows.planned.variant +
                   "'.");
  }
  for (const Id<Person> id : rows.planned.seats) {
    if (const Person* person = missing.find(program_.people, id, "person"))
      out.seats.push_back(person);
  }
  std::sort(out.seats.begin(), out.seats.end(),
            [](const Person* a, const Person* b) { return a->number < b->number; });
  if (missing.any()) return std::nullopt;

  out.form = form_of(*out.module, variant);
  for (std::size_t i = 0; i < rows.planned.meetings.size(); ++i) {
    auto meeting = resolve(rows.planned.meetings[i], rows, *out.cohorts.front(), findings);
    if (!meeting) return std::nullopt;
    meeting->number = rows.numbers[i];
    out.meetings.push_back(std::move(*meeting));
  }
  return out;
}

std::optional<PlanMeeting> Plan::resolve(const PlannedMeeting& row, const SessionRows& session,
                                         const Cohort& first, Findings& findings) const {
  Missing missing{session.planned.code, findings};
  PlanMeeting out;
  out.date = row.date;
  if (row.room) out.room = missing.find(program_.rooms, row.room, "room");
  for (const auto id : row.leads)
    out.leads.push_back(missing.find(program_.facilitators, id, "facilitator"));
  for (const auto id : row.cofacilitators)
    out.cofacilitators.push_back(missing.find(program_.facilitators, id, "facilitator"));

  // "In the zone of the meeting's room; without a room or in a virtual one, of the (first) cohort's
  // site." A physical room that names no site has no zone of its own either.
  const bool physical = out.room && !out.room->is_virtual && out.room->site;
  const Site* where = physical ? missing.find(program_.sites, out.room->site, "site")
                               : program_.sites.find(first.site);
  out.zone = zone(where);
  if (where && !out.zone)
    missing.tell("The site of room " + out.room->code + " has no time zone that exists.");
  if (missing.any()) return std::nullopt;
  if (physical && !where->is_virtual) out.place = where;

  out.crosses_midnight = row.end <= row.start;
  out.local.begin = at(row.date, row.start);
  out.local.end = at(row.date + days{out.crosses_midnight ? 1 : 0}, row.end);
  const UtcOf begin = out.zone->to_utc(out.local.begin);
  const UtcOf end = out.zone->to_utc(out.local.end);
  out.begin = begin.utc;
  out.end = end.utc;
  out.unreal = begin.kind == LocalKind::skipped || end.kind == LocalKind::skipped;
  return out;
}

}  // namespace tandem::judge
