// The part of the inspector for a session that no plan can place: the facts that together rule it
// out, and for each the edit that relaxes it, with what that gains. Relaxing asks for a reason and
// is one step to undo. Draws what models/session_days.hpp worked out.
#pragma once

#include "ui/views/other_days.hpp"

namespace tandem::views {

void ways_out(ui::Area& area, models::Workbench& bench, Decision& decision, Wishes& wishes);

}  // namespace tandem::views
