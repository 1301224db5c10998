// The page Schedule: when, where, who, and why then. A timeline of lanes, the plan being made and
// the plan on offer above it, what has no place below it. Draws what models/schedule_model.hpp
// worked out; changes nothing but its own state, all else is wished for.
#pragma once

#include "ui/app/actions.hpp"
#include "ui/views/coming_up.hpp"
#include "ui/views/other_days.hpp"
#include "ui/widgets/timeline.hpp"

namespace tandem::views {

enum class Zoom { whole, month, weeks, day };

struct ScheduleState {
  models::LanesBy lanes = models::LanesBy::cohort;
  std::string session;  // chosen; code
  std::string cohort;   // chosen lane when lanes are cohorts; code
  std::string lane;     // the same of other lanes; code of a facilitator or room
  ui::TimelineState timeline;
  bool roomy{true};           // the window has room for an inspector nobody asked for
  bool by_user{};             // something was chosen by hand, or by a line that led here
  bool placed_view{};         // the timeline has been given its first view
  int zoom{};                 // preset in force, -1 none
  geometry::TimeView zoomed;  // what the preset asked for
  // The timeline's own data, made again when what it shows has changed.
  std::uint64_t version{};
  models::LanesBy built{};
  ui::TimelineData data;
  ComingUp coming;
  Decision decision;  // about the chosen session
  bool changes{};     // the inspector shows what the plan on offer changes
};

// Brings a session or cohort into view and chooses it.
void show(ScheduleState& state, models::Workbench& bench, const Destination& where);
// The keys of this page. Returns: whether the action was one of its own.
bool schedule_action(ScheduleState& state, models::Workbench& bench, app::Action action,
                     Wishes& wishes);

bool schedule_has_inspector(ScheduleState& state, bool roomy);
void draw_schedule(const Rect& page, models::Workbench& bench, ScheduleState& state,
                   Wishes& wishes);
void draw_schedule_inspector(const Rect& inspector, models::Workbench& bench, ScheduleState& state,
                             Wishes& wishes);

}  // namespace tandem::views
