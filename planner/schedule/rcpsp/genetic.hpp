// The genetic search. Every child is generated backwards and forwards again (forward-backward
// improvement: Tormos and Lova 2001), so a child costs two schedules. Crossover keeps a stretch of
// the father in which resources are used most (peak crossover: Valls, Ballestin and Quintanilla
// 2008, "A hybrid genetic algorithm for the RCPSP"); every child is coded anew by its start times;
// a child equal to one that lives, recognised by a hash, is dropped.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "planner/base/random.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/rcpsp/generation.hpp"
#include "planner/schedule/rcpsp/list_maker.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

struct GeneticSettings {
  int population = 400;  // at most
  // Thousandths of the first meter's budget after which no more samples are drawn.
  int sampling = 1000;
  int peaks = 8;   // stretches looked at for the busiest
  int swaps = 25;  // of neighbours in a child's list, in thousandths of its length
  int rivals = 4;  // drawn for each parent, the best is taken
  int losers = 6;  // drawn to make room for a child, the worst goes
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
    ListMaker maker;
    std::vector<int> lists;   // [individual][position]
    std::vector<int> starts;  // [individual][activity]
    std::vector<int> makespans;
    std::vector<std::uint64_t> hashes;
    Side(const Project& project, const Project& mirror, int population);
    const Project& project() const { return generation.project(); }
    std::span<int> list(int k) { return row(lists, k); }
    std::span<int> start(int k) { return row(starts, k); }
    ListMaker::Parent parent(int k) {
      return {list(k), start(k), makespans[static_cast<std::size_t>(k)]};
    }
    std::span<int> row(std::vector<int>& rows, int k) const {
      const auto n = static_cast<std::size_t>(project().size());
      return {rows.data() + static_cast<std::size_t>(k) * n, n};
    }
  };

  void sample(int k, Meter& meter);
  // Generates child_ on side `from` into start_. Returns: the makespan.
  int generate(int from, Meter& meter, bool in_parallel = false);
  // start_, generated on side `from`, becomes individual k of the other side.
  void hand_over(int from, int k, int makespan);
  int pick(const Side& side);
  // Whether an individual with this hash lives; of two whose hashes share a place the older one is
  // forgotten, so now and then a twin is let in.
  bool lives(std::uint64_t hash) const;
  void settle(int k);  // the spare becomes individual k
  int improve(Meter& meter);

  const Project* project_;
  GeneticSettings settings_;
  Rng* rng_;
  Side sides_[2];  // 0: for forward generation, one place; 1: for backward, the population and one
  std::vector<int> child_, start_;
  int best_;
  std::vector<int> best_start_;
  std::vector<int> by_hash_;  // the individual last put there, by the low bits of its hash
  int living_{};
  bool sampled_{};
};

}  // namespace tandem::schedule::rcpsp
