// What a plan costs: whole numbers in tiers, compared from the first tier on, so that no amount of
// a later one outweighs the least of an earlier one. Used by the engine to choose and by every
// report that shows a plan's quality.
//
//   unplaced   sessions that found no place
//   late_days  over cohorts with a soft deadline: days from the deadline to their last meeting
//   changes    over published sessions held otherwise than published: learners whose meeting
//   changes
//              date, time, room or lead, and facilitators who gain or lose a meeting
//   spacing    over pairs of sessions joined by a prerequisite with an ideal: (days - ideal)
//   squared finish     over cohorts: days from the first day of planning to their last meeting
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

#include "planner/base/id.hpp"

namespace tandem {

enum class Tier : std::uint8_t { unplaced, late_days, changes, spacing, finish };
inline constexpr std::size_t kTierCount = 5;
constexpr std::array<std::string_view, kTierCount> words(Tag<Tier>) {
  return {"unplaced", "late_days", "changes", "spacing", "finish"};
}

struct Cost {
  std::array<std::int64_t, kTierCount> tiers{};

  std::int64_t& operator[](Tier tier) { return tiers[static_cast<std::size_t>(tier)]; }
  std::int64_t operator[](Tier tier) const { return tiers[static_cast<std::size_t>(tier)]; }
  auto operator<=>(const Cost&) const = default;
};

}  // namespace tandem
