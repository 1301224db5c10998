#include "planner/schedule/rcpsp/genetic.hpp"

#include <algorithm>
#include <limits>

namespace tandem::schedule::rcpsp {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

std::uint64_t hash_of(std::span<const int> starts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const int start : starts) {
    hash ^= static_cast<std::uint64_t>(start);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

}  // namespace

Genetic::Side::Side(const Project& project, int population) : generation(project) {
  for (int i = 0; i < project.size(); ++i) {
    int share = 0;
    for (int r = 0; r < project.resources(); ++r)
      if (project.capacity(r) > 0) share += 1000 * project.demand(i, r) / project.capacity(r);
    weight.push_back(share);
  }
  lists.resize(at(population) * at(project.size()));
  starts.resize(lists.size());
  makespans.assign(at(population), std::numeric_limits<int>::max());
  hashes.assign(at(population), 0);
}

Genetic::Genetic(const Project& project, const Project& mirror, const GeneticSettings& settings,
                 Rng& rng)
    : project_(&project),
      settings_(settings),
      rng_(&rng),
      sides_{Side(project, 1), Side(mirror, settings.population + 1)},
      best_(std::numeric_limits<int>::max()) {
  const auto n = at(project.size());
  for (auto* row : {&child_, &start_, &best_start_, &waiting_, &latest_}) row->assign(n, 0);
  const int slots = 2 * std::max(project.horizon(), mirror.horizon()) + 2;
  count_.assign(at(slots), 0);
  usage_.assign(at(slots), 0);
  in_peak_.assign(n, 0);
  emitted_.assign(n, 0);
  ready_.reserve(n);
  // Latest starts, counted from the sink: what the mirror can do earliest.
  const auto tails = earliest_starts(mirror);
  for (int i = 0; i < project.size(); ++i)
    latest_[at(i)] = tails.back() - tails[at(project.sink() - i)];
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
      best_start_[at(i)] =
          from == 0 ? start_[at(i)] : makespan - start_[at(last - i)] - project_->duration(i);
  }
  return makespan;
}

void Genetic::hand_over(int from, int k, int makespan) {
  const Project& project = sides_[from].project();
  Side& to = sides_[1 - from];
  const auto turned = to.start(k);
  const auto list = to.list(k);
  const int last = project.sink();
  std::fill_n(count_.begin(), makespan + 2, 0);
  for (int i = 0; i <= last; ++i) {
    const int t = makespan - start_[at(i)] - project.duration(i);
    turned[at(last - i)] = t;
    ++count_[at(t) + 1];
  }
  for (int t = 0; t < makespan; ++t) count_[at(t) + 1] += count_[at(t)];
  for (const int i : to.project().order()) list[at(count_[at(turned[at(i)])]++)] = i;
  to.makespans[at(k)] = makespan;
  to.hashes[at(k)] = hash_of(turned);
}

// A list drawn activity by activity among those ready, the sooner its latest finish the likelier;
// every other one is generated in parallel.
void Genetic::sample(int k, Meter& meter) {
  const Project& project = *project_;
  std::fill(waiting_.begin(), waiting_.end(), 0);
  for (const Lag& lag : project.lags()) ++waiting_[at(lag.to)];
  ready_.assign(1, 0);
  for (auto& place : child_) {
    int latest = 0;
    for (const int i : ready_) latest = std::max(latest, latest_[at(i)]);
    std::uint32_t sum = 0;
    const auto weight = [&](int i) {
      const auto regret = static_cast<std::uint32_t>(latest - latest_[at(i)] + 1);
      return regret * regret;
    };
    for (const int i : ready_) sum += weight(i);
    std::uint32_t draw = rng_->below(sum);
    std::size_t chosen = 0;
    while (draw >= weight(ready_[chosen])) draw -= weight(ready_[chosen++]);
    place = ready_[chosen];
    ready_[chosen] = ready_.back();
    ready_.pop_back();
    for (const Lag& lag : project.out_of(place))
      if (--waiting_[at(lag.to)] == 0) ready_.push_back(lag.to);
  }
  hand_over(0, k, generate(0, meter, k % 2 == 0));
}

void Genetic::emit(const Side& side, int i) {
  if (emitted_[at(i)]) return;
  emitted_[at(i)] = 1;
  for (const Lag& lag : side.project().into(i)) emit(side, lag.from);
  child_[at(emitted_count_++)] = i;
}

