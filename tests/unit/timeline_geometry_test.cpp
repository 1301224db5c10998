#include <chrono>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/catch.hpp"
#include "ui/geometry/placing.hpp"
#include "ui/geometry/rect.hpp"
#include "ui/geometry/ticks.hpp"

namespace {

using namespace tandem::geometry;

Minute at(int year, unsigned month, unsigned day, int hour = 0, int minute = 0) {
  using namespace std::chrono;
  const sys_days date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
  return date.time_since_epoch().count() * kDay + hour * 60 + minute;
}

// The working week of the year view: 08:00 to 18:30, Monday to Friday.
const Fold kWork(8 * 60, 18 * 60 + 30, false);

TimeView view(const Fold& fold, Minute from, Minute to) {
  return {fold.to_axis(from), fold.to_axis(to)};
}

std::vector<std::string> labels(std::span<const Tick> ticks) {
  std::vector<std::string> texts;
  for (const Tick& tick : ticks) texts.push_back(tick.label);
  return texts;
}

}  // namespace

TEST_CASE("a folded axis shows working hours only and finds its way back") {
  const Minute tuesday_nine = at(2027, 5, 18, 9);
  REQUIRE(kWork.to_minute(kWork.to_axis(tuesday_nine)) == tuesday_nine);
  // Tuesday 09:00 to Wednesday 09:00 is one shown day of 630 minutes.
  REQUIRE(kWork.to_axis(at(2027, 5, 19, 9)) - kWork.to_axis(tuesday_nine) == 630);
  // Friday 18:30 and Monday 08:00 are the same place.
  REQUIRE(kWork.to_axis(at(2027, 5, 21, 18, 30)) == kWork.to_axis(at(2027, 5, 24, 8)));
  // Saturday noon and Friday night count as Monday morning.
  REQUIRE(kWork.to_axis(at(2027, 5, 22, 12)) == kWork.to_axis(at(2027, 5, 24, 8)));
  REQUIRE(kWork.to_axis(at(2027, 5, 21, 23)) == kWork.to_axis(at(2027, 5, 24, 8)));
  // Before 1970 the days run on as well: 29 December 1969 was a Monday.
  REQUIRE(Fold::weekday(-3) == 0);
  REQUIRE(kWork.to_minute(kWork.to_axis(at(1969, 12, 30, 10))) == at(1969, 12, 30, 10));
}

TEST_CASE("an axis that folds nothing is the calendar itself") {
  const Fold all;
  for (const Minute minute : {at(2027, 5, 22, 3, 15), Minute{-1}, Minute{0}}) {
    REQUIRE(all.to_axis(minute) == minute);
    REQUIRE(all.to_minute(minute) == minute);
  }
}

TEST_CASE("zooming keeps what is under the pointer where it is") {
  const TimeView limits{0, 1'000'000};
  const TimeView before{200'000, 600'000};
  // A quarter from the left lies 300,000. Half as much in view: 200,000, of which a quarter is
  // 50,000.
  REQUIRE(zoomed(before, 0.5, 0.25, limits) == TimeView{250'000, 450'000});
  REQUIRE(zoomed(before, 2, 0.25, limits) == TimeView{100'000, 900'000});
  REQUIRE(zoomed(zoomed(before, 0.5, 0.7, limits), 2, 0.7, limits) == before);
}

