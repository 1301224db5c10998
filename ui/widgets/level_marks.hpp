// One row of the five-level scale with what each source says, side by side: the shape tells who
// speaks. Expected is a bracket; not expected is a dotted line; what nobody was asked stays an
// empty scale. Never an average, never a colour.
#pragma once

#include <optional>
#include <span>

#include "ui/geometry/level_dots.hpp"
#include "ui/widgets/paint.hpp"

namespace tandem::ui {

struct LevelMark {
  geometry::MarkShape shape{};
  int half_level{};
  bool old{};  // said long ago: drawn thinner
};

// In the middle of `r`, `size` design pixels wide.
void level_mark(const Rect& r, geometry::MarkShape shape, float size = 9, bool old = false);

// The whole row; `r` runs from the first level to the last.
void level_row(const Rect& r, std::span<const LevelMark> marks, std::optional<int> expected,
               bool not_expected);

}  // namespace tandem::ui
