// The inspector of a module on the page Curricula: what it is, its four boxes and objectives, why
// it stands where it does, and by button everything that can be done to it with the mouse.
#pragma once

#include "ui/views/journeys_view.hpp"

namespace tandem::views {

// Returns: its form is to be opened.
bool draw_module_panel(const Rect& inspector, models::Syllabus& syllabus, JourneysState& state,
                       Id<Module> module, Wishes& wishes);

}  // namespace tandem::views
