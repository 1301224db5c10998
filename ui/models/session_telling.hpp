// What a page says of one session in sentences made of several facts: put together once, when the
// session or the answer to its "why" changes, so that drawing them costs nothing. Pure; knows no
// page.
#pragma once

#include <string>
#include <vector>

#include "planner/schedule/why.hpp"
#include "ui/models/session_facts.hpp"
#include "ui/models/verdict.hpp"

namespace tandem::models {

struct SessionTelling {
  std::string title;   // "L1b for LDR-1"
  std::string when;    // "Wed 21 Apr 12:30 to 16:00 · Dune room", "No date yet · 4 h"
  std::string who;     // "Ana and Bo lead, Cy helps"; "" when nobody is to
  std::string people;  // names
  std::vector<std::string> meetings;  // when each of several is
  struct Held {
    bool refused{};  // a day that a rule refuses, not a limit that it keeps
    std::string text;
  };
  std::vector<Held> held_by;  // of one that has a date
  std::string verdict;        // of one that has none
};

// `why` and `verdict` are null until there is an answer.
SessionTelling tell(const SessionBook& book, const SessionFacts& session, const Why* why,
                    const Verdict* verdict);

}  // namespace tandem::models
