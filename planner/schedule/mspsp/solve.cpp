#include "planner/schedule/mspsp/solve.hpp"

#include <algorithm>

#include "planner/schedule/mspsp/genetic.hpp"
#include "planner/schedule/mspsp/staffing.hpp"
#include "planner/schedule/mspsp/team.hpp"
#include "planner/schedule/rcpsp/bound.hpp"
#include "planner/schedule/rcpsp/proof.hpp"

namespace tandem::schedule::mspsp {
namespace {

using rcpsp::Bracket;
using rcpsp::Proof;

// When each phase of a run ends, in thousandths of its seconds.
constexpr int kFirstGenetic = 30;
constexpr int kClimb = 130;
constexpr int kDescend = 600;
constexpr int kGenetic = 700;

// Windows of the neighbourhood search: activities, conflicts a try, fruitless tries before it
// grows.
constexpr int kLeastWindow = 8;
constexpr std::int64_t kWindowConflicts = 500;
constexpr int kWindowPatience = 20;

class Run {
 public:
  Run(const Project& project, const rcpsp::Budget& budget, Bracket& bracket)
      : project_(project),
        budget_(budget),
        bracket_(bracket),
        meter_(budget.schedules, budget.seconds, {}),
        staffing_(project) {}

  // A budget in schedules goes to the genetic search alone; with seconds it takes turns with the
  // proof core.
  void go() {
    const Project mirror = mirrored(project_);
    Rng rng{budget_.seed};
    GeneticSettings settings;
    if (!budget_.seconds)
      settings.population = static_cast<int>(
          std::clamp<std::int64_t>(budget_.schedules / 33, 20, settings.population));
    Genetic genetic{project_, mirror, settings, rng};
    if (!budget_.seconds) {
      genetic.run(meter_, bracket_.lower_bound);
      take(genetic);
      return;
    }
    breed_until(genetic, kFirstGenetic);
    if (bracket_.closed()) return;
    const auto& skeleton = project_.relaxed();
    Proof proof{skeleton, bracket_, staffing_.amounts(), &staffing_};
    proof.climb(2000, until(kClimb));
    while (!bracket_.closed() && !past(kDescend) && proof.descend(1'000'000, until(kDescend))) {
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
        size = size >= project_.size() ? kLeastWindow : size + 4;
      }
    }
  }

  std::int64_t schedules() const { return meter_.steps() + schedules_; }
  double seconds() const { return meter_.seconds(); }
  Teams teams() const {
    const auto starts = std::span{bracket_.starts}.first(static_cast<std::size_t>(project_.size()));
    return named(project_, starts, staffing_.counts(bracket_.starts));
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
    if (!bracket_.starts.empty() && bracket_.makespan < genetic.makespan()) {
      const auto starts =
          std::span{bracket_.starts}.first(static_cast<std::size_t>(project_.size()));
      genetic.hear(starts, staffing_.counts(bracket_.starts), meter);
    }
    genetic.run(meter, bracket_.lower_bound);
    schedules_ += meter.steps();
    take(genetic);
  }
  void take(const Genetic& genetic) {
    if (!bracket_.starts.empty() && genetic.makespan() >= bracket_.makespan) return;
    bracket_.starts = staffing_.values(genetic.starts(), genetic.counts());
    bracket_.makespan = genetic.makespan();
  }

  const Project& project_;
  const rcpsp::Budget& budget_;
  Bracket& bracket_;
  Meter meter_;
  Staffing staffing_;
  std::int64_t schedules_{};  // counted elsewhere
};

}  // namespace

Answer solve(const Project& project, const rcpsp::Budget& budget) {
  Bracket bracket;
  Answer answer;
  Run run{project, budget, bracket};
  if (project.within_reach()) {
    answer.critical_path = rcpsp::critical_path(project.relaxed());
    for (const auto& relaxed : project.relaxations())
      bracket.lower_bound = std::max(bracket.lower_bound, rcpsp::simple_bound(relaxed));
    run.go();
  } else {
    bracket.infeasible = true;
  }
  if (!bracket.starts.empty()) {
    answer.teams = run.teams();
    answer.starts.assign(bracket.starts.begin(), bracket.starts.begin() + project.size());
    answer.makespan = bracket.makespan;
  }
  answer.lower_bound = bracket.lower_bound;
  answer.status = bracket.infeasible       ? rcpsp::Status::infeasible
                  : bracket.starts.empty() ? rcpsp::Status::unknown
                  : bracket.closed()       ? rcpsp::Status::optimal
                                           : rcpsp::Status::feasible;
  answer.schedules = run.schedules();
  answer.seconds = run.seconds();
  return answer;
}

}  // namespace tandem::schedule::mspsp
