// A printed plan from top to bottom as blocks: the order of its parts and their words. The last
// block is the closing words, which belong at the foot of the last page.
#pragma once

#include "ui/print/plan_setting.hpp"

namespace tandem::print {

std::vector<Block> plan_blocks(const PlanSetting& setting);

}  // namespace tandem::print
