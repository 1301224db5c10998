// What is ahead, as a table: every meeting from today on and every due date of work without one, of
// the plan on offer where there is one. Stands on the page Schedule in the room that few lanes
// leave. Knows sessions by their codes, no lane and no bar.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// Its rows in words, made again when the plan or the day has changed.
struct ComingUp {
  struct Row {
    const models::SessionFacts* facts;
    std::uint64_t key;
    LocalMinute begin;
    std::string when;
    std::string name;  // what the probe records
    std::string who;   // cohorts, and the part or group
    std::string where;
    std::string leads;
  };
  std::uint64_t version{};
  Date today{};
  std::vector<Row> rows;
};

// `session`: the code of the one chosen, and chosen anew. Returns: one was chosen here.
bool coming_up(const Rect& r, models::Workbench& bench, ComingUp& kept, std::string& session);

}  // namespace tandem::views
