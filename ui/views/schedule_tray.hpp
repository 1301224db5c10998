// The tray at the foot of the page Schedule: the sessions without a date, each to be chosen, what
// the only or the chosen one needs, and a legend of the timeline above where there is room. Knows
// codes, no lane and no bar; what a choice changes on the page is the page's business.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// `session`: the code of the one chosen, and chosen anew. Returns: one was chosen here.
bool schedule_tray(const Rect& r, models::Workbench& bench, const models::ScheduleModel& model,
                   std::string& session);

}  // namespace tandem::views
