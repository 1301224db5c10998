#include "ui/views/coming_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/base/text.hpp"
#include "ui/widgets/table.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// A meeting that is ahead, or the due date of work without one.
struct ComingRow {
  const models::SessionFacts* facts;
  const models::MeetingFacts* meeting;  // null: work without a meeting
  std::size_t part;
  LocalMinute begin;
};

std::vector<ComingRow> coming_rows(const models::SessionBook& book, Date today) {
  std::vector<ComingRow> rows;
  for (const auto& s : book.sessions()) {
    if (s.cancelled()) continue;
    for (std::size_t k = 0; k < s.meetings.size(); ++k)
      if (date_of(s.meetings[k].own_begin) >= today)
        rows.push_back({&s, &s.meetings[k], k, s.meetings[k].own_begin});
    if (s.meetings.empty() && s.due_to && *s.due_to >= today)
      rows.push_back({&s, nullptr, 0, at(*s.due_to, TimeOfDay{0})});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const ComingRow& a, const ComingRow& b) { return a.begin < b.begin; });
  return rows;
}

}  // namespace

bool coming_up(const Rect& r, models::Workbench& bench, std::string& session) {
  bool picked = false;
  const models::SessionBook& book = bench.offer() ? *bench.offer()->book : bench.book();
  const std::vector<ComingRow> rows = coming_rows(book, bench.session().today());
  TableOptions look;
  Rect rest = r;
  card_heading(rest.cut_top(px(32), px(4)).inset(px(metric::kPageMargin), 0), "Coming up",
               count(static_cast<std::int64_t>(rows.size()), "meeting"));
  // Whole rows only.
  const float row_height = px(look.row_height);
  const float fit = std::floor((rest.height() - px(metric::kTableHeader)) / row_height);
  const bool scrolls = static_cast<float>(rows.size()) > fit;
  rest.y1 = rest.y0 + px(metric::kTableHeader) + fit * row_height;
  line_h(rest.x0, rest.x1, rest.y0 - hair(), ink(Colour::line));
  const bool wide = r.width() > px(1000);
  std::vector<TableColumn> columns{{"When", 142, Align::left, false},
                                   {"Session", 72, Align::left, false},
                                   {"For", wide ? 190.0F : 170.0F, Align::left, false},
                                   {"What", 0, Align::left, false},
                                   {"Where", 110, Align::left, false}};
  if (wide) columns.push_back({"Lead", 140, Align::left, false});
  columns.push_back({"People", 52, Align::right, false});
  // To the page's margin, with the scroll bar in it or not.
  look.margin = metric::kPageMargin - (scrolls ? metric::kScrollBar : 0);
  ui::Table table("coming up", rest, columns, look);
  TableSort unsorted{-1, false};
  table.header(unsorted);
  table.rows(static_cast<int>(rows.size()), [&](int k) {
    const ComingRow& row = rows[static_cast<std::size_t>(k)];
    const auto key = row.meeting ? row.meeting->id.value : row.facts->id.value + (1ULL << 62);
    const std::string when = row.meeting ? words(row.begin) : "due " + words(date_of(row.begin));
    if (table
            .begin_row(key, "coming up " + row.facts->code + " " + when, row.facts->code == session)
            .clicked) {
      session = row.facts->code;
      picked = true;
    }
    table.text(when);
    Rect cell = table.cell();
    orientation_chip(views::shown(row.facts->orientation), cell.cut_left(px(16), px(8)), true);
    label(cell, Type::small_strong, ink(Colour::text), row.facts->module);
    const std::string part = row.facts->part_words(row.part);
    table.text(part.empty() ? row.facts->cohort_words()
                            : fmt::format("{} · {}", row.facts->cohort_words(), part));
    table.text(row.facts->title, Colour::muted);
    table.text(!row.meeting                ? "on their own"
               : row.meeting->room.empty() ? "room not set"
                                           : row.meeting->room,
               Colour::muted);
    if (wide)
      table.text(row.meeting ? sentence_list(row.meeting->leads) : std::string{}, Colour::muted);
    table.text(fmt::format("{}", row.facts->people.size()));
  });
  return picked;
}

}  // namespace tandem::views