TEST_CASE("a view stays within its limits and never gets shorter than two hours") {
  const TimeView limits{1'000, 11'000};
  REQUIRE(zoomed({1'000, 11'000}, 4, 0.5, limits) == limits);
  REQUIRE(zoomed({5'000, 5'200}, 0.01, 0.5, limits) == TimeView{5'040, 5'160});
  REQUIRE(panned({2'000, 4'000}, -5'000, limits) == TimeView{1'000, 3'000});
  REQUIRE(panned({2'000, 4'000}, 50'000, limits) == TimeView{9'000, 11'000});
  REQUIRE(clamped({0, 90'000}, limits) == limits);
  REQUIRE(clamped({0, 50}, {10, 20}) == TimeView{10, 20});
}

TEST_CASE("the way from one view to another ends exactly there") {
  REQUIRE(between({0, 100}, {40, 60}, 0.5) == TimeView{20, 80});
  REQUIRE(between({0, 100}, {40, 60}, 1) == TimeView{40, 60});
}

TEST_CASE("pixels and minutes turn into each other, also without any width") {
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17, 8), at(2027, 5, 29)), 1000);
  REQUIRE(scale.pixels_per_day() == Approx(100));  // ten working days
  REQUIRE(scale.x(at(2027, 5, 18, 8)) == Approx(100));
  REQUIRE(scale.minute(100.01) == at(2027, 5, 18, 8));
  REQUIRE(TimeScale(kWork, {0, 100}, 0).minute(50) == kWork.to_minute(0));
}

TEST_CASE("a year is marked by months, its first one said at the left edge") {
  const TimeScale scale(kWork, view(kWork, at(2027, 1, 11), at(2027, 11, 27)), 952);
  const Ticks result = ticks(scale);
  REQUIRE(result.unit == TickUnit::month);
  REQUIRE(result.fine.empty());
  REQUIRE(labels(result.coarse) == std::vector<std::string>{"Jan", "Feb", "Mar", "Apr", "May",
                                                            "Jun", "Jul", "Aug", "Sep", "Oct",
                                                            "Nov"});
  REQUIRE(result.coarse.front().x < 0);
  REQUIRE(result.coarse[1].minute == at(2027, 2, 1));
}

TEST_CASE("two weeks are marked by days without the weekend") {
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 29)), 1048);
  const Ticks result = ticks(scale);
  REQUIRE(labels(result.coarse) ==
          std::vector<std::string>{"Mon 17 May", "Tue 18 May", "Wed 19 May", "Thu 20 May",
                                   "Fri 21 May", "Mon 24 May", "Tue 25 May", "Wed 26 May",
                                   "Thu 27 May", "Fri 28 May"});
  REQUIRE(result.coarse[5].strong);
  REQUIRE_FALSE(result.coarse[4].strong);
  REQUIRE(result.coarse[5].x == Approx(524));
}

TEST_CASE("one day is marked by hours below its date, and half a morning by quarters") {
  const TimeScale day(kWork, view(kWork, at(2027, 5, 19), at(2027, 5, 20)), 950);
  REQUIRE(labels(ticks(day).coarse) == std::vector<std::string>{"Wed 19 May"});
  REQUIRE(ticks(day).fine_unit == TickUnit::hour);
  REQUIRE(labels(ticks(day).fine).front() == "08:00");
  REQUIRE(labels(ticks(day).fine).back() == "18:00");
  const TimeScale morning(kWork, view(kWork, at(2027, 5, 19, 9), at(2027, 5, 19, 12)), 950);
  REQUIRE(ticks(morning).fine_unit == TickUnit::quarter_hour);
  REQUIRE(labels(ticks(morning).fine)[1] == "09:15");
}

TEST_CASE("five weeks are days under their month, with a line where weeks meet") {
  const TimeScale scale(kWork, view(kWork, at(2027, 4, 12), at(2027, 5, 15)), 952);
  const Ticks result = ticks(scale);
  REQUIRE(labels(result.coarse) == std::vector<std::string>{"Apr", "May"});
  REQUIRE(labels(result.fine)[0] == "Mo 12");
  REQUIRE(labels(result.fine)[4] == "Fr 16");
  REQUIRE(labels(result.fine)[5] == "Mo 19");
  REQUIRE(result.fine[5].strong);
  REQUIRE_FALSE(result.fine[4].strong);
  // Too narrow for the weekday: the number alone.
  REQUIRE(labels(ticks(TimeScale(kWork, scale.view(), 640)).fine)[0] == "12");
}

TEST_CASE("a day that cannot hold its whole name is named below its month") {
  // 80 px a day: "Mon 17 May" and its margin want more.
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 29)), 800);
  REQUIRE(ticks(scale).unit == TickUnit::month);
  REQUIRE(labels(ticks(scale).fine).front() == "Mo 17");
}

