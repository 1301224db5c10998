// What the engine solves: a planning case as indexes and integers, without names, time zones or any
// personal data. compile() makes one from a Program; --dump-problem writes one for a bug report
// that anyone may send. Immutable once made, and checked once by `check`. Everything in it is
// ordered by the codes of the Program it came from, so that equal Programs give equal Problems.
//
// Units: time in minutes and slots of UTC from the grid's origin, days as civil days of the
// meeting's zone (day 0 is a Monday, so day / 7 is the week), money in cents. -1 is "none".
#pragma once

#include <array>
#include <string>
#include <vector>

#include "planner/schedule/bits.hpp"
#include "planner/schedule/grid.hpp"
#include "planner/schedule/rule.hpp"

namespace tandem::schedule {

inline constexpr int kMaxTeam = 16;
inline constexpr int kNone = -1;

// One meeting, placed. An item without meetings has only a day: its due date.
struct Place {
  int start{kNone};  // minutes
  int end{kNone};
  int slot{kNone};  // the slots it touches
  int slots{};
  int day{kNone};
  int room{kNone};
  bool again{};          // on the day of the session's meeting before
  std::uint8_t leads{};  // of the team, the first so many lead
  std::uint8_t team_size{};
  std::array<std::int16_t, kMaxTeam> team{};

  bool operator==(const Place&) const = default;
};

constexpr std::uint64_t bit(RuleKind rule) { return std::uint64_t{1} << static_cast<int>(rule); }

struct Problem {
  // A somebody, or several who hold the same seats throughout: they are busy and free together.
  struct Body {
    int people{};
    bool travels{};                // their meetings may be at more than one site
    std::vector<int> load_limits;  // of each of them
  };

  // Live minutes allowed in each run of so many weeks; lighter weeks already counted by half.
  struct LoadLimit {
    int weeks{};
    std::vector<int> allowed;  // by first week of the run, the first entry being week 1 - weeks
  };

  // A unit whose people may not all be away at once.
  struct CoverUnit {
    std::vector<std::int16_t> spare;  // a slot: how many more may be away, absences already counted
  };

  struct Facilitator {
    int body{};
    int home{kNone};  // site
    int max_days_week{kNone};
    int max_minutes_week{kNone};
    int max_travel_days{kNone};
    int day_rate{};
    int breadth{};  // how many modules they may run: the scarce are those who run little else
    std::vector<int> units;  // cover units they count in
  };

  struct Room {
    int site{kNone};      // none: virtual
    int zone{kNone};      // of the site: meetings in it are told in its time
    int capacity{kNone};  // none: no limit
    int setup_minutes{};
    int day_cost{};
  };

  struct Pool {
    int quantity{};
    int common{kNone};  // of a site's own pool: the one that has what is needed beyond it
  };

  struct Cohort {
    int deadline{kNone};  // day; soft, a hard one is in the sessions' windows
    int budget{kNone};    // only a hard one
    int sessions_day{kNone};
  };

  // A person and a module in use by their cohort bind two sessions.
  struct Link {
    int from{};
    int to{};
    int min_days{};
    int max_days{kNone};
    int ideal_days{kNone};
  };

  struct Meeting {
    int minutes{};
    int slots{};
  };

  // Somebody or something a session may use, with the calendar that says when (row of `calendars`).
  struct Candidate {
    int who{};
    int calendar{};
    bool leads{};  // facilitators: qualified to lead
  };

  struct Share {
    int who{};
    int amount{};
  };

  struct Session {
    std::vector<int> cohorts;  // the first pays
    int module{};
    int zone{};
    int site{kNone};   // of its rooms; none: no travel to it
    bool item{};       // has a due date in place of meetings
    bool fixed{};      // stays where `held` says, or without a date
    bool published{};  // moving it away from `held` is a change
    int wanted_day{
        kNone};    // of a repair: each day the first meeting is off it costs one of spacing
    bool alone{};  // the only group of its module: who learns in it is given
    std::vector<Meeting> meetings;
    int gap_min{};
    int gap_max{kNone};
    int first_day{};  // the window, both inclusive
    int last_day{};
    int learners{};
    std::vector<int> bodies;    // of the learners
    std::vector<Share> units;   // cover units, and how many learners of each
    std::vector<int> day_rows;  // rows of sessions_day counts that it adds to
    int calendar{};             // when cohorts and learners can, apart from other meetings
    int cohort_calendar{};      // when cohorts can, whoever the learners are
    bool needs_room{};
    std::vector<Candidate> rooms;
    int leads{};
    int cofacilitators{};
    std::vector<Candidate> staff;
    std::vector<Share> pools;
    std::vector<int> in;      // links to it
    std::vector<int> out;     // links from it
    std::vector<Place> held;  // as the Program has it, when complete
    std::uint64_t lifted{};   // a bit a RuleKind: waived for it as a whole
    std::uint64_t broken{};   // a bit a RuleKind: not kept wherever it is held, so it has no place
  };

  // How often a body may be in sessions of one cohort on one day.
  struct DayRow {
    int body{};
    int cohort{};
    int limit{};
  };

  int slot_minutes{30};
  int slots{};
  int days{};
  int first_day{};  // of planning: finish counts from here
  std::vector<DayTable> zones;
  BitRows calendars;        // a set bit: free
  std::vector<int> travel;  // minutes between sites, site x site, none: not on one day
  int sites{};
  std::vector<Body> bodies;
  std::vector<LoadLimit> load_limits;
  std::vector<CoverUnit> units;
  std::vector<Facilitator> facilitators;
  std::vector<Room> rooms;
  std::vector<Pool> pools;
  std::vector<Cohort> cohorts;
  std::vector<DayRow> day_rows;
  std::vector<Link> links;
  std::vector<Session> sessions;

  int weeks() const { return days / 7 + 1; }
  int travel_minutes(int from, int to) const {
    return travel[static_cast<std::size_t>(from * sites + to)];
  }
};

// Every index in range, every table of the length it must have, links without a cycle.
// Returns: what is wrong, empty when nothing is. For the reader of a dump and for compile's tests.
std::vector<std::string> check(const Problem& problem);

// One JSON object, the members named as here, calendars as [begin, end) runs of free slots.
std::string to_json(const Problem& problem);

}  // namespace tandem::schedule
