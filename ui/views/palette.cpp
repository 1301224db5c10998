#include "ui/views/palette.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/search_key.hpp"
#include "ui/widgets/compat.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::Findable;
using models::FindKind;

constexpr float kWidth = 640;
constexpr float kTop = 104;
constexpr float kField = 48;
constexpr float kHeading = 32;
constexpr float kRow = 36;
constexpr float kFoot = 36;

Icon icon_of(FindKind kind) {
  switch (kind) {
    case FindKind::module:
      return Icon::curricula;
    case FindKind::session:
      return Icon::schedule;
    case FindKind::cohort:
      return Icon::cohorts;
    case FindKind::person:
    case FindKind::facilitator:
      return Icon::people;
    case FindKind::room:
      return Icon::room;
    case FindKind::command:
      return Icon::arrow;
  }
  return Icon::none;
}

Destination destination(const Findable& f) {
  Destination out;
  switch (f.kind) {
    case FindKind::module:
      out.page = Page::curricula;
      out.module = f.key;
      break;
    case FindKind::session:
      out.page = Page::schedule;
      out.session = f.key;
      break;
    case FindKind::cohort:
      out.page = Page::cohorts;
      out.cohort = f.key;
      break;
    case FindKind::person:
      out.page = Page::people;
      out.person = f.key;
      break;
    case FindKind::facilitator:
      out.page = Page::schedule;
      out.facilitator = f.key;
      break;
    case FindKind::room:
      out.page = Page::schedule;
      out.room = f.key;
      break;
    case FindKind::command:
      break;
  }
  return out;
}

// The title with the first of the words that is in it in the accent's colour, the detail after it.
void words_of(Rect r, const Findable& f, const std::vector<std::string>& words) {
  const Fitted title = fit(Type::body, f.title, r.width());
  const float width = text_width(Type::body, title.text);
  const float y = r.centre().y - px(10);
  draw_text(Type::body, ink(Colour::text), r.x0, y, title.text);
  for (const std::string& word : words) {
    const auto at = models::find_key(title.text, word);
    if (!at) continue;
    const std::string_view whole = title.text;
    const std::string_view part = whole.substr(at->first, at->second - at->first);
    const float x = r.x0 + text_width(Type::body, whole.substr(0, at->first));
    const Rect under = Rect::sized(x, y, text_width(Type::body, part), px(20));
    fill({under.x0 - px(1), under.y0, under.x1 + px(1), under.y1}, ink(Colour::accent_soft), px(3));
    draw_text(Type::body, ink(Colour::accent), x, y, part);
    break;
  }
  r.cut_left(width, px(12));
  if (r.width() > px(60)) label(r, Type::small, ink(Colour::muted), f.detail);
}

bool row(const Rect& r, const Findable& f, const std::vector<std::string>& words, bool chosen) {
  const IdScope id(f.key);
  const Rect box = r.inset(px(8), 0);
  const Press p = press(f.title, box, {.role = ui::Role::row, .on = chosen});
  if (chosen || p.hovered) fill(box, ink(chosen ? Colour::selected : Colour::hover), px(6));
  Rect line = box.inset(px(12), 0);
  const Rect sign = line.cut_left(px(20), px(8));
  if (f.orientation && f.kind == FindKind::module)
    orientation_chip(shown(*f.orientation), sign, true);
  else
    draw_icon(icon_of(f.kind), sign, ink(Colour::muted));
  if (chosen) key_cap(line.cut_right(key_cap_width("Enter"), px(8)), "Enter");
  auto keys = split(f.keys, ' ');
  for (; !chosen && !keys.empty(); keys.pop_back())
    key_cap(line.cut_right(key_cap_width(keys.back()), px(4)), keys.back());
  if (f.undated) status_glyph(Status::blocked, line.cut_right(px(12), px(8)));
  words_of(line, f, words);
  return p.clicked;
}

void foot(Rect r) {
  fill(r, ink(Colour::sunken));
  line_h(r.x0, r.x1, r.y0, ink(Colour::line));
  r = r.inset(px(16), 0);
  const auto key = [&](std::string_view cap, std::string_view words) {
    key_cap(r.cut_left(key_cap_width(cap), px(6)), cap);
    if (words.empty()) return;
    label(r.cut_left(text_width(Type::small, words), px(16)), Type::small, ink(Colour::muted),
          words);
  };
  key("↑", "");
  key("↓", "move");
  key("Enter", "open");
  key("Esc", "close");
  label(r, Type::small, ink(Colour::muted), "type > for commands only", Align::right);
}

