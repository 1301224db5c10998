// The one thread that touches the store. Work is handed to it as functions and done in order; a
// save is acknowledged through a mailbox that the session empties on its own thread. Knows no
// command.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>

#include "planner/ports/store.hpp"

namespace tandem::app {

class StoreThread {
 public:
  explicit StoreThread(std::unique_ptr<Store> store);
  ~StoreThread();  // finishes what was handed over, then ends

  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

  // Any thread. `work` runs on the store's thread and must not throw.
  void post(std::function<void(Store&)> work);

  // Any thread but the store's own. Waits for everything posted before.
  template <class F>
  auto call(F work) {
    using Answer = std::invoke_result_t<F, Store&>;
    auto promise = std::make_shared<std::promise<Answer>>();
    auto answer = promise->get_future();
    post([promise, work = std::move(work)](Store& store) mutable {
      if constexpr (std::is_void_v<Answer>) {
        work(store);
        promise->set_value();
      } else {
        promise->set_value(work(store));
      }
    });
    return answer.get();
  }

 private:
  void run(std::stop_token stop);

  std::unique_ptr<Store> store_;
  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::function<void(Store&)>> queue_;
  std::jthread thread_;  // last: it starts when all the rest is there
};

}  // namespace tandem::app
