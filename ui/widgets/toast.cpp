#include "ui/widgets/toast.hpp"

#include <algorithm>

#include "ui/widgets/controls.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::ui {

void Toasts::say(std::string text, std::string action, double seconds) {
  messages_.push_back({std::move(text), std::move(action), seconds});
  want_frame_in(0);
}

std::string Toasts::draw(const Rect& page) {
  std::string pressed;
  const ProbeScope scope("message");
  float y = page.y1 - px(16);
  // A long pause between frames is the window sleeping, not the reader reading: it counts at most
  // once.
  const double passed = std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 1.0);
  for (auto message = messages_.rbegin(); message != messages_.rend(); ++message) {
    const ButtonOptions link{.kind = ButtonKind::link, .small = true};
    const float button_room =
        message->action.empty() ? 0 : button_width(message->action, link) + px(8);
    const float width = std::min(page.width() - px(32),
                                 text_width(Type::body, message->text) + button_room + px(32));
    const Rect box =
        snapped(Rect{page.centre().x - width / 2, y - px(40), page.centre().x + width / 2, y});
    fill(box, ink(Colour::raised), px(metric::kCardRadius));
    outline(box, ink(Colour::line_strong), px(metric::kCardRadius));
    Rect inner = box.inset(px(16), 0);
    if (!message->action.empty()) {
      inner.x1 += px(8);
      const IdScope id(message->text);
      if (button_right(inner, message->action, link)) pressed = message->text;
    }
    label(inner, Type::body, ink(Colour::text), message->text);
    record(Role::text, box, message->text);
    if (!ImGui::IsMouseHoveringRect(low(box), high(box))) message->left -= passed;
    want_frame_in(std::max(0.0, std::min(message->left, 1.0)));
    y = box.y0 - px(8);
  }
  std::erase_if(messages_, [&](const Message& m) { return m.left <= 0 || m.text == pressed; });
  return pressed;
}

}  // namespace tandem::ui
