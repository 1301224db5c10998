// A person's development plan as a PDF to hand over: A4, one or two pages, fonts embedded, the same
// bytes for the same plan; and the same pages as pictures, to look at before. What it says is
// planner/report/development_plan.hpp's; this knows how it looks.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "planner/report/development_plan.hpp"
#include "ui/geometry/picture.hpp"

namespace tandem::print {

struct PlanPdf {
  std::string bytes;
  int pages{};
  std::set<std::string> missing_scripts;  // met, and printable with no installed font
};

PlanPdf plan_pdf(const report::DevelopmentPlan& plan);
// Requires: a width as PageCanvas takes it.
std::vector<geometry::Picture> plan_pictures(const report::DevelopmentPlan& plan, int width);

}  // namespace tandem::print
