// What the page Schedule shows: lanes of bars by cohort, facilitator or room on one clock, the days
// nobody works, what has no place, and how a proposed plan differs from the one that stands. Pure;
// knows minutes and words, no pixel. Cost: linear in meetings and closures.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/proposal.hpp"
#include "ui/geometry/time_view.hpp"
#include "ui/models/session_facts.hpp"

namespace tandem::models {

using geometry::Minute;

enum class LanesBy { cohort, facilitator, room };

enum class BarState {
  held,
  ahead,
  was,  // where a proposal takes it away from
};

struct ScheduleBar {
  std::uint64_t key{};  // unique in the model, never 0
  std::string session;  // code
  std::string code;     // of the module
  geometry::Span span;
  std::string place;
  std::string people;  // "6 people"
  Orientation orientation{};
  BarState state{};
  std::uint64_t part_of{};  // meetings of one session share it; 0: the only one
  bool pinned{};
  bool moved{};      // a proposal moves it here, or it is new
  std::string when;  // "Tue 18 May 09:00 to 11:00"
  std::string tooltip;
};

struct ScheduleNote {
  geometry::Span span;
  std::string text;
};

// A meeting that is still to come, in words.
struct LaneLine {
  std::uint64_t key{};  // of its bar
  std::string session;  // code
  std::string what;     // "M3b for MGR-3"
  std::string when;     // "Tue 18 May 09:00 to 11:00"
};

struct ScheduleLane {
  std::uint64_t key{};  // unique among lanes, never 0
  std::string code;     // of the cohort, facilitator or room
  std::string title;
  std::string line;
  std::string right;  // "3 of 9 held": of a cohort, sessions without a date included
  std::optional<Orientation> orientation;
  std::vector<ScheduleBar> bars;
  std::vector<ScheduleNote> closed;    // protected time, blackouts and absences of this lane alone
  std::vector<ScheduleNote> days_off;  // holidays of its site, one a day
  std::string site;                    // code; "" works everywhere
  std::vector<LaneLine> ahead;         // of a facilitator or room: what comes next, at most eight
  std::string more_ahead;              // "and 12 more"
};

// Days that facilitators run or help to run something in one week.
struct WeekLoad {
  geometry::Span span;
  int days{};
  bool ahead{};
};

struct ScheduleModel {
  bool empty{};  // neither session nor cohort
  geometry::Fold fold;
  geometry::TimeView limits;  // of the axis
  Minute today{};
  std::vector<ScheduleLane> lanes;
  std::vector<ScheduleNote> bands;  // closed to everybody
  std::vector<WeekLoad> load;       // weeks with something in them
  int load_limit{};  // days a week all facilitators allow together; 0: some allow any
  std::vector<std::string> unplaced;  // codes of sessions without a date
  int sessions{};
  int placed{};
};

// `proposed`: a plan not yet accepted, shown with the one that stands as ghosts.
ScheduleModel schedule_model(const SessionBook& book, Date today, LanesBy by,
                             const SessionBook* proposed = nullptr);

Minute axis_minute(LocalMinute local);
geometry::TimeView view_of(const ScheduleModel& model, Date from, Date to);  // both included
// The first bar of a session, 0 when it has none in these lanes.
std::uint64_t bar_of(const ScheduleModel& model, std::string_view session);
const ScheduleBar* find_bar(const ScheduleModel& model, std::uint64_t key);

// What accepting a proposal would do, in one line each: "11 new, 0 moved, 9 stay".
struct ProposalSummary {
  int added{};  // sessions that get their first date
  int moved{};
  int lost{};  // had a date, would have none
  int same{};
};
ProposalSummary compare(const SessionBook& now, const SessionBook& proposed);

// The Program as it would be with the proposal accepted. Errors: as edit/apply.hpp.
Result<Program> with_proposal(const Program& program, const Proposal& proposal);

}  // namespace tandem::models
