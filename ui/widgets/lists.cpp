#include "ui/widgets/lists.hpp"

#include <cmath>

namespace tandem::ui {

void group_heading(const Rect& r, std::string_view text, std::string_view count) {
  Rect line = r;
  const float width = std::min(text_width(Type::small_strong, text), line.width());
  label(line.cut_left(width, px(8)), Type::small_strong, ink(Colour::text), text);
  label(line, Type::small, ink(Colour::muted), count);
  record(Role::text, r, text);
}

void section_label(const Rect& r, std::string_view text, std::string_view right) {
  Rect line = r;
  if (!right.empty()) {
    label(line.cut_right(text_width(Type::small, right), px(8)), Type::small, ink(Colour::muted),
          right);
  }
  label(line, Type::small_strong, ink(Colour::muted), text);
  record(Role::text, r, text);
}

bool folding(const Rect& r, std::string_view text) {
  const IdScope id(text);
  bool& open = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("open"), false);
  const Press p = press("fold", r, {.role = Role::button, .on = open, .label = text});
  if (p.clicked) open = !open;
  if (p.hovered) fill(r.inset(-px(6), 0), ink(Colour::hover), px(metric::kControlRadius));
  if (p.focused) focus_ring(r.inset(-px(6), 0), px(metric::kControlRadius));
  Rect line = r;
  draw_icon(open ? Icon::up : Icon::down, line.cut_right(px(14)), ink(Colour::muted), 14);
  label(line, Type::small_strong, ink(Colour::muted), text);
  return open;
}

void card_heading(const Rect& r, std::string_view text, std::string_view right) {
  Rect line = r;
  if (!right.empty()) {
    label(line.cut_right(text_width(Type::small, right), px(8)), Type::small, ink(Colour::muted),
          right);
  }
  label(line, Type::body_strong, ink(Colour::text), text);
  record(Role::text, r, text);
}

void key_value(const Rect& r, std::string_view key, std::string_view value) {
  Rect line = r;
  const float wanted = text_width(Type::small, key);
  // The key keeps its words; the value gives way, unless the key takes more than 60 % and more than
  // the value leaves.
  const float left = r.width() - text_width(Type::small, value) - px(17);
  const float most = std::max(std::floor(r.width() * 0.6F), left);
  label(line.cut_left(std::min(wanted, most), px(16)), Type::small, ink(Colour::muted), key);
  label(line, Type::small, ink(Colour::text), value, Align::right);
  record(Role::text, r, phrase("{}: {}", key, value));
}

ListLineResult list_line(const Rect& r, std::string_view id, const ListLine& line) {
  ListLineResult result;
  const ProbeScope scope(id);
  const IdScope ids(id);
  Rect rest = r;
  rest.cut_right(px(6));
  Rect button_place{};
  const ButtonOptions look{.kind = line.primary ? ButtonKind::primary : ButtonKind::quiet,
                           .small = true,
                           .enabled = line.enabled};
  if (!line.action.empty()) {
    button_place = rest.cut_right(button_width(line.action, look), px(10));
  }
  const Press p =
      press("line", {r.x0, r.y0, rest.x1, r.y1},
            {.role = Role::row, .enabled = line.enabled, .on = line.selected, .label = line.text});
  const bool over =
      line.enabled && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low(r), high(r));
  const float radius = px(metric::kControlRadius);
  if (line.selected) {
    fill(r, ink(Colour::selected), radius);
  } else if (over) {
    fill(r, ink(Colour::hover), radius);
  }
  rest.cut_left(px(10));
  if (line.status != Status::none) {
    status_glyph(line.status, rest.cut_left(px(12), px(10)), 12,
                 ink(hue(line.status), line.enabled ? 1 : 0.4F));
  }
  label(rest, Type::body, ink(line.enabled ? Colour::text : Colour::disabled), line.text);
  result.chosen = p.clicked;
  if (!line.action.empty()) {
    result.acted = button(button_place, line.action, look);
  }
  if (p.focused) focus_ring(r, radius);
  return result;
}

float reason(const Rect& r, Status status, std::string_view fact, std::string_view detail) {
  Rect line = r;
  const float h = line_height(Type::small);
  const Rect glyph = line.cut_left(px(12), px(10));
  status_glyph(status, {glyph.x0, glyph.y0, glyph.x1, glyph.y0 + h});
  float y = paragraph(line, Type::small, ink(Colour::text), fact);
  if (!detail.empty()) {
    line.y0 += y;
    y += paragraph(line, Type::small, ink(Colour::muted), detail);
  }
  record(Role::text, {r.x0, r.y0, r.x1, r.y0 + y}, fact);
  return y;
}

float numbered_fact(const Rect& r, int number, std::string_view text) {
  Rect line = r;
  const Rect disc = line.cut_left(px(20), px(10));
  numbered({disc.x0, disc.y0, disc.x1, disc.y0 + px(20)}, number);
  const float y = paragraph(line, Type::body, ink(Colour::text), text);
  record(Role::text, {r.x0, r.y0, r.x1, r.y0 + y}, text);
  return std::max(y, px(20));
}

void step(const Rect& r, int number, std::string_view title, std::string_view text, bool current,
          bool last) {
  Rect line = r;
  const Rect column = line.cut_left(px(25), px(14));
  const Rect disc{column.x0, column.y0, column.x1, column.y0 + px(25)};
  if (current) {
    fill(disc, ink(Colour::accent), px(12.5F));
  } else {
    outline(disc, ink(Colour::line_strong), px(12.5F));
  }
  label(disc, Type::small_strong, ink(current ? Colour::on_accent : Colour::muted),
        phrase("{}", number), Align::centre);
  if (!last) line_v(column.x0 + px(12), disc.y1 + px(1), r.y1 - px(2), ink(Colour::line));
  label(line.cut_top(line_height(Type::body_strong)), Type::body_strong, ink(Colour::text), title);
  label(line.cut_top(line_height(Type::small)), Type::small, ink(Colour::muted), text);
  record(Role::text, r, title, true, false, current);
}

bool empty_state(const Rect& r, Icon icon, std::string_view title, std::string_view text,
                 std::string_view action, SecondWay* second) {
  // The page's head may have a button of the same name.
  const IdScope id("empty");
  const ProbeScope scope("empty");
  const float width = std::min(r.width() - px(32), px(480));
  const float words = paragraph_height(Type::body, text, width);
  const float height = px(40 + 16 + 24 + 8 + 24) + words + px(metric::kControl);
  Rect column = r.middle(width, std::min(height, r.height()));
  const Rect sign = snapped(column.cut_top(px(40), px(16)).middle(px(40), px(40)));
  fill(sign, ink(Colour::sunken), px(metric::kCardRadius));
  draw_icon(icon, sign, ink(Colour::muted));
  label(column.cut_top(line_height(Type::section), px(8)), Type::section, ink(Colour::text), title,
        Align::centre);
  paragraph(column.cut_top(words, px(24)), Type::body, ink(Colour::muted), text, Align::centre);
  record(Role::text, r, title);
  if (action.empty()) return false;
  const ButtonOptions primary{.kind = ButtonKind::primary};
  const float first = std::max(px(168), button_width(action, primary));
  const float other = second ? px(8) + button_width(second->action) : 0;
  Rect ways = column.cut_top(px(metric::kControl)).middle(first + other, px(metric::kControl));
  const bool pressed = button(ways.cut_left(first, px(8)), action, primary);
  if (second) second->pressed = button(ways, second->action);
  return pressed;
}

}  // namespace tandem::ui
