#include "ui/views/schedule_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "planner/base/text.hpp"
#include "ui/views/coming_up.hpp"
#include "ui/views/lane_panel.hpp"
#include "ui/views/plan_diff.hpp"
#include "ui/views/plan_strip.hpp"
#include "ui/views/schedule_tray.hpp"
#include "ui/views/session_panel.hpp"
#include "ui/views/started.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::BarState;
using models::LanesBy;
using models::ScheduleModel;

constexpr float kFooterGap = 8;

Phase shown(BarState state) {
  switch (state) {
    case BarState::held:
      return Phase::held;
    case BarState::ahead:
      return Phase::ahead;
    case BarState::was:
      return Phase::old_place;
  }
  return Phase::ahead;
}

// `proposed`: what a plan on offer leaves alone steps back, so that what is new is seen.
TimelineData timeline_data(const ScheduleModel& model, bool proposed) {
  TimelineData data;
  data.fold = model.fold;
  data.limits = model.limits;
  data.today = model.today;
  data.nothing = model.placed > 0 ? "No session in these days" : "";
  for (const auto& lane : model.lanes) {
    TimelineLane out{
        .key = lane.key,
        .orientation = lane.orientation ? views::shown(*lane.orientation) : ui::Orientation::none,
        .title = lane.title,
        .line = lane.line,
        .right = lane.right};
    for (const auto& bar : lane.bars)
      out.bars.push_back({.key = bar.key,
                          .span = bar.span,
                          .code = bar.code,
                          .second = bar.place,
                          .third = bar.people,
                          .chain = bar.part_of,
                          .orientation = views::shown(bar.orientation),
                          .phase = shown(bar.state),
                          .pinned = bar.pinned,
                          .quiet = proposed && !bar.moved && bar.state == BarState::ahead,
                          .tooltip = bar.tooltip});
    for (const auto& note : lane.days_off)
      out.notes.push_back({TimelineNote::Kind::day_off, note.span, note.text});
    for (const auto& note : lane.closed)
      out.notes.push_back({TimelineNote::Kind::protected_time, note.span, note.text});
    data.lanes.push_back(std::move(out));
  }
  for (const auto& band : model.bands) data.bands.push_back({band.span, band.text});
  if (!model.load.empty()) {
    TimelineStrip strip{.title = "Facilitator days", .line = "a week, everybody together"};
    for (const auto& week : model.load) {
      strip.bins.push_back({week.span, static_cast<double>(week.days), week.ahead,
                            fmt::format("{} in this week", counted(week.days, "facilitator day"))});
      strip.most = std::max(strip.most, static_cast<double>(week.days));
    }
    if (model.load_limit > 0) {
      strip.limit = model.load_limit;
      strip.limit_text = fmt::format("{} at most", model.load_limit);
      strip.most = std::max(strip.most, strip.limit);
    }
    data.strip = std::move(strip);
  }
  data.lane_extra = data.lanes.size() <= 4 ? 14 : 0;
  data.prepare();
  return data;
}

std::string lane_code(const ScheduleModel& model, std::uint64_t key) {
  for (const auto& lane : model.lanes)
    if (lane.key == key) return lane.code;
  return {};
}

std::uint64_t lane_key(const ScheduleModel& model, std::string_view code) {
  for (const auto& lane : model.lanes)
    if (lane.code == code) return lane.key;
  return 0;
}

const std::string& chosen_lane(const ScheduleState& state) {
  return state.lanes == LanesBy::cohort ? state.cohort : state.lane;
}

std::uint64_t lane_of_bar(const ScheduleModel& model, std::uint64_t key) {
  for (const auto& lane : model.lanes)
    for (const auto& bar : lane.bars)
      if (bar.key == key) return lane.key;
  return 0;
}

// Where a preset looks: around what is chosen, else around today.
Date anchor(models::Workbench& bench, const ScheduleState& state) {
  const models::SessionFacts* facts = state.session.empty() ? nullptr : bench.facts(state.session);
  const auto begin = facts ? facts->begin() : std::nullopt;
  return begin ? date_of(*begin) : bench.session().today();
}

geometry::TimeView preset(models::Workbench& bench, const ScheduleState& state, Zoom zoom) {
  const ScheduleModel& model = bench.schedule(state.lanes);
  const Date day = anchor(bench, state);
  switch (zoom) {
    case Zoom::whole:
      return model.limits;
    case Zoom::month:
      return view_of(model, week_start(day) - days{7}, week_start(day) + days{27});
    case Zoom::weeks:
      return view_of(model, week_start(day), week_start(day) + days{13});
    case Zoom::day:
      return view_of(model, day, day);
  }
  return model.limits;
}

