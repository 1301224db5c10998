// A clipped part of the window that scrolls when its content is taller than it: the content of a
// card, an inspector, a page. Rows are taken from it one after another.
#pragma once

#include "ui/widgets/paint.hpp"

namespace tandem::ui {

struct AreaOptions {
  bool scroll = true;    // vertically, when needed
  bool keyboard = true;  // its controls can be reached by keyboard
  float margin = 0;      // design pixels kept free left and right
};

class Area {
 public:
  Area(const char* id, const Rect& r, const AreaOptions& options = {});
  ~Area();
  Area(const Area&) = delete;
  Area& operator=(const Area&) = delete;

  // The next row in the full width, in screen coordinates; `height` in pixels of the screen.
  Rect next(float height);
  void skip(float height) { y_ += height; }
  // What is left of the visible part below the rows taken so far.
  Rect rest() const;
  // Whether a row is in view: a long list asks before it makes texts.
  static bool in_view(const Rect& r);
  float x0() const { return x0_; }
  float x1() const { return x1_; }
  float y() const { return y_; }

 private:
  float x0_ = 0;
  float x1_ = 0;
  float y_ = 0;
  float bottom_ = 0;
};

}  // namespace tandem::ui
