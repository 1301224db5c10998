// Small figures drawn from numbers: sparkline, progress, half-ring gauge, share bar. Growth, load
// and progress are drawn in text and greys; a hue only where it is the meaning.
#pragma once

#include <span>

#include "ui/widgets/text.hpp"

namespace tandem::ui {

// Values from left to right, scaled to their own range, with a dot on the last; `plan` (two values,
// first and last) is a dashed line on the same scale. Needs two values.
void sparkline(const Rect& r, std::span<const double> values, std::span<const double> plan = {});

// `share` from 0 to 1.
void progress_bar(const Rect& r, double share, Colour colour = Colour::accent);

// Half a ring, filled from the left, with a figure in its middle.
void gauge(const Rect& r, double share, Colour colour, std::string_view figure);

}  // namespace tandem::ui
