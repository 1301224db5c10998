#include "ui/views/spacing_bracket.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/models/row_form.hpp"
#include "ui/widgets/compat.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using namespace journey;
using models::CardLink;
using models::JourneyCard;

// The days as they are when this end of them is let go at a day.
SpacingDays stretched(const CardLink& link, SpacingDrag::End end, int day) {
  SpacingDays window = link.window;
  (end == SpacingDrag::End::least   ? window.min
   : end == SpacingDrag::End::ideal ? window.ideal
                                    : window.max) = std::max(0, day - link.from);
  return window;
}

// One end of a bracket, to be taken in hand.
void handle(const JourneyPlaces& places, const JourneyCard& card, const CardLink& link,
            SpacingDrag::End end, int days, float y, JourneysState& state) {
  constexpr std::array<std::string_view, 3> kNames{"Least days", "Ideal days", "Most days"};
  const float x = places.x_of(link.from + days);
  const Rect r = Rect::sized(x - px(7), y - px(8), px(14), px(15));
  const IdScope id(card.module.value);
  const Press p = press(kNames[static_cast<std::size_t>(end)], r,
                        {.reason = "Drag to stretch the days between the two"});
  if (p.hovered || p.held) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
  const bool dot = end == SpacingDrag::End::ideal;
  const Rect mark = dot ? Rect::sized(x - px(4), y - px(4), px(9), px(9))
                        : Rect::sized(x - px(2), y - px(5), px(5), px(11));
  fill(snapped(mark), ink(Colour::accent), dot ? px(4.5F) : px(2));
  if (p.focused) focus_ring(mark, px(4));
  if (p.held && !state.drag && !state.stretch && ImGui::IsMouseDragging(0, px(3)))
    state.stretch = SpacingDrag{link.prerequisite, end};
}

}  // namespace

void spacing_bracket(const JourneyPlaces& places, const Program& program, const JourneyCard& card,
                     bool handles, JourneysState& state) {
  const CardLink* link = models::holding(card);
  if (!link) return;
  const Rect r = places.rect_of(card);
  const float y = std::floor(r.y0 - px(5)) + 0.5F;
  SpacingDays window = link->window;
  std::string refused;
  if (state.stretch && state.stretch->prerequisite == link->prerequisite) {
    window = stretched(*link, state.stretch->end, places.day_at(ImGui::GetIO().MousePos.x));
    if (window != link->window)
      if (const auto change = stretch(program, link->prerequisite, window); !change)
        refused = models::first_sentence(change.error());
  }
  const ImU32 colour = ink(refused.empty() ? Colour::accent : Colour::late);
  const int least = window.min.value_or(0);
  const int ideal = window.ideal.value_or(link->wanted);
  const float x0 = places.x_of(link->from + least);
  const float x1 = places.x_of(link->from + window.max.value_or(std::max(ideal, least) + kDays));
  const float thick = std::max(1.0F, std::floor(px(1.6F)));
  const std::array<ImVec2, 3> left{{{x0, y + px(6)}, {x0, y}, {(x0 + x1) / 2, y}}};
  stroke(canvas(), left, colour, false, thick);
  // Without a limit the bracket stays open on the right.
  if (window.max) {
    const std::array<ImVec2, 3> right{{{(x0 + x1) / 2, y}, {x1, y}, {x1, y + px(6)}}};
    stroke(canvas(), right, colour, false, thick);
  } else {
    dashed_line_h((x0 + x1) / 2, x1, y - 0.5F, colour);
  }
  const float dot = places.x_of(link->from + ideal);
  fill(Rect::sized(dot - px(3), y - px(3), px(6), px(6)), colour, px(3));
  const std::string_view words = !refused.empty() ? std::string_view{refused}
                                 : window == link->window
                                     ? std::string_view{link->words}
                                     : copied(spacing_words(window, link->needs));
  // Right of the bracket; left where it does not fit, if there is more room.
  const float full = text_width(Type::small, words) + 2;
  const float room_right = places.box().x1 - px(8) - (x1 + px(12));
  const float room_left = x0 - px(14) - (places.box().x0 + places.labels() + px(4));
  const bool beside = full <= room_right || room_right >= room_left;
  const float width = std::min(full, std::max(room_right, room_left));
  const float x = beside ? x1 + px(12) : x0 - px(14) - width;
  const Rect text = Rect::sized(x, y - px(10), width, px(18));
  fill(text.inset(-px(4), 0), ink(Colour::surface, 0.94F), px(3));
  label(text, Type::small, colour, words);
  record(ui::Role::text, text, words);
  if (!handles) return;
  handle(places, card, *link, SpacingDrag::End::least, least, y, state);
  if (window.max) handle(places, card, *link, SpacingDrag::End::most, *window.max, y, state);
  handle(places, card, *link, SpacingDrag::End::ideal, ideal, y, state);
}

void follow_bracket(const JourneyPlaces& places, const Program& program, Id<Module> chosen,
                    JourneysState& state, Wishes& wishes) {
  if (!state.stretch) return;
  const JourneyCard* held = places.model().find(chosen);
  const CardLink* link = held ? models::holding(*held) : nullptr;
  if (pressed(Key::escape) || !link || link->prerequisite != state.stretch->prerequisite) {
    state.stretch.reset();
    return;
  }
  if (ImGui::IsMouseDown(0)) return;
  const SpacingDays window =
      stretched(*link, state.stretch->end, places.day_at(ImGui::GetIO().MousePos.x));
  state.stretch.reset();
  if (window == link->window) return;
  const Changed change = stretch(program, link->prerequisite, window);
  if (change)
    wishes.edit = Edit{change->commands, change->label};
  else
    wishes.say = models::first_sentence(change.error());
}

}  // namespace tandem::views
