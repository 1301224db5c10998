#include "ui/widgets/marks.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <string>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/utf8.hpp"

namespace tandem::ui {
namespace {

struct Tone {
  Colour fill;
  Colour text;
};

constexpr std::array<Tone, 11> kTones{{{Colour::sunken, Colour::muted},
                                       {Colour::raised, Colour::muted},
                                       {Colour::ok_soft, Colour::ok},
                                       {Colour::attention_soft, Colour::attention},
                                       {Colour::late_soft, Colour::late},
                                       {Colour::blocked_soft, Colour::blocked},
                                       {Colour::accent_soft, Colour::accent},
                                       {Colour::expert_soft, Colour::expert},
                                       {Colour::people_soft, Colour::people},
                                       {Colour::leader_soft, Colour::leader},
                                       {Colour::manager_soft, Colour::manager}}};

void ring(ImVec2 centre, float radius, ImU32 colour, float thickness) {
  std::array<ImVec2, 28> points{};
  for (std::size_t k = 0; k < points.size(); ++k) {
    const float a = static_cast<float>(k) * 2 * std::numbers::pi_v<float> / points.size();
    points[k] = {centre.x + radius * std::cos(a), centre.y + radius * std::sin(a)};
  }
  stroke(canvas(), points, colour, true, thickness);
}

void right_half(ImVec2 centre, float radius, ImU32 colour) {
  canvas().PathArcTo(centre, radius, -std::numbers::pi_v<float> / 2, std::numbers::pi_v<float> / 2,
                     14);
  canvas().PathFillConvex(colour);
}

char letter(Orientation orientation) {
  switch (orientation) {
    case Orientation::leader:
      return 'L';
    case Orientation::manager:
      return 'M';
    case Orientation::both:
      return 'B';
    default:
      return ' ';
  }
}

}  // namespace

Colour hue(Status status) {
  switch (status) {
    case Status::ok:
      return Colour::ok;
    case Status::attention:
      return Colour::attention;
    case Status::late:
      return Colour::late;
    case Status::blocked:
      return Colour::blocked;
    default:
      return Colour::muted;
  }
}

Colour soft(Status status) {
  switch (status) {
    case Status::ok:
      return Colour::ok_soft;
    case Status::attention:
      return Colour::attention_soft;
    case Status::late:
      return Colour::late_soft;
    case Status::blocked:
      return Colour::blocked_soft;
    default:
      return Colour::sunken;
  }
}

Colour hue(Orientation orientation) {
  switch (orientation) {
    case Orientation::leader:
      return Colour::leader;
    case Orientation::manager:
      return Colour::manager;
    case Orientation::both:
      return Colour::both;
    default:
      return Colour::muted;
  }
}

Colour soft(Orientation orientation) {
  switch (orientation) {
    case Orientation::leader:
      return Colour::leader_soft;
    case Orientation::manager:
      return Colour::manager_soft;
    default:
      return Colour::sunken;
  }
}

void status_glyph(Status status, const Rect& r, float size) {
  status_glyph(status, r, size, ink(hue(status)));
}

void status_glyph(Status status, const Rect& r, float size, ImU32 colour) {
  const float side = px(size);
  const Rect box = snapped(r.middle(side, side));
  const float unit = side / 12;
  const ImVec2 centre{box.centre().x, box.centre().y};
  const auto bar = [&](float x0, float y0, float x1, float y1) {
    const std::array ends{ImVec2{box.x0 + x0 * unit, box.y0 + y0 * unit},
                          ImVec2{box.x0 + x1 * unit, box.y0 + y1 * unit}};
    stroke(canvas(), ends, colour, false, 1.8F * unit);
  };
  switch (status) {
    case Status::none:
      break;
    case Status::ok:
      canvas().AddCircleFilled(centre, 5 * unit, colour, 24);
      break;
    case Status::attention:
      ring(centre, 4.2F * unit, colour, 1.6F * unit);
      right_half(centre, 4.2F * unit, colour);
      break;
    case Status::late:
      ring(centre, 4.2F * unit, colour, 1.8F * unit);
      break;
    case Status::blocked:
      bar(2.2F, 2.2F, 9.8F, 9.8F), bar(9.8F, 2.2F, 2.2F, 9.8F);
      break;
    case Status::paused:
      bar(3.8F, 2, 3.8F, 10), bar(8.2F, 2, 8.2F, 10);
      break;
  }
}

void orientation_fill(Orientation orientation, const Rect& r, bool full, float radius) {
  if (orientation == Orientation::both) {
    split_fill(r, ink(full ? Colour::leader : Colour::leader_soft),
               ink(full ? Colour::manager : Colour::manager_soft), radius);
  } else {
    fill(r, ink(full ? hue(orientation) : soft(orientation)), radius);
  }
}

void orientation_chip(Orientation orientation, const Rect& r, bool small) {
  const float side = px(small ? 16 : 20);
  const Rect box = snapped(r.middle(side, side));
  orientation_fill(orientation, box, false, px(metric::kChipRadius));
  const char text = letter(orientation);
  label(box, small ? Type::micro : Type::small_strong, ink(hue(orientation)), {&text, 1},
        Align::centre);
}

float chip_width(std::string_view text, Icon icon) {
  const float sign = icon == Icon::none ? 0 : px(16);
  return px(12) + text_width(Type::small, text) + sign;
}

Rect chip(const Rect& r, std::string_view text, ChipTone tone, Icon icon, Status status) {
  const auto [back, front] = kTones[static_cast<std::size_t>(tone)];
  const float sign = icon != Icon::none || status != Status::none ? px(16) : 0;
  const float width = std::min(px(12) + text_width(Type::small, text) + sign, r.width());
  const Rect row = snapped(r.middle_row(px(metric::kChip)));
  const Rect box{row.x0, row.y0, row.x0 + width, row.y1};
  if (tone == ChipTone::outlined) {
    outline(box, ink(Colour::line), px(metric::kChipRadius));
  } else {
    fill(box, ink(back), px(metric::kChipRadius));
  }
  Rect inner = box.inset(px(6), 0);
  if (status != Status::none) status_glyph(status, inner.cut_left(px(12), px(4)), 12);
  if (icon != Icon::none) draw_icon(icon, inner.cut_left(px(12), px(4)), ink(front), 12);
  label(inner, Type::small, ink(front), text);
  return box;
}

std::string initials(std::string_view person) {
  // The first letters of the first and the last word that start with a capital.
  std::string first;
  std::string last;
  bool at_start = true;
  for (std::size_t at = 0; at < person.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(person, at);
    if (c == ' ' || c == '-') {
      at_start = true;
      continue;
    }
    const bool capital = (c >= 'A' && c <= 'Z') || c >= 0xC0;
    if (at_start && capital) {
      (first.empty() ? first : last) = std::string(person.substr(begin, at - begin));
    }
    at_start = false;
  }
  if (first.empty() && !person.empty()) {
    std::size_t at = 0;
    next_character(person, at);
    first = std::string(person.substr(0, at));
  }
  return first + last;
}

void avatar(const Rect& r, std::string_view person) {
  const Rect box = snapped(r.middle(px(24), px(24)));
  fill(box, ink(Colour::blocked_soft), px(12));
  label(box, Type::micro, ink(Colour::text), initials(person), Align::centre);
}

void numbered(const Rect& r, int number) {
  const Rect box = snapped(r.middle(px(20), px(20)));
  fill(box, ink(Colour::blocked_soft), px(10));
  label(box, Type::small_strong, ink(Colour::blocked), phrase("{}", number), Align::centre);
}

float key_cap_width(std::string_view key) { return text_width(Type::micro, key) + px(12); }

void key_cap(const Rect& r, std::string_view key) {
  const Rect box = snapped(r.middle_row(px(20)));
  fill(box, ink(Colour::chrome), px(metric::kChipRadius));
  outline(box, ink(Colour::line), px(metric::kChipRadius));
  label(box, Type::micro, ink(Colour::muted), key, Align::centre);
}

}  // namespace tandem::ui
