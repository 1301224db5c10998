// Those who cannot be in two places at once: whoever sits in a session or runs one, with the limits
// on their weeks and days and whether they travel at all. compile() adds them once its sessions
// stand. It knows no dates: when somebody is busy is the State's business.
#pragma once

#include "planner/schedule/compile.hpp"

namespace tandem::schedule {

// Fills in the Problem's bodies, load limits and day rows, which bodies sit in each session and
// which body each facilitator is; takes off a session's staff whoever sits in it. People who hold
// the same seats under the same limits, and run nothing, are one body. Requires: groups, sessions,
// cohorts and facilitators stand, and no bodies yet.
void add_bodies(Compiled& out);

}  // namespace tandem::schedule