void set_zoom(ScheduleState& state, models::Workbench& bench, Zoom zoom, bool at_once) {
  state.zoom = static_cast<int>(zoom);
  state.zoomed = preset(bench, state, zoom);
  if (at_once || !state.placed_view)
    state.timeline.jump(state.zoomed);
  else
    state.timeline.view = state.zoomed;
  state.placed_view = true;
  state.timeline.reveal = true;  // lanes have another height at another zoom
}

void set_lanes(ScheduleState& state, LanesBy lanes) {
  if (state.lanes == lanes) return;
  state.lanes = lanes;
  state.timeline.lane = 0;
  state.timeline.scroll = 0;
}

// The data and the chosen bar follow what is shown now: a proposal, an undo, other lanes.
void refresh(ScheduleState& state, models::Workbench& bench) {
  const ScheduleModel& model = bench.schedule(state.lanes);
  if (state.version == bench.version() && state.built == state.lanes) return;
  state.version = bench.version();
  state.built = state.lanes;
  state.data = timeline_data(model, bench.offer() != nullptr);
  if (state.roomy && !state.by_user && state.session.empty() && state.cohort.empty()) {
    // Something to read from the start: what has no place, else the first cohort.
    if (!model.unplaced.empty())
      state.session = model.unplaced.front();
    else if (!model.lanes.empty())
      state.cohort = model.lanes.front().code;
  }
  const std::uint64_t lane_before = state.timeline.lane;
  const models::SessionFacts* facts = state.session.empty() ? nullptr : bench.facts(state.session);
  if (facts && !facts->cohorts.empty()) state.cohort = facts->cohorts.front();
  state.timeline.bar = facts ? models::bar_of(model, state.session) : 0;
  state.timeline.lane = state.timeline.bar != 0 ? lane_of_bar(model, state.timeline.bar)
                                                : lane_key(model, chosen_lane(state));
  if (state.timeline.lane != lane_before) state.timeline.reveal = true;
  if (!state.placed_view) set_zoom(state, bench, Zoom::whole, true);
}

void controls(Rect line, models::Workbench& bench, ScheduleState& state) {
  static constexpr std::array<Segment, 3> kLanes{
      {{"Cohort", "1"}, {"Facilitator", "2"}, {"Room", "3"}}};
  static constexpr std::array<Segment, 4> kZooms{{{"Whole plan"}, {"Month"}, {"Week"}, {"Day"}}};
  // Where there is little room: without keys, and in one word.
  static constexpr std::array<Segment, 3> kShortLanes{{{"Cohort"}, {"Facilitator"}, {"Room"}}};
  static constexpr std::array<Segment, 4> kShortZooms{{{"All"}, {"Month"}, {"Week"}, {"Day"}}};
  const bool narrow = segmented_width(kLanes) + px(16) + segmented_width(kZooms) > line.width();
  const std::span<const Segment> lane_words = narrow ? kShortLanes : kLanes;
  const std::span<const Segment> zoom_words = narrow ? kShortZooms : kZooms;
  int lanes = static_cast<int>(state.lanes);
  if (segmented(line.cut_left(segmented_width(lane_words), px(16)), lane_words, lanes))
    set_lanes(state, static_cast<LanesBy>(lanes));
  int zoom = state.timeline.view == state.zoomed ? state.zoom : -1;
  if (segmented(line.cut_right(segmented_width(zoom_words), px(16)), zoom_words, zoom))
    set_zoom(state, bench, static_cast<Zoom>(zoom), false);
  // What the hues mean, where there is room for it. No letters: they would read as module codes.
  struct Hue {
    ui::Orientation orientation;
    std::string_view word;
  };
  static constexpr std::array<Hue, 3> kHues{{{ui::Orientation::both, "both"},
                                             {ui::Orientation::manager, "manage"},
                                             {ui::Orientation::leader, "lead"}}};
  float needed = 0;
  for (const Hue& h : kHues) needed += px(14 + 8 + 14) + text_width(Type::small, h.word);
  if (line.width() < needed) return;
  for (const Hue& h : kHues) {
    label(line.cut_right(text_width(Type::small, h.word) + 1, px(8)), Type::small,
          ink(Colour::muted), h.word);
    orientation_fill(h.orientation, snapped(line.cut_right(px(14), px(14)).middle_row(px(14))),
                     true, px(3));
  }
}

