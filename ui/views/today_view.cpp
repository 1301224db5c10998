#include "ui/views/today_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
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
  const float room = std::min(px(64), row.width() - value - of - px(20));
  if (room > px(36)) {
    if (f.trend.size() > 1)
      sparkline(row.cut_right(room, px(8)).middle_row(px(32)), f.trend);
    else if (f.share >= 0)
      progress_bar(row.cut_right(room, px(8)), f.share, Colour::muted);
  }
  label(row.cut_left(value + 1, px(6)), Type::title, ink(Colour::text), f.value);
  row.y0 += baseline(Type::title) - baseline(Type::body);  // on the baseline of the figure
  row.y1 = row.y0 + line_height(Type::body);
  label(row, Type::body, ink(Colour::muted), f.of);
  label(inner.cut_top(px(18)), Type::small, ink(Colour::muted), f.note);
  hint(r, f.hint);
  record(ui::Role::text, r, phrase("{} {} {}", f.label, f.value, f.of));
}

void act(const AttentionLine& line, Wishes& wishes) {
  wishes.go = Destination{Page::schedule, line.session, line.cohort};
  if (line.action == "Plan") wishes.solve = true;
}

constexpr float kGroupGap = 14;

constexpr std::size_t kGroups = 8;      // more than there are
constexpr std::size_t kFirstLines = 6;  // of a group, before the room left is shared out
using ShownLines = std::array<std::size_t, kGroups>;

bool has_more(const models::AttentionGroup& group, std::size_t shown) {
  return shown < static_cast<std::size_t>(group.count);
}

float attention_height(const TodayModel& model, const ShownLines& lines) {
  if (model.groups.empty()) return px(240);
  float height = px(12 + 8);
  for (std::size_t k = 0; k < model.groups.size(); ++k) {
    const std::size_t rows = lines[k] + (has_more(model.groups[k], lines[k]) ? 1 : 0);
    height += px(32 + kGroupGap) + px(metric::kListLine) * static_cast<float>(rows);
  }
  return height - px(kGroupGap);
}

// How many lines of each group: some of each, then as many as the room holds, in their order.
ShownLines lines_for(const TodayModel& model, float room) {
  ShownLines out{};
  for (std::size_t k = 0; k < model.groups.size(); ++k) {
    const std::size_t all = model.groups[k].lines.size();
    out[k] = all <= kFirstLines + 1 ? all : kFirstLines;
  }
  for (std::size_t k = 0; k < model.groups.size(); ++k)
    while (out[k] < model.groups[k].lines.size()) {
      ++out[k];
      if (attention_height(model, out) <= room) continue;
      --out[k];
      break;
    }
  return out;
}

bool told_in_full(const TodayModel& model, const ShownLines& lines) {
  for (std::size_t k = 0; k < model.groups.size(); ++k)
    if (has_more(model.groups[k], lines[k])) return false;
  return true;
}

// `primary`: no other button of the page is its first one.
void attention(const Rect& r, const TodayModel& model, const ShownLines& lines, TodayState& state,
               bool primary, Wishes& wishes) {
  card(r);
  const Rect inner{r.x0 + px(8), r.y0 + px(12), r.x1 - px(8), r.y1 - px(8)};
  if (model.groups.empty()) {
    empty_state(inner, Icon::check, "Nothing needs you today",
                "Every session has a date and every mark is set.", "");
    return;
  }
  const AttentionLine* chosen = chosen_line(model, state);
  // The scroll bar stands in the padding beside the lines.
  Area area("attention", inner.inset(-px(metric::kScrollBar), 0), {.margin = metric::kScrollBar});
  for (std::size_t k = 0; k < model.groups.size(); ++k) {
    const auto& group = model.groups[k];
    if (k > 0) area.skip(px(kGroupGap));
    group_heading(area.next(px(32)).inset(px(8), 0), group.title, phrase("{}", group.count));
    for (std::size_t row = 0; row < lines[k]; ++row) {
      const AttentionLine& line = group.lines[row];
      const auto pressed = list_line(area.next(px(metric::kListLine)), line.key,
                                     {.status = shown(line.concern),
                                      .text = line.text,
                                      .action = line.action,
                                      .primary = primary && line.first,
                                      .selected = state.open && &line == chosen});
      if (pressed.chosen) {
        state.chosen = line.key;
        state.by_user = true;
      }
      if (pressed.acted) act(line, wishes);
    }
    if (!has_more(group, lines[k])) continue;
    const IdScope id(group.title);
    const auto rest =
        list_line(area.next(px(metric::kListLine)), "more",
                  {.status = shown(group.lines.back().concern),
                   .text = phrase("{} more", static_cast<std::size_t>(group.count) - lines[k]),
                   .action = "Show"});
    if (rest.chosen || rest.acted) wishes.go = Destination{Page::schedule, "", ""};
  }
}

