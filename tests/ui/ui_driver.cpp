#include "tests/ui/ui_driver.hpp"

#include <imgui.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "ui/widgets/fonts.hpp"
#include "ui/widgets/utf8.hpp"

namespace tandem::test {
namespace {

ui::FontFiles::Bytes bytes(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The files of Debian's fonts-inter; where they are missing, ImGui's built-in font would change
// every width, so the tests say so instead.
const ui::FontFiles& inter() {
  static const ui::FontFiles files{bytes("/usr/share/fonts/opentype/inter/Inter-Regular.otf"),
                                   bytes("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf"),
                                   {}};
  if (files.regular.empty() || files.semibold.empty()) {
    throw std::runtime_error("the ui tests need the package fonts-inter");
  }
  return files;
}

#if IMGUI_VERSION_NUM < 18700
void map_keys(ImGuiIO& io) {
  using ui::Key;
  for (const auto& [named, key] : {std::pair{ImGuiKey_Tab, Key::tab},
                                   {ImGuiKey_LeftArrow, Key::left},
                                   {ImGuiKey_RightArrow, Key::right},
                                   {ImGuiKey_UpArrow, Key::up},
                                   {ImGuiKey_DownArrow, Key::down},
                                   {ImGuiKey_PageUp, Key::page_up},
                                   {ImGuiKey_PageDown, Key::page_down},
                                   {ImGuiKey_Home, Key::home},
                                   {ImGuiKey_End, Key::end},
                                   {ImGuiKey_Delete, Key::del},
                                   {ImGuiKey_Backspace, Key::backspace},
                                   {ImGuiKey_Space, Key::space},
                                   {ImGuiKey_Enter, Key::enter},
                                   {ImGuiKey_Escape, Key::escape},
                                   {ImGuiKey_A, Key::a},
                                   {ImGuiKey_C, Key::c},
                                   {ImGuiKey_V, Key::v},
                                   {ImGuiKey_X, Key::x},
                                   {ImGuiKey_Y, Key::y},
                                   {ImGuiKey_Z, Key::z}}) {
    io.KeyMap[named] = ui::code(key).native;
  }
}
#endif

}  // namespace

UiDriver::UiDriver(std::function<void()> page, float width, float height, float scale)
    : page_(std::move(page)) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as the OpenGL backend has it
  io.MousePos = {-1, -1};
  ui::apply_theme(ui::Scheme::light, scale);
  ui::build_fonts(inter(), ui::Characters(), scale);
#if IMGUI_VERSION_NUM < 18700
  map_keys(io);
#endif
  ui::set_probe(&probe_);
  frame(3);
}

UiDriver::~UiDriver() {
  ui::set_probe(nullptr);
  ImGui::DestroyContext();
}

void UiDriver::frame(int count) {
  for (int k = 0; k < count; ++k) {
    probe_.begin_frame();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("test", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBringToFrontOnFocus);
    page_();
    ImGui::End();
    ImGui::Render();
  }
}

const ui::ProbeItem& UiDriver::item(std::string_view name) const {
  const ui::ProbeItem* found = probe_.find(name);
  if (!found) {
    throw std::runtime_error("\"" + std::string(name) +
                             "\" is not on screen, or more than once. On screen:\n" +
                             probe_.describe());
  }
  return *found;
}

bool UiDriver::sees(std::string_view name) const {
  for (const ui::ProbeItem& i : probe_.items()) {
    if (i.name == name || i.label == name) return true;
  }
  return false;
}

void UiDriver::point(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
  io.AddMousePosEvent(x, y);
#else
  io.MousePos = {x, y};
#endif
  frame();
}

void UiDriver::move_onto(std::string_view name) {
  frame(2);
  const ui::ProbeItem& found = item(name);
  if (!found.enabled) throw std::runtime_error("\"" + std::string(name) + "\" is disabled");
  const geometry::Point centre = found.rect.centre();
  point(centre.x, centre.y);
}

void UiDriver::button(bool down) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
  io.AddMouseButtonEvent(0, down);
#else
  io.MouseDown[0] = down;
#endif
  frame();
}

void UiDriver::click(std::string_view name) {
  move_onto(name);
  click_here();
}

void UiDriver::click_here() {
  button(true);
  button(false);
  frame(2);
}

void UiDriver::double_click(std::string_view name) {
  move_onto(name);
  for (int k = 0; k < 2; ++k) button(true), button(false);
  frame(2);
}

void UiDriver::hover(std::string_view name) {
  move_onto(name);
  frame();
}

void UiDriver::drag(std::string_view name, float dx, float dy, bool release_at_end) {
  move_onto(name);
  carry(dx, dy);
  if (release_at_end) release();
}

void UiDriver::drag_here(float dx, float dy) {
  carry(dx, dy);
  release();
}

void UiDriver::carry(float dx, float dy) {
  const ImVec2 from = ImGui::GetIO().MousePos;
  button(true);
  for (int k = 1; k <= 10; ++k) {
    const float part = static_cast<float>(k) / 10;
    point(from.x + dx * part, from.y + dy * part);
  }
}

void UiDriver::release() {
  button(false);
  frame(2);
}

void UiDriver::wheel(std::string_view name, float steps) {
  move_onto(name);
  const ImVec2 at = ImGui::GetIO().MousePos;
  wheel_at(at.x, at.y, steps);
}

void UiDriver::wheel_at(float x, float y, float steps) {
  point(x, y);
  wheel_here(steps);
  frame(30);  // the view moves there
}

void UiDriver::wheel_here(float steps) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
  io.AddMouseWheelEvent(0, steps);
#else
  io.MouseWheel = steps;
#endif
  frame();
}

void UiDriver::type(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    ImGui::GetIO().AddInputCharacter(static_cast<unsigned>(ui::next_character(utf8, at)));
    frame();
  }
}

void UiDriver::key(ui::Key k, bool down) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18700
  io.AddKeyEvent(static_cast<ImGuiKey>(ui::code(k).imgui), down);
#else
  io.KeysDown[ui::code(k).native] = down;
#endif
  frame();
}

void UiDriver::modifier(bool ctrl, bool shift) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM >= 18900
  io.AddKeyEvent(ImGuiMod_Ctrl, ctrl);
  io.AddKeyEvent(ImGuiMod_Shift, shift);
#else
  io.KeyCtrl = ctrl;
  io.KeyShift = shift;
#if IMGUI_VERSION_NUM >= 18700
  io.AddKeyEvent(ImGuiKey_ModCtrl, ctrl);
  io.AddKeyEvent(ImGuiKey_ModShift, shift);
#endif
#endif
}

void UiDriver::press(ui::Key k, bool ctrl, bool shift) {
  modifier(ctrl, shift);
  key(k, true);
  key(k, false);
  modifier(false, false);
  frame(2);
}

}  // namespace tandem::test
