#include "planner/schedule/mspsp/generation.hpp"

#include <algorithm>

namespace tandem::schedule::mspsp {

Generation::Generation(const Project& project)
    : project_(&project), stride_((project.kinds().size() + 15) / 16 * 16), team_(project) {
  full_.assign(stride_, 0);
  for (std::size_t k = 0; k < project.kinds().size(); ++k)
    full_[k] = static_cast<std::uint8_t>(project.kinds()[k].count());
  used_ = 2 * project.relaxed().horizon() + 2;
  free_.resize(nth(used_) * stride_);
  least_.resize(stride_);
  ends_.reserve(nth(project.size()));
}

int Generation::serial(std::span<const int> list, std::span<const std::uint8_t> preferences,
                       std::span<int> starts, std::span<std::uint8_t> counts) {
  for (int t = 0; t < used_; ++t) std::copy(full_.begin(), full_.end(), slot(t));
  used_ = 0;
  ends_.clear();
  const std::size_t kinds = project_->kinds().size();
  for (const int i : list) {
    int ready = 0;
    for (const rcpsp::Lag& lag : project_->relaxed().into(i))
      ready = std::max(ready, starts[nth(lag.from)] + lag.minimum);
    starts[nth(i)] = ready;
    const auto count = counts.subspan(nth(i) * kinds, kinds);
    if (project_->team_size(i) == 0) {
      std::fill(count.begin(), count.end(), std::uint8_t{0});
      continue;
    }
    const int duration = project_->duration(i);
    const auto preference = preferences.subspan(nth(i) * kinds, kinds);
    // A team that was not free becomes so only when something ends.
    auto end = std::upper_bound(ends_.begin(), ends_.end(), ready);
    for (int start = ready;; start = *end++) {
      least_ = full_;
      const int last = std::min(start + duration, used_);
      for (int t = start; t < last; ++t) {
        const std::uint8_t* now = slot(t);
        for (std::size_t block = 0; block < stride_; block += 16)
          for (std::size_t k = block; k < block + 16; ++k) least_[k] = std::min(least_[k], now[k]);
      }
      if (!team_.pick(i, least_, preference, count)) continue;
      starts[nth(i)] = start;
      for (int t = start; t < start + duration; ++t)
        for (std::size_t k = 0; k < kinds; ++k)
          slot(t)[k] = static_cast<std::uint8_t>(slot(t)[k] - count[k]);
      used_ = std::max(used_, start + duration);
      ends_.insert(std::upper_bound(ends_.begin(), ends_.end(), start + duration),
                   start + duration);
      break;
    }
  }
  return starts[nth(project_->sink())];
}

}  // namespace tandem::schedule::mspsp
