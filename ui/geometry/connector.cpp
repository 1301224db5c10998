#include "ui/geometry/connector.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tandem::geometry {
namespace {

bool same(float a, float b) { return std::abs(a - b) < 0.5F; }

bool meets(const Rect& card, float y0, float y1) { return card.y0 < y1 && card.y1 > y0; }

// Whether a line at `x` from y0 to y1 would run behind a card.
bool crosses(std::span<const Rect> cards, float x, float y0, float y1) {
  return std::ranges::any_of(cards, [&](const Rect& card) {
    return meets(card, y0, y1) && x > card.x0 - 1 && x < card.x1 + 1;
  });
}

// Where the line turns towards a card: in the middle of what is free before it, at most so far off.
float entry(const Rect& to, std::span<const Rect> cards, const ConnectorRoom& room) {
  float free = 2 * room.in;
  for (const Rect& card : cards)
    if (meets(card, to.y0, to.y1) && card.x1 <= to.x0) free = std::min(free, to.x0 - card.x1);
  return to.x0 - free / 2;
}

// The way down or up between two gaps: the one that costs the least detour and crosses no card.
float passage(float out, float in, float y0, float y1, std::span<const Rect> cards, int slot,
              const ConnectorRoom& room) {
  const auto detour = [&](float x) { return std::abs(x - out) + std::abs(x - in); };
  float best = out;
  float cost = std::numeric_limits<float>::max();
  const auto consider = [&](float x, float more) {
    if (detour(x) + more >= cost || crosses(cards, x, y0, y1)) return;
    best = x;
    cost = detour(x) + more;
  };
  consider(out, 0);
  consider(in, 0);
  const float apart = room.step * static_cast<float>(slot);
  for (const Rect& card : cards) {
    if (!meets(card, y0, y1)) continue;
    for (const float more : {0.0F, apart}) {
      // Closer than its own slot only where there is no room for that.
      const float worse = more < apart ? 4 * room.out : 0;
      consider(card.x0 - room.aside - more, worse);
      consider(card.x1 + room.aside + more, worse);
    }
  }
  return best;
}

}  // namespace

Connector connect(const Rect& from, const Rect& to, std::span<const Rect> cards, int slot,
                  const ConnectorRoom& room) {
  Connector out;
  const auto turn = [&](float x, float y) {
    if (out.count > 1) {
      const Point& a = out.turns[out.count - 2];
      Point& b = out.turns[out.count - 1];
      // Straight on.
      if ((same(a.x, b.x) && same(b.x, x)) || (same(a.y, b.y) && same(b.y, y))) {
        b = {x, y};
        return;
      }
    }
    out.turns[out.count++] = {x, y};
  };
  const bool level = same(from.y0, to.y0);
  const float middle = (to.y0 + to.y1) / 2;
  if (level && to.x0 >= from.x1) {
    const bool free = std::ranges::none_of(cards, [&](const Rect& card) {
      return meets(card, middle, middle) && card.x0 >= from.x1 && card.x1 <= to.x0;
    });
    if (free) {
      turn(from.x1, middle);
      turn(to.x0, middle);
      out.across = true;
      return out;
    }
  }
  const bool down = to.y0 > from.y0 || level;
  const float leave = std::min(from.x0 + room.out, from.x1 - room.in);
  const float first = down ? from.y1 + room.gap : from.y0 - room.gap;
  const float last = level ? first : down ? to.y0 - room.gap : to.y1 + room.gap;
  out.across = to.x0 - room.in > leave || level;
  const float in = out.across ? entry(to, cards, room) : std::max(leave, to.x0 + room.in);
  const float pass = same(first, last) ? in
                                       : passage(leave, in, std::min(first, last),
                                                 std::max(first, last), cards, slot, room);
  turn(leave, down ? from.y1 : from.y0);
  turn(leave, first);
  turn(pass, first);
  turn(pass, last);
  turn(in, last);
  if (out.across) {
    turn(in, middle);
    turn(to.x0, middle);
  } else {
    turn(in, down && !level ? to.y0 : to.y1);
  }
  return out;
}

}  // namespace tandem::geometry
