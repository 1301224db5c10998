// Where everything of two journeys lies, in screen pixels: lanes with their rows, days and cards;
// and back, which day and which card are at a point. Made anew in each frame by the canvas, for
// itself, for the brackets of days and for the card in hand. Draws nothing, asks for no pointer,
// and knows neither what is chosen nor what is held.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "ui/models/journeys_model.hpp"
#include "ui/views/page.hpp"

namespace tandem::views {

namespace journey {  // design pixels
inline constexpr float kWeek = 38;
inline constexpr float kCardWidth = 142;
inline constexpr float kCardHeight = 50;
inline constexpr float kRow = 57;
inline constexpr float kCoreNarrow = 68;
inline constexpr float kLabels = 116;
inline constexpr float kWideLabels = 176;  // where the window is wide
inline constexpr float kAxis = 30;
inline constexpr float kLaneHead = 46;
inline constexpr float kCorePad = 8;
inline constexpr int kDays = 7;  // of a week
}  // namespace journey

class JourneyPlaces {
 public:
  struct Band {
    float head = 0;
    float end = 0;
    std::pmr::vector<float> rows{ui::frame_memory()};  // tops
  };

  // `x` and `y`: the upper left corner of the content, scrolled, of which `box` shows a part.
  // Requires: the model outlives it.
  JourneyPlaces(const Rect& box, const models::JourneysModel& model, float x, float y);

  const Rect& box() const { return box_; }
  const models::JourneysModel& model() const { return model_; }
  float x() const { return x_; }
  float y() const { return y_; }
  float width() const;
  float height() const { return height_; }
  const Band& band(models::Lane lane) const { return bands_[static_cast<std::size_t>(lane)]; }

  float labels() const { return labels_; }  // width of the column of row names
  float x_of(int day) const;
  int day_at(float x) const;
  Rect rect_of(const models::JourneyCard& card) const;
  std::span<const Rect> rects() const { return rects_; }  // one a card of the model
  // Null: none is there.
  const models::JourneyCard* card_at(float x, float y) const;

 private:
  Rect box_;
  const models::JourneysModel& model_;
  float x_;
  float y_;
  float labels_;
  float origin_;   // where day 0 is
  float stretch_;  // weeks and cards grow with the room, to twice their size
  std::array<Band, models::kLanes> bands_;
  std::pmr::vector<Rect> rects_{ui::frame_memory()};
  float height_ = 0;
};

}  // namespace tandem::views
