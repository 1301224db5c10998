#include "ui/print/plan_marks.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tandem::print {

std::vector<std::string> open_questions(const report::DevelopmentPlan& plan) {
  const auto none = [](const auto& lists) {
    return std::all_of(lists.begin(), lists.end(), [](const auto& list) { return list.empty(); });
  };
  std::vector<std::string> out;
  if (none(plan.goals) && plan.goals_without_horizon.empty())
    out.emplace_back("What should be true a year from now that is not true today?");
  if (plan.growth_areas.empty()) out.emplace_back("Which one thing would you like to grow first?");
  if (none(plan.actions))
    out.emplace_back("What could you try in the next four weeks, and who could help?");
  return out;
}

bool nobody_asked(const report::DevelopmentPlan& plan) {
  return std::all_of(
      plan.competencies.begin(), plan.competencies.end(),
      [](const report::CompetencyView& v) { return v.views.empty() && v.too_few.empty(); });
}

std::string day_words(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                     month_name(static_cast<unsigned>(day.month())), static_cast<int>(day.year()));
}

}  // namespace tandem::print
