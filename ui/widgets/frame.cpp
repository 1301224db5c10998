#include "ui/widgets/frame.hpp"

#include <cmath>

namespace tandem::ui {

FrameLayout frame_layout(const Rect& window, bool rail_folded, float inspector) {
  FrameLayout f;
  Rect rest = window;
  f.top = rest.cut_top(px(metric::kTopBar));
  f.status = rest.cut_bottom(px(metric::kStatusLine));
  f.rail = rest.cut_left(px(rail_folded ? metric::kRailFolded : metric::kRail));
  if (inspector > 0) f.inspector = rest.cut_right(px(inspector));
  f.page = rest;
  return f;
}

void paint_frame(const FrameLayout& f) {
  const ImU32 line = ink(Colour::line);
  fill(f.page, ink(Colour::surface));
  fill(f.top, ink(Colour::chrome));
  fill(f.rail, ink(Colour::chrome));
  fill(f.status, ink(Colour::chrome));
  line_h(f.top.x0, f.top.x1, f.top.y1 - hair(), line);
  line_h(f.status.x0, f.status.x1, f.status.y0, line);
  line_v(f.rail.x1 - hair(), f.rail.y0, f.rail.y1, line);
  if (f.inspector.empty()) return;
  fill(f.inspector, ink(Colour::raised));
  line_v(f.inspector.x0, f.inspector.y0, f.inspector.y1, line);
}

namespace {

// A part of the top bar that can be pressed: hover fill, ring, answer.
bool part(const Rect& r, std::string_view name, std::string_view shown, TopBarAction action,
          TopBarResult& result) {
  const Press p = press(name, r, {.label = shown});
  if (p.hovered || p.held) {
    fill(r, ink(p.held ? Colour::selected : Colour::hover), px(metric::kControlRadius));
  }
  if (p.focused) focus_ring(r, px(metric::kControlRadius));
  if (p.clicked) result = {action, r};
  return p.hovered;
}

void find_box(Rect box, TopBarResult& result) {
  box = snapped(box.middle_row(px(32)));
  const Press p = press("find", box, {.label = "Find anything"});
  const float radius = px(8);
  fill(box, ink(p.hovered ? Colour::hover : Colour::raised), radius);
  outline(box, ink(Colour::line), radius);
  if (p.focused) focus_ring(box, radius);
  if (p.clicked) result = {TopBarAction::find, box};
  Rect inner = box.inset(hair(), 0);
  inner.cut_left(px(10));
  inner.cut_right(px(6));
  draw_icon(Icon::search, inner.cut_left(px(14), px(6)), ink(Colour::muted), 14);
  key_cap(inner.cut_right(key_cap_width("K"), px(6)), "K");
  key_cap(inner.cut_right(key_cap_width("Ctrl"), px(6)), "Ctrl");
  label(inner, Type::small, ink(Colour::muted), "Find anything");
}

}  // namespace

TopBarResult top_bar(const Rect& r, const TopBar& bar) {
  TopBarResult result;
  const ProbeScope scope("top bar");
  Rect line = r.inset(px(16), 0);
  line.y1 -= hair();

  const Rect redo = line.cut_right(px(32), px(8));
  const Rect undo = line.cut_right(px(32), px(8));
  if (bar.find) find_box(line.cut_right(std::min(px(320), line.width() / 3), px(16)), result);

  const float name_width = std::min(text_width(Type::body_strong, bar.workspace), line.width() / 3);
  Rect name = line.cut_left(name_width + px(6 + 14 + 8), px(8));
  part(snapped(name.inset(-px(8), 0).middle_row(px(32))), "workspace", bar.workspace,
       TopBarAction::workspace, result);
  label(name.cut_left(name_width, px(6)), Type::body_strong, ink(Colour::text), bar.workspace);
  draw_icon(Icon::down, name.cut_left(px(14)), ink(Colour::text), 14);

  if (!bar.as_of.empty()) {
    const float width = px(16 + 14 + 6) + text_width(Type::small, bar.as_of);
    Rect box = snapped(line.cut_left(width, px(8)).middle_row(px(24)));
    Press p;
    if (bar.as_of_hint.empty()) {
      p = press("as of", box, {.label = bar.as_of});
    } else {
      hint(box, bar.as_of_hint);
      record(Role::text, box, bar.as_of);
    }
    fill(box, ink(Colour::attention_soft), px(metric::kControlRadius));
    if (p.hovered) outline(box, ink(Colour::attention, 0.6F), px(metric::kControlRadius));
    if (p.focused) focus_ring(box, px(metric::kControlRadius));
    if (p.clicked) result = {TopBarAction::as_of, box};
    box = box.inset(px(8), 0);
    draw_icon(Icon::clock, box.cut_left(px(14), px(6)), ink(Colour::attention), 14);
    label(box, Type::small, ink(Colour::attention), bar.as_of);
  }
  if (!bar.branch.empty()) {
    const float word = text_width(Type::small, "Branch");
    const float width = px(16 + 14 + 6 + 6 + 6 + 14) + word + text_width(Type::small, bar.branch);
    Rect box = snapped(line.cut_left(width).middle_row(px(28)));
    part(box, "branch", phrase("Branch {}", bar.branch), TopBarAction::branch, result);
    box = box.inset(px(8), 0);
    draw_icon(Icon::branch, box.cut_left(px(14), px(6)), ink(Colour::text), 14);
    label(box.cut_left(word, px(6)), Type::small, ink(Colour::muted), "Branch");
    draw_icon(Icon::down, box.cut_right(px(14), px(6)), ink(Colour::text), 14);
    label(box, Type::small, ink(Colour::text), bar.branch);
  }
  if (icon_button(undo, Icon::undo, bar.undo_label.empty() ? "Undo" : bar.undo_label,
                  bar.can_undo)) {
    result = {TopBarAction::undo, undo};
  }
  if (icon_button(redo, Icon::redo, bar.redo_label.empty() ? "Redo" : bar.redo_label,
                  bar.can_redo)) {
    result = {TopBarAction::redo, redo};
  }
  return result;
}

namespace {

bool rail_item(const Rect& r, const RailItem& item, bool on, bool folded) {
  const Press p =
      press(item.label, r, {.role = Role::tab, .on = on, .reason = folded ? item.label : ""});
  const float radius = px(metric::kControlRadius);
  if (on) {
    fill(r, ink(Colour::selected), radius);
  } else if (p.hovered || p.held) {
    fill(r, ink(p.held ? Colour::selected : Colour::hover), radius);
  }
  const ImU32 sign = ink(on ? Colour::accent : Colour::muted);
  if (folded) {
    draw_icon(item.icon, r, sign);
  } else {
    Rect line = r.inset(px(8), 0);
    draw_icon(item.icon, line.cut_left(px(16), px(10)), sign);
    const ImU32 text = ink(on ? Colour::text : Colour::muted);
    if (!item.badge.empty()) {
      label(line.cut_right(text_width(Type::small, item.badge), px(6)), Type::small, text,
            item.badge);
    }
    label(line, on ? Type::body_strong : Type::body, text, item.label);
  }
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

}  // namespace

RailResult rail(const Rect& r, const Rail& rail) {
  RailResult result;
  const ProbeScope scope("rail");
  Rect column = r.inset(px(12), px(16));
  column.x1 -= hair();
  const int count = static_cast<int>(rail.items.size());
  const float height = px(32);
  const auto item = [&](int k, const Rect& at) {
    const bool on = rail.chosen == k;
    if (rail_item(at, rail.items[static_cast<std::size_t>(k)], on, rail.folded)) result.chosen = k;
  };
  for (int k = 0; k < count - rail.pinned; ++k) item(k, column.cut_top(height, px(4)));
  if (!rail.person.empty()) {
    Rect me = column.cut_bottom(height, px(8));
    const Press p =
        press("person", me, {.reason = rail.folded ? rail.person : "", .label = rail.person});
    if (p.hovered) fill(me, ink(Colour::hover), px(metric::kControlRadius));
    if (p.focused) focus_ring(me, px(metric::kControlRadius));
    result.person = p.clicked;
    result.person_anchor = me;
    if (rail.folded) {
      avatar(me, rail.person);
    } else {
      me.cut_left(px(4));
      avatar(me.cut_left(px(24), px(10)), rail.person);
      label(me, Type::small, ink(Colour::muted), rail.person);
    }
  }
  for (int k = count - 1; k >= count - rail.pinned; --k) item(k, column.cut_bottom(height, px(4)));
  return result;
}

std::optional<int> status_line(const Rect& r, std::span<const StatusPart> left,
                               std::string_view right) {
  const ProbeScope scope("status");
  std::optional<int> pressed;
  Rect line = r.inset(px(16), 0);
  line.y0 += hair();
  const ImU32 muted = ink(Colour::muted);
  if (!right.empty()) {
    const float width = std::min(text_width(Type::small, right), line.width() / 2);
    label(line.cut_right(width, px(24)), Type::small, muted, right, Align::right);
  }
  for (std::size_t k = 0; k < left.size(); ++k) {
    const StatusPart& p = left[k];
    if (k > 0) {
      const Rect gap = line.cut_left(hair(), px(12));
      fill(gap.middle_row(px(12)), ink(Colour::line));
    }
    if (p.icon != Icon::none) draw_icon(p.icon, line.cut_left(px(14), px(6)), muted, 14);
    const Rect words =
        line.cut_left(std::min(text_width(Type::small, p.text) + 1, line.width()), px(12));
    label(words, Type::small, muted, p.text);
    record(Role::text, words, p.text);
    if (!p.action.empty()) {
      const ButtonOptions small{.small = true};
      if (button(line.cut_left(button_width(p.action, small), px(12)), p.action, small)) {
        pressed = static_cast<int>(k);
      }
    }
  }
  return pressed;
}

Rect page_head(const Rect& r, std::string_view title, std::string_view line) {
  Rect head = r;
  head.y1 = head.y0 + px(metric::kPageHead);
  Rect actions{head.x0, head.y0, head.x1, head.y0 + px(32)};
  const float width = std::min(text_width(Type::title, title), head.width());
  label({head.x0, head.y0, head.x0 + width + 1, head.y0 + px(32)}, Type::title, ink(Colour::text),
        title);
  label({head.x0, head.y0 + px(34), head.x1, head.y0 + px(54)}, Type::body, ink(Colour::muted),
        line);
  record(Role::text, head, title);
  actions.cut_left(width + px(24));
  return actions;
}

InspectorFrame inspector_frame(const Rect& inspector, float footer) {
  InspectorFrame frame;
  Rect inner = inspector;
  inner.x0 += hair() + px(20);
  inner.x1 -= px(20);
  inner.y0 += px(24);
  inner.y1 -= px(16);
  if (footer > 0) frame.footer = inner.cut_bottom(px(footer), px(16));
  frame.body = inner;
  return frame;
}

void rule(Area& area) {
  area.skip(px(16));
  const Rect line = area.next(hair());
  line_h(line.x0, line.x1, line.y0, ink(Colour::line));
  area.skip(px(16));
}

}  // namespace tandem::ui
