// The delivery form of a module for one session: the module's own cells with those of the chosen
// variant laid over them, and defaults written out. Used by compile and whoever shows what a
// session is made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem::schedule {

struct Form {
  Mode mode{};
  std::vector<int> meeting_minutes;  // one entry a meeting; none for items
  int gap_min_days{};
  std::optional<int> gap_max_days;
  std::optional<int> capacity;
  int leads{};
  int cofacilitators{};
  std::vector<std::string> features;

  bool live() const { return is_live(mode); }
};

// `variant` may be null.
Form form_of(const Module& module, const Variant* variant);

// Returns: nullptr when the module has no variant of this name, or the name is empty.
const Variant* find_variant(const Program& program, Id<Module> module, const std::string& name);

// Coaching in the form that was chosen: of one learner, so nobody else is told of it or offered it.
bool is_one_to_one(const Program& program, const Session& session);

// What the room of such a session needs to have and be. Arrangements of those seated come on top.
bool usable(const Room& room, const Form& form, Id<Site> site);

// The most people one session of this form can hold: its capacity and the largest usable room.
// Returns: nullopt for no limit; 0 when no room is usable and one is needed.
std::optional<int> most_seats(const Program& program, const Form& form, Id<Site> site);

// In-person meetings need one; virtual ones where the workspace has any virtual room.
bool needs_room(const Program& program, const Form& form);

}  // namespace tandem::schedule
