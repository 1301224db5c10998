#include "tests/support/generator/ledger.hpp"

#include <algorithm>
#include <cstdlib>

namespace tandem::test::generator {
namespace {

// Time to get from one meeting to the other; on one day no way means no.
bool can_travel(const World& world, const Booking& a, const Booking& b) {
  if (a.site == kNone || b.site == kNone || a.site == b.site || std::abs(a.date - b.date) > 1) {
    return true;
  }
  const Booking& first = a.begin < b.begin ? a : b;
  const Booking& second = a.begin < b.begin ? b : a;
  const int minutes = world.travel_minutes(first.site, second.site);
  if (minutes == kNone) return a.date != b.date;
  return second.begin - first.end >= minutes;
}

bool clear_of(const World& world, const std::vector<Booking>& booked, const Booking& booking) {
  return std::all_of(booked.begin(), booked.end(), [&](const Booking& other) {
    const bool apart = other.end <= booking.begin || booking.end <= other.begin;
    return apart && can_travel(world, other, booking);
  });
}

}  // namespace

Booking Ledger::booking_of(const Session& session, const Meeting& meeting) const {
  Booking booking;
  booking.session = session.id;
  booking.date = meeting.date;
  booking.begin = world_.horizon.utc(meeting.zone, meeting.date, meeting.start);
  booking.end = world_.horizon.utc(meeting.zone, meeting.date, meeting.end);
  booking.minutes = meeting.end - meeting.start;
  std::copy(session.cohorts.begin(), session.cohorts.end(), booking.cohorts.begin());
  if (meeting.room != kNone && !at(world_.rooms, meeting.room).is_virtual) {
    booking.site = at(world_.rooms, meeting.room).site;
  }
  return booking;
}

bool Ledger::load_holds(int index, const Person& person, Day date, int minutes, int session) const {
  const Cohort& cohort = at(world_.cohorts, index);
  if (cohort.max_minutes_week != kNone) {
    const int week = world_.horizon.week(date);
    for (int first = week - cohort.load_weeks + 1; first <= week; ++first) {
      int sum = minutes;
      for (const Booking& other : person.booked) {
        const int w = world_.horizon.week(other.date);
        if (w >= first && w < first + cohort.load_weeks) sum += other.minutes;
      }
      if (sum > cohort.max_minutes_week * cohort.load_weeks) return false;
    }
  }
  if (cohort.max_sessions_day == kNone) return true;
  std::vector<int> that_day;
  for (const Booking& other : person.booked) {
    if (other.date == date && (other.cohorts[0] == index || other.cohorts[1] == index) &&
        other.session != session && !contains(that_day, other.session)) {
      that_day.push_back(other.session);
    }
  }
  return count(that_day) < cohort.max_sessions_day;
}

bool Ledger::loads_hold(const Session& session, Day date, int minutes) const {
  for (int who : session.seats) {
    const Person& person = at(world_.people, who);
    for (int cohort : person.cohorts) {
      if (!load_holds(cohort, person, date, minutes, session.id)) return false;
    }
  }
  return true;
}

bool Ledger::learners_can_come(const Session& session, const Booking& booking) const {
  for (int who : session.seats) {
    const Person& person = at(world_.people, who);
    if (person.facilitator != kNone) {
      if (!clear_of(world_, at(world_.facilitators, person.facilitator).booked, booking))
        return false;
    }
    if (booking.site != kNone && !clear_of(world_, person.booked, booking)) return false;
  }
  return true;
}

int Ledger::free_room(const std::vector<int>& rooms, const Session& session,
                      const Booking& booking) const {
  const int from = slot_from(booking.begin), to = slot_to(booking.end);
  for (int r : rooms) {
    const Room& room = at(world_.rooms, r);
    if (room.capacity < count(session.seats)) continue;
    const int setup = slot_to(room.setup);
    if (room.free.all(from, to) && room.taken.none(from - setup, to + setup)) return r;
  }
  return kNone;
}

int Ledger::pool(int kind, int place) const {
  for (int a = 0; a < count(world_.assets); ++a) {
    const Asset& asset = at(world_.assets, a);
    if (asset.kind == kind && (asset.site == kNone || asset.site == place)) return a;
  }
  return kNone;
}

bool Ledger::assets_hold(const Module& module, const Booking& booking) const {
  for (const auto& [kind, wanted] : module.assets) {
    const int where = pool(kind, booking.site);
    if (where == kNone) return false;
    const Asset& asset = at(world_.assets, where);
    for (int slot = slot_from(booking.begin); slot < slot_to(booking.end); ++slot) {
      if (at(asset.used, slot) + wanted > asset.quantity) return false;
    }
  }
  return true;
}

bool Ledger::has_time(const Facilitator& facilitator, Day date, int minutes) const {
  const int week = world_.horizon.week(date);
  if (at(facilitator.minutes, week) + minutes > facilitator.max_minutes_week) return false;
  int days = 0;
  for (int d = week * 7; d < week * 7 + 7; ++d) {
    if (at(facilitator.meetings, d) > 0 || d == date - world_.horizon.first()) ++days;
  }
  return days <= facilitator.max_days_week;
}

bool Ledger::can_facilitate(const Facilitator& facilitator, const Booking& booking) const {
  if (!facilitator.free.all(slot_from(booking.begin), slot_to(booking.end))) return false;
  if (facilitator.person != kNone) {
    if (!clear_of(world_, at(world_.people, facilitator.person).booked, booking)) return false;
  }
  if (booking.site == kNone) return true;
  const int home = facilitator.sites.empty() ? booking.site : facilitator.sites.front();
  std::vector<Day> away;
  for (const Booking& other : facilitator.booked) {
    if (!can_travel(world_, other, booking)) return false;
    if (other.site != kNone && other.site != home && std::abs(other.date - booking.date) <= 7) {
      away.push_back(other.date);
    }
  }
  if (facilitator.max_travel_days == kNone || booking.site == home) return true;
  int run = 1;
  for (Day day = booking.date - 1; contains(away, day); --day) ++run;
  for (Day day = booking.date + 1; contains(away, day); ++day) ++run;
  return run <= facilitator.max_travel_days;
}

void Ledger::book(const Session& session, const Meeting& meeting, bool on) {
  const Booking booking = booking_of(session, meeting);
  const int from = slot_from(booking.begin), to = slot_to(booking.end);
  auto list = [&](std::vector<Booking>& booked) {
    if (on) {
      booked.push_back(booking);
    } else {
      booked.erase(std::find_if(booked.begin(), booked.end(),
                                [&](const Booking& each) { return each.begin == booking.begin; }));
    }
  };
  auto mark = [&](SlotSet& free) { on ? free.clear(from, to) : free.set(from, to); };
  for (int who : session.seats) {
    Person& person = at(world_.people, who);
    list(person.booked);
    mark(person.free);
  }
  for (const std::vector<int>* role : {&meeting.leads, &meeting.cofacilitators}) {
    for (int f : *role) {
      Facilitator& facilitator = at(world_.facilitators, f);
      list(facilitator.booked);
      mark(facilitator.free);
      const int sign = on ? 1 : -1;
      at(facilitator.minutes, world_.horizon.week(booking.date)) += sign * booking.minutes;
      at(facilitator.meetings, booking.date - world_.horizon.first()) += sign;
      facilitator.total += sign * booking.minutes;
    }
  }
  if (meeting.room != kNone) {
    SlotSet& taken = at(world_.rooms, meeting.room).taken;
    on ? taken.set(from, to) : taken.clear(from, to);
  }
  for (const auto& [kind, wanted] : at(world_.modules, session.module).assets) {
    Asset& asset = at(world_.assets, pool(kind, booking.site));
    for (int slot = from; slot < to; ++slot) {
      at(asset.used, slot) = static_cast<short>(at(asset.used, slot) + (on ? wanted : -wanted));
    }
  }
}

}  // namespace tandem::test::generator
