// What one presses, chooses and types into: buttons, segmented choice, tabs, check and radio,
// filter chips, text fields. Immediate mode: each call draws and answers what happened in this
// frame. Every control records itself in the probe under its label.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/marks.hpp"
#include "ui/widgets/press.hpp"

namespace tandem::ui {

enum class ButtonKind : std::uint8_t {
  quiet,    // outline on raised: the usual one
  primary,  // accent fill: one in view
  link,     // accent text, no outline
};

struct ButtonOptions {
  ButtonKind kind = ButtonKind::quiet;
  bool small = false;
  Icon icon = Icon::none;
  bool enabled = true;
  std::string_view reason = {};  // tooltip: why it is disabled, or what it does
};

float button_width(std::string_view label, const ButtonOptions& options = {});
// Fills the width of `r`; its own height, in the middle of `r`. Returns: true when pressed.
bool button(const Rect& r, std::string_view label, const ButtonOptions& options = {});
// The same, taking just the room it needs off one side of `line`, and a gap of 8.
bool button_right(Rect& line, std::string_view label, const ButtonOptions& options = {});
bool button_left(Rect& line, std::string_view label, const ButtonOptions& options = {});

// A square with an icon only; `name` is its tooltip and its name in the probe.
bool icon_button(const Rect& r, Icon icon, std::string_view name, bool enabled = true);

struct Segment {
  std::string_view label;
  std::string_view key = {};  // the key that chooses it, shown small behind the label
};
float segmented_width(std::span<const Segment> segments);
// Returns: true when `chosen` changed.
bool segmented(const Rect& r, std::span<const Segment> segments, int& chosen);

// The strip below a page's head, with its hairline. Returns: true when `chosen` changed.
bool tabs(const Rect& r, std::span<const std::string_view> labels, int& chosen);

bool checkbox(const Rect& r, std::string_view label, bool& on, bool enabled = true);
// Returns: true when pressed (and it was not on).
bool radio(const Rect& r, std::string_view label, bool on, bool enabled = true);

float filter_chip_width(std::string_view label, bool on);
// A filter that is on carries a cross, where it can be taken off. Returns: true when pressed.
bool filter_chip(const Rect& r, std::string_view label, bool on, bool removable = true);

struct InputOptions {
  std::string_view hint = {};
  std::string_view refused =
      {};  // why the last value was not taken; drawn below by the caller's layout
  bool enabled = true;
  bool multiline = false;
  Icon icon = Icon::none;
  bool focus = false;  // take the keyboard in this frame
};
struct InputResult {
  bool changed = false;    // the draft differs from the frame before
  bool committed = false;  // Enter or focus left after an edit: the moment to issue a command
  bool entered = false;    // Enter was pressed
  bool active = false;
};
// Edits a draft. Escape restores the text and commits nothing.
InputResult input(const Rect& r, std::string_view name, std::string& draft,
                  const InputOptions& options = {});

}  // namespace tandem::ui
