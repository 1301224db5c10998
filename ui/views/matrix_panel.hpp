// The inspector beside the matrix: the chosen cell with its marks, who waits, who rests, and the
// moments that people of the cohort share.
#pragma once

#include "ui/models/roster.hpp"
#include "ui/views/mark_entry.hpp"

namespace tandem::views {

void draw_matrix_inspector(const Rect& inspector, models::Roster& roster,
                           const models::AttendanceMatrix& matrix, const models::CohortCard& card,
                           MatrixState& state, Wishes& wishes);

}  // namespace tandem::views
