// How the program looks: colours by meaning, measures, and the current scale. The only place that
// touches ImGuiStyle. Used by every widget; views ask for `ink(...)` and `px(...)` and never name a
// colour value. The table is one, for light and dark; a test computes the contrast of every pair.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

namespace tandem::ui {

// clang-format off
enum class Colour : std::uint8_t {
  chrome, surface, raised, sunken, line, line_strong, text, muted, disabled, accent, accent_soft,
  on_accent, selected, hover, leader, leader_soft, manager, manager_soft, both, expert, expert_soft,
  people, people_soft, ok, ok_soft, attention, attention_soft, late, late_soft, blocked,
  blocked_soft, hatch, holiday, scrim,
};
// clang-format on
inline constexpr int kColours = static_cast<int>(Colour::scrim) + 1;

enum class Scheme : std::uint8_t { light, dark };

struct Rgba {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  bool operator==(const Rgba&) const = default;
};

Rgba rgba(Scheme scheme, Colour colour);
std::string_view name(Colour colour);

// WCAG 2 contrast ratio of two opaque colours, 1 to 21.
double contrast(Rgba one, Rgba other);

// Makes this the current look: sets the style from scratch, scaled once. Fonts are built apart
// (fonts.hpp). Requires: an ImGui context; 0.5 <= scale <= 4.
void apply_theme(Scheme scheme, float scale);
Scheme scheme();
float scale();

// A colour of the current theme, thinned by `alpha`.
ImU32 ink(Colour colour, float alpha = 1.0F);
ImVec4 ink4(Colour colour, float alpha = 1.0F);

// A length of the design in whole pixels of this screen; `hair` is the thinnest crisp line.
float px(float length);
float hair();

namespace metric {
inline constexpr float kTopBar = 48;
inline constexpr float kStatusLine = 32;
inline constexpr float kRail = 200;
inline constexpr float kRailFolded = 56;
inline constexpr float kInspector = 360;
inline constexpr float kInspectorNarrow = 320;
inline constexpr float kPageMargin = 24;
inline constexpr float kPageHead = 72;
inline constexpr float kTabs = 40;
inline constexpr float kGap = 16;
inline constexpr float kCardPadding = 16;
inline constexpr float kCardRadius = 8;
inline constexpr float kControlRadius = 6;
inline constexpr float kChipRadius = 4;
inline constexpr float kControl = 32;
inline constexpr float kControlSmall = 24;
inline constexpr float kChip = 20;
inline constexpr float kListLine = 38;
inline constexpr float kKeyValue = 24;
inline constexpr float kMenuItem = 30;
inline constexpr float kTableHeader = 32;
inline constexpr float kTableRow = 36;
inline constexpr float kScrollBar = 6;
}  // namespace metric

}  // namespace tandem::ui