TEST_CASE("half a year is months, and each week's Monday by its number") {
  const TimeScale scale(kWork, view(kWork, at(2027, 2, 1), at(2027, 7, 3)), 952);
  REQUIRE(ticks(scale).unit == TickUnit::month);
  REQUIRE(labels(ticks(scale).fine)[1] == "8");
}

TEST_CASE("a year too narrow for its months names the first month of each quarter") {
  const auto t = ticks(TimeScale(kWork, view(kWork, at(2027, 1, 4), at(2027, 12, 1)), 240));
  REQUIRE(t.unit == TickUnit::year);
  REQUIRE(t.fine_unit == TickUnit::quarter);
  REQUIRE(t.fine.back().label == "Oct");
}

TEST_CASE("several years are marked by years, and January says its year among months") {
  const TimeScale decade(kWork, view(kWork, at(2020, 1, 1), at(2030, 1, 1)), 900);
  REQUIRE(ticks(decade).unit == TickUnit::year);
  const TimeScale winter(kWork, view(kWork, at(2027, 11, 1), at(2028, 3, 1)), 400);
  REQUIRE(labels(ticks(winter).coarse) ==
          std::vector<std::string>{"Nov", "Dec", "Jan 2028", "Feb"});
}

TEST_CASE("ticks never come closer than their labels need, at any zoom") {
  TimeView now = view(kWork, at(2020, 1, 1), at(2030, 1, 1));
  const TimeView limits = now;
  for (int step = 0; step < 120; ++step) {
    const Ticks result = ticks(TimeScale(kWork, now, 900));
    REQUIRE_FALSE(result.coarse.empty());
    REQUIRE(result.coarse.size() < 60);
    REQUIRE(result.fine.size() < 60);
    for (const std::span<const Tick> level :
         {std::span<const Tick>(result.coarse), std::span<const Tick>(result.fine)}) {
      for (std::size_t k = 2; k < level.size(); ++k) {
        REQUIRE(level[k].x - level[k - 1].x > 18);
      }
    }
    now = zoomed(now, 0.92, 0.37, limits);
  }
}

TEST_CASE("two bars at the same time stand in two rows, and a free one has the whole height") {
  const Minute nine = at(2027, 5, 18, 9);
  const std::vector<Span> spans{
      {nine, nine + 240}, {nine + 60, nine + 240}, {nine + 2 * kDay, nine + 2 * kDay + 60}};
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 22)), 1000);
  const auto placed = place(spans, scale, {.least = 30, .wished = 47, .push = 12});
  REQUIRE(placed.size() == 3);
  REQUIRE(placed[0].row == 0);
  REQUIRE(placed[1].row == 1);
  REQUIRE(placed[1].rows == 2);
  REQUIRE(placed[2].row == 0);
  REQUIRE(placed[2].rows == 1);
  // 09:00 is one hour of 10.5 into Tuesday, 200 px a day; four hours are 76 px.
  REQUIRE(placed[0].x0 == Approx(200 + 200 / 10.5));
  REQUIRE(placed[0].x1 == Approx(200 + 5 * 200 / 10.5));
  // A short one takes the width it wishes for when nothing is in its way.
  REQUIRE(placed[2].x1 - placed[2].x0 == Approx(47));
}

TEST_CASE("a bar gives back the room it wished for when the next one needs it") {
  const Minute nine = at(2027, 5, 18, 9);
  const std::vector<Span> spans{{nine, nine + 120}, {nine + 240, nine + 360}};
  // 91 px a day: 120 minutes are 17 px, the second begins 35 px after the first.
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 29)), 910);
  const auto placed = place(spans, scale, {.least = 30, .wished = 47, .push = 12});
  REQUIRE(placed.size() == 2);
  REQUIRE(placed[1].row == 0);
  REQUIRE(placed[0].x1 == Approx(placed[1].x0 - 1));
}

