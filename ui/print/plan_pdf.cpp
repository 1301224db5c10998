#include "ui/print/plan_pdf.hpp"

#include <fmt/format.h>

#include <array>

#include "planner/base/text.hpp"
#include "ui/print/plan_sheet.hpp"

namespace tandem::print {
namespace {

using report::DevelopmentPlan;

// The first scale by which the plan takes no more than two pages, and no second one for a few
// lines.
float fitting_scale(PdfCanvas& canvas, const DevelopmentPlan& plan) {
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

// What the reader must know of the page itself.
std::string missing_words(const std::set<std::string>& scripts) {
  if (scripts.empty()) return {};
  return " · boxes: no font here prints " +
         sentence_list(std::vector<std::string>(scripts.begin(), scripts.end()));
}

void footer(PdfCanvas& c, const DevelopmentPlan& plan, std::size_t page, std::size_t pages) {
  const Style quiet{8, Weight::regular, kMuted, 1.12F};
  const float y = kPageHeight - 44;
  c.line({kLeft, y - 7}, {kRight, y - 7}, kLine, 0.8F);
  const PdfCanvas::Tag t{c, "P"};
  c.text_line({kLeft, y}, kWidth - 80,
              fmt::format("{} · as of {}{}", plan.name, day_words(plan.as_of),
                          missing_words(c.missing_scripts())),
              quiet);
  c.text_line({kRight - 80, y}, 80, fmt::format("page {} of {}", page, pages), quiet, Align::right);
}

}  // namespace

PlanPdf plan_pdf(const DevelopmentPlan& plan) {
  PdfCanvas canvas{{"Development plan of " + plan.name, plan.organisation,
                    "as of " + day_words(plan.as_of), plan.as_of}};
  const auto blocks = plan_blocks({canvas, plan, fitting_scale(canvas, plan)});
  const auto pages = pages_of(blocks, kTop, kBottom);
  {
    const PdfCanvas::Tag document{canvas, "Document"};
    for (std::size_t i = 0; i < pages.size(); ++i) {
      for (const PlacedBlock& placed : pages[i])
        // The closing words stand at the foot of the last page.
        placed.block->draw(placed.block == &blocks.back() ? kBottom - placed.block->height
                                                          : placed.top);
      footer(canvas, plan, i + 1, pages.size());
      if (i + 1 < pages.size()) canvas.next_page();
    }
  }
  PlanPdf out;
  out.pages = static_cast<int>(pages.size());
  out.missing_scripts = canvas.missing_scripts();
  out.bytes = canvas.finish();
  return out;
}

}  // namespace tandem::print
