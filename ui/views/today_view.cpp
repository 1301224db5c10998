#include "ui/views/today_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/views/session_panel.hpp"
#include "ui/views/started.hpp"
#include "ui/widgets/charts.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::AgendaLine;
using models::AttentionLine;
using models::TodayModel;

Status shown(models::Concern concern) {
  switch (concern) {
    case models::Concern::blocked:
      return Status::blocked;
    case models::Concern::late:
      return Status::late;
    case models::Concern::look:
      return Status::attention;
  }
  return Status::none;
}

const AttentionLine* chosen_line(const TodayModel& model, const TodayState& state) {
  for (const auto& group : model.groups)
    for (const AttentionLine& line : group.lines)
      if (line.key == state.chosen || state.chosen.empty()) return &line;
  return nullptr;
}

void figure(const Rect& r, const models::Figure& f) {
  card(r);
  Rect inner = r.inset(px(16), px(14));
  label(inner.cut_top(px(20), px(4)), Type::small, ink(Colour::muted), f.label);
  Rect row = inner.cut_top(px(32), px(4));
  const float value = text_width(Type::title, f.value);
  const float of = text_width(Type::body, f.of);
  if (f.trend.size() > 1 && row.width() > value + of + px(88)) {
    sparkline(row.cut_right(px(64), px(8)).middle_row(px(32)), f.trend);
  } else if (f.share >= 0 && row.width() > value + of + px(88)) {
    progress_bar(row.cut_right(px(64), px(8)), f.share, Colour::muted);
  }
  label(row.cut_left(value + 1, px(6)), Type::title, ink(Colour::text), f.value);
  row.y0 += px(3);  // on the baseline of the figure
  label(row, Type::body, ink(Colour::muted), f.of);
  label(inner.cut_top(px(18)), Type::small, ink(Colour::muted), f.note);
  record(ui::Role::text, r, fmt::format("{} {} {}", f.label, f.value, f.of));
}

void act(const AttentionLine& line, Wishes& wishes) {
  wishes.go = Destination{Page::schedule, line.session, line.cohort};
  if (line.action == "Plan") wishes.solve = true;
}

void attention(const Rect& r, const TodayModel& model, TodayState& state, Wishes& wishes) {
  card(r);
  const Rect inner{r.x0 + px(8), r.y0 + px(12), r.x1 - px(8), r.y1 - px(8)};
  if (model.groups.empty()) {
    empty_state(inner, Icon::check, "Nothing needs you today",
                "Every session has a date and every mark is set.", "");
    return;
  }
  const AttentionLine* chosen = chosen_line(model, state);
  Area area("attention", inner);
  for (std::size_t k = 0; k < model.groups.size(); ++k) {
    const auto& group = model.groups[k];
    if (k > 0) area.skip(px(14));
    group_heading(area.next(px(32)).inset(px(8), 0), group.title,
                  fmt::format("{}", group.lines.size()));
    for (const AttentionLine& line : group.lines) {
      const auto pressed = list_line(area.next(px(metric::kListLine)), line.key,
                                     {.status = shown(line.concern),
                                      .text = line.text,
                                      .action = line.action,
                                      .selected = state.open && &line == chosen});
      if (pressed.chosen) {
        state.chosen = line.key;
        state.by_user = true;
      }
      if (pressed.acted) act(line, wishes);
    }
  }
}

// "Wed 12", and the month with it where it is not this one.
std::string day_words(Date date, Date today) {
  const std::string all = words(date);
  const auto month = [](const std::string& text) { return text.substr(text.rfind(' ')); };
  return month(all) == month(words(today)) ? all.substr(0, all.rfind(' ')) : all;
}

void today_rule(Area& area, Date today) {
  Rect line = area.next(px(28));
  const std::string text = "today, " + words(today);
  label(line.cut_left(text_width(Type::small, text), px(8)), Type::small, ink(Colour::accent),
        text);
  fill({line.x0, line.centre().y, line.x1, line.centre().y + hair()}, ink(Colour::accent));
}

void agenda_line(const Rect& row, const AgendaLine& line, const std::string& day, float day_width,
                 Wishes& wishes) {
  if (!line.session.empty()) {
    const IdScope id(line.session + line.time + text(line.date));
    const std::string name = fmt::format("{} {} {}", line.cohort, line.module, text(line.date));
    const Press p = press("agenda", row.inset(-px(8), 0), {.role = ui::Role::row, .label = name});
    if (p.hovered) fill(row.inset(-px(8), 0), ink(Colour::hover), px(metric::kControlRadius));
    if (p.focused) focus_ring(row.inset(-px(8), 0), px(metric::kControlRadius));
    if (p.clicked) wishes.go = Destination{Page::schedule, line.session, ""};
  }
  Rect rest = row;
  label(rest.cut_left(day_width), Type::small, ink(Colour::text), day);
  if (line.kind == AgendaLine::Kind::holiday) {
    label(rest, Type::small, ink(Colour::muted), line.right);
    return;
  }
  label(rest.cut_left(text_width(Type::small, "00:00") + px(2), px(10)), Type::small,
        ink(Colour::muted), line.time);
  orientation_chip(views::shown(line.orientation), rest.cut_left(px(16), px(10)), true);
  const float code = std::max(px(32), text_width(Type::small_strong, line.module));
  label(rest.cut_left(code, px(8)), Type::small_strong, ink(Colour::text), line.module);
  const float right = std::min(text_width(Type::small, line.right) + 1, rest.width() * 0.6F);
  label(rest.cut_right(right, px(6)), Type::small, ink(Colour::muted), line.right, Align::right);
  if (line.no_marks) status_glyph(Status::attention, rest.cut_right(px(10), px(8)), 9);
  label(rest, Type::small, ink(Colour::text), line.cohort);
}

