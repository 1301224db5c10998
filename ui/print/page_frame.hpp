// What every printed page has: its margins, and the line at its foot that says whose it is, as of
// when, and which page. Used by the PDF printers.
#pragma once

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
// Names the scripts that no font here prints.
void foot(PageCanvas& canvas, const std::string& whose, Date as_of, std::size_t page,
          std::size_t pages);

}  // namespace tandem::print
