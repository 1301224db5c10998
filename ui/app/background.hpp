// One piece of work beside the thread that owns the window: started, looked at, its answer fetched
// once. The work gets values and a stop token, never a reference into live state. Used by the solve
// job and by questions that may take longer than a frame. Knows no screen.
//
// Thread rule: one thread owns it; `wake` is called from the work's thread when the answer is
// there.
#pragma once

#include <functional>
#include <future>
#include <optional>
#include <stop_token>
#include <thread>

namespace tandem::app {

template <class Answer>
class Background {
 public:
  explicit Background(std::function<void()> wake = {}) : wake_(std::move(wake)) {}

  // Work under way is told to stop, waited for, and its answer dropped.
  void start(std::function<Answer(std::stop_token)> work) {
    thread_ = {};
    std::promise<Answer> promise;
    answer_ = promise.get_future();
    thread_ = std::jthread([work = std::move(work), promise = std::move(promise),
                            wake = wake_](std::stop_token stop) mutable {
      try {
        promise.set_value(work(stop));
      } catch (...) {
        promise.set_exception(std::current_exception());
      }
      if (wake) wake();
    });
  }
  void stop() { thread_.request_stop(); }

  // Started, and its answer not fetched yet.
  bool pending() const { return answer_.valid(); }
  // Returns: the answer, once; rethrows what the work threw.
  std::optional<Answer> take() {
    if (!answer_.valid() || answer_.wait_for(std::chrono::seconds{0}) != std::future_status::ready)
      return std::nullopt;
    return answer_.get();
  }
  // Until take() has something to give.
  void wait() {
    if (answer_.valid()) answer_.wait();
  }

 private:
  std::function<void()> wake_;
  std::future<Answer> answer_;
  std::jthread thread_;
};

}  // namespace tandem::app
