#include "ui/desktop/keyboard.hpp"

#include <GLFW/glfw3.h>

#include <string_view>
#include <utility>

#include "ui/widgets/compat.hpp"

namespace tandem::desktop {

void read_keyboard_layout() {
  using ui::Key;
  for (int native = GLFW_KEY_SPACE; native <= GLFW_KEY_GRAVE_ACCENT; ++native) {
    const char* printed = glfwGetKeyName(native, 0);
    if (!printed) continue;
    const std::string_view sign(printed);
    if (sign.size() != 1) continue;  // a letter outside ASCII: the US place stays
    const char c = sign.front();
    if (c >= 'a' && c <= 'z') {
      ui::set_native_code(static_cast<Key>(static_cast<int>(Key::a) + (c - 'a')), native);
    } else if (c == '+' || c == '=') {
      ui::set_native_code(Key::plus, native);
    } else if (c == '-') {
      ui::set_native_code(Key::minus, native);
    }
  }
#if IMGUI_VERSION_NUM < 18700
  ImGuiIO& io = ImGui::GetIO();
  for (const auto& [named, key] : {std::pair{ImGuiKey_A, Key::a},
                                   {ImGuiKey_C, Key::c},
                                   {ImGuiKey_V, Key::v},
                                   {ImGuiKey_X, Key::x},
                                   {ImGuiKey_Y, Key::y},
                                   {ImGuiKey_Z, Key::z}}) {
    io.KeyMap[named] = ui::code(key).native;
  }
#endif
}

}  // namespace tandem::desktop
