// The page Today: what needs me, and what happens this week and the next. Every line leads to where
// something can be done about it. Draws what models/today_model.hpp worked out.
#pragma once

#include "ui/views/page.hpp"

namespace tandem::views {

struct TodayState {
  std::string chosen;  // key of an attention line; "" is the first
  bool by_user{};      // a line was chosen by hand
  bool open{};         // the inspector shows it
};

// Whether the inspector is to be drawn in this frame; remembered in the state.
bool today_has_inspector(models::Workbench& bench, TodayState& state, bool roomy);
void draw_today(const Rect& page, models::Workbench& bench, TodayState& state, Wishes& wishes);
void draw_today_inspector(const Rect& inspector, models::Workbench& bench, TodayState& state,
                          Wishes& wishes);

}  // namespace tandem::views
