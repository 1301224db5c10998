#include "ui/views/settings_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/row_form.hpp"
#include "ui/models/search_key.hpp"
#include "ui/views/module_form.hpp"
#include "ui/views/settings_fields.hpp"
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
      begin_row(state, "Add a site", begun, {"name", "code", "zone"});
      return;
    case TableId::rooms:
      begin_row(state, "Add a room", begun, {"name", "code", "virtual", "site", "capacity"});
      return;
    case TableId::assets:
      begin_row(state, "Add equipment", begun, {"name", "code", "site", "quantity"});
      return;
    case TableId::facilitators:
      begin_row(state, "Add a facilitator", begun, {"name", "code", "sites", "languages"});
      return;
    case TableId::holidays:
      begin_row(state, "Add a holiday", begun, {"name", "site", "date"});
      return;
    case TableId::roles:
      begin_row(state, "Add a role", begun, {"title", "code", "track", "level"});
      return;
    case TableId::track_levels:
      begin_row(state, "Add a level", begun, {"track", "level", "title", "pairs_with"});
      return;
    case TableId::blackouts:
      begin_row(state, "Add a blackout", begun, {"name", "from", "to", "scope", "code"});
      return;
    default: {
      Absence closing;
      closing.kind = AbsenceKind::room;
      begin_row(state, "Close a room", AnyRow{closing}, {"code", "from", "to"});
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
  const float right = std::min(text_width(Type::small, line.detail) + 1, inner.width());
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
  const auto wanted = models::search_words(state.search);
  const auto fits = [&](const SettingsLine& line) { return models::fits(line, wanted); };
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

// What the dialog says of one field.
std::string said(const NewRow& making, std::string_view field, std::string_view name) {
  const auto at = std::ranges::find(making.errors, field, &Error::where);
  if (at == making.errors.end()) return {};
  Error error = *at;
  error.where.clear();
  const std::string words = text(error);
  // "is empty" and "'x' is not ..." follow the field's name; a refusal is a sentence of its own.
  return error.code == ErrorCode::bad_input ? fmt::format("{} {}.", name, words)
                                            : models::first_sentence({error}) + ".";
}

// A field that another answer leaves without a sense.
bool asked(const NewRow& making, std::string_view field) {
  const auto answer = [&](std::string_view other) -> const std::string& {
    return std::ranges::find(making.texts, other, &models::FieldText::field)->text;
  };
  if (making.begun.table() == TableId::blackouts && field == "code")
    return !answer("scope").empty() && answer("scope") != word(BlackoutScope::all);
  if (making.begun.table() == TableId::rooms && field == "site") return answer("virtual") != "yes";
  return true;
}

class NewRowFields {
 public:
  NewRowFields(NewRow& making, bool fresh) : making_(making), fresh_(fresh) {}

  float height(float width) const {
    float out = 0;
    for (const models::FieldText& typed : making_.texts)
      if (asked(making_, typed.field)) out += line_height(typed, width) + px(12);
    return out;
  }

  void draw(Rect r) {
    for (models::FieldText& typed : making_.texts) {
      if (!asked(making_, typed.field)) {
        typed.text.clear();
        continue;
      }
      line(r.cut_top(line_height(typed, r.width()), px(12)), typed);
    }
  }

 private:
  const FormField& shape(const models::FieldText& typed) const {
    return *form_field(making_.begun.table(), typed.field);
  }
  // The chips of a field that has some, and the texts they stand for.
  struct Choice {
    std::vector<std::string_view> words;
    std::vector<std::string_view> texts;
  };
  Choice choice_of(const models::FieldText& typed) const {
    const FormField& what = shape(typed);
    if (what.control == Control::yes_no) return {{what.no, what.yes}, {"no", "yes"}};
    if (what.control != Control::choice) return {};
    if (making_.begun.table() == TableId::role_targets) {
      const auto words = info(TableId::role_targets).field(typed.field)->choices;
      return {{"1", "2", "3", "4", "5", "Not expected"}, {words.begin(), words.end()}};
    }
    const auto words = info(making_.begun.table()).field(typed.field)->choices;
    return {{words.begin(), words.end()}, {words.begin(), words.end()}};
  }

  float line_height(const models::FieldText& typed, float width) const {
    const std::string refused = said(making_, typed.field, shape(typed).label);
    if (const Choice choice = choice_of(typed); !choice.words.empty())
      return px(20) + chips_height(width, choice.words) + refusal_height(width, refused);
    return field_height(width, {.refused = refused});
  }

  void line(Rect r, models::FieldText& typed) {
    const FormField& what = shape(typed);
    const std::string refused = said(making_, typed.field, what.label);
    const Choice choice = choice_of(typed);
    if (choice.words.empty()) {
      const InputResult result =
          field(r, what.label, typed.text,
                {.hint = what.hint, .refused = refused, .focus = std::exchange(fresh_, false)});
      if (result.changed) forget(typed.field);
      return;
    }
    field_name(r.cut_top(px(18), px(2)), what.label);
    std::optional<int> on;
    const auto now = std::ranges::find(choice.texts, typed.text);
    if (now != choice.texts.end()) on = static_cast<int>(now - choice.texts.begin());
    if (chips(r.cut_top(chips_height(r.width(), choice.words)), what.label, choice.words, on,
              false)) {
      typed.text = choice.texts[static_cast<std::size_t>(*on)];
      forget(typed.field);
    }
    refusal(r, refused);
  }

  void forget(std::string_view field) {
    std::erase_if(making_.errors, [&](const Error& error) { return error.where == field; });
  }

  NewRow& making_;
  bool fresh_;
};

void dialog(models::SettingsBook& book, SettingsState& state, Wishes& wishes) {
  if (std::exchange(state.make, false)) {
    open_dialog("new setting");
    state.fresh = true;
  }
  if (!state.making.begun) return;
  constexpr float kWidth = 480;
  constexpr float kPadding = 24;
  NewRow& making = state.making;
  NewRowFields fields(making, std::exchange(state.fresh, false));
  const float inside = px(kWidth - 2 * kPadding);
  const std::string refused = said(making, "", "");
  const float height = px(2 * kPadding + 24 + 16 + 8 + metric::kControl) + fields.height(inside) +
                       refusal_height(inside, refused);
  Dialog frame("new setting", {.width = kWidth, .height = height / px(1)});
  if (!frame) {
    making = {};
    return;
  }
  Rect r = frame.inside();
  label(r.cut_top(px(24), px(16)), Type::section, ink(Colour::text), making.title);
  Rect buttons = r.cut_bottom(px(metric::kControl), px(8));
  refusal(r.cut_bottom(refusal_height(r.width(), refused)), refused);
  fields.draw(r);
  if (button_right(buttons, "Add it", {.kind = ButtonKind::primary})) {
    auto made = models::make_row(book.program(), making.begun, making.texts);
    making.errors = made ? Errors{} : made.error();
    if (made) {
      state.added = std::get<Put>(made->commands.front()).row;
      wishes.edit = Edit{std::move(made->commands), std::move(made->label)};
      Dialog::close();
    }
  }
  if (button_right(buttons, "Leave")) Dialog::close();
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

void begin_row(SettingsState& state, std::string title, AnyRow begun,
               std::vector<std::string_view> fields) {
  state.making = {std::move(begun), std::move(title), {}, {}};
  for (const std::string_view field : fields) state.making.texts.push_back({field, {}});
  if (state.making.begun.table() == TableId::sites)
    for (models::FieldText& typed : state.making.texts)
      if (typed.field == "zone") typed.text = get_if<Site>(state.making.begun)->zone;
  for (models::FieldText& typed : state.making.texts)
    if (typed.field == "virtual") typed.text = "no";
  state.make = true;
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
  dialog(book, state, wishes);
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
