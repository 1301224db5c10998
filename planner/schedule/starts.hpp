// At which slots of a day a meeting of one session could start: cohorts and learners free for all
// of it, a room free, and enough people free to run it who have enough of their week left. Used by
// the search, which asks every other rule about each start and looks at few days before it finds
// one. Knows calendars, who is busy and what facilitators have left, and nothing else of a plan.
#pragma once

#include <vector>

#include "planner/schedule/state.hpp"

namespace tandem::schedule {

class Starts {
 public:
  // The State outlives it.
  explicit Starts(const State& state);

  // The session in hand, and between which slots all its meetings have to lie.
  void aim(int session, int from, int to);
  // One of its meetings on a day, from a slot on. Returns: whether learners leave it any start.
  bool look(std::size_t meeting, int day, int from);
  // Leaves out the starts without a free room or without enough people.
  // Cost: two or three words for each room and facilitator that the session could have.
  void keep_staffed();
  // Returns: the first start of the day from the slot on, -1 when there is none.
  int next(int slot) const { return first(row_.data(), slot, end_); }
  int first_slot() const { return begin_; }

 private:
  bool free_starts(const Word* open, const Word* taken);
  void keep_with_room();
  void keep_with_team();

  const State* state_;
  const Problem* problem_;
  const Problem::Session* session_{};
  int from_{};
  int to_{};
  // Of the meeting in hand: its day, the slots of that, and the words that it could touch.
  const Problem::Meeting* meeting_{};
  int day_{};
  int begin_{};
  int end_{};
  std::size_t from_word_{};
  std::size_t to_word_{};
  std::vector<Word> row_;   // all slots; only those words count
  std::vector<Word> one_;   // the same, of one room or person
  std::vector<Word> some_;  // those words, of so many of them
};

}  // namespace tandem::schedule
