// Load: live minutes of a person over all cohorts against the weekly limit of each cohort they are
// enrolled in or have completed, and sessions of one cohort on a day. Learning counts, facilitating
// does not; delivered sessions count; a session that a waiver names does not.
#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

using Meetings = std::vector<const PlanMeeting*>;

class Load {
 public:
  Load(const Plan& plan, Findings& findings)
      : plan_(plan), findings_(findings), seasons_(plan.program().seasons, &Season::person) {}

  void judge(const Person& person, const Meetings& meetings) const {
    for (const Member* row : plan_.memberships(person)) {
      const Cohort* cohort = plan_.program().cohorts.find(row->cohort);
      if (cohort && cohort->max_minutes_week &&
          (row->status == MemberStatus::enrolled || row->status == MemberStatus::completed))
        judge_minutes(person, *cohort, meetings);
    }
    judge_days(person, meetings);
  }

 private:
  // "A week that a lighter season touches counts with half its limit."
  bool lighter(const Person& person, Date monday) const {
    const auto rows = seasons_[person.id];
    return std::any_of(rows.begin(), rows.end(), [&](const Season* row) {
      return row->season == SeasonKind::lighter && row->from < monday + days{7} &&
             (!row->to || *row->to >= monday);
    });
  }

  void judge_minutes(const Person& person, const Cohort& cohort, const Meetings& meetings) const {
    const auto rule = RuleKind::minutes_week;
    std::map<Date, Meetings> weeks;
    for (const PlanMeeting* meeting : meetings)
      if (is_live(meeting->session->form.mode) &&
          !findings_.waived(rule, meeting->session->code, {person.number, cohort.code}))
        weeks[week_start(meeting->date)].push_back(meeting);
    if (weeks.empty()) return;
    const days run{7 * cohort.load_window_weeks};
    const Date last = weeks.rbegin()->first;
    for (Date first = weeks.begin()->first - run + days{7}; first <= last; first += days{7}) {
      int total = 0;
      int twice_the_limit = 0;  // halves without fractions
      Meetings here;
      for (Date monday = first; monday < first + run; monday += days{7}) {
        twice_the_limit += *cohort.max_minutes_week * (lighter(person, monday) ? 1 : 2);
        if (const auto found = weeks.find(monday); found != weeks.end())
          for (const PlanMeeting* meeting : found->second) {
            total += meeting->minutes();
            here.push_back(meeting);
          }
      }
      if (2 * total <= twice_the_limit) continue;
      const std::string where = cohort.load_window_weeks == 1
                                    ? "In the week of " + words(first)
                                    : "In the " + std::to_string(cohort.load_window_weeks) +
                                          " weeks from " + words(first);
      for (const PlanMeeting* meeting : here)
        if (meeting->session->judged())
          findings_.add_person(
              rule, meeting->session->code, person.number, person.name, where + " ",
              " has " + duration_words(total) + " of meetings, cohort " + cohort.code + " allows " +
                  duration_words(twice_the_limit / 2) + ".");
    }
  }

  void judge_days(const Person& person, const Meetings& meetings) const {
    const auto rule = RuleKind::sessions_day;
    std::map<std::pair<const Cohort*, Date>, std::set<const PlanSession*>> sessions;
    for (const PlanMeeting* meeting : meetings)
      for (const Cohort* cohort : meeting->session->cohorts)
        if (cohort->max_sessions_day &&
            !findings_.waived(rule, meeting->session->code, {person.number, cohort->code}))
          sessions[{cohort, meeting->date}].insert(meeting->session);
    for (const auto& [key, on_day] : sessions) {
      const auto& [cohort, date] = key;
      if (static_cast<int>(on_day.size()) <= *cohort->max_sessions_day) continue;
      for (const PlanSession* session : on_day)
        if (session->judged())
          findings_.add_person(
              rule, session->code, person.number, person.name, "On " + words(date) + " ",
              " has " + count(static_cast<std::int64_t>(on_day.size()), "session") + " of cohort " +
                  cohort->code + ", which allows " + std::to_string(*cohort->max_sessions_day) +
                  ".");
    }
  }

  const Plan& plan_;
  Findings& findings_;
  Grouping<Id<Person>, Season> seasons_;
};

}  // namespace

void judge_load(const Plan& plan, Findings& findings) {
  const Load load{plan, findings};
  std::map<std::string, std::pair<const Person*, Meetings>> learners;
  for (const PlanMeeting* meeting : plan.meetings()) {
    for (const Person* person : meeting->session->seats) {
      learners[person->number].first = person;
      learners[person->number].second.push_back(meeting);
    }
  }
  for (const auto& [number, entry] : learners) load.judge(*entry.first, entry.second);
}

}  // namespace tandem::judge
