// Where a meeting's date and times are read: the zone of its room's site, and without a room, or in
// a virtual one, of the site of the session's first cohort. One line of the format, asked by
// checks, calendars and reports alike.
#pragma once

#include "planner/domain/program.hpp"

namespace tandem {

// Returns: nullptr when no site is named, which the checks report.
const Site* clock_site(const Program& program, const Meeting& meeting);

}  // namespace tandem
