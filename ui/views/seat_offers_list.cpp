#include "ui/views/seat_offers_list.hpp"

#include <fmt/format.h>

#include "ui/models/phrases.hpp"
#include "ui/widgets/controls.hpp"

namespace tandem::views {

using namespace ui;

void seat_offers(Area& area, std::string_view heading, const std::vector<models::SeatOffer>& offers,
                 Wishes& wishes) {
  if (offers.empty()) return;
  rule(area);
  section_label(area.next(px(18)), heading);
  area.skip(px(8));
  const IdScope section(heading);
  for (const models::SeatOffer& offer : offers) {
    const IdScope id(phrase("{}{}{}", offer.number, offer.seat, offer.text));
    if (!offer.text.empty()) {
      const Rect words = area.rest();
      const std::string_view text = whole_dates(offer.text);
      area.skip(paragraph(words, Type::small, ink(Colour::text), text) + px(6));
      record(ui::Role::text, words, offer.text);
    }
    if (offer.seat.empty()) {
      area.skip(px(6));
      continue;
    }
    Rect line = area.next(px(metric::kControlSmall));
    if (button_left(line, "Accept", {.small = true})) wishes.edit = Edit{offer.accept, offer.label};
    label(line, Type::small, ink(Colour::muted), offer.seat);
    area.skip(px(10));
  }
}

}  // namespace tandem::views
