// The program's icons, drawn with lines and circles in a box of 16 units, stroke 1.5, round ends.
// No icon font is needed. Draws only.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/widgets/paint.hpp"

namespace tandem::ui {

// clang-format off
enum class Icon : std::uint8_t {
  none, today, curricula, schedule, cohorts, people, careers, pairing, documents, settings, search,
  down, right, left, up, plus, minus, check, cross, more, pin, lock, undo, redo, filter, print, clock,
  arrow, warn, branch, swap, room, play, stop, tray, flag, chat, collapse, info, pause, zoom_in, grid,
  folder, file, link,
};
// clang-format on
inline constexpr int kIcons = static_cast<int>(Icon::link) + 1;

std::string_view name(Icon icon);

// In the middle of `r`, `size` design pixels large.
void draw_icon(Icon icon, const Rect& r, ImU32 colour, float size = 16, float weight = 1.5F);

}  // namespace tandem::ui
