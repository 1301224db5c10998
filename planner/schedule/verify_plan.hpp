// The plan as the judge sees it: every session with its delivery form, its meetings in local time
// and in UTC, and the people booked on it, with pointers into the Program in place of ids. Used by
// the verify_*.cpp files only; must not know the engine.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <unordered_map>

#include "planner/base/zone.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem::judge {

class Findings;

// How a session is held: its module, or the variant of it that the session names.
struct Form {
  Mode mode{};
  int meetings{};                    // 0 for items without meetings
  int minutes{};                     // of all meetings together
  std::vector<int> meeting_minutes;  // of each, when listed
  std::optional<int> capacity;
  std::vector<std::string> room_features;
};

Form form_of(const Module& module, const Variant* variant);
// Equal parts of a total that does not divide may round either way.
bool right_length(const Form& form, std::size_t index, int minutes);

// A stretch of local time, half open.
struct Span {
  LocalMinute begin;
  LocalMinute end;
};

// Whether any of the hours [start, end) on the dates from..to is in the span. Empty hours: whole
// days.
bool touches(const Span& span, std::optional<Date> from, std::optional<Date> to,
             std::optional<TimeOfDay> start = {}, std::optional<TimeOfDay> end = {},
             Weekdays days = {});
// Whether the span lies in one day's window. Empty parts bind nothing.
bool inside(const Span& span, Weekdays days, std::optional<TimeOfDay> start,
            std::optional<TimeOfDay> end);

// A session's rows before their references are followed: its own, or a proposal's in their place.
struct SessionRows {
  PlannedSession planned;
  std::vector<int> numbers;  // of the meetings
  SessionStatus status{};
  bool pinned{};
};
// By code. Rows that belong to no session are told as `reference`.
std::vector<SessionRows> session_rows(const Program& program, const Proposal* proposal,
                                      Findings& findings);

struct PlanSession;

struct PlanMeeting {
  const PlanSession* session{};
  int number{};
  Date date{};
  const Room* room{};
  std::vector<const Facilitator*> leads;
  std::vector<const Facilitator*> cofacilitators;
  const Zone* zone{};  // of the room, else of the first cohort's site
  Span local;          // an end not after the start is read as the next day's
  UtcMinute begin;
  UtcMinute end;
  bool unreal{};  // its start or end falls into the hour that summer time skips
  bool crosses_midnight{};
  const Site* place{};  // where people must be in person; none: virtual or without a room

  int minutes() const { return static_cast<int>((end - begin).count()); }
  Span in(const Zone& other) const;
  bool overlaps(const PlanMeeting& other) const { return begin < other.end && other.begin < end; }
  std::string when() const;  // Tue 9 Mar 09:00-12:00
};

struct PlanSession {
  std::string code;
  std::vector<const Cohort*> cohorts;  // at least one
  const Module* module{};
  Form form;
  SessionStatus status{};
  bool pinned{};
  std::optional<Date> due_from;
  std::optional<Date> due_to;
  std::vector<PlanMeeting> meetings;  // by number
  std::vector<const Person*> seats;   // booked, by employee number

  bool is_item() const { return !is_live(form.mode); }
  bool has_date() const { return is_item() ? due_to || !meetings.empty() : !meetings.empty(); }
  bool cancelled() const { return status == SessionStatus::cancelled; }
  bool delivered() const { return status == SessionStatus::delivered; }
  bool judged() const { return !cancelled() && !delivered() && has_date(); }
  bool occupies() const { return !cancelled() && has_date(); }
  // A due date counts as the date of a meeting.
  Date first_date() const { return meetings.empty() ? due_to.value() : meetings.front().date; }
  Date last_date() const { return meetings.empty() ? due_to.value() : meetings.back().date; }
};

class Plan {
 public:
  // Rows that name what does not exist are told to `findings` as `reference`, and left out.
  Plan(const Program& program, const Proposal* proposal, std::optional<Date> as_of,
       Findings& findings);
  Plan(const Plan&) = delete;
  Plan& operator=(const Plan&) = delete;

