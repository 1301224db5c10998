#include "ui/widgets/wake.hpp"

#include <utility>

namespace tandem::ui {
namespace {
double g_wanted = -1;
}

void want_frame_in(double seconds) {
  if (g_wanted < 0 || seconds < g_wanted) g_wanted = seconds;
}

double take_wanted_frame() { return std::exchange(g_wanted, -1); }

}  // namespace tandem::ui
