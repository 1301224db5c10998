// Facts made up around the finished witness so that it keeps every one of them: whoever plans the
// folder meets leave, part-time weeks, arrangements, seasons, limits and deadlines that the witness
// was lucky to fit. Tightness decides how many there are and how much they leave over.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

// A learner's meeting as the clocks at home show it.
struct Local {
  Day date;
  int start, end;
};

std::vector<Local> at_home(const World& world, const Person& person) {
  std::vector<Local> meetings;
  const int zone = world.zone_of(person.site);
  for (const Booking& booking : person.booked) {
    const int midnight = world.horizon.utc(zone, booking.date, 0);
    meetings.push_back({booking.date, booking.begin - midnight, booking.end - midnight});
  }
  std::sort(meetings.begin(), meetings.end(),
            [](const Local& a, const Local& b) { return a.date < b.date; });
  return meetings;
}

bool overlaps(const std::vector<Local>& meetings, int days, int start, int end) {
  return std::any_of(meetings.begin(), meetings.end(), [&](const Local& meeting) {
    return (days >> weekday(meeting.date) & 1) != 0 && meeting.start < end && start < meeting.end;
  });
}

// Days with a margin of one, so that no zone's midnight matters.
bool free_from_to(const Person& person, Day from, Day to) {
  return std::none_of(person.booked.begin(), person.booked.end(), [&](const Booking& booking) {
    return booking.date >= from - 1 && booking.date <= to + 1;
  });
}

bool nothing_due(const Person& person, Day from, Day to) {
  return std::none_of(person.due.begin(), person.due.end(),
                      [&](const auto& due) { return due.first <= to && from <= due.second; });
}

bool overlaps_absence(const Person& person, Day from, Day to) {
  return std::any_of(person.absences.begin(), person.absences.end(),
                     [&](const Span& span) { return span.from <= to + 1 && from <= span.to + 1; });
}

void add_working_time(World& world, Person& person, const std::vector<Local>& meetings) {
  Dice& dice = world.dice;
  int days = kWorkweek;
  for (const Local& meeting : meetings) days |= 1 << weekday(meeting.date);
  std::vector<int> off;
  for (int d = 0; d < 5; ++d) {
    if (!overlaps(meetings, 1 << d, 0, kAllDay)) off.push_back(d);
  }
  if (off.empty()) return;
  days &= ~(1 << dice.pick(off));
  if (dice.chance(30)) days &= ~(1 << dice.pick(off));
  person.days = days;
  if (!dice.chance(50)) return;
  person.start = 510;
  person.end = 1020;
  for (const Local& meeting : meetings) {
    person.start = std::min(person.start, meeting.start / 30 * 30);
    person.end = std::max(person.end, (meeting.end + 29) / 30 * 30);
  }
  if (person.start < 0 || person.end >= kAllDay) person.start = person.end = kNone;
}

void add_arrangements(World& world, int who, const std::vector<Local>& meetings) {
  Dice& dice = world.dice;
  Person& person = at(world.people, who);
  const int roll = dice.below(100);
  if (roll < 5) {
    static const std::vector<Local> kHours{
        {0, 480, 570}, {0, 930, 1080}, {0, 720, 780}, {0, 960, 1110}, {0, 480, 600}};
    for (int tries = 0; tries < 6; ++tries) {
      const int days = dice.chance(40) ? kWorkweek : 1 << dice.below(5) | 1 << dice.below(5);
      const Local& hours = dice.pick(kHours);
      if (overlaps(meetings, days, hours.start, hours.end)) continue;
      person.arrangements.push_back({"timetable", dice.chance(50) ? "School run" : "Prayer times",
                                     days, hours.start, hours.end});
      break;
    }
  } else if (roll < 8) {
    person.arrangements.push_back(
        {"language", "Handouts in plain language, please", 0, kNone, kNone});
  } else if (roll < 9) {
    person.arrangements.push_back({"other", "Seat near the door", 0, kNone, kNone});
  }
}

