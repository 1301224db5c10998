// Shape: all meetings, of the right length, in order, on real local times of one day, on the grid,
// under a code made the one way.
#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

void judge_meetings(const PlanSession& session, Findings& findings) {
  const auto& meetings = session.meetings;
  const auto wanted = static_cast<std::size_t>(session.form.meetings);
  const std::vector<std::string> subjects{session.module->code};
  if (meetings.size() != wanted)
    findings.add(RuleKind::meetings, session.code, subjects,
                 "Has " + count(static_cast<std::int64_t>(meetings.size()), "meeting") +
                     ", its module asks for " + std::to_string(wanted) + ".");
  for (std::size_t i = 0; i < meetings.size(); ++i) {
    if (meetings[i].number != static_cast<int>(i) + 1) {
      findings.add(RuleKind::meetings, session.code, subjects,
                   "Its meetings are not numbered 1 to " + std::to_string(meetings.size()) + ".");
      break;
    }
  }
  for (std::size_t i = 1; i < meetings.size(); ++i) {
    const auto& before = meetings[i - 1];
    const auto& after = meetings[i];
    const auto gap = (after.date - before.date).count();
    const auto least = session.module->meeting_gap_min_days.value_or(0);
    const auto most = session.module->meeting_gap_max_days;
    // "Keep their order with a gap": one rule for both.
    if (after.begin < before.end) {
      findings.add(RuleKind::meeting_gap, session.code, subjects,
                   "Meeting " + std::to_string(after.number) + " (" + after.when() +
                       ") is not after meeting " + std::to_string(before.number) + " (" +
                       before.when() + ").");
    } else if (gap < least || (most && gap > *most)) {
      findings.add(RuleKind::meeting_gap, session.code, subjects,
                   count(gap, "day") + " between its meetings of " + words(before.date) + " and " +
                       words(after.date) + "; the module asks for " +
                       (gap < least ? "at least " + std::to_string(least)
                                    : "at most " + std::to_string(*most)) +
                       ".");
    }
  }
}

// COHORT/MODULE for the first group, then COHORT/MODULE/2 ...; coaching: COHORT/MODULE/NUMBER, the
// number of whoever holds the seat, or of anybody on file while nobody does.
bool well_coded(const Plan& plan, const PlanSession& session) {
  const std::string stem = session.cohorts.front()->code + "/" + session.module->code;
  if (!session.code.starts_with(stem)) return false;
  const std::string rest = session.code.substr(stem.size());
  if (session.form.mode == Mode::coaching)
    return rest.starts_with('/') &&
           (session.seats.empty() ? plan.program().people.find_key(rest.substr(1)) != nullptr
                                  : std::any_of(session.seats.begin(), session.seats.end(),
                                                [&](const Person* person) {
                                                  return person->number == rest.substr(1);
                                                }));
  if (rest.empty()) return true;
  if (!rest.starts_with('/')) return false;
  const auto number = parse_integer(std::string_view{rest}.substr(1));
  return number && *number >= 2 && rest == "/" + std::to_string(*number);
}

// "slot_minutes of UTC from the horizon's start": 00:00 UTC of horizon_from.
bool on_grid(const Plan& plan, const PlanMeeting& meeting) {
  const Workspace& workspace = plan.program().workspace();
  if (!workspace.horizon_from) return true;
  const UtcMinute origin{workspace.horizon_from->time_since_epoch()};
  return (meeting.begin - origin).count() % workspace.slot_minutes == 0;
}

}  // namespace

void judge_shape(const Plan& plan, Findings& findings) {
  for (const PlanSession& session : plan.sessions()) {
    if (!session.judged()) continue;
    judge_meetings(session, findings);
    if (!well_coded(plan, session))
      findings.add(RuleKind::code, session.code, {},
                   "The code is not made of cohort " + session.cohorts.front()->code + ", module " +
                       session.module->code + " and its number.");
    for (std::size_t i = 0; i < session.meetings.size(); ++i) {
      const PlanMeeting& meeting = session.meetings[i];
      if (meeting.crosses_midnight)
        findings.add(RuleKind::midnight, session.code, {}, meeting.when() + " goes past midnight.");
      if (meeting.unreal) {
        // How long it lasts and where it meets the grid cannot be asked of a time that is not.
        findings.add(RuleKind::local_time, session.code, {},
                     meeting.when() + " does not exist: the clocks go forward in " +
                         meeting.zone->name() + ".");
        continue;
      }
      if (i < static_cast<std::size_t>(session.form.meetings) &&
          !right_length(session.form, i, meeting.minutes()))
        findings.add(RuleKind::duration, session.code, {session.module->code},
                     meeting.when() + " lasts " + duration_words(meeting.minutes()) +
                         ", which is not what module " + session.module->code + " asks for.");
      if (!session.pinned && !on_grid(plan, meeting))
        findings.add(RuleKind::slot_grid, session.code, {},
                     meeting.when() + " does not start on the grid of " +
                         std::to_string(plan.program().workspace().slot_minutes) + " minutes.");
    }
  }
}

}  // namespace tandem::judge
