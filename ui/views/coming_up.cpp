#include "ui/views/coming_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "planner/base/text.hpp"
#include "ui/widgets/table.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// A meeting that is ahead, or the due date of work without one (`meeting` null).
ComingUp::Row row_of(const models::SessionFacts& s, const models::MeetingFacts* meeting,
                     std::size_t part) {
  ComingUp::Row row{};
  row.facts = &s;
  row.key = meeting ? meeting->id.value : s.id.value + (1ULL << 62);
  row.begin = meeting ? meeting->own_begin : at(*s.due_to, TimeOfDay{0});
  row.when = meeting ? words(row.begin) : "due " + words(*s.due_to);
  row.name = fmt::format("coming up {} {}", s.code, row.when);
  row.who = s.cohort_words();
  if (const std::string which = s.part_words(part); !which.empty()) row.who += " · " + which;
  row.where = !meeting ? "on their own" : meeting->room.empty() ? "room not set" : meeting->room;
  if (meeting) row.leads = sentence_list(meeting->leads);
  return row;
}

void keep_up(ComingUp& kept, models::Workbench& bench) {
  const Date today = bench.session().today();
  if (kept.version == bench.version() && kept.today == today) return;
  kept = {bench.version(), today, {}};
  const models::SessionBook& book = bench.offer() ? *bench.offer()->book : bench.book();
  for (const auto& s : book.sessions()) {
    if (s.cancelled()) continue;
    for (std::size_t k = 0; k < s.meetings.size(); ++k)
      if (date_of(s.meetings[k].own_begin) >= today)
        kept.rows.push_back(row_of(s, &s.meetings[k], k));
    if (s.meetings.empty() && s.due_to && *s.due_to >= today)
      kept.rows.push_back(row_of(s, nullptr, 0));
  }
  std::ranges::stable_sort(kept.rows, {}, &ComingUp::Row::begin);
}

}  // namespace

bool coming_up(const Rect& r, models::Workbench& bench, ComingUp& kept, std::string& session) {
  bool picked = false;
  keep_up(kept, bench);
  const auto& rows = kept.rows;
  TableOptions look;
  Rect rest = r;
  card_heading(rest.cut_top(px(32), px(4)).inset(px(metric::kPageMargin), 0), "Coming up",
               counted(rows.size(), "meeting"));
  // Whole rows only.
  const float row_height = px(look.row_height);
  const float fit = std::floor((rest.height() - px(metric::kTableHeader)) / row_height);
  const bool scrolls = static_cast<float>(rows.size()) > fit;
  rest.y1 = rest.y0 + px(metric::kTableHeader) + fit * row_height;
  line_h(rest.x0, rest.x1, rest.y0 - hair(), ink(Colour::line));
  const bool wide = r.width() > px(1000);
  const bool widest = r.width() > px(1500);
  const float who = widest ? 300.0F : wide ? 190.0F : 170.0F;
  std::array<TableColumn, 7> columns{{{"When", 142, Align::left, false},
                                      {"Session", 72, Align::left, false},
                                      {"For", who, Align::left, false},
                                      {"What", 0, Align::left, false},
                                      {"Where", widest ? 260.0F : 110.0F, Align::left, false},
                                      {"Lead", widest ? 260.0F : 140.0F, Align::left, false},
                                      {"People", 52, Align::right, false}}};
  if (!wide) std::swap(columns[5], columns[6]);
  // To the page's margin, with the scroll bar in it or not.
  look.margin = metric::kPageMargin - (scrolls ? metric::kScrollBar : 0);
  ui::Table table("coming up", rest, std::span(columns).first(wide ? 7 : 6), look);
  TableSort unsorted{-1, false};
  table.header(unsorted);
  table.rows(static_cast<int>(rows.size()), [&](int k) {
    const ComingUp::Row& row = rows[static_cast<std::size_t>(k)];
    if (table.begin_row(row.key, row.name, row.facts->code == session).clicked) {
      session = row.facts->code;
      picked = true;
    }
    table.text(row.when);
    Rect cell = table.cell();
    orientation_chip(views::shown(row.facts->orientation), cell.cut_left(px(16), px(8)), true);
    label(cell, Type::small_strong, ink(Colour::text), row.facts->module);
    table.text(row.who);
    table.text(row.facts->title, Colour::muted);
    table.text(row.where, Colour::muted);
    if (wide) table.text(row.leads, Colour::muted);
    table.text(phrase("{}", row.facts->people.size()));
  });
  return picked;
}

}  // namespace tandem::views
