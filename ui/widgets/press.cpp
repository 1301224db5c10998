#include "ui/widgets/press.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/panes.hpp"
#include "ui/widgets/text.hpp"

namespace tandem::ui {
namespace {
const Press* g_pose = nullptr;
}

Pose::Pose(const Press& state) { g_pose = &state; }
Pose::~Pose() { g_pose = nullptr; }

Press press(std::string_view id, const Rect& r, const PressOptions& options) {
  Press result;
  const ImVec2 size{std::max(1.0F, r.width()), std::max(1.0F, r.height())};
  ImGui::SetCursorScreenPos(low(r));
  if (options.enabled) {
    result.clicked = hot_spot(copied(id).data(), size) || activated_by_enter();
    result.hovered = ImGui::IsItemHovered();
    result.held = ImGui::IsItemActive();
    if (keyboard_comes(!options.on ? 0 : options.role == Role::row ? 2 : 1))
      keyboard_to_last_item();
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
  std::array<char, 20> digits;
  char* end = std::to_chars(digits.data(), digits.data() + digits.size(), key).ptr;
  ImGui::PushID(digits.data(), end);
}
IdScope::IdScope(std::string_view key) { ImGui::PushID(key.data(), key.data() + key.size()); }
IdScope::~IdScope() { ImGui::PopID(); }

}  // namespace tandem::ui
