// A project of the resource-constrained scheduling problem (RCPSP, and with negative lags
// RCPSP/max): activities with durations and demands, renewable capacities, minimum lags from start
// to start. What the field's benchmark files hold; the heuristics and the proof core of this folder
// work on it. It knows nothing of cohorts, rooms or calendars. Immutable once made.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/base/result.hpp"

namespace tandem::schedule::rcpsp {

// start(to) >= start(from) + minimum. A maximum lag is a negative minimum the other way round.
struct Lag {
  int from{};
  int to{};
  int minimum{};
  bool operator==(const Lag&) const = default;
};

// Activity 0 is the source, the last one the sink: no duration, no demand. The source starts at 0,
// nothing starts before it, and the sink starts when all is finished: its start is the makespan.
struct ProjectData {
  std::vector<int> durations;
  std::vector<std::vector<int>> demands;  // [activity][resource]
  std::vector<int> capacities;
  std::vector<Lag> lags;
};

// Four resources of 16 bits in a word, the top bit of each lane kept free for one comparison of all
// four at once; two words at most, so that a slot of a profile never crosses a cache line.
using Packed = std::array<std::uint64_t, 2>;
inline constexpr std::uint64_t kTopBits = 0x8000'8000'8000'8000ULL;
inline constexpr int kMostResources = 8;
inline constexpr int kMostUnits = 0x7fff;

class Project {
 public:
  // Errors: every impossible value at once; that lags contradict each other is not one of them.
  static Result<Project> make(ProjectData data);

  int size() const { return static_cast<int>(data_.durations.size()); }
  int sink() const { return size() - 1; }
  int resources() const { return static_cast<int>(data_.capacities.size()); }
  int words() const { return resources() > 4 ? 2 : 1; }
  int duration(int i) const { return data_.durations[nth(i)]; }
  int demand(int i, int r) const { return data_.demands[nth(i)][nth(r)]; }
  int capacity(int r) const { return data_.capacities[nth(r)]; }
  bool consumes(int i) const { return consumes_[nth(i)] != 0; }
  const Packed& demand(int i) const { return packed_[nth(i)]; }
  const Packed& capacity() const { return packed_capacity_; }  // top bits set
  const ProjectData& data() const { return data_; }

  // The given lags and those of source and sink. Sorted by activity.
  std::span<const Lag> into(int i) const { return slice(into_, into_begin_, i); }
  std::span<const Lag> out_of(int i) const { return slice(out_, out_begin_, i); }
  std::span<const Lag> lags() const { return into_; }

  // Every activity after those it must follow; empty when lags go in a circle (RCPSP/max).
  std::span<const int> order() const { return order_; }
  bool has_order() const { return !order_.empty(); }
  // A time no sensible schedule goes beyond: everything one after another.
  int horizon() const { return horizon_; }

 private:
  static std::span<const Lag> slice(const std::vector<Lag>& lags, const std::vector<int>& begin,
                                    int i) {
    return {lags.data() + begin[nth(i)], lags.data() + begin[nth(i) + 1]};
  }

  ProjectData data_;
  std::vector<Packed> packed_;
  std::vector<char> consumes_;
  Packed packed_capacity_{};
  std::vector<Lag> into_, out_;
  std::vector<int> into_begin_, out_begin_;
  std::vector<int> order_;
  int horizon_{};
};

// Whether each activity alone finds what it needs. If not, there is no schedule.
bool within_capacities(const Project& project);

// The same project with time running backwards: activity i becomes size-1-i.
// Requires: project.has_order().
Project mirrored(const Project& project);

// Earliest starts by lags alone; empty when a circle of positive length allows none.
std::vector<int> earliest_starts(const Project& project);

// The longest path through the lags from source to sink. Requires: such a path exists.
int critical_path(const Project& project);

}  // namespace tandem::schedule::rcpsp
