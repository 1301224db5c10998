// Lines broken at blanks inside a text field, which Dear ImGui's cannot do by itself: while a text
// is edited, the blank at which a line ends stands as a line break, one for one, so that the cursor
// never moves. A break of the author's own stands as a carriage return and a line break. Used by
// controls.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/text.hpp"

namespace tandem::ui {

// As it stands in the field.
std::pmr::string soft_wrapped(Type type, std::string_view text, float width);
// As it is kept: the inverse.
std::string unwrapped(std::string_view shown);
// Breaks the lines of what stands in a field anew; its length stays. Returns: whether it changed.
bool rewrap(Type type, std::span<char> shown, float width);

}  // namespace tandem::ui
