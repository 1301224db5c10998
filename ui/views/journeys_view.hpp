// The tab Journeys: a library of modules on the left, two journeys with the core they share on a
// common axis of weeks. A module is dragged in from the library, a card is dragged along the axis,
// onto another card of its set or into another lane; a place that is refused says why before it is
// let go. All of it can be done from the inspector (module_panel.hpp) and by key, too.
#pragma once

#include <array>
#include <optional>

#include "ui/app/actions.hpp"
#include "ui/models/syllabus.hpp"
#include "ui/views/row_fields.hpp"

namespace tandem::views {

// A card in hand.
struct CardDrag {
  Id<Module> module;
  bool from_library{};
  float grab_x = 0;  // from the card's upper left corner to the pointer
  float grab_y = 0;
};

// One end of a bracket in hand.
struct SpacingDrag {
  enum class End : std::uint8_t { least, ideal, most };
  Id<Prerequisite> prerequisite;
  End end{};
};

struct JourneysState {
  std::optional<std::array<Id<Programme>, 2>> shown;  // chosen by hand; else the usual two
  models::ModuleFilter filter{.not_used = true};
  bool search{};  // the library's search takes the keyboard
  bool show{};    // scroll to the chosen card
  std::optional<CardDrag> drag;
  std::optional<SpacingDrag> stretch;
  Drafts drafts;  // of the inspector
};

const models::JourneysModel& journeys_shown(models::Syllabus& syllabus, const JourneysState& state);
// The keys of the tab. Returns: whether the action was one of its own.
bool journeys_action(JourneysState& state, models::Syllabus& syllabus, Id<Module> chosen,
                     app::Action action, Wishes& wishes);
// Returns: a card or a line of the library was chosen.
bool draw_journeys(const Rect& body, models::Syllabus& syllabus, JourneysState& state,
                   Id<Module>& chosen, Wishes& wishes);

}  // namespace tandem::views
