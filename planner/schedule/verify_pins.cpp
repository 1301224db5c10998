// Pins: what a proposal must leave as it is. Delivered and pinned sessions, and published ones that
// begin inside the freeze window, keep date, times, room and facilitators; seats may change. A
// repair may move a frozen one that an absence, a closure or a blackout breaks, but never a pinned
// or a delivered one.
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

// Sessions that stand in somebody's or something's way as the plan is now.
std::set<std::string> broken_by_the_calendar(const Plan& now) {
  Findings findings{now.program()};
  judge_calendar(now, findings);
  std::set<std::string> out;
  for (const Violation& violation : findings.take())
    if (violation.rule == RuleKind::absence || violation.rule == RuleKind::blackout ||
        violation.rule == RuleKind::holiday)
      out.insert(violation.session);
  return out;
}

bool frozen(const PlanSession& session, const Plan& plan) {
  const int freeze = plan.program().workspace().freeze_days.value_or(0);
  return session.status == SessionStatus::published && plan.as_of() &&
         session.first_date() < *plan.as_of() + days{freeze};
}

std::string difference(const PlanSession& before, const PlanSession& after) {
  if (before.due_from != after.due_from || before.due_to != after.due_to) return "its due dates";
  if (before.meetings.size() != after.meetings.size()) return "its number of meetings";
  for (std::size_t i = 0; i < before.meetings.size(); ++i) {
    const PlanMeeting& a = before.meetings[i];
    const PlanMeeting& b = after.meetings[i];
    if (a.begin != b.begin || a.end != b.end) return a.when() + " to " + b.when();
    if (a.room != b.room) return "the room of " + a.when();
    const auto people = [](const PlanMeeting& meeting) {
      return std::pair{std::set(meeting.leads.begin(), meeting.leads.end()),
                       std::set(meeting.cofacilitators.begin(), meeting.cofacilitators.end())};
    };
    if (people(a) != people(b)) return "the facilitators of " + a.when();
  }
  return {};
}

}  // namespace

void judge_pins(const Plan& plan, bool repairing, Findings& findings) {
  Findings unheard{plan.program()};
  const Plan now{plan.program(), nullptr, plan.as_of(), unheard};
  const auto broken = repairing ? broken_by_the_calendar(now) : std::set<std::string>{};
  std::map<std::string_view, const PlanSession*> proposed;
  for (const PlanSession& session : plan.sessions()) proposed[session.code] = &session;
  for (const PlanSession& before : now.sessions()) {
    if (before.cancelled() || !before.has_date()) continue;
    const bool fixed = before.delivered() || before.pinned;
    if (!fixed && (!frozen(before, plan) || broken.contains(before.code))) continue;
    const auto after = proposed.find(before.code);
    if (after == proposed.end()) continue;  // told as a reference that is missing
    const std::string changed = difference(before, *after->second);
    if (changed.empty()) continue;
    findings.add(RuleKind::pin, before.code, {},
                 "The session is " +
                     std::string{before.delivered() ? "delivered"
                                 : before.pinned    ? "pinned"
                                                    : "published and about to begin"} +
                     ", but the proposal changes " + changed + ".");
  }
}

}  // namespace tandem::judge
