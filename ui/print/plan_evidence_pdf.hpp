// The table of a printed plan that shows how each side sees the person: one row a competency on the
// five-level scale, marks side by side. Knows nothing of the other parts of the plan.
#pragma once

#include "ui/print/plan_setting.hpp"

namespace tandem::print {

// The legend and the table, without a heading.
std::vector<Block> evidence_blocks(const PlanSetting& setting);

}  // namespace tandem::print
