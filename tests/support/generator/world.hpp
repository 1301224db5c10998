#pragma once

// What the generator has in mind: an organisation as structs that point at each other by index,
// with the bookings of the witness on them. Made in this order: resources, catalogue, people and
// cohorts (world), a plan (witness), facts around the plan (hardening), text (tables). Everything
// is an integer; dates are days since 1970, times are local minutes, -1 is an empty cell.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "tests/support/generator.hpp"
#include "tests/support/generator/random.hpp"
#include "tests/support/generator/slots.hpp"

namespace tandem::test::generator {

inline constexpr int kNone = -1;
inline constexpr int kWorkweek = 0b0011111;

template <class T>
T& at(std::vector<T>& values, int index) {
  return values[static_cast<std::size_t>(index)];
}
template <class T>
const T& at(const std::vector<T>& values, int index) {
  return values[static_cast<std::size_t>(index)];
}
template <class T>
int count(const std::vector<T>& values) {
  return static_cast<int>(values.size());
}
template <class T>
bool contains(const std::vector<T>& values, const T& value) {
  for (const T& each : values) {
    if (each == value) return true;
  }
  return false;
}

enum class Mode { in_person, virtual_live, self_paced, coaching, practice, project };

inline bool has_meetings(Mode mode) {
  return mode == Mode::in_person || mode == Mode::virtual_live || mode == Mode::coaching;
}

struct Site {
  std::string code, name, language;
  int zone = 0;
  int open = 0, close = 0;
  bool is_virtual = false;
  bool lab = false;
  std::vector<std::pair<Day, std::string>> holidays;
};

struct Unit {
  std::string code, name;
  int parent = kNone;
  int head = kNone;  // of a leaf
  int max_away = kNone, max_away_percent = kNone;
};

struct Span {  // dates inclusive; the hours on each of them
  Day from = 0, to = 0;
  int start = 0, end = kAllDay;
};

struct Blackout {
  std::string scope, code;
  Span span;
  std::string name;
};

struct Protected {
  std::string scope, code;
  int weekday = 0, start = 0, end = 0;
  Day from = kNone, to = kNone;
};

struct Arrangement {
  std::string kind, text;
  int days = 0, start = kNone, end = kNone;
};

struct Season {
  Day from = 0, to = 0;
  bool paused = false;
};

struct Booking {    // of a person, a facilitator: what a new meeting must keep clear of
  int session = 0;  // its id
  std::array<int, 2> cohorts{kNone, kNone};
  Day date = 0;
  int begin = 0, end = 0;  // UTC minutes
  int site = kNone;        // none: virtual, or no room
  int minutes = 0;
};

struct Person {
  std::string number, name, sort_as, email, band;
  int unit = 0, site = 0, manager = kNone;
  Day hired = kNone, left = kNone;
  int days = 0, start = kNone, end = kNone;  // own working time, empty for most
  std::vector<int> cohorts;
  std::vector<Arrangement> arrangements;
  std::vector<Span> absences;
  std::vector<Season> seasons;
  std::vector<Booking> booked;
  std::vector<std::pair<Day, Day>> due;  // items without meetings: from, to
  int facilitator = kNone;
  SlotSet free;
};

struct Form {  // what a module is in one delivery form
  Mode mode = Mode::in_person;
  std::vector<int> minutes;  // of each meeting
  int capacity = 0;
  std::vector<std::string> features;
};

struct Need {
  int module = 0;
  int min = kNone, ideal = kNone, max = kNone;  // days
};

struct Variant {
  std::string name;
  Form form;
  bool own_capacity = false;
};

struct Module {
  std::string code, title;
  Form form;
  int gap_min = kNone, gap_max = kNone;
  int min_seats = 0;
  int leads = 1, cofacilitators = 0;
  std::vector<std::pair<int, int>> assets;  // kind of asset, how many
  std::vector<Need> needs;
  std::vector<Variant> variants;
  int due_days = 0;  // of items without meetings
  bool live() const { return has_meetings(form.mode); }
};

struct Programme {
  std::string code, title, journey;
  std::vector<int> core;    // the `all` set, in order
  std::vector<int> choice;  // the `m of` set, in order
  int choose = 0;
};

struct Use {  // a module in a cohort
  int module = 0;
  bool in_use = true;
  bool chosen = false;  // says yes in cohort_modules although nothing else does
  bool named_no = false;
  int variant = kNone, site = kNone;
  Day not_before = kNone, not_after = kNone;
};

struct Member {
  int person = 0;
  std::string status;
  Day since = 0;
  std::string nominated_by;
};

struct Cohort {
  std::string code, name, language;
  int programme = 0, site = 0, sponsor = kNone;
  int zone = 0;
  Day start_from = 0, deadline = kNone;
  std::string deadline_rule;
  int capacity = 0;
  int max_minutes_week = kNone, load_weeks = 1, max_sessions_day = kNone;
  int days = 0;  // the weekdays its witness keeps to
  bool days_named = false;
  int open = 0, close = 0;
  bool hours_named = false;
  long budget = kNone;
  bool hard_budget = false;
  std::vector<Use> uses;
  std::vector<Member> members;
  std::vector<int> enrolled;  // people, in the order groups are dealt from
  std::vector<Span> breaks;   // its own blackouts
  SlotSet open_slots;
};

enum class Skill { none, lead, co, shadow };

struct Facilitator {
  std::string code, name;
  int person = kNone;
  std::vector<int> sites;  // first: home; empty: everywhere
  std::vector<std::string> languages;
  int days = 0, open = kNone, close = kNone;  // as written; empty means the site's
  int max_days_week = kNone, max_minutes_week = kNone, max_travel_days = kNone;
  long day_rate = 0;
  Day until = kNone;
  std::vector<Span> absences;
  std::vector<Skill> skills;  // by module
  bool half_days = false;
  long capacity = 0, planned = 0;  // minutes over the whole horizon: offered, dealt before placing
  std::vector<Booking> booked;
  std::vector<int> minutes;   // by week
  int total = 0;              // of all weeks
  std::vector<int> meetings;  // by day
  SlotSet free;
};

struct Room {
  std::string code, name;
  int site = 0;
  int capacity = 0;
  std::vector<std::string> features;
  bool is_virtual = false;
  long day_cost = 0;
  int setup = 0;
  std::vector<Span> absences;
  SlotSet free, taken;
};

struct Asset {
  std::string code, name;
  int kind = 0;
  int site = kNone;  // none: serves all
  int quantity = 0;
  std::vector<short> used;  // by slot
};

struct Travel {
  int from = 0, to = 0, minutes = 0;
};

struct Meeting {
  Day date = 0;
  int start = 0, end = 0;  // local minutes
  int zone = 0;
  int room = kNone;
  std::vector<int> leads, cofacilitators;
};

struct Session {
  std::string code;
  int id = 0;
  std::vector<int> cohorts;  // two: a joint session
  int module = 0, variant = kNone, group = 0;
  std::vector<int> seats;  // people
  std::vector<Meeting> meetings;
  Day due_from = kNone, due_to = kNone;
  std::string status = "planned";
  bool pinned = false;
  bool stands = false;  // is in the folder with its dates
  bool named = false;   // is in the folder with its seats
  // Returns: the date that counts for order, of the first or last meeting.
  Day first_date() const { return meetings.empty() ? due_to : meetings.front().date; }
  Day last_date() const { return meetings.empty() ? due_to : meetings.back().date; }
};

struct World {
  World(const GeneratorSize& asked, Day first)
      : size(asked), dice(asked.seed * 1000003 + 17), horizon(first, asked.weeks) {}

