#include "ui/widgets/form.hpp"

#include <cmath>

namespace tandem::ui {
namespace {

constexpr float kName = 18;
constexpr float kNameGap = 4;
constexpr float kChipLine = 28;
constexpr float kChipGap = 8;

float box_height(const FieldOptions& options) {
  return px(options.box > 0 ? options.box : metric::kControl);
}

// Calls `place` with the rectangle of every word. Returns: the height used.
template <class Place>
float lay_out(const Rect& r, std::span<const std::string_view> words, Place place) {
  float x = r.x0;
  float y = r.y0;
  for (std::size_t k = 0; k < words.size(); ++k) {
    const float width = std::min(filter_chip_width(words[k], false), r.width());
    if (x > r.x0 && x + width > r.x1) {
      x = r.x0;
      y += px(kChipLine);
    }
    place(k, Rect{x, y, x + width, y + px(kChipLine)});
    x += width + px(kChipGap);
  }
  return words.empty() ? 0 : y + px(kChipLine) - r.y0;
}

}  // namespace

void field_name(const Rect& r, std::string_view name, std::string_view remark) {
  Rect line = r;
  if (!remark.empty()) {
    label(line.cut_right(std::min(text_width(Type::small, remark) + 1, line.width() / 2), px(8)),
          Type::small, ink(Colour::muted), remark, Align::right);
  }
  label(line, Type::small, ink(Colour::muted), name);
}

float refusal_height(float width, std::string_view refused) {
  if (refused.empty()) return 0;
  return px(6) + paragraph_height(Type::small, refused, width - px(18));
}

void refusal(const Rect& r, std::string_view refused) {
  if (refused.empty()) return;
  Rect line = r;
  line.cut_top(px(6));
  const Rect sign = line.cut_left(px(12), px(6));
  status_glyph(Status::late, {sign.x0, line.y0, sign.x1, line.y0 + line_height(Type::small)}, 10);
  line.y1 = line.y0 + paragraph(line, Type::small, ink(Colour::late), refused);
  record(Role::text, line, refused);
}

float field_height(float width, const FieldOptions& options) {
  return px(kName + kNameGap) + box_height(options) + refusal_height(width, options.refused);
}

InputResult field(const Rect& r, std::string_view name, std::string& draft,
                  const FieldOptions& options) {
  Rect rest = r;
  field_name(rest.cut_top(px(kName), px(kNameGap)), name, options.remark);
  const InputResult result = input(rest.cut_top(box_height(options)), name, draft,
                                   {.hint = options.hint,
                                    .refused = options.refused,
                                    .enabled = options.enabled,
                                    .multiline = options.box > 0,
                                    .focus = options.focus});
  refusal(rest, options.refused);
  return result;
}

float chips_height(float width, std::span<const std::string_view> words) {
  return lay_out({0, 0, width, 0}, words, [](std::size_t, const Rect&) {});
}

bool chips(const Rect& r, std::string_view name, std::span<const std::string_view> words,
           std::optional<int>& chosen, bool optional) {
  const IdScope id(name);
  const ProbeScope scope(name);
  std::optional<int> pressed_word;
  lay_out(r, words, [&](std::size_t k, const Rect& place) {
    const bool on = chosen == static_cast<int>(k);
    if (filter_chip(place, words[k], on, false)) pressed_word = static_cast<int>(k);
    if (on && optional) hint(place, "Press again to take it off");
  });
  if (!pressed_word) return false;
  if (chosen == pressed_word && !optional) return false;
  chosen = chosen == pressed_word ? std::nullopt : pressed_word;
  return true;
}

std::optional<int> toggles(const Rect& r, std::string_view name,
                           std::span<const std::string_view> words, std::uint32_t on) {
  const IdScope id(name);
  const ProbeScope scope(name);
  std::optional<int> pressed_word;
  lay_out(r, words, [&](std::size_t k, const Rect& place) {
    if (filter_chip(place, words[k], (on >> k & 1) != 0, false)) pressed_word = static_cast<int>(k);
  });
  return pressed_word;
}

bool select_field(const Rect& r, std::string_view name, std::string_view value) {
  Rect rest = r;
  field_name(rest.cut_top(px(kName), px(kNameGap)), name);
  const Rect box = snapped(rest.cut_top(px(metric::kControl)));
  const float radius = px(metric::kControlRadius);
  const Press p = press(name, box, {.role = Role::input});
  fill(box, ink(p.hovered || p.held ? Colour::hover : Colour::raised), radius);
  outline(box, ink(Colour::line_strong), radius);
  Rect inner = box.inset(px(10), 0);
  draw_icon(Icon::down, inner.cut_right(px(14), px(8)), ink(Colour::muted), 14);
  label(inner, Type::body, ink(value.empty() ? Colour::muted : Colour::text),
        value.empty() ? "–" : value);
  if (p.focused) focus_ring(box, radius);
  return p.clicked;
}

bool axis_slider(const Rect& r, std::string_view left, std::string_view right,
                 std::optional<int>& value) {
  const Rect row = snapped(r.middle_row(px(28)));
  const float stops = std::min(px(200), row.width() * 0.5F);
  const Rect track = row.middle(stops, row.height());
  Rect words = row;
  words.x1 = track.x0 - px(10);
  label(words, Type::small, ink(Colour::text), left, Align::right);
  words = row;
  words.x0 = track.x1 + px(10);
  label(words, Type::small, ink(Colour::text), right);
  const IdScope id(right);
  const float middle = std::round(track.centre().y);
  line_h(track.x0 + stops / 10, track.x1 - stops / 10, middle, ink(Colour::line_strong));
  bool changed = false;
  for (int stop = -2; stop <= 2; ++stop) {
    const Rect place = track.column(stop + 2, 5, 0);
    const auto sign = phrase("{}{}", stop > 0 ? "+" : "", stop);
    const bool on = value == stop;
    const Press p =
        press(phrase("{} to {}: {}", left, right, sign), place,
              {.role = Role::check, .on = on, .reason = on ? "Press to take it off" : ""});
    const Rect dot = place.middle(px(14), px(14));
    if (on) {
      fill(dot, ink(Colour::accent), px(7));
      label({place.x0 - px(8), row.y0 - px(10), place.x1 + px(8), row.y0 + px(4)}, Type::micro,
            ink(Colour::accent), sign, Align::centre);
    } else {
      const Rect small = place.middle(px(stop == 0 ? 10 : 8), px(stop == 0 ? 10 : 8));
      fill(small, ink(p.hovered ? Colour::hover : Colour::raised), px(5));
      outline(small, ink(p.hovered ? Colour::accent : Colour::line_strong), px(5));
    }
    if (p.focused) focus_ring(dot, px(7));
    if (!p.clicked) continue;
    value = on ? std::nullopt : std::optional{stop};
    changed = true;
  }
  return changed;
}

}  // namespace tandem::ui
