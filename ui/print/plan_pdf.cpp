#include "ui/print/plan_pdf.hpp"

#include <array>

#include "ui/print/plan_sheet.hpp"

namespace tandem::print {
namespace {

using report::DevelopmentPlan;

// How far the plan fills its pages when it is set by a scale, 1 for a full page.
struct Fill {
  std::size_t pages;
  float first;
  float last;
};

Fill fill_of(PageCanvas& canvas, const DevelopmentPlan& plan, float scale) {
  const auto blocks = plan_blocks({canvas, plan, scale});
  const auto pages = pages_of(blocks, kTop, kBottom);
  const auto fill = [](const std::vector<PlacedBlock>& page) {
    return (page.back().top + page.back().block->height - kTop) / (kBottom - kTop);
  };
  return {pages.size(), fill(pages.front()), fill(pages.back())};
}

// The first scale by which the plan takes no more than two pages, no second one for a few lines,
// and no second one at all where a little tighter it is one.
float fitting_scale(PageCanvas& canvas, const DevelopmentPlan& plan) {
  constexpr std::array<float, 4> kScales{1.0F, 0.95F, 0.9F, 0.85F};
  const Fill whole = fill_of(canvas, plan, 1);
  if (whole.pages == 2 && (whole.first + whole.last) * 0.9F <= 1)
    for (const float scale : {0.95F, 0.9F})
      if (fill_of(canvas, plan, scale).pages == 1) return scale;
  for (const float scale : kScales) {
    const Fill fill = scale < 1 ? fill_of(canvas, plan, scale) : whole;
    const bool scrap = fill.pages == 2 && scale >= 0.95F && fill.last < 0.12F;
    if (fill.pages <= 2 && !scrap) return scale;
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
