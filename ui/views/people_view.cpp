#include "ui/views/people_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"
#include "ui/views/person_inspector.hpp"
#include "ui/views/started.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::PeopleModel;
using models::PersonColumn;
using models::PersonLine;

void open(PeopleState& state, const std::string& number) {
  if (state.open != number) state.person = {};
  state.chosen = state.open = number;
  state.by_user = true;
}

// A filter with choices: off it opens them, on it says what it is and a press takes it off.
void choice(Rect& line, PeopleState& state, std::string_view name, std::string& value) {
  const bool on = !value.empty();
  const std::string_view words = on ? std::string_view{value} : name;
  const float width = filter_chip_width(words, on);
  if (width > line.width()) return;
  const Rect r = line.cut_left(width, px(8));
  const IdScope id(name);
  if (!filter_chip(r, words, on)) return;
  if (on) {
    value.clear();
    return;
  }
  state.menu = name;
  state.menu_anchor = r;
}

std::span<const std::string> choices(const PeopleModel& model, std::string_view name) {
  static const std::vector<std::string> kSeasons{"lighter", "paused"};
  if (name == "Journey") return model.journeys;
  if (name == "Site") return model.sites;
  if (name == "Unit") return model.units;
  if (name == "Cohort") return model.cohorts;
  return kSeasons;
}

std::string& value_of(models::PeopleFilter& filter, std::string_view name) {
  if (name == "Journey") return filter.journey;
  if (name == "Site") return filter.site;
  if (name == "Unit") return filter.unit;
  if (name == "Cohort") return filter.cohort;
  return filter.season;
}

void choices_menu(const PeopleModel& model, PeopleState& state, bool opened) {
  if (opened) open_menu("filter choices");
  Menu menu("filter choices", state.menu_anchor, 260);
  if (!menu) return;
  for (const std::string& value : choices(model, state.menu))
    if (menu.item(value)) value_of(state.filter, state.menu) = value;
}

// Takes what it needs off the top: on a narrow page the filters have a line of their own.
void filters(Rect& body, const PeopleModel& model, std::size_t left, PeopleState& state) {
  const bool narrow = body.width() < px(760);
  Rect line = body.cut_top(px(metric::kControl), px(narrow ? 8 : 12));
  const std::string_view told =
      left == model.lines.size()
          ? counted(left, "person", "people")
          : phrase("{} of {}", left, counted(model.lines.size(), "person", "people"));
  const Rect tally = line.cut_right(text_width(Type::small, told) + 1, px(16));
  label(tally, Type::small, ink(Colour::muted), told, Align::right);
  record(ui::Role::text, tally, told);
  const float field = std::min(px(240), line.width());
  input(line.cut_left(field, px(12)), "Search people", state.filter.search,
        {.hint = "Name, number, role, unit",
         .icon = Icon::search,
         .focus = std::exchange(state.search, false)});
  if (narrow) line = body.cut_top(px(metric::kControlSmall), px(12));
  const std::string_view before = copied(state.menu);
  state.menu.clear();
  for (const std::string_view name : {"Journey", "Site", "Unit", "Cohort", "Season"})
    choice(line, state, name, value_of(state.filter, name));
  const bool opened = !state.menu.empty();
  if (!opened) state.menu = before;
  const std::string_view without = phrase("Without next step {}", model.without_next);
  const bool on = state.filter.without_next;
  if ((model.without_next > 0 || on) && filter_chip_width(without, on) < line.width() &&
      filter_chip(line.cut_left(filter_chip_width(without, on), px(8)), without, on))
    state.filter.without_next = !on;
  if (state.filter.any() && line.width() > px(64) &&
      button_left(line, "Clear", {.kind = ButtonKind::link, .small = true}))
    state.filter = {};
  choices_menu(model, state, opened);
}

// Columns give way on a narrow page, the least telling first.
struct Columns {
  std::pmr::vector<TableColumn> shown{frame_memory()};
  std::pmr::vector<PersonColumn> what{frame_memory()};
};

Columns columns_for(float width) {
  Columns out;
  const float w = width / scale();
  const auto add = [&](std::string_view label, float size, PersonColumn what, bool here = true) {
    if (!here) return;
    out.shown.push_back({label, size});
    out.what.push_back(what);
  };
  add("Name", w > 900 ? 200 : w > 700 ? 180 : 160, PersonColumn::name);
  add("Number", 56, PersonColumn::number, w > 700);
  add("Unit", w > 1100 ? 180 : w > 700 ? 116 : 104, PersonColumn::unit);
  add("Site", 84, PersonColumn::site, w > 820);
  add("Journey", 56, PersonColumn::journey);
  add("Cohort", 60, PersonColumn::cohort);
  add("Next step", 0, PersonColumn::next);
  add("Season", 64, PersonColumn::season, w > 1000);
  return out;
}

