// Evidence by competency: what each source sees, side by side on the five-level scale, beside what
// the role expects. Part of a person's page; below the fold, and never summed up.
#pragma once

#include <string>

#include "planner/report/development_plan.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

// `chosen` is the name of the competency whose sources the inspector tells; changed by a press.
void evidence_card(ui::Area& area, const report::DevelopmentPlan& plan, std::string& chosen);
// Returns: whether there was one to tell.
bool competency_panel(ui::Area& area, const report::DevelopmentPlan& plan,
                      const std::string& chosen);

}  // namespace tandem::views
