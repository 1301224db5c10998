#include "ui/views/cohorts_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/views/matrix_panel.hpp"
#include "ui/views/seat_offers_list.hpp"
#include "ui/views/started.hpp"
#include "ui/widgets/burn_up.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::CohortCard;
using models::CohortsModel;

constexpr float kCardHeight = 196;
constexpr float kTallCard = 300;
constexpr float kCardWidth = 300;
constexpr float kWideCard = 640;
constexpr float kChart = 56;  // taller where the card is

Status shown(Health health) {
  switch (health) {
    case Health::on_plan:
      return Status::ok;
    case Health::needs_a_look:
      return Status::attention;
    case Health::late:
      return Status::late;
  }
  return Status::none;
}

bool passes(const CohortCard& card, BoardFilter filter) {
  switch (filter) {
    case BoardFilter::all:
      return true;
    case BoardFilter::late:
      return card.health == Health::late;
    case BoardFilter::look:
      return card.health == Health::needs_a_look;
    case BoardFilter::waiting:
      return card.waiting > 0;
    case BoardFilter::paused:
      return card.paused > 0;
  }
  return true;
}

const CohortCard* chosen_card(const CohortsModel& model, const CohortsState& state) {
  if (const CohortCard* card = model.find(state.chosen)) return card;
  return model.cards.empty() ? nullptr : &model.cards.front();
}

std::pmr::vector<ChartPoint> points(const std::vector<models::ChartStep>& steps) {
  std::pmr::vector<ChartPoint> out(frame_memory());
  for (const models::ChartStep& s : steps) out.push_back({s.x, s.y});
  return out;
}

void chart(const Rect& r, const models::BurnUpLines& lines) {
  if (lines.empty()) {
    line_h(r.x0, r.x1, r.y1, ink(Colour::line));
    label(r, Type::small, ink(Colour::muted), "Nothing is due yet", Align::centre);
    return;
  }
  burn_up(r, points(lines.planned), points(lines.done), lines.today);
  record(ui::Role::text, r,
         phrase("{} of {} due completed, {} in all", lines.done_by_today, lines.planned_by_today,
                lines.all));
}

std::string_view people_words(const CohortCard& card) {
  const std::string_view people = counted(card.people, "person", "people");
  return card.waiting > 0 ? phrase("{}, {} waiting", people, card.waiting) : people;
}

// Counts of people, never names: the board is for a glance.
std::string_view hands_words(const CohortCard& card) {
  std::string_view out;
  if (!card.hands.empty())
    out = counted(card.hands.size(), "person needs a hand", "people need a hand");
  const auto add = [&](int n, std::string_view what) {
    if (n > 0) out = phrase("{}{}{} {}", out, out.empty() ? "" : " · ", n, what);
  };
  add(card.paused, "paused");
  add(card.waiting, "waiting");
  return out;
}

void card_title(Rect line, const CohortCard& card) {
  // Without a chip the names still stand below each other.
  const Rect chip = line.cut_left(px(20), px(8));
  if (card.orientation) orientation_chip(views::shown(*card.orientation), chip);
  const std::string_view people = counted(card.people, "person", "people");
  label(line.cut_right(text_width(Type::small, people) + 1, px(8)), Type::small, ink(Colour::muted),
        people, Align::right);
  label(line.cut_left(std::min(text_width(Type::body_strong, card.code) + 1, line.width()), px(8)),
        Type::body_strong, ink(Colour::text), card.code);
  label(line, Type::body, ink(Colour::muted), card.name);
}

void next_line(Rect line, const CohortCard& card) {
  if (card.next_session.empty()) {
    label(line, Type::small, ink(Colour::muted),
          card.sessions == 0           ? "No session is planned yet"
          : card.held == card.sessions ? "Every session is held"
                                       : "No session ahead has a date");
    return;
  }
  const auto part = [&](Type type, Colour colour, std::string_view text) {
    label(line.cut_left(std::min(text_width(type, text) + 1, line.width()), px(5)), type,
          ink(colour), text);
  };
  part(Type::small, Colour::muted, "Next");
  part(Type::small_strong, Colour::text, card.next_module);
  part(Type::small, Colour::text, card.next_when);
  if (!card.next_where.empty()) label(line, Type::small, ink(Colour::muted), card.next_where);
}

struct BoardGrid {
  int columns{};
  float height{};  // of a card
};

