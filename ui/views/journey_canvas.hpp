// The lanes of the tab Journeys: rows and cards at their days, connectors, the axis of weeks. Draws
// models/journeys_model.hpp; cards are chosen and taken here, what is in hand is followed by
// card_in_hand.hpp and spacing_bracket.hpp. Every change is a wish.
#pragma once

#include "ui/views/journeys_view.hpp"

namespace tandem::views {

// Returns: a card was chosen.
bool journey_canvas(const Rect& r, models::Syllabus& syllabus, JourneysState& state,
                    Id<Module>& chosen, Wishes& wishes);

}  // namespace tandem::views
