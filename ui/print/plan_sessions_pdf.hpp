// The two parts of a printed plan that come from the schedule: the journey as a strip of modules,
// and the sessions ahead with day, time, clock and place. Know nothing of the other parts of the
// plan.
#pragma once

#include "ui/print/plan_setting.hpp"

namespace tandem::print {

// The strip and what its signs mean, without a heading.
std::vector<Block> journey_blocks(const PlanSetting& setting);

// By time, without a heading; in two columns when there are many.
std::vector<Block> ahead_blocks(const PlanSetting& setting);

}  // namespace tandem::print
