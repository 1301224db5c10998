// Memory for what one frame makes and the next one does not need: words put together for a label,
// the points of a line, a list of lines. It is handed out from front to back of one block and taken
// back whole when the next frame begins, so that a frame like the one before asks the system for
// none. Nothing of it may be kept: a state or a model has strings of its own. Used by widgets and
// views; thread rule: the window's thread.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <memory_resource>
#include <string_view>

namespace tandem::ui {

// For std::pmr containers that live no longer than the frame.
std::pmr::memory_resource* frame_memory();

// The same text, ended by a NUL for Dear ImGui.
std::string_view copied(std::string_view text);

std::string_view vphrase(fmt::string_view format, fmt::format_args args);
// fmt::format for words that are drawn and forgotten.
template <class... T>
std::string_view phrase(fmt::format_string<T...> format, T&&... args) {
  return vphrase(format, fmt::make_format_args(args...));
}

// "1 session", "3 sessions"
template <std::integral N>
std::string_view counted(N n, std::string_view one, std::string_view many = {}) {
  if (n == 1) return phrase("1 {}", one);
  return many.empty() ? phrase("{} {}s", n, one) : phrase("{} {}", n, many);
}

}  // namespace tandem::ui
