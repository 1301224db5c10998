// One person's page: their own words first, then what comes next, what they want, their journey,
// what they grow in, and how each side sees them, side by side and never summed up.
#pragma once

#include <string>

#include "ui/app/actions.hpp"
#include "ui/models/roster.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

struct PersonState {
  std::string competency;  // name of the row chosen in the evidence
  int season = -1;         // draft of the season control; -1: as it stands
  std::string from;        // drafts of its days, 2027-05-14
  std::string to;
  std::string words;  // draft of "In their words"
  bool writing{};     // the dialog for them is to open
  bool fresh{};       // its field takes the keyboard
};

// Returns: the way back to the table was taken.
bool draw_person(const Rect& page, models::Roster& roster, const models::PersonModel& person,
                 PersonState& state, Wishes& wishes);

}  // namespace tandem::views
