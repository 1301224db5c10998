// A timeline of lanes: zooms about the pointer from years to quarters of an hour, pans, folds bars
// together when they get too narrow. Draws whatever it is given; knows lanes, bars and bands, not
// sessions or cohorts. What the user did comes back as a result; nothing is changed but the view
// state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ui/geometry/placing.hpp"
#include "ui/geometry/time_view.hpp"
#include "ui/widgets/bars.hpp"

namespace tandem::ui {

using geometry::Minute;
using geometry::Span;

struct TimelineBar {
  std::uint64_t key = 0;  // unique in the timeline, never 0
  Span span;
  std::string code = {};
  std::string second = {};  // place
  std::string third = {};   // people: "7 people", or its first word alone where that is short
  std::uint64_t chain = 0;  // bars of one chain are parts of one thing; 0: it stands alone
  Orientation orientation = Orientation::none;
  Phase phase = Phase::ahead;
  Status status = Status::none;
  bool pinned = false;
  bool quiet = false;  // steps back behind the others
  std::string tooltip = {};
};

// Something within one lane that is no bar: a day off (a pale band), protected time (hatched, with
// a word where it fits), a wanted place no rule allows, a thin line for a common window.
struct TimelineNote {
  enum class Kind : std::uint8_t { day_off, protected_time, refused, window, legal };
  Kind kind = Kind::protected_time;
  Span span;
  std::string text = {};
};

struct TimelineLane {
  std::uint64_t key = 0;  // unique among lanes, never 0
  Orientation orientation = Orientation::none;
  std::string title = {};
  std::string line = {};
  std::string right = {};              // a figure at the right of the header
  std::vector<TimelineBar> bars = {};  // by begin, those that stand before the old places
  std::vector<TimelineNote> notes = {};
  std::vector<Span> spans = {};           // filled by prepare(): of all bars
  std::size_t standing = 0;               // filled by prepare(): bars that are no old place
  std::vector<std::uint32_t> kinds = {};  // filled by prepare(): equal for bars that look alike
  Minute longest = 0;                     // filled by prepare()
};

// Days on which nothing may stand in any lane: hatched behind all of them.
struct TimelineBand {
  Span span;
  std::string text = {};
};

// Figures by time below the lanes.
struct TimelineStrip {
  struct Bin {
    Span span;
    double value = 0;
    bool ahead = false;
    std::string text = {};  // what the value is, for who rests on it
  };
  std::string title = {};
  std::string line = {};
  std::vector<Bin> bins = {};
  double most = 0;              // the value of the full height
  double limit = 0;             // a dashed line; 0: none
  std::string limit_text = {};  // "11 wanted at most"
};

struct TimelineData {
  geometry::Fold fold;
  geometry::TimeView limits;  // of the axis: nothing lies outside
  Minute today = 0;
  bool show_today = true;
  std::vector<TimelineLane> lanes = {};
  std::vector<TimelineBand> bands = {};
  std::optional<TimelineStrip> strip;
  float header_width = 232;   // design pixels
  std::string nothing = {};   // said where no bar is in view
  float lane_extra = 0;       // design pixels more for every lane, where there are few
  std::uint64_t edition = 0;  // filled by prepare(): another one for other bars

  // Sorts and indexes the bars of every lane. Call once after filling, not in every frame.
  void prepare();
};

struct TimelineState {
  geometry::TimeView view;   // where it is going
  geometry::TimeView shown;  // where it is now, on its way there
  float scroll = 0;          // pixels the lanes are moved up
  std::uint64_t lane = 0;    // selected; 0: none
  std::uint64_t bar = 0;
  bool take_focus = false;  // put the keyboard here in this frame
  bool reveal = false;      // scroll to the selected lane in this frame
  // Held between frames while a button is down.
  std::uint64_t pressed_bar = 0;
  bool dragging = false;
  bool panning = false;
  bool by_keyboard = false;  // the focus ring is to be seen
  Minute grab = 0;           // from the bar's begin to where it was taken

  // Sub-lanes of every lane as worked out last, and for what: they change when the view is sent
  // somewhere else, not in every frame.
  struct SubLanes {
    std::uint64_t edition = 0;
    geometry::TimeView view;
    double width = 0;
    float least = 0;  // of a bar, in pixels: follows the style and the scale
    std::vector<int> rows = {};
    std::vector<float> tops = {};  // of the lanes, as last laid out
  };
  mutable SubLanes sub_lanes = {};

  // Goes there at once, without a movement.
  void jump(geometry::TimeView to) { view = shown = to; }
};

// While a bar is dragged the page answers each frame whether it may be put there, and why not.
struct TimelineVerdict {
  bool legal = true;
  std::string text = {};
};

struct TimelineDrag {
  std::uint64_t bar = 0;
  Minute begin = 0;  // where its begin would be: whole days when days are narrow, else 15 minutes
  std::uint64_t lane = 0;  // under the pointer
};

struct TimelineResult {
  std::uint64_t bar_chosen = 0;
  std::uint64_t lane_chosen = 0;
  std::uint64_t bar_hovered = 0;
  bool opened = false;                  // Enter or a double click on the selected bar
  std::optional<TimelineDrag> dragged;  // in this frame, not yet released
  std::optional<TimelineDrag> dropped;  // released in this frame
};

// Requires: data.prepare() was called. `verdict` is the page's answer to the drag of the frame
// before.
TimelineResult timeline(const char* id, const Rect& r, const TimelineData& data,
                        TimelineState& state, const TimelineVerdict& verdict = {});

// The height all lanes, the axis and the strip need, in pixels.
float timeline_height(const TimelineData& data, const TimelineState& state, float width);

}  // namespace tandem::ui
