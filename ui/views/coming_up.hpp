// What is ahead, as a table: every meeting from today on and every due date of work without one, of
// the plan on offer where there is one. Stands on the page Schedule in the room that few lanes
// leave. Knows sessions by their codes, no lane and no bar.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// `session`: the code of the one chosen, and chosen anew. Returns: one was chosen here.
bool coming_up(const Rect& r, models::Workbench& bench, std::string& session);

}  // namespace tandem::views
