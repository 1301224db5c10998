#include "planner/schedule/rcpsp/solve.hpp"

#include <algorithm>

#include "planner/schedule/rcpsp/bound.hpp"
#include "planner/schedule/rcpsp/genetic.hpp"
#include "planner/schedule/rcpsp/proof.hpp"

namespace tandem::schedule::rcpsp {

const char* word(Status status) {
  switch (status) {
    case Status::optimal:
      return "optimal";
    case Status::feasible:
      return "feasible";
    case Status::infeasible:
      return "infeasible";
    case Status::unknown:
      break;
  }
  return "unknown";
}

namespace {

// How a run's seconds are shared out, in thousandths of the budget.
constexpr int kFirstGenetic = 30;
constexpr int kFirstProof = 250;

// Limits by the clock apply with a budget of seconds alone.
class Run {
 public:
  Run(const Project& project, const Budget& budget, Bracket& bracket)
      : project_(project),
        budget_(budget),
        bracket_(bracket),
        meter_(budget.schedules, budget.seconds, {}) {}

  double spent() const { return meter_.seconds(); }
  std::int64_t schedules() const { return meter_.steps() + schedules_; }

  // Plain projects with a budget in schedules: the genetic search alone.
  void breed() {
    const Project mirror = mirrored(project_);
    Rng rng{budget_.seed};
    Genetic genetic{project_, mirror, {}, rng};
    if (!budget_.seconds) {
      genetic.run(meter_, bracket_.lower_bound);
      take(genetic);
      return;
    }
    Meter first{0, *budget_.seconds * kFirstGenetic / 1000, {}};
    genetic.run(first, bracket_.lower_bound);
    schedules_ += (first.steps());
    take(genetic);
    if (bracket_.closed()) return;
    Proof proof{project_, bracket_};
    proof.climb(2000, until(kFirstProof / 2));
    while (!bracket_.closed() && !past(kFirstProof) &&
           proof.descend(1'000'000, until(kFirstProof))) {
    }
    int size = 20;
    int failed = 0;
    while (!bracket_.closed() && !past(1000)) {
      if (proof.shorten(size, 300, rng, until(1000))) {
        failed = 0;
      } else if (++failed >= 20) {
        failed = 0;
        size = size >= project_.size() ? 20 : size + 5;
      }
    }
  }

  // Projects with maximum lags: the proof core from the start; a conflict counts as a schedule.
  void conclude() {
    Proof proof{project_, bracket_};
    const auto conflicts = budget_.seconds ? std::int64_t{1} << 40 : budget_.schedules;
    const Proof::Stop stop = budget_.seconds ? until(1000) : Proof::Stop{};
    const auto left = [&] { return conflicts - proof.conflicts(); };
    while (!bracket_.closed() && left() > 0 && !past(1000) && proof.descend(left(), stop)) {
    }
    schedules_ += (proof.conflicts());
  }

 private:
  bool past(int permille) const {
    return budget_.seconds && meter_.seconds() >= *budget_.seconds * permille / 1000;
  }
  Proof::Stop until(int permille) const {
    return [this, permille] { return past(permille); };
  }
  void take(const Genetic& genetic) {
    if (!bracket_.starts.empty() && genetic.makespan() >= bracket_.makespan) return;
    bracket_.starts.assign(genetic.starts().begin(), genetic.starts().end());
    bracket_.makespan = genetic.makespan();
  }

  const Project& project_;
  const Budget& budget_;
  Bracket& bracket_;
  Meter meter_;
  std::int64_t schedules_{};  // counted elsewhere
};

}  // namespace

Answer solve(const Project& project, const Budget& budget) {
  Bracket bracket;
  Run run{project, budget, bracket};
  Answer answer;
  const auto heads = earliest_starts(project);
  if (heads.empty() || !within_capacities(project)) {
    bracket.infeasible = true;
  } else {
    answer.critical_path = heads.back();
    bracket.lower_bound = simple_bound(project);
    if (project.has_order())
      run.breed();
    else
      run.conclude();
  }
  answer.starts = bracket.starts;
  answer.makespan = bracket.makespan;
  answer.lower_bound = bracket.lower_bound;
  answer.status = bracket.infeasible       ? Status::infeasible
                  : bracket.starts.empty() ? Status::unknown
                  : bracket.closed()       ? Status::optimal
                                           : Status::feasible;
  answer.schedules = run.schedules();
  answer.seconds = run.spent();
  return answer;
}

}  // namespace tandem::schedule::rcpsp
