// The one place "today" and "now" come from. Nothing in the planner asks a clock; the edges do, and
// tests move time by hand.
#pragma once

#include <chrono>

#include "planner/base/date.hpp"

namespace tandem {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::sys_seconds now() const = 0;
};

class FixedClock : public Clock {
 public:
  explicit FixedClock(std::chrono::sys_seconds now) : now_(now) {}
  std::chrono::sys_seconds now() const override { return now_; }
  void set(std::chrono::sys_seconds now) { now_ = now; }

 private:
  std::chrono::sys_seconds now_;
};

class SystemClock : public Clock {
 public:
  std::chrono::sys_seconds now() const override {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
};

}  // namespace tandem
