#include "planner/schedule/mspsp/genetic.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace tandem::schedule::mspsp {
namespace {

std::uint64_t hash_of(std::span<const int> starts, std::span<const std::uint8_t> counts) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto mix = [&](std::uint64_t value) {
    hash ^= value;
    hash *= 0x100000001b3ULL;
  };
  for (const int start : starts) mix(static_cast<std::uint64_t>(start));
  for (const auto count : counts) mix(count);
  return hash;
}

// Work on each skill by the workers who master it, in thousandths of a slot, added up over the
// skills of a kind.
std::vector<int> worths(const Project& project) {
  std::vector<int> worths;
  for (const Kind& kind : project.kinds()) {
    std::int64_t worth = 0;
    for (int s = 0; s < project.skills(); ++s) {
      if (!(kind.skills >> s & 1)) continue;
      std::int64_t work = 0;
      std::int64_t masters = 0;
      for (int i = 0; i < project.size(); ++i)
        work += std::int64_t{1} * project.need(i, s) * project.duration(i);
      for (const Kind& other : project.kinds())
        if (other.skills >> s & 1) masters += other.count();
      worth += work * 1000 / masters;
    }
    worths.push_back(static_cast<int>(std::min<std::int64_t>(worth, 1'000'000)));
  }
  return worths;
}

std::vector<int> team_sizes(const Project& project) {
  std::vector<int> sizes;
  for (int i = 0; i < project.size(); ++i) sizes.push_back(project.team_size(i));
  return sizes;
}

}  // namespace

Genetic::Genetic(const Project& project, const Project& mirror, const GeneticSettings& settings,
                 Rng& rng)
    : project_(&project),
      settings_(settings),
      rng_(&rng),
      forward_(project),
      backward_(mirror),
      kinds_(project.kinds().size()),
      maker_(project.relaxed(), mirror.relaxed(), team_sizes(project)),
      worth_(worths(project)),
      people_(nth(settings.population)) {
  const auto n = nth(project.size());
  const auto size = [&](Individual& one) {
    one.list.assign(n, 0);
    one.starts.assign(n, 0);
    one.preferences.assign(n * kinds_, 0);
  };
  for (Individual& one : people_) size(one);
  size(child_);
  for (auto* row : {&turned_list_, &turned_starts_}) row->assign(n, 0);
  price_.assign(kinds_, 0);
  turned_preferences_.assign(n * kinds_, 0);
  counts_.assign(n * kinds_, 0);
  best_starts_.assign(n, 0);
  best_counts_.assign(n * kinds_, 0);
}

void Genetic::sample() {
  maker_.draw(child_.list, *rng_);
  for (int i = 0; i < project_->size(); ++i) {
    for (std::size_t k = 0; k < kinds_; ++k)
      price_[k] = worth_[k] / 100 * rng_->between(100 - settings_.noise, 100 + settings_.noise);
    const auto row = preference(child_, i);
    std::iota(row.begin(), row.end(), std::uint8_t{0});
    std::stable_sort(row.begin(), row.end(),
                     [&](std::uint8_t a, std::uint8_t b) { return price_[a] < price_[b]; });
  }
}

// Activities of the father's busy stretch want whom he has.
void Genetic::cross(const Individual& father, const Individual& mother) {
  maker_.cross(father.parent(), mother.parent(), settings_.peaks, child_.list, *rng_);
  child_.preferences = mother.preferences;
  for (int i = 0; i < project_->size(); ++i)
    if (maker_.in_peak(i))
      std::copy_n(father.preferences.begin() + static_cast<std::ptrdiff_t>(nth(i) * kinds_), kinds_,
                  preference(child_, i).begin());
}

void Genetic::mutate() {
  maker_.vary(child_.list, settings_.swaps, *rng_);
  for (int i = 0; i < project_->size(); ++i) {
    if (!rng_->chance(static_cast<std::uint32_t>(settings_.whims), 1000)) continue;
    const auto row = preference(child_, i);
    const auto from = row.begin() + rng_->between(0, static_cast<int>(kinds_) - 1);
    const auto to = row.begin() + rng_->between(0, static_cast<int>(kinds_) - 1);
    std::swap(*from, *to);
  }
}

void Genetic::improve(Meter& meter) {
  const int last = project_->sink();
  for (int i = 0; i <= last; ++i) {
    turned_list_[nth(i)] = last - child_.list[nth(last - i)];
    std::copy_n(preference(child_, last - i).begin(), kinds_,
                turned_preferences_.begin() + static_cast<std::ptrdiff_t>(nth(i) * kinds_));
  }
  child_.makespan = backward_.serial(turned_list_, turned_preferences_, turned_starts_, counts_);
  meter.step();
  for (int i = 0; i <= last; ++i)
    child_.starts[nth(i)] = child_.makespan - turned_starts_[nth(last - i)] - project_->duration(i);
  maker_.sort(child_.starts, child_.makespan, child_.list);
  child_.makespan = forward_.serial(child_.list, child_.preferences, child_.starts, counts_);
  meter.step();
  maker_.sort(child_.starts, child_.makespan, child_.list);
  child_.hash = hash_of(child_.starts, counts_);
  if (child_.makespan < best_) {
    best_ = child_.makespan;
    best_starts_ = child_.starts;
    best_counts_ = counts_;
  }
}

void Genetic::settle(int k) { people_[nth(k)] = child_; }

const Genetic::Individual& Genetic::pick() {
  const auto size = static_cast<std::uint32_t>(settings_.population);
  const Individual* best = &people_[rng_->below(size)];
  for (int k = 1; k < settings_.rivals; ++k) {
    const Individual& other = people_[rng_->below(size)];
    if (other.makespan < best->makespan) best = &other;
  }
  return *best;
}

void Genetic::hear(std::span<const int> starts, std::span<const std::uint8_t> counts,
                   Meter& meter) {
  child_.starts.assign(starts.begin(), starts.end());
  child_.makespan = starts.back();
  maker_.sort(child_.starts, child_.makespan, child_.list);
  for (int i = 0; i < project_->size(); ++i) {
    const auto row = preference(child_, i);
    const auto count = counts.subspan(nth(i) * kinds_, kinds_);
    std::iota(row.begin(), row.end(), std::uint8_t{0});
    std::stable_sort(row.begin(), row.end(), [&](std::uint8_t a, std::uint8_t b) {
      return std::pair{count[a] == 0, worth_[a]} < std::pair{count[b] == 0, worth_[b]};
    });
  }
  improve(meter);
  settle(static_cast<int>(rng_->below(static_cast<std::uint32_t>(settings_.population))));
}

void Genetic::run(Meter& meter, int bound) {
  const auto done = [&] { return best_ <= bound || meter.spent(); };
  while (begun_ < settings_.population) {
    sample();
    improve(meter);
    settle(begun_++);
    if (done()) return;
  }
  while (!done()) {
    const Individual& father = pick();
    cross(father, pick());
    mutate();
    improve(meter);
    if (std::any_of(people_.begin(), people_.end(),
                    [&](const Individual& one) { return one.hash == child_.hash; }))
      continue;
    int worst = static_cast<int>(rng_->below(static_cast<std::uint32_t>(settings_.population)));
    for (int k = 1; k < settings_.losers; ++k) {
      const int other =
          static_cast<int>(rng_->below(static_cast<std::uint32_t>(settings_.population)));
      if (people_[nth(other)].makespan > people_[nth(worst)].makespan) worst = other;
    }
    if (child_.makespan <= people_[nth(worst)].makespan) settle(worst);
  }
}

}  // namespace tandem::schedule::mspsp
