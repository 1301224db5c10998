#include "ui/widgets/controls.hpp"

#include <imgui_stdlib.h>

#include <cmath>
#include <utility>

#include "ui/widgets/compat.hpp"
#include "ui/widgets/soft_wrap.hpp"
#include "ui/widgets/wake.hpp"

namespace tandem::ui {
namespace {

struct ButtonLook {
  float height;
  float padding;
  float icon;
  float gap;
  Type type;
};

ButtonLook look(const ButtonOptions& options) {
  const float padding = options.kind == ButtonKind::link || options.small ? 8 : 12;
  const Type type = options.small                         ? Type::small
                    : options.kind == ButtonKind::primary ? Type::body_strong
                                                          : Type::body;
  return {px(options.small ? metric::kControlSmall : metric::kControl), px(padding),
          options.small ? 14.0F : 16.0F, px(options.small ? 4 : 8), type};
}

float icon_room(const ButtonOptions& options, const ButtonLook& l, std::string_view label) {
  if (options.icon == Icon::none) return 0;
  return px(l.icon) + (label.empty() ? 0 : l.gap);
}

ImU32 back_colour(const ButtonOptions& options, const Press& p) {
  const bool primary = options.kind == ButtonKind::primary && options.enabled;
  if (primary) return ink(Colour::accent, p.held ? 0.78F : p.hovered ? 0.88F : 1);
  if (options.kind == ButtonKind::link) {
    return p.hovered || p.held ? ink(Colour::accent_soft) : ink(Colour::raised, 0);
  }
  return ink(p.held ? Colour::selected : p.hovered ? Colour::hover : Colour::raised);
}

Colour text_colour(const ButtonOptions& options) {
  if (!options.enabled) return Colour::disabled;
  if (options.kind == ButtonKind::primary) return Colour::on_accent;
  return options.kind == ButtonKind::link ? Colour::accent : Colour::text;
}

Colour icon_colour(const ButtonOptions& options) {
  const Colour text = text_colour(options);
  return text == Colour::text ? Colour::muted : text;
}

}  // namespace

float button_width(std::string_view label, const ButtonOptions& options) {
  const ButtonLook l = look(options);
  return 2 * l.padding + icon_room(options, l, label) + text_width(l.type, label) + 2 * hair();
}

bool button(const Rect& r, std::string_view label_text, const ButtonOptions& options) {
  const ButtonLook l = look(options);
  const Rect box = snapped(r.middle_row(l.height));
  const Press p = press(label_text, box, {.enabled = options.enabled, .reason = options.reason});
  const float radius = px(metric::kControlRadius);
  const bool primary = options.kind == ButtonKind::primary && options.enabled;
  fill(box, back_colour(options, p), radius);
  if (!primary && options.kind != ButtonKind::link) {
    // Against dark grounds a hairline is not seen.
    outline(box, ink(scheme() == Scheme::dark ? Colour::line_strong : Colour::line), radius);
  }
  const float sign = icon_room(options, l, label_text);
  const float content = std::min(sign + text_width(l.type, label_text), box.width() - l.padding);
  Rect inner = box.middle(content, l.height);
  inner.x0 = std::round(inner.x0);
  if (sign > 0) {
    draw_icon(options.icon, inner.cut_left(px(l.icon), label_text.empty() ? 0 : l.gap),
              ink(icon_colour(options)), l.icon);
  }
  label({inner.x0, inner.y0, box.x1 - hair(), inner.y1}, l.type, ink(text_colour(options)),
        label_text);
  if (p.focused) focus_ring(box, radius, px(primary ? 2 : 1));
  return p.clicked;
}

bool button_right(Rect& line, std::string_view label, const ButtonOptions& options) {
  return button(line.cut_right(button_width(label, options), px(8)), label, options);
}

bool button_left(Rect& line, std::string_view label, const ButtonOptions& options) {
  return button(line.cut_left(button_width(label, options), px(8)), label, options);
}

bool icon_button(const Rect& r, Icon icon, std::string_view name, bool enabled) {
  const Rect box = snapped(r.middle(px(32), px(32)));
  const Press p = press(name, box, {.enabled = enabled, .reason = name});
  const float radius = px(metric::kControlRadius);
  if (p.hovered || p.held) fill(box, ink(p.held ? Colour::selected : Colour::hover), radius);
  draw_icon(icon, box, ink(enabled ? Colour::muted : Colour::disabled));
  if (p.focused) focus_ring(box, radius);
  return p.clicked;
}

namespace {
float segment_width(const Segment& s) {
  const float key = s.key.empty() ? 0 : px(6) + text_width(Type::micro, s.key);
  return px(20) + text_width(Type::small_strong, s.label) + key;
}
}  // namespace

float segmented_width(std::span<const Segment> segments) {
  float width = 2 * (hair() + px(1));
  for (const Segment& s : segments) width += segment_width(s);
  return width;
}

bool segmented(const Rect& r, std::span<const Segment> segments, int& chosen) {
  const Rect row = snapped(r.middle_row(px(30)));
  const Rect box{row.x0, row.y0, row.x0 + segmented_width(segments), row.y1};
  fill(box, ink(Colour::sunken), px(metric::kControlRadius));
  outline(box, ink(Colour::line), px(metric::kControlRadius));
  Rect rest = box.inset(hair() + px(1));
  bool changed = false;
  for (std::size_t k = 0; k < segments.size(); ++k) {
    const Segment& s = segments[k];
    const bool on = chosen == static_cast<int>(k);
    const Rect cell = rest.cut_left(segment_width(s));
    const Press p = press(s.label, cell, {.role = Role::tab, .on = on});
    if (on) {
      fill(cell, ink(Colour::raised), px(5));
      outline(cell.inset(-hair()), ink(Colour::line), px(metric::kControlRadius));
    } else if (p.hovered) {
      fill(cell, ink(Colour::hover), px(5));
    }
    const Type type = on ? Type::small_strong : Type::small;
    const float key = s.key.empty() ? 0 : px(6) + text_width(Type::micro, s.key);
    Rect inner = cell.middle(text_width(type, s.label) + key, cell.height());
    label({inner.x0, inner.y0, inner.x1 + px(2), inner.y1}, type,
          ink(on ? Colour::text : Colour::muted), s.label);
    inner.cut_left(text_width(type, s.label), px(6));
    if (!s.key.empty())
      label(inner.inset(-px(1), 0), Type::micro, ink(Colour::muted), s.key, Align::right);
    if (p.focused) focus_ring(cell, px(5), 0);
    if (p.clicked && !on) {
      chosen = static_cast<int>(k);
      changed = true;
    }
  }
  return changed;
}

bool tabs(const Rect& r, std::span<const std::string_view> labels, int& chosen) {
  bool changed = false;
  Rect strip = r;
  strip.y1 = strip.y0 + px(metric::kTabs);
  line_h(strip.x0, strip.x1, strip.y1 - hair(), ink(Colour::line));
  for (std::size_t k = 0; k < labels.size(); ++k) {
    const bool on = chosen == static_cast<int>(k);
    // The room of the bold label, so that choosing moves nothing.
    const Rect cell = strip.cut_left(text_width(Type::body_strong, labels[k]), px(24));
    const Press p = press(labels[k], cell, {.role = Role::tab, .on = on});
    Rect text = cell;
    text.y1 -= px(4);
    label(text, on ? Type::body_strong : Type::body,
          ink(on || p.hovered ? Colour::text : Colour::muted), labels[k]);
    if (on) fill({cell.x0, cell.y1 - px(2), cell.x1, cell.y1}, ink(Colour::accent));
    if (p.focused) focus_ring(cell.inset(-px(4), px(4)), px(4), 0);
    if (p.clicked && !on) {
      chosen = static_cast<int>(k);
      changed = true;
    }
  }
  return changed;
}

namespace {
Press choice(const Rect& r, std::string_view text, bool on, bool enabled, Rect& box) {
  const Rect row = snapped(r.middle_row(px(24)));
  const float width = px(16) + (text.empty() ? 0 : px(8) + text_width(Type::body, text));
  const Rect hit{row.x0, row.y0, std::min(row.x0 + width, r.x1), row.y1};
  const Press p = press(text.empty() ? "choice" : text, hit,
                        {.role = Role::check, .enabled = enabled, .on = on});
  box = snapped(Rect{row.x0, row.y0, row.x0 + px(16), row.y1}.middle(px(16), px(16)));
  label({box.x1 + px(8), row.y0, r.x1, row.y1}, Type::body,
        ink(enabled ? Colour::text : Colour::disabled), text);
  return p;
}
}  // namespace

bool checkbox(const Rect& r, std::string_view text, bool& on, bool enabled) {
  Rect box;
  const Press p = choice(r, text, on, enabled, box);
  const float radius = px(4);
  if (on && enabled) {
    fill(box, ink(Colour::accent), radius);
    draw_icon(Icon::check, box, ink(Colour::on_accent), 12, 2);
  } else {
    if (p.hovered) fill(box, ink(Colour::hover), radius);
    outline(box, ink(enabled ? Colour::line_strong : Colour::line), radius,
            std::floor(1.5F * scale()));
    if (on) draw_icon(Icon::check, box, ink(Colour::disabled), 12, 2);
  }
  if (p.focused) focus_ring(box, radius);
  if (p.clicked) on = !on;
  return p.clicked;
}

bool radio(const Rect& r, std::string_view text, bool on, bool enabled) {
  Rect box;
  const Press p = choice(r, text, on, enabled, box);
  const Colour edge = !enabled ? Colour::line : on ? Colour::accent : Colour::line_strong;
  if (p.hovered && !on) fill(box, ink(Colour::hover), px(8));
  outline(box, ink(edge), px(8), std::floor(1.5F * scale()));
  if (on) fill(box.middle(px(8), px(8)), ink(enabled ? Colour::accent : Colour::disabled), px(4));
  if (p.focused) focus_ring(box, px(8));
  return p.clicked && !on;
}

float filter_chip_width(std::string_view text, bool on) {
  return px(12) + text_width(Type::small, text) + (on ? px(16) : 0);
}

bool filter_chip(const Rect& r, std::string_view text, bool on, bool removable) {
  const Rect row = snapped(r.middle_row(px(metric::kChip)));
  const bool cross = on && removable;
  const Rect box{row.x0, row.y0, row.x0 + std::min(filter_chip_width(text, cross), r.width()),
                 row.y1};
  const Press p = press(text, box, {.role = Role::check, .on = on});
  const float radius = px(metric::kChipRadius);
  if (on) {
    fill(box, ink(p.hovered ? Colour::selected : Colour::accent_soft), radius);
  } else {
    if (p.hovered) fill(box, ink(Colour::hover), radius);
    outline(box, ink(Colour::line), radius);
  }
  Rect inner = box.inset(px(6), 0);
  if (cross) draw_icon(Icon::cross, inner.cut_right(px(12), px(4)), ink(Colour::accent), 12);
  label(inner, Type::small, ink(on ? Colour::accent : Colour::muted), text);
  if (p.focused) focus_ring(box, radius);
  return p.clicked;
}

namespace {
int keep_wrapped(ImGuiInputTextCallbackData* data) {
  const float width = *static_cast<const float*>(data->UserData);
  const auto size = static_cast<std::size_t>(data->BufTextLen);
  if (rewrap(Type::body, {data->Buf, size}, width)) data->BufDirty = true;
  return 0;
}

// Enter ends it: what is written here is one paragraph, broken where the box ends.
bool wrapped_input(const char* id, const Rect& box, std::string& draft) {
  float width = box.width() - px(20) - ImGui::GetStyle().ScrollbarSize;
  static std::string shown;  // its room is used again by the next field and the next frame
  shown = soft_wrapped(Type::body, draft, width);
  // Lines of a box step as all other text does: ImGui takes the size of the font for that.
#if IMGUI_VERSION_NUM < 19200
  ImFont& face = *font(Type::body);
  const float size = std::exchange(face.FontSize, line_height(Type::body));
  push_font(&face);
#endif
  const bool changed = ImGui::InputTextMultiline(
      id, &shown, {box.width(), box.height()},
      ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_CtrlEnterForNewLine, &keep_wrapped,
      &width);
#if IMGUI_VERSION_NUM < 19200
  ImGui::PopFont();
  face.FontSize = size;
#endif
  if (!changed) return false;
  std::string typed = unwrapped(shown);
  if (typed == draft) return false;
  draft = std::move(typed);
  return true;
}
}  // namespace

InputResult input(const Rect& r, std::string_view name, std::string& draft,
                  const InputOptions& options) {
  InputResult result;
  const Rect box = snapped(options.multiline ? r : r.middle_row(px(metric::kControl)));
  const float radius = px(metric::kControlRadius);
  if (!options.enabled) {
    fill(box, ink(Colour::raised), radius);
    outline(box, ink(Colour::line), radius);
    label(box.inset(px(10), 0), Type::body, ink(Colour::disabled), draft.empty() ? "–" : draft);
    record(Role::input, box, name, false);
    return result;
  }
  const float lead = options.icon == Icon::none ? 0 : px(22);
  const bool bad = !options.refused.empty();
  push_font(font(Type::body));
  const float vertical = std::floor((px(metric::kControl) - ImGui::GetFontSize()) / 2);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                      {px(10) + lead, options.multiline ? px(8) : vertical});
  ImGui::PushStyleColor(ImGuiCol_Border,
                        ink4(bad ? Colour::late : Colour::line_strong, bad ? 0 : 1));
  ImGui::SetCursorScreenPos(low(box));
  ImGui::SetNextItemWidth(box.width());
  if (options.focus) ImGui::SetKeyboardFocusHere();
  const char* id = phrase("##{}", name).data();
  if (options.multiline) {
    result.changed = wrapped_input(id, box, draft);
  } else {
    const std::string_view before = copied(draft);
    result.entered = ImGui::InputTextWithHint(id, copied(options.hint).data(), &draft,
                                              ImGuiInputTextFlags_EnterReturnsTrue);
    result.changed = draft != before;
  }
  // Escape brought the old text back: that is no edit, though ImGui counts it as one.
  result.committed = ImGui::IsItemDeactivatedAfterEdit() && !pressed(Key::escape);
  result.active = ImGui::IsItemActive();
  const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  if (lead > 0) {
    draw_icon(options.icon, {box.x0 + px(10), box.y0, box.x0 + px(26), box.y1}, ink(Colour::muted));
  }
  if (bad) {
    outline(box, ink(Colour::late), radius, px(2));
    hint(box, options.refused);
  } else if (result.active) {
    outline(box, ink(Colour::accent), radius);
  }
  if (result.active) want_frame_in(0.4);  // the cursor blinks
  if (result.active || focused) focus_ring(box, radius);
  record(Role::input, box, name, true, result.active || focused);
  return result;
}

}  // namespace tandem::ui
