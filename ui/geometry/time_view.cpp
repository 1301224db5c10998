#include "ui/geometry/time_view.hpp"

#include <algorithm>
#include <cmath>

namespace tandem::geometry {

Minute TimeScale::minute(double x) const {
  if (width_ <= 0) return fold_.to_minute(view_.begin);
  const double axis =
      static_cast<double>(view_.begin) + x / width_ * static_cast<double>(view_.length());
  return fold_.to_minute(static_cast<std::int64_t>(std::floor(axis)));
}

TimeView clamped(TimeView view, TimeView limits) {
  const std::int64_t longest = std::max<std::int64_t>(limits.length(), 1);
  const std::int64_t shortest = std::min(kShortestView, longest);
  const std::int64_t length = std::clamp(view.length(), shortest, longest);
  const std::int64_t begin = std::clamp(view.begin, limits.begin, limits.end - length);
  return {begin, begin + length};
}

TimeView zoomed(TimeView view, double factor, double at, TimeView limits) {
  if (!(factor > 0)) return clamped(view, limits);
  at = std::clamp(at, 0.0, 1.0);
  const double old_length = static_cast<double>(view.length());
  const double longest = static_cast<double>(std::max<std::int64_t>(limits.length(), 1));
  const double shortest = std::min(static_cast<double>(kShortestView), longest);
  const double length = std::clamp(old_length * factor, shortest, longest);
  const double fixed = static_cast<double>(view.begin) + at * old_length;
  const auto begin = static_cast<std::int64_t>(std::llround(fixed - at * length));
  return clamped({begin, begin + static_cast<std::int64_t>(std::llround(length))}, limits);
}

TimeView panned(TimeView view, std::int64_t by, TimeView limits) {
  return clamped({view.begin + by, view.end + by}, limits);
}

TimeView between(TimeView from, TimeView to, double part) {
  if (part >= 1) return to;
  const auto mix = [part](std::int64_t a, std::int64_t b) {
    return a + static_cast<std::int64_t>(std::llround(part * static_cast<double>(b - a)));
  };
  TimeView view{mix(from.begin, to.begin), mix(from.end, to.end)};
  if (view.end <= view.begin) view.end = view.begin + 1;
  return view;
}

}  // namespace tandem::geometry
