// The one thing every control is made of: a rectangle that can be pointed at, pressed and reached
// by keyboard, recorded in the probe. Draws nothing but the tooltip of a disabled control.
#pragma once

#include <cstdint>
#include <string_view>

#include "ui/widgets/paint.hpp"
#include "ui/widgets/probe.hpp"

namespace tandem::ui {

struct Press {
  bool clicked = false;
  bool hovered = false;
  bool held = false;     // mouse or key is down on it
  bool focused = false;  // the keyboard is here and its ring is to be seen
};

struct PressOptions {
  Role role = Role::button;
  bool enabled = true;
  bool on = false;
  std::string_view reason = {};  // why it is disabled, or what it does: shown as a tooltip
  std::string_view label = {};   // what the probe records; empty: the id
};

// The ImGui id is `id` within the current id stack: two equal ones in a list need PushID around
// them.
Press press(std::string_view id, const Rect& r, const PressOptions& options = {});

// The state the next controls pretend to be in while this lives: for the sheet that shows every
// control in every state, and for pictures. Never used by a page.
class Pose {
 public:
  explicit Pose(const Press& state);
  ~Pose();
  Pose(const Pose&) = delete;
  Pose& operator=(const Pose&) = delete;
};

// Ids for the rows of a list: by the key of the thing, never by its place or its label.
class IdScope {
 public:
  explicit IdScope(std::uint64_t key);
  explicit IdScope(std::string_view key);
  ~IdScope();
  IdScope(const IdScope&) = delete;
  IdScope& operator=(const IdScope&) = delete;
};

}  // namespace tandem::ui
