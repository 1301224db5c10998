#include "planner/schedule/rcpsp/list_maker.hpp"

#include <algorithm>
#include <utility>

namespace tandem::schedule::rcpsp {
namespace {

constexpr int kMostRegret = 4000;  // slots; the squares of 250 ready activities add up in 32 bits

}  // namespace

ListMaker::ListMaker(const Project& project, const Project& mirror, std::vector<int> work)
    : project_(&project), work_(std::move(work)) {
  const auto n = nth(project.size());
  count_.assign(nth(2 * std::max(project.horizon(), mirror.horizon()) + 4), 0);
  waiting_.assign(n, 0);
  ready_.reserve(n);
  in_peak_.assign(n, 0);
  emitted_.assign(n, 0);
  // What the mirror can do earliest.
  const auto tails = earliest_starts(mirror);
  for (int i = 0; i < project.size(); ++i)
    latest_.push_back(tails.back() - tails[nth(project.sink() - i)]);
}

void ListMaker::draw(std::span<int> list, Rng& rng) {
  std::fill(waiting_.begin(), waiting_.end(), 0);
  for (const Lag& lag : project_->lags()) ++waiting_[nth(lag.to)];
  ready_.assign(1, 0);
  for (auto& place : list) {
    int latest = 0;
    for (const int i : ready_) latest = std::max(latest, latest_[nth(i)]);
    const auto weight = [&](int i) {
      const auto regret =
          static_cast<std::uint32_t>(std::min(latest - latest_[nth(i)] + 1, kMostRegret));
      return regret * regret;
    };
    std::uint32_t sum = 0;
    for (const int i : ready_) sum += weight(i);
    std::uint32_t draw = rng.below(sum);
    std::size_t chosen = 0;
    while (draw >= weight(ready_[chosen])) draw -= weight(ready_[chosen++]);
    place = ready_[chosen];
    ready_[chosen] = ready_.back();
    ready_.pop_back();
    for (const Lag& lag : project_->out_of(place))
      if (--waiting_[nth(lag.to)] == 0) ready_.push_back(lag.to);
  }
}

void ListMaker::sort(std::span<const int> starts, int makespan, std::span<int> list) {
  std::fill_n(count_.begin(), makespan + 2, 0);
  for (const int start : starts) ++count_[nth(start) + 1];
  for (int t = 0; t < makespan; ++t) count_[nth(t) + 1] += count_[nth(t)];
  for (const int i : project_->order()) list[nth(count_[nth(starts[nth(i)])]++)] = i;
}

ListMaker::Stretch ListMaker::busiest(const Parent& parent, int peaks, Rng& rng) {
  const int makespan = parent.makespan;
  // count_[t]: work done before slot t
  std::fill_n(count_.begin(), makespan + 2, 0);
  for (int i = 0; i < project_->size(); ++i) {
    const int start = parent.starts[nth(i)];
    count_[nth(start) + 1] += work_[nth(i)];
    count_[nth(start + project_->duration(i)) + 1] -= work_[nth(i)];
  }
  for (int turn = 0; turn < 2; ++turn)
    for (int t = 0; t <= makespan; ++t) count_[nth(t) + 1] += count_[nth(t)];
  const int length = rng.between(std::max(1, makespan / 4), std::max(1, makespan * 3 / 4));
  int begin = 0;
  int most = -1;
  for (int look = 0; look < peaks; ++look) {
    const int t = rng.between(0, makespan - std::min(length, makespan));
    const int work = count_[nth(t + length)] - count_[nth(t)];
    if (work > most) {
      most = work;
      begin = t;
    }
  }
  return {begin, begin + length};
}

// Predecessors come first, wherever they stand.
void ListMaker::emit(int i, std::span<int> child) {
  if (emitted_[nth(i)]) return;
  emitted_[nth(i)] = 1;
  for (const Lag& lag : project_->into(i)) emit(lag.from, child);
  child[emitted_count_++] = i;
}

void ListMaker::cross(const Parent& father, const Parent& mother, int peaks, std::span<int> child,
                      Rng& rng) {
  const Stretch peak = busiest(father, peaks, rng);
  for (int i = 0; i < project_->size(); ++i)
    in_peak_[nth(i)] = father.starts[nth(i)] >= peak.begin && father.starts[nth(i)] < peak.end;
  std::fill(emitted_.begin(), emitted_.end(), 0);
  emitted_count_ = 0;
  for (const int i : mother.list) {
    if (mother.starts[nth(i)] >= peak.begin) break;
    if (!in_peak(i)) emit(i, child);
  }
  for (const int i : father.list)
    if (in_peak(i)) emit(i, child);
  for (const int i : mother.list) emit(i, child);
}

void ListMaker::vary(std::span<int> list, int permille, Rng& rng) const {
  for (std::size_t p = 1; p + 2 < list.size(); ++p) {
    if (!rng.chance(static_cast<std::uint32_t>(permille), 1000)) continue;
    const auto into = project_->into(list[p + 1]);
    const bool bound =
        std::any_of(into.begin(), into.end(), [&](const Lag& lag) { return lag.from == list[p]; });
    if (!bound) std::swap(list[p], list[p + 1]);
  }
}

}  // namespace tandem::schedule::rcpsp
