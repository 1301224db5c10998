#include "planner/schedule/starts.hpp"

#include <algorithm>

namespace tandem::schedule {

Starts::Starts(const State& state)
    : state_(&state),
      problem_(&state.problem()),
      row_(nth(words_for(problem_->slots))),
      one_(row_.size()) {}

void Starts::aim(int session, int from, int to) {
  session_ = &problem_->sessions[nth(session)];
  from_ = from;
  to_ = to;
}

bool Starts::look(std::size_t meeting, int day, int from) {
  meeting_ = &session_->meetings[meeting];
  day_ = day;
  const auto& first_slot = problem_->zones[nth(session_->zone)].first_slot;
  begin_ = std::max({first_slot[nth(day)], from, from_});
  end_ = std::min(first_slot[nth(day) + 1], to_ - meeting_->slots + 1);
  const Word* calendar = problem_->calendars[session_->calendar];
  if (begin_ >= end_ || !any(calendar, begin_, end_)) return false;
  from_word_ = nth(begin_ / kWordBits);
  to_word_ = nth(words_for(end_ + meeting_->slots - 1));
  for (std::size_t w = from_word_; w < to_word_; ++w) row_[w] = calendar[w];
  for (const int b : session_->bodies) {
    const Word* busy = state_->busy(b);
    for (std::size_t w = from_word_; w < to_word_; ++w) row_[w] &= ~busy[w];
  }
  erode(row_.data(), static_cast<int>(from_word_), static_cast<int>(to_word_), meeting_->slots);
  // Only the slots of the day are starts.
  const auto last = nth((end_ - 1) / kWordBits);
  row_[from_word_] &= mask(begin_ % kWordBits, kWordBits);
  row_[last] &= mask(0, (end_ - 1) % kWordBits + 1);
  Word left = 0;
  for (std::size_t w = from_word_; w <= last; ++w) left |= row_[w];
  for (std::size_t w = last + 1; w < to_word_; ++w) row_[w] = 0;
  return left != 0;
}

void Starts::keep_staffed() {
  if (session_->needs_room) keep_with_room();
  if (session_->leads + session_->cofacilitators > 0) keep_with_team();
}

// Puts into `one_` the starts at which somebody or something is free. Returns: whether there may be
// any.
bool Starts::free_starts(const Word* open, const Word* taken) {
  Word found = 0;
  for (std::size_t w = from_word_; w < to_word_; ++w) {
    one_[w] = open[w] & ~taken[w];
    found |= one_[w];
  }
  if (found == 0) return false;
  erode(one_.data(), static_cast<int>(from_word_), static_cast<int>(to_word_), meeting_->slots);
  return true;
}

void Starts::keep_with_room() {
  some_.assign(to_word_ - from_word_, 0);
  Word* some = some_.data() - from_word_;
  for (const auto& room : session_->rooms) {
    if (!free_starts(problem_->calendars[room.calendar], state_->room_blocked(room.who))) continue;
    Word missing = 0;
    for (std::size_t w = from_word_; w < to_word_; ++w) {
      some[w] |= one_[w];
      missing |= row_[w] & ~some[w];
    }
    if (missing == 0) return;
  }
  for (std::size_t w = from_word_; w < to_word_; ++w) row_[w] &= some[w];
}

void Starts::keep_with_team() {
  const auto leads = nth(session_->leads);
  const auto people = leads + nth(session_->cofacilitators);
  const std::size_t words = to_word_ - from_word_;
  // Rows of the starts with at least one lead, two leads ..., then with at least one person ...
  some_.assign((leads + people) * words, 0);
  const auto one_more = [&](Word* rows, std::size_t most) {
    const Word* one = one_.data() + from_word_;
    for (std::size_t n = most; n-- > 1;)
      for (std::size_t w = 0; w < words; ++w)
        rows[n * words + w] |= rows[(n - 1) * words + w] & one[w];
    for (std::size_t w = 0; w < words; ++w) rows[w] |= one[w];
  };
  const auto enough = [&](std::size_t w) {
    const Word out = some_[(leads + people - 1) * words + w];
    return leads > 0 ? out & some_[(leads - 1) * words + w] : out;
  };
  for (const auto& one : session_->staff) {
    if (!state_->minutes_week_allows(one.who, day_, meeting_->minutes) ||
        !state_->days_week_allows(one.who, day_) ||
        !free_starts(problem_->calendars[one.calendar],
                     state_->busy(problem_->facilitators[nth(one.who)].body)))
      continue;
    if (one.leads && leads > 0) one_more(some_.data(), leads);
    one_more(some_.data() + leads * words, people);
    Word missing = 0;
    for (std::size_t w = 0; w < words; ++w) missing |= row_[from_word_ + w] & ~enough(w);
    if (missing == 0) return;
  }
  for (std::size_t w = 0; w < words; ++w) row_[from_word_ + w] &= enough(w);
}

}  // namespace tandem::schedule