// The session chosen in the tray has no bar; its cohort's lane is shown.
void take_unplaced(models::Workbench& bench, ScheduleState& state) {
  const models::SessionFacts* facts = bench.facts(state.session);
  state.by_user = true;
  state.changes = false;
  state.cohort = facts && !facts->cohorts.empty() ? facts->cohorts.front() : "";
  state.timeline.bar = 0;
  state.timeline.lane = lane_key(bench.schedule(state.lanes), chosen_lane(state));
  state.timeline.reveal = true;
}

void take(const TimelineResult& result, models::Workbench& bench, ScheduleState& state) {
  const ScheduleModel& model = bench.schedule(state.lanes);
  if (result.bar_chosen != 0 || result.lane_chosen != 0) {
    state.by_user = true;
    state.changes = false;
  }
  if (const auto* bar = models::find_bar(model, result.bar_chosen)) {
    state.session = bar->session;
    if (const auto* facts = bench.facts(bar->session); facts && !facts->cohorts.empty())
      state.cohort = facts->cohorts.front();
  } else if (result.lane_chosen != 0) {
    state.session.clear();
    state.timeline.bar = 0;
    const std::string code = lane_code(model, result.lane_chosen);
    state.cohort = state.lanes == LanesBy::cohort ? code : "";
    state.lane = state.lanes == LanesBy::cohort ? "" : code;
  }
  if (result.opened && !state.session.empty()) set_zoom(state, bench, Zoom::weeks, false);
}

// Pinned, no plan moves it.
void pin_button(const Rect& r, models::Workbench& bench, const models::SessionFacts& facts,
                Wishes& wishes) {
  const Session* row = bench.book().program().sessions.find_key(facts.code);
  const bool can = row && !bench.offer();
  const std::string_view reason = !can           ? "A plan is on offer: accept or discard it first."
                                  : facts.pinned ? "Plans may move it again"
                                                 : "No plan moves it then";
  if (!button(r, facts.pinned ? "Unpin it" : "Pin it here",
              {.icon = Icon::pin, .enabled = can, .reason = reason}))
    return;
  Session changed = *row;
  changed.pinned = !row->pinned;
  wishes.edit = Edit{.commands = {Put{AnyRow{changed}}},
                     .label = (row->pinned ? "Unpin " : "Pin ") + facts.name()};
}

}  // namespace

void show(ScheduleState& state, models::Workbench& bench, const Destination& where) {
  const std::string& lane = where.room.empty() ? where.facilitator : where.room;
  if (where.session.empty() && where.cohort.empty() && lane.empty()) return;
  state.by_user = true;
  state.session = where.session;
  state.cohort = where.session.empty() ? where.cohort : "";
  if (!where.session.empty())
    if (const auto* facts = bench.facts(where.session); facts && !facts->cohorts.empty())
      state.cohort = facts->cohorts.front();
  set_lanes(state, lane.empty()         ? LanesBy::cohort
                   : where.room.empty() ? LanesBy::facilitator
                                        : LanesBy::room);
  state.lane = lane;
  state.timeline.reveal = true;
  state.version = 0;
}

bool schedule_action(ScheduleState& state, models::Workbench& bench, app::Action action,
                     Wishes& wishes) {
  using app::Action;
  switch (action) {
    case Action::lanes_cohort:
      set_lanes(state, LanesBy::cohort);
      return true;
    case Action::lanes_facilitator:
      set_lanes(state, LanesBy::facilitator);
      return true;
    case Action::lanes_room:
      set_lanes(state, LanesBy::room);
      return true;
    case Action::view_year:
      set_zoom(state, bench, Zoom::whole, false);
      return true;
    case Action::view_month:
      set_zoom(state, bench, Zoom::month, false);
      return true;
    case Action::view_week:
      set_zoom(state, bench, Zoom::weeks, false);
      return true;
    case Action::view_day:
      set_zoom(state, bench, Zoom::day, false);
      return true;
    case Action::accept_plan:
      wishes.accept = bench.offer() != nullptr;
      return true;
    case Action::discard_plan:
      wishes.discard = bench.offer() != nullptr;
      return true;
    case Action::plan_changes:
      state.changes = bench.offer() && !state.changes;
      return true;
    case Action::solve:
      wishes.solve = true;
      return true;
    default:
      return false;
  }
}

bool schedule_has_inspector(ScheduleState& state, bool roomy) {
  if (state.roomy != roomy && !state.by_user) {
    // What nobody chose is chosen only where it is told.
    state.session.clear();
    state.cohort.clear();
    state.version = 0;
  }
  state.roomy = roomy;
  return roomy || state.changes ||
         (state.by_user && !(state.session.empty() && state.cohort.empty() && state.lane.empty()));
}