TEST_CASE("in the year view sessions keep their order and never cover each other within a row") {
  std::vector<Span> spans;
  for (int k = 0; k < 60; ++k) {
    spans.push_back({at(2027, 1, 11, 9) + k * 4 * kDay, at(2027, 1, 11, 13) + k * 4 * kDay});
  }
  const TimeScale scale(kWork, view(kWork, at(2027, 1, 11), at(2027, 11, 27)), 952);
  const auto placed = place(spans, scale, {});
  std::size_t drawn = 0;
  double end[2] = {-1e9, -1e9};
  for (const Placed& p : placed) {
    REQUIRE(p.x0 >= end[p.row]);
    REQUIRE(p.x1 - p.x0 >= 28);
    end[p.row] = p.x1;
    drawn += p.count;
  }
  REQUIRE(drawn == 60);
}

TEST_CASE("a million bars cost pixels, not bars") {
  std::vector<Span> spans;
  for (std::int64_t k = 0; k < 1'000'000; ++k) spans.push_back({k * 5, k * 5 + 4});
  const Fold all;
  const auto whole = place(spans, TimeScale(all, {0, 5'000'000}, 1200), {});
  REQUIRE(whole.size() < 1200 / 3);
  std::size_t drawn = 0;
  for (const Placed& p : whole) drawn += p.count;
  REQUIRE(drawn == 1'000'000);
  // Ten minutes of it: two bars, each wide enough to be seen.
  const auto near =
      place(spans, TimeScale(all, {1000, 1010}, 1200), {.least = 3, .wished = 3, .longest = 5});
  REQUIRE(near.size() >= 2);
  REQUIRE(near.size() <= 4);
}

TEST_CASE("more than two of a kind on one day are one run, at every zoom that cannot hold them") {
  const Minute nine = at(2027, 5, 18, 9);
  std::vector<Span> spans;
  for (int k = 0; k < 5; ++k) spans.push_back({nine + k * 30, nine + k * 30 + 60});
  spans.push_back({nine + kDay, nine + kDay + 60});
  const std::vector<std::uint32_t> kinds(6, 7);
  const PlaceOptions options{
      .least = 30, .wished = 30, .gap = 0, .rows = 6, .run_least = 56, .kinds = kinds};
  for (const int pixels : {100, 400, 1000}) {
    const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 29)), pixels);
    const auto placed = place(spans, scale, options);
    REQUIRE(placed.size() == 2);
    REQUIRE(placed[0].count == 5);
    REQUIRE(placed[1].count == 1);
  }
  // One day over the whole width: an hour is 90 px, each stands by itself, in rows.
  const TimeScale day(kWork, view(kWork, at(2027, 5, 18), at(2027, 5, 19)), 950);
  REQUIRE(place(spans, day, options).size() == 5);
  REQUIRE(rows_needed(spans, day, options) == 2);
}

TEST_CASE("a third row is taken only by what the first two could not take in") {
  const Minute nine = at(2027, 5, 18, 9);
  const std::vector<Span> three{{nine, nine + 60}, {nine + 10, nine + 70}, {nine + 20, nine + 80}};
  const TimeScale scale(kWork, view(kWork, at(2027, 1, 11), at(2027, 11, 27)), 952);
  const PlaceOptions near{.push = 40, .most_in_run = 3, .rows = 3, .few_rows = 2};
  REQUIRE(rows_needed(three, scale, near) == 2);  // moved 30 px right within the first
  const PlaceOptions strict{.push = 10, .most_in_run = 3, .rows = 3, .few_rows = 2};
  REQUIRE(rows_needed(three, scale, strict) == 3);
}

