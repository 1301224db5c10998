#include "ui/widgets/text.hpp"

#include <algorithm>
#include <cmath>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::ui {
namespace {

constexpr std::string_view kEllipsis = "…";

const char* end_of(std::string_view text) { return text.data() + text.size(); }

// How many bytes of `text` fit in `width`.
std::size_t fitting(Type type, std::string_view text, float width) {
  const char* rest = nullptr;
  ImFont* f = font(type);
  f->CalcTextSizeA(f->FontSize, std::max(width, 0.01F), 0, text.data(), end_of(text), &rest);
  return static_cast<std::size_t>(rest - text.data());
}

}  // namespace

float text_width(Type type, std::string_view text) {
  if (text.empty()) return 0;
  ImFont* f = font(type);
  return f->CalcTextSizeA(f->FontSize, 1e9F, 0, text.data(), end_of(text)).x;
}

Fitted fit(Type type, std::string_view text, float width) {
  if (text_width(type, text) <= width + 0.5F) return {text, false};
  const float left = width - text_width(type, kEllipsis);
  std::size_t count = left > 0 ? fitting(type, text, left) : 0;
  while (count > 0 && text[count - 1] == ' ') --count;
  return {phrase("{}{}", text.substr(0, count), kEllipsis), true};
}

void draw_text(Type type, ImU32 colour, float x, float y, std::string_view text) {
  if (text.empty()) return;
  ImFont* f = font(type);
  const float top = std::round(y) + baseline(type) - std::round(f->Ascent);
  canvas().AddText(f, f->FontSize, {std::round(x), top}, colour, text.data(), end_of(text));
}

void label(const Rect& r, Type type, ImU32 colour, std::string_view text, Align align) {
  if (text.empty() || r.width() <= 0) return;
  const Fitted shown = fit(type, text, r.width());
  const float spare = r.width() - text_width(type, shown.text);
  const float shift = align == Align::left ? 0 : align == Align::centre ? spare / 2 : spare;
  const float y = r.y0 + std::floor((r.height() - line_height(type)) / 2);
  draw_text(type, colour, r.x0 + std::max(0.0F, shift), y, shown.text);
  if (shown.cut) hint(r, text);
}

std::pmr::vector<std::string_view> wrap(Type type, std::string_view text, float width) {
  std::pmr::vector<std::string_view> lines(frame_memory());
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    std::string_view rest = text.substr(0, newline);
    text = newline == std::string_view::npos ? std::string_view{} : text.substr(newline + 1);
    if (rest.empty()) lines.push_back(rest);
    while (!rest.empty()) {
      std::size_t count = fitting(type, rest, width + 0.5F);
      if (count < rest.size() && rest[count] != ' ') {
        const std::size_t blank = rest.rfind(' ', count);
        if (blank != std::string_view::npos && blank > 0) count = blank;
      }
      count = std::max<std::size_t>(count, 1);
      while (count < rest.size() && (static_cast<unsigned char>(rest[count]) & 0xC0) == 0x80)
        ++count;
      lines.push_back(rest.substr(0, count));
      rest.remove_prefix(count);
      while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
    }
  }
  return lines;
}

float paragraph_height(Type type, std::string_view text, float width) {
  return static_cast<float>(wrap(type, text, width).size()) * line_height(type);
}

float paragraph(const Rect& r, Type type, ImU32 colour, std::string_view text, Align align) {
  float y = r.y0;
  for (const std::string_view line : wrap(type, text, r.width())) {
    const float spare = std::max(0.0F, r.width() - text_width(type, line));
    const float shift = align == Align::left ? 0 : align == Align::centre ? spare / 2 : spare;
    draw_text(type, colour, r.x0 + shift, y, line);
    y += line_height(type);
  }
  return y - r.y0;
}

namespace {

// The pointer rests a moment before words appear: sweeping over a page shows none.
constexpr double kRest = 0.35;

bool rested_on(const Rect& r) {
  static Rect last;
  static double since = 0;
  static int frame = 0;
  const bool same = last == r && ImGui::GetFrameCount() - frame <= 1;
  last = r;
  frame = ImGui::GetFrameCount();
  if (!same) since = ImGui::GetTime();
  const double rested = ImGui::GetTime() - since;
  if (rested < kRest) want_frame_in(kRest - rested);
  return rested >= kRest;
}

}  // namespace

void hint(const Rect& r, std::string_view text) {
  if (text.empty() || !ImGui::IsMouseHoveringRect(low(r), high(r))) return;
  if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) || !rested_on(r)) {
    return;
  }
  const float width = std::min(text_width(Type::small, text), px(320));
  const float height = paragraph_height(Type::small, text, width);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(8)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(metric::kControlRadius));
  ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, px(metric::kControlRadius));
  ImGui::BeginTooltip();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  paragraph(Rect::sized(at.x, at.y, width, height), Type::small, ink(Colour::text), text);
  ImGui::Dummy({width, height});
  ImGui::EndTooltip();
  ImGui::PopStyleVar(3);
}

}  // namespace tandem::ui
