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
void count_rows(std::vector<Placed>& placed) {
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
  explicit Lane(const PlaceOptions& options)
      : options_(options), rows_(static_cast<std::size_t>(options.rows)) {}

  // `x1` is where the bar ends in time.
  void put(std::size_t first, std::size_t count, double x0, double x1) {
    std::size_t best = 0;
    for (std::size_t k = 0; k < rows_.size(); ++k) {
      if (rows_[k].end <= x0) {
        best = k;
        break;
      }
      if (rows_[k].end < rows_[best].end) best = k;
    }
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
    x1 = std::max(x1, x0 + options_.least);
    if (row.last >= 0) {  // the one before may have wished for more than it needs
      Placed& before = placed_[static_cast<std::size_t>(row.last)];
      before.x1 = std::min(before.x1, x0 - options_.gap);
    }
    row = {x1 + options_.gap, std::ssize(placed_)};
    placed_.push_back(
        {first, count, x0, std::max(x1, x0 + options_.wished), static_cast<int>(best), 1});
  }

  std::vector<Placed> take() {
    count_rows(placed_);
    return std::move(placed_);
  }

 private:
  const PlaceOptions& options_;
  std::vector<Row> rows_;
  std::vector<Placed> placed_;
};

}  // namespace

std::vector<Placed> place(std::span<const Span> spans, const TimeScale& scale,
                          const PlaceOptions& options) {
  if (scale.width() <= 0 || spans.empty()) return {};
  const auto begins_before = [](const Span& span, Minute minute) { return span.begin < minute; };
  const auto from = [&](std::size_t start, Minute minute) {
    const auto at = std::lower_bound(spans.begin() + static_cast<std::ptrdiff_t>(start),
                                     spans.end(), minute, begins_before);
    return static_cast<std::size_t>(at - spans.begin());
  };
  Lane lane(options);
  const double left = -options.wished - options.push;
  const std::size_t end = from(0, scale.minute(scale.width()) + 1);
  std::size_t k = from(0, scale.minute(left) - options.longest);
  while (k < end) {
    const double x0 = scale.x(spans[k].begin);
    double x1 = scale.x(spans[k].end);
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
          lane.put(j, 1, scale.x(spans[j].begin), scale.x(spans[j].end));
        }
        k = next;
        continue;
      }
      x1 = std::max(x1, scale.x(spans[next - 1].end));
    }
    if (x1 >= left && x0 < scale.width()) lane.put(k, next - k, x0, x1);
    k = next;
  }
  return lane.take();
}

const Placed* hit(std::span<const Placed> placed, double x, int row_at) {
  for (auto at = placed.rbegin(); at != placed.rend(); ++at) {
    if (x >= at->x0 && x < at->x1 && (at->rows == 1 || at->row == row_at)) return &*at;
  }
  return nullptr;
}

}  // namespace tandem::geometry
