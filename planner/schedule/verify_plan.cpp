#include "planner/schedule/verify_plan.hpp"

#include <algorithm>

#include "planner/schedule/verify_findings.hpp"

namespace tandem::judge {

Form form_of(const Module& module, const Variant* variant) {
  Form form;
  form.mode = variant && variant->mode ? *variant->mode : module.mode;
  const auto meetings = variant && variant->meetings ? variant->meetings : module.meetings;
  form.meetings = is_live(form.mode) ? std::max(1, meetings.value_or(1)) : 0;
  form.minutes = module.minutes;
  form.meeting_minutes = variant && !variant->meeting_minutes.empty() ? variant->meeting_minutes
                                                                      : module.meeting_minutes;
  // A variant of another number of meetings does not inherit a list that cannot be meant for it.
  if (form.meeting_minutes.size() != static_cast<std::size_t>(form.meetings))
    form.meeting_minutes.clear();
  form.capacity = variant && variant->capacity ? variant->capacity : module.capacity;
  form.room_features =
      variant && !variant->room_features.empty() ? variant->room_features : module.room_features;
  return form;
}

bool right_length(const Form& form, std::size_t index, int minutes) {
  if (index < form.meeting_minutes.size()) return minutes == form.meeting_minutes[index];
  const int part = form.minutes / form.meetings;
  const bool divides = form.minutes % form.meetings == 0;
  return minutes == part || (!divides && minutes == part + 1);
}

bool touches(const Span& span, std::optional<Date> from, std::optional<Date> to,
             std::optional<TimeOfDay> start, std::optional<TimeOfDay> end, Weekdays on) {
  for (Date date = date_of(span.begin); at(date, {}) < span.end; date += days{1}) {
    if ((from && date < *from) || (to && date > *to)) continue;
    if (on.bits != 0 && !on.has(weekday(date))) continue;
    if (at(date, start.value_or(TimeOfDay{0})) < span.end &&
        span.begin < at(date, end.value_or(TimeOfDay{24 * 60})))
      return true;
  }
  return false;
}

bool inside(const Span& span, Weekdays on, std::optional<TimeOfDay> start,
            std::optional<TimeOfDay> end) {
  const Date date = date_of(span.begin);
  // Without hours a stretch may reach into the next day, which then has to be a working day too.
  if (!start && !end)
    return on.bits == 0 ||
           (on.has(weekday(date)) && on.has(weekday(date_of(span.end - minutes{1}))));
  return (on.bits == 0 || on.has(weekday(date))) &&
         at(date, start.value_or(TimeOfDay{0})) <= span.begin &&
         span.end <= at(date, end.value_or(TimeOfDay{24 * 60}));
}

Span PlanMeeting::in(const Zone& other) const {
  if (other.name() == zone->name()) return local;
  return {other.to_local(begin), other.to_local(end)};
}

std::string PlanMeeting::when() const {
  return words(local.begin) + "-" + text(time_of(local.end));
}

Plan::Plan(const Program& program, const Proposal* proposal, std::optional<Date> as_of,
           Findings& findings)
    : program_(program),
      as_of_(as_of ? as_of : program.workspace().as_of),
      members_by_person_(program.members, &Member::person),
      members_by_cohort_(program.members, &Member::cohort) {
  for (const Site& s : program.sites)
    if (auto zone = Zone::find(s.zone)) zones_.try_emplace(s.zone, *zone);
  if (auto zone = Zone::find(program.workspace().zone))
    zones_.try_emplace(program.workspace().zone, *zone);
  for (const CohortModule& row : program.cohort_modules)
    choices_[{row.cohort.value, row.module.value}] = &row;
  for (const Cohort& cohort : program.cohorts) in_use_[cohort.id.value] = modules_in_use(cohort);
  for (const Room& room : program.rooms) has_virtual_rooms_ |= room.is_virtual;

  for (const SessionRows& rows : session_rows(program, proposal, findings))
    if (auto session = resolve(rows, findings)) sessions_.push_back(std::move(*session));
  for (PlanSession& session : sessions_) {
    for (PlanMeeting& meeting : session.meetings) {
      meeting.session = &session;
      if (session.occupies()) meetings_.push_back(&meeting);
    }
  }
}

const Zone* Plan::zone(const Site* site) const {
  if (!site) return nullptr;
  const auto found = zones_.find(site->zone);
  return found == zones_.end() ? nullptr : &found->second;
}

const Zone* Plan::workspace_zone() const {
  const auto found = zones_.find(program_.workspace().zone);
  return found == zones_.end() ? nullptr : &found->second;
}

const CohortModule* Plan::choice(const Cohort& cohort, const Module& module) const {
  const auto found = choices_.find({cohort.id.value, module.id.value});
  return found == choices_.end() ? nullptr : found->second;
}

// "The site that cohort_modules names, else of the (first) cohort's site": of a joint session the
// first cohort's choice.
const Site* Plan::home_site(const PlanSession& session) const {
  const Cohort& first = *session.cohorts.front();
  const CohortModule* own = choice(first, *session.module);
  return site(own && own->site ? own->site : first.site);
}

const std::set<Id<Module>>& Plan::in_use(const Cohort& cohort) const {
  return in_use_.at(cohort.id.value);
}

// All of an `all` set but those marked no; of an `m of` set those marked yes, filled up by position
// from those not marked no.
std::set<Id<Module>> Plan::modules_in_use(const Cohort& cohort) const {
  std::map<std::string, std::vector<const ProgrammeModule*>> sets;
  for (const ProgrammeModule& row : program_.programme_modules)
    if (row.programme == cohort.programme && program_.modules.find(row.module))
      sets[row.set].push_back(&row);

  std::set<Id<Module>> out;
  for (auto& [set, rows] : sets) {
    const auto use = [&](const ProgrammeModule* row) {
      const CohortModule* own = choice(cohort, program_.modules.at(row->module));
      return own ? own->use : std::optional<bool>{};
    };
    const auto rank = [&](const ProgrammeModule* row) {
      return std::tuple{use(row) != true, !row->position, row->position.value_or(0),
                        code_of(program_, row->module)};
    };
    std::erase_if(rows, [&](const auto* row) { return use(row) == false; });
    std::sort(rows.begin(), rows.end(),
              [&](const auto* a, const auto* b) { return rank(a) < rank(b); });
    if (rows.empty()) continue;
    const auto wanted = wanted_of(*rows.front());
    const auto most = wanted ? static_cast<std::size_t>(*wanted) : rows.size();
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) out.insert(rows[i]->module);
  }
  return out;
}

