#pragma once

// Half-hour slots of UTC over the horizon and sets of them. A local time of any zone maps to a
// slot; an interval that ends between two slots takes the slot it touches, which is safe for a
// witness.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/support/generator/clock.hpp"

namespace tandem::test::generator {

inline constexpr int kSlotMinutes = 30;
inline constexpr int kAllDay = 1440;

class Horizon {
 public:
  Horizon(Day first, int weeks) : first_(first), days_(weeks * 7) {
    for (int zone = 0; zone < kZoneCount; ++zone) {
      for (int d = -1; d <= days_; ++d) offsets_.push_back(utc_offset(zone, first + d));
    }
  }
  Day first() const { return first_; }
  Day last() const { return first_ + days_ - 1; }
  int days() const { return days_; }
  int weeks() const { return days_ / 7; }
  int slots() const { return (days_ + 2) * (kAllDay / kSlotMinutes); }
  int week(Day day) const { return (day - first_) / 7; }
  bool holds(Day day) const { return day >= first_ && day <= last(); }

  // Minutes of UTC since the midnight before the first day. Requires: first - 1 <= day <= last + 1.
  int utc(int zone, Day day, int minute) const {
    return (day - first_ + 1) * kAllDay + minute - offset(zone, day);
  }
  int offset(int zone, Day day) const {
    return offsets_[static_cast<std::size_t>(zone * (days_ + 2) + day - first_ + 1)];
  }

 private:
  Day first_;
  int days_;
  std::vector<int> offsets_;
};

class SlotSet {
 public:
  SlotSet() = default;
  SlotSet(int slots, bool full)
      : words_(static_cast<std::size_t>(slots / 64 + 1), full ? ~0ULL : 0) {}

  void set(int from, int to) {  // half open, clipped
    walk(from, to, [](std::uint64_t& word, std::uint64_t mask) {
      word |= mask;
      return true;
    });
  }
  void clear(int from, int to) {
    walk(from, to, [](std::uint64_t& word, std::uint64_t mask) {
      word &= ~mask;
      return true;
    });
  }
  bool all(int from, int to) const {
    return self().walk(
        from, to, [](std::uint64_t& word, std::uint64_t mask) { return (word & mask) == mask; });
  }
  bool none(int from, int to) const {
    return self().walk(from, to,
                       [](std::uint64_t& word, std::uint64_t mask) { return (word & mask) == 0; });
  }
  void keep(const SlotSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  }

 private:
  SlotSet& self() const { return const_cast<SlotSet&>(*this); }

  template <class Visit>
  bool walk(int from, int to, Visit visit) {
    if (from < 0) from = 0;
    const int end = static_cast<int>(words_.size()) * 64;
    if (to > end) to = end;
    while (from < to) {
      const int bit = from % 64;
      const int count = to - from < 64 - bit ? to - from : 64 - bit;
      const std::uint64_t mask = (count == 64 ? ~0ULL : ((1ULL << count) - 1)) << bit;
      if (!visit(words_[static_cast<std::size_t>(from / 64)], mask)) return false;
      from += count;
    }
    return true;
  }

  std::vector<std::uint64_t> words_;
};

// Minutes of UTC to the slots they touch.
inline int slot_from(int utc_minute) { return utc_minute / kSlotMinutes; }
inline int slot_to(int utc_minute) { return (utc_minute + kSlotMinutes - 1) / kSlotMinutes; }

}  // namespace tandem::test::generator
