#include "ui/views/settings_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/row_form.hpp"
#include "ui/models/search_key.hpp"
#include "ui/views/settings_form.hpp"
#include "ui/widgets/lists.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using app::Action;
using models::RowKey;
using models::SettingsGroup;
using models::SettingsLine;
using models::SettingsTab;

constexpr std::array<std::string_view, models::kSettingsTabs> kTabs{
    "Rooms and sites", "Facilitators", "Calendars", "Rules", "Roles"};
constexpr std::array<std::string_view, models::kSettingsTabs> kHints{
    "Room, site, code", "Name, code", "Name, day, place", "Cohort, unit", "Role, level"};

RowKey& chosen(SettingsState& state) { return state.chosen[static_cast<std::size_t>(state.tab)]; }

void open(SettingsState& state, SettingsTab tab) {
  state.tab = tab;
  state.search.clear();
  state.show = true;
}

void begin(SettingsState& state, const Program& program, TableId table) {
  const AnyRow begun = models::begun_row(program, table);
  switch (table) {
    case TableId::sites:
      begin_row(state, program, "Add a site", begun, {"name", "code", "zone"});
      return;
    case TableId::rooms:
      begin_row(state, program, "Add a room", begun,
                {"name", "code", "virtual", "site", "capacity"});
      return;
    case TableId::assets:
      begin_row(state, program, "Add equipment", begun, {"name", "code", "site", "quantity"});
      return;
    case TableId::facilitators:
      begin_row(state, program, "Add a facilitator", begun, {"name", "code", "sites", "languages"});
      return;
    case TableId::holidays:
      begin_row(state, program, "Add a holiday", begun, {"name", "site", "date"});
      return;
    case TableId::roles:
      begin_row(state, program, "Add a role", begun, {"title", "code", "track", "level"});
      return;
    case TableId::track_levels:
      begin_row(state, program, "Add a level", begun, {"track", "level", "title", "pairs_with"});
      return;
    case TableId::blackouts:
      begin_row(state, program, "Add a blackout", begun, {"name", "from", "to", "scope", "code"});
      return;
    default: {
      Absence closing;
      closing.kind = AbsenceKind::room;
      begin_row(state, program, "Close a room", AnyRow{closing}, {"code", "from", "to"});
    }
  }
}

struct Adding {
  std::string_view name;
  TableId table;
};
// The first is the tab's main one.
std::span<const Adding> addings(SettingsTab tab) {
  static constexpr std::array kPlaces{Adding{"Add a room", TableId::rooms},
                                      Adding{"Add a site", TableId::sites},
                                      Adding{"Add equipment", TableId::assets}};
  static constexpr std::array kFacilitators{Adding{"Add a facilitator", TableId::facilitators}};
  static constexpr std::array kCalendars{Adding{"Add a blackout", TableId::blackouts},
                                         Adding{"Add a holiday", TableId::holidays},
                                         Adding{"Close a room", TableId::absences}};
  static constexpr std::array kRoles{Adding{"Add a role", TableId::roles},
                                     Adding{"Add a level", TableId::track_levels}};
  switch (tab) {
    case SettingsTab::roles:
      return kRoles;
    case SettingsTab::places:
      return kPlaces;
    case SettingsTab::facilitators:
      return kFacilitators;
    case SettingsTab::calendars:
      return kCalendars;
    case SettingsTab::rules:
      break;
  }
  return {};
}

// While the list is empty the main one stands in the middle of the page.
void head_buttons(Rect line, const Program& program, SettingsState& state, bool empty) {
  bool first = true;
  for (const Adding& adding : addings(state.tab)) {
    const ButtonKind kind = first && !empty ? ButtonKind::primary : ButtonKind::quiet;
    if (button_right(line, adding.name, {.kind = kind, .icon = first ? Icon::plus : Icon::none}))
      begin(state, program, adding.table);
    first = false;
  }
}