// step_free and captions, where every room the person's seats are in happens to have it.
void add_room_arrangements(World& world) {
  std::vector<int> lacks(world.people.size());  // bit 0: a room not step-free, bit 1: no captions
  for (const Session& session : world.sessions) {
    int missing = 0;
    for (const Meeting& meeting : session.meetings) {
      if (meeting.room == kNone) continue;
      const Room& room = at(world.rooms, meeting.room);
      if (!room.is_virtual && !contains(room.features, std::string("step_free"))) missing |= 1;
      if (!contains(room.features, std::string("captions"))) missing |= 2;
    }
    for (int who : session.seats) at(lacks, who) |= missing;
  }
  for (int p = 0; p < count(world.people); ++p) {
    Person& person = at(world.people, p);
    if (person.booked.empty()) continue;
    if ((at(lacks, p) & 1) == 0 && world.dice.chance(8)) {
      person.arrangements.push_back({"step_free", "Uses a wheelchair", 0, kNone, kNone});
    }
    if ((at(lacks, p) & 2) == 0 && world.dice.chance(12)) {
      person.arrangements.push_back({"captions", "", 0, kNone, kNone});
    }
  }
}

void add_leave(World& world, Person& person) {
  Dice& dice = world.dice;
  for (int tries = 0; tries < 3; ++tries) {
    const int length = dice.chance(40) ? dice.between(7, 16) : dice.between(1, 4);
    const Day from = world.horizon.first() + dice.below(world.horizon.days());
    const Day to = std::min(from + length - 1, world.horizon.last());
    if (!free_from_to(person, from, to) || overlaps_absence(person, from, to)) continue;
    const bool due_then = std::any_of(person.due.begin(), person.due.end(), [&](const auto& due) {
      return due.second >= from && due.second <= to;
    });
    if (due_then) continue;
    person.absences.push_back({from, to});
    if (dice.chance(60)) break;
  }
  std::sort(person.absences.begin(), person.absences.end(),
            [](const Span& a, const Span& b) { return a.from < b.from; });
}

// Whether half the limit in these weeks still holds the person's load, in every run of weeks.
bool load_holds_with(const World& world, const Person& person, Day from, Day to) {
  const Horizon& horizon = world.horizon;
  std::vector<int> minutes(static_cast<std::size_t>(horizon.weeks()));
  for (const Booking& booking : person.booked) {
    minutes[static_cast<std::size_t>(horizon.week(booking.date))] += booking.minutes;
  }
  for (int c : person.cohorts) {
    const Cohort& cohort = at(world.cohorts, c);
    if (cohort.max_minutes_week == kNone) continue;
    for (int first = 1 - cohort.load_weeks; first < horizon.weeks(); ++first) {
      int sum = 0, limit = 0;
      for (int week = first; week < first + cohort.load_weeks; ++week) {
        const Day monday = horizon.first() + week * 7;
        const bool light = from <= monday + 6 && monday <= to;
        limit += light ? cohort.max_minutes_week / 2 : cohort.max_minutes_week;
        if (week >= 0 && week < horizon.weeks()) sum += minutes[static_cast<std::size_t>(week)];
      }
      if (sum > limit) return false;
    }
  }
  return true;
}

void add_season(World& world, Person& person) {
  Dice& dice = world.dice;
  for (int tries = 0; tries < 8; ++tries) {
    const bool paused = dice.chance(50);
    const Day from = world.horizon.first() + dice.below(world.horizon.days());
    const Day to = std::min(from + (paused ? dice.between(7, 20) : dice.between(14, 50)),
                            world.horizon.last());
    if (paused ? free_from_to(person, from, to) && nothing_due(person, from, to)
               : load_holds_with(world, person, from, to)) {
      person.seasons.push_back({from, to, paused});
      return;
    }
  }
}

