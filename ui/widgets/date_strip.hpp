// A candidate day: free, taken by others, refused, or where the thing is now. Side by side they are
// the strip of "what else was possible".
#pragma once

#include <string_view>

#include "ui/widgets/press.hpp"

namespace tandem::ui {

struct CandidateDay {
  enum class State : std::uint8_t { refused, taken, free, chosen };
  std::string_view name = {};     // "Wed 19 May": what it is called, and unique in the strip
  std::string_view weekday = {};  // "We"
  std::string_view day = {};      // "19"
  State state = State::refused;
  bool picked = false;           // looked at
  std::string_view reason = {};  // tooltip; the cell itself has no room for words
};

// 56 design pixels high, 28 wide or a little more. Returns: pressed.
bool candidate_day(const Rect& r, const CandidateDay& day);

}  // namespace tandem::ui
