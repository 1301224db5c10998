// What stands beside a person's page and beside the table of people: how far they are expected just
// now (the season, which asks no reason), what is arranged for them, and who they are.
#pragma once

#include "ui/views/person_view.hpp"

namespace tandem::views {

void draw_person_inspector(const Rect& inspector, models::Roster& roster,
                           const models::PersonModel& person, PersonState& state, Wishes& wishes);
// What the table's inspector says of the chosen one. Returns: their page is to be opened.
bool draw_person_summary(const Rect& inspector, const models::PersonModel& person);

}  // namespace tandem::views
