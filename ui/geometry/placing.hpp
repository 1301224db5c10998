// Which bars of one lane are drawn, where, and which are drawn as one: level of detail by pixels,
// and sub-lanes for bars that would cover each other. Cost follows the pixels, not the number of
// bars (after Tracy's timeline). Pure; the caller draws, the same shapes are hit-tested.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "ui/geometry/time_view.hpp"

namespace tandem::geometry {

enum class Fit : std::uint8_t {
  exact,      // begins where it begins; what is too short to be seen runs on
  in_day,     // but never into the next day
  whole_day,  // a cell of the day, whatever the hour
};

struct PlaceOptions {
  double least = 29;     // a bar is never drawn narrower
  double wished = 29;    // and takes this much when nothing is in its way
  double gap = 1;        // between two bars of one row
  double push = 24;      // how far a bar may be moved right before another row or a run takes it
  double run_below = 3;  // bars that begin closer together than this, and are narrower, are one run
  int most_in_run = 2;   // so many are still drawn one by one
  int rows = 2;
  int few_rows = 0;  // further rows only for what could not be moved within these; 0: all are equal
  Fit fit = Fit::exact;
  double run_least = 0;  // a run is never drawn narrower
  // What each bar is, 0 for nothing in particular; empty, or one a span. More than `most_in_run` of
  // one kind on one day, each too short for its least width, are one run.
  std::span<const std::uint32_t> kinds = {};
  Minute longest = kDay;  // the longest bar of the lane, so that the first one in view is found
};

struct Placed {
  std::size_t first = 0;  // index into the lane's spans
  std::size_t count = 1;  // more than one: a run
  double x0 = 0;
  double x1 = 0;
  int row = 0;
  int rows = 1;  // rows in use where this one stands: 1 means it may take the lane's full height
};

// `spans` sorted by begin. Returns: what is in view, left to right within each row.
std::pmr::vector<Placed> place(
    std::span<const Span> spans, const TimeScale& scale, const PlaceOptions& options,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());

// Adds bars that join no others and move none: each where it begins, in the first row that is free
// there, below all of them where none is. `first` of what is added is an index into `spans` plus
// `base`. Requires: `spans` sorted by begin. Cost: those in view times what is placed.
void place_beside(std::span<const Span> spans, std::size_t base, const TimeScale& scale,
                  const PlaceOptions& options, std::pmr::vector<Placed>& placed);

// How many rows the bars need, at most `options.rows`: those in view of the scale.
int rows_needed(std::span<const Span> spans, const TimeScale& scale, const PlaceOptions& options);

// The last drawn one that holds the pixel, or null. `row_at` is the row under the pointer of a lane
// with all rows in use; one that stands alone answers for every row.
const Placed* hit(std::span<const Placed> placed, double x, int row_at);

}  // namespace tandem::geometry
