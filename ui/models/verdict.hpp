// Why a session has no place, said plainly: the facts the engine names, joined by whom they are
// about and told against the days that can be planned. The engine's own account (starts left after
// each rule) stands below it for who wants to follow. Pure; derived from the reasons, so a new
// reason is told in its own words.
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "planner/schedule/verify.hpp"
#include "planner/schedule/why.hpp"

namespace tandem::models {

struct Verdict {
  std::string sentence;  // "The simulator is closed until Fri 4 Jun; Ana, the only lead, is away."
  std::string brief;     // "simulator closed, lead away"
  bool possible{};       // there is a place; it was only not planned

  bool operator==(const Verdict&) const = default;
};

// Requires: `why` is an answer about a session without a date. Empty words when it has no reasons.
Verdict verdict(const Program& program, const Why& why, Date today);

// What the judge and the engine say of a plan as it stands; takes longer than a frame.
struct Judgement {
  std::vector<Violation> broken;           // rules, by the judge
  std::map<std::string, Verdict> undated;  // by session code
};

// `undated`: sessions to be explained; a long list is explained as far as a reader would read.
Judgement judge(const Program& program, const std::vector<std::string>& undated, Date today,
                std::stop_token stop);

}  // namespace tandem::models
