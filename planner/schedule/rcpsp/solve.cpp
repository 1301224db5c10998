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

// When each phase of a run ends, in thousandths of its seconds. Small projects are mostly proven,
// so the proof gets more of them.
constexpr int kFirstGenetic = 30;
constexpr int kClimb = 130;
constexpr int kSmall = 70;  // activities
constexpr int kDescend = 200;
constexpr int kDescendSmall = 600;
constexpr int kGenetic = 500;

// Windows of the neighbourhood search: activities, conflicts a try, fruitless tries before it
// grows.
constexpr int kLeastWindow = 20;
constexpr std::int64_t kWindowConflicts = 300;
constexpr int kWindowPatience = 20;

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

  // Plain projects. A budget in schedules goes to the genetic search alone, as is the custom of the
  // field's tables; with seconds it takes turns with the proof core.
  void breed() {
    const Project mirror = mirrored(project_);
    Rng rng{budget_.seed};
    GeneticSettings settings;
    // Few schedules want a small population that converges.
    if (!budget_.seconds)
      settings.population = static_cast<int>(
          std::clamp<std::int64_t>(budget_.schedules / 33, 40, settings.population));
    Genetic genetic{project_, mirror, settings, rng};
    if (!budget_.seconds) {
      genetic.run(meter_, bracket_.lower_bound);
      take(genetic);
      return;
    }
    breed_until(genetic, kFirstGenetic);
    if (bracket_.closed()) return;
    Proof proof{project_, bracket_};
    proof.climb(2000, until(kClimb));
    const int descend = project_.size() < kSmall ? kDescendSmall : kDescend;
    while (!bracket_.closed() && !past(descend) && proof.descend(1'000'000, until(descend))) {
    }
    if (bracket_.closed()) return;
    breed_until(genetic, kGenetic);
    proof.hear();
    int size = kLeastWindow;
    int failed = 0;
    while (!bracket_.closed() && !past(1000)) {
      if (proof.shorten(size, kWindowConflicts, rng, until(1000))) {
        failed = 0;
      } else if (++failed >= kWindowPatience) {
        failed = 0;
        size = size >= project_.size() ? kLeastWindow : size + 5;
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
  void breed_until(Genetic& genetic, int permille) {
    Meter meter{0, *budget_.seconds * permille / 1000 - meter_.seconds(), {}};
    genetic.run(meter, bracket_.lower_bound);
    schedules_ += meter.steps();
    take(genetic);
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
