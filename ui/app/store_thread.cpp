#include "ui/app/store_thread.hpp"

namespace tandem::app {

StoreThread::StoreThread(std::unique_ptr<Store> store)
    : store_(std::move(store)), thread_([this](std::stop_token stop) { run(stop); }) {}

StoreThread::~StoreThread() {
  thread_.request_stop();
  thread_.join();
}

void StoreThread::post(std::function<void(Store&)> work) {
  {
    const std::lock_guard lock{mutex_};
    queue_.push_back(std::move(work));
  }
  ready_.notify_one();
}

void StoreThread::run(std::stop_token stop) {
  while (true) {
    std::function<void(Store&)> work;
    {
      std::unique_lock lock{mutex_};
      ready_.wait(lock, stop, [this] { return !queue_.empty(); });
      if (queue_.empty()) return;  // asked to stop, and nothing left to do
      work = std::move(queue_.front());
      queue_.pop_front();
    }
    work(*store_);
  }
}

}  // namespace tandem::app
