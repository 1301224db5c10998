// Questions that take longer than a frame, each answered once and remembered under its key until
// what it is about has changed. One is worked out at a time, beside the window; another waits until
// it is asked again. Used for why, other days, prices and ways out. Knows no screen.
//
// Thread rule: one thread owns it; `wake` is called from the work's thread when an answer is there.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ui/app/background.hpp"

namespace tandem::app {

template <class Answer>
class Asked {
 public:
  explicit Asked(std::function<void()> wake = {}) : work_(std::move(wake)) {}

  // Null while there is no answer. `question` is called when the work begins: it gives the work,
  // Answer(std::stop_token), with all it needs as values.
  template <class Question>
  const Answer* of(std::string_view key, Question question) {
    if (const Answer* answer = known(key)) return answer;
    if (work_.pending()) return nullptr;
    key_ = key;
    stale_ = false;
    work_.start(question());
    return nullptr;
  }
  const Answer* known(std::string_view key) const {
    const auto it = answers_.find(key);
    return it == answers_.end() ? nullptr : &it->second;
  }
  // Everything has changed: what is under way is told to stop, and its answer dropped.
  void forget() {
    answers_.clear();
    stale_ = true;
    work_.stop();
  }

  // Returns: whether an answer came in.
  bool take() {
    auto answer = work_.take();
    if (!answer) return false;
    if (!stale_) answers_.insert_or_assign(key_, std::move(*answer));
    return true;
  }
  bool pending() const { return work_.pending(); }
  void wait() { work_.wait(); }

 private:
  std::map<std::string, Answer, std::less<>> answers_;
  std::string key_;
  bool stale_{};
  Background<Answer> work_;  // last: its thread ends before the rest goes
};

}  // namespace tandem::app
