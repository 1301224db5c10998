// The small signs that carry meaning by shape and hue: status glyphs, orientation chips, plain
// chips, avatars, key caps, numbered steps. They draw at a rectangle and take no input; each
// meaning also has a letter, a shape or a word, never a hue alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/widgets/icons.hpp"
#include "ui/widgets/text.hpp"

namespace tandem::ui {

enum class Status : std::uint8_t { none, ok, attention, late, blocked, paused };

// Which of the two arts a thing belongs to. The two hues stand for nothing else.
enum class Orientation : std::uint8_t { none, leader, manager, both };

Colour hue(Status status);
Colour soft(Status status);
// Leader and manager only; `both` is two hues and has to be drawn split.
Colour hue(Orientation orientation);
Colour soft(Orientation orientation);

// ● ◐ ○ ✕ ‖ in the middle of `r`, in a box of `size` design pixels (12 in lists, 9 in small
// places).
void status_glyph(Status status, const Rect& r, float size = 12);
void status_glyph(Status status, const Rect& r, float size, ImU32 colour);

// L, M or B on its soft fill, 20 or 16 design pixels square, in the middle of `r`.
void orientation_chip(Orientation orientation, const Rect& r, bool small = false);
// Fills with the soft or the full hue, split in two for both.
void orientation_fill(Orientation orientation, const Rect& r, bool full, float radius);

enum class ChipTone : std::uint8_t {
  plain,
  outlined,
  ok,
  attention,
  late,
  blocked,
  accent,
  expert,
  people,
  leader,
  manager,
};
float chip_width(std::string_view text, Icon icon = Icon::none);
// At the left of `r`, vertically in its middle. Returns: its rectangle.
Rect chip(const Rect& r, std::string_view text, ChipTone tone, Icon icon = Icon::none,
          Status status = Status::none);

// A person's initials in a disc of 24; a number in a disc of 20.
std::string initials(std::string_view person);
void avatar(const Rect& r, std::string_view person);
void numbered(const Rect& r, int number);

// A key as printed on a keyboard. Returns: its width.
float key_cap_width(std::string_view key);
void key_cap(const Rect& r, std::string_view key);

}  // namespace tandem::ui
