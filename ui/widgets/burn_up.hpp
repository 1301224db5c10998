// How far a group is: stepped lines of what was planned and what is done, with today between them.
// Drawn in text and greys, for a burn-up is a figure and no verdict.
#pragma once

#include <span>

#include "ui/widgets/paint.hpp"

namespace tandem::ui {

// From 0 to 1, left to right and bottom to top.
struct ChartPoint {
  double x = 0;
  double y = 0;
};

// `today` outside 0 to 1 is not drawn.
void burn_up(const Rect& r, std::span<const ChartPoint> planned, std::span<const ChartPoint> done,
             double today);

}  // namespace tandem::ui