void person_cells(ui::Table& table, const PersonLine& line, std::span<const PersonColumn> what) {
  for (const PersonColumn column : what) {
    switch (column) {
      case PersonColumn::name: {
        Rect cell = table.cell();
        avatar(cell.cut_left(px(24), px(10)), line.name);
        label(cell, Type::small, ink(Colour::text), line.name);
        break;
      }
      case PersonColumn::number:
        table.text(line.number, Colour::muted);
        break;
      case PersonColumn::unit:
        table.text(line.unit);
        break;
      case PersonColumn::site:
        table.text(line.site);
        break;
      case PersonColumn::journey:
        if (line.orientation)
          orientation_chip(shown(*line.orientation), table.cell().cut_left(px(20)));
        else
          table.text(line.journey, Colour::muted);
        break;
      case PersonColumn::cohort:
        table.text(line.cohort.empty() ? std::string_view{"–"} : line.cohort,
                   line.cohort.empty() ? Colour::muted : Colour::text);
        break;
      case PersonColumn::next: {
        Rect cell = table.cell();
        if (line.next_kind == NextKind::make_up)
          status_glyph(Status::attention, cell.cut_left(px(12), px(6)), 10);
        label(cell, Type::small,
              ink(line.next_kind == NextKind::none ? Colour::muted : Colour::text), line.next);
        break;
      }
      case PersonColumn::season: {
        Rect cell = table.cell();
        if (line.season == "paused") status_glyph(Status::paused, cell.cut_left(px(12), px(6)), 10);
        label(cell, Type::small, ink(Colour::muted), line.season);
        break;
      }
    }
  }
}

void table(const Rect& r, models::Roster& roster, PeopleState& state) {
  const PeopleModel& model = roster.people();
  const Columns columns = columns_for(r.width());
  const auto kind = [&](int k) {
    return columns.what[std::min(static_cast<std::size_t>(k), columns.what.size() - 1)];
  };
  const auto& index = roster.index(state.filter, kind(state.sort.column), state.sort.descending);
  if (index.empty()) {
    if (empty_state(r, Icon::search, "Nobody fits",
                    "No person has all of what the search and the filters ask for.",
                    "Clear the filters"))
      state.filter = {};
    return;
  }
  ui::Table rows("people", r, columns.shown);
  rows.header(state.sort);
  int at = -1;
  if (std::exchange(state.show, false))
    for (std::size_t k = 0; k < index.size(); ++k)
      if (model.lines[index[k]].number == state.chosen) at = static_cast<int>(k);
  rows.rows(
      static_cast<int>(index.size()),
      [&](int k) {
        const PersonLine& line = model.lines[index[static_cast<std::size_t>(k)]];
        const Press p = rows.begin_row(line.id.value, line.name, line.number == state.chosen);
        person_cells(rows, line, columns.what);
        if (!p.clicked) return;
        if (state.by_user && state.chosen == line.number) {
          open(state, line.number);
          return;
        }
        state.chosen = line.number;
        state.by_user = true;
      },
      at);
}

const PersonLine* chosen_line(models::Roster& roster, const PeopleState& state) {
  const PeopleModel& model = roster.people();
  if (const PersonLine* line = model.find(state.chosen)) return line;
  return model.lines.empty() ? nullptr : &model.lines.front();
}

}  // namespace

void show(PeopleState& state, models::Roster& roster, const Destination& where) {
  if (where.person.empty() || !roster.people().find(where.person)) return;
  open(state, where.person);
  state.show = true;
}

bool people_action(PeopleState& state, app::Action action) {
  if (action == app::Action::person_back && !state.open.empty()) {
    state.open.clear();
    state.show = true;
    return true;
  }
  if (action != app::Action::find_person) return false;
  state.open.clear();
  state.search = true;
  return true;
}

bool people_has_inspector(models::Roster& roster, PeopleState& state, bool roomy) {
  state.beside = !roster.people().lines.empty() && (roomy || state.by_user);
  return state.beside;
}

void draw_people(const Rect& page, models::Roster& roster, PeopleState& state, Wishes& wishes) {
  if (!state.open.empty()) {
    if (const models::PersonModel* person = roster.person(state.open)) {
      if (draw_person(page, roster, *person, state.person, wishes)) {
        state.open.clear();
        state.show = true;
      }
      return;
    }
    state.open.clear();
  }
  const PeopleModel& model = roster.people();
  Rect body = page.inset(px(metric::kPageMargin));
  Rect actions = page_head(body.cut_top(px(metric::kPageHead)), "People",
                           "Who is this, and what is next for them?");
  if (model.lines.empty()) {
    no_people_yet(body, wishes);
    return;
  }
  const PersonLine* chosen = chosen_line(roster, state);
  // The inspector has the same button at its foot.
  if (chosen && !state.beside &&
      button_right(actions, "Open the page", {.kind = ButtonKind::primary})) {
    open(state, chosen->number);
    return;
  }
  if (state.chosen.empty() && chosen) state.chosen = chosen->number;
  filters(body, model,
          roster
              .index(state.filter,
                     columns_for(page.width()).what[static_cast<std::size_t>(state.sort.column)],
                     state.sort.descending)
              .size(),
          state);
  if (const auto note = model.unit_notes.find(state.filter.unit); note != model.unit_notes.end()) {
    const Rect words = body;
    body.cut_top(reason(body, Status::attention, note->second.text, note->second.ways), px(12));
    record(ui::Role::text, words, note->second.text);
  }
  table({page.x0, body.y0, page.x1, page.y1}, roster, state);
}

void draw_people_inspector(const Rect& inspector, models::Roster& roster, PeopleState& state,
                           Wishes& wishes) {
  const PersonLine* line =
      state.open.empty() ? chosen_line(roster, state) : roster.people().find(state.open);
  const models::PersonModel* person = line ? roster.person(line->number) : nullptr;
  if (!person) return;
  if (!state.open.empty()) {
    draw_person_inspector(inspector, roster, *person, state.person, wishes);
    return;
  }
  if (draw_person_summary(inspector, *person)) open(state, line->number);
}

}  // namespace tandem::views
