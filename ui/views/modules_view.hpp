// The tab Modules: the catalogue as a list, and the chosen module as a form (module_form.hpp).
#pragma once

#include "planner/curriculum/module_edit.hpp"
#include "ui/models/syllabus.hpp"
#include "ui/views/row_fields.hpp"

namespace tandem::views {

struct ModulesState {
  models::ModuleFilter filter;
  bool search{};  // the search field takes the keyboard
  bool show{};    // scroll the list to the chosen module
  Drafts drafts;
  Id<Module> of;            // what the drafts below are about
  Id<Objective> objective;  // open
  std::string refused;      // why the last thing asked of the module as a whole was not done
  geometry::Rect menu_anchor;
  bool adding{};  // the dialog for a new module is to open
  bool fresh{};
  NewModule draft;
  Errors draft_errors;
  std::string added;  // code to choose once it is there
};

void begin_module(ModulesState& state);
// `chosen` is the module in view; none: the first of the list.
void draw_modules(const Rect& body, models::Syllabus& syllabus, ModulesState& state,
                  Id<Module>& chosen, Wishes& wishes);

}  // namespace tandem::views
