// How a running solve is watched from another thread: counters to poll and the best plan so far.
// Written by the engine only, read by whoever shows progress. Stopping is a std::stop_token and
// means "give me the best so far".
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <mutex>

#include "planner/schedule/outcome.hpp"

namespace tandem {

struct Progress {
  enum class Phase : std::uint8_t { compiling, constructing, improving, done };

  std::atomic<Phase> phase{Phase::compiling};
  std::atomic<std::int64_t> steps{};
  std::atomic<std::int64_t> steps_total{};
  std::atomic<int> sessions{};
  std::atomic<int> placed{};
  std::array<std::atomic<std::int64_t>, kTierCount> cost{};  // of the best so far
  std::atomic<std::int64_t> finish_bound{-1};  // no plan has a smaller tier `finish`; -1: not known

  // Returns: null until a first plan stands.
  std::shared_ptr<const Proposal> best() const {
    const std::lock_guard lock{mutex_};
    return best_;
  }
  void set_best(std::shared_ptr<const Proposal> proposal) {
    const std::lock_guard lock{mutex_};
    best_ = std::move(proposal);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const Proposal> best_;
};

}  // namespace tandem
