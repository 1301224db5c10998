// What a change of the plan takes from people, as a repair weighs it: numbers that add up over
// sessions, and the order in which an aim compares them. Hard rules are not in it: nothing is
// proposed that breaks one. People are counted as a session's learners, plus facilitators who gain
// or lose a meeting; over several sessions somebody may be counted twice, which the list of names
// shown at the end (plan_changes.hpp) is not.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "planner/base/id.hpp"
#include "planner/schedule/problem.hpp"

namespace tandem {

// What a repair puts first, after the sessions that would lose their place.
enum class Aim : std::uint8_t {
  fewest_people,  // then few sessions, then few days
  same_days,      // days moved, then people
  more_notice,    // fewest people given a date within the notice asked for, then fewest people
};
constexpr std::array<std::string_view, 3> words(Tag<Aim>) {
  return {"fewest_people", "same_days", "more_notice"};
}

namespace schedule {

struct Toll {
  std::int64_t unplaced{};
  std::int64_t people{};
  std::int64_t sessions{};
  std::int64_t days{};          // each changed meeting's distance from its old date
  std::int64_t short_notice{};  // people given a new date within the notice
  std::int64_t minutes{};       // between old and new hours

  Toll& operator+=(const Toll& other) {
    unplaced += other.unplaced;
    people += other.people;
    sessions += other.sessions;
    days += other.days;
    short_notice += other.short_notice;
    minutes += other.minutes;
    return *this;
  }
  Toll& operator-=(const Toll& other) {
    unplaced -= other.unplaced;
    people -= other.people;
    sessions -= other.sessions;
    days -= other.days;
    short_notice -= other.short_notice;
    minutes -= other.minutes;
    return *this;
  }
  friend Toll operator+(Toll a, const Toll& b) { return a += b; }
  friend Toll operator-(Toll a, const Toll& b) { return a -= b; }
  bool operator==(const Toll&) const = default;
};

// Smaller is better.
using Rank = std::array<std::int64_t, 6>;
constexpr Rank rank(const Toll& t, Aim aim) {
  switch (aim) {
    case Aim::same_days:
      return {t.unplaced, t.days, t.people, t.sessions, t.short_notice, t.minutes};
    case Aim::more_notice:
      return {t.unplaced, t.short_notice, t.people, t.sessions, t.days, t.minutes};
    case Aim::fewest_people:
      break;
  }
  return {t.unplaced, t.people, t.sessions, t.days, t.short_notice, t.minutes};
}

// What a repair may do and whom it need not count.
struct Leeway {
  int apart{kNone};         // the facilitator who is away: need not be told
  int notice_until{kNone};  // a new date before this day is at short notice
  int most_days{kNone};     // no meeting moves further from its old date
};

// Of holding a session at `is` in place of `was`; `is` empty: it loses its place.
Toll toll(const Problem& problem, int session, std::span<const Place> was,
          std::span<const Place> is, const Leeway& leeway);

}  // namespace schedule
}  // namespace tandem
