// The genetic search for multi-skill projects, built as the one of rcpsp/genetic.hpp: every child
// is generated backwards and forwards again, crossover keeps a stretch of the father in which many
// work (see rcpsp/list_maker.hpp). An individual also says which kinds of workers each activity
// would rather have; at first those who are missed least elsewhere. Children inherit preferences
// activity by activity.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/base/random.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/mspsp/generation.hpp"
#include "planner/schedule/mspsp/project.hpp"
#include "planner/schedule/rcpsp/list_maker.hpp"

namespace tandem::schedule::mspsp {

struct GeneticSettings {
  int population = 100;
  int peaks = 4;   // stretches looked at for the busiest
  int swaps = 25;  // of neighbours in a child's list, in thousandths of its length
  int whims = 50;  // changed preferences, in thousandths of the activities
  int noise = 60;  // of the first preferences, in percent of a kind's worth
  int rivals = 3;  // drawn for each parent, the best is taken
  int losers = 3;  // drawn to make room for a child, the worst goes
};

// One search on one project. Allocates when made, never afterwards.
class Genetic {
 public:
  // Requires: project.within_reach(); both projects and `rng` outlive this.
  Genetic(const Project& project, const Project& mirror, const GeneticSettings& settings, Rng& rng);

  // Breeds until the meter says so or the makespan is `bound`.
  void run(Meter& meter, int bound);
  // Takes a schedule of somebody else's into the population.
  void hear(std::span<const int> starts, std::span<const std::uint8_t> counts, Meter& meter);

  int makespan() const { return best_; }
  std::span<const int> starts() const { return best_starts_; }
  std::span<const std::uint8_t> counts() const { return best_counts_; }  // [activity][kind]

 private:
  struct Individual {
    std::vector<int> list, starts;
    std::vector<std::uint8_t> preferences;  // [activity][place]
    int makespan{std::numeric_limits<int>::max()};
    std::uint64_t hash{};
    rcpsp::ListMaker::Parent parent() const { return {list, starts, makespan}; }
  };

  std::span<std::uint8_t> preference(Individual& individual, int i) const {
    return {individual.preferences.data() + nth(i) * kinds_, kinds_};
  }
  void sample();                                                   // child_, by chance
  void cross(const Individual& father, const Individual& mother);  // child_
  void mutate();
  void improve(Meter& meter);  // child_, backwards and forwards
  void settle(int k);
  const Individual& pick();

  const Project* project_;
  GeneticSettings settings_;
  Rng* rng_;
  Generation forward_, backward_;
  std::size_t kinds_;
  rcpsp::ListMaker maker_;
  std::vector<int> worth_;  // of a kind: how much its skills are missed
  std::vector<Individual> people_;
  Individual child_;
  std::vector<int> turned_list_, turned_starts_, price_;
  std::vector<std::uint8_t> turned_preferences_, counts_;
  int begun_{};
  int best_{std::numeric_limits<int>::max()};
  std::vector<int> best_starts_;
  std::vector<std::uint8_t> best_counts_;
};

}  // namespace tandem::schedule::mspsp
