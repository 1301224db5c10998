#include "ui/widgets/bars.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/widgets/compat.hpp"

namespace tandem::ui {
namespace {

// Everything drawn while it lives is thinned: ghosts and places left.
class Thinned {
 public:
  explicit Thinned(float alpha) {
    ImGui::PushStyleVar(ImGuiStyleVar_Alpha, ImGui::GetStyle().Alpha * alpha);
  }
  ~Thinned() { ImGui::PopStyleVar(); }
  Thinned(const Thinned&) = delete;
  Thinned& operator=(const Thinned&) = delete;
};

// A ring right around a bar, as a selected one has it.
void selection_ring(const Rect& r, float radius) {
  outline(r.inset(-px(2)), ink(Colour::accent), radius + px(2), px(2));
}

Colour upper(Orientation o) { return o == Orientation::both ? Colour::leader : hue(o); }
Colour lower(Orientation o) { return o == Orientation::both ? Colour::manager : hue(o); }

}  // namespace

Colour edge(Orientation o) { return o == Orientation::both ? Colour::line_strong : hue(o); }

// A second one looks out behind the first, at its right: the words keep their line.
// Returns: the place left for the first.
Rect stacked(const Rect& r, const BarLook& look, float radius) {
  if (!look.stacked) return r;
  const Rect front{r.x0, r.y0, r.x1 - px(4), r.y1};
  const Rect behind{front.x1 - 2 * radius, r.y0 + px(2), r.x1, r.y1 - px(2)};
  const bool held = look.phase == Phase::held;
  fill(behind, ink(Colour::surface), radius);
  const Orientation seen = look.behind == Orientation::both ? Orientation::manager : look.behind;
  orientation_fill(seen, behind, held, radius);
  if (!held) outline(behind, ink(edge(seen), 0.55F), radius);
  fill(front.inset(-hair()), ink(Colour::surface), radius);  // a hairline of ground between them
  return front;
}

void year_mark(const Rect& place, std::string_view code, const BarLook& look) {
  const Thinned thinned(look.alpha);
  const float radius = px(4);
  const Rect r = stacked(snapped(place), look, radius);
  const bool held = look.phase == Phase::held;
  Colour text = held ? Colour::raised : Colour::text;
  if (look.phase == Phase::old_place) {
    dashed_outline(r, ink(Colour::line_strong), radius);
    text = Colour::muted;
  } else if (look.phase == Phase::refused) {
    fill(r, ink(Colour::late_soft), radius);
    dashed_outline(r, ink(Colour::late), radius);
    text = Colour::late;
  } else {
    orientation_fill(look.orientation, r, held, radius);
    if (!held) {
      outline(r, ink(edge(look.orientation), look.hovered ? 1 : 0.55F), radius);
    } else if (look.hovered) {
      outline(r, ink(Colour::text, 0.5F), radius);
    }
  }
  label(r, Type::micro, ink(text), code, Align::centre);
  if (look.status != Status::none) {
    // In the upper right corner, on a disc of the ground so that it stands off the fill.
    const Rect sign = Rect::sized(r.x1 - px(7), r.y0 - px(4), px(11), px(11));
    fill(sign, ink(Colour::surface), px(5.5F));
    status_glyph(look.status, sign, 9);
  } else if (look.pinned) {
    const Rect sign = Rect::sized(r.x1 - px(7), r.y0 - px(3), px(12), px(12));
    fill(sign, ink(Colour::surface), px(6));
    draw_icon(Icon::pin, sign, ink(Colour::text), 10);
  }
  if (look.selected) selection_ring(r, radius);
}

void session_bar(const Rect& place, std::string_view code, std::string_view second,
                 std::string_view third, const BarLook& look) {
  const Thinned thinned(look.alpha);
  const float radius = px(4);
  const Rect r = stacked(snapped(place), look, radius);
  const bool held = look.phase == Phase::held;
  Colour strong = held ? Colour::raised : Colour::text;
  Colour quiet = held ? Colour::raised : Colour::muted;
  if (look.phase == Phase::old_place) {
    dashed_outline(r, ink(Colour::line_strong), radius);
    strong = Colour::muted;
  } else if (look.phase == Phase::refused) {
    fill(r, ink(Colour::late_soft), radius);
    dashed_outline(r, ink(Colour::late), radius, px(2));
  } else {
    orientation_fill(look.orientation, r, held, radius);
    edge_stripe(r, ink(upper(look.orientation)), ink(lower(look.orientation)), px(3), radius);
    if (look.hovered || !held)
      outline(r, ink(edge(look.orientation), look.hovered ? 1 : 0.55F), radius);
  }
  Rect text{r.x0 + px(6), r.y0 + px(2), r.x1 - px(2), r.y1};
  // The code keeps its letters: the pin gives way to it, and to the status sign below.
  const bool pin_fits = text_width(Type::small_strong, code) + px(26) <= r.width();
  const bool tall = r.height() > px(34);
  const bool pin_below = !pin_fits && tall && look.status == Status::none;
  Rect first = text.cut_top(px(16));
  if (look.pinned && pin_fits) {
    draw_icon(Icon::pin, Rect::sized(r.x1 - px(18), r.y0 + px(4), px(14), px(14)), ink(strong), 14);
  } else if (look.pinned && pin_below) {
    draw_icon(Icon::pin, Rect::sized(r.x1 - px(14), r.y1 - px(15), px(12), px(12)), ink(strong),
              12);
  }
  label(first, Type::small_strong, ink(strong), code);
  const bool readable = !second.empty() && text.width() >= px(26) && text.height() >= px(27);
  if (readable) label(text.cut_top(px(14)), Type::micro, ink(quiet), second);
  if (text.height() >= px(13)) {
    Rect last = text.cut_top(px(14));
    if (look.status != Status::none || (look.pinned && pin_below)) last.x1 -= px(12);
    if (text_width(Type::micro, third) > last.width()) third = third.substr(0, third.find(' '));
    label(last, Type::micro, ink(quiet), third);
  }
  if (look.to > look.from) {
    const float from = std::clamp(look.from, r.x0, r.x1 - px(4));
    const float to = std::clamp(look.to, from + px(4), r.x1);
    fill(snapped({from, r.y1 - px(3), to, r.y1}),
         ink(held ? Colour::raised : edge(look.orientation)), px(1.5F));
  }
  if (look.status != Status::none) {
    const float y = tall ? r.y1 - px(14) : r.y0 + px(4);
    status_glyph(look.status, Rect::sized(r.x1 - px(14), y, px(10), px(10)), 10,
                 held ? ink(Colour::raised) : ink(hue(look.status)));
  }
  if (look.selected) selection_ring(r, radius);
}

void refused_place(const Rect& place, std::string_view text) {
  const Rect r = snapped(place);
  fill(r, ink(Colour::raised), px(4));
  dashed_outline(r, ink(Colour::late), px(4));
  Rect inner = r.inset(px(4), 0);
  const float width = std::min(text_width(Type::micro, text), inner.width());
  const bool sign = inner.width() >= width + px(14);
  Rect content = inner.middle(width + (sign ? px(14) : 0), inner.height());
  if (sign) status_glyph(Status::blocked, content.cut_left(px(9), px(5)), 9, ink(Colour::late));
  label({content.x0, content.y0, inner.x1, content.y1}, Type::micro, ink(Colour::late), text);
}

void legal_place(const Rect& place, float radius) {
  const Rect r = snapped(place);
  fill(r, ink(Colour::ok_soft), radius);
  dashed_outline(r, ink(Colour::ok), radius);
}

void module_card(const Rect& place, const ModuleCard& card, const BarLook& look) {
  const Thinned thinned(look.alpha);
  const Rect r = snapped(place);
  const float radius = px(metric::kControlRadius);
  const bool refused = look.phase == Phase::refused;
  if (refused) {
    fill(r, ink(Colour::late_soft), radius);
  } else if (!card.alternative) {
    fill(r,
         ink(look.selected  ? Colour::selected
             : look.hovered ? Colour::hover
                            : Colour::raised),
         radius);
  }
  edge_stripe(r, ink(upper(card.orientation)), ink(lower(card.orientation)), px(3), radius);
  if (refused) {
    dashed_outline(r, ink(Colour::late), radius, px(2));
  } else if (look.selected) {
    outline(r, ink(Colour::accent), radius, px(2));
  } else if (card.alternative || look.phase == Phase::old_place) {
    dashed_outline(r, ink(Colour::line_strong), radius);
  } else {
    outline(r, ink(look.hovered ? Colour::line_strong : Colour::line), radius);
  }
  Rect inner{r.x0 + px(11), r.y0 + px(7), r.x1 - px(7), r.y1};
  Rect head = inner.cut_top(px(18), px(1));
  orientation_chip(card.orientation, head.cut_left(px(16), px(4)), true);
  const float code = text_width(Type::small_strong, card.code);
  label(head.cut_left(code, px(4)), Type::small_strong, ink(Colour::text), card.code);
  label(head.cut_right(text_width(Type::micro, card.focus), px(4)), Type::micro, ink(Colour::muted),
        card.focus);
  label(head, Type::small, ink(Colour::muted), card.hours);
  label(inner.cut_top(px(18)), Type::small, ink(Colour::text), card.title);
}

}  // namespace tandem::ui
