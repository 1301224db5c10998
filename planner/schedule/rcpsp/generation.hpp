// Schedule generation: a list of activities becomes a schedule. Serial (each in turn at its
// earliest place) and parallel (slot by slot, whatever fits first in the list): Kolisch 1996,
// "Serial and parallel resource-constrained project scheduling methods revisited". The genetic
// search calls the serial one a million times in ten seconds: nothing here allocates after
// construction, and a slot of the profile is one or two words (see project.hpp).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// What is left of the capacities in each slot. W: words a slot.
template <int W>
class Profile {
 public:
  Profile(const Packed& capacity, int slots) : full_(capacity) {
    slots_.resize(static_cast<std::size_t>(slots) * W);
    used_ = slots;
    clear();
  }
  void clear() {
    for (int t = 0; t < used_; ++t)
      for (int w = 0; w < W; ++w) nth(t)[w] = full_[static_cast<std::size_t>(w)];
    used_ = 0;
  }
  bool fits(int t, const Packed& demand) const {
    const std::uint64_t* slot = nth(t);
    std::uint64_t over = (slot[0] - demand[0]) & kTopBits;
    if constexpr (W == 2) over &= (slot[1] - demand[1]) & kTopBits;
    return over == kTopBits;
  }
  // The first start from `t` on with `duration` slots that hold the demand. Looks at each slot
  // once: from the end of the stretch backwards, then past the last slot that refused.
  int first_fit(int t, int duration, const Packed& demand) const {
    int known = t;  // slots from t to here are looked at
    int u = t + duration - 1;
    while (u >= known) {
      if (fits(u, demand)) {
        --u;
        continue;
      }
      known = t + duration;
      t = u + 1;
      if (known < t) known = t;
      u = t + duration - 1;
    }
    return t;
  }
  void take(int t, int duration, const Packed& demand) {
    for (int u = t; u < t + duration; ++u)
      for (int w = 0; w < W; ++w) nth(u)[w] -= demand[static_cast<std::size_t>(w)];
    if (t + duration > used_) used_ = t + duration;
  }

 private:
  std::uint64_t* nth(int t) { return slots_.data() + static_cast<std::ptrdiff_t>(t) * W; }
  const std::uint64_t* nth(int t) const {
    return slots_.data() + static_cast<std::ptrdiff_t>(t) * W;
  }

  Packed full_;
  std::vector<std::uint64_t> slots_;
  int used_{};
};

class Generation {
 public:
  // Requires: project.has_order(), within_capacities(project), and that it outlives this.
  explicit Generation(const Project& project);

  // Requires: `list` holds every activity once, each after its predecessors.
  // Returns: the makespan; `start` is filled.
  int serial(std::span<const int> list, std::span<int> start);
  int parallel(std::span<const int> list, std::span<int> start);

  const Project& project() const { return *project_; }

 private:
  template <int W>
  int serial(Profile<W>& profile, std::span<const int> list, std::span<int> start);
  template <int W>
  int parallel(Profile<W>& profile, std::span<const int> list, std::span<int> start);

  struct Row {  // one activity, flat
    Packed demand;
    int duration;
    int first_lag, last_lag;
    bool consumes;
  };
  struct Before {
    int activity;
    int minimum;
  };

  const Project* project_;
  std::vector<Row> rows_;
  std::vector<Before> before_;
  Profile<1> narrow_;
  Profile<2> wide_;
  std::vector<int> waiting_;  // parallel: activities not yet placed, in the order of the list
};

}  // namespace tandem::schedule::rcpsp
