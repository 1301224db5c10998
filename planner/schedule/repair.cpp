#include "planner/schedule/repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/domain/grouping.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/greedy.hpp"
#include "planner/schedule/improve.hpp"
#include "planner/schedule/result.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstNewId = RawId{1} << 61;  // of rows that exist in this proposal only

Command as_row(const Disruption& disruption) {
  return std::visit(
      [&]<class T>(Id<T> id) -> Command {
        if constexpr (std::is_same_v<T, Cohort>) {
          Blackout row;
          row.scope = BlackoutScope::cohort;
          row.code = {id.value};
          row.from = disruption.from;
          row.to = disruption.to;
          return Put{AnyRow{row}};
        } else {
          Absence row;
          row.kind = std::is_same_v<T, Person>        ? AbsenceKind::person
                     : std::is_same_v<T, Facilitator> ? AbsenceKind::facilitator
                                                      : AbsenceKind::room;
          row.code = {id.value};
          row.from = disruption.from;
          row.to = disruption.to;
          return Put{AnyRow{row}};
        }
      },
      disruption.what);
}

class Mending {
 public:
  Mending(const Program& program, const Disruption& disruption, const RepairOptions& options)
      : program_(program),
        disruption_(disruption),
        options_(options),
        as_of_(options.as_of ? options.as_of : program.workspace().as_of),
        meetings_(group_by(program.meetings, &Meeting::session)) {}

  Result<Repair> run(std::stop_token stop) {
    if (disruption_.from > disruption_.to)
      return fail(ErrorCode::bad_usage, "ends before it begins", "--from, --to");
    out_.happened = as_row(disruption_);
    if (auto done = carry_out(out_.happened); !done) return fail(std::move(done.error()));
    find_broken();
    if (const auto* person = std::get_if<Id<Person>>(&disruption_.what)) move_seats(*person);
    if (auto moved = move_sessions(std::move(stop)); !moved) return fail(std::move(moved.error()));
    for (const Session* session : broken_) out_.broken.push_back(session->code);
    std::sort(out_.broken.begin(), out_.broken.end());
    const auto* apart = std::get_if<Id<Facilitator>>(&disruption_.what);
    out_.changes = plan_changes(program_, now_, as_of_.value_or(disruption_.from),
                                apart ? *apart : Id<Facilitator>{});
    out_.after = now_;
    return std::move(out_);
  }

 private:
  Result<void> carry_out(const Command& command) {
    auto done = apply(now_, command, ids_);
    if (!done) return fail(std::move(done.error()));
    now_ = std::move(done->program);
    return {};
  }
  Result<void> change(Command command) {
    if (auto done = carry_out(command); !done) return done;
    out_.commands.push_back(std::move(command));
    return {};
  }

  bool uses(const Session& session, const Meeting& meeting) const {
    return std::visit(
        [&]<class T>(Id<T> id) {
          if constexpr (std::is_same_v<T, Room>) {
            return meeting.room == id;
          } else if constexpr (std::is_same_v<T, Cohort>) {
            return std::find(session.cohorts.begin(), session.cohorts.end(), id) !=
                   session.cohorts.end();
          } else if constexpr (std::is_same_v<T, Facilitator>) {
            return runs(meeting, id);
          } else {
            const Seat* seat = seat_of(session.id, id);
            if (seat && seat->status == SeatStatus::booked) return true;
            return std::any_of(
                program_.facilitators.begin(), program_.facilitators.end(),
                [&](const Facilitator& f) { return f.person == id && runs(meeting, f.id); });
          }
        },
        disruption_.what);
  }
  static bool runs(const Meeting& meeting, Id<Facilitator> id) {
    for (const auto* team : {&meeting.leads, &meeting.cofacilitators})
      if (std::find(team->begin(), team->end(), id) != team->end()) return true;
    return false;
  }
  const Seat* seat_of(Id<Session> session, Id<Person> person) const {
    return now_.seats.find_key(
        join_key({std::to_string(session.value), std::to_string(person.value)}));
  }
  bool ahead(const Session& session) const {
    return session.status != SessionStatus::delivered &&
           session.status != SessionStatus::cancelled && !session.pinned;
  }

  void find_broken() {
    for (const Session& session : program_.sessions) {
      if (!ahead(session)) continue;
      for (const Meeting* m : meetings_[session.id])
        if (m->date >= disruption_.from && m->date <= disruption_.to &&
            (!as_of_ || m->date >= *as_of_) && uses(session, *m)) {
          broken_.insert(&session);
          break;
        }
    }
  }

