// The parts of the window that the keyboard goes round with one key, when arrows do not lead from
// one into the other: the page, the inspector, the rail. Coming into a part it goes to what is
// chosen there, else to the first thing that can be pressed. Used by the shell; press() and the
// timeline take what comes. Knows no page.
#pragma once

#include <array>
#include <cstddef>

namespace tandem::ui {

class Panes {
 public:
  static constexpr std::size_t kMost = 3;

  // While it lives, the part with this number is drawn. Requires: within the part's own Area.
  class Pane {
   public:
    Pane(Panes& panes, std::size_t number);
    ~Pane();
    Pane(const Pane&) = delete;
    Pane& operator=(const Pane&) = delete;

   private:
    Panes& panes_;
    std::size_t number_;
  };

  // The keyboard goes `step` parts on (1) or back (-1) as the next frames are drawn; parts that are
  // not in the window, or have nothing to press, are passed by.
  void go(int step);

 private:
  std::size_t beside(std::size_t number) const;

  std::array<int, kMost> drawn_{-9, -9, -9};  // the frame each was last drawn in
  std::size_t here_ = kMost;                  // the one with the keyboard
  std::size_t wanted_ = kMost;                // the one it goes to
  int step_ = 1;
};

// For what the keyboard can come to, right after its item. `chosen`: 0 for what is not, more for
// what is rather meant. Returns: the keyboard came to it in this frame, and may yet go on to
// something that is meant more.
bool keyboard_comes(int chosen);

}  // namespace tandem::ui
