#include "planner/schedule/repair.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/nth.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/mend.hpp"
#include "planner/schedule/result.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstRepairId = RawId{1} << 61;  // of rows that exist in this proposal only

// Other sessions lifted, at most, to find out whether one of them would help.
constexpr std::int64_t kMostLifted = 4'000;

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

  Result<std::vector<Repair>> run(std::stop_token stop) {
    if (disruption_.from > disruption_.to)
      return fail(ErrorCode::bad_usage, "ends before it begins", "--from, --to");
    happened_ = as_row(disruption_);
    if (auto done = carry_out(happened_); !done) return fail(std::move(done.error()));
    find_broken();
    if (const auto* person = std::get_if<Id<Person>>(&disruption_.what)) move_seats(*person);
    auto compiled = compile_kept();
    if (!compiled) return fail(std::move(compiled.error()));
    compiled_ = std::move(*compiled);
    auto out = alternatives(std::move(stop));
    if (!out) return out;
    for (Repair& each : *out)
      for (const Session* session : broken_) each.broken.push_back(session->code);
    return out;
  }

 private:
  Result<void> carry_out(const Command& command) {
    auto done = apply(now_, command, ids_);
    if (!done) return fail(std::move(done.error()));
    now_ = std::move(done->program);
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
      commands_.insert(commands_.end(), commands.begin(), commands.end());
      return true;
    }
    return false;
  }

  // ---- the plan at rest

  Result<std::shared_ptr<const Compiled>> compile_kept() const {
    CompileOptions asked;
    asked.as_of = as_of_;
    asked.keep = true;
    for (const Session* session : broken_) asked.freed.push_back(session->id);
    return compile(now_, asked);
  }

  // Whether one more person away may leave a unit short while others of it meet.
  bool thins_cover() const {
    if (std::holds_alternative<Id<Person>>(disruption_.what)) return true;
    const auto* id = std::get_if<Id<Facilitator>>(&disruption_.what);
    return id && program_.facilitators.at(*id).person;
  }
  bool in_the_days(const Problem::Session& session) const {
    return std::any_of(session.held.begin(), session.held.end(), [&](const Place& p) {
      const Date date = compiled_->grid.date(p.day);
      return date >= disruption_.from && date <= disruption_.to;
    });
  }

  // Everything is put where it is held, right or wrong; what cannot stay is taken out again.
  // Returns: that. What was wrong before and is not concerned stays, in `wrong`.
  std::vector<int> rest(State& state, Search& search, std::vector<int>& wrong) {
    const Problem& problem = compiled_->problem;
    std::set<std::string> codes;
    for (const Session* session : broken_) codes.insert(session->code);
    const bool thin = thins_cover();
    std::vector<int> out;
    for (const int s : topological_order(problem)) {
      const auto& session = problem.sessions[nth(s)];
      if (session.fixed || session.held.empty()) continue;
      const bool broken = codes.contains(compiled_->groups[nth(s)].code);
      if (!broken && !session.item && !search.allows(s, session.held)) {
        if (thin && !session.units.empty() && in_the_days(session)) {
          out.push_back(s);
          broken_.insert(program_.sessions.find_key(compiled_->groups[nth(s)].code));
        } else {
          wrong.push_back(s);
        }
      }
      if (broken) out.push_back(s);
      state.put(s, session.held);
    }
    for (auto s = out.rbegin(); s != out.rend(); ++s) state.take(*s);
    std::sort(out.begin(), out.end());
    return out;
  }

  // ---- the alternatives

  Result<std::vector<Repair>> alternatives(std::stop_token stop) {
    const Problem& problem = compiled_->problem;
    const auto windows = day_windows(problem);
    const auto tail = tails(problem);
    State state{problem};
    Search search{state, windows, tail};
    std::vector<int> wrong;
    const auto broken = rest(state, search, wrong);
    const Workspace& workspace = program_.workspace();
    Leeway leeway;
    leeway.most_days = options_.most_days.value_or(kNone);
    if (const auto* away = std::get_if<Id<Facilitator>>(&disruption_.what))
      for (std::size_t f = 0; f < compiled_->facilitators.size(); ++f)
        if (compiled_->facilitators[f]->id == *away) leeway.apart = static_cast<int>(f);
    if (as_of_ && workspace.notice_days)
      leeway.notice_until = compiled_->grid.day(*as_of_ + days{*workspace.notice_days});
    Mender mender{state, search, windows, leeway};
    for (const int s : wrong) mender.keep(s);
    const int least = mender.fewest_sessions(broken, kMostLifted);

    std::vector<Repair> out;
    std::vector<Mended> plans;
    for (const Aim aim : {Aim::fewest_people, Aim::same_days, Aim::more_notice}) {
      if (aim == Aim::more_notice && leeway.notice_until == kNone) continue;
      if (!out.empty() && stop.stop_requested()) break;
      Mended plan = mender.mend(broken, aim, options_.steps);
      const auto same = std::find_if(plans.begin(), plans.end(), [&](const Mended& known) {
        return known.sessions == plan.sessions;
      });
      if (same != plans.end()) {
        out[static_cast<std::size_t>(same - plans.begin())].aims.push_back(aim);
        continue;
      }
      auto written = write(plan);
      if (!written) return tl::unexpected(written.error());
      written->aims = {aim};
      written->least_sessions = least;
      written->steps = mender.steps();
      out.push_back(std::move(*written));
      plans.push_back(std::move(plan));
    }
    return out;
  }

  // A plan as rows, commands and what they mean for people.
  Result<Repair> write(const Mended& plan) const {
    Repair out;
    out.happened = happened_;
    out.commands = commands_;
    out.after = now_;
    CountingIds ids{ids_};
    for (const auto& [s, places] : plan.sessions) {
      const Group& group = compiled_->groups[nth(s)];
      PlannedSession planned = without_date(group);
      const Session* session = now_.sessions.find_key(group.code);
      Command command;
      if (compiled_->problem.sessions[nth(s)].item) {
        Session row = *session;
        row.due_to.reset();
        if (!places.empty()) row.due_to = compiled_->grid.date(places.front().day);
        if (!row.due_to || (row.due_from && *row.due_from > *row.due_to)) row.due_from = row.due_to;
        planned.due_from = row.due_from;
        planned.due_to = row.due_to;
        command = Put{AnyRow{std::move(row)}};
      } else {
        planned.meetings = to_meetings(*compiled_, s, places);
        command = MoveSession{session->id, planned.meetings, session->pinned};
      }
      if (places.empty()) out.unplaced.push_back(planned.code);
      auto done = apply(out.after, command, ids);
      if (!done) return tl::unexpected(done.error());
      out.after = std::move(done->program);
      out.commands.push_back(std::move(command));
      out.proposal.sessions.push_back(std::move(planned));
    }
    const auto* apart = std::get_if<Id<Facilitator>>(&disruption_.what);
    out.changes = plan_changes(program_, out.after, as_of_.value_or(disruption_.from),
                               apart ? *apart : Id<Facilitator>{});
    out.meter = meter(plan, out.changes);
    return out;
  }

  // ---- the meter

  RepairMeter meter(const Mended& plan, const PlanChanges& changes) const {
    RepairMeter out;
    out.sessions = static_cast<int>(plan.sessions.size());
    std::set<int> payers;
    for (const auto& [s, places] : plan.sessions) {
      const auto& session = compiled_->problem.sessions[nth(s)];
      payers.insert(session.cohorts.front());
      for (std::size_t k = 0; k < std::min(places.size(), session.held.size()); ++k) {
        const int off = std::abs(places[k].day - session.held[k].day);
        out.days += off;
        out.most_days = std::max(out.most_days, off);
      }
    }
    for (const int payer : payers) out.money += spent(payer, &plan) - spent(payer, nullptr);
    out.short_notice = short_notice(changes);
    return out;
  }

  // What a cohort pays: each facilitator and each room once a date. Without a plan: as it was.
  std::int64_t spent(int payer, const Mended* plan) const {
    const Problem& problem = compiled_->problem;
    std::set<std::tuple<int, bool, int>> paid;
    std::int64_t out = 0;
    const auto pay = [&](int day, bool room, int who, int amount) {
      if (amount != 0 && paid.emplace(day, room, who).second) out += amount;
    };
    for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
      if (problem.sessions[s].cohorts.front() != payer) continue;
      std::span<const Place> places = problem.sessions[s].held;
      if (plan)
        for (const auto& [moved, now] : plan->sessions)
          if (moved == static_cast<int>(s)) places = now;
      for (const Place& p : places) {
        if (p.room != kNone) pay(p.day, true, p.room, problem.rooms[nth(p.room)].day_cost);
        for (int t = 0; t < p.team_size; ++t)
          pay(p.day, false, p.team[nth(t)], problem.facilitators[nth(p.team[nth(t)])].day_rate);
      }
    }
    return out;
  }

  // Those told of a date, old or new, that is nearer than the notice asked for.
  int short_notice(const PlanChanges& changes) const {
    const auto& wanted = program_.workspace().notice_days;
    if (!as_of_ || !wanted) return 0;
    std::set<Id<Person>> people;
    std::set<Id<Facilitator>> facilitators;
    for (const SessionChange& change : changes.sessions) {
      bool soon = false;
      for (const auto* meetings : {&change.was, &change.is})
        for (const PlannedMeeting& m : *meetings)
          soon = soon || (m.date >= *as_of_ && m.date < *as_of_ + days{*wanted});
      if (!soon) continue;
      people.insert(change.learners.begin(), change.learners.end());
      facilitators.insert(change.facilitators.begin(), change.facilitators.end());
    }
    return static_cast<int>(people.size() + facilitators.size());
  }

  const Program& program_;
  const Disruption& disruption_;
  const RepairOptions& options_;
  std::optional<Date> as_of_;
  Grouping<Id<Session>, Meeting> meetings_;
  Command happened_;
  Program now_ = program_;         // with that, and with seats moved for it
  std::vector<Command> commands_;  // that moved them
  CountingIds ids_{kFirstRepairId};
  struct ByCode {
    bool operator()(const Session* a, const Session* b) const { return a->code < b->code; }
  };
  std::set<const Session*, ByCode> broken_;
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace

Result<std::vector<Repair>> repairs(const Program& program, const Disruption& disruption,
                                    const RepairOptions& options, std::stop_token stop) {
  return Mending{program, disruption, options}.run(std::move(stop));
}

Result<Repair> repair(const Program& program, const Disruption& disruption,
                      const RepairOptions& options, std::stop_token stop) {
  auto all = repairs(program, disruption, options, std::move(stop));
  if (!all) return tl::unexpected(std::move(all.error()));
  return std::move(all->front());
}

}  // namespace tandem
