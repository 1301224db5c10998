// Everything a key or a menu can do, once: what it is called, which key it has and on which page.
// The menu, the keys, the tooltips and the help sheet all read this table, so none can promise what
// the others do not keep. Knows key names, no keyboard and no screen.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tandem::app {

enum class Action {
  undo,
  redo,
  find,
  open_file,
  new_file,
  load_tables,
  go_today,
  go_curricula,
  go_schedule,
  go_cohorts,
  go_people,
  go_documents,
  go_settings,
  help,
  next_part,
  part_before,
  dark,
  larger,
  smaller,
  close,
  lanes_cohort,
  lanes_facilitator,
  lanes_room,
  view_year,
  view_month,
  view_week,
  view_day,
  solve,
  accept_plan,
  discard_plan,
  plan_changes,
  cell_left,
  cell_right,
  cell_up,
  cell_down,
  cell_next,
  mark_full,
  mark_partial,
  mark_no_show,
  mark_excused,
  mark_none,
  cohort_back,
  find_person,
  person_back,
  find_document,
  document_before,
  document_after,
  page_before,
  page_after,
  page_zoom,
  save_document,
  tab_journeys,
  tab_modules,
  tab_framework,
  tab_coverage,
  find_module,
  new_module,
  into_upper,
  into_lower,
  set_earlier,
  set_later,
  week_earlier,
  week_later,
  take_out,
  tab_places,
  tab_facilitators,
  tab_calendars,
  tab_rules,
  tab_roles,
  find_setting,
  setting_before,
  setting_after,
  new_setting,
};

enum class Where { everywhere, curricula, schedule, cohorts, people, documents, settings };

struct ActionInfo {
  Action action{};
  std::string_view label;  // as in the menu and on the help sheet
  std::string_view key;    // "Z", "F1", "1"; empty: no key
  bool ctrl{};
  bool shift{};
  Where where{};
};

std::span<const ActionInfo> actions();
const ActionInfo& info(Action action);
std::string key_words(const ActionInfo& action);  // "Ctrl Shift Z"

// The action that these keys mean here; one of the page itself goes before one of everywhere.
std::optional<Action> action_for(std::string_view key, bool ctrl, bool shift, Where where);

}  // namespace tandem::app
