// A message that something was done, with its undo, at the foot of the page; it leaves by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/press.hpp"

namespace tandem::ui {

class Toasts {
 public:
  // `seconds` it stays; the clock stands still while the mouse is over it.
  void say(std::string text, std::string action = {}, double seconds = 6);
  // The newest stands lowest in `page`. Returns: the text of the message whose action was pressed.
  std::string draw(const Rect& page);
  bool empty() const { return messages_.empty(); }

 private:
  struct Message {
    std::string text;
    std::string action;
    double left = 0;
  };
  std::vector<Message> messages_;
};

}  // namespace tandem::ui
