#include "planner/schedule/adoption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/branch_row.hpp"
#include "planner/schedule/least.hpp"
#include "planner/schedule/scenario.hpp"

namespace tandem {
namespace {

template <class T>
bool has(const std::vector<T>& list, const T& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

// What stands whatever is chosen of the branch: worked out once for all that is asked.
class Ground {
 public:
  Ground(const Program& of, Id<Branch> tried, Date judged_on)
      : program(of), branch(tried), today(judged_on), plan(plan_of(of, tried)) {}

  const Program& program;
  const Id<Branch> branch;
  const Date today;
  const Program plan;  // of the branch

  // What the published plan breaks as it is.
  const std::vector<Violation>& broken() {
    if (!broken_) broken_ = verify(program, today);
    return *broken_;
  }

 private:
  std::optional<std::vector<Violation>> broken_;
};

class Adopting {
 public:
  Adopting(Ground& ground, const AdoptChoice& choice)
      : ground_(ground),
        program_(ground.program),
        branch_(ground.branch),
        choice_(choice),
        today_(ground.today),
        plan_(ground.plan) {}

  // Of the whole branch.
  std::vector<StaleSession> all_stale() {
    chosen_ = changed_sessions(program_, branch_);
    find_stale();
    return std::move(out_.stale);
  }

  Result<Adoption> run() {
    if (auto chosen = choose(); !chosen) return fail(std::move(chosen.error()));
    find_stale();
    std::set<std::string> stale;
    for (const StaleSession& s : out_.stale) stale.insert(s.session);
    if (choice_.stale == Stale::replace) stale = delivered_;
    if (!stale.empty() && choice_.stale == Stale::refuse) {
      out_.held_back = true;
      return std::move(out_);
    }
    for (const std::string& code : stale) chosen_.erase(code);
    write();
    if (auto judged = judge(); !judged) return fail(std::move(judged.error()));
    out_.sessions.assign(chosen_.begin(), chosen_.end());
    return std::move(out_);
  }

  // What else of the branch has to be taken for `part` not to be broken.
  std::vector<std::string> to_take_with(const std::vector<std::string>& part) const {
    const auto whole = probe({{}, {}, Stale::leave});
    if (!whole) return {};
    std::vector<std::string> more;
    std::set_difference(whole->sessions.begin(), whole->sessions.end(), part.begin(), part.end(),
                        std::back_inserter(more));
    if (!sound(part, more)) return {};
    auto out = schedule::least(part, more, [&](const auto& taken) { return sound(taken, {}); });
    std::sort(out.begin(), out.end());
    return sound(part, out) ? out : more;  // to take one more is not always to break fewer rules
  }

 private:
  bool wanted(const std::string& code) const {
    if (has(choice_.sessions, code)) return true;
    for (const Program* of : {&plan_, &program_})
      if (const Session* session = of->sessions.find_key(code))
        for (const auto cohort : session->cohorts)
          if (has(choice_.cohorts, cohort)) return true;
    return false;
  }

  Result<void> choose() {
    chosen_ = changed_sessions(program_, branch_);
    all_ = choice_.cohorts.empty() && choice_.sessions.empty();
    Errors errors;
    const std::vector<std::string_view> codes(chosen_.begin(), chosen_.end());
    for (const std::string& code : choice_.sessions) {
      if (chosen_.contains(code)) continue;
      const std::string_view near = nearest(code, codes);
      errors.push_back({ErrorCode::not_found,
                        fmt::format("the branch does not differ in a session '{}'", code),
                        {},
                        near.empty() ? "" : fmt::format("did you mean {}?", near)});
    }
    if (!errors.empty()) return fail(std::move(errors));
    if (!all_) std::erase_if(chosen_, [&](const std::string& code) { return !wanted(code); });
    return {};
  }

  // ---- what has changed in the plan since the branch took it up

  // Whether the published row is no more what it was; what the branch wants anyway is no matter.
  template <class T, class Published>
  bool changed(const T& row, const Published* now, bool as_wanted) const {
    return !as_wanted && (now ? row_mark(program_, *now) : std::string{}) != row.base;
  }

  void find_stale() {
    for (const std::string& code : chosen_) {
      const Session* session = program_.sessions.find_key(code);
      if (session && session->status == SessionStatus::delivered) {
        delivered_.insert(code);
        out_.stale.push_back({code, "it has been delivered"});
      }
    }
    for_each(program_.branch_sessions, [&](const BranchSession& row) {
      const Session* now = published(program_, row);
      const bool as_wanted =
          row.module ? now && row_mark(program_, *now) == row_mark(program_, as_planned(row, now))
                     : !now;
      if (changed(row, now, as_wanted))
        add_stale(row.session, !now ? "the plan does without it now"
                               : row.base.empty()
                                   ? "the plan has a session of this code now"
                                   : "its form, pin, due dates or note are others now");
    });
    for_each(program_.branch_meetings, [&](const BranchMeeting& row) {
      const Meeting* now = published(program_, row);
      const Session* session = plan_.sessions.find_key(row.session);
      if (!session) {
        add_stale(row.session, "the plan does without it now");
        return;
      }
      const bool as_wanted = row.date
                                 ? now && row_mark(program_, *now) ==
                                              row_mark(program_, as_planned(row, now, now->session))
                                 : !now;
      if (changed(row, now, as_wanted))
        add_stale(row.session,
                  now ? fmt::format("meeting {} is on {} now, or in another room or with others",
                                    row.number, words(at(now->date, now->start)))
                      : fmt::format("meeting {} has no date in the plan any more", row.number));
    });
    for_each(program_.branch_seats, [&](const BranchSeat& row) {
      const Seat* now = published(program_, row);
      const Session* session = plan_.sessions.find_key(row.session);
      if (!session) {
        add_stale(row.session, "the plan does without it now");
        return;
      }
      const bool as_wanted = row.status ? now && now->status == *row.status : !now;
      if (changed(row, now, as_wanted))
        add_stale(row.session,
                  fmt::format("the seat of {} {} now", code_of(program_, row.person),
                              now ? fmt::format("is {}", word(now->status)) : "is gone"));
    });
    std::stable_sort(
        out_.stale.begin(), out_.stale.end(),
        [](const StaleSession& a, const StaleSession& b) { return a.session < b.session; });
  }

  void add_stale(const std::string& session, std::string text) {
    for (const StaleSession& known : out_.stale)
      if (known.session == session && known.text == text) return;
    out_.stale.push_back({session, std::move(text)});
  }

  // ---- the rows

  // Rows of the branch that are chosen.
  template <class T, class Visit>
  void for_each(const Table<T>& table, Visit visit) const {
    for (const T& row : table)
      if (row.branch == branch_ && chosen_.contains(row.session)) visit(row);
  }
  template <class T>
  void done_with(const T& row) {
    out_.commands.push_back(Remove{kTableOf<T>, row.id.value});
    ++done_with_;
  }
  template <class T>
  std::size_t rows_of_branch(const Table<T>& table) const {
    return static_cast<std::size_t>(std::count_if(
        table.begin(), table.end(), [&](const T& row) { return row.branch == branch_; }));
  }
  template <class T>
  void put(T row) {
    out_.commands.push_back(Put{AnyRow{std::move(row)}});
  }

  void write() {
    const auto meetings = group_by(program_.meetings, &Meeting::session);
    const auto seats = group_by(program_.seats, &Seat::session);
    const auto waivers = group_by(program_.waivers, &Waiver::session);
    for_each(program_.branch_sessions, [&](const BranchSession& row) {
      const Session* now = published(program_, row);
      if (row.module) {
        put(as_planned(row, now));
      } else if (now) {
        for (const Meeting* m : meetings[now->id]) out_.commands.push_back(gone(*m));
        for (const Seat* s : seats[now->id]) out_.commands.push_back(gone(*s));
        for (const Waiver* w : waivers[now->id]) drop(*w);
        out_.commands.push_back(gone(*now));
      }
      done_with(row);
    });
    for_each(program_.branch_meetings, [&](const BranchMeeting& row) {
      const Meeting* now = published(program_, row);
      const Session* session = plan_.sessions.find_key(row.session);
      if (session && row.date)
        put(as_planned(row, now, session->id));
      else if (session && now)
        out_.commands.push_back(gone(*now));
      done_with(row);
    });
    for_each(program_.branch_seats, [&](const BranchSeat& row) {
      const Seat* now = published(program_, row);
      const Session* session = plan_.sessions.find_key(row.session);
      if (session && row.status)
        put(as_planned(row, now, session->id));
      else if (session && now)
        out_.commands.push_back(gone(*now));
      done_with(row);
    });
    for (const BranchWaiver& row : program_.branch_waivers) {
      if (row.branch != branch_) continue;
      if (row.session.empty() ? !all_ : !chosen_.contains(row.session)) continue;
      const Session* session = plan_.sessions.find_key(row.session);
      if (row.dropped) {
        for (const auto id : same_waivers(program_, row))
          if (drop(program_.waivers.at(id))) break;
      } else if (session || row.session.empty()) {
        put(as_planned(row, session ? session->id : Id<Session>{}));
      }
      done_with(row);
    }
    const std::size_t rows =
        rows_of_branch(program_.branch_sessions) + rows_of_branch(program_.branch_meetings) +
        rows_of_branch(program_.branch_seats) + rows_of_branch(program_.branch_waivers);
    out_.whole = done_with_ == rows && (all_ || rows > 0);
    if (out_.whole) out_.commands.push_back(Remove{TableId::branches, branch_.value});
  }
  template <class T>
  static Command gone(const T& row) {
    return Remove{kTableOf<T>, row.id.value};
  }
  bool drop(const Waiver& waiver) {
    if (!dropped_.insert(waiver.id).second) return false;
    out_.commands.push_back(gone(waiver));
    return true;
  }

  // ---- what the plan would break

  Result<void> judge() {
    CountingIds none{RawId{1} << 62};  // every row has its id
    const auto applied = apply_all(program_, out_.commands, none);
    if (!applied) return fail(applied.error());
    const std::vector<Violation>& known = ground_.broken();
    for (Violation& v : verify(applied->program, today_))
      if (!has(known, v)) out_.broken.push_back(std::move(v));
    for (Violation& v : verify(program_, as_proposal(applied->program), {.as_of = today_}))
      if (v.rule == RuleKind::pin && !has(out_.broken, v)) out_.broken.push_back(std::move(v));
    if (out_.broken.empty()) return {};
    out_.held_back = true;
    out_.commands.clear();
    return {};
  }

  // ---- what belongs together

  std::optional<Adoption> probe(const AdoptChoice& choice) const {
    auto found = Adopting{ground_, choice}.run();
    if (!found || found->held_back) return std::nullopt;
    return std::move(*found);
  }
  bool sound(std::vector<std::string> part, const std::vector<std::string>& more) const {
    part.insert(part.end(), more.begin(), more.end());
    return probe({{}, std::move(part), choice_.stale}).has_value();
  }

  // The chosen sessions, to ask what was pinned or frozen before.
  Proposal as_proposal(const Program& after) const {
    Proposal out;
    const auto meetings = group_by(after.meetings, &Meeting::session);
    const auto seats = group_by(after.seats, &Seat::session);
    for (const std::string& code : chosen_) {
      const Session* session = after.sessions.find_key(code);
      if (!session || session->status == SessionStatus::cancelled) continue;
      PlannedSession planned{session->code,
                             session->cohorts,
                             session->module,
                             session->variant,
                             session->due_from,
                             session->due_to,
                             {},
                             {}};
      std::vector<const Meeting*> rows(meetings[session->id].begin(), meetings[session->id].end());
      std::sort(rows.begin(), rows.end(),
                [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
      for (const Meeting* m : rows)
        planned.meetings.push_back(
            {m->date, m->start, m->end, m->room, m->leads, m->cofacilitators});
      for (const Seat* s : seats[session->id])
        if (s->status == SeatStatus::booked) planned.seats.push_back(s->person);
      out.sessions.push_back(std::move(planned));
    }
    return out;
  }

  Ground& ground_;
  const Program& program_;
  Id<Branch> branch_;
  const AdoptChoice& choice_;
  Date today_;
  const Program& plan_;
  bool all_{};
  std::set<std::string> chosen_;
  std::set<std::string> delivered_;
  std::set<Id<Waiver>> dropped_;
  std::size_t done_with_{};  // rows of the branch
  Adoption out_;
};

}  // namespace

Result<Adoption> adopt_branch(const Program& program, Id<Branch> branch, const AdoptChoice& choice,
                              Date today) {
  Ground ground{program, branch, today};
  auto adoption = Adopting{ground, choice}.run();
  const bool part = !choice.cohorts.empty() || !choice.sessions.empty();
  if (part && adoption && !adoption->broken.empty())
    adoption->together = Adopting{ground, choice}.to_take_with(adoption->sessions);
  return adoption;
}

std::vector<StaleSession> stale_sessions(const Program& program, Id<Branch> branch) {
  Ground ground{program, branch, {}};
  const AdoptChoice all;
  return Adopting{ground, all}.all_stale();
}

}  // namespace tandem