void add_employment(World& world, Person& person) {
  Dice& dice = world.dice;
  Day first = world.horizon.last(), last = world.horizon.first();
  for (const Booking& booking : person.booked) {
    first = std::min(first, booking.date);
    last = std::max(last, booking.date);
  }
  for (const auto& due : person.due) {
    first = std::min(first, due.first);
    last = std::max(last, due.second);
  }
  if (first > last) return;
  person.hired = day_of(2012, 1, 2) + dice.below(5000);
  const int roll = dice.below(100);
  if (roll < 4) person.hired = first - dice.between(1, 10);
  if (roll >= 4 && roll < 7) person.left = last + dice.between(2, 20);
}

void add_personal_facts(World& world) {
  Dice& dice = world.dice;
  const int share = 40 + world.size.tightness / 2;  // percent of the usual number of facts
  for (int p = 0; p < count(world.people); ++p) {
    Person& person = at(world.people, p);
    if (person.facilitator != kNone) continue;
    const std::vector<Local> meetings = at_home(world, person);
    if (dice.chance(10 * share / 100)) add_working_time(world, person, meetings);
    add_arrangements(world, p, meetings);
    if (dice.chance(45 * share / 100)) add_leave(world, person);
    if (dice.chance(9 * share / 100)) add_season(world, person);
    add_employment(world, person);
    if (dice.chance(4)) {
      const int day = dice.below(5);
      const int start = 480 + dice.below(8) * 60;
      if (!overlaps(meetings, 1 << day, start, start + 90)) {
        world.protected_times.push_back(
            {"person", person.number, day, start, start + 90, kNone, kNone});
      }
    }
  }
}

void add_cohort_time(World& world, const Cohort& cohort) {
  Dice& dice = world.dice;
  static const std::vector<Local> kHours{
      {0, 780, 1020}, {0, 540, 660}, {0, 960, 1080}, {0, 480, 540}, {0, 540, 720}};
  for (int tries = 0; tries < 6; ++tries) {
    const int day = dice.below(5);
    const Local& hours = dice.pick(kHours);
    bool clear = true;
    for (int who : cohort.enrolled) {
      const Person& person = at(world.people, who);
      for (const Booking& booking : person.booked) {
        const int midnight = world.horizon.utc(cohort.zone, booking.date, 0);
        if (weekday(booking.date) == day && booking.begin - midnight < hours.end &&
            hours.start < booking.end - midnight) {
          clear = false;
        }
      }
      clear = clear && !overlaps(at_home(world, person), 1 << day, hours.start, hours.end);
    }
    if (!clear) continue;
    const bool always = dice.chance(60);
    world.protected_times.push_back({"cohort", cohort.code, day, hours.start, hours.end,
                                     always ? kNone : cohort.start_from,
                                     always ? kNone : world.horizon.last()});
    return;
  }
}

void add_cohort_facts(World& world) {
  Dice& dice = world.dice;
  const int slack = (100 - world.size.tightness) * world.horizon.days() / 1820;  // 9 days of 182
  std::vector<long> cost(world.cohorts.size());
  std::vector<Day> finish(world.cohorts.size());
  std::set<std::pair<int, std::pair<Day, int>>> paid;  // cohort, day, who or (below 0) which room
  std::map<std::pair<int, int>, std::pair<Day, Day>> dates;  // cohort, module: first and last
  for (const Session& session : world.sessions) {
    const int c = session.cohorts.front();
    for (const Meeting& meeting : session.meetings) {
      for (const std::vector<int>* role : {&meeting.leads, &meeting.cofacilitators}) {
        for (int f : *role) {
          if (paid.insert({c, {meeting.date, f}}).second) {
            at(cost, c) += at(world.facilitators, f).day_rate;
          }
        }
      }
      if (meeting.room != kNone && paid.insert({c, {meeting.date, -1 - meeting.room}}).second) {
        at(cost, c) += at(world.rooms, meeting.room).day_cost;
      }
    }
    for (int cohort : session.cohorts) {
      at(finish, cohort) = std::max(at(finish, cohort), session.last_date());
      const Day from = session.meetings.empty() ? session.due_from : session.first_date();
      const auto [found, fresh] =
          dates.insert({{cohort, session.module}, {from, session.last_date()}});
      if (fresh) continue;
      found->second.first = std::min(found->second.first, from);
      found->second.second = std::max(found->second.second, session.last_date());
    }
  }
  for (int c = 0; c < count(world.cohorts); ++c) {
    Cohort& cohort = at(world.cohorts, c);
    if (dice.chance(30)) add_cohort_time(world, cohort);
    if (dice.chance(70)) {
      cohort.deadline =
          std::min(at(finish, c) + dice.between(slack / 2, 3 * slack), world.horizon.last());
      cohort.deadline_rule = dice.chance(25) ? "hard" : dice.chance(50) ? "soft" : "";
    }
    if (dice.chance(50)) {
      cohort.budget = at(cost, c) * (110 + slack * 4) / 100 + 50000;
      cohort.hard_budget = dice.chance(20);
    }
    for (Use& use : cohort.uses) {
      if (!use.in_use || !dice.chance(6)) continue;
      const auto [first, last] = dates.at({c, use.module});
      const bool early = dice.chance(60);
      if (early) {
        use.not_before = std::max(cohort.start_from, first - dice.between(0, 2 * slack));
      }
      if (!early || dice.chance(30)) {
        use.not_after = std::min(world.horizon.last(), last + dice.between(slack, 4 * slack));
      }
    }
  }
}

