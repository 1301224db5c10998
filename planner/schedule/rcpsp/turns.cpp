#include "planner/schedule/rcpsp/turns.hpp"

#include <algorithm>

namespace tandem::schedule::rcpsp {

Status status(const Bracket& bracket) {
  if (bracket.infeasible) return Status::infeasible;
  if (bracket.starts.empty()) return Status::unknown;
  return bracket.closed() ? Status::optimal : Status::feasible;
}

int population(const Budget& budget, int least, int most) {
  if (budget.seconds) return most;
  // Small and large budgets: the best of several tried on j120-tenth, 1,000 to 400,000 schedules.
  const auto of_budget = std::min(budget.schedules / 33, 60 + budget.schedules / 55);
  return static_cast<int>(std::clamp<std::int64_t>(of_budget, least, most));
}

bool Run::past(int permille) const {
  return budget_.seconds && meter_.seconds() >= *budget_.seconds * permille / 1000;
}

Proof::Stop Run::until(int permille) const {
  return [this, permille] { return past(permille); };
}

void Run::breed_until(const Breed& breed, int permille) {
  Meter meter{0, *budget_.seconds * permille / 1000 - meter_.seconds(), {}};
  breed(meter);
  schedules_ += meter.steps();
}

void Run::take_turns(const Turns& turns, const Breed& breed, const MakeProof& make_proof,
                     Rng& rng) {
  if (!budget_.seconds) {
    breed(meter_);
    return;
  }
  breed_until(breed, turns.first_genetic);
  if (bracket_.closed()) return;
  Proof proof = make_proof();
  proof.climb(2000, until(turns.climb));
  while (!bracket_.closed() && !past(turns.descend) &&
         proof.descend(1'000'000, until(turns.descend))) {
  }
  if (bracket_.closed()) return;
  breed_until(breed, turns.genetic);
  proof.hear();
  int size = turns.least_window;
  int failed = 0;
  while (!bracket_.closed() && !past(1000)) {
    if (proof.shorten(size, turns.window_conflicts, rng, until(1000))) {
      failed = 0;
    } else if (++failed >= turns.patience) {
      failed = 0;
      size = size >= proof.size() ? turns.least_window : size + turns.growth;
    }
  }
}

void Run::conclude(Proof& proof) {
  const auto conflicts = budget_.seconds ? std::int64_t{1} << 40 : budget_.schedules;
  const Proof::Stop stop = until(1000);
  const auto left = [&] { return conflicts - proof.conflicts(); };
  while (!bracket_.closed() && left() > 0 && !past(1000) && proof.descend(left(), stop)) {
  }
  schedules_ += proof.conflicts();
}

}  // namespace tandem::schedule::rcpsp
