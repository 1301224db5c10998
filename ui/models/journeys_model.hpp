// Two journeys side by side as the page draws them: the cards of one above, of the other below,
// what both share between, each in a row and at a day that follow from prerequisites alone; and
// what a card dropped somewhere would do. Pure; knows days and rows, no pixel.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "planner/curriculum/programme_edit.hpp"
#include "ui/geometry/journey_layout.hpp"

namespace tandem::models {

enum class Lane : std::uint8_t { upper, core, lower };
inline constexpr int kLanes = 3;

struct CardLink {
  Id<Prerequisite> prerequisite;
  std::size_t card{};  // index of the card it follows
  std::string needs;   // its code
  SpacingDays window;
  std::string words;  // "14 to 42 days after L1, ideal 28"
  int min{};
  int from{};    // day that its days are counted from
  int wanted{};  // days that a drawing leaves when nothing is in the way
};

struct JourneyCard {
  Id<Module> module;
  std::string code;
  std::string title;
  std::string hours;
  std::string focus;
  Orientation orientation{};
  Lane lane{};
  int row{};   // of its lane
  int line{};  // of its row
  int day{};
  int span{};
  int room{};          // days until the next card of its line; 0: no other follows
  bool alternative{};  // of a set that takes only some
  std::string set;     // of the lane's programme; of the core the upper one's
  std::string rule;    // "all", "1 of 2"
  std::vector<CardLink> after;
};

struct JourneyRow {
  std::string label;   // a competency, or a set that leaves a choice
  std::string detail;  // "1 of 2", ""
  std::string set;     // where a module dropped here goes; "" is the usual one
  int lines = 1;
  bool choice{};
};

struct JourneyLane {
  Id<Programme> programme;  // none: of the core, or nothing chosen
  std::string code;
  std::string title;
  std::string summary;  // "78 h over 35 weeks, 12 of 18 modules its own"
  std::vector<JourneyRow> rows;
};

struct ProgrammeChoice {
  Id<Programme> id;
  std::string code;
  std::string title;
  ProgrammeJourney journey{};
};

struct JourneysModel {
  std::array<JourneyLane, kLanes> lanes;
  std::vector<JourneyCard> cards;  // each after those it follows
  int days{};                      // to the end of the last card

  const JourneyCard* find(Id<Module> module) const;
  const JourneyCard* find(std::string_view code) const;
  const JourneyLane& lane(Lane lane) const { return lanes[static_cast<std::size_t>(lane)]; }
};

// Days a card covers on the axis: 142 of 38 a week, and a gap.
inline constexpr int kCardDays = 28;
inline constexpr int kChoiceDays = 34;  // with room for "or"
inline constexpr int kCoreDays = 14;    // of the core, drawn narrow where it is crowded

std::vector<ProgrammeChoice> programme_choices(const Program& program);  // by code

// The leader's and the manager's programme with most modules; none where there is none of the kind.
std::array<Id<Programme>, 2> usual_journeys(const Program& program);

// Of these two programmes; either may be none, and both the same is as if the second were none.
JourneysModel journeys_model(const Program& program, Id<Programme> upper, Id<Programme> lower);

// Where a card is let go.
struct JourneyTarget {
  Lane lane{};
  int day{};        // of its left edge
  std::string set;  // of the row below the pointer; "" is the usual one
  Id<Module> onto;  // a card below the pointer; none: between cards
};
// One undo step, or the sentence why the place is refused. A card from the library is taken in; a
// card of the journey is moved before the one it is dropped onto, or its days are stretched, or in
// another lane it changes the journeys it belongs to.
Changed drop(const Program& program, const JourneysModel& model, Id<Module> module,
             bool from_library, const JourneyTarget& target);

// One place earlier or later in its set, in whichever of the two it is in. Errors: as move_by_one()
// where neither allows it.
Changed move_by_one_in_both(const Program& program, const JourneysModel& model, Id<Module> module,
                            int step);
// Out of whichever of the two it is in. Errors: refused when it is in neither.
Changed take_out_of_both(const Program& program, const JourneysModel& model, Id<Module> module);

// So many days later or earlier after what holds it now. Errors: as stretch(), or it follows
// nothing.
Changed shift(const Program& program, const JourneysModel& model, Id<Module> module, int by);
// The link that holds a card where it is: the one that asks for the latest day. Null: it follows
// nothing.
const CardLink* holding(const JourneyCard& card);

}  // namespace tandem::models
