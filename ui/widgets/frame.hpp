// The frame every page lives in: top bar, rail, page with its head, inspector, status line. It
// takes words and icons, draws, and answers what was pressed; which pages exist is the views'
// business.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/widgets/area.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::ui {

struct FrameLayout {
  Rect top;
  Rect rail;
  Rect page;       // without margins
  Rect inspector;  // empty when there is none
  Rect status;
};
// `inspector`: its width in design pixels; 0: none.
FrameLayout frame_layout(const Rect& window, bool rail_folded, float inspector);
// The quiet surfaces and hairlines between the five.
void paint_frame(const FrameLayout& layout);

struct TopBar {
  std::string_view workspace = {};
  std::string_view as_of = {};       // "as of 14 May 2027"; empty: today is today
  std::string_view as_of_hint = {};  // why; empty: the chip can be pressed
  std::string_view branch = {};      // empty: no document yet
  bool find = true;                  // whether there is anything to find with
  bool can_undo = false;
  bool can_redo = false;
  std::string_view undo_label = {};  // "Undo move of L1b (Ctrl Z)"
  std::string_view redo_label = {};
};
enum class TopBarAction : std::uint8_t { none, workspace, as_of, branch, find, undo, redo };
struct TopBarResult {
  TopBarAction action = TopBarAction::none;
  Rect anchor;  // where the pressed part is, for a menu below it
};
TopBarResult top_bar(const Rect& r, const TopBar& bar);

struct RailItem {
  Icon icon = Icon::none;
  std::string_view label = {};
  std::string_view badge = {};  // a count; empty: none
};
struct Rail {
  std::span<const RailItem> items;  // the last `pinned` of them stand at the foot
  int pinned = 1;
  int chosen = 0;
  std::string_view person = {};  // who is working; under the pinned items
  bool folded = false;
};
struct RailResult {
  std::optional<int> chosen;
  bool person = false;
  Rect person_anchor;
};
RailResult rail(const Rect& r, const Rail& rail);

struct StatusPart {
  Icon icon = Icon::none;
  std::string_view text = {};
  std::string_view action = {};  // a small button behind the text; empty: none
};
// Returns: the index of the part whose button was pressed.
std::optional<int> status_line(const Rect& r, std::span<const StatusPart> left,
                               std::string_view right);

// Title and the line that says what the page answers. Returns: the room left for actions, right of
// the title, 32 high: take them off its right side, the primary one first.
Rect page_head(const Rect& r, std::string_view title, std::string_view line);

// The inspector's inside: padding 20, 24 at the top, room for `footer` design pixels of actions
// kept free at the foot. Sections are separated by `rule`.
struct InspectorFrame {
  Rect body;
  Rect footer;
};
InspectorFrame inspector_frame(const Rect& inspector, float footer);
// A hairline with the inspector's rhythm around it.
void rule(Area& area);

}  // namespace tandem::ui