  const Program& program() const { return program_; }
  std::optional<Date> as_of() const { return as_of_; }
  const std::vector<PlanSession>& sessions() const { return sessions_; }  // by code
  // Meetings that occupy: of sessions that are not cancelled.
  const std::vector<const PlanMeeting*>& meetings() const { return meetings_; }

  const Zone* zone(const Site* site) const;
  const Zone* zone(Id<Site> site) const { return zone(program_.sites.find(site)); }
  const Site* site(Id<Site> id) const { return program_.sites.find(id); }

  const CohortModule* choice(const Cohort& cohort, const Module& module) const;
  // The site where in-person meetings of the session are held.
  const Site* home_site(const PlanSession& session) const;
  bool has_virtual_rooms() const { return has_virtual_rooms_; }
  // Modules of the cohort's programme that it takes.
  const std::set<Id<Module>>& in_use(const Cohort& cohort) const;
  const Zone* workspace_zone() const;
  std::span<const Member* const> memberships(const Person& person) const {
    return members_by_person_[person.id];
  }
  std::span<const Member* const> members(const Cohort& cohort) const {
    return members_by_cohort_[cohort.id];
  }

 private:
  std::optional<PlanSession> resolve(const SessionRows& rows, Findings& findings) const;
  std::optional<PlanMeeting> resolve(const PlannedMeeting& row, const SessionRows& session,
                                     const Cohort& first, Findings& findings) const;
  std::set<Id<Module>> modules_in_use(const Cohort& cohort) const;

  const Program& program_;
  std::optional<Date> as_of_;
  Grouping<Id<Person>, Member> members_by_person_;
  Grouping<Id<Cohort>, Member> members_by_cohort_;
  std::map<std::string, Zone> zones_;
  std::map<std::pair<RawId, RawId>, const CohortModule*> choices_;
  std::map<RawId, std::set<Id<Module>>> in_use_;
  bool has_virtual_rooms_{};
  std::vector<PlanSession> sessions_;
  std::vector<const PlanMeeting*> meetings_;
};

// One person, or a facilitator who is nobody's employee, with every meeting they are in.
struct Presence {
  const PlanMeeting* meeting{};
  const Facilitator* as_facilitator{};  // none: as a learner
};
struct Attendee {
  const Person* person{};            // none: an external facilitator
  const Facilitator* facilitator{};  // set when person is not
  std::vector<Presence> presences;   // by begin

  const std::string& code() const { return person ? person->number : facilitator->code; }
  const std::string& name() const { return person ? person->name : facilitator->name; }
};
// By code; people first.
std::vector<Attendee> attendees(const Plan& plan);

// Each rule family is judged by one function, in the file of its name.
void judge_shape(const Plan& plan, Findings& findings);         // shape, but `reference`
void judge_calendar(const Plan& plan, Findings& findings);      // calendar
void judge_clashes(const Plan& plan, Findings& findings);       // one_at_a_time
void judge_assets(const Plan& plan, Findings& findings);        // assets
void judge_fit(const Plan& plan, Findings& findings);           // capacity, fit
void judge_facilitators(const Plan& plan, Findings& findings);  // facilitator
void judge_order(const Plan& plan, Findings& findings);         // order
void judge_load(const Plan& plan, Findings& findings);          // load
void judge_cover(const Plan& plan, Findings& findings);         // cover
void judge_window(const Plan& plan, Findings& findings);        // window, but `pin`
void judge_seats(const Plan& plan, Findings& findings);         // seats
// Requires: the plan was made with a proposal.
void judge_pins(const Plan& plan, bool repairing, Findings& findings);

std::vector<OwedSeat> owed_seats(const Plan& plan);
std::vector<CohortOutcome> outcomes(const Plan& plan);

}  // namespace tandem::judge
