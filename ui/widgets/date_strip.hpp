// Candidate days side by side, each free or refused, the chosen one ringed: "what else was
// possible".
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ui/widgets/press.hpp"

namespace tandem::ui {

struct CandidateDay {
  enum class State : std::uint8_t { refused, free, chosen };
  std::string weekday = {};  // "We"
  std::string day = {};      // "19"
  State state = State::refused;
  std::string reason = {};  // tooltip; the strip itself has no room for words
};

// The strip is 56 design pixels high. Returns: the day pressed.
std::optional<int> date_strip(const Rect& r, std::span<const CandidateDay> days);
// One of them, for lists and the component sheet. Returns: pressed.
bool candidate_day(const Rect& r, const CandidateDay& day);

}  // namespace tandem::ui
