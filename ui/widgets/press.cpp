#include "ui/widgets/press.hpp"

#include <algorithm>
#include <string>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/text.hpp"

namespace tandem::ui {
namespace {
const Press* g_pose = nullptr;
}

Pose::Pose(const Press& state) { g_pose = &state; }
Pose::~Pose() { g_pose = nullptr; }

Press press(std::string_view id, const Rect& r, const PressOptions& options) {
  Press result;
  const std::string name(id);
  const ImVec2 size{std::max(1.0F, r.width()), std::max(1.0F, r.height())};
  ImGui::SetCursorScreenPos(low(r));
  if (options.enabled) {
    result.clicked = hot_spot(name.c_str(), size) || activated_by_enter();
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    result.focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  } else {
    ImGui::Dummy(size);
  }
  if (g_pose) result = *g_pose;
  if (!options.reason.empty()) hint(r, options.reason);
  record(options.role, r, options.label.empty() ? id : options.label, options.enabled,
         result.focused, options.on);
  return result;
}

IdScope::IdScope(std::uint64_t key) {
  const std::string text = std::to_string(key);
  ImGui::PushID(text.c_str());
}
IdScope::IdScope(std::string_view key) { ImGui::PushID(key.data(), key.data() + key.size()); }
IdScope::~IdScope() { ImGui::PopID(); }

}  // namespace tandem::ui
