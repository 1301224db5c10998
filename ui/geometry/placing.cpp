#include "ui/geometry/placing.hpp"

#include <algorithm>
#include <limits>

namespace tandem::geometry {
namespace {

struct Row {
  double end = -std::numeric_limits<double>::infinity();  // of the last bar, at its least width
  std::ptrdiff_t last = -1;                               // index into the result
};

// Rows that touch each other through overlapping bars share one number of rows.
void count_rows(std::span<Placed> placed) {
  std::size_t from = 0;
  double reach = -std::numeric_limits<double>::infinity();
  int rows = 1;
  const auto close = [&](std::size_t to) {
    for (std::size_t k = from; k < to; ++k) placed[k].rows = rows;
  };
  for (std::size_t k = 0; k < placed.size(); ++k) {
    if (placed[k].x0 >= reach) {
      close(k);
      from = k;
      rows = 1;
    }
    reach = std::max(reach, placed[k].x1);
    rows = std::max(rows, placed[k].row + 1);
  }
  close(placed.size());
}

class Lane {
 public:
  Lane(const PlaceOptions& options, std::pmr::memory_resource* memory)
      : options_(options), rows_(static_cast<std::size_t>(options.rows), memory), placed_(memory) {}

  // `x1` is where the bar ends in time; `most` is as far as it may be drawn.
  void put(std::size_t first, std::size_t count, double x0, double x1, double most) {
    const std::size_t few =
        options_.few_rows > 0 ? static_cast<std::size_t>(options_.few_rows) : rows_.size();
    std::size_t best = best_row(0, std::min(few, rows_.size()), x0);
    if (few < rows_.size() && rows_[best].end - x0 > options_.push)
      best = best_row(few, rows_.size(), x0);
    Row& row = rows_[best];
    const double shift = std::max(0.0, row.end - x0);
    if (shift > options_.push) {
      // Joins the one placed last, whichever its row: indices of a run stay together.
      Placed& before = placed_.back();
      before.count += count;
      before.x1 = std::max(before.x1, x1);
      Row& its_row = rows_[static_cast<std::size_t>(before.row)];
      its_row.end = std::max(its_row.end, x1 + options_.gap);
      return;
    }
    x0 += shift;
    const double least = count > 1 ? std::max(options_.least, options_.run_least) : options_.least;
    x1 = std::max(x1, x0 + least);
    if (row.last >= 0) {  // the one before may have wished for more than it needs
      Placed& before = placed_[static_cast<std::size_t>(row.last)];
      before.x1 = std::min(before.x1, x0 - options_.gap);
    }
    row = {x1 + options_.gap, std::ssize(placed_)};
    placed_.push_back({first, count, x0, std::max(x1, std::min(x0 + options_.wished, most)),
                       static_cast<int>(best), 1});
  }

  std::pmr::vector<Placed> take() {
    count_rows(placed_);
    return std::move(placed_);
  }

 private:
  // The first one that is free, else the one that will be soonest.
  std::size_t best_row(std::size_t from, std::size_t to, double x0) const {
    std::size_t best = from;
    for (std::size_t k = from; k < to; ++k) {
      if (rows_[k].end <= x0) return k;
      if (rows_[k].end < rows_[best].end) best = k;
    }
    return best;
  }

  const PlaceOptions& options_;
  std::pmr::vector<Row> rows_;
  std::pmr::vector<Placed> placed_;
};

// Where a bar wants to be drawn, by the fit asked for.
class Reach {
 public:
  struct Place {
    double x0;
    double x1;
    double most;
  };

  Reach(std::span<const Span> spans, const TimeScale& scale, const PlaceOptions& options)
      : spans_(spans), scale_(scale), options_(options) {}

  Place of(std::size_t k) const {
    const Span& span = spans_[k];
    Place at{scale_.x(span.begin), scale_.x(span.end), std::numeric_limits<double>::infinity()};
    if (options_.fit == Fit::exact) return at;
    const Minute day = floor_div(span.begin, kDay) * kDay;
    const double morning = scale_.x(day + scale_.fold().day_begin());
    const double evening = scale_.x(day + scale_.fold().day_end()) - options_.gap;
    at.most = std::max(at.x1, evening);
    if (options_.fit == Fit::whole_day)  // as far from the line of its day as from the next one
      return {morning + options_.gap, std::max(at.x1, evening), at.most};
    if (at.x0 + options_.least > evening && at.x1 <= evening + options_.gap)
      at.x0 = std::max(morning, evening - options_.least);
    return at;
  }