// Cards as wide and as tall as a page holds without scrolling; where it does not hold all, of the
// least size.
BoardGrid grid_for(const Rect& r, std::size_t cards) {
  const float gap = px(metric::kGap);
  const auto most = [&](float card) { return static_cast<int>((r.width() + gap) / (card + gap)); };
  const auto rows = [&](int columns) { return (static_cast<int>(cards) + columns - 1) / columns; };
  const auto height = [&](int columns) {
    return r.height() / static_cast<float>(std::max(1, rows(columns))) - gap;
  };
  BoardGrid out{std::max(1, most(px(kCardWidth))), 0};
  while (out.columns > std::max(1, most(px(kWideCard))) &&
         height(out.columns - 1) >= px(kCardHeight))
    --out.columns;
  out.height = std::floor(std::clamp(height(out.columns), px(kCardHeight), px(kTallCard)));
  return out;
}

// Returns: pressed.
bool cohort_card(const Rect& r, const CohortCard& card, bool selected) {
  const IdScope id(card.code);
  const Press p = press("card", r, {.role = ui::Role::row, .on = selected, .label = card.code});
  const ProbeScope scope(card.code);
  const float radius = px(metric::kCardRadius);
  fill(r, ink(Colour::raised), radius);
  if (selected)
    outline(r, ink(Colour::accent), radius, px(2));
  else
    outline(r, ink(p.hovered ? Colour::line_strong : Colour::line), radius);
  if (p.focused) focus_ring(r, radius);
  Rect inner = r.inset(px(16), px(12));
  card_title(inner.cut_top(px(20), px(8)), card);
  Rect middle = inner.cut_top(px(kChart) + r.height() - px(kCardHeight), px(10));
  Rect figures = middle.cut_right(px(112), px(14));
  chart(middle, card.burn_up);
  label(figures.cut_top(px(20)), Type::body_strong, ink(Colour::text),
        phrase("{} of {}", card.held, card.sessions));
  label(figures.cut_top(px(18)), Type::small, ink(Colour::muted), "sessions held");
  next_line(inner.cut_top(px(18), px(4)), card);
  Rect health = inner.cut_top(px(18), px(2));
  status_glyph(shown(card.health), health.cut_left(px(12), px(6)), 11);
  label(health, Type::small, ink(Colour::text), card.words);
  record(ui::Role::text, health, card.words);
  if (const std::string_view hands = hands_words(card); !hands.empty())
    label(inner.cut_top(px(18), px(2)), Type::small, ink(Colour::muted), hands);
  label(inner.cut_top(px(18)), Type::small, ink(Colour::muted), card.sponsor_words);
  return p.clicked;
}

void legend(Rect line) {
  const auto entry = [&](std::string_view words, auto draw) {
    label(line.cut_right(text_width(Type::small, words) + 1, px(6)), Type::small,
          ink(Colour::muted), words);
    draw(line.cut_right(px(20), px(16)));
  };
  entry("today", [](const Rect& r) {
    fill(r.middle(std::max(1.0F, px(1.5F)), px(12)), ink(Colour::accent));
  });
  entry("completed", [](const Rect& r) { fill(r.middle(px(20), px(2)), ink(Colour::text)); });
  entry("plan", [](const Rect& r) {
    dashed_line_h(r.x0, r.x1, std::round(r.centre().y), ink(Colour::line_strong));
  });
}

void filters(Rect line, const CohortsModel& model, CohortsState& state) {
  legend(line.cut_right(px(270), px(16)));
  const auto chip = [&](std::string_view words, int count, BoardFilter filter) {
    const std::string_view text = phrase("{} {}", words, count);
    const bool on = state.filter == filter;
    const bool removable = on && filter != BoardFilter::all;
    if (filter_chip(line.cut_left(filter_chip_width(text, removable), px(8)), text, on, removable))
      state.filter = on ? BoardFilter::all : filter;
  };
  chip("All", static_cast<int>(model.cards.size()), BoardFilter::all);
  if (model.late > 0) chip("Late", model.late, BoardFilter::late);
  if (model.look > 0) chip("Needs a look", model.look, BoardFilter::look);
  if (model.waiting > 0) chip("Somebody waits", model.waiting, BoardFilter::waiting);
  if (model.paused > 0) chip("Somebody paused", model.paused, BoardFilter::paused);
}

void open(CohortsState& state, const std::string& code) {
  if (state.open != code) state.matrix = {};
  state.chosen = state.open = code;
  state.by_user = true;
  state.matrix.want_focus = true;
  state.matrix.show = true;
}

