// When the next frame is drawn and how long to sleep until then: a few frames after anything
// happened (popups and sizes settle late), one when a widget asked for it or a job has news, none
// otherwise. Pure: the clock is an argument. Used by the window's loop.
#pragma once

namespace tandem::ui {

class Pace {
 public:
  static constexpr int kFramesAfterEvent = 3;

  // Input, a command, a message, a resize.
  void happened() { wanted_ = kFramesAfterEvent; }
  // A widget wants a frame so many seconds from `now`; negative: it wants none.
  void wish(double seconds, double now);

  // Seconds to wait for events before asking due(); 0: only look, do not wait.
  double wait(double now, bool job_running) const;
  // Whether to draw now. Takes one frame off what was wanted.
  bool due(double now, bool job_running);

 private:
  int wanted_ = kFramesAfterEvent;
  double wish_at_ = -1;
};

}  // namespace tandem::ui