// "Wed 12", and the month with it where it is not this one.
std::string_view day_words(Date date, Date today) {
  const std::string_view all = copied(words(date));
  const auto month = [](std::string_view text) { return text.substr(text.rfind(' ')); };
  return month(all) == month(words(today)) ? all.substr(0, all.rfind(' ')) : all;
}

constexpr float kAgendaRow = 28;

void today_rule(Rect line, Date today) {
  const std::string_view text = phrase("today, {}", words(today));
  label(line.cut_left(text_width(Type::small, text), px(8)), Type::small, ink(Colour::accent),
        text);
  fill({line.x0, line.centre().y, line.x1, line.centre().y + hair()}, ink(Colour::accent));
}

std::string_view module_words(const AgendaLine& line) {
  return line.times > 1 ? phrase("{} × {}", line.module, line.times) : line.module;
}

struct AgendaColumns {
  float day = 0;
  float code = 0;
};

void agenda_line(const Rect& row, const AgendaLine& line, std::string_view day,
                 const AgendaColumns& columns, Wishes& wishes) {
  if (!line.session.empty()) {
    const IdScope id(phrase("{}{}{}", line.session, line.time, text(line.date)));
    const std::string_view name = phrase("{} {} {}", line.cohort, line.module, text(line.date));
    const Press p = press("agenda", row.inset(-px(8), 0), {.role = ui::Role::row, .label = name});
    if (p.hovered) fill(row.inset(-px(8), 0), ink(Colour::hover), px(metric::kControlRadius));
    if (p.focused) focus_ring(row.inset(-px(8), 0), px(metric::kControlRadius));
    if (p.clicked) wishes.go = Destination{Page::schedule, line.session, ""};
  }
  Rect rest = row;
  label(rest.cut_left(columns.day), Type::small, ink(Colour::text), day);
  if (line.kind == AgendaLine::Kind::holiday) {
    label(rest, Type::small, ink(Colour::muted), line.right);
    return;
  }
  label(rest.cut_left(text_width(Type::small, "00:00") + px(2), px(10)), Type::small,
        ink(Colour::muted), line.time, Align::right);
  orientation_chip(views::shown(line.orientation), rest.cut_left(px(16), px(10)), true);
  label(rest.cut_left(columns.code, px(8)), Type::small_strong, ink(Colour::text),
        module_words(line));
  // The cohort keeps its letters; where there is little room the place goes without.
  const float room = rest.width() - text_width(Type::small, line.cohort) - 1 - px(8);
  const float right = std::min(text_width(Type::small, line.right) + 1, room);
  if (right > px(48) || text_width(Type::small, line.right) <= room)
    label(rest.cut_right(right, px(6)), Type::small, ink(Colour::muted), line.right, Align::right);
  if (line.no_marks) status_glyph(Status::attention, rest.cut_right(px(10), px(8)), 9);
  label(rest, Type::small, ink(Colour::text), line.cohort);
}

// The rows of the card: every line, and the line of today before the first of today or later.
std::size_t agenda_rows(const TodayModel& model) { return model.agenda.size() + 1; }

float agenda_height(const TodayModel& model) {
  const std::size_t rows = agenda_rows(model) + (model.agenda_more > 0 ? 1 : 0);
  return px(12 + 32 + 12) + px(kAgendaRow) * static_cast<float>(rows);
}

void agenda(const Rect& r, const TodayModel& model, Date today, Wishes& wishes) {
  card(r);
  Rect inner = r.inset(px(16), px(12));
  card_heading(inner.cut_top(px(28), px(4)), "Coming up",
               model.this_week > 0
                   ? phrase("{} of {} held this week", model.held_this_week, model.this_week)
                   : "nothing this week");
  if (model.agenda.empty()) {
    label(inner.cut_top(px(kAgendaRow)), Type::small, ink(Colour::muted),
          "Nothing is planned for these days.");
    return;
  }
  // Whole rows only; what is not shown is told in the last one.
  auto fits = static_cast<std::size_t>(std::max(2.0F, inner.height() / px(kAgendaRow)));
  const bool all = model.agenda_more == 0 && agenda_rows(model) <= fits;
  if (!all) --fits;
  AgendaColumns columns{px(58), px(32)};
  for (const AgendaLine& line : model.agenda) {
    columns.day =
        std::max(columns.day, text_width(Type::small, day_words(line.date, today)) + px(8));
    columns.code = std::max(columns.code, text_width(Type::small_strong, module_words(line)) + 1);
  }
  // Where there is not room for all, what has been held gives way first.
  const auto past = static_cast<std::size_t>(
      std::ranges::count_if(model.agenda, [&](const AgendaLine& l) { return l.date < today; }));
  std::size_t skip = all || past <= fits / 3 ? 0 : past - fits / 3;
  int more = model.agenda_more;
  Date day{};
  bool told = false;
  std::size_t rows = 0;
  const auto next = [&] { return ++rows <= fits ? inner.cut_top(px(kAgendaRow)) : Rect{}; };
  for (const AgendaLine& line : model.agenda) {
    if (skip > 0) {
      --skip;
      continue;
    }
    if (!told && line.date >= today) {
      if (const Rect row = next(); !row.empty()) today_rule(row, today);
      told = true;
    }
    if (const Rect row = next(); !row.empty())
      agenda_line(row, line, line.date != day ? day_words(line.date, today) : "", columns, wishes);
    else if (line.kind != AgendaLine::Kind::holiday)
      more += line.times;
    day = line.date;
  }
  if (!told)
    if (const Rect row = next(); !row.empty()) today_rule(row, today);
  if (all || more == 0) return;
  Rect foot = inner.cut_top(px(kAgendaRow)).inset(-px(8), 0);
  if (button_left(foot, phrase("{} more, see the schedule", more),
                  {.kind = ButtonKind::link, .small = true}))
    wishes.go = Destination{Page::schedule, "", ""};
}

