// The stretch of a time axis in view, and moving it: zoom about the pointer, pan, stay within
// limits. One pair of integers in units of the axis; pixels are doubles and made at the last
// moment. Pure.
#pragma once

#include "ui/geometry/fold.hpp"

namespace tandem::geometry {

// [begin, end) in shown minutes of a Fold.
struct TimeView {
  std::int64_t begin = 0;
  std::int64_t end = 1;
  bool operator==(const TimeView&) const = default;
  std::int64_t length() const { return end - begin; }
};

// How a view lies on a width in pixels.
class TimeScale {
 public:
  TimeScale(const Fold& fold, TimeView view, double width)
      : fold_(fold), view_(view), width_(width > 0 ? width : 0) {}

  double x(Minute minute) const { return x_of_axis(fold_.to_axis(minute)); }
  double x_of_axis(std::int64_t axis) const {
    return width_ * static_cast<double>(axis - view_.begin) / static_cast<double>(view_.length());
  }
  // The minute under a pixel; also outside the view.
  Minute minute(double x) const;
  double pixels_per_day() const {
    return width_ * static_cast<double>(fold_.day_length()) / static_cast<double>(view_.length());
  }
  double width() const { return width_; }
  const Fold& fold() const { return fold_; }
  TimeView view() const { return view_; }

 private:
  Fold fold_;
  TimeView view_;
  double width_;
};

// The shortest view: two hours.
inline constexpr std::int64_t kShortestView = 120;

// Within the limits, shortened to them if need be. Keeps the length where it can.
TimeView clamped(TimeView view, TimeView limits);

// `factor` below 1 comes nearer. What lies at the share `at` (0 left, 1 right) stays there, unless
// a limit forbids it.
TimeView zoomed(TimeView view, double factor, double at, TimeView limits);

TimeView panned(TimeView view, std::int64_t by, TimeView limits);

// The view part of the way from one to another; exact at 1.
TimeView between(TimeView from, TimeView to, double part);

}  // namespace tandem::geometry
