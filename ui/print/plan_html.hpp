// A person's development plan as one HTML file: nothing outside it is asked for, no script runs,
// everything typed by anybody is escaped. It is the form for screen readers (headings, tables with
// heads, words for every sign) and prints well itself. Same plan, same bytes.
#pragma once

#include <string>

#include "planner/report/development_plan.hpp"

namespace tandem::print {

std::string plan_html(const report::DevelopmentPlan& plan);

}  // namespace tandem::print
