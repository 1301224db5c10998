// Activity lists as genetic searches breed them: drawn by chance, sorted by a schedule, crossed,
// varied. A list holds every activity of a project once, each after those it must follow. Used by
// the genetic searches of this folder and of mspsp; it knows lags, durations and how much work an
// activity is, but not whether anything is free.
#pragma once

#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/base/random.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// Lists of one project. Allocates when made, never afterwards.
class ListMaker {
 public:
  // `work`: of each activity in a slot, by which a stretch of a schedule is busier than another.
  // Requires: project.has_order(), `mirror` is its mirror, and the project outlives this.
  ListMaker(const Project& project, const Project& mirror, std::vector<int> work);

  // Activity by activity among those ready, the sooner its latest finish the likelier.
  void draw(std::span<int> list, Rng& rng);
  // By start; of those that start together in the order of the project.
  void sort(std::span<const int> starts, int makespan, std::span<int> list);

  struct Parent {
    std::span<const int> list;
    std::span<const int> starts;
    int makespan;
  };
  // The child follows the mother's list, except that what the father starts in his busy stretch
  // (the busiest of `peaks` looked at) stays together and in his order, where the mother is at that
  // time.
  void cross(const Parent& father, const Parent& mother, int peaks, std::span<int> child, Rng& rng);
  // Whether the father of the last child starts the activity in his busy stretch.
  bool in_peak(int i) const { return in_peak_[nth(i)] != 0; }

  // Swaps neighbours that need not follow each other, so many of a thousand.
  void vary(std::span<int> list, int permille, Rng& rng) const;

 private:
  struct Stretch {
    int begin;
    int end;
  };

  Stretch busiest(const Parent& parent, int peaks, Rng& rng);
  void emit(int i, std::span<int> child);

  const Project* project_;
  std::vector<int> work_;
  std::vector<int> latest_;  // starts, counted from the sink
  std::vector<int> count_, waiting_, ready_;
  std::vector<char> in_peak_, emitted_;
  std::size_t emitted_count_{};
};

}  // namespace tandem::schedule::rcpsp
