// The inspector's words about one session or one cohort: the same on every page. Draws into the
// area it is given; the page adds its own buttons at the foot.
#pragma once

#include "ui/views/other_days.hpp"

namespace tandem::views {

// Who it is, when and where, why there or why nowhere, and who takes part. Says so when there is no
// such session any more.
void session_panel(ui::Area& area, models::Workbench& bench, const std::string& session);
// The same where it can be decided about: with the other days and the ways out.
void session_panel(ui::Area& area, models::Workbench& bench, const std::string& session,
                   Decision& decision, Wishes& wishes);

// How far the cohort is, what comes next and what needs a hand.
void cohort_panel(ui::Area& area, models::Workbench& bench, const std::string& cohort);

}  // namespace tandem::views
