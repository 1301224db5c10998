// Blocks of a document from top to bottom, and where the pages break: as late as they can, never
// inside a block, never right after a heading, and with the space between two blocks only where
// both are on one page. Pure; who makes a block knows its height and how to draw it.
#pragma once

#include <functional>
#include <vector>

namespace tandem::print {

struct Block {
  float height = 0;
  float before = 0;  // space above, dropped at the top of a page
  std::function<void(float top)> draw;
  bool keep_with_next = false;
};

struct PlacedBlock {
  const Block* block;
  float top;
};

// At least one page, the last ones maybe short. A chain of kept blocks taller than a page breaks
// anyway. Requires: `blocks` outlive what is returned.
std::vector<std::vector<PlacedBlock>> pages_of(const std::vector<Block>& blocks, float top,
                                               float bottom);

}  // namespace tandem::print
