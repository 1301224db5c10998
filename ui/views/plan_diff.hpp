// The inspector while a plan is on offer: what accepting it would change, cohort by cohort, before
// anybody accepts it. Draws what models/solve_words.hpp worked out.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// Returns: the session of the line that was pressed, "" when none was.
std::string plan_diff(ui::Area& area, models::Workbench& bench);

}  // namespace tandem::views
