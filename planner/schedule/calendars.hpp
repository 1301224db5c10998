// When a cohort, a person, a facilitator or a room can meet, as rows of bits over the slots: what
// their closures leave open. compile() intersects the rows of those who meet and stores each row
// that differs once in the Problem. Rows asked for again are kept, and people who have nothing but
// their site's calendar share it. Knows nothing of sessions, nor of what anybody is busy with.
#pragma once

#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "planner/schedule/bits.hpp"
#include "planner/schedule/closures.hpp"
#include "planner/schedule/waived.hpp"

namespace tandem::schedule {

using CalendarRow = std::vector<Word>;  // a set bit: free

// Keeps what both leave free. Requires: rows of one grid.
void narrow(CalendarRow& row, const CalendarRow& by);

class Calendars {
 public:
  // Rows are stored in `stored`, made for the grid's slots before the first is. All outlive this.
  Calendars(const Closures& closures, const Grid& grid, BitRows& stored)
      : closures_(closures), grid_(grid), stored_(stored) {}

  CalendarRow open() const;  // free throughout
  void close(CalendarRow& row, const Closure& closed) const;
  // Closes all but the days first..last of the zone.
  void keep_days(CalendarRow& row, int zone, Date first, Date last) const;

  // Valid as long as this.
  const CalendarRow& of(const Cohort& cohort, int zone, bool first_cohort);
  const CalendarRow& of(const Person& person, int zone);
  // With the rules that are waived for them left out.
  CalendarRow of(const Cohort& cohort, int zone, bool first_cohort, const Waived& waived) const;
  CalendarRow of(const Person& person, int zone, const Waived& waived) const;

  // Returns: the index of the stored row; equal rows have one.
  int store(const CalendarRow& row);
  int store(const Facilitator& facilitator, int zone, const Waived& waived);
  int store(const Room& room, int zone, const Waived& waived);

 private:
  using Key = std::pair<RawId, int>;  // and the zone of the meeting
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return std::hash<RawId>{}(key.first * 8 + static_cast<RawId>(key.second));
    }
  };
  using Indexes = std::unordered_map<Key, int, KeyHash>;

  CalendarRow cut(const std::vector<Closure>& closures) const;
  CalendarRow cut(std::vector<Closure> closures, std::string_view who, const Waived& waived) const;
  template <class T>
  int store(const T& who, int zone, const Waived& waived, Indexes& known);

  const Closures& closures_;
  const Grid& grid_;
  BitRows& stored_;
  std::map<std::tuple<RawId, int, bool>, CalendarRow> cohorts_;
  std::map<std::tuple<bool, RawId, int>, CalendarRow> people_;        // a site's or a person's own
  std::unordered_map<Key, const CalendarRow*, KeyHash> person_rows_;  // looked up, never walked
  Indexes facilitators_;
  Indexes rooms_;
  std::unordered_map<std::uint64_t, std::vector<int>> by_hash_;
};

}  // namespace tandem::schedule
