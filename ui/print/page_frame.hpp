// What every printed page has: its margins, and the line at its foot that says whose it is, as of
// when, and which page; and how blocks become such pages. Used by what sets plans and handouts.
#pragma once

#include "ui/print/flow.hpp"
#include "ui/print/page_canvas.hpp"

namespace tandem::print {

inline constexpr float kLeft = 56;
inline constexpr float kRight = kPageWidth - 56;
inline constexpr float kTop = 50;
inline constexpr float kBottom = kPageHeight - 62;
inline constexpr float kWidth = kRight - kLeft;

// The organisation left, what it is and as of when right. Returns: the height.
float running_head(PageCanvas& canvas, float top, const std::string& organisation,
                   const std::string& kind, Date as_of, float scale = 1);
// Page after page, each with its foot, which also names the scripts that no font here prints. The
// last block is the closing words: it stands at the bottom of the last page. Returns: the pages.
int draw_pages(PageCanvas& canvas, const std::vector<Block>& blocks, const std::string& whose,
               Date as_of);

}  // namespace tandem::print