TEST_CASE("a card is its day's cell, and a bar to scale never runs into the next day") {
  const Minute sixteen = at(2027, 5, 18, 16);
  const std::vector<Span> spans{{sixteen, sixteen + 60}, {sixteen + 30, sixteen + 90}};
  // 100 px a day: Tuesday is 100 to 200.
  const TimeScale scale(kWork, view(kWork, at(2027, 5, 17), at(2027, 5, 29)), 1000);
  const auto cells =
      place(spans, scale,
            {.least = 30, .wished = 30, .gap = 2, .push = 0, .rows = 6, .fit = Fit::whole_day});
  REQUIRE(cells.size() == 2);
  REQUIRE(cells[0].x0 == Approx(102));
  REQUIRE(cells[0].x1 == Approx(198));
  REQUIRE(cells[1].row == 1);
  const auto bars =
      place(spans, scale,
            {.least = 46, .wished = 80, .gap = 2, .push = 4, .rows = 6, .fit = Fit::in_day});
  REQUIRE(bars[0].x0 == Approx(152));
  for (const Placed& p : bars) REQUIRE(p.x1 <= 200);
}

TEST_CASE("an old place joins nothing and moves nothing: it takes a row that is free there") {
  // Two bars fill both rows at 0; a third way off. Old places at 5, at 6 and where all is free.
  const std::vector<Span> standing{{0, 10}, {1, 11}, {300, 310}};
  const std::vector<Span> old{{5, 15}, {6, 16}, {200, 210}};
  const TimeScale scale(Fold(), {0, 500}, 500);
  const PlaceOptions options{.least = 29, .wished = 29, .gap = 1, .push = 0, .rows = 2};
  const auto alone = place(standing, scale, options);
  auto placed = place(standing, scale, options);
  place_beside(old, standing.size(), scale, options, placed);
  REQUIRE(placed.size() == 6);
  for (std::size_t k = 0; k < alone.size(); ++k) {
    REQUIRE(placed[k].x0 == alone[k].x0);
    REQUIRE(placed[k].count == 1);
  }
  REQUIRE(placed[3].first == 3);
  REQUIRE(placed[3].x0 == Approx(5));
  REQUIRE(placed[3].row == 2);
  REQUIRE(placed[4].row == 3);
  REQUIRE(placed[5].row == 0);
}

TEST_CASE("a bar that began before the view is still seen") {
  const std::vector<Span> spans{{0, 600}, {650, 700}};
  const auto placed =
      place(spans, TimeScale(Fold(), {500, 1000}, 500), {.wished = 3, .longest = 600});
  REQUIRE(placed.size() == 2);
  REQUIRE(placed[0].x0 == Approx(-500));
  REQUIRE(placed[0].x1 == Approx(100));
}

TEST_CASE("the pointer finds the bar it is on, in its row") {
  const std::vector<Placed> placed{
      {0, 1, 0, 100, 0, 2}, {1, 1, 40, 90, 1, 2}, {2, 1, 200, 300, 0, 1}};
  REQUIRE(hit(placed, 50, 0)->first == 0);
  REQUIRE(hit(placed, 50, 1)->first == 1);
  REQUIRE(hit(placed, 250, 1)->first == 2);  // alone: it fills both rows
  REQUIRE(hit(placed, 150, 0) == nullptr);
}

TEST_CASE("a rectangle is cut up without a pixel lost or used twice") {
  Rect page = Rect::sized(0, 0, 100, 50);
  const Rect left = page.cut_left(30, 10);
  const Rect top = page.cut_top(20);
  REQUIRE(left == Rect{0, 0, 30, 50});
  REQUIRE(top == Rect{40, 0, 100, 20});
  REQUIRE(page == Rect{40, 20, 100, 50});
  REQUIRE(page.cut_right(500).width() == 60);  // never more than is left
  REQUIRE(page.empty());
  REQUIRE(Rect::sized(0, 0, 100, 10).column(2, 4, 4) == Rect{52, 0, 74, 10});
}
