#include "ui/print/plan_pdf.hpp"

#include <array>

#include "ui/print/plan_sheet.hpp"

namespace tandem::print {
namespace {

using report::DevelopmentPlan;

// The first scale by which the plan takes no more than two pages, and no second one for a few
// lines.
float fitting_scale(PageCanvas& canvas, const DevelopmentPlan& plan) {
  constexpr std::array<float, 4> kScales{1.0F, 0.95F, 0.9F, 0.85F};
  const auto fill_of_last = [&](const std::vector<std::vector<PlacedBlock>>& pages) {
    const PlacedBlock& last = pages.back().back();
    return (last.top + last.block->height - kTop) / (kBottom - kTop);
  };
  for (const float scale : kScales) {
    const auto blocks = plan_blocks({canvas, plan, scale});
    const auto pages = pages_of(blocks, kTop, kBottom);
    const bool scrap = pages.size() == 2 && scale >= 0.95F && fill_of_last(pages) < 0.12F;
    if (pages.size() <= 2 && !scrap) return scale;
  }
  return 1.0F;  // too much for two pages: then let it breathe
}

// Returns: how many pages it took.
int draw(PageCanvas& canvas, const DevelopmentPlan& plan) {
  return draw_pages(canvas, plan_blocks({canvas, plan, fitting_scale(canvas, plan)}), plan.name,
                    plan.as_of);
}

}  // namespace

PlanPdf plan_pdf(const DevelopmentPlan& plan) {
  PageCanvas canvas{PdfTitle{"Development plan of " + plan.name, plan.organisation,
                             "as of " + day_words(plan.as_of), plan.as_of}};
  PlanPdf out;
  out.pages = draw(canvas, plan);
  out.missing_scripts = canvas.missing_scripts();
  out.bytes = canvas.finish_pdf();
  return out;
}

std::vector<geometry::Picture> plan_pictures(const DevelopmentPlan& plan, int width) {
  PageCanvas canvas{width};
  draw(canvas, plan);
  return canvas.finish_pictures();
}

}  // namespace tandem::print
