// A module in hand, from the library or from a journey: a card below the pointer, the place it
// would take, and in words what letting it go there does or why it may not. The drop is a wish.
// Goes after the canvas, over everything else on the page; who takes a card in hand says so in
// JourneysState::drag. Knows where cards lie, not how lanes are drawn.
#pragma once

#include "ui/views/journey_places.hpp"
#include "ui/views/journeys_view.hpp"

namespace tandem::views {

// Returns: it was let go where it may be, and is chosen now.
bool follow_card(const JourneyPlaces& places, models::Syllabus& syllabus, JourneysState& state,
                 Id<Module>& chosen, Wishes& wishes);

}  // namespace tandem::views
