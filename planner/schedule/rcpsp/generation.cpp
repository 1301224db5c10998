#include "planner/schedule/rcpsp/generation.hpp"

#include <algorithm>
#include <limits>

namespace tandem::schedule::rcpsp {

Generation::Generation(const Project& project)
    : project_(&project),
      narrow_(project.capacity(), project.words() == 1 ? 2 * project.horizon() + 2 : 0),
      wide_(project.capacity(), project.words() == 2 ? 2 * project.horizon() + 2 : 0) {
  for (int i = 0; i < project.size(); ++i) {
    const int first = static_cast<int>(before_.size());
    for (const Lag& lag : project.into(i))
      if (lag.from != 0 || lag.minimum != 0) before_.push_back({lag.from, lag.minimum});
    rows_.push_back({project.demand(i), project.duration(i), first,
                     static_cast<int>(before_.size()), project.consumes(i)});
  }
  waiting_.reserve(rows_.size());
}

int Generation::serial(std::span<const int> list, std::span<int> start) {
  return project_->words() == 1 ? serial(narrow_, list, start) : serial(wide_, list, start);
}

int Generation::parallel(std::span<const int> list, std::span<int> start) {
  return project_->words() == 1 ? parallel(narrow_, list, start) : parallel(wide_, list, start);
}

template <int W>
int Generation::serial(Profile<W>& profile, std::span<const int> list, std::span<int> start) {
  profile.clear();
  int* const at = start.data();
  for (const int i : list) {
    const Row& row = rows_[static_cast<std::size_t>(i)];
    int t = 0;
    for (int k = row.first_lag; k < row.last_lag; ++k) {
      const Before& before = before_[static_cast<std::size_t>(k)];
      t = std::max(t, at[before.activity] + before.minimum);
    }
    if (row.consumes) {
      t = profile.first_fit(t, row.duration, row.demand);
      profile.take(t, row.duration, row.demand);
    }
    at[i] = t;
  }
  return start.back();
}

template <int W>
int Generation::parallel(Profile<W>& profile, std::span<const int> list, std::span<int> start) {
  profile.clear();
  std::fill(start.begin(), start.end(), -1);
  waiting_.assign(list.begin(), list.end());
  int* const at = start.data();
  for (int now = 0; !waiting_.empty();) {
    int next = std::numeric_limits<int>::max();
    std::size_t kept = 0;
    for (const int i : waiting_) {
      const Row& row = rows_[static_cast<std::size_t>(i)];
      int t = 0;
      bool free = true;
      for (int k = row.first_lag; k < row.last_lag && free; ++k) {
        const Before& before = before_[static_cast<std::size_t>(k)];
        free = at[before.activity] >= 0;
        t = std::max(t, at[before.activity] + before.minimum);
      }
      if (free && t <= now) {
        t = row.consumes ? profile.first_fit(now, row.duration, row.demand) : now;
        if (t == now) {
          if (row.consumes) profile.take(now, row.duration, row.demand);
          at[i] = now;
          continue;
        }
      }
      if (free) next = std::min(next, t);
      waiting_[kept++] = i;
    }
    waiting_.resize(kept);
    now = next;
  }
  return start.back();
}

}  // namespace tandem::schedule::rcpsp
