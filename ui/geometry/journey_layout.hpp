// Where the cards of a journey stand on its axis of days: each at its ideal distance from what it
// follows, moved right or given a further line of its row where cards would cover each other, and
// never out of its window. Pure; the page draws it, the tests compare days and lines. Unit: days.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tandem::geometry {

struct JourneyLink {
  std::size_t from = 0;  // index of an earlier item
  int min = 0;           // days from its end
  int drawn = 0;         // wanted
  std::optional<int> max = {};
};

struct JourneyItem {
  int row = 0;   // which row of the page
  int span = 0;  // days from its first meeting to its last
  std::vector<JourneyLink> after = {};
};

struct JourneyRoom {
  int card = 28;  // days that a card covers
  int push = 42;  // at most so many later than wanted, rather than a line of its own
};

struct JourneyPlace {
  int day = 0;
  int line = 0;  // within its row
};

struct JourneyLayout {
  std::vector<JourneyPlace> places;  // one an item
  std::vector<int> lines;            // of every row, 1 or more
  int days = 0;                      // to the end of the last card
};

// `card_of_row`: days that a card covers in each row; a row beyond it takes room.card. Requires:
// links point backwards. The days are those drawn: an item that follows a moved one moves with it.
JourneyLayout lay_out_journey(std::span<const JourneyItem> items, int rows,
                              std::span<const int> card_of_row = {}, const JourneyRoom& room = {});

}  // namespace tandem::geometry
