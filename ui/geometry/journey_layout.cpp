#include "ui/geometry/journey_layout.hpp"

#include <algorithm>
#include <limits>

namespace tandem::geometry {
namespace {

struct Window {
  int wanted = 0;
  int last = std::numeric_limits<int>::max();
};

Window window_of(const JourneyItem& item, std::span<const JourneyItem> items,
                 std::span<const JourneyPlace> places) {
  Window out;
  int first = 0;
  for (const JourneyLink& link : item.after) {
    const int end = places[link.from].day + items[link.from].span;
    first = std::max(first, end + link.min);
    out.wanted = std::max(out.wanted, end + link.drawn);
    if (link.max) out.last = std::min(out.last, end + *link.max);
  }
  // Where two windows do not meet, what comes too late is seen; what comes too early is not.
  out.wanted = std::max(first, std::min(out.wanted, out.last));
  return out;
}

}  // namespace

JourneyLayout lay_out_journey(std::span<const JourneyItem> items, int rows,
                              std::span<const int> card_of_row, const JourneyRoom& room) {
  JourneyLayout out;
  out.places.reserve(items.size());
  out.lines.assign(static_cast<std::size_t>(std::max(0, rows)), 1);
  std::vector<std::vector<int>> ends(out.lines.size());  // by row and line
  for (const JourneyItem& item : items) {
    const Window window = window_of(item, items, out.places);
    const auto row = static_cast<std::size_t>(item.row);
    const int card = row < card_of_row.size() ? card_of_row[row] : room.card;
    const int latest = std::min(window.last, window.wanted + room.push);
    JourneyPlace place{window.wanted, static_cast<int>(ends[row].size())};
    int best = std::numeric_limits<int>::max();
    for (std::size_t line = 0; line < ends[row].size(); ++line) {
      const int day = std::max(window.wanted, ends[row][line]);
      if (day > std::max(latest, window.wanted) || day >= best) continue;
      best = day;
      place = {day, static_cast<int>(line)};
    }
    if (static_cast<std::size_t>(place.line) == ends[row].size()) ends[row].push_back(0);
    ends[row][static_cast<std::size_t>(place.line)] = place.day + card;
    out.lines[row] = std::max(out.lines[row], place.line + 1);
    out.days = std::max(out.days, place.day + card);
    out.places.push_back(place);
  }
  return out;
}

}  // namespace tandem::geometry
