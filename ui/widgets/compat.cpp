#include "ui/widgets/compat.hpp"

#include <imgui_internal.h>

#include <array>

namespace tandem::ui {
namespace {

// GLFW's codes: letters and digits are their ASCII, the others are fixed by GLFW 3.
constexpr std::array<int, kKeys> kNative = [] {
  std::array<int, kKeys> codes{};
  const auto set = [&codes](Key key, int native) { codes[static_cast<std::size_t>(key)] = native; };
  set(Key::space, 32), set(Key::escape, 256), set(Key::enter, 257), set(Key::tab, 258);
  set(Key::backspace, 259), set(Key::del, 261), set(Key::right, 262), set(Key::left, 263);
  set(Key::down, 264), set(Key::up, 265), set(Key::page_up, 266), set(Key::page_down, 267);
  set(Key::home, 268), set(Key::end, 269), set(Key::f1, 290), set(Key::f2, 291);
  set(Key::f6, 295);
  set(Key::plus, 61), set(Key::minus, 45);  // the key of "=" carries "+" on a US keyboard
  for (int k = 0; k < 10; ++k) codes[static_cast<std::size_t>(Key::n0) + std::size_t(k)] = '0' + k;
  for (int k = 0; k < 26; ++k) codes[static_cast<std::size_t>(Key::a) + std::size_t(k)] = 'A' + k;
  return codes;
}();

std::array<int, kKeys> g_native = kNative;

#if IMGUI_VERSION_NUM >= 18700
int named(Key key) {
  switch (key) {
    case Key::none:
      return ImGuiKey_None;
    case Key::enter:
      return ImGuiKey_Enter;
    case Key::escape:
      return ImGuiKey_Escape;
    case Key::tab:
      return ImGuiKey_Tab;
    case Key::space:
      return ImGuiKey_Space;
    case Key::backspace:
      return ImGuiKey_Backspace;
    case Key::del:
      return ImGuiKey_Delete;
    case Key::home:
      return ImGuiKey_Home;
    case Key::end:
      return ImGuiKey_End;
    case Key::page_up:
      return ImGuiKey_PageUp;
    case Key::page_down:
      return ImGuiKey_PageDown;
    case Key::left:
      return ImGuiKey_LeftArrow;
    case Key::right:
      return ImGuiKey_RightArrow;
    case Key::up:
      return ImGuiKey_UpArrow;
    case Key::down:
      return ImGuiKey_DownArrow;
    case Key::f1:
      return ImGuiKey_F1;
    case Key::f2:
      return ImGuiKey_F2;
    case Key::f6:
      return ImGuiKey_F6;
    case Key::plus:
      return ImGuiKey_Equal;
    case Key::minus:
      return ImGuiKey_Minus;
    default:
      break;
  }
  const int at = static_cast<int>(key);
  if (key >= Key::a) return ImGuiKey_A + (at - static_cast<int>(Key::a));
  return ImGuiKey_0 + (at - static_cast<int>(Key::n0));
}
#endif

}  // namespace

KeyCode code(Key key) {
#if IMGUI_VERSION_NUM >= 18700
  return {named(key), g_native[static_cast<std::size_t>(key)]};
#else
  return {0, g_native[static_cast<std::size_t>(key)]};
#endif
}

std::string_view key_name(Key key) {
  // clang-format off
  static constexpr std::array<std::string_view, kKeys> kNames{
      "", "Enter", "Esc", "Tab", "Space", "Backspace", "Del", "Home", "End", "Page up", "Page down",
      "Left", "Right", "Up", "Down", "F1", "F2", "F6", "+", "-",
      "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
      "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
      "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z"};
  // clang-format on
  return kNames[static_cast<std::size_t>(key)];
}

void set_native_code(Key key, int native) { g_native[static_cast<std::size_t>(key)] = native; }

bool pressed(Key key, bool repeat) {
  if (key == Key::none) return false;
#if IMGUI_VERSION_NUM >= 18700
  return ImGui::IsKeyPressed(static_cast<ImGuiKey>(code(key).imgui), repeat);
#else
  return ImGui::IsKeyPressed(code(key).native, repeat);
#endif
}

bool held(Key key) {
  if (key == Key::none) return false;
#if IMGUI_VERSION_NUM >= 18700
  return ImGui::IsKeyDown(static_cast<ImGuiKey>(code(key).imgui));
#else
  return ImGui::IsKeyDown(code(key).native);
#endif
}

void stroke(ImDrawList& dl, std::span<const ImVec2> points, ImU32 colour, bool closed,
            float thickness) {
  const int count = static_cast<int>(points.size());
#if IMGUI_VERSION_NUM >= 19276  // 1.92.8 swapped the last two
  dl.AddPolyline(points.data(), count, colour, thickness,
                 closed ? ImDrawFlags_Closed : ImDrawFlags_None);
#else
  dl.AddPolyline(points.data(), count, colour, closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                 thickness);
#endif
}

void stroke_rect(ImDrawList& dl, ImVec2 min, ImVec2 max, ImU32 colour, float rounding,
                 float thickness) {
  dl.PathRect(min, max, rounding);
#if IMGUI_VERSION_NUM >= 19276
  dl.PathStroke(colour, thickness, ImDrawFlags_Closed);
#else
  dl.PathStroke(colour, ImDrawFlags_Closed, thickness);
#endif
}

void draw_picture(ImDrawList& dl, std::uintptr_t texture, ImVec2 min, ImVec2 max) {
#if IMGUI_VERSION_NUM >= 19140  // ImTextureID is a number since
  dl.AddImage(static_cast<ImTextureID>(texture), min, max);
#else
  dl.AddImage(reinterpret_cast<ImTextureID>(texture), min, max);
#endif
}

bool begin_child(const char* id, ImVec2 size, ImGuiWindowFlags flags) {
  const bool keyboard = (flags & ImGuiWindowFlags_NoNav) == 0;
#if IMGUI_VERSION_NUM >= 19090
  return ImGui::BeginChild(id, size, keyboard ? ImGuiChildFlags_NavFlattened : 0, flags);
#else
  if (keyboard) flags |= ImGuiWindowFlags_NavFlattened;
#if IMGUI_VERSION_NUM >= 19000
  return ImGui::BeginChild(id, size, static_cast<ImGuiChildFlags>(0), flags);
#else
  return ImGui::BeginChild(id, size, false, flags);
#endif
#endif
}

void push_font(ImFont* font) {
#if IMGUI_VERSION_NUM >= 19200
  ImGui::PushFont(font, font ? font->LegacySize : 0.0F);
#else
  ImGui::PushFont(font);
#endif
}

void clipper_always_show(ImGuiListClipper& clipper, int first, int last) {
#if IMGUI_VERSION_NUM >= 18990
  clipper.IncludeItemsByIndex(first, last);
#elif IMGUI_VERSION_NUM >= 18960
  clipper.IncludeRangeByIndices(first, last);
#else
  clipper.ForceDisplayRangeByIndices(first, last);
#endif
}

bool hot_spot(const char* id, ImVec2 size) {
#if IMGUI_VERSION_NUM >= 19130
  return ImGui::InvisibleButton(id, size, ImGuiButtonFlags_EnableNav);
#else
  return ImGui::InvisibleButton(id, size);
#endif
}

bool activated_by_enter() {
#if IMGUI_VERSION_NUM >= 18900
  return false;  // ImGui does it itself
#else
  const ImGuiIO& io = ImGui::GetIO();
  return io.NavVisible && ImGui::IsItemFocused() && !io.WantTextInput && pressed(Key::enter);
#endif
}

void keyboard_to_last_item() {
  ImGuiContext& imgui = *ImGui::GetCurrentContext();
  ImGui::SetFocusID(imgui.LastItemData.ID, imgui.CurrentWindow);
#if IMGUI_VERSION_NUM >= 19140
  ImGui::SetNavCursorVisible(true);
#else
  imgui.NavDisableHighlight = false;
#endif
  if (!ImGui::IsItemVisible()) ImGui::SetScrollHereY();
}

}  // namespace tandem::ui