// The most people of each unit, and of those below it, who are away at a moment when one of them is
// in a meeting.
void add_cover(World& world) {
  Dice& dice = world.dice;
  const Horizon& horizon = world.horizon;
  const std::size_t slots = static_cast<std::size_t>(horizon.slots());
  std::vector<std::vector<int>> below(world.units.size());  // people of a leaf unit
  for (int p = 0; p < count(world.people); ++p) {
    at(below, at(world.people, p).unit).push_back(p);
  }
  std::vector<std::uint16_t> meeting(slots), away(slots);
  for (int u = 0; u < count(world.units); ++u) {
    Unit& unit = at(world.units, u);
    if (unit.head == kNone || !dice.chance(70)) continue;
    std::fill(meeting.begin(), meeting.end(), std::uint16_t{0});
    std::fill(away.begin(), away.end(), std::uint16_t{0});
    auto mark = [&](std::vector<std::uint16_t>& where, int from, int to) {
      for (int slot = std::max(0, from); slot < std::min(to, horizon.slots()); ++slot) {
        ++at(where, slot);
      }
    };
    for (int p : at(below, u)) {
      const Person& person = at(world.people, p);
      for (const Booking& booking : person.booked) {
        mark(meeting, slot_from(booking.begin), slot_to(booking.end));
      }
      if (person.facilitator != kNone) {
        for (const Booking& booking : at(world.facilitators, person.facilitator).booked) {
          mark(meeting, slot_from(booking.begin), slot_to(booking.end));
        }
      }
      for (const Span& span : person.absences) {  // a day wider than the zones can be apart
        mark(away, slot_from((span.from - horizon.first()) * kAllDay),
             slot_to((span.to - horizon.first() + 3) * kAllDay));
      }
    }
    int most = 0;
    for (std::size_t slot = 0; slot < slots; ++slot) {
      if (meeting[slot] > 0) most = std::max(most, meeting[slot] + away[slot]);
    }
    int employed = 0;  // all through: never fewer on any day
    for (int p : at(below, u)) {
      const Person& person = at(world.people, p);
      if (person.hired <= horizon.first() && person.left == kNone) ++employed;
    }
    const int spare =
        world.size.tightness >= 90 ? 0 : dice.below(world.size.tightness >= 40 ? 3 : 4);
    const int limit = std::max(1, most) + spare;
    if (employed > 0 && limit * 100 / employed < 95 && dice.chance(30)) {
      unit.max_away_percent = (limit * 100 + employed - 1) / employed;
    } else {
      unit.max_away = limit;
    }
  }
}

}  // namespace

void harden(World& world) {
  add_room_arrangements(world);
  add_personal_facts(world);
  add_cohort_facts(world);
  add_cover(world);
}

}  // namespace tandem::test::generator
