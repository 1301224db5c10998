#include "planner/schedule/mspsp/solve.hpp"

#include <algorithm>

#include "planner/schedule/mspsp/genetic.hpp"
#include "planner/schedule/mspsp/staffing.hpp"
#include "planner/schedule/mspsp/team.hpp"
#include "planner/schedule/rcpsp/bound.hpp"
#include "planner/schedule/rcpsp/turns.hpp"

namespace tandem::schedule::mspsp {
namespace {

constexpr int kLeastPopulation = 20;
constexpr rcpsp::Turns kTurns{.first_genetic = 30,
                              .climb = 130,
                              .descend = 600,
                              .genetic = 700,
                              .least_window = 8,
                              .growth = 4,
                              .window_conflicts = 500,
                              .patience = 20};

// What of the bracket are starts; how many of each kind work follows them (see staffing.hpp).
std::span<const int> starts_of(const Project& project, const rcpsp::Bracket& bracket) {
  return std::span{bracket.starts}.first(static_cast<std::size_t>(project.size()));
}

void search(const Project& project, const rcpsp::Budget& budget, rcpsp::Bracket& bracket,
            Staffing& staffing, rcpsp::Run& run) {
  const Project mirror = mirrored(project);
  Rng rng{budget.seed};
  GeneticSettings settings;
  settings.population = rcpsp::population(budget, kLeastPopulation, settings.population);
  Genetic genetic{project, mirror, settings, rng};
  const auto breed = [&](Meter& meter) {
    if (!bracket.starts.empty() && bracket.makespan < genetic.makespan())
      genetic.hear(starts_of(project, bracket), staffing.counts(bracket.starts), meter);
    genetic.run(meter, bracket.lower_bound);
    if (!bracket.beaten_by(genetic.makespan())) return;
    bracket.starts = staffing.values(genetic.starts(), genetic.counts());
    bracket.makespan = genetic.makespan();
  };
  const auto make_proof = [&] {
    return rcpsp::Proof{project.relaxed(), bracket, staffing.amounts(), &staffing};
  };
  run.take_turns(kTurns, breed, make_proof, rng);
}

}  // namespace

Answer solve(const Project& project, const rcpsp::Budget& budget) {
  rcpsp::Bracket bracket;
  Answer answer;
  rcpsp::Run run{budget, bracket};
  Staffing staffing{project};
  if (project.within_reach()) {
    answer.critical_path = rcpsp::critical_path(project.relaxed());
    for (const auto& relaxed : project.relaxations())
      bracket.lower_bound = std::max(bracket.lower_bound, rcpsp::simple_bound(relaxed));
    search(project, budget, bracket, staffing, run);
  } else {
    bracket.infeasible = true;
  }
  if (!bracket.starts.empty()) {
    const auto starts = starts_of(project, bracket);
    answer.teams = named(project, starts, staffing.counts(bracket.starts));
    answer.starts.assign(starts.begin(), starts.end());
    answer.makespan = bracket.makespan;
  }
  answer.lower_bound = bracket.lower_bound;
  answer.status = rcpsp::status(bracket);
  answer.schedules = run.schedules();
  answer.seconds = run.seconds();
  return answer;
}

}  // namespace tandem::schedule::mspsp
