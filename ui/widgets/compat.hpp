// The one place that knows which Dear ImGui is installed: Debian 12 carries 1.86, Debian 13 carries
// 1.90. Widgets and views call ImGui directly only for what both have; what differs is wrapped
// here. When Debian 12 is dropped this file shrinks. Knows no theme and no domain.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <span>
#include <string_view>

namespace tandem::ui {

// The keys an action may be bound to. Letters mean the letter printed on the key, whatever the
// layout.
// clang-format off
enum class Key {
  none, enter, escape, tab, space, backspace, del, home, end, page_up, page_down,
  left, right, up, down, f1, f2, f6, plus, minus,
  n0, n1, n2, n3, n4, n5, n6, n7, n8, n9,
  a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
};
// clang-format on
inline constexpr int kKeys = static_cast<int>(Key::z) + 1;

// `native` is the GLFW code ImGui 1.86 is asked with, `imgui` the named key of later versions (0
// below).
struct KeyCode {
  int imgui = 0;
  int native = 0;
};
KeyCode code(Key key);
std::string_view key_name(Key key);

// ImGui 1.86's GLFW backend reports keys by their place on a US keyboard. The window tells us here
// which native code carries which letter on the keyboard that is really plugged in.
void set_native_code(Key key, int native);

bool pressed(Key key, bool repeat = false);
bool held(Key key);

// Strokes run exactly on the given coordinates (pixel centres at .5), unlike AddRect and AddCircle.
void stroke(ImDrawList& dl, std::span<const ImVec2> points, ImU32 colour, bool closed,
            float thickness);
void stroke_rect(ImDrawList& dl, ImVec2 min, ImVec2 max, ImU32 colour, float rounding,
                 float thickness);

// A texture of the renderer, whole, over the rectangle.
void draw_picture(ImDrawList& dl, std::uintptr_t texture, ImVec2 min, ImVec2 max);

// The keyboard walks in and out of it, unless the flags say NoNav.
bool begin_child(const char* id, ImVec2 size, ImGuiWindowFlags flags);
void push_font(ImFont* font);
void clipper_always_show(ImGuiListClipper& clipper, int first, int last);

// An invisible button that the keyboard can reach as well.
bool hot_spot(const char* id, ImVec2 size);

// ImGui 1.86 activates the focused item with Space only; Enter belongs to it too.
bool activated_by_enter();

// The keyboard goes to the item drawn last, its ring is shown, and it is scrolled into view.
void keyboard_to_last_item();

}  // namespace tandem::ui
