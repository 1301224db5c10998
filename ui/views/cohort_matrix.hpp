// One cohort: people by sessions, a mark in each cell, entered by click or by keyboard. Header and
// names stay while the cells scroll. Part of the page Cohorts.
#pragma once

#include "ui/views/mark_entry.hpp"

namespace tandem::views {

// Returns: the way back to the board was taken.
bool draw_cohort(const Rect& page, models::Roster& roster, const models::CohortCard& card,
                 MatrixState& state, Wishes& wishes);
}  // namespace tandem::views
