// Window: own dates, horizon, hard deadlines and budgets, and what must stay as it is.
//
// Readings: the text bounds nothing by `horizon_from`. An item without meetings starts on
// `due_from` (or, without one, on `due_to`) and ends on `due_to`; of `as_of` it only has to keep
// its due date. The deadline and the window of each cohort of a joint session bind; its cost is the
// first one's. A budget overrun is told once, for the session whose day takes the cost over the
// budget.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

class Window {
 public:
  Window(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {}

  void judge(const PlanSession& session) const {
    struct Stretch {
      Date begin, end, bound_by_today;
    };
    std::vector<Stretch> stretches;
    for (const PlanMeeting& meeting : session.meetings)
      stretches.push_back({meeting.date, date_of(meeting.local.end - minutes{1}), meeting.date});
    if (session.meetings.empty())
      stretches.push_back(
          {session.due_from.value_or(*session.due_to), *session.due_to, *session.due_to});
    for (const auto& [begin, end, bound_by_today] : stretches) {
      judge_start(session, begin, bound_by_today);
      judge_end(session, end);
    }
  }

 private:
  void judge_start(const PlanSession& session, Date begin, Date bound_by_today) const {
    const auto tell = [&](Date limit, const std::string& code, const std::string& what) {
      findings_.add(RuleKind::start, session.code, {code},
                    "Starts on " + words(begin) + ", before " + what + ", " + words(limit) + ".");
    };
    for (const Cohort* cohort : session.cohorts) {
      if (cohort->start_from && begin < *cohort->start_from)
        tell(*cohort->start_from, cohort->code, "the start of cohort " + cohort->code);
      const CohortModule* own = plan_.choice(*cohort, *session.module);
      if (own && own->not_before && begin < *own->not_before)
        tell(*own->not_before, cohort->code,
             "the first date of " + session.module->code + " for cohort " + cohort->code);
    }
    // "`as_of` binds planned, unpinned meetings."
    if (plan_.as_of() && session.status == SessionStatus::planned && !session.pinned &&
        bound_by_today < *plan_.as_of())
      findings_.add(RuleKind::start, session.code, {},
                    words(bound_by_today) + " is past; today is " + words(*plan_.as_of()) + ".");
  }

  void judge_end(const PlanSession& session, Date end) const {
    const Workspace& workspace = plan_.program().workspace();
    for (const Cohort* cohort : session.cohorts) {
      const CohortModule* own = plan_.choice(*cohort, *session.module);
      if (own && own->not_after && end > *own->not_after)
        findings_.add(RuleKind::not_after, session.code, {cohort->code},
                      "Ends on " + words(end) + ", after the last date of " + session.module->code +
                          " for cohort " + cohort->code + ", " + words(*own->not_after) + ".");
      if (cohort->deadline && cohort->deadline_rule == Rule::hard && end > *cohort->deadline)
        findings_.add(RuleKind::deadline, session.code, {cohort->code},
                      "Ends on " + words(end) + ", " +
                          count((end - *cohort->deadline).count(), "day") +
                          " after the deadline of cohort " + cohort->code + ".");
    }
    if (workspace.horizon_to && end > *workspace.horizon_to)
      findings_.add(RuleKind::horizon, session.code, {},
                    "Ends on " + words_with_year(end) + ", after the planning horizon, " +
                        words_with_year(*workspace.horizon_to) + ".");
  }

  const Plan& plan_;
  Findings& findings_;
};

struct Spending {
  std::int64_t cost{};
  std::string over_by;  // the session whose day takes the cost over the budget; "": none is judged
};

std::string money(const Plan& plan, std::int64_t cents) {
  return money_words(cents, plan.program().workspace().currency);
}

// "For each date, each facilitator's day_rate and each room's day_cost once."
std::map<RawId, Spending> spending(const Plan& plan) {
  std::map<RawId, std::vector<const PlanMeeting*>> by_cohort;
  for (const PlanMeeting* meeting : plan.meetings())
    by_cohort[meeting->session->cohorts.front()->id.value].push_back(meeting);
  std::map<RawId, Spending> out;
  for (auto& [cohort, meetings] : by_cohort) {
    std::stable_sort(meetings.begin(), meetings.end(),
                     [](const auto* a, const auto* b) { return a->begin < b->begin; });
    const auto budget = plan.program().cohorts.at(Id<Cohort>{cohort}).budget;
    std::set<std::tuple<Date, int, RawId>> paid;
    Spending& spent = out[cohort];
    for (const PlanMeeting* meeting : meetings) {
      const auto pay = [&](int kind, RawId id, std::optional<int> rate) {
        if (rate && paid.emplace(meeting->date, kind, id).second) spent.cost += *rate;
      };
      if (meeting->room) pay(0, meeting->room->id.value, meeting->room->day_cost);
      for (const auto* who : meeting->leads) pay(1, who->id.value, who->day_rate);
      for (const auto* who : meeting->cofacilitators) pay(1, who->id.value, who->day_rate);
      if (budget && spent.cost > *budget && spent.over_by.empty() && meeting->session->judged())
        spent.over_by = meeting->session->code;
    }
  }
  return out;
}

}  // namespace

void judge_window(const Plan& plan, Findings& findings) {
  const Window window{plan, findings};
  for (const PlanSession& session : plan.sessions())
    if (session.judged()) window.judge(session);
  for (const auto& [id, spent] : spending(plan)) {
    const Cohort& cohort = plan.program().cohorts.at(Id<Cohort>{id});
    if (cohort.budget_rule != Rule::hard || spent.over_by.empty()) continue;
    findings.add(RuleKind::budget, spent.over_by, {cohort.code},
                 "Cohort " + cohort.code + " costs " + money(plan, spent.cost) + ", " +
                     money(plan, spent.cost - *cohort.budget) + " over its budget of " +
                     money(plan, *cohort.budget) + ".");
  }
}

std::vector<CohortOutcome> outcomes(const Plan& plan) {
  std::map<std::string, CohortOutcome> out;
  const auto spent = spending(plan);
  for (const Cohort& cohort : plan.program().cohorts) {
    CohortOutcome& outcome = out[cohort.code];
    outcome.cohort = cohort.id;
    if (const auto found = spent.find(cohort.id.value); found != spent.end())
      outcome.cost = found->second.cost;
    if (cohort.budget)
      outcome.over_budget = std::max<std::int64_t>(0, outcome.cost - *cohort.budget);
  }
  for (const PlanSession& session : plan.sessions()) {
    if (!session.occupies()) continue;
    for (const Cohort* cohort : session.cohorts) {
      CohortOutcome& outcome = out[cohort->code];
      outcome.finish = std::max(outcome.finish, std::optional{session.last_date()});
      if (cohort->deadline)
        outcome.late_days = std::max(
            outcome.late_days, static_cast<int>((*outcome.finish - *cohort->deadline).count()));
    }
  }
  std::vector<CohortOutcome> list;
  for (auto& [code, outcome] : out) list.push_back(outcome);
  return list;
}

}  // namespace tandem::judge
