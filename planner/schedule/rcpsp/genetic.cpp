#include "planner/schedule/rcpsp/genetic.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "planner/base/nth.hpp"

namespace tandem::schedule::rcpsp {
namespace {

std::uint64_t hash_of(std::span<const int> starts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const int start : starts) {
    hash ^= static_cast<std::uint64_t>(start);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

// How much of all capacities an activity uses, in thousandths.
std::vector<int> shares(const Project& project) {
  std::vector<int> shares;
  for (int i = 0; i < project.size(); ++i) {
    int share = 0;
    for (int r = 0; r < project.resources(); ++r)
      if (project.capacity(r) > 0) share += 1000 * project.demand(i, r) / project.capacity(r);
    shares.push_back(share);
  }
  return shares;
}

}  // namespace

Genetic::Side::Side(const Project& project, const Project& mirror, int population)
    : generation(project), maker(project, mirror, shares(project)) {
  lists.resize(nth(population) * nth(project.size()));
  starts.resize(lists.size());
  makespans.assign(nth(population), std::numeric_limits<int>::max());
  hashes.assign(nth(population), 0);
}

Genetic::Genetic(const Project& project, const Project& mirror, const GeneticSettings& settings,
                 Rng& rng)
    : project_(&project),
      settings_(settings),
      rng_(&rng),
      sides_{Side(project, mirror, 1), Side(mirror, project, settings.population + 1)},
      best_(std::numeric_limits<int>::max()) {
  for (auto* row : {&child_, &start_, &best_start_}) row->assign(nth(project.size()), 0);
  by_hash_.assign(std::bit_ceil(16 * nth(settings.population)), 0);
}

int Genetic::generate(int from, Meter& meter, bool in_parallel) {
  Side& side = sides_[from];
  const int makespan = in_parallel ? side.generation.parallel(child_, start_)
                                   : side.generation.serial(child_, start_);
  meter.step();
  if (makespan < best_) {
    best_ = makespan;
    const int last = project_->sink();
    for (int i = 0; i <= last; ++i)
      best_start_[nth(i)] =
          from == 0 ? start_[nth(i)] : makespan - start_[nth(last - i)] - project_->duration(i);
  }
  return makespan;
}

void Genetic::hand_over(int from, int k, int makespan) {
  const Project& project = sides_[from].project();
  Side& to = sides_[1 - from];
  const auto turned = to.start(k);
  const int last = project.sink();
  for (int i = 0; i <= last; ++i)
    turned[nth(last - i)] = makespan - start_[nth(i)] - project.duration(i);
  to.maker.sort(turned, makespan, to.list(k));
  to.makespans[nth(k)] = makespan;
  to.hashes[nth(k)] = hash_of(turned);
}

// Every other one is generated in parallel.
void Genetic::sample(int k, Meter& meter) {
  sides_[0].maker.draw(child_, *rng_);
  hand_over(0, k, generate(0, meter, k % 2 == 0));
}

int Genetic::pick(const Side& side) {
  const auto size = static_cast<std::uint32_t>(living_);
  int best = static_cast<int>(rng_->below(size));
  for (int k = 1; k < settings_.rivals; ++k) {
    const int other = static_cast<int>(rng_->below(size));
    if (side.makespans[nth(other)] < side.makespans[nth(best)]) best = other;
  }
  return best;
}

bool Genetic::lives(std::uint64_t hash) const {
  const int k = by_hash_[hash & (by_hash_.size() - 1)];
  return k < living_ && sides_[1].hashes[nth(k)] == hash;
}

void Genetic::settle(int k) {
  Side& side = sides_[1];
  const int spare = settings_.population;
  std::copy(side.list(spare).begin(), side.list(spare).end(), side.list(k).begin());
  std::copy(side.start(spare).begin(), side.start(spare).end(), side.start(k).begin());
  side.makespans[nth(k)] = side.makespans[nth(spare)];
  side.hashes[nth(k)] = side.hashes[nth(spare)];
  by_hash_[side.hashes[nth(k)] & (by_hash_.size() - 1)] = k;
}

// child_, a list of side 1, backwards and forwards again; the outcome waits in the last place of
// side 1, behind the population.
int Genetic::improve(Meter& meter) {
  const int spare = settings_.population;
  hand_over(1, 0, generate(1, meter));
  const auto list = sides_[0].list(0);
  std::copy(list.begin(), list.end(), child_.begin());
  const int makespan = generate(0, meter);
  hand_over(0, spare, makespan);
  return makespan;
}

void Genetic::run(Meter& meter, int bound) {
  Side& side = sides_[1];
  const int spare = settings_.population;
  const auto done = [&] { return best_ <= bound || meter.spent(); };
  while (!sampled_) {
    sample(living_, meter);
    std::copy(side.list(living_).begin(), side.list(living_).end(), child_.begin());
    improve(meter);
    settle(living_++);
    const bool last = done();
    sampled_ = living_ == settings_.population || meter.permille() >= settings_.sampling;
    if (last) return;
  }
  while (!done()) {
    const int father = pick(side);
    const int mother = pick(side);
    side.maker.cross(side.parent(father), side.parent(mother), settings_.peaks, child_, *rng_);
    side.maker.vary(child_, settings_.swaps, *rng_);
    const int makespan = improve(meter);
    if (lives(side.hashes[nth(spare)])) continue;
    // A loser of a draw makes room.
    const auto size = static_cast<std::uint32_t>(living_);
    int worst = static_cast<int>(rng_->below(size));
    for (int k = 1; k < settings_.losers; ++k) {
      const int other = static_cast<int>(rng_->below(size));
      if (side.makespans[nth(other)] > side.makespans[nth(worst)]) worst = other;
    }
    if (makespan <= side.makespans[nth(worst)]) settle(worst);
  }
}

}  // namespace tandem::schedule::rcpsp
