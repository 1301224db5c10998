// The inspector's words about one facilitator or one room on the page Schedule: how far, and what
// comes next. Says what models/schedule_model.hpp worked out for the lane; cohorts have a panel of
// their own in session_panel.hpp.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// `chosen`: takes the code of the session whose line was pressed. Returns: one was.
bool lane_panel(ui::Area& area, const models::ScheduleLane& lane, std::string& chosen);

}  // namespace tandem::views