const Findable* at(const models::Found& found, int place) {
  for (const models::FindGroup& group : found.groups) {
    if (place < static_cast<int>(group.found.size()))
      return group.found[static_cast<std::size_t>(place)];
    place -= static_cast<int>(group.found.size());
  }
  return nullptr;
}

int rows(const models::Found& found) {
  int out = 0;
  for (const models::FindGroup& group : found.groups) out += static_cast<int>(group.found.size());
  return out;
}

void ask(PaletteState& state) {
  state.found = state.finder->find(state.typed);
  state.chosen = 0;
}

void keys(PaletteState& state) {
  const int count = rows(state.found);
  if (count == 0) return;
  const int before = state.chosen;
  if (pressed(Key::down, true)) state.chosen = (state.chosen + 1) % count;
  if (pressed(Key::up, true)) state.chosen = (state.chosen + count - 1) % count;
  if (state.chosen != before) state.moved = true;
}

}  // namespace

PaletteAnswer draw_palette(PaletteState& state, models::Workbench& bench, app::Where where) {
  PaletteAnswer answer;
  if (std::exchange(state.wanted, false)) {
    open_dialog("palette");
    state.fresh = true;
    state.version = bench.version();
    state.finder = std::make_unique<models::Finder>(bench.book(), where);
    ask(state);
  }
  if (!state.finder) return answer;
  const int count = rows(state.found);
  const float list = count == 0 ? 64
                                : kHeading * static_cast<float>(state.found.groups.size()) +
                                      kRow * static_cast<float>(count) + 12;
  const float screen = ImGui::GetIO().DisplaySize.y / scale();
  const float room = std::max(120.0F, screen - 2 * kTop - kField - kFoot);
  const float height = kField + std::min(list, room) + kFoot;
  const Findable* taken = nullptr;
  {
    Dialog dialog("palette", {.width = kWidth, .height = height, .top = kTop, .padding = 0});
    if (!dialog) {
      state.finder.reset();
      return answer;
    }
    // The workspace changed below it: what was found may be gone.
    if (state.version != bench.version()) {
      state.version = bench.version();
      state.finder = std::make_unique<models::Finder>(bench.book(), where);
      ask(state);
    }
    Rect r = dialog.inside();
    Rect field = r.cut_top(px(kField)).inset(px(8), 0);
    const std::string_view total = phrase("{} found", state.found.total);
    label(field.cut_right(text_width(Type::small, total) + px(8), px(8)), Type::small,
          ink(Colour::muted), state.found.words.empty() ? "" : total);
    keys(state);
    const InputResult typed = input(field, "find what", state.typed,
                                    {.hint = "A person, a module, a session, a room, a command",
                                     .icon = Icon::search,
                                     .focus = std::exchange(state.fresh, false)});
    if (typed.changed) ask(state);
    if (typed.entered) taken = at(state.found, state.chosen);
    line_h(r.x0, r.x1, r.y0, ink(Colour::line));
    foot(r.cut_bottom(px(kFoot)));
    if (state.found.groups.empty()) {
      label(r.inset(px(20), 0), Type::body, ink(Colour::muted),
            "Nothing has all of these words. A part of a name, a code or a number is enough.");
    } else {
      Area area("found", r, {.keyboard = false});
      area.skip(px(4));
      int place = 0;
      for (const models::FindGroup& group : state.found.groups) {
        label(area.next(px(kHeading)).inset(px(20), 0), Type::small_strong, ink(Colour::muted),
              heading(group.kind));
        for (const Findable* f : group.found) {
          const Rect line = area.next(px(kRow));
          const bool chosen = place++ == state.chosen;
          if (chosen && std::exchange(state.moved, false) && (line.y1 > r.y1 || line.y0 < r.y0))
            ImGui::SetScrollY(ImGui::GetScrollY() +
                              (line.y1 > r.y1 ? line.y1 - r.y1 : line.y0 - r.y0));
          if (row(line, *f, state.found.words, chosen)) taken = f;
        }
      }
      area.skip(px(8));
    }
    if (taken || pressed(Key::escape)) Dialog::close();
  }
  if (!taken) return answer;
  if (taken->command)
    answer.act = taken->command;
  else
    answer.go = destination(*taken);
  return answer;
}

}  // namespace tandem::views
