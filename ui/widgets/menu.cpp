#include "ui/widgets/menu.hpp"

#include <algorithm>
#include <cmath>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/marks.hpp"

namespace tandem::ui {

void open_menu(const char* id) { ImGui::OpenPopup(id); }
void open_dialog(const char* id) { ImGui::OpenPopup(id); }

Menu::Menu(const char* id, const Rect& anchor, float width) : width_(px(width)) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const bool above = anchor.y1 + px(160) > screen.y;
  const float x = std::clamp(anchor.x0, px(8), std::max(px(8), screen.x - width_ - px(8)));
  ImGui::SetNextWindowPos({x, above ? anchor.y0 - px(4) : anchor.y1 + px(4)}, ImGuiCond_Always,
                          {0, above ? 1.0F : 0.0F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(4), px(4)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  open_ = ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove);
  if (!open_) ImGui::PopStyleVar(2);
}

Menu::~Menu() {
  if (!open_) return;
  ImGui::EndPopup();
  ImGui::PopStyleVar(2);
}

bool menu_item(const Rect& r, std::string_view text, std::string_view key, bool enabled,
               std::string_view reason) {
  const Press p = press(text, r, {.enabled = enabled, .reason = reason});
  if (p.hovered || p.held || p.focused) {
    fill(r, ink(p.held ? Colour::selected : Colour::hover), px(4));
  }
  Rect line = r.inset(px(8), 0);
  if (!key.empty()) key_cap(line.cut_right(key_cap_width(key), px(8)), key);
  label(line, Type::body, ink(enabled ? Colour::text : Colour::disabled), text);
  if (p.focused) focus_ring(r, px(4), -px(2));
  return p.clicked;
}

bool Menu::item(std::string_view text, std::string_view key, bool enabled,
                std::string_view reason) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect r = Rect::sized(at.x, at.y, width_ - px(8), px(metric::kMenuItem));
  const bool pressed = menu_item(r, text, key, enabled, reason);
  if (pressed) ImGui::CloseCurrentPopup();
  return pressed;
}

void Menu::heading(std::string_view text) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Rect r = Rect::sized(at.x, at.y, width_ - px(8), px(24));
  label(r.inset(px(8), 0), Type::small_strong, ink(Colour::muted), text);
  ImGui::Dummy({r.width(), r.height()});
}

void Menu::rule() {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  line_h(at.x, at.x + width_ - px(8), at.y + px(4), ink(Colour::line));
  ImGui::Dummy({width_ - px(8), px(9)});
}

void popup_surface(const Rect& r, float radius) {
  fill(r, ink(Colour::raised), radius);
  outline(r, ink(Colour::line_strong), radius);
}

Dialog::Dialog(const char* id, const DialogOptions& options) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const ImVec2 size{std::min(px(options.width), screen.x - px(32)),
                    std::min(px(options.height), screen.y - px(32))};
  const float middle = std::round((screen.y - size.y) / 2);
  ImGui::SetNextWindowPos({std::round((screen.x - size.x) / 2),
                           options.top < 0 ? middle : std::min(px(options.top), middle)});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(metric::kCardRadius));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, hair());
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  open_ = ImGui::BeginPopupModal(id, nullptr,
                                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoScrollbar);
  ImGui::PopStyleVar(3);
  if (!open_) return;
  const ImVec2 at = ImGui::GetWindowPos();
  inside_ = Rect::sized(at.x, at.y, size.x, size.y).inset(px(options.padding));
  if (pressed(Key::escape) && !ImGui::IsAnyItemActive()) ImGui::CloseCurrentPopup();
}

Dialog::~Dialog() {
  if (open_) ImGui::EndPopup();
}

void Dialog::close() { ImGui::CloseCurrentPopup(); }

}  // namespace tandem::ui
