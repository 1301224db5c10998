// What one does to a journey: take a module in, take it out, give it another place in its set,
// change what a set asks for, stretch the days between two modules. Each gives commands or the
// sentence why not; nothing is applied here. Knows no screen.
#pragma once

#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>

#include "planner/edit/gesture.hpp"

namespace tandem {

// The row of a module in a programme; null when it is not in it.
const ProgrammeModule* row_of(const Program& program, Id<Programme> programme, Id<Module> module);
// A set's rows in their order: position (none last), then code.
std::pmr::vector<const ProgrammeModule*> rows_of_set(
    const Program& program, Id<Programme> programme, std::string_view set,
    std::pmr::memory_resource* memory = std::pmr::get_default_resource());
// The set that a module without a set of its own goes to: the programme's largest `all` set (of
// equals the first by name), else "modules".
std::string usual_set(const Program& program, Id<Programme> programme);

// At the end of the set, under its rule; a set that is new takes all of its modules. An empty `set`
// is the usual one. Errors: refused when the module is in the programme already.
Changed add_module(const Program& program, Id<Programme> programme, Id<Module> module,
                   std::string_view set = {});
// Errors: not_found when it is not in it.
Changed take_out(const Program& program, Id<Programme> programme, Id<Module> module);
// Before another module of its set; none: to the end. Errors: refused when the two stand in
// different sets, when it stands there already, or when it would come before what it needs.
Changed move_in_set(const Program& program, Id<Programme> programme, Id<Module> module,
                    Id<Module> before);
// One place up or down. Errors: as move_in_set, and when it is the first or the last.
Changed move_by_one(const Program& program, Id<Programme> programme, Id<Module> module, int step);
// How many of its modules a set takes; nullopt: all. Errors: refused outside 1 to one less than it
// has.
Changed set_rule(const Program& program, Id<Programme> programme, std::string_view set,
                 std::optional<int> wanted);

struct SpacingDays {
  std::optional<int> min;
  std::optional<int> ideal;
  std::optional<int> max;

  bool operator==(const SpacingDays&) const = default;
};
SpacingDays spacing_of(const Prerequisite& row);
// "14 to 42 days after L1a, ideal 21", "any day after C2"
std::string spacing_words(const SpacingDays& window, std::string_view needs);
// Errors: refused when the days are not in order, or the same as before.
Changed stretch(const Program& program, Id<Prerequisite> prerequisite, const SpacingDays& window);

// A leader's and a manager's journey with nothing in them yet, for a workspace that has none.
Changed two_journeys(const Program& program);

}  // namespace tandem
