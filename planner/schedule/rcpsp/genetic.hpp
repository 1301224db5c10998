// The genetic search: two populations, one of schedules pushed to the left and one of schedules
// pushed to the right, each bred from the other (Debels and Vanhoucke 2005, "A bi-population based
// genetic algorithm for the RCPSP"), so that every generation is a forward-backward improvement of
// the one before (Tormos and Lova 2001). Crossover keeps a stretch of the father in which resources
// are used most (peak crossover: Valls, Ballestin and Quintanilla 2008, "A hybrid genetic algorithm
// for the RCPSP"); every child is coded anew by its start times; equal schedules are recognised by
// a hash and altered.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/random.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/rcpsp/generation.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

struct GeneticSettings {
  int population = 40;  // of each of the two
  int peaks = 3;        // stretches looked at for the busiest
  int swaps = 25;       // of neighbours in a child's list, in thousandths of its length
  int patience = 60;    // generations without a better schedule before all but the best begin anew
};

// One search on one project. Allocates when made, never afterwards.
class Genetic {
 public:
  // Requires: project.has_order(); both projects outlive this.
  Genetic(const Project& project, const Project& mirror, const GeneticSettings& settings, Rng& rng);

  // Breeds until the meter says so or the makespan is `bound`. The first call begins with a
  // population of biased random samples by latest starts.
  void run(Meter& meter, int bound);

  int makespan() const { return best_; }
  std::span<const int> starts() const { return best_start_; }

 private:
  // One direction of time: individuals wait here to be generated in it. Their starts are those of
  // the schedule pushed the other way, seen in this direction; the list is in their order.
  struct Side {
    Generation generation;
    std::vector<int> weight;  // how much of all capacities an activity uses, in thousandths
    std::vector<int> lists;   // [individual][position]
    std::vector<int> starts;  // [individual][activity]
    std::vector<int> makespans;
    std::vector<std::uint64_t> hashes;
    Side(const Project& project, int population);
    const Project& project() const { return generation.project(); }
    std::span<int> list(int k) { return row(lists, k); }
    std::span<int> start(int k) { return row(starts, k); }
    std::span<int> row(std::vector<int>& rows, int k) const {
      const auto n = static_cast<std::size_t>(project().size());
      return {rows.data() + static_cast<std::size_t>(k) * n, n};
    }
  };

  void sample(int k, Meter& meter);
  void cross(Side& side, int father, int mother);
  void emit(const Side& side, int i);
  void mutate(const Side& side);
  // Generates child_ on side `from` into start_. Returns: the makespan.
  int generate(int from, Meter& meter, bool in_parallel = false);
  // start_, generated on side `from`, becomes individual k of the other side.
  void hand_over(int from, int k, int makespan);
  int pick(const Side& side);

  const Project* project_;
  GeneticSettings settings_;
  Rng* rng_;
  Side sides_[2];  // 0: lists for forward generation; 1: for backward generation
  std::vector<int> child_, start_, latest_, count_, usage_, waiting_, ready_;
  std::vector<char> in_peak_, emitted_;
  int emitted_count_{};
  int best_;
  std::vector<int> best_start_;
  bool begun_{};
};

}  // namespace tandem::schedule::rcpsp
