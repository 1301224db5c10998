#include "planner/schedule/scenario.hpp"

#include <fmt/format.h>

#include <map>

#include "planner/domain/grouping.hpp"
#include "planner/schedule/branch_row.hpp"

namespace tandem {
namespace {

bool is_cancelled(const Session& s) { return s.status == SessionStatus::cancelled; }

bool same_plan(const Session& a, const Session& b) {
  return a.cohorts == b.cohorts && a.module == b.module && a.variant == b.variant &&
         is_cancelled(a) == is_cancelled(b) && a.pinned == b.pinned && a.due_from == b.due_from &&
         a.due_to == b.due_to && a.note == b.note;
}
bool same_plan(const Meeting& a, const Meeting& b) {
  return a.date == b.date && a.start == b.start && a.end == b.end && a.room == b.room &&
         a.leads == b.leads && a.cofacilitators == b.cofacilitators;
}
bool same_plan(const Seat& a, const Seat& b) { return a.status == b.status; }

template <class T>
std::vector<const T*> rows_of(const Table<T>& table, Id<Branch> branch) {
  std::vector<const T*> out;
  for (const T& row : table)
    if (row.branch == branch) out.push_back(&row);
  return out;
}

// The rows of a branch as they are to be, against those that are.
class Writing {
 public:
  Writing(const Program& program, Id<Branch> branch, const Program& plan)
      : program_(program), branch_(branch), plan_(plan) {}

  Result<std::vector<Command>> run() {
    if (Errors errors = refusals(); !errors.empty()) return fail(std::move(errors));
    sessions();
    meetings();
    seats();
    waivers();
    remove_rest(program_.branch_sessions);
    remove_rest(program_.branch_meetings);
    remove_rest(program_.branch_seats);
    remove_rest(program_.branch_waivers);
    return std::move(commands_);
  }

 private:
  Errors refusals() const {
    Errors errors;
    for (const TableInfo& table : tables()) {
      if (table.id == TableId::sessions || table.id == TableId::meetings ||
          table.id == TableId::seats || table.id == TableId::waivers)
        continue;
      if (!(rows(program_, table.id) == rows(plan_, table.id)))
        errors.push_back(
            {ErrorCode::refused,
             fmt::format("a branch holds sessions, meetings, seats and waivers; rows of "
                         "{} cannot differ in it",
                         table.name),
             {},
             "change these in the file itself"});
    }
    for (const Session& s : plan_.sessions) {
      const Session* known = program_.sessions.find_key(s.code);
      if (s.status != (known ? known->status : SessionStatus::planned) && !is_cancelled(s) &&
          !(known && is_cancelled(*known) && s.status == SessionStatus::planned))
        errors.push_back({ErrorCode::refused,
                          fmt::format("a session of a branch cannot be {}", word(s.status)),
                          "session " + s.code, "adopt it first"});
    }
    return errors;
  }

  // `row` has branch and key; `was` is the published row it differs from, null when there is none.
  template <class T, class Published>
  void want(T row, const Published* was) {
    const TableId table = kTableOf<T>;
    row.branch = branch_;
    const RawId id = find_key(program_, table, key_of(table, &row));
    if (id == 0) {
      if (was) row.base = row_mark(program_, *was);
    } else {
      row.id = {id};
      row.base = find(program_, row.id)->base;
      kept_.emplace(table, id);
    }
    commands_.push_back(Put{AnyRow{std::move(row)}});
  }

  void sessions() {
    for (const Session& s : plan_.sessions) {
      const Session* was = program_.sessions.find_key(s.code);
      if (was && same_plan(*was, s)) continue;
      BranchSession row;
      row.session = s.code;
      row.cohorts = s.cohorts;
      row.module = s.module;
      row.variant = s.variant;
      row.cancelled = is_cancelled(s);
      row.pinned = s.pinned;
      row.due_from = s.due_from;
      row.due_to = s.due_to;
      row.note = s.note;
      want(std::move(row), was);
    }
    for (const Session& was : program_.sessions) {
      if (plan_.sessions.find_key(was.code)) continue;
      BranchSession row;
      row.session = was.code;
      want(std::move(row), &was);
    }
  }