// Returns: pressed.
bool row(Area& area, const SettingsLine& line, bool on, bool show) {
  const Rect r = area.next(px(48));
  if (show && !Area::in_view(r)) ImGui::SetScrollFromPosY(r.y0 - ImGui::GetWindowPos().y);
  if (!Area::in_view(r)) return false;
  const IdScope table(info(line.row.table).name);
  const IdScope id(line.row.id);
  const std::string_view name = line.code.empty() ? line.name : line.code;
  const Press p = press("row", r, {.role = ui::Role::row, .on = on, .label = name});
  const float radius = px(metric::kControlRadius);
  if (on || p.hovered) fill(r, ink(on ? Colour::selected : Colour::hover), radius);
  Rect inner = r.inset(px(8), px(5));
  label(inner.cut_top(px(20)), Type::body, ink(Colour::text), line.name);
  if (line.attention) status_glyph(Status::attention, inner.cut_right(px(11), px(6)), 10);
  // The code, which tells rows of one name apart, keeps its letters; the detail gives way.
  const float code = text_width(Type::small, line.code);
  const float right =
      std::clamp(inner.width() - code - px(9), 0.0F, text_width(Type::small, line.detail) + 1);
  if (line.code.empty()) {
    label(inner, Type::small, ink(Colour::muted), line.detail);
  } else {
    label(inner.cut_right(right, px(8)), Type::small,
          ink(line.attention ? Colour::attention : Colour::muted), line.detail, Align::right);
    label(inner, Type::small, ink(Colour::muted), line.code);
  }
  if (p.focused) focus_ring(r, radius);
  return p.clicked;
}

void list(Rect column, const std::vector<SettingsGroup>& groups, SettingsState& state) {
  input(column.cut_top(px(metric::kControl), px(8)), "Search the settings", state.search,
        {.hint = kHints[static_cast<std::size_t>(state.tab)],
         .icon = Icon::search,
         .focus = std::exchange(state.find, false)});
  if (state.wanted.typed != state.search)
    state.wanted = {state.search, models::search_words(state.search)};
  const auto fits = [&](const SettingsLine& line) {
    return models::fits(line, state.wanted.words);
  };
  const IdScope tab(kTabs[static_cast<std::size_t>(state.tab)]);
  Area area("settings list", scrolling(column), kScrolling);
  const ProbeScope scope("List");
  const bool show = std::exchange(state.show, false);
  bool any = false;
  for (const SettingsGroup& group : groups) {
    if (std::ranges::none_of(group.lines, fits)) continue;
    if (std::exchange(any, true)) area.skip(px(12));
    section_label(area.next(px(24)).inset(px(8), 0), group.title);
    for (const SettingsLine& line : group.lines) {
      if (!fits(line)) continue;
      const bool on = line.row == chosen(state);
      if (row(area, line, on, on && show) && !on) chosen(state) = line.row;
    }
  }
  if (!any) label(area.next(px(20)).inset(px(8), 0), Type::small, ink(Colour::muted), "None fits.");
  area.skip(px(16));
}

// The row that was asked for, once it is there: chosen, where the list has it.
void choose_added(const Program& program, const std::vector<SettingsGroup>& groups,
                  SettingsState& state) {
  if (!state.added) return;
  AnyRow wanted = std::exchange(state.added, {});
  RowKey found;
  for_each_row(program, wanted.table(), [&](const RowRef& ref) {
    AnyRow same = wanted;
    set_id(same, ref.id);
    if (equal_rows(ref.table, *ref.row, *same.data())) found = {ref.table, ref.id};
  });
  if (!holds(groups, found)) return;
  chosen(state) = found;
  state.search.clear();
  state.show = true;
}

bool draw_empty(const Rect& body, SettingsTab tab) {
  switch (tab) {
    case SettingsTab::places:
      return empty_state(body, Icon::room, "No place yet",
                         "Sites have a time zone, working hours and holidays; rooms stand in them. "
                         "A plan puts every session that is held in person into one.",
                         "Add a site");
    case SettingsTab::facilitators:
      return empty_state(body, Icon::people, "No facilitator yet",
                         "Who runs sessions, where, in which languages, and what they may run. A "
                         "plan never books them twice or on days they are away.",
                         "Add a facilitator");
    case SettingsTab::calendars:
      return empty_state(body, Icon::schedule, "Every working day is free",
                         "Holidays of a site, blackouts of a site, a unit, a cohort or everybody, "
                         "and days on which a room is closed. No session is planned on them.",
                         "Add a blackout");
    case SettingsTab::roles:
      return empty_state(body, Icon::careers, "No role yet",
                         "What a role leads and what it manages, the level it expects of each "
                         "skill, and the two ladders that are equal by intent.",
                         "Add a role");
    case SettingsTab::rules:
      break;
  }
  empty_state(
      body, Icon::settings, "No rules yet",
      "The days to plan in, limits on what a cohort is asked for and how many of a unit may "
      "be away. They come with cohorts and units.",
      "");
  return false;
}

}  // namespace