void board(const Rect& page, models::Roster& roster, CohortsState& state, Wishes& wishes) {
  const CohortsModel& model = roster.cohorts();
  Rect body = page.inset(px(metric::kPageMargin));
  Rect actions = page_head(body.cut_top(px(metric::kPageHead)), "Cohorts",
                           "Is each group on its way, and who needs a hand?");
  if (model.cards.empty()) {
    no_cohorts_yet(body, "This page says how far each group is, and who needs a hand.",
                   roster.bench().book().program(), wishes);
    return;
  }
  const CohortCard* chosen = chosen_card(model, state);
  if (chosen &&
      button_right(actions, phrase("Open {}", chosen->code), {.kind = ButtonKind::primary})) {
    open(state, chosen->code);
    return;
  }
  filters(body.cut_top(px(20), px(16)), model, state);
  // Wider than the cards, for their focus ring and the scroll bar.
  Area area("board", {body.x0 - px(4), body.y0 - px(4), body.x1 + px(12), page.y1}, {});
  area.skip(px(4));
  const auto passing = static_cast<std::size_t>(std::ranges::count_if(
      model.cards, [&](const CohortCard& card) { return passes(card, state.filter); }));
  const BoardGrid grid = grid_for(body, passing);
  const int columns = grid.columns;
  int column = 0;
  Rect row;
  for (const CohortCard& card : model.cards) {
    if (!passes(card, state.filter)) continue;
    if (column == 0) {
      row = area.next(grid.height);
      row.x0 = body.x0;
      row.x1 = body.x1;
      area.skip(px(metric::kGap));
    }
    const Rect r = snapped(row.column(column, columns, px(metric::kGap)));
    column = (column + 1) % columns;
    // A page further is drawn for the arrow keys to step onto.
    if (!Area::in_view({r.x0, r.y0 - body.height(), r.x1, r.y1 + body.height()})) continue;
    if (cohort_card(r, card, chosen == &card)) {
      if (state.by_user && state.chosen == card.code) open(state, card.code);
      state.chosen = card.code;
      state.by_user = true;
    }
  }
  area.skip(px(8));
}

void hands(Area& area, const CohortCard& card, Wishes& wishes) {
  section_label(area.next(px(18)), "Who needs a hand");
  area.skip(px(8));
  if (card.hands.empty()) {
    label(area.next(px(20)), Type::small, ink(Colour::muted), "Nobody has anything to make up.");
  }
  for (const models::HandLine& hand : card.hands) {
    const IdScope id(hand.person);
    Rect line = area.next(px(32));
    const Rect box = line.inset(-px(6), 0);
    const Press p = press("hand", box, {.role = ui::Role::row, .label = hand.name});
    if (p.hovered) fill(box, ink(Colour::hover), px(metric::kControlRadius));
    if (p.focused) focus_ring(box, px(metric::kControlRadius));
    if (p.clicked) wishes.go = Destination{Page::people, "", "", hand.person};
    avatar(line.cut_left(px(24), px(8)), hand.name);
    const float right = std::min(text_width(Type::small, hand.text) + 1, line.width() * 0.55F);
    label(line.cut_right(right, px(8)), Type::small, ink(Colour::muted), hand.text, Align::right);
    label(line, Type::small, ink(Colour::text), hand.name);
  }
  if (card.paused > 0) {
    Rect line = area.next(px(28));
    status_glyph(Status::paused, line.cut_left(px(24), px(8)));
    label(line, Type::small, ink(Colour::muted),
          phrase("{} paused: their time stands still", card.paused));
  }
}

