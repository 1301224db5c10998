// Cover: in every unit with a limit, how many of its people, and of the units below it, are away at
// once: in a meeting as learner or facilitator, or on a recorded absence of the person.
//
// Readings: an absence is whole dates in the zone of the meeting that begins; a moment is broken
// only if somebody is away who would not be without a meeting; the percentage is of those between
// their hired and left dates. A waiver may name the unit or one of its people.
#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

struct InMeeting {
  const Person* person{};
  const PlanMeeting* meeting{};
};

struct Staff {
  std::vector<Date> hired;  // sorted
  std::vector<Date> left;

  std::int64_t employed(Date date) const {
    const auto came = std::upper_bound(hired.begin(), hired.end(), date) - hired.begin();
    const auto went = std::lower_bound(left.begin(), left.end(), date) - left.begin();
    return came - went;
  }
};

class Cover {
 public:
  Cover(const Plan& plan, Findings& findings) : plan_(plan), findings_(findings) {
    const Program& program = plan.program();
    for (const Person& person : program.people) {
      for (const Unit* unit : limited_units(person)) {
        staff_[unit->code].hired.push_back(person.hired.value_or(Date::min()));
        if (person.left) staff_[unit->code].left.push_back(*person.left);
      }
    }
    for (auto& [code, staff] : staff_) {
      std::sort(staff.hired.begin(), staff.hired.end());
      std::sort(staff.left.begin(), staff.left.end());
    }
    for (const Attendee& who : attendees(plan))
      if (who.person) add_presences(who);
    for (const Absence& row : program.absences) {
      if (const Person* person = row.kind == AbsenceKind::person
                                     ? program.people.find(Id<Person>{row.code.value})
                                     : nullptr)
        for (const Unit* unit : limited_units(*person)) absences_[unit->code].push_back(&row);
    }
  }

  void judge() {
    for (auto& [code, all] : in_meetings_) judge(*unit_.at(code), all);
  }

 private:
  std::vector<const Unit*> limited_units(const Person& person) const {
    std::vector<const Unit*> out;
    const auto& units = plan_.program().units;
    std::size_t steps = 0;
    for (const Unit* unit = units.find(person.unit); unit && steps <= units.size();
         unit = units.find(unit->parent), ++steps)
      if (unit->max_away || unit->max_away_percent) out.push_back(unit);
    return out;
  }

  void add_presences(const Attendee& who) {
    for (const Unit* unit : limited_units(*who.person)) {
      for (const Presence& presence : who.presences) {
        const PlanMeeting& meeting = *presence.meeting;
        if (!findings_.waived(RuleKind::cover, meeting.session->code,
                              {unit->code, who.person->number}))
          in_meetings_[unit->code].push_back({who.person, &meeting});
        unit_[unit->code] = unit;
      }
    }
  }

  // "The smaller of max_away and floor(max_away_percent of those employed that day), at least 1."
  std::int64_t limit(const Unit& unit, Date date) const {
    std::int64_t most = unit.max_away.value_or(1'000'000'000);
    if (unit.max_away_percent)
      most = std::min(most, staff_.at(unit.code).employed(date) * *unit.max_away_percent / 100);
    return std::max<std::int64_t>(1, most);
  }

  void judge(const Unit& unit, std::vector<InMeeting>& all) {
    std::stable_sort(all.begin(), all.end(), [](const InMeeting& a, const InMeeting& b) {
      return a.meeting->begin < b.meeting->begin;
    });
    std::vector<InMeeting> now;
    std::set<const PlanMeeting*> told;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const PlanMeeting& latest = *all[i].meeting;
      std::erase_if(now, [&](const InMeeting& row) { return row.meeting->end <= latest.begin; });
      now.push_back(all[i]);
      // Most are away when a meeting has just begun; those that begin together count together.
      if (i + 1 < all.size() && all[i + 1].meeting->begin == latest.begin) continue;
      judge(unit, latest, now, told);
    }
  }

  void judge(const Unit& unit, const PlanMeeting& latest, const std::vector<InMeeting>& now,
             std::set<const PlanMeeting*>& told) {
    std::map<std::string, const Person*> away;
    for (const Absence* row : absences_[unit.code]) {
      if (row->from > latest.date || latest.date > row->to) continue;
      const Person& person = plan_.program().people.at(Id<Person>{row->code.value});
      away[person.number] = &person;
    }
    const auto absent = away.size();
    for (const InMeeting& row : now) away[row.person->number] = row.person;
    const auto most = limit(unit, latest.date);
    const auto total = static_cast<std::int64_t>(away.size());
    if (total <= most || away.size() == absent) return;
    std::vector<std::string> names;
    for (const auto& [number, person] : away) names.push_back(person->name);
    if (names.size() > 6) {
      names.resize(5);
      names.push_back(count(total - 5, "other"));
    }
    for (const InMeeting& row : now)
      if (row.meeting->session->judged() && told.insert(row.meeting).second)
        findings_.add(RuleKind::cover, row.meeting->session->code, {unit.code},
                      "At " + words(latest.local.begin) + " " + count(total, "person", "people") +
                          " of unit " + unit.name + " are away, its limit is " +
                          std::to_string(most) + ": " + sentence_list(names) + ".");
  }

  const Plan& plan_;
  Findings& findings_;
  std::map<std::string, Staff> staff_;
  std::map<std::string, const Unit*> unit_;
  std::map<std::string, std::vector<InMeeting>> in_meetings_;
  std::map<std::string, std::vector<const Absence*>> absences_;
};

}  // namespace

void judge_cover(const Plan& plan, Findings& findings) { Cover{plan, findings}.judge(); }

}  // namespace tandem::judge
