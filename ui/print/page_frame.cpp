#include "ui/print/page_frame.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"
#include "ui/print/plan_marks.hpp"

namespace tandem::print {
namespace {

std::string missing_words(const std::set<std::string>& scripts) {
  if (scripts.empty()) return {};
  return " · boxes: no font here prints " +
         sentence_list(std::vector<std::string>(scripts.begin(), scripts.end()));
}

void foot(PageCanvas& canvas, const std::string& whose, Date as_of, std::size_t page,
          std::size_t pages) {
  const Style quiet{8, Weight::regular, kMuted, 1.12F};
  const float y = kPageHeight - 44;
  canvas.line({kLeft, y - 7}, {kRight, y - 7}, kLine, 0.8F);
  const PageCanvas::Tag t{canvas, "P"};
  canvas.text_line({kLeft, y}, kWidth - 80,
                   fmt::format("{} · as of {}{}", whose, day_words(as_of),
                               missing_words(canvas.missing_scripts())),
                   quiet);
  canvas.text_line({kRight - 80, y}, 80, fmt::format("page {} of {}", page, pages), quiet,
                   Align::right);
}

}  // namespace

float running_head(PageCanvas& canvas, float top, const std::string& organisation,
                   const std::string& kind, Date as_of, float scale) {
  const Style quiet{8 * scale, Weight::regular, kMuted, 1.12F};
  canvas.text_line({kLeft, top}, kWidth / 2, organisation, quiet);
  canvas.text_line({kLeft + kWidth / 2, top}, kWidth / 2, kind + ", " + day_words(as_of), quiet,
                   Align::right);
  return canvas.line_height(quiet);
}

int draw_pages(PageCanvas& canvas, const std::vector<Block>& blocks, const std::string& whose,
               Date as_of) {
  const auto pages = pages_of(blocks, kTop, kBottom);
  const PageCanvas::Tag document{canvas, "Document"};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PlacedBlock& placed : pages[i])
      placed.block->draw(placed.block == &blocks.back() ? kBottom - placed.block->height
                                                        : placed.top);
    foot(canvas, whose, as_of, i + 1, pages.size());
    if (i + 1 < pages.size()) canvas.next_page();
  }
  return static_cast<int>(pages.size());
}

}  // namespace tandem::print
