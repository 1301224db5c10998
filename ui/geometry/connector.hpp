// The way of a line from one card to another on a page of cards in rows: along the gaps between
// rows, and up or down only where no card stands. Pure; the page draws the turns, the tests look
// for a card that is crossed. Unit: pixels, or whatever the rectangles are in.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "ui/geometry/rect.hpp"

namespace tandem::geometry {

struct ConnectorRoom {
  float out = 24;   // from a card's left edge to where a line leaves it
  float gap = 3.5;  // from a card's upper or lower edge to the middle of the gap between rows
  float in = 8;     // room before a card in which a line turns towards it
  float aside = 5;  // room beside a card that a line passes
  float step = 4;   // between two lines that pass it side by side
};

// Ends at the left edge of a card, or at its upper or lower edge where the card begins left of
// where the line comes from.
struct Connector {
  std::array<Point, 7> turns{};
  std::size_t count = 0;
  bool across = false;  // the end is a left edge

  std::span<const Point> line() const { return {turns.data(), count}; }
};

// `slot`: lines of different cards keep apart where they pass others; 0 passes closest. Where every
// way crosses something, the shortest. Cost: linear in cards for each card between the two rows.
Connector connect(const Rect& from, const Rect& to, std::span<const Rect> cards, int slot,
                  const ConnectorRoom& room);

}  // namespace tandem::geometry
