#include "ui/widgets/area.hpp"

#include <cmath>

#include "ui/widgets/compat.hpp"

namespace tandem::ui {

Area::Area(const char* id, const Rect& r, const AreaOptions& options) {
  ImGuiWindowFlags flags = ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove;
  if (!options.scroll) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
  if (!options.keyboard) flags |= ImGuiWindowFlags_NoNav;
  const Rect box = snapped(r);
  ImGui::SetCursorScreenPos(low(box));
  begin_child(id, {std::max(1.0F, box.width()), std::max(1.0F, box.height())}, flags);
  const ImVec2 start = ImGui::GetCursorScreenPos();
  x0_ = box.x0 + px(options.margin);
  x1_ = box.x1 - px(options.margin);
  y_ = std::round(start.y);
  bottom_ = box.y1;
}

Area::~Area() {
  ImGui::SetCursorScreenPos({x0_, y_});
  ImGui::Dummy({1, 0});
  ImGui::EndChild();
}

Rect Area::next(float height) {
  const Rect row{x0_, y_, x1_, y_ + std::round(height)};
  y_ = row.y1;
  return row;
}

Rect Area::rest() const { return {x0_, y_, x1_, std::max(y_, bottom_)}; }

bool Area::in_view(const Rect& r) { return ImGui::IsRectVisible(low(r), high(r)); }

}  // namespace tandem::ui
