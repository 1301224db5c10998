// What a person's page says about their plan and about the ratings in it: notices that the plan is
// one-sided, notes on ratings that tell little, and what was said on one version of the skills
// framework beside the next. Each draws nothing when there is nothing to say.
#pragma once

#include "planner/report/development_plan.hpp"
#include "planner/report/skill_history.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/area.hpp"

namespace tandem::views {

void notices_card(ui::Area& area, const std::vector<report::PlanNotice>& notices);
void rating_notes_card(ui::Area& area, const std::vector<std::string>& notes);
void history_card(ui::Area& area, const report::SkillHistory& history);

}  // namespace tandem::views
