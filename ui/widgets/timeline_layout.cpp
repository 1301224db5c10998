#include "ui/widgets/timeline_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <unordered_map>
#include <utility>

namespace tandem::ui {
namespace {

using geometry::Placed;
using geometry::TimeScale;

constexpr float kAxisHeight = 48;
constexpr float kLane = 50;  // at least
constexpr float kStripHeight = 80;
constexpr int kMostRows = 6;
constexpr int kMostMarkRows = 3;

struct StyleMeasures {
  BarStyle style;
  float day;     // design pixels a day has at least
  float height;  // of a bar
  float gap;     // between two sub-lanes
  float margin;  // above and below all of them
};
constexpr std::array<StyleMeasures, 3> kStyles{{{BarStyle::bar, 112, 47, 3, 5},
                                                {BarStyle::card, 34, 50, 3, 5},
                                                {BarStyle::mark, 0, 19, 2, 5}}};

const StyleMeasures& style_of(const TimeScale& scale) {
  return *std::ranges::find_if(kStyles, [&](const StyleMeasures& m) {
    return scale.pixels_per_day() >= m.day * ui::scale();
  });
}

// Old places stand beside what is there now and never in one stack with it: a move is to be seen.
std::pmr::vector<Placed> placed_on(const TimelineLane& lane, const TimeScale& scale,
                                   const geometry::PlaceOptions& options) {
  const std::span<const geometry::Span> spans(lane.spans);
  auto out = geometry::place(spans.first(lane.standing), scale, options, frame_memory());
  geometry::place_beside(spans.subspan(lane.standing), lane.standing, scale, options, out);
  return out;
}

int rows_of(std::span<const Placed> placed) {
  int rows = 1;
  for (const Placed& p : placed) rows = std::max(rows, p.row + 1);
  return rows;
}

// Style, sub-lanes and heights, by where the view is going: a lane does not change on the way
// there.
void measure(const TimelineData& data, const TimelineState& state, TimelineLayout& layout) {
  const StyleMeasures& m = style_of(layout.scale);
  layout.style = m.style;
  layout.marks = m.style == BarStyle::mark;
  layout.bar_height = px(m.height);
  layout.pitch = px(m.height + m.gap);
  layout.lane_height = px(std::max(kLane, m.height + 2 * m.margin) + data.lane_extra);
  const TimeScale target(data.fold, state.view, layout.scale.width());
  TimelineState::SubLanes& known = state.sub_lanes;
  const float least = m.height * ui::scale();
  if (known.edition != data.edition || known.view != state.view ||
      known.width != layout.scale.width() || known.least != least) {
    known = {data.edition, state.view, layout.scale.width(), least, {}, {}};
    for (const TimelineLane& lane : data.lanes)
      known.rows.push_back(rows_of(placed_on(lane, target, layout.options(lane))));
  }
  layout.rows = known.rows;
  known.tops.assign(1, 0);
  for (const int rows : known.rows) {
    const float content = static_cast<float>(rows) * layout.pitch + px(2 * m.margin - m.gap);
    known.tops.push_back(known.tops.back() +
                         std::max(layout.lane_height, content + px(data.lane_extra)));
  }
  layout.tops = known.tops;
}

}  // namespace

void TimelineData::prepare() {
  static std::uint64_t editions = 0;
  edition = ++editions;
  for (TimelineLane& lane : lanes) {
    std::stable_sort(lane.bars.begin(), lane.bars.end(),
                     [](const TimelineBar& a, const TimelineBar& b) {
                       return std::pair{a.phase == Phase::old_place, a.span.begin} <
                              std::pair{b.phase == Phase::old_place, b.span.begin};
                     });
    lane.standing = static_cast<std::size_t>(std::ranges::count_if(
        lane.bars, [](Phase p) { return p != Phase::old_place; }, &TimelineBar::phase));
    lane.spans.clear();
    lane.kinds.clear();
    lane.longest = 0;
    std::unordered_map<std::string, std::uint32_t> kinds;  // looked up, never walked
    for (const TimelineBar& bar : lane.bars) {
      lane.spans.push_back(bar.span);
      const std::string kind = bar.code + static_cast<char>('0' + static_cast<int>(bar.phase));
      const auto next = static_cast<std::uint32_t>(kinds.size() + 1);
      lane.kinds.push_back(kinds.emplace(kind, next).first->second);
      lane.longest = std::max(lane.longest, bar.span.end - bar.span.begin);
    }
  }
}

TimelineLayout timeline_layout(const Rect& r, const TimelineData& data,
                               const TimelineState& state) {
  const Rect whole = snapped(r);
  const float left = whole.x0 + px(data.header_width);
  const double width = std::max(0.0F, whole.x1 - left);
  TimelineLayout layout{.whole = whole,
                        .axis = {},
                        .lanes = {},
                        .canvas = {},
                        .strip = {},
                        .scale = TimeScale(data.fold, state.shown, width)};
  measure(data, state, layout);
  Rect rest = whole;
  layout.axis = rest.cut_top(px(kAxisHeight));
  if (data.strip) {
    // Right below the last lane when all fit, else at the foot.
    const float needed = layout.content();
    const float room = rest.height() - px(kStripHeight);
    layout.strip = rest.cut_bottom(px(kStripHeight));
    if (needed < room) {
      layout.strip = layout.strip.moved(0, needed - room);
      rest.y1 = layout.strip.y0;
    }
  }
  layout.lanes = rest;
  layout.canvas = {left, layout.axis.y0, whole.x1, rest.y1};
  layout.most_scroll = std::max(0.0F, layout.content() - layout.lanes.height());
  layout.scroll = std::round(std::clamp(state.scroll, 0.0F, layout.most_scroll));
  return layout;
}

Rect TimelineLayout::row(std::size_t index) const {
  return {lanes.x0, lanes.y0 + tops[index] - scroll, lanes.x1, lanes.y0 + tops[index + 1] - scroll};
}

float TimelineLayout::rows_end() const { return std::min(lanes.y1, lanes.y0 + content() - scroll); }

geometry::PlaceOptions TimelineLayout::options(const TimelineLane& lane) const {
  geometry::PlaceOptions options;
  options.longest = lane.longest;
  options.kinds = lane.kinds;
  options.rows = kMostRows;
  options.run_below = 3 * ui::scale();
  switch (style) {
    case BarStyle::mark:
      options.least = options.wished = px(29);
      options.run_least = px(54);
      options.most_in_run = 1;
      options.gap = px(3);
      options.push = px(24);
      options.few_rows = 2;
      options.rows = kMostMarkRows;
      break;
    case BarStyle::card:
      options.fit = geometry::Fit::whole_day;
      options.least = options.wished = px(30);
      options.gap = px(2);
      options.push = 0;
      break;
    case BarStyle::bar:
      options.fit = geometry::Fit::in_day;
      options.least = px(40);
      options.run_least = px(58);
      options.wished = options.least;
      options.gap = px(2);
      options.push = px(4);
      break;
  }
  return options;
}

std::pmr::vector<Placed> TimelineLayout::place(const TimelineLane& lane) const {
  return placed_on(lane, scale, options(lane));
}

Rect TimelineLayout::bar(const Placed& placed, std::size_t lane) const {
  const Rect at = row(lane);
  const auto used = static_cast<float>(rows[lane]);
  const float all = used * pitch - (pitch - bar_height);
  const float y =
      std::round(at.y0 + (at.height() - all) / 2) + static_cast<float>(placed.row) * pitch;
  return {canvas.x0 + static_cast<float>(placed.x0), y, canvas.x0 + static_cast<float>(placed.x1),
          y + bar_height};
}

float timeline_height(const TimelineData& data, const TimelineState& state, float width) {
  TimelineLayout layout{.whole = {},
                        .axis = {},
                        .lanes = {},
                        .canvas = {},
                        .strip = {},
                        .scale = TimeScale(data.fold, state.shown, width - px(data.header_width))};
  measure(data, state, layout);
  return px(kAxisHeight) + layout.content() + (data.strip ? px(kStripHeight) : 0);
}

}  // namespace tandem::ui