  // The session of this code in the other Program, if it is there.
  static const Session* same_code(const Program& from, Id<Session> id, const Program& to) {
    const Session* session = from.sessions.find(id);
    return session ? to.sessions.find_key(session->code) : nullptr;
  }

  void meetings() {
    for (const Meeting& m : plan_.meetings) {
      const Session* there = same_code(plan_, m.session, program_);
      const Meeting* was =
          there ? program_.meetings.find_key(meeting_key(there->id, m.number)) : nullptr;
      if (was && same_plan(*was, m)) continue;
      BranchMeeting row;
      row.session = code_of(plan_, m.session);
      row.number = m.number;
      row.date = m.date;
      row.start = m.start;
      row.end = m.end;
      row.room = m.room;
      row.leads = m.leads;
      row.cofacilitators = m.cofacilitators;
      want(std::move(row), was);
    }
    for (const Meeting& was : program_.meetings) {
      const Session* there = same_code(program_, was.session, plan_);
      if (!there || plan_.meetings.find_key(meeting_key(there->id, was.number))) continue;
      BranchMeeting row;
      row.session = there->code;
      row.number = was.number;
      want(std::move(row), &was);
    }
  }

  void seats() {
    for (const Seat& s : plan_.seats) {
      const Session* there = same_code(plan_, s.session, program_);
      const Seat* was = there ? program_.seats.find_key(seat_key(there->id, s.person)) : nullptr;
      if (was && same_plan(*was, s)) continue;
      BranchSeat row;
      row.session = code_of(plan_, s.session);
      row.person = s.person;
      row.status = s.status;
      want(std::move(row), was);
    }
    for (const Seat& was : program_.seats) {
      const Session* there = same_code(program_, was.session, plan_);
      if (!there || plan_.seats.find_key(seat_key(there->id, was.person))) continue;
      BranchSeat row;
      row.session = there->code;
      row.person = was.person;
      want(std::move(row), &was);
    }
  }

  // Waivers have no key: those of one text are told by how many there are.
  void waivers() {
    std::map<std::string, std::pair<int, Waiver>> more;  // in the plan than in the file
    std::map<std::string, std::string> session;
    const auto tally = [&](const Program& of, int sign) {
      for (const Waiver& w : of.waivers) {
        const std::string said = waiver_text(of, w);
        auto& entry = more.try_emplace(said, 0, w).first->second;
        entry.first += sign;
        session[said] = code_of(of, w.session);
      }
    };
    tally(plan_, 1);
    tally(program_, -1);
    std::map<std::pair<std::string, bool>, std::vector<Id<BranchWaiver>>> held;
    for (const BranchWaiver* w : rows_of(program_.branch_waivers, branch_))
      held[{waiver_text(*w), w->dropped}].push_back(w->id);
    for (const auto& [said, entry] : more) {
      const auto& [n, waiver] = entry;
      auto& ids = held[{said, n < 0}];
      for (int k = 0; k < std::abs(n); ++k) {
        if (static_cast<std::size_t>(k) < ids.size()) {
          kept_.emplace(TableId::branch_waivers, ids[static_cast<std::size_t>(k)].value);
          continue;
        }
        BranchWaiver row;
        row.branch = branch_;
        row.rule = waiver.rule;
        row.subject = waiver.subject;
        row.session = session[said];
        row.dropped = n < 0;
        row.reason = waiver.reason;
        row.author = waiver.author;
        row.date = waiver.date;
        commands_.push_back(Put{AnyRow{std::move(row)}});
      }
    }
  }

