// The strip above the timeline while a plan is made or waits for an answer: how far and how good so
// far with a Stop that keeps the best, then what accepting would change, or why no plan came.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

// 0 when there is nothing to say.
float plan_strip_height(const models::Workbench& bench);
// `changes`: whether the page shows what accepting the plan would change.
void plan_strip(const Rect& r, models::Workbench& bench, bool& changes, Wishes& wishes);

// The same in one line, for the status line: "solving: 12 of 20 placed"; "" while nothing runs.
std::string_view solving_words(const models::Workbench& bench);

}  // namespace tandem::views