std::vector<Attendee> attendees(const Plan& plan) {
  // A facilitator who is also a person is that person: nobody is in two places at once.
  std::map<std::string, Attendee> people, externals;
  for (const PlanMeeting* meeting : plan.meetings()) {
    for (const Person* person : meeting->session->seats) {
      Attendee& who = people[person->number];
      who.person = person;
      who.presences.push_back({meeting, nullptr});
    }
    const auto facilitates = [&](const Facilitator* facilitator) {
      const Person* person = plan.program().people.find(facilitator->person);
      Attendee& who = person ? people[person->number] : externals[facilitator->code];
      who.person = person;
      who.facilitator = person ? nullptr : facilitator;
      who.presences.push_back({meeting, facilitator});
    };
    for (const auto* facilitator : meeting->leads) facilitates(facilitator);
    for (const auto* facilitator : meeting->cofacilitators) facilitates(facilitator);
  }
  std::vector<Attendee> out;
  for (auto* group : {&people, &externals})
    for (auto& [code, who] : *group) out.push_back(std::move(who));
  for (Attendee& who : out)
    std::stable_sort(
        who.presences.begin(), who.presences.end(),
        [](const Presence& a, const Presence& b) { return a.meeting->begin < b.meeting->begin; });
  return out;
}

}  // namespace tandem::judge
