// What the proof core is used for: raising the bound by showing that shorter is impossible
// (destructive bounds: Klein and Scholl 1999), finding better schedules or showing that there is
// none, and improving a stretch of a schedule while the rest stays as it is (large-neighbourhood
// search; stretches in time as in the decomposition of Debels and Vanhoucke 2007).
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "planner/base/random.hpp"
#include "planner/schedule/rcpsp/core.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// The best schedule and the best bound so far, together.
struct Bracket {
  std::vector<int> starts;  // empty: none known; amounts follow, if there are any (see core.hpp)
  int makespan{};
  int lower_bound{};
  bool infeasible{};
  bool closed() const { return infeasible || (!starts.empty() && makespan == lower_bound); }
  bool beaten_by(int other) const { return starts.empty() || other < makespan; }
};

class Proof {
 public:
  using Stop = std::function<bool()>;

  // Takes up what is known in `bracket` and betters it in place. Requires: it and the project
  // outlive this; lags can be kept. `amounts` and `rule` as in core.hpp.
  Proof(const Project& project, Bracket& bracket, std::span<const int> amounts = {},
        Rule* rule = nullptr);

  // Takes notice of a better schedule that somebody else put into the bracket.
  void hear();
  // Asks for a makespan of exactly the bound, and the next, until one is too hard.
  void climb(std::int64_t conflicts, const Stop& stop);
  // Asks for anything better than what is known. Returns: whether it found something.
  bool descend(std::int64_t conflicts, const Stop& stop);
  // Frees the activities that begin in a stretch of about `size` activities, and wants all behind
  // them one slot earlier. Requires: a schedule is known. Returns: whether it found something.
  bool shorten(int size, std::int64_t conflicts, Rng& rng, const Stop& stop);
  std::int64_t conflicts() const { return core_.conflicts(); }
  int size() const { return project_->size(); }  // activities

 private:
  bool take();  // the core's solution, when it is better
  void settle();

  const Project* project_;
  Bracket* bracket_;
  Core core_;
  std::vector<Literal> assumed_;
  std::vector<int> by_start_;
};

}  // namespace tandem::schedule::rcpsp