void agenda(const Rect& r, const TodayModel& model, Date today, Wishes& wishes) {
  card(r);
  Rect inner = r.inset(px(16), px(12));
  card_heading(inner.cut_top(px(28), px(4)), "This week and on",
               fmt::format("{} held this week", model.held_this_week));
  const Rect foot = model.agenda_more > 0 ? inner.cut_bottom(px(28)) : Rect{};
  if (model.agenda.empty()) {
    label(inner.cut_top(px(28)), Type::small, ink(Colour::muted),
          "Nothing is planned for these days.");
  } else {
    Area area("agenda", scrolling(inner), kScrolling);
    Date day{};
    bool told = false;
    float day_width = px(58);
    for (const AgendaLine& line : model.agenda)
      day_width =
          std::max(day_width, text_width(Type::small, day_words(line.date, today)) + px(12));
    for (const AgendaLine& line : model.agenda) {
      if (!told && line.date >= today) {
        today_rule(area, today);
        told = true;
      }
      agenda_line(area.next(px(28)), line, line.date != day ? day_words(line.date, today) : "",
                  day_width, wishes);
      day = line.date;
    }
    if (!told) today_rule(area, today);
  }
  if (model.agenda_more > 0)
    label(foot, Type::small, ink(Colour::muted),
          count(model.agenda_more, "more meeting", "more meetings") + " later");
}

void balance(const Rect& r, const TodayModel& model) {
  card(r);
  Rect inner = r.inset(px(16), px(12));
  card_heading(inner.cut_top(px(28)), "Compass and Engine");
  const Rect foot = inner.cut_bottom(px(20));
  const Rect words = inner.cut_bottom(px(24), px(4));
  const auto half = [&](int k, double share, Colour colour, ui::Orientation orientation,
                        std::string_view name) {
    const Rect column = inner.column(k, 2, px(16));
    gauge(column.middle(px(120), column.height()).inset(0, px(6)), share, colour,
          fmt::format("{} %", static_cast<int>(share * 100 + 0.5)));
    const float width = px(22) + text_width(Type::small, name);
    Rect line = words.column(k, 2, px(16)).middle(width, px(20));
    orientation_chip(orientation, line.cut_left(px(16), px(6)), true);
    label({line.x0, line.y0, line.x1 + 1, line.y1}, Type::small, ink(Colour::text), name);
  };
  half(0, model.lead_share, Colour::leader, ui::Orientation::leader, "Compass: lead");
  half(1, 1 - model.lead_share, Colour::manager, ui::Orientation::manager, "Engine: manage");
  label(foot, Type::small, ink(Colour::muted),
        fmt::format("of {} person-hours with a date; both is half each", model.person_minutes / 60),
        Align::centre);
}

}  // namespace

bool today_has_inspector(models::Workbench& bench, TodayState& state, bool roomy) {
  const TodayModel& model = bench.today();
  state.open = !model.empty && (roomy || state.by_user) && chosen_line(model, state) != nullptr;
  return state.open;
}

void draw_today(const Rect& page, models::Workbench& bench, TodayState& state, Wishes& wishes) {
  const TodayModel& model = bench.today();
  const Date today = bench.session().today();
  Rect body = page.inset(px(metric::kPageMargin));
  Rect head = body.cut_top(px(metric::kPageHead));
  Rect actions = page_head(
      head, "Today",
      fmt::format("{}. What needs you, and what happens this week.", words_with_year(today)));
  if (model.empty) {
    no_cohorts_yet(body);
    return;
  }
  const bool missing = !bench.unplanned().empty();
  if (missing && button_right(actions, "Plan what is missing", {.kind = ButtonKind::primary})) {
    wishes.go = Destination{Page::schedule, "", ""};
    wishes.solve = true;
  }
  if (button_right(actions, "Open the schedule", {.icon = Icon::schedule}))
    wishes.go = Destination{Page::schedule, "", ""};

  const Rect figures = body.cut_top(px(104), px(metric::kGap));
  for (int k = 0; k < 4; ++k)
    figure(snapped(figures.column(k, 4, px(metric::kGap))),
           model.figures[static_cast<std::size_t>(k)]);
  Rect right = body.cut_right(std::clamp(body.width() * 0.37F, px(280), px(480)), px(metric::kGap));
  attention(snapped(body), model, state, wishes);
  if (right.height() > px(520) && model.person_minutes > 0)
    balance(snapped(right.cut_bottom(px(204), px(metric::kGap))), model);
  agenda(snapped(right), model, today, wishes);
}

void draw_today_inspector(const Rect& inspector, models::Workbench& bench, TodayState& state,
                          Wishes& wishes) {
  const AttentionLine* line = chosen_line(bench.today(), state);
  if (!line) return;
  const InspectorFrame frame = inspector_frame(inspector, metric::kControl);
  {
    Area area("today inspector", scrolling(frame.body), kScrolling);
    const IdScope id(line->key);
    if (!line->session.empty())
      session_panel(area, bench, line->session);
    else
      cohort_panel(area, bench, line->cohort);
  }
  if (button(frame.footer, "Show it in the schedule"))
    wishes.go = Destination{Page::schedule, line->session, line->cohort};
}

}  // namespace tandem::views
