#include "ui/views/journey_places.hpp"

#include <algorithm>
#include <cmath>

namespace tandem::views {

using namespace journey;
using models::JourneyCard;
using models::JourneyLane;
using models::JourneyRow;

namespace {
constexpr float kWideBox = 1240;
}  // namespace

JourneyPlaces::JourneyPlaces(const Rect& box, const models::JourneysModel& model, float x, float y)
    : box_(box),
      model_(model),
      x_(x),
      y_(y),
      labels_(px(box.width() < px(kWideBox) ? kLabels : kWideLabels)),
      origin_(x + labels_ + px(12)),
      stretch_(1) {
  const float room = box.width() - labels_ - px(12 + 24 + 24);
  const float wanted = static_cast<float>(std::max(model.days, 1)) * px(kWeek) / kDays;
  stretch_ = std::clamp(room / wanted, 1.0F, 2.0F);
  y += px(kAxis);
  for (int k = 0; k < models::kLanes; ++k) {
    const JourneyLane& lane = model_.lanes[static_cast<std::size_t>(k)];
    Band& band = bands_[static_cast<std::size_t>(k)];
    band.head = y;
    const bool core = k == static_cast<int>(models::Lane::core);
    y += core ? px(kCorePad) : px(kLaneHead);
    for (const JourneyRow& row : lane.rows) {
      band.rows.push_back(y);
      y += static_cast<float>(row.lines) * px(kRow);
    }
    // An empty lane keeps room to drop something into.
    if (lane.rows.empty()) y += px(kRow);
    y += core ? px(kCorePad) - px(kRow - kCardHeight) : px(8);
    band.end = y;
  }
  height_ = y - y_;
  rects_.reserve(model.cards.size());
  for (const JourneyCard& card : model.cards) rects_.push_back(rect_of(card));
}

float JourneyPlaces::x_of(int day) const {
  return std::round(origin_ + static_cast<float>(day) * px(kWeek) * stretch_ / kDays);
}

int JourneyPlaces::day_at(float x) const {
  return std::max(0, static_cast<int>(std::lround((x - origin_) * kDays / (px(kWeek) * stretch_))));
}

Rect JourneyPlaces::rect_of(const JourneyCard& card) const {
  const Band& band = this->band(card.lane);
  const float y =
      band.rows[static_cast<std::size_t>(card.row)] + static_cast<float>(card.line) * px(kRow);
  float width = px(kCardWidth) * stretch_;
  if (card.lane == models::Lane::core && card.room > 0)
    width = std::clamp(static_cast<float>(card.room) * px(kWeek) * stretch_ / kDays - px(8),
                       px(kCoreNarrow), width);
  return Rect::sized(x_of(card.day), y, width, px(kCardHeight));
}

const JourneyCard* JourneyPlaces::card_at(float x, float y) const {
  for (const JourneyCard& card : model_.cards)
    if (rect_of(card).contains(x, y)) return &card;
  return nullptr;
}

float JourneyPlaces::width() const {
  return labels_ + px(12 + 24) + static_cast<float>(model_.days) * px(kWeek) * stretch_ / kDays;
}

}  // namespace tandem::views
