#include "ui/print/flow.hpp"

#include <cstddef>

namespace tandem::print {

std::vector<std::vector<PlacedBlock>> pages_of(const std::vector<Block>& blocks, float top,
                                               float bottom) {
  std::vector<std::vector<PlacedBlock>> pages(1);
  float y = top;
  for (std::size_t i = 0; i < blocks.size();) {
    // The block and those it must stay with.
    std::size_t end = i + 1;
    while (end < blocks.size() && blocks[end - 1].keep_with_next) ++end;
    float tall = 0;
    for (std::size_t j = i; j < end; ++j)
      tall += blocks[j].height + (j == i ? 0 : blocks[j].before);
    const float before = pages.back().empty() ? 0 : blocks[i].before;
    if (!pages.back().empty() && y + before + tall > bottom) {
      pages.emplace_back();
      y = top;
    }
    for (std::size_t j = i; j < end; ++j) {
      const bool first = pages.back().empty();
      if (!first && y + blocks[j].before + blocks[j].height > bottom) {
        pages.emplace_back();  // a chain taller than a page
        y = top;
      }
      if (!pages.back().empty()) y += blocks[j].before;
      pages.back().push_back({&blocks[j], y});
      y += blocks[j].height;
    }
    i = end;
  }
  return pages;
}

}  // namespace tandem::print
