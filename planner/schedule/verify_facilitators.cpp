// What facilitators may be asked for: days and minutes a week, days away from home running, and
// nothing after their last day. Dates and weeks are those of the meetings' own zones. Delivered
// sessions count in the sums; a session that a waiver names does not.
#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

using Meetings = std::vector<const PlanMeeting*>;

void tell_all(const Meetings& meetings, RuleKind rule, const Facilitator& who,
              const std::string& text, Findings& findings) {
  for (const PlanMeeting* meeting : meetings)
    if (meeting->session->judged()) findings.add(rule, meeting->session->code, {who.code}, text);
}

Meetings counted(const Meetings& meetings, RuleKind rule, const Facilitator& who,
                 const Findings& findings) {
  Meetings out;
  for (const PlanMeeting* meeting : meetings)
    if (!findings.waived(rule, meeting->session->code, {who.code})) out.push_back(meeting);
  return out;
}

std::map<Date, Meetings> by_week(const Meetings& meetings) {
  std::map<Date, Meetings> out;
  for (const PlanMeeting* meeting : meetings) out[week_start(meeting->date)].push_back(meeting);
  return out;
}

void judge_weeks(const Facilitator& who, const Meetings& meetings, Findings& findings) {
  if (who.max_days_week) {
    const auto rule = RuleKind::facilitator_days_week;
    for (const auto& [monday, week] : by_week(counted(meetings, rule, who, findings))) {
      std::set<Date> dates;
      for (const PlanMeeting* meeting : week) dates.insert(meeting->date);
      if (static_cast<int>(dates.size()) > *who.max_days_week)
        tell_all(week, rule, who,
                 who.name + " works on " + count(static_cast<std::int64_t>(dates.size()), "day") +
                     " in the week of " + words(monday) + ", the limit is " +
                     std::to_string(*who.max_days_week) + ".",
                 findings);
    }
  }
  if (who.max_minutes_week) {
    const auto rule = RuleKind::facilitator_minutes_week;
    for (const auto& [monday, week] : by_week(counted(meetings, rule, who, findings))) {
      int total = 0;
      for (const PlanMeeting* meeting : week) total += meeting->minutes();
      if (total > *who.max_minutes_week)
        tell_all(week, rule, who,
                 who.name + " works " + duration_words(total) + " in the week of " + words(monday) +
                     ", the limit is " + duration_words(*who.max_minutes_week) + ".",
                 findings);
    }
  }
}

// Away from home: in a physical room of a site that is not the first of theirs.
void judge_travel_days(const Facilitator& who, const Meetings& meetings, Findings& findings) {
  if (!who.max_travel_days || who.sites.empty()) return;
  const auto rule = RuleKind::facilitator_travel;
  std::map<Date, Meetings> away;
  for (const PlanMeeting* meeting : counted(meetings, rule, who, findings))
    if (meeting->place && meeting->place->id != who.sites.front())
      away[meeting->date].push_back(meeting);
  for (auto it = away.begin(); it != away.end();) {
    const Date first = it->first;
    Date last = first;
    Meetings run = it->second;
    for (++it; it != away.end() && it->first == last + days{1}; ++it) {
      last = it->first;
      run.insert(run.end(), it->second.begin(), it->second.end());
    }
    const auto length = (last - first).count() + 1;
    if (length > *who.max_travel_days)
      tell_all(run, rule, who,
               who.name + " is away from home on " + count(length, "day") + " running, from " +
                   words(first) + " to " + words(last) + "; the limit is " +
                   std::to_string(*who.max_travel_days) + ".",
               findings);
  }
}

}  // namespace

void judge_facilitators(const Plan& plan, Findings& findings) {
  std::map<std::string, std::pair<const Facilitator*, Meetings>> all;
  for (const PlanMeeting* meeting : plan.meetings()) {
    std::set<const Facilitator*> here(meeting->leads.begin(), meeting->leads.end());
    here.insert(meeting->cofacilitators.begin(), meeting->cofacilitators.end());
    for (const Facilitator* who : here) {
      all[who->code].first = who;
      all[who->code].second.push_back(meeting);
    }
  }
  for (const auto& [code, entry] : all) {
    const auto& [who, meetings] = entry;
    judge_weeks(*who, meetings, findings);
    judge_travel_days(*who, meetings, findings);
    for (const PlanMeeting* meeting : meetings)
      if (who->until && meeting->date > *who->until && meeting->session->judged())
        findings.add(RuleKind::facilitator_until, meeting->session->code, {code},
                     who->name + " is not available after " + words(*who->until) + " (" +
                         meeting->when() + ").");
  }
}

}  // namespace tandem::judge
