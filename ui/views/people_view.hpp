// The page People: who is this, and what is next for them? A table that stays quick with any number
// of rows, with a search and filters; a row opens the person's own page (person_view.hpp).
#pragma once

#include "ui/views/person_view.hpp"
#include "ui/widgets/table.hpp"

namespace tandem::views {

struct PeopleState {
  std::string chosen;  // number
  bool by_user{};
  std::string open;  // number of the person in view; "": the table
  models::PeopleFilter filter;
  ui::TableSort sort;
  bool search{};     // the search field takes the keyboard
  bool show{};       // scroll to the chosen row
  bool beside{};     // the inspector is open
  std::string menu;  // which filter's choices are open
  Rect menu_anchor;
  PersonState person;
};

void show(PeopleState& state, models::Roster& roster, const Destination& where);
bool people_action(PeopleState& state, app::Action action);
bool people_has_inspector(models::Roster& roster, PeopleState& state, bool roomy);
void draw_people(const Rect& page, models::Roster& roster, PeopleState& state, Wishes& wishes);
void draw_people_inspector(const Rect& inspector, models::Roster& roster, PeopleState& state,
                           Wishes& wishes);

}  // namespace tandem::views