  // How many bars from `k` on are of its kind and day, each too short to be drawn by itself.
  std::size_t kin(std::size_t k, std::size_t end) const {
    if (options_.kinds.empty() || options_.kinds[k] == 0) return 1;
    const auto small = [&](std::size_t j) {
      return scale_.x(spans_[j].end) - scale_.x(spans_[j].begin) < options_.least;
    };
    const auto day = [&](std::size_t j) { return floor_div(spans_[j].begin, kDay); };
    std::size_t next = k;
    while (next < end && options_.kinds[next] == options_.kinds[k] && day(next) == day(k) &&
           small(next))
      ++next;
    return std::max<std::size_t>(1, next - k);
  }

 private:
  std::span<const Span> spans_;
  const TimeScale& scale_;
  const PlaceOptions& options_;
};

}  // namespace

std::pmr::vector<Placed> place(std::span<const Span> spans, const TimeScale& scale,
                               const PlaceOptions& options, std::pmr::memory_resource* memory) {
  if (scale.width() <= 0 || spans.empty()) return std::pmr::vector<Placed>(memory);
  const auto begins_before = [](const Span& span, Minute minute) { return span.begin < minute; };
  const auto from = [&](std::size_t start, Minute minute) {
    const auto at = std::lower_bound(spans.begin() + static_cast<std::ptrdiff_t>(start),
                                     spans.end(), minute, begins_before);
    return static_cast<std::size_t>(at - spans.begin());
  };
  Lane lane(options, memory);
  const Reach reach(spans, scale, options);
  const double left = -options.wished - options.push;
  const std::size_t end = from(0, scale.minute(scale.width()) + 1);
  std::size_t k = from(0, scale.minute(left) - options.longest);
  while (k < end) {
    auto [x0, x1, most] = reach.of(k);
    if (const std::size_t kin = reach.kin(k, end);
        kin > static_cast<std::size_t>(options.most_in_run)) {
      x1 = std::max(x1, reach.of(k + kin - 1).x1);
      if (x1 >= left && x0 < scale.width()) lane.put(k, kin, x0, x1, most);
      k += kin;
      continue;
    }
    std::size_t next = k + 1;
    if (x1 - x0 < options.run_below) {
      // Further bars join while the next one begins close to the last.
      double last = x0;
      while (next < end) {
        const std::size_t further =
            std::min(end, from(next, scale.minute(last + options.run_below)));
        if (further == next) break;
        next = further;
        last = scale.x(spans[next - 1].begin);
      }
      const std::size_t count = next - k;
      if (count <= static_cast<std::size_t>(options.most_in_run)) {
        for (std::size_t j = k; j < next; ++j) {
          const Reach::Place at = reach.of(j);
          lane.put(j, 1, at.x0, at.x1, at.most);
        }
        k = next;
        continue;
      }
      x1 = std::max(x1, scale.x(spans[next - 1].end));
    }
    if (x1 >= left && x0 < scale.width()) lane.put(k, next - k, x0, x1, most);
    k = next;
  }
  return lane.take();
}

void place_beside(std::span<const Span> spans, std::size_t base, const TimeScale& scale,
                  const PlaceOptions& options, std::pmr::vector<Placed>& placed) {
  if (scale.width() <= 0) return;
  const Reach reach(spans, scale, options);
  for (std::size_t k = 0; k < spans.size(); ++k) {
    const Reach::Place at = reach.of(k);
    const double x1 = std::max(at.x1, at.x0 + options.least);
    if (x1 < 0 || at.x0 > scale.width()) continue;
    int row = 0;
    const auto taken = [&](const Placed& p) {
      return p.row == row && p.x0 < x1 + options.gap && at.x0 < p.x1 + options.gap;
    };
    while (std::ranges::any_of(placed, taken)) ++row;
    placed.push_back({base + k, 1, at.x0, x1, row, row + 1});
  }
}

int rows_needed(std::span<const Span> spans, const TimeScale& scale, const PlaceOptions& options) {
  int rows = 1;
  for (const Placed& p : place(spans, scale, options)) rows = std::max(rows, p.row + 1);
  return rows;
}

const Placed* hit(std::span<const Placed> placed, double x, int row_at) {
  for (auto at = placed.rbegin(); at != placed.rend(); ++at) {
    if (x >= at->x0 && x < at->x1 && (at->rows == 1 || at->row == row_at)) return &*at;
  }
  return nullptr;
}

}  // namespace tandem::geometry
