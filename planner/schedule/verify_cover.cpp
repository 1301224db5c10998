// Cover: in every unit with a limit, how many of its people, and of the units below it, are away at
// once: in a meeting as learner or facilitator, or on a recorded absence of the person.
//
// Readings: "those employed that day" and the absent are people between their hired and left dates;
// absences are whole days in the person's own zone; a moment is broken only if somebody is away who
// would not be without a meeting. Both a meeting's session and its people may be waived by name.
#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

struct Away {
  UtcMinute begin;
  UtcMinute end;
  const Person* person{};
  const PlanMeeting* meeting{};  // none: an absence
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
    for (const Absence& row : program.absences)
      if (row.kind == AbsenceKind::person) add_absence(row);
  }

  void judge() {
    for (auto& [code, away] : away_) judge(*unit_.at(code), away);
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

  void add(const Unit& unit, Away away) {
    unit_[unit.code] = &unit;
    away_[unit.code].push_back(away);
  }

  void add_presences(const Attendee& who) {
    for (const Unit* unit : limited_units(*who.person)) {
      for (const Presence& presence : who.presences) {
        const PlanMeeting& meeting = *presence.meeting;
        if (!findings_.waived(RuleKind::cover, meeting.session->code,
                              {unit->code, who.person->number}))
          add(*unit, {meeting.begin, meeting.end, who.person, &meeting});
      }
    }
  }

  void add_absence(const Absence& row) {
    const Person* person = plan_.program().people.find(Id<Person>{row.code.value});
    if (!person) return;
    const Zone* zone = plan_.zone(person->site);
    if (!zone) zone = plan_.workspace_zone();
    const Date from = std::max(row.from, person->hired.value_or(row.from));
    const Date to = std::min(row.to, person->left.value_or(row.to));
    if (!zone || to < from) return;
    for (const Unit* unit : limited_units(*person))
      add(*unit, {zone->to_utc(at(from, {})).utc, zone->to_utc(at(to + days{1}, {})).utc, person,
                  nullptr});
  }

  // "The smaller of max_away and floor(max_away_percent of those employed that day), at least 1."
  std::int64_t limit(const Unit& unit, Date date) const {
    std::int64_t most = unit.max_away.value_or(1'000'000'000);
    if (unit.max_away_percent)
      most = std::min(most, staff_.at(unit.code).employed(date) * *unit.max_away_percent / 100);
    return std::max<std::int64_t>(1, most);
  }

  void judge(const Unit& unit, std::vector<Away>& all) {
    std::stable_sort(all.begin(), all.end(),
                     [](const Away& a, const Away& b) { return a.begin < b.begin; });
    std::vector<const Away*> now;
    std::set<const PlanMeeting*> told;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const UtcMinute moment = all[i].begin;
      std::erase_if(now, [&](const Away* away) { return away->end <= moment; });
      now.push_back(&all[i]);
      // Most are away when somebody has just left; all who leave at one moment count.
      if (i + 1 < all.size() && all[i + 1].begin == moment) continue;
      judge(unit, moment, now, told);
    }
  }

  void judge(const Unit& unit, UtcMinute moment, const std::vector<const Away*>& now,
             std::set<const PlanMeeting*>& told) {
    std::map<std::string, const Person*> away;
    std::set<const Person*> absent;
    const PlanMeeting* some = nullptr;
    for (const Away* row : now) {
      away[row->person->number] = row->person;
      if (!row->meeting) absent.insert(row->person);
      if (row->meeting && !some) some = row->meeting;
    }
    if (!some || absent.size() == away.size()) return;
    const LocalMinute local = some->zone->to_local(moment);
    const auto most = limit(unit, date_of(local));
    const auto total = static_cast<std::int64_t>(away.size());
    if (total <= most) return;
    std::vector<std::string> subjects{unit.code};
    std::vector<std::string> names;
    for (const auto& [number, person] : away) names.push_back(person->name);
    if (names.size() > 6) {
      names.resize(5);
      names.push_back(count(total - 5, "other"));
    }
    for (const Away* row : now) {
      if (!row->meeting || !row->meeting->session->judged() || !told.insert(row->meeting).second)
        continue;
      findings_.add(RuleKind::cover, row->meeting->session->code, subjects,
                    "At " + words(local) + " " + count(total, "person", "people") + " of unit " +
                        unit.name + " are away, its limit is " + std::to_string(most) + ": " +
                        sentence_list(names) + ".");
    }
  }

  const Plan& plan_;
  Findings& findings_;
  std::map<std::string, Staff> staff_;
  std::map<std::string, const Unit*> unit_;
  std::map<std::string, std::vector<Away>> away_;
};

}  // namespace

void judge_cover(const Plan& plan, Findings& findings) { Cover{plan, findings}.judge(); }

}  // namespace tandem::judge