void draw_schedule(const Rect& page, models::Workbench& bench, ScheduleState& state,
                   Wishes& wishes) {
  Rect body = page;
  body.cut_top(px(metric::kPageMargin));
  Rect head = body.cut_top(px(metric::kPageHead));
  Rect actions = page_head(head.inset(px(metric::kPageMargin), 0), "Schedule",
                           "When, where, who, and why then?");
  const ScheduleModel& model = bench.schedule(state.lanes);
  if (model.empty) {
    no_cohorts_yet(body, "This page says when everybody meets, and why then.",
                   bench.book().program(), wishes);
    return;
  }
  const bool solving = bench.job().running();
  if (button_right(
          actions, "Solve",
          {.kind = bench.offer() || state.decision.open() ? ButtonKind::quiet : ButtonKind::primary,
           .icon = Icon::play,
           .enabled = !solving,
           .reason = solving ? "A plan is being made." : "Looks for the best plan (S)"}))
    wishes.solve = true;
  refresh(state, bench);
  controls(body.cut_top(px(32), px(8)).inset(px(metric::kPageMargin), 0), bench, state);
  if (const float height = plan_strip_height(bench); height > 0)
    plan_strip(body.cut_top(height), bench, state.changes, wishes);
  state.changes = state.changes && bench.offer();
  if (schedule_tray(body.cut_bottom(px(48)), bench, bench.schedule(state.lanes), state.session))
    take_unplaced(bench, state);
  const float needed = timeline_height(state.data, state.timeline, body.width());
  const Rect below{body.x0, body.y0 + std::round(needed) + px(24), body.x1, body.y1};
  const bool room = below.height() > px(220);
  if (room) body.y1 = below.y0 - px(24);
  take(timeline("timeline", body, state.data, state.timeline), bench, state);
  if (room && coming_up(below, bench, state.coming, state.session)) {
    state.by_user = true;
    state.changes = false;
    state.version = 0;  // the bar and its lane follow
  }
}

void draw_schedule_inspector(const Rect& inspector, models::Workbench& bench, ScheduleState& state,
                             Wishes& wishes) {
  if (state.changes && bench.offer()) {
    Area area("plan changes", scrolling(inspector_frame(inspector, 0).body), kScrolling);
    const std::string chosen = plan_diff(area, bench);
    if (chosen.empty()) return;
    state.changes = false;
    show(state, bench, Destination{Page::schedule, chosen, ""});
    return;
  }
  const ScheduleModel& model = bench.schedule(state.lanes);
  const auto lane = std::ranges::find(model.lanes, state.lane, &models::ScheduleLane::code);
  const bool has_lane = !state.lane.empty() && lane != model.lanes.end();
  const bool any = !state.session.empty() || !state.cohort.empty() || has_lane;
  const models::SessionFacts* facts = state.session.empty() ? nullptr : bench.facts(state.session);
  const bool can_zoom = facts && facts->begin();
  const bool can_pin =
      facts && !facts->meetings.empty() && facts->status != SessionStatus::delivered;
  const float footer = static_cast<float>(can_zoom) + static_cast<float>(can_pin);
  InspectorFrame frame = inspector_frame(
      inspector, footer * metric::kControl + std::max(0.0F, footer - 1) * kFooterGap);
  if (!any) {
    empty_state(
        frame.body, Icon::info, "Choose a session",
        "A press on a bar tells when, where, who, and which rules keep it there. A press on "
        "a cohort tells how far it is.",
        "");
    return;
  }
  {
    Area area("schedule inspector", scrolling(frame.body), kScrolling);
    if (!state.session.empty())
      session_panel(area, bench, state.session, state.decision, wishes);
    else if (has_lane) {
      if (lane_panel(area, *lane, state.session)) {
        state.version = 0;  // its bar follows
        set_zoom(state, bench, Zoom::weeks, false);
      }
    } else
      cohort_panel(area, bench, state.cohort);
  }
  if (can_pin)
    pin_button(frame.footer.cut_top(px(metric::kControl), px(kFooterGap)), bench, *facts, wishes);
  if (!can_zoom) return;
  const Date day = date_of(*facts->begin());
  if (button(frame.footer, phrase("Zoom to the week of {}", words(week_start(day))),
             {.icon = Icon::zoom_in}))
    set_zoom(state, bench, Zoom::weeks, false);
}

}  // namespace tandem::views