  // The rules that are broken for a session, as far as the judge is concerned.
  std::set<std::string> faults(const Program& program, const std::set<std::string>& of) const {
    std::set<std::string> out;
    for (const Violation& v : verify(program, as_of_))
      if (of.contains(v.session)) out.insert(v.session + v.text);
    return out;
  }

  // A seat in another group of the same module, where that breaks nothing.
  void move_seats(Id<Person> person) {
    for (auto it = broken_.begin(); it != broken_.end();) {
      const Seat* seat = seat_of((*it)->id, person);
      it = seat && seat->status == SeatStatus::booked && move_seat(**it, *seat) ? broken_.erase(it)
                                                                                : std::next(it);
    }
  }
  bool move_seat(const Session& from, const Seat& seat) {
    for (const Session& to : program_.sessions) {
      if (to.id == from.id || to.module != from.module || to.cohorts != from.cohorts ||
          !ahead(to) || meetings_[to.id].empty())
        continue;
      const std::set<std::string> both{from.code, to.code};
      Seat moved;
      moved.session = to.id;
      moved.person = seat.person;
      moved.status = SeatStatus::booked;
      const std::vector<Command> commands{Remove{TableId::seats, seat.id.value},
                                          Put{AnyRow{moved}}};
      const auto done = apply_all(now_, commands, ids_);
      if (!done || !faults(done->program, both).empty()) continue;
      now_ = done->program;
      out_.commands.insert(out_.commands.end(), commands.begin(), commands.end());
      return true;
    }
    return false;
  }

  Result<void> move_sessions(std::stop_token stop) {
    if (broken_.empty()) return {};
    CompileOptions asked;
    asked.as_of = as_of_;
    asked.keep = true;
    for (const Session* session : broken_) asked.freed.push_back(session->id);
    auto compiled = compile(now_, asked);
    if (!compiled) return fail(std::move(compiled.error()));
    const Problem& problem = (*compiled)->problem;
    const auto windows = day_windows(problem);
    const auto tail = tails(problem);
    State state{problem};
    Search search{state, windows, tail};
    Meter meter{options_.steps, {}, std::move(stop)};
    construct(state, search, windows, tail, meter);
    improve(state, search, windows, tail, options_.seed, meter, [] {});
    if (state.cost()[Tier::unplaced] > 0) construct(state, search, windows, tail, meter);
    out_.cost = state.cost();
    out_.steps = meter.steps();
    for (PlannedSession& planned : to_proposal(**compiled, state).sessions)
      if (auto moved = move(planned); !moved) return moved;
    return {};
  }

  // Writes a session that is held otherwise than it was.
  Result<void> move(PlannedSession& planned) {
    const Session* session = now_.sessions.find_key(planned.code);
    if (!session || !ahead(*session)) return {};
    std::vector<PlannedMeeting> was;
    std::vector<const Meeting*> rows(meetings_[session->id].begin(), meetings_[session->id].end());
    std::sort(rows.begin(), rows.end(),
              [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
    for (const Meeting* m : rows)
      was.push_back({m->date, m->start, m->end, m->room, m->leads, m->cofacilitators});
    if (was == planned.meetings && session->due_to == planned.due_to) return {};
    if (was.empty() && planned.meetings.empty() && session->due_to != planned.due_to) {
      Session row = *session;
      row.due_from = planned.due_from;
      row.due_to = planned.due_to;
      if (auto done = change(Put{AnyRow{row}}); !done) return done;
    } else if (was != planned.meetings) {
      if (planned.meetings.empty()) out_.unplaced.push_back(planned.code);
      if (auto done = change(MoveSession{session->id, planned.meetings, session->pinned}); !done)
        return done;
    }
    out_.proposal.sessions.push_back(std::move(planned));
    return {};
  }

  const Program& program_;
  const Disruption& disruption_;
  const RepairOptions& options_;
  std::optional<Date> as_of_;
  Grouping<Id<Session>, Meeting> meetings_;
  Program now_ = program_;
  CountingIds ids_{kFirstNewId};
  struct ByCode {
    bool operator()(const Session* a, const Session* b) const { return a->code < b->code; }
  };
  std::set<const Session*, ByCode> broken_;
  Repair out_;
};

}  // namespace

Result<Repair> repair(const Program& program, const Disruption& disruption,
                      const RepairOptions& options, std::stop_token stop) {
  return Mending{program, disruption, options}.run(std::move(stop));
}

}  // namespace tandem
