// When the window must draw again although nothing came in: an animation runs, a message is about
// to leave. Widgets ask, the window's loop (ui/desktop) collects; otherwise it sleeps.
#pragma once

namespace tandem::ui {

// Asks for a frame not later than `seconds` from now; 0 means the next one.
void want_frame_in(double seconds);

// Returns: the earliest wish since the last call, or a negative number when there was none.
double take_wanted_frame();

}  // namespace tandem::ui
