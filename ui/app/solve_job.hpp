// The planner's long work beside the window: makes a plan of one snapshot of the Program, can be
// watched while it runs, and stopped, which keeps the best plan so far. Remembers which edition of
// the workspace it was given, so that a plan of yesterday's rows is not taken for one of today's.
#pragma once

#include <chrono>

#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"
#include "ui/app/background.hpp"

namespace tandem::app {

class SolveJob {
 public:
  struct Finished {
    Result<Outcome> outcome;
    std::vector<Violation> broken;  // what the judge says of the plan
    std::uint64_t edition{};
    bool stopped{};
  };

  explicit SolveJob(std::function<void()> wake = {}) : work_(std::move(wake)) {}

  // Does nothing while a run is under way.
  void start(std::shared_ptr<const Program> program, std::uint64_t edition, SolveOptions options);
  // "Give me the best so far": the answer follows as after a whole run.
  void stop();
  bool running() const { return work_.pending(); }
  bool stopping() const { return stopped_; }
  // Of the run under way or the last one; null before the first.
  const Progress* progress() const { return progress_.get(); }
  // Whole seconds since the run was started.
  int seconds() const;
  // Returns: what came of the run, once.
  std::optional<Finished> take();
  void wait() { work_.wait(); }

 private:
  std::shared_ptr<Progress> progress_;
  std::uint64_t edition_{};
  bool stopped_{};
  std::chrono::steady_clock::time_point started_;
  struct Answer {
    Result<Outcome> outcome;
    std::vector<Violation> broken;
  };
  Background<Answer> work_;
};

}  // namespace tandem::app