void begin_row(SettingsState& state, const Program& program, std::string title, AnyRow begun,
               std::vector<std::string_view> fields) {
  begin_row(state.making, program, std::move(title), std::move(begun), std::move(fields));
}

void show(SettingsState& state, models::SettingsBook& book, const Destination& where) {
  constexpr std::array<std::pair<TableId, SettingsTab>, 7> kPlaces{
      {{TableId::sites, SettingsTab::places},
       {TableId::rooms, SettingsTab::places},
       {TableId::assets, SettingsTab::places},
       {TableId::facilitators, SettingsTab::facilitators},
       {TableId::cohorts, SettingsTab::rules},
       {TableId::units, SettingsTab::rules},
       {TableId::roles, SettingsTab::roles}}};
  if (where.setting.empty()) return;
  for (const auto& [table, tab] : kPlaces) {
    const RawId id = id_by_code(book.program(), table, where.setting);
    if (id == 0) continue;
    open(state, tab);
    chosen(state) = {table, id};
    state.show = true;
    return;
  }
}

bool settings_action(SettingsState& state, models::SettingsBook& book, Action action) {
  switch (action) {
    case Action::tab_places:
      open(state, SettingsTab::places);
      return true;
    case Action::tab_facilitators:
      open(state, SettingsTab::facilitators);
      return true;
    case Action::tab_calendars:
      open(state, SettingsTab::calendars);
      return true;
    case Action::tab_rules:
      open(state, SettingsTab::rules);
      return true;
    case Action::tab_roles:
      open(state, SettingsTab::roles);
      return true;
    case Action::find_setting:
      state.find = true;
      return true;
    case Action::new_setting:
      if (const auto all = addings(state.tab); !all.empty())
        begin(state, book.program(), all.front().table);
      return true;
    case Action::setting_before:
    case Action::setting_after: {
      const int step = action == Action::setting_after ? 1 : -1;
      if (const RowKey next =
              models::neighbour(book.list(state.tab), state.search, chosen(state), step)) {
        chosen(state) = next;
        state.show = true;
      }
      return true;
    }
    default:
      return false;
  }
}

void draw_settings(const Rect& page, models::SettingsBook& book, SettingsState& state,
                   Wishes& wishes) {
  const Program& program = book.program();
  state.drafts.keep_up(book.edition());
  Rect body = page.inset(px(metric::kPageMargin));
  body.y1 = page.y1;
  const Rect actions =
      page_head(body.cut_top(px(metric::kPageHead)), "Settings", "What may a plan count on?");
  head_buttons(actions, program, state, book.list(state.tab).empty());
  int tab = static_cast<int>(state.tab);
  if (tabs(body.cut_top(px(metric::kTabs)), kTabs, tab)) open(state, static_cast<SettingsTab>(tab));
  body.cut_top(px(16));
  const auto& groups = book.list(state.tab);
  choose_added(program, groups, state);
  if (auto made = new_row_dialog("new setting", program, state.making, wishes))
    state.added = std::move(*made);
  if (groups.empty()) {
    if (draw_empty(body, state.tab))
      begin(state, program,
            state.tab == SettingsTab::places ? TableId::sites : addings(state.tab).front().table);
    return;
  }
  if (!holds(groups, chosen(state))) chosen(state) = models::first_row(groups);
  const RowKey now = chosen(state);
  if (state.of != now) {
    state.of = now;
    state.refused.clear();
    state.drafts = {};
    state.drafts.keep_up(book.edition());
  }
  Rect rest = body;
  const float width = std::min(px(320), body.width() * 0.34F);
  list(rest.cut_left(width, px(24)), groups, state);
  draw_settings_form(rest, book, state, now, wishes);
}

}  // namespace tandem::views
