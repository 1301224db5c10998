// One session on a timeline, one module on a journey, one candidate day: the three little pictures
// the planner looks at most. They only draw; the timeline, the journey and the date strip do the
// input.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/widgets/marks.hpp"

namespace tandem::ui {

// How far a thing in a plan has come.
enum class Phase : std::uint8_t {
  ahead,      // soft hue and outline
  held,       // full hue
  old_place,  // dashed, where it was before the proposal
  refused,    // dashed red: a rule forbids this place
};

struct BarLook {
  Orientation orientation = Orientation::none;
  Phase phase = Phase::ahead;
  Status status = Status::none;  // a sign in the corner
  bool selected = false;
  bool hovered = false;
  bool pinned = false;
  bool stacked = false;                    // stands for several
  Orientation behind = Orientation::none;  // of the one that looks out behind, when stacked
  float from = 0;  // pixels of the screen: its hours on a cell of its day; no line when not below
  float to = 0;
  float alpha = 1;  // 0.45 for the place it left, 0.85 for the ghost under the pointer
};

// 29 x 19 with the code in micro: the year view.
void year_mark(const Rect& r, std::string_view code, const BarLook& look);
// Code, place and people on three lines, as many as fit; the place only when it can be read.
void session_bar(const Rect& r, std::string_view code, std::string_view second,
                 std::string_view third, const BarLook& look);
// "no day here": a wanted place that no rule allows.
void refused_place(const Rect& r, std::string_view text);
// Where a dragged thing may go.
void legal_place(const Rect& r, float radius);

struct ModuleCard {
  std::string_view code = {};
  std::string_view title = {};
  std::string_view hours = {};  // "4 h"
  std::string_view focus = {};  // "SA IN"
  Orientation orientation = Orientation::none;
  bool alternative = false;  // one of several to choose from
};
// 142 x 50 on the journey.
void module_card(const Rect& r, const ModuleCard& card, const BarLook& look);

}  // namespace tandem::ui
