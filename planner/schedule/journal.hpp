// Puts and takes on a State that can be undone in reverse order, back to any mark. The greedy tries
// moves with it, the improver whole neighbourhoods. Keeps its memory from one use to the next.
#pragma once

#include "planner/schedule/state.hpp"

namespace tandem::schedule {

class Journal {
 public:
  explicit Journal(State& state) : state_(&state) {}

  void put(int session, std::span<const Place> places) {
    entries_.push_back({session, 0});
    state_->put(session, places);
  }
  void take(int session) {
    const auto held = state_->places(session);
    entries_.push_back({session, held.size()});
    places_.insert(places_.end(), held.begin(), held.end());
    state_->take(session);
  }

  std::size_t mark() const { return entries_.size(); }
  void undo_to(std::size_t mark) {
    while (entries_.size() > mark) {
      const Entry entry = entries_.back();
      entries_.pop_back();
      if (entry.taken == 0) {
        state_->take(entry.session);
        continue;
      }
      const auto first = places_.size() - entry.taken;
      state_->put(entry.session, {places_.data() + first, entry.taken});
      places_.resize(first);
    }
  }
  // Calls visit(session, where it was before) for each put and take, in order; a session's first
  // call tells its place at the last keep().
  template <class Visit>
  void each(Visit visit) const {
    std::size_t at = 0;
    for (const Entry& entry : entries_) {
      visit(entry.session, std::span{places_}.subspan(at, entry.taken));
      at += entry.taken;
    }
  }
  void keep() {
    entries_.clear();
    places_.clear();
  }

 private:
  struct Entry {
    int session;
    std::size_t taken;  // how many places it had; 0: it was put
  };

  State* state_;
  std::vector<Entry> entries_;
  std::vector<Place> places_;
};

}  // namespace tandem::schedule
