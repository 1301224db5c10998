// A user at the screen, without a screen: an ImGui context of a fixed size and pace, in which a
// page is drawn, things are found by the names the widgets record, and mouse and keys move one
// event a frame. Used by the tests in tests/ui; opens no window.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/probe.hpp"
#include "ui/widgets/theme.hpp"

namespace tandem::test {

class UiDriver {
 public:
  // `page` draws one whole frame; it is called inside a window that fills the display.
  explicit UiDriver(std::function<void()> page, float width = 1280, float height = 800,
                    float scale = 1);
  ~UiDriver();
  UiDriver(const UiDriver&) = delete;
  UiDriver& operator=(const UiDriver&) = delete;

  void frame(int count = 1);

  // Each throws std::runtime_error, listing what is on screen, when the name is not there or
  // disabled.
  void click(std::string_view name);
  void double_click(std::string_view name);
  void hover(std::string_view name);
  // Press on the thing, move by so many pixels in ten steps; `release` lets go at the end.
  void drag(std::string_view name, float dx, float dy, bool release = true);
  void release();
  void wheel(std::string_view name, float steps);
  void wheel_at(float x, float y, float steps);

  // Without a name: wherever the pointer is.
  void point(float x, float y);
  void click_here();
  void drag_here(float dx, float dy);
  void wheel_here(float steps);

  void type(std::string_view utf8);
  void press(ui::Key key, bool ctrl = false, bool shift = false);

  bool sees(std::string_view name) const;
  const ui::ProbeItem& item(std::string_view name) const;
  const ui::Probe& probe() const { return probe_; }

 private:
  void move_onto(std::string_view name);
  void button(bool down);
  void carry(float dx, float dy);
  void key(ui::Key key, bool down);
  void modifier(bool ctrl, bool shift);

  std::function<void()> page_;
  ui::Probe probe_;
};

}  // namespace tandem::test
