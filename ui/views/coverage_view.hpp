// The tab Coverage: competencies down, modules across, minutes in the cells. What nobody teaches is
// said in words above it.
#pragma once

#include "ui/models/syllabus.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

struct CoverageState {
  Id<Programme> programme;  // none: the whole catalogue
};

// Returns: the module whose column was pressed.
Id<Module> draw_coverage(const Rect& body, models::Syllabus& syllabus, CoverageState& state,
                         Id<Module> chosen, Wishes& wishes);

}  // namespace tandem::views
