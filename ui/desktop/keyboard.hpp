// Which physical key carries which letter on the keyboard in use: read from GLFW, told to
// ui/widgets and to ImGui. Needed by ImGui 1.86 only, whose GLFW backend reports keys by their
// place on a US keyboard.
#pragma once

namespace tandem::desktop {

// Requires: GLFW is up. Called at start and whenever the window gets the focus.
void read_keyboard_layout();

}  // namespace tandem::desktop