// Design pixels in which the four figures stand side by side; else two and two.
constexpr float kFourFigures = 700;
constexpr float kBalanceHeight = 186;

void balance(const Rect& r, const TodayModel& model) {
  card(r);
  Rect inner = r.inset(px(16), px(12));
  card_heading(inner.cut_top(px(28), px(6)), "Compass and Engine");
  const float wide = std::min(inner.width(), px(440));
  const Rect gauges = inner.cut_top(px(66), px(12)).middle(wide, px(66));
  const Rect words = inner.cut_top(px(20), px(6)).middle(wide, px(20));
  const auto half = [&](int k, double share, Colour colour, ui::Orientation orientation,
                        std::string_view name) {
    const Rect column = gauges.column(k, 2, px(16));
    gauge(column.middle(px(132), column.height()), share, colour,
          phrase("{} %", static_cast<int>(share * 100 + 0.5)));
    const float width = px(22) + text_width(Type::small, name);
    Rect line = words.column(k, 2, px(16)).middle(width, px(20));
    orientation_chip(orientation, line.cut_left(px(16), px(6)), true);
    label({line.x0, line.y0, line.x1 + 1, line.y1}, Type::small, ink(Colour::text), name);
  };
  half(0, model.lead_share, Colour::leader, ui::Orientation::leader, "Compass: lead");
  half(1, 1 - model.lead_share, Colour::manager, ui::Orientation::manager, "Engine: manage");
  label(inner.cut_top(px(18)), Type::small, ink(Colour::muted),
        phrase("of {} person-hours with a date; both is half each",
               models::grouped(model.person_minutes / 60)),
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
      head, "Today", phrase("{}. What needs you, and what comes next.", words_with_year(today)));
  if (model.empty) {
    no_cohorts_yet(body, "This page says what needs you and what comes next.",
                   bench.book().program(), wishes);
    return;
  }
  const bool missing = model.plan;
  if (missing && button_right(actions, "Plan what is missing", {.kind = ButtonKind::primary})) {
    wishes.go = Destination{Page::schedule, "", ""};
    wishes.solve = true;
  }
  if (button_right(actions, "Open the schedule", {.icon = Icon::schedule}))
    wishes.go = Destination{Page::schedule, "", ""};

  const int across = body.width() < px(kFourFigures) ? 2 : 4;
  Rect figures;
  for (int k = 0; k < 4; ++k) {
    if (k % across == 0) figures = body.cut_top(px(104), px(metric::kGap));
    figure(snapped(figures.column(k % across, across, px(metric::kGap))),
           model.figures[static_cast<std::size_t>(k)]);
  }
  const float most = body.width() > px(1600) ? 860 : body.width() > px(1300) ? 680 : 480;
  Rect right =
      body.cut_right(std::clamp(body.width() * 0.44F, px(300), px(most)), px(metric::kGap));
  // Cards as tall as what they say. The balance stands where there is room: under the attention
  // list, else under the agenda, which then shows fewer rows.
  const float height = px(kBalanceHeight);
  const float gap = px(metric::kGap);
  const bool any = model.person_minutes > 0;
  const float least = attention_height(model, lines_for(model, 0));
  const bool left = any && least + gap + height <= body.height();
  const ShownLines lines = lines_for(model, body.height() - (left ? gap + height : 0));
  // Cut short, the list ends where the page does.
  const float listed =
      std::max(attention_height(model, lines),
               told_in_full(model, lines) ? 0 : body.height() - (left ? gap + height : 0));
  attention(snapped(body.cut_top(listed, gap)), model, lines, state, !missing, wishes);
  if (left)
    balance(snapped(body.cut_top(height)), model);
  else if (any && right.height() >= height + gap + px(220))
    balance(snapped(right.cut_bottom(height, gap)), model);
  agenda(snapped(right.cut_top(agenda_height(model))), model, today, wishes);
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
