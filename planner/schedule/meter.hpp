// What a run may spend and has spent. A step is one attempt to place one session; steps decide when
// a run ends, CPU time only where the caller asked for it. Stopping from outside ends it as well.
#pragma once

#include <time.h>

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <optional>
#include <stop_token>

namespace tandem::schedule {

// CPU seconds of the calling thread.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Meter {
 public:
  Meter(std::int64_t steps, std::optional<double> seconds, std::stop_token stop)
      : limit_(steps), seconds_(seconds), stop_(std::move(stop)), begin_(cpu_seconds()) {}

  // Steps are told to `told` every so often, for whoever watches.
  void tell(std::atomic<std::int64_t>* told) { told_ = told; }
  void step() {
    ++steps_;
    if (told_ && steps_ % kTellEvery == 0) told_->store(steps_, std::memory_order_relaxed);
  }
  std::int64_t steps() const { return steps_; }
  double seconds() const { return cpu_seconds() - begin_; }
  // How much of the budget is gone, in thousandths.
  int permille() const {
    if (seconds_)
      return *seconds_ > last_seen_ ? static_cast<int>(1000.0 * last_seen_ / *seconds_) : 1000;
    return static_cast<int>(std::min<std::int64_t>(1000, steps_ * 1000 / (limit_ + 1)));
  }
  bool stopped() const { return stop_.stop_requested(); }
  // Whether improvement must end. The construction always runs through unless stopped.
  bool spent() {
    if (seconds_) {
      if (steps_ >= next_look_) {
        next_look_ = steps_ + 64;
        last_seen_ = seconds();
        late_ = last_seen_ >= *seconds_;
      }
      return late_ || stopped();
    }
    return steps_ >= limit_ || stopped();
  }

 private:
  static constexpr std::int64_t kTellEvery = 128;

  std::int64_t limit_;
  std::optional<double> seconds_;
  std::stop_token stop_;
  double begin_;
  std::int64_t steps_{};
  std::atomic<std::int64_t>* told_{};
  std::int64_t next_look_{};
  double last_seen_{};
  bool late_{};
};

}  // namespace tandem::schedule
