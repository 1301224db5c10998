// Seats that could be offered, as a section of an inspector: the sentence of each proposal and,
// where there is a seat, a button that takes it. Accepting is one undo step.
#pragma once

#include <string_view>
#include <vector>

#include "ui/models/seat_offers.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/area.hpp"

namespace tandem::views {

// Draws nothing when there are none.
void seat_offers(ui::Area& area, std::string_view heading,
                 const std::vector<models::SeatOffer>& offers, Wishes& wishes);

}  // namespace tandem::views