// The child follows the mother's list, except that what the father starts in his busy stretch stays
// together and in his order, where the mother is at that time.
void Genetic::cross(Side& side, int father, int mother) {
  const auto starts = side.start(father);
  const int makespan = side.makespans[at(father)];
  const Project& project = side.project();
  // usage_[t]: work done before slot t
  std::fill_n(usage_.begin(), makespan + 2, 0);
  for (int i = 0; i < project.size(); ++i) {
    usage_[at(starts[at(i)]) + 1] += side.weight[at(i)];
    usage_[at(starts[at(i)] + project.duration(i)) + 1] -= side.weight[at(i)];
  }
  for (int turn = 0; turn < 2; ++turn)
    for (int t = 0; t <= makespan; ++t) usage_[at(t) + 1] += usage_[at(t)];
  const int length = rng_->between(std::max(1, makespan / 4), std::max(1, makespan * 3 / 4));
  int begin = 0;
  int busiest = -1;
  for (int look = 0; look < settings_.peaks; ++look) {
    const int t = rng_->between(0, makespan - std::min(length, makespan));
    const int work = usage_[at(t + length)] - usage_[at(t)];
    if (work > busiest) {
      busiest = work;
      begin = t;
    }
  }
  const int end = begin + length;

  for (int i = 0; i < project.size(); ++i)
    in_peak_[at(i)] = starts[at(i)] >= begin && starts[at(i)] < end;
  std::fill(emitted_.begin(), emitted_.end(), 0);
  emitted_count_ = 0;
  const auto mothers = side.start(mother);
  const auto list = side.list(mother);
  std::size_t position = 0;
  for (; position < list.size() && mothers[at(list[position])] < begin; ++position)
    if (!in_peak_[at(list[position])]) emit(side, list[position]);
  for (const int i : side.list(father))
    if (in_peak_[at(i)]) emit(side, i);
  for (const int i : list) emit(side, i);
}

void Genetic::mutate(const Side& side) {
  const Project& project = side.project();
  for (std::size_t p = 1; p + 2 < child_.size(); ++p) {
    if (!rng_->chance(static_cast<std::uint32_t>(settings_.swaps), 1000)) continue;
    const auto into = project.into(child_[p + 1]);
    const bool bound = std::any_of(into.begin(), into.end(),
                                   [&](const Lag& lag) { return lag.from == child_[p]; });
    if (!bound) std::swap(child_[p], child_[p + 1]);
  }
}

int Genetic::pick(const Side& side) {
  const auto size = static_cast<std::uint32_t>(settings_.population);
  int best = static_cast<int>(rng_->below(size));
  for (int k = 1; k < settings_.rivals; ++k) {
    const int other = static_cast<int>(rng_->below(size));
    if (side.makespans[at(other)] < side.makespans[at(best)]) best = other;
  }
  return best;
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
  const auto settle = [&](int k) {  // the spare becomes individual k
    std::copy(side.list(spare).begin(), side.list(spare).end(), side.list(k).begin());
    std::copy(side.start(spare).begin(), side.start(spare).end(), side.start(k).begin());
    side.makespans[at(k)] = side.makespans[at(spare)];
    side.hashes[at(k)] = side.hashes[at(spare)];
  };
  const auto done = [&] { return best_ <= bound || meter.spent(); };
  const auto improve_sample = [&](int k) {
    sample(k, meter);
    std::copy(side.list(k).begin(), side.list(k).end(), child_.begin());
    improve(meter);
    settle(k);
  };
  while (begun_ < settings_.population) {
    improve_sample(begun_++);
    if (done()) return;
  }
  while (!done()) {
    const int father = pick(side);
    const int mother = pick(side);
    cross(side, father, mother);
    mutate(side);
    const int makespan = improve(meter);
    const auto hash = side.hashes[at(spare)];
    const auto population = side.hashes.begin() + spare;
    if (std::find(side.hashes.begin(), population, hash) != population) continue;
    // The worse parent, or a loser of a draw, makes room.
    int worst = static_cast<int>(rng_->below(static_cast<std::uint32_t>(spare)));
    for (int k = 1; k < settings_.losers; ++k) {
      const int other = static_cast<int>(rng_->below(static_cast<std::uint32_t>(spare)));
      if (side.makespans[at(other)] > side.makespans[at(worst)]) worst = other;
    }
    if (makespan <= side.makespans[at(worst)]) settle(worst);
  }
}

}  // namespace tandem::schedule::rcpsp
