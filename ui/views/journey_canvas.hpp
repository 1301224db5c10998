// The lanes of the tab Journeys: rows and cards at their days, connectors, brackets of days, and
// what the pointer does to them. Draws models/journeys_model.hpp; every change is a wish.
#pragma once

#include <string>
#include <vector>

#include "ui/views/journeys_view.hpp"

namespace tandem::views {

class JourneyCanvas {
 public:
  JourneyCanvas(const Rect& box, models::Syllabus& syllabus, JourneysState& state,
                Id<Module>& chosen, Wishes& wishes);

  // Returns: a card was chosen.
  bool draw();

 private:
  using Lane = models::Lane;

  void measure();
  void scroll();
  void ground() const;
  void lane_heads();
  void lane_head(Lane lane, const Rect& r);
  void row_labels() const;
  void axis() const;
  void connectors() const;
  void connector(const models::JourneyCard& card, const models::CardLink& link, bool strong) const;
  void cards();
  void card(const models::JourneyCard& card);
  void or_words() const;
  void bracket(const models::JourneyCard& card, bool handles);
  void handle(const models::JourneyCard& card, const models::CardLink& link, SpacingDrag::End end,
              int days, float y);
  void follow_card();
  void follow_bracket();

  float x_of(int day) const;
  int day_at(float x) const;
  geometry::Rect rect_of(const models::JourneyCard& card) const;
  const models::JourneyCard* card_at(float x, float y) const;
  models::JourneyTarget target(float& row_top) const;

  Rect box_;
  models::Syllabus& syllabus_;
  JourneysState& state_;
  Id<Module>& chosen_;
  Wishes& wishes_;
  const models::JourneysModel& model_;
  float start_x_ = 0;  // of the content, scrolled
  float start_y_ = 0;
  float origin_ = 0;  // where day 0 is
  struct Band {
    float head = 0;
    float end = 0;
    std::vector<float> rows;  // tops
  };
  std::array<Band, models::kLanes> bands_;
  float height_ = 0;
  Id<Module> hovered_;
  bool picked_{};
};

}  // namespace tandem::views
