// What else was possible for one session of the plan as it stands: each day of its window as free,
// taken by others or out of the question, with the rule that says so; and what it would take to
// hold it on one of them, as commands to be carried out. Asks the engine's own search, so it cannot
// disagree with what the engine places. Used by the window beside `why`.
#pragma once

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/plan_changes.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {

enum class DayStanding : std::uint8_t {
  here,     // where it begins now
  free,     // it could be, all others staying where they are
  taken,    // only if others made way
  refused,  // not even alone: calendars, people, rooms, dates
};

struct DayChoice {
  Date date{};
  DayStanding standing{};
  Reason reason = {};  // of what is taken or refused
};

struct DayChoices {
  std::string fixed;            // why it cannot be moved at all; "" when it can
  std::vector<DayChoice> days;  // of its window, those on which its cohort ever meets; by date
};

// Cost: about a search for each day of the window, twice for those that are not free.
// Errors: no such session; and those of solve(). A stopped answer has the days up to there.
Result<DayChoices> day_choices(const Program& program, std::string_view session,
                               std::optional<Date> as_of = {}, std::stop_token stop = {});

// Days from the last meeting of one session to the first of the next, and what would be ideal.
struct Gap {
  std::string before;  // code
  std::string after;   // code
  int was{};           // none before: -1
  int is{};
  std::optional<int> ideal;
};

// The session held on a day and pinned there, at its hour where it can keep it, and the plan mended
// around it so that as few people as possible have to hear of it (forced.hpp, as `why` does).
struct MovePrice {
  bool possible{};  // false: no way was found
  bool refused{};   // nor is there any: not even with all others out of its way
  std::vector<PlannedMeeting> meetings;  // as it would be held
  PlanChanges changes;                   // of the whole plan, its own included when it had a date
  std::vector<Gap> gaps;                 // around the session
  Cost before;
  Cost after;
  std::vector<Violation> broken;  // rules that the plan would break and does not now, by the judge
  std::vector<Command> commands;  // to be applied as one
};

// Errors: as day_choices; refused for a session that stays as it is or has no row yet.
Result<MovePrice> move_price(const Program& program, std::string_view session, Date day,
                             std::optional<Date> as_of = {});

}  // namespace tandem