  GeneratorSize size;  // nothing left at 0
  Dice dice;
  Horizon horizon;
  std::vector<Site> sites;  // the last one is the virtual site
  std::vector<Travel> travel;
  std::vector<Blackout> blackouts;
  std::vector<Protected> protected_times;
  std::vector<Unit> units;
  std::vector<Person> people;
  std::vector<Module> modules;
  std::vector<std::string> asset_kinds;
  std::vector<Programme> programmes;
  std::vector<Cohort> cohorts;
  std::vector<Facilitator> facilitators;
  std::vector<Room> rooms;
  std::vector<Asset> assets;
  std::vector<Session> sessions;
  int dropped = 0;
  Day as_of = 0;

  int zone_of(int site) const { return at(sites, site).zone; }

  // The form in which a cohort has a module: its variant's or the module's.
  const Form& form(const Use& use) const {
    const Module& module = at(modules, use.module);
    return use.variant == kNone ? module.form : at(module.variants, use.variant).form;
  }
  // Minutes from one site to another on one day, or kNone.
  int travel_minutes(int from, int to) const;
  // Takes dates away in one zone, or in every zone: then a meeting is safe whichever one reads it
  // in.
  void block(SlotSet& slots, const Span& span, int only_zone = kNone) const;
  // Adds the working window of every day of `days` in the zone.
  void open(SlotSet& slots, int zone, int days, int start, int end) const;
  // The capacity of the largest room that could hold the form at a site; 0: none.
  int largest_room(const Form& form, int site) const;
  // Where a cohort meets for a module; kNone: nowhere in particular.
  int place_of(const Cohort& cohort, const Use& use) const;
  // The cohort does without the module, and says so.
  void drop(Cohort& cohort, Use& use);
  bool suits(const Room& room, const Form& form, int site) const;
};

void make_sites_and_rooms(World& world);
void make_catalogue(World& world);
void make_people_and_cohorts(World& world);
void make_facilitators(World& world);
// One more facilitator who can lead a module for a cohort, the one with the most time left.
// Returns: whether there was any.
bool teach_another(World& world, const Cohort& cohort, const Use& use);
void place_witness(World& world);
void harden(World& world);
void settle(World& world);
GeneratorFigures figures(const World& world);
Folder planning_tables(const World& world);  // all but the plan
// Sessions, meetings and seats: of the whole plan, or as far as the folder has it (none: no
// tables).
Folder plan_tables(const World& world, bool whole);

}  // namespace tandem::test::generator
