// How a run shares its budget out between a genetic search and the proof core, which take turns at
// one bracket: breeding, upwards from the bound, downwards from the best, breeding, then stretches
// of the schedule that grow. Used by the front doors of this folder and of mspsp; each brings its
// own searches and numbers. It knows nothing of what a project is made of.
#pragma once

#include <cstdint>
#include <functional>

#include "planner/base/random.hpp"
#include "planner/schedule/meter.hpp"
#include "planner/schedule/rcpsp/proof.hpp"
#include "planner/schedule/rcpsp/solve.hpp"

namespace tandem::schedule::rcpsp {

Status status(const Bracket& bracket);

// How many individuals a genetic search begins with: `most` with seconds; few schedules want a
// small population that converges, of `least` at least.
int population(const Budget& budget, int least, int most);

struct Turns {
  // When each phase ends, in thousandths of the run's seconds. The windows have the rest.
  int first_genetic;
  int climb;
  int descend;
  int genetic;
  // Windows of the neighbourhood search: activities at first, how many more each time it grows,
  // conflicts a try, fruitless tries before it grows.
  int least_window;
  int growth;
  std::int64_t window_conflicts;
  int patience;
};

// One run on one project. Limits by the clock apply with a budget of seconds alone.
class Run {
 public:
  // Breeds until the meter says so or the bracket is closed, and betters the bracket.
  using Breed = std::function<void(Meter&)>;
  using MakeProof = std::function<Proof()>;

  // The clock starts. Requires: both outlive this.
  Run(const Budget& budget, Bracket& bracket)
      : budget_(budget), bracket_(bracket), meter_(budget.schedules, budget.seconds, {}) {}

  // A budget in schedules goes to the genetic search alone, as is the custom of the field's tables;
  // with seconds it takes turns with the proof core. Requires: the proof is about the bracket.
  void take_turns(const Turns& turns, const Breed& breed, const MakeProof& make_proof, Rng& rng);
  // The proof core from the start; a conflict counts as a schedule.
  void conclude(Proof& proof);

  double seconds() const { return meter_.seconds(); }
  std::int64_t schedules() const { return meter_.steps() + schedules_; }

 private:
  bool past(int permille) const;
  Proof::Stop until(int permille) const;
  void breed_until(const Breed& breed, int permille);

  const Budget& budget_;
  Bracket& bracket_;
  Meter meter_;
  std::int64_t schedules_{};  // counted elsewhere
};

}  // namespace tandem::schedule::rcpsp
