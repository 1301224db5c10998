#include "ui/app/actions.hpp"

#include <algorithm>
#include <array>

namespace tandem::app {
namespace {

constexpr auto kEverywhere = Where::everywhere;
constexpr auto kCurricula = Where::curricula;
constexpr auto kSchedule = Where::schedule;
constexpr auto kCohorts = Where::cohorts;
constexpr auto kPeople = Where::people;
constexpr auto kDocuments = Where::documents;
constexpr auto kSettings = Where::settings;

constexpr std::array kActions{
    ActionInfo{Action::undo, "Undo", "Z", true, false, kEverywhere},
    ActionInfo{Action::redo, "Redo", "Z", true, true, kEverywhere},
    ActionInfo{Action::find, "Find anything", "K", true, false, kEverywhere},
    ActionInfo{Action::open_file, "Open a workspace", "O", true, false, kEverywhere},
    ActionInfo{Action::new_file, "New workspace", "N", true, false, kEverywhere},
    ActionInfo{Action::load_tables, "Load a folder of CSV tables", "", false, false, kEverywhere},
    ActionInfo{Action::go_today, "Go to Today", "1", true, false, kEverywhere},
    ActionInfo{Action::go_curricula, "Go to Curricula", "2", true, false, kEverywhere},
    ActionInfo{Action::go_schedule, "Go to Schedule", "3", true, false, kEverywhere},
    ActionInfo{Action::go_cohorts, "Go to Cohorts", "4", true, false, kEverywhere},
    ActionInfo{Action::go_people, "Go to People", "5", true, false, kEverywhere},
    ActionInfo{Action::go_documents, "Go to Documents", "6", true, false, kEverywhere},
    ActionInfo{Action::go_settings, "Go to Settings", "7", true, false, kEverywhere},
    ActionInfo{Action::help, "Keys of this page", "F1", false, false, kEverywhere},
    ActionInfo{Action::next_part, "Next part of the window", "F6", false, false, kEverywhere},
    ActionInfo{Action::part_before, "Part before", "F6", false, true, kEverywhere},
    ActionInfo{Action::dark, "Dark colours", "D", true, false, kEverywhere},
    ActionInfo{Action::larger, "Larger", "+", true, false, kEverywhere},
    ActionInfo{Action::smaller, "Smaller", "-", true, false, kEverywhere},
    ActionInfo{Action::close, "Close the window", "Q", true, false, kEverywhere},
    ActionInfo{Action::lanes_cohort, "Lanes by cohort", "1", false, false, kSchedule},
    ActionInfo{Action::lanes_facilitator, "Lanes by facilitator", "2", false, false, kSchedule},
    ActionInfo{Action::lanes_room, "Lanes by room", "3", false, false, kSchedule},
    ActionInfo{Action::view_year, "The whole plan", "Y", false, false, kSchedule},
    ActionInfo{Action::view_month, "A month", "M", false, false, kSchedule},
    ActionInfo{Action::view_week, "Two weeks", "W", false, false, kSchedule},
    ActionInfo{Action::view_day, "One day", "D", false, false, kSchedule},
    ActionInfo{Action::solve, "Solve", "S", false, false, kSchedule},
    ActionInfo{Action::accept_plan, "Accept the proposed plan", "A", false, false, kSchedule},
    ActionInfo{Action::plan_changes, "What the proposed plan changes", "C", false, false,
               kSchedule},
    ActionInfo{Action::discard_plan, "Discard the proposed plan", "", false, false, kSchedule},
    ActionInfo{Action::cell_left, "Session before", "Left", false, false, kCohorts},
    ActionInfo{Action::cell_right, "Session after", "Right", false, false, kCohorts},
    ActionInfo{Action::cell_up, "Person above", "Up", false, false, kCohorts},
    ActionInfo{Action::cell_down, "Person below", "Down", false, false, kCohorts},
    ActionInfo{Action::cell_next, "Next person, then next session", "Enter", false, false,
               kCohorts},
    ActionInfo{Action::mark_full, "Mark: full", "F", false, false, kCohorts},
    ActionInfo{Action::mark_partial, "Mark: partial, in minutes", "P", false, false, kCohorts},
    ActionInfo{Action::mark_no_show, "Mark: no-show", "N", false, false, kCohorts},
    ActionInfo{Action::mark_excused, "Mark: excused", "E", false, false, kCohorts},
    ActionInfo{Action::mark_none, "Take the mark back", "Del", false, false, kCohorts},
    ActionInfo{Action::cohort_back, "Back to the board", "Esc", false, false, kCohorts},
    ActionInfo{Action::find_person, "Search", "F", true, false, kPeople},
    ActionInfo{Action::person_back, "Back to the table", "Esc", false, false, kPeople},
    ActionInfo{Action::find_document, "Find a document", "F", true, false, kDocuments},
    ActionInfo{Action::document_before, "Document before", "P", false, false, kDocuments},
    ActionInfo{Action::document_after, "Next document", "N", false, false, kDocuments},
    ActionInfo{Action::page_before, "Page before", "Page up", false, false, kDocuments},
    ActionInfo{Action::page_after, "Page after", "Page down", false, false, kDocuments},
    ActionInfo{Action::page_zoom, "Whole page or full width", "W", false, false, kDocuments},
    ActionInfo{Action::save_document, "Save what is chosen", "S", false, false, kDocuments},
    ActionInfo{Action::tab_journeys, "Journeys", "1", false, false, kCurricula},
    ActionInfo{Action::tab_modules, "Modules", "2", false, false, kCurricula},
    ActionInfo{Action::tab_framework, "Framework", "3", false, false, kCurricula},
    ActionInfo{Action::tab_coverage, "Coverage", "4", false, false, kCurricula},
    ActionInfo{Action::find_module, "Search the modules", "F", true, false, kCurricula},
    ActionInfo{Action::new_module, "Add a module", "N", false, false, kCurricula},
    ActionInfo{Action::into_upper, "Put it into the upper journey", "U", false, false, kCurricula},
    ActionInfo{Action::into_lower, "Put it into the lower journey", "L", false, false, kCurricula},
    ActionInfo{Action::set_earlier, "Earlier in its set", "E", false, false, kCurricula},
    ActionInfo{Action::set_later, "Later in its set", "R", false, false, kCurricula},
    ActionInfo{Action::week_earlier, "A week closer to what it follows", "-", false, false,
               kCurricula},
    ActionInfo{Action::week_later, "A week further from what it follows", "+", false, false,
               kCurricula},
    ActionInfo{Action::take_out, "Take it out of the journeys", "Del", false, false, kCurricula},
    ActionInfo{Action::tab_places, "Rooms and sites", "1", false, false, kSettings},
    ActionInfo{Action::tab_facilitators, "Facilitators", "2", false, false, kSettings},
    ActionInfo{Action::tab_calendars, "Calendars", "3", false, false, kSettings},
    ActionInfo{Action::tab_rules, "Rules", "4", false, false, kSettings},
    ActionInfo{Action::tab_roles, "Roles", "5", false, false, kSettings},
    ActionInfo{Action::find_setting, "Search the list", "F", true, false, kSettings},
    ActionInfo{Action::setting_before, "Row before", "Page up", false, false, kSettings},
    ActionInfo{Action::setting_after, "Row after", "Page down", false, false, kSettings},
    ActionInfo{Action::new_setting, "Add one to the list", "N", false, false, kSettings},
};

}  // namespace

std::span<const ActionInfo> actions() { return kActions; }

const ActionInfo& info(Action action) {
  return *std::find_if(kActions.begin(), kActions.end(),
                       [action](const ActionInfo& a) { return a.action == action; });
}

std::string key_words(const ActionInfo& action) {
  std::string out;
  if (action.ctrl) out += "Ctrl ";
  if (action.shift) out += "Shift ";
  return out.append(action.key);
}

std::optional<Action> action_for(std::string_view key, bool ctrl, bool shift, Where where) {
  std::optional<Action> found;
  for (const ActionInfo& a : kActions) {
    if (a.key != key || a.ctrl != ctrl || a.shift != shift) continue;
    if (a.where == where) return a.action;
    if (a.where == Where::everywhere) found = a.action;
  }
  return found;
}

}  // namespace tandem::app
