// An open session on a sample or on nothing, kept in memory: what the tests of pages and of what
// they show work on.
#pragma once

#include <memory>

#include "planner/domain/program.hpp"
#include "ui/app/session.hpp"

namespace tandem::test {

// samples/starter as it stands: two cohorts, nine sessions with rows, eleven still to be planned.
const Program& starter();

// The same with a plan accepted: all but one session have a date.
const Program& planned_starter();

// samples/northmere as it stands: twelve cohorts, and one session that no plan can place.
const Program& northmere();

// The same with a plan accepted: every other session has a date.
const Program& planned_northmere();

// A workspace with a name and nothing else in it.
Program empty_workspace();

std::unique_ptr<app::Session> session_of(Program program);

}  // namespace tandem::test
