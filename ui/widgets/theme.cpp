#include "ui/widgets/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tandem::ui {
namespace {

struct Row {
  std::string_view name;
  std::uint32_t light;  // 0xRRGGBBAA
  std::uint32_t dark;
};

// clang-format off
constexpr std::array<Row, kColours> kTable{{
    {"chrome",         0xF3F3F0FF, 0x131417FF},
    {"surface",        0xFBFBF9FF, 0x191A1EFF},
    {"raised",         0xFFFFFFFF, 0x202227FF},
    {"sunken",         0xF3F3F0FF, 0x15161AFF},
    {"line",           0xE5E5E0FF, 0x2F3138FF},
    {"line_strong",    0x8B8B92FF, 0x6E717CFF},
    {"text",           0x1B1B1FFF, 0xEDEDF0FF},
    {"muted",          0x5E5E68FF, 0xA6A8B3FF},
    {"disabled",       0xA3A3AAFF, 0x5F626CFF},
    {"accent",         0x4B43C6FF, 0x9B95FAFF},
    {"accent_soft",    0xECEBFAFF, 0x2A2947FF},
    {"on_accent",      0xFFFFFFFF, 0x15141FFF},
    {"selected",       0xE6E4FAFF, 0x302E57FF},
    {"hover",          0xEFEFEBFF, 0x282A30FF},
    {"leader",         0xB4480BFF, 0xF39A5FFF},
    {"leader_soft",    0xFBE8DAFF, 0x432817FF},
    {"manager",        0x0B6E86FF, 0x54BDD6FF},
    {"manager_soft",   0xD9EEF3FF, 0x123842FF},
    {"both",           0x1B1B1FFF, 0xEDEDF0FF},
    {"expert",         0x84338FFF, 0xD48DDFFF},
    {"expert_soft",    0xF3E3F5FF, 0x3B2140FF},
    {"people",         0x56690AFF, 0xB3C45AFF},
    {"people_soft",    0xECF0D3FF, 0x30360FFF},
    {"ok",             0x187A45FF, 0x57C288FF},
    {"ok_soft",        0xDCF1E4FF, 0x16372AFF},
    {"attention",      0x86640AFF, 0xDDB64AFF},
    {"attention_soft", 0xF9EFCBFF, 0x3A2F10FF},
    {"late",           0xB3243BFF, 0xF2808CFF},
    {"late_soft",      0xFBE2E5FF, 0x471F28FF},
    {"blocked",        0x57506AFF, 0xB7AECBFF},
    {"blocked_soft",   0xEAE8EFFF, 0x2E2B38FF},
    {"hatch",          0xC9C8CFFF, 0x41434DFF},
    {"holiday",        0xF1F0ECFF, 0x1F2025FF},
    {"scrim",          0x1B1B1F52, 0x00000080},
}};
// clang-format on

Scheme g_scheme = Scheme::light;
float g_scale = 1;

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Rgba c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

Rgba rgba(Scheme scheme, Colour colour) {
  const Row& row = kTable[static_cast<std::size_t>(colour)];
  const std::uint32_t v = scheme == Scheme::light ? row.light : row.dark;
  return {static_cast<std::uint8_t>(v >> 24), static_cast<std::uint8_t>(v >> 16 & 255),
          static_cast<std::uint8_t>(v >> 8 & 255), static_cast<std::uint8_t>(v & 255)};
}

std::string_view name(Colour colour) { return kTable[static_cast<std::size_t>(colour)].name; }

double contrast(Rgba one, Rgba other) {
  const double a = luminance(one) + 0.05;
  const double b = luminance(other) + 0.05;
  return std::max(a, b) / std::min(a, b);
}

Scheme scheme() { return g_scheme; }
float scale() { return g_scale; }
float px(float length) { return std::round(length * g_scale); }
float hair() { return std::max(1.0F, std::floor(g_scale)); }

ImVec4 ink4(Colour colour, float alpha) {
  const Rgba c = rgba(g_scheme, colour);
  const auto part = [](std::uint8_t v) { return static_cast<float>(v) / 255.0F; };
  return {part(c.r), part(c.g), part(c.b), part(c.a) * alpha};
}

ImU32 ink(Colour colour, float alpha) {
  return ImGui::ColorConvertFloat4ToU32(ink4(colour, alpha * ImGui::GetStyle().Alpha));
}

void apply_theme(Scheme scheme, float scale) {
  g_scheme = scheme;
  g_scale = scale;
  ImGuiStyle style;  // fresh each time: ScaleAllSizes compounds
  style.WindowPadding = {0, 0};
  style.WindowRounding = 0;
  style.WindowBorderSize = 0;
  style.ChildBorderSize = 0;
  style.PopupRounding = metric::kCardRadius;
  style.PopupBorderSize = 1;
  style.FramePadding = {10, 8};
  style.FrameRounding = metric::kControlRadius;
  style.FrameBorderSize = 1;
  style.ItemSpacing = {8, 8};
  style.ItemInnerSpacing = {6, 4};
  style.CellPadding = {8, 0};
  style.ScrollbarSize = metric::kScrollBar;
  style.ScrollbarRounding = 3;
  style.GrabMinSize = 24;
  style.GrabRounding = 4;
  style.TabRounding = 0;
  style.WindowMenuButtonPosition = ImGuiDir_None;
  style.DisabledAlpha = 1;  // widgets draw their disabled state in its own colour
  style.CircleTessellationMaxError = 0.15F;
  style.ScaleAllSizes(scale);
  style.FrameBorderSize = hair();
  style.PopupBorderSize = hair();

  const ImVec4 none{0, 0, 0, 0};
  for (ImVec4& c : style.Colors) c = none;
  const auto set = [&style](ImGuiCol at, ImVec4 c) { style.Colors[at] = c; };
  set(ImGuiCol_Text, ink4(Colour::text));
  set(ImGuiCol_TextDisabled, ink4(Colour::muted));  // hints inside inputs
  set(ImGuiCol_WindowBg, ink4(Colour::surface));
  set(ImGuiCol_PopupBg, ink4(Colour::raised));
  set(ImGuiCol_Border, ink4(Colour::line_strong));
  set(ImGuiCol_FrameBg, ink4(Colour::raised));
  set(ImGuiCol_FrameBgHovered, ink4(Colour::hover));
  set(ImGuiCol_FrameBgActive, ink4(Colour::raised));
  set(ImGuiCol_ScrollbarGrab, ink4(Colour::line_strong, 0.45F));
  set(ImGuiCol_ScrollbarGrabHovered, ink4(Colour::line_strong, 0.8F));
  set(ImGuiCol_ScrollbarGrabActive, ink4(Colour::line_strong));
  set(ImGuiCol_TextSelectedBg, ink4(Colour::selected));
  set(ImGuiCol_TableHeaderBg, ink4(Colour::sunken));
  set(ImGuiCol_TableBorderStrong, ink4(Colour::line));
  set(ImGuiCol_TableBorderLight, ink4(Colour::line));
  set(ImGuiCol_Separator, ink4(Colour::line));
  set(ImGuiCol_SeparatorHovered, ink4(Colour::accent));
  set(ImGuiCol_SeparatorActive, ink4(Colour::accent));
  set(ImGuiCol_ModalWindowDimBg, ink4(Colour::scrim));
  set(ImGuiCol_DragDropTarget, ink4(Colour::accent));
  // The focus ring is drawn by our own widgets; ImGui's would be a second one.
  ImGui::GetStyle() = style;
}

}  // namespace tandem::ui
