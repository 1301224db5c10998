// The bracket of days over a card of a journey: how long after what holds it the card may come,
// from least to most with the ideal between, in words beside it. Its ends can be taken and dragged;
// the stretch is a wish. Drawn by the canvas for the card chosen and the one below the pointer.
// Knows one card and its place, nothing of lanes and of cards in hand.
#pragma once

#include "ui/views/journey_places.hpp"
#include "ui/views/journeys_view.hpp"

namespace tandem::views {

// Nothing when the card follows no other. `handles`: the ends can be taken.
void spacing_bracket(const JourneyPlaces& places, const Program& program,
                     const models::JourneyCard& card, bool handles, JourneysState& state);

// Keeps the end in hand until it is let go; then wishes for the new days, or says why not.
void follow_bracket(const JourneyPlaces& places, const Program& program, Id<Module> chosen,
                    JourneysState& state, Wishes& wishes);

}  // namespace tandem::views
