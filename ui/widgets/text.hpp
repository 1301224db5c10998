// Text on the draw list: in the design's styles, on its baselines, never cut without an ellipsis.
// What does not fit ends in "…" and shows its whole self in a tooltip.
#pragma once

#include <memory_resource>
#include <string_view>
#include <vector>

#include "ui/widgets/fonts.hpp"
#include "ui/widgets/frame_memory.hpp"
#include "ui/widgets/paint.hpp"

namespace tandem::ui {

enum class Align : std::uint8_t { left, centre, right };

float text_width(Type type, std::string_view text);

// The text, or as much of it as fits in `width` pixels with an ellipsis. `cut` says which.
struct Fitted {
  std::string_view text;
  bool cut = false;
};
Fitted fit(Type type, std::string_view text, float width);

// One line with the top left of its line box at (x, y); takes what room it needs.
void draw_text(Type type, ImU32 colour, float x, float y, std::string_view text);

// One line, vertically in the middle of `r`, fitted to its width. A cut text has a tooltip.
void label(const Rect& r, Type type, ImU32 colour, std::string_view text,
           Align align = Align::left);

// Lines broken at blanks to fit `width`; a word longer than the width is broken where it must be.
std::pmr::vector<std::string_view> wrap(Type type, std::string_view text, float width);
float paragraph_height(Type type, std::string_view text, float width);
// Returns: the height used.
float paragraph(const Rect& r, Type type, ImU32 colour, std::string_view text,
                Align align = Align::left);

// Shows a tooltip in the house style when the mouse rests over `r` in the current window.
void hint(const Rect& r, std::string_view text);

}  // namespace tandem::ui
