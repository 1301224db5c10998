// A person's development plan as a PDF to hand over: A4, one or two pages, fonts embedded, the same
// bytes for the same plan. What it says is planner/report/development_plan.hpp's; this knows how it
// looks.
#pragma once

#include <set>
#include <string>

#include "planner/report/development_plan.hpp"

namespace tandem::print {

struct PlanPdf {
  std::string bytes;
  int pages{};
  std::set<std::string> missing_scripts;  // met, and printable with no installed font
};

PlanPdf plan_pdf(const report::DevelopmentPlan& plan);

}  // namespace tandem::print