  template <class T>
  void remove_rest(const Table<T>& table) {
    for (const T* row : rows_of(table, branch_))
      if (!kept_.contains({kTableOf<T>, row->id.value}))
        commands_.push_back(Remove{kTableOf<T>, row->id.value});
  }

  const Program& program_;
  Id<Branch> branch_;
  const Program& plan_;
  std::vector<Command> commands_;
  std::set<std::pair<TableId, RawId>> kept_;  // rows of the branch that stay
};

template <class T>
void remove_all(std::vector<Command>& out, const Table<T>& table, Id<Branch> branch) {
  for (const T* row : rows_of(table, branch)) out.push_back(Remove{kTableOf<T>, row->id.value});
}

}  // namespace

Program plan_of(const Program& program, Id<Branch> branch) {
  Program plan = program;
  const auto meetings = group_by(program.meetings, &Meeting::session);
  const auto seats = group_by(program.seats, &Seat::session);
  for (const BranchSession* row : rows_of(program.branch_sessions, branch)) {
    const Session* was = published(program, *row);
    if (row->module) {
      plan.sessions.put(as_planned(*row, was));
    } else if (was) {
      for (const Meeting* m : meetings[was->id]) plan.meetings.erase(m->id);
      for (const Seat* s : seats[was->id]) plan.seats.erase(s->id);
      plan.sessions.erase(was->id);
    }
  }
  // Rows of a session that is nowhere any more say nothing.
  for (const BranchMeeting* row : rows_of(program.branch_meetings, branch)) {
    const Session* session = plan.sessions.find_key(row->session);
    const Meeting* was = published(program, *row);
    if (session && row->date)
      plan.meetings.put(as_planned(*row, was, session->id));
    else if (session && was)
      plan.meetings.erase(was->id);
  }
  for (const BranchSeat* row : rows_of(program.branch_seats, branch)) {
    const Session* session = plan.sessions.find_key(row->session);
    const Seat* was = published(program, *row);
    if (session && row->status)
      plan.seats.put(as_planned(*row, was, session->id));
    else if (session && was)
      plan.seats.erase(was->id);
  }
  std::set<Id<Waiver>> dropped;
  for (const BranchWaiver* row : rows_of(program.branch_waivers, branch)) {
    const Session* session = row->session.empty() ? nullptr : plan.sessions.find_key(row->session);
    if (!row->dropped && (session || row->session.empty())) {
      plan.waivers.put(as_planned(*row, session ? session->id : Id<Session>{}));
    } else if (row->dropped) {
      for (const auto id : same_waivers(program, *row))
        if (dropped.insert(id).second) {
          plan.waivers.erase(id);
          break;  // one row of the branch drops one waiver
        }
    }
  }
  for (const Waiver& w : program.waivers)
    if (w.session && !plan.sessions.find(w.session)) plan.waivers.erase(w.id);
  return plan;
}

Result<std::vector<Command>> write_plan(const Program& program, Id<Branch> branch,
                                        const Program& plan) {
  return Writing{program, branch, plan}.run();
}

std::set<std::string> changed_sessions(const Program& program, Id<Branch> branch) {
  std::set<std::string> out;
  for (const auto* row : rows_of(program.branch_sessions, branch)) out.insert(row->session);
  for (const auto* row : rows_of(program.branch_meetings, branch)) out.insert(row->session);
  for (const auto* row : rows_of(program.branch_seats, branch)) out.insert(row->session);
  for (const auto* row : rows_of(program.branch_waivers, branch))
    if (!row->session.empty()) out.insert(row->session);
  return out;
}

std::vector<Command> drop_branch(const Program& program, Id<Branch> branch) {
  std::vector<Command> out;
  remove_all(out, program.branch_sessions, branch);
  remove_all(out, program.branch_meetings, branch);
  remove_all(out, program.branch_seats, branch);
  remove_all(out, program.branch_waivers, branch);
  out.push_back(Remove{TableId::branches, branch.value});
  return out;
}

}  // namespace tandem