void board_inspector(const Rect& inspector, models::Roster& roster, const CohortCard& card,
                     CohortsState& state, Wishes& wishes) {
  const InspectorFrame frame = inspector_frame(inspector, metric::kControl * 2 + 8);
  {
    Area area("cohort inspector", scrolling(frame.body), kScrolling);
    const IdScope id(card.code);
    Rect line = area.next(px(24));
    const std::string_view health = word(card.health);
    chip(line.cut_right(chip_width(health), px(8)), health,
         card.health == Health::on_plan        ? ChipTone::ok
         : card.health == Health::needs_a_look ? ChipTone::attention
                                               : ChipTone::late);
    if (card.orientation)
      orientation_chip(views::shown(*card.orientation), line.cut_left(px(20), px(8)));
    label(line, Type::section, ink(Colour::text), card.code);
    area.skip(px(4));
    label(area.next(px(20)), Type::body, ink(Colour::text), card.name);
    label(area.next(px(18)), Type::small, ink(Colour::muted),
          phrase("{}{}{}", people_words(card), card.site.empty() ? "" : " · ", card.site));
    label(area.next(px(18)), Type::small, ink(Colour::muted), card.sponsor_words);
    area.skip(px(12));
    chart(area.next(px(112)), card.burn_up);
    Rect axis = area.next(px(22));
    label(axis, Type::small, ink(Colour::muted), card.burn_up.first);
    label(axis, Type::small, ink(Colour::muted), card.burn_up.last, Align::right);
    area.skip(px(8));
    key_value(area.next(px(metric::kKeyValue)), "Completed",
              phrase("{} of {} due", card.burn_up.done_by_today, card.burn_up.planned_by_today));
    if (!card.finish.empty())
      key_value(area.next(px(metric::kKeyValue)), "Last session", card.finish);
    if (!card.deadline.empty())
      key_value(area.next(px(metric::kKeyValue)), "To end by", card.deadline);
    rule(area);
    section_label(area.next(px(18)), card.reasons.empty() ? "Why" : "Needs a look");
    area.skip(px(8));
    if (card.reasons.empty()) area.skip(reason(area.rest(), Status::ok, card.words) + px(8));
    for (const std::string& why : card.reasons)
      area.skip(reason(area.rest(), Status::attention, whole_dates(why)) + px(8));
    if (!card.balance.empty()) {
      rule(area);
      section_label(area.next(px(18)), "Lead and manage");
      area.skip(px(8));
      for (const std::string& words : card.balance)
        area.skip(reason(area.rest(), Status::attention, words) + px(8));
    }
    rule(area);
    hands(area, card, wishes);
    seat_offers(area, "Waiting for a seat", roster.waiting(card.code), wishes);
  }
  Rect footer = frame.footer;
  if (button(footer.cut_top(px(metric::kControl), px(8)), "Open the attendance"))
    open(state, card.code);
  if (button(footer.cut_top(px(metric::kControl)), "Show it in the schedule"))
    wishes.go = Destination{Page::schedule, "", card.code, ""};
}

}  // namespace

void show(CohortsState& state, models::Roster& roster, const Destination& where) {
  if (where.cohort.empty() || !roster.cohorts().find(where.cohort)) return;
  open(state, where.cohort);
  if (where.session.empty()) return;
  const models::AttendanceMatrix* matrix = roster.matrix(where.cohort);
  const models::SessionFacts* wanted = roster.bench().book().find(where.session);
  for (int column = 0; matrix && column < static_cast<int>(matrix->columns.size()); ++column)
    for (int row = 0; row < static_cast<int>(matrix->rows.size()); ++row)
      if (wanted && matrix->cell(row, column)->session == wanted->id) {
        state.matrix.row = row;
        state.matrix.column = column;
        state.matrix.show = true;
        return;
      }
}

bool cohorts_action(CohortsState& state, models::Roster& roster, app::Action action,
                    Wishes& wishes) {
  if (state.open.empty()) return false;
  if (action == app::Action::cohort_back) {
    state.open.clear();
    return true;
  }
  const models::AttendanceMatrix* matrix = roster.matrix(state.open);
  return matrix && matrix_action(*matrix, state.matrix, action, wishes);
}

bool cohorts_has_inspector(models::Roster& roster, const CohortsState& state, bool roomy) {
  return !roster.cohorts().cards.empty() && (roomy || state.by_user);
}

void draw_cohorts(const Rect& page, models::Roster& roster, CohortsState& state, Wishes& wishes) {
  if (!state.open.empty() && !roster.matrix(state.open)) state.open.clear();
  if (state.open.empty())
    board(page, roster, state, wishes);
  else if (draw_cohort(page, roster, *roster.cohorts().find(state.open), state.matrix, wishes))
    state.open.clear();
}

void draw_cohorts_inspector(const Rect& inspector, models::Roster& roster, CohortsState& state,
                            Wishes& wishes) {
  if (!state.open.empty()) {
    if (const auto* matrix = roster.matrix(state.open))
      draw_matrix_inspector(inspector, roster, *matrix, *roster.cohorts().find(state.open),
                            state.matrix, wishes);
    return;
  }
  if (const CohortCard* card = chosen_card(roster.cohorts(), state))
    board_inspector(inspector, roster, *card, state, wishes);
}

}  // namespace tandem::views
