// What one does to the catalogue: a new module, a copy, taking one away with all that belongs to
// it, its objectives, what it needs. Each gives commands or the sentence why not; nothing is
// applied here. Also what the linter says of a module. Knows no screen.
#pragma once

#include <optional>
#include <string>

#include "planner/edit/apply.hpp"
#include "planner/edit/gesture.hpp"

namespace tandem {

// A module as it is begun: nothing is chosen for the author.
struct NewModule {
  std::string code;
  std::string title;
  std::optional<Orientation> orientation;
  std::optional<Mode> mode;
  std::string minutes;
};
// Errors: one for every field that is missing or not what it should be, `where` naming it.
Changed make_module(const Program& program, const NewModule& wanted);

// The code a copy is given: L1b-2, L1b-3 ..., the first that is free.
std::string code_of_copy(const Program& program, const Module& module);
// Copies a module with its objectives, variants and what it needs; the copy is in no programme.
// Its rows name it by its id, so it is done in a batch. Errors: not_found; refused for a code
// taken.
Result<void> copy_module(Batch& batch, Id<Module> module, const std::string& code);

// Where a module is used by anything but itself, in words: "in LEAD and BOTH"; "needed by L3a"; "in
// 5 sessions"; empty when nowhere.
std::vector<std::string> uses_of(const Program& program, Id<Module> module);
// Together with its objectives, variants and prerequisites. Errors: refused while it is used.
Changed remove_module(const Program& program, Id<Module> module);

// Errors: bad_input when the sentence is empty, refused when 99 are there.
Changed add_objective(const Program& program, Id<Module> module, std::string text);
Changed remove_objective(const Program& program, Id<Objective> objective);

// Errors: refused when it is the module itself, or named already; a longer circle is found when the
// change is applied.
Changed add_need(const Program& program, Id<Module> module, Id<Module> needs);
Changed remove_need(const Program& program, Id<Prerequisite> prerequisite);

// What a reader would miss: "no why" (S0-17: why it matters or who you can become is empty).
bool lacks_why(const Module& module);
// Minutes of its objectives, of those that say; and whether all do.
struct ObjectiveMinutes {
  int minutes{};
  int objectives{};
  int untimed{};
};
ObjectiveMinutes objective_minutes(const Program& program, Id<Module> module);

}  // namespace tandem
