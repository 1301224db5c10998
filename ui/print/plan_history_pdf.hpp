// The part of a printed plan that sets what was said on one version of the skills framework beside
// what was said on the next: a row a competency, a column a version. Knows nothing of the other
// parts of the plan.
#pragma once

#include "planner/report/skill_history.hpp"
#include "ui/print/plan_setting.hpp"

namespace tandem::print {

// The heads and the rows, without a heading; none when everything was said on one version.
std::vector<Block> history_blocks(const PlanSetting& setting);

}  // namespace tandem::print
