// The parts of a form: a field with its name above and what is wrong with it below, a choice among
// few words as chips, one among many as a menu, an axis with words at both ends. A field edits a
// draft; what was refused stays in view beside its cause until it is put right. Knows no row.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/controls.hpp"

namespace tandem::ui {

struct FieldOptions {
  std::string_view hint = {};
  std::string_view remark = {};   // muted, right of the name
  std::string_view refused = {};  // why what was typed was not taken
  float box = 0;                  // design pixels; above 0: several lines of text
  bool enabled = true;
  bool focus = false;
};

// What a field takes at this width, in pixels: more while it says what is wrong.
float field_height(float width, const FieldOptions& options = {});
InputResult field(const Rect& r, std::string_view name, std::string& draft,
                  const FieldOptions& options = {});
// Only the name, or only the sentence, for controls that are put together by hand.
void field_name(const Rect& r, std::string_view name, std::string_view remark = {});
float refusal_height(float width, std::string_view refused);
void refusal(const Rect& r, std::string_view refused);

// Words in a row, on as many lines as they need; one of them on, or none. A press on the one that
// is on takes it off where `optional`. Returns: whether `chosen` changed.
float chips_height(float width, std::span<const std::string_view> words);
bool chips(const Rect& r, std::string_view name, std::span<const std::string_view> words,
           std::optional<int>& chosen, bool optional = true);

// Words of which any number are on: bit k is the word k. Returns: the word that was pressed.
std::optional<int> toggles(const Rect& r, std::string_view name,
                           std::span<const std::string_view> words, std::uint32_t on);

// Looks like a field that opens a menu; drawing the menu is the caller's. Returns: pressed.
bool select_field(const Rect& r, std::string_view name, std::string_view value);

// Five stops from -2 to +2 with the words of both ends, 28 design pixels high; empty is no stop. A
// press on the stop that is on takes it off. Returns: whether `value` changed.
bool axis_slider(const Rect& r, std::string_view left, std::string_view right,
                 std::optional<int>& value);

}  // namespace tandem::ui
