#include "ui/widgets/panes.hpp"

#include <utility>

#include "ui/widgets/compat.hpp"

namespace tandem::ui {
namespace {

constexpr int kNobody = -1;

bool g_coming = false;  // the part being drawn is the one the keyboard goes to
int g_meant = kNobody;  // how much what has taken it is meant

}  // namespace

void Panes::go(int step) {
  step_ = step;
  wanted_ = here_ < kMost ? beside(here_) : step > 0 ? 0 : beside(0);
}

// Round by the step, to one that was drawn in the frame before; itself when there is no other.
std::size_t Panes::beside(std::size_t number) const {
  std::size_t at = number;
  do {
    at = step_ > 0 ? (at + 1) % kMost : (at + kMost - 1) % kMost;
  } while (at != number && drawn_[at] < ImGui::GetFrameCount() - 1);
  return at;
}

Panes::Pane::Pane(Panes& panes, std::size_t number) : panes_(panes), number_(number) {
  g_coming = panes_.wanted_ == number_;
  g_meant = kNobody;
}

Panes::Pane::~Pane() {
  panes_.drawn_[number_] = ImGui::GetFrameCount();
  if (std::exchange(g_coming, false))
    panes_.wanted_ = g_meant == kNobody ? panes_.beside(number_) : kMost;
  if (ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows))
    panes_.here_ = number_;
  else if (panes_.here_ == number_)
    panes_.here_ = kMost;
}

bool keyboard_comes(int chosen) {
  if (!g_coming || chosen <= g_meant) return false;
  g_meant = chosen;
  return true;
}

}  // namespace tandem::ui
