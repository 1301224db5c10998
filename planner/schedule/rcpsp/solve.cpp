#include "planner/schedule/rcpsp/solve.hpp"

#include "planner/schedule/rcpsp/bound.hpp"
#include "planner/schedule/rcpsp/genetic.hpp"
#include "planner/schedule/rcpsp/turns.hpp"

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

constexpr int kLeastPopulation = 40;
constexpr int kMostPopulation = 5000;
// With seconds nobody knows how many schedules there will be: two thirds of the first breeding are
// samples.
constexpr int kSampling = 670;
constexpr Turns kTurns{.first_genetic = 30,
                       .climb = 130,
                       .descend = 200,
                       .genetic = 500,
                       .least_window = 20,
                       .growth = 5,
                       .window_conflicts = 300,
                       .patience = 20};
// Small projects are mostly proven, so the proof gets more of them.
constexpr int kSmall = 70;  // activities
constexpr int kDescendSmall = 600;

// Plain projects.
void breed(const Project& project, const Budget& budget, Bracket& bracket, Run& run) {
  const Project mirror = mirrored(project);
  Rng rng{budget.seed};
  GeneticSettings settings;
  settings.population = population(budget, kLeastPopulation, kMostPopulation);
  if (budget.seconds) settings.sampling = kSampling;
  Genetic genetic{project, mirror, settings, rng};
  Turns turns = kTurns;
  if (project.size() < kSmall) turns.descend = kDescendSmall;
  const auto breed = [&](Meter& meter) {
    genetic.run(meter, bracket.lower_bound);
    if (!bracket.beaten_by(genetic.makespan())) return;
    bracket.starts.assign(genetic.starts().begin(), genetic.starts().end());
    bracket.makespan = genetic.makespan();
  };
  run.take_turns(
      turns, breed,
      [&] {
        return Proof{project, bracket};
      },
      rng);
}

}  // namespace

Answer solve(const Project& project, const Budget& budget) {
  Bracket bracket;
  Run run{budget, bracket};
  Answer answer;
  const auto heads = earliest_starts(project);
  if (heads.empty() || !within_capacities(project)) {
    bracket.infeasible = true;
  } else {
    answer.critical_path = heads.back();
    bracket.lower_bound = simple_bound(project);
    if (project.has_order()) {
      breed(project, budget, bracket, run);
    } else {  // with maximum lags
      Proof proof{project, bracket};
      run.conclude(proof);
    }
  }
  answer.starts = bracket.starts;
  answer.makespan = bracket.makespan;
  answer.lower_bound = bracket.lower_bound;
  answer.status = status(bracket);
  answer.schedules = run.schedules();
  answer.seconds = run.seconds();
  return answer;
}

}  // namespace tandem::schedule::rcpsp
