#include "ui/views/other_days.hpp"

#include "ui/widgets/date_strip.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::DayCell;
using models::DayPage;
using models::DayPrice;
using models::SessionDays;

constexpr std::string_view kOffered = "A plan is on offer: accept or discard it first.";

CandidateDay::State shown(DayStanding standing) {
  switch (standing) {
    case DayStanding::here:
      return CandidateDay::State::chosen;
    case DayStanding::free:
      return CandidateDay::State::free;
    case DayStanding::taken:
      return CandidateDay::State::taken;
    case DayStanding::refused:
      break;
  }
  return CandidateDay::State::refused;
}

Status sign(DayStanding standing) {
  switch (standing) {
    case DayStanding::here:
    case DayStanding::free:
      return Status::ok;
    case DayStanding::taken:
      return Status::attention;
    case DayStanding::refused:
      break;
  }
  return Status::blocked;
}

Status sign(models::PriceLine::Tone tone) {
  switch (tone) {
    case models::PriceLine::Tone::good:
      return Status::ok;
    case models::PriceLine::Tone::look:
      return Status::attention;
    case models::PriceLine::Tone::bad:
      break;
  }
  return Status::blocked;
}

void pick(Decision& decision, const DayCell& cell) {
  if (cell.standing == DayStanding::here || decision.day == cell.date)
    decision.day.reset();
  else
    decision.day = cell.date;
  decision.way.reset();
}

// "‹ 17 to 28 May ›"
void heading(Area& area, const SessionDays& days, std::size_t page, Decision& decision) {
  Rect line = area.next(px(24));
  if (days.pages.size() > 1) {
    const bool later = page + 1 < days.pages.size();
    if (icon_button(line.cut_right(px(24), px(4)), Icon::right, "Later days", later))
      decision.page = page + 1;
  }
  const std::string& range = days.pages[page].range;
  label(line.cut_right(text_width(Type::small, range) + 1, px(4)), Type::small, ink(Colour::muted),
        range);
  if (days.pages.size() > 1 &&
      icon_button(line.cut_right(px(24), px(8)), Icon::left, "Earlier days", page > 0))
    decision.page = page - 1;
  constexpr std::string_view kWhole = "What else was possible";
  section_label(line,
                text_width(Type::small_strong, kWhole) < line.width() ? kWhole : "Other days");
  area.skip(px(8));
}

void strip(Area& area, const DayPage& page, Decision& decision) {
  const Rect line = area.next(px(56));
  const int count = static_cast<int>(std::max<std::size_t>(page.cells.size(), 10));
  for (std::size_t k = 0; k < page.cells.size(); ++k) {
    const DayCell& cell = page.cells[k];
    if (candidate_day(line.column(static_cast<int>(k), count, px(3)),
                      {.name = cell.name,
                       .weekday = cell.weekday,
                       .day = cell.day,
                       .state = shown(cell.standing),
                       .picked = decision.day == cell.date,
                       .reason = cell.words}))
      pick(decision, cell);
  }
  area.skip(px(8));
}

// A line for each day of the page: pressed, it is picked as on the strip.
void lines(Area& area, const DayPage& page, Decision& decision) {
  const ProbeScope scope("Days");
  const IdScope list("days");
  for (const DayCell& cell : page.cells) {
    if (cell.standing == DayStanding::here) continue;
    const Rect r = area.next(px(24));
    const Press p = press(cell.name, r, {.role = ui::Role::row});
    if (p.hovered) fill(r, ink(Colour::hover), px(metric::kChipRadius));
    if (p.focused) focus_ring(r, px(metric::kChipRadius));
    if (p.clicked) pick(decision, cell);
    Rect line = r;
    label(line.cut_left(px(88), px(4)), Type::small, ink(Colour::muted), cell.name);
    status_glyph(sign(cell.standing), line.cut_left(px(12), px(8)), 10);
    label(line, Type::small, ink(Colour::text), cell.words);
  }
}

void price(Area& area, models::Workbench& bench, const DayCell& cell, Decision& decision,
           Wishes& wishes) {
  const ProbeScope scope("Price");
  label(area.next(px(24)), Type::body_strong, ink(Colour::text), cell.name);
  if (cell.standing != DayStanding::free)
    area.skip(ui::reason(area.rest(), sign(cell.standing), cell.words) + px(8));
  if (cell.standing == DayStanding::refused) {
    if (button(area.next(px(metric::kControl)), "Back to the days")) decision.day.reset();
    return;
  }
  const DayPrice* price = bench.price(decision.session, cell.date);
  if (!price) {
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted),
                        "Working out what it would take …"));
    return;
  }
  if (!price->title.empty())
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted), price->title) + px(8));
  for (const auto& line : price->lines)
    area.skip(ui::reason(area.rest(), sign(line.tone), line.text) + px(8));
  Rect foot = area.next(px(metric::kControl));
  const bool free_to_move = !bench.offer();
  if (price->possible &&
      button_left(
          foot, "Move it there",
          {.kind = ButtonKind::primary,
           .enabled = free_to_move,
           .reason = free_to_move ? "Held then and pinned there; one step to undo" : kOffered})) {
    wishes.edit = Edit{.commands = price->commands, .label = price->label};
    decision.day.reset();
  }
  if (button_left(foot, "Back to the days")) decision.day.reset();
}

}  // namespace

void other_days(Area& area, models::Workbench& bench, Decision& decision, Wishes& wishes) {
  const SessionDays* days = bench.days(decision.session);
  const ProbeScope scope("Other days");
  if (!days || !days->fixed.empty()) {
    section_label(area.next(px(18)), "What else was possible");
    area.skip(px(8));
    area.skip(paragraph(area.rest(), Type::small, ink(Colour::muted),
                        days ? std::string_view{days->fixed} : "Looking at every day …"));
    return;
  }
  const std::size_t page = std::min(decision.page.value_or(days->first), days->pages.size() - 1);
  heading(area, *days, page, decision);
  strip(area, days->pages[page], decision);
  const DayCell* picked = decision.day ? days->find(*decision.day) : nullptr;
  if (picked)
    price(area, bench, *picked, decision, wishes);
  else
    lines(area, days->pages[page], decision);
}

}  // namespace tandem::views
