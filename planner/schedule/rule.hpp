// The planning rules by name: what a waiver lifts, what `why` and `verify` answer with, and what
// every JSON export calls them. The names are public and fixed. Knows what each rule is about in
// one sentence and nothing of how it is checked (verify) or obeyed (compile).
#pragma once

#include <optional>
#include <string_view>

#include "planner/domain/field.hpp"

namespace tandem {

enum class RuleKind : std::uint8_t {
  // calendar
  cohort_time,
  room_time,
  facilitator_time,
  person_time,
  timetable,
  holiday,
  blackout,
  absence,
  season,
  employed,
  protected_time,  // "protected" in every file
  // one at a time
  learner_clash,
  facilitator_clash,
  room_clash,
  room_setup,
  travel,
  // capacity
  assets,
  module_capacity,
  room_capacity,
  // fit
  room_site,
  room_features,
  arrangement,
  facilitator_language,
  facilitator_site,
  // facilitator
  facilitator_count,
  facilitator_qualified,
  facilitator_days_week,
  facilitator_minutes_week,
  facilitator_travel,
  facilitator_until,
  // order
  prerequisite,
  spacing_min,
  spacing_max,
  // load
  minutes_week,
  sessions_day,
  // cover
  cover,
  // window
  start,
  not_after,
  horizon,
  deadline,
  budget,
  pin,
  // seats
  seats,
  // shape
  reference,
  meetings,
  duration,
  meeting_gap,
  midnight,
  local_time,
  slot_grid,
  code,
};

constexpr std::array<std::string_view, 51> words(Tag<RuleKind>) {
  return {
      "cohort_time",
      "room_time",
      "facilitator_time",
      "person_time",
      "timetable",
      "holiday",
      "blackout",
      "absence",
      "season",
      "employed",
      "protected",
      "learner_clash",
      "facilitator_clash",
      "room_clash",
      "room_setup",
      "travel",
      "assets",
      "module_capacity",
      "room_capacity",
      "room_site",
      "room_features",
      "arrangement",
      "facilitator_language",
      "facilitator_site",
      "facilitator_count",
      "facilitator_qualified",
      "facilitator_days_week",
      "facilitator_minutes_week",
      "facilitator_travel",
      "facilitator_until",
      "prerequisite",
      "spacing_min",
      "spacing_max",
      "minutes_week",
      "sessions_day",
      "cover",
      "start",
      "not_after",
      "horizon",
      "deadline",
      "budget",
      "pin",
      "seats",
      "reference",
      "meetings",
      "duration",
      "meeting_gap",
      "midnight",
      "local_time",
      "slot_grid",
      "code",
  };
}
inline constexpr std::size_t kRuleCount = words(Tag<RuleKind>{}).size();
static_assert(static_cast<std::size_t>(RuleKind::code) + 1 == kRuleCount);

enum class RuleGroup : std::uint8_t {
  calendar,
  one_at_a_time,
  capacity,
  fit,
  facilitator,
  order,
  load,
  cover,
  window,
  seats,
  shape,
};
constexpr std::array<std::string_view, 11> words(Tag<RuleGroup>) {
  return {"calendar", "one_at_a_time", "capacity", "fit",   "facilitator", "order",
          "load",     "cover",         "window",   "seats", "shape"};
}

RuleGroup group_of(RuleKind rule);
// One plain sentence for help screens: what the rule asks.
std::string_view sentence(RuleKind rule);
// Returns: nullopt for a word that names no rule.
std::optional<RuleKind> parse_rule(std::string_view word);

}  // namespace tandem
