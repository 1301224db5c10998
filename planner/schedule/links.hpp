// Prerequisites between sessions: where the same member has a claim to both, one comes before the
// other, with the days that must, may and should lie between. compile() adds them once its sessions
// stand; which places they leave open is asked of windows and the search.
#pragma once

#include "planner/schedule/compile.hpp"
#include "planner/schedule/waived.hpp"

namespace tandem::schedule {

// Fills in the Problem's links and, at each session, those that lead in and out. `keep`: dates are
// kept where they can be, so no distance is wished for. Errors: a module that needs itself, over
// what it needs. Puts the claims in order. Requires: groups, claims and sessions stand, and no
// links yet.
Errors add_links(Compiled& out, const Waivers& waivers, bool keep);

}  // namespace tandem::schedule
