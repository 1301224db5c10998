// The witness: a full plan, made one session after another, each at the feasible start nearest to
// where its prerequisites would like it. A cohort that does not come out is taken back and tried
// again with other dates and one more person who knows the module that failed; a module that never
// finds its place is dropped from the cohort.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

constexpr int kAttempts = 8;

class Placer {
 public:
  explicit Placer(World& world) : world_(world), dice_(world.dice.next()) {}

  void place_cohort(int index);

 private:
  struct Window {
    Day from, to, target;
  };

  bool try_cohort(int index, int attempt, int* failed);
  std::vector<Session> groups(int cohort, const Use& use) const;
  Window window(const Session& session, const Use& use, int attempt);
  bool place(Session& session, const Use& use, Window window);
  bool place_item(Session& session, const Use& use, const Window& window);
  bool place_meeting(Session& session, const Use& use, std::size_t number, const Window& window);
  bool try_start(Session& session, const Use& use, std::size_t number, Day date, int start);
  bool learners_can_travel(const Session& session, const Booking& booking) const;
  void gather(const Session& session, const Use& use);
  bool anyone_ready(const Use& use, Day date, int minutes, int dawn);
  bool load_holds(int cohort, int person, const Booking& booking) const;
  bool all_loads_hold(const Session& session, Day date, int minutes) const;
  int find_room(const Session& session, const Booking& booking) const;
  int find_pool(int kind, int place) const;
  bool assets_hold(const Module& module, int place, const Booking& booking) const;
  bool find_facilitators(const Session& session, const Use& use, const Booking& booking,
                         Meeting& meeting) const;
  bool facilitator_can(const Facilitator& facilitator, const Booking& booking) const;
  void book(const Session& session, const Meeting& meeting, const Booking& booking, bool on);
  void take_back(Session& session);
  Booking booking_of(const Session& session, const Meeting& meeting) const;
  const Session* seat_of(int person, int cohort, int module) const;

  World& world_;
  Dice dice_;
  std::vector<Session> made_;  // of the cohort at hand
  SlotSet common_;             // where all of the group at hand are free
  std::vector<int> rooms_;     // that suit it, smallest first
  std::vector<int> trainers_;  // who know the module, speak the language and come to the place
  std::vector<int> ready_;     // of these, who work on the date at hand and have the minutes
};

// Groups are dealt like cards, from people in the order of their units.
std::vector<Session> Placer::groups(int index, const Use& use) const {
  const Cohort& cohort = at(world_.cohorts, index);
  const Module& module = at(world_.modules, use.module);
  const Form& form = world_.form(use);
  const int people = count(cohort.enrolled);
  int number = 1;
  if (form.mode == Mode::coaching) {
    number = people;
  } else if (module.live()) {
    const int place = world_.place_of(cohort, use);
    const int seats =
        std::min(form.capacity, world_.largest_room(form, place == kNone ? cohort.site : place));
    number = (people + seats - 1) / seats;
  } else {
    number = (people + form.capacity - 1) / form.capacity;
  }
  std::vector<Session> sessions(static_cast<std::size_t>(number));
  for (int g = 0; g < number; ++g) {
    Session& session = at(sessions, g);
    session.cohorts = {index};
    session.module = use.module;
    session.variant = use.variant;
    session.group = g;
    session.code = fmt::format("{}/{}", cohort.code, module.code);
    if (form.mode == Mode::coaching) {
      session.code += "/" + at(world_.people, at(cohort.enrolled, g)).number;
    } else if (g > 0) {
      session.code += fmt::format("/{}", g + 1);
    }
  }
  for (int i = 0; i < people; ++i) at(sessions, i % number).seats.push_back(at(cohort.enrolled, i));
  return sessions;
}

const Session* Placer::seat_of(int person, int cohort, int module) const {
  for (const Session& session : made_) {
    if (session.module == module && session.cohorts.front() == cohort &&
        contains(session.seats, person)) {
      return &session;
    }
  }
  return nullptr;
}

Placer::Window Placer::window(const Session& session, const Use& use, int attempt) {
  const int index = session.cohorts.front();
  const Cohort& cohort = at(world_.cohorts, index);
  const Module& module = at(world_.modules, use.module);
  Window found{cohort.start_from, world_.horizon.last(), cohort.start_from};
  bool free_standing = true;
  for (const Need& need : module.needs) {
    for (int person : session.seats) {
      const Session* before = seat_of(person, index, need.module);
      if (before == nullptr) continue;
      const Day date = before->last_date();
      found.from = std::max(found.from, date + std::max(1, need.min));
      if (need.max != kNone) found.to = std::min(found.to, date + need.max);
      if (need.ideal != kNone) {
        found.target = std::max(found.target, date + need.ideal);
        free_standing = false;
      }
    }
  }
  const Day room = world_.horizon.last() - found.from;
  if (free_standing) {
    found.target = found.from;
    if (&use != &cohort.uses.front()) found.target += dice_.between(0, room * 2 / 3);
  } else if (attempt > 0) {
    found.target += dice_.between(-attempt, attempt * 2);
  }
  return found;
}

Booking Placer::booking_of(const Session& session, const Meeting& meeting) const {
  Booking booking;
  booking.session = count(made_);
  booking.date = meeting.date;
  booking.begin = world_.horizon.utc(meeting.zone, meeting.date, meeting.start);
  booking.end = world_.horizon.utc(meeting.zone, meeting.date, meeting.end);
  booking.minutes = meeting.end - meeting.start;
  booking.cohort = session.cohorts.front();
  if (meeting.room != kNone && !at(world_.rooms, meeting.room).is_virtual) {
    booking.site = at(world_.rooms, meeting.room).site;
  }
  return booking;
}

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

bool Placer::load_holds(int index, int who, const Booking& booking) const {
  const Person& person = at(world_.people, who);
  for (int c : person.cohorts) {
    const Cohort& cohort = at(world_.cohorts, c);
    if (cohort.max_minutes_week != kNone) {
      const int week = world_.horizon.week(booking.date);
      for (int first = week - cohort.load_weeks + 1; first <= week; ++first) {
        int minutes = booking.minutes;
        for (const Booking& other : person.booked) {
          const int w = world_.horizon.week(other.date);
          if (w >= first && w < first + cohort.load_weeks) minutes += other.minutes;
        }
        if (minutes > cohort.max_minutes_week * cohort.load_weeks) return false;
      }
    }
    if (cohort.max_sessions_day == kNone || c != index) continue;
    std::vector<int> that_day;
    for (const Booking& other : person.booked) {
      if (other.date == booking.date && other.cohort == c && other.session != booking.session &&
          !contains(that_day, other.session)) {
        that_day.push_back(other.session);
      }
    }
    if (count(that_day) >= cohort.max_sessions_day) return false;
  }
  return true;
}

bool Placer::all_loads_hold(const Session& session, Day date, int minutes) const {
  Booking booking;
  booking.session = count(made_);
  booking.date = date;
  booking.minutes = minutes;
  for (int cohort : session.cohorts) {
    for (int who : session.seats) {
      if (!load_holds(cohort, who, booking)) return false;
    }
  }
  return true;
}

bool Placer::learners_can_travel(const Session& session, const Booking& booking) const {
  if (booking.site == kNone) return true;
  for (int who : session.seats) {
    for (const Booking& other : at(world_.people, who).booked) {
      if (!can_travel(world_, other, booking)) return false;
    }
  }
  return true;
}

int Placer::find_room(const Session& session, const Booking& booking) const {
  const int from = slot_from(booking.begin), to = slot_to(booking.end);
  for (int r : rooms_) {  // smallest first
    const Room& room = at(world_.rooms, r);
    if (room.capacity < count(session.seats)) continue;
    const int setup = slot_to(room.setup);
    if (room.free.all(from, to) && room.taken.none(from - setup, to + setup)) return r;
  }
  return kNone;
}

int Placer::find_pool(int kind, int place) const {
  for (int a = 0; a < count(world_.assets); ++a) {
    const Asset& asset = at(world_.assets, a);
    if (asset.kind == kind && (asset.site == kNone || asset.site == place)) return a;
  }
  return kNone;
}

bool Placer::assets_hold(const Module& module, int place, const Booking& booking) const {
  for (const auto& [kind, wanted] : module.assets) {
    const int pool = find_pool(kind, place);
    if (pool == kNone) return false;
    const Asset& asset = at(world_.assets, pool);
    for (int slot = slot_from(booking.begin); slot < slot_to(booking.end); ++slot) {
      if (at(asset.used, slot) + wanted > asset.quantity) return false;
    }
  }
  return true;
}

bool Placer::facilitator_can(const Facilitator& facilitator, const Booking& booking) const {
  if (!facilitator.free.all(slot_from(booking.begin), slot_to(booking.end))) return false;
  const int week = world_.horizon.week(booking.date);
  if (at(facilitator.minutes, week) + booking.minutes > facilitator.max_minutes_week) return false;
  std::vector<Day> dates{booking.date};
  std::vector<Day> away;
  const int home = facilitator.sites.empty() ? booking.site : facilitator.sites.front();
  if (booking.site != kNone && booking.site != home) away.push_back(booking.date);
  for (const Booking& other : facilitator.booked) {
    if (!can_travel(world_, other, booking)) return false;
    if (world_.horizon.week(other.date) == week && !contains(dates, other.date)) {
      dates.push_back(other.date);
    }
    if (!away.empty() && other.site != kNone && other.site != home &&
        std::abs(other.date - booking.date) <= 7 && !contains(away, other.date)) {
      away.push_back(other.date);
    }
  }
  if (count(dates) > facilitator.max_days_week) return false;
  if (facilitator.max_travel_days != kNone && !away.empty()) {
    int run = 1;
    for (Day day = booking.date - 1; contains(away, day); --day) ++run;
    for (Day day = booking.date + 1; contains(away, day); ++day) ++run;
    if (run > facilitator.max_travel_days) return false;
  }
  return true;
}

bool Placer::anyone_ready(const Use& use, Day date, int minutes, int dawn) {
  const int week = world_.horizon.week(date);
  const Module& module = at(world_.modules, use.module);
  int leads = 0;
  ready_.clear();
  for (int f : trainers_) {
    const Facilitator& one = at(world_.facilitators, f);
    if (at(one.minutes, week) + minutes > one.max_minutes_week) continue;
    if (one.free.none(dawn, dawn + 32)) continue;
    ready_.push_back(f);
    if (at(one.skills, use.module) == Skill::lead) ++leads;
  }
  return leads >= module.leads && count(ready_) >= module.leads + module.cofacilitators;
}

bool Placer::find_facilitators(const Session& session, const Use& use, const Booking& booking,
                               Meeting& meeting) const {
  const Module& module = at(world_.modules, use.module);
  struct Candidate {
    int price, index;
    bool leads;
  };
  std::vector<Candidate> able;
  for (int f : ready_) {
    const Facilitator& facilitator = at(world_.facilitators, f);
    if (!facilitator_can(facilitator, booking)) continue;
    int total = 0;
    for (int minutes : facilitator.minutes) total += minutes;
    int price = total * 100 / facilitator.max_minutes_week;
    if (!session.meetings.empty()) {  // the same people all through
      const Meeting& before = session.meetings.front();
      if (contains(before.leads, f) || contains(before.cofacilitators, f)) price = -1;
    }
    able.push_back({price, f, at(facilitator.skills, use.module) == Skill::lead});
  }
  std::sort(able.begin(), able.end(), [](const Candidate& a, const Candidate& b) {
    return a.price != b.price ? a.price < b.price : a.index < b.index;
  });
  for (const Candidate& one : able) {
    if (one.leads && count(meeting.leads) < module.leads) meeting.leads.push_back(one.index);
  }
  // Those who can only assist come first: leads are scarcer.
  for (const bool leads : {false, true}) {
    for (const Candidate& one : able) {
      if (one.leads == leads && count(meeting.cofacilitators) < module.cofacilitators &&
          !contains(meeting.leads, one.index)) {
        meeting.cofacilitators.push_back(one.index);
      }
    }
  }
  return count(meeting.leads) == module.leads &&
         count(meeting.cofacilitators) == module.cofacilitators;
}

void Placer::book(const Session& session, const Meeting& meeting, const Booking& booking, bool on) {
  const int from = slot_from(booking.begin), to = slot_to(booking.end);
  auto enter = [&](std::vector<Booking>& list) {
    if (on) {
      list.push_back(booking);
      return;
    }
    list.erase(std::find_if(list.begin(), list.end(),
                            [&](const Booking& each) { return each.begin == booking.begin; }));
  };
  auto mark = [&](SlotSet& free) { on ? free.clear(from, to) : free.set(from, to); };
  for (int who : session.seats) {
    Person& person = at(world_.people, who);
    enter(person.booked);
    mark(person.free);
  }
  for (const std::vector<int>* role : {&meeting.leads, &meeting.cofacilitators}) {
    for (int f : *role) {
      Facilitator& facilitator = at(world_.facilitators, f);
      enter(facilitator.booked);
      mark(facilitator.free);
      at(facilitator.minutes, world_.horizon.week(booking.date)) +=
          on ? booking.minutes : -booking.minutes;
    }
  }
  if (meeting.room != kNone) {
    SlotSet& taken = at(world_.rooms, meeting.room).taken;
    on ? taken.set(from, to) : taken.clear(from, to);
  }
  for (const auto& [kind, wanted] : at(world_.modules, session.module).assets) {
    Asset& asset = at(world_.assets, find_pool(kind, booking.site));
    for (int slot = from; slot < to; ++slot) {
      at(asset.used, slot) = static_cast<short>(at(asset.used, slot) + (on ? wanted : -wanted));
    }
  }
}

bool Placer::try_start(Session& session, const Use& use, std::size_t number, Day date, int start) {
  const Cohort& cohort = at(world_.cohorts, session.cohorts.front());
  const int place = world_.place_of(cohort, use);
  const Form& form = world_.form(use);
  Meeting meeting;
  meeting.date = date;
  meeting.start = start;
  meeting.end = start + form.minutes[number];
  meeting.zone = place == kNone ? cohort.zone : world_.zone_of(place);
  Booking booking = booking_of(session, meeting);
  booking.site = place;
  if (!common_.all(slot_from(booking.begin), slot_to(booking.end))) return false;
  if (!learners_can_travel(session, booking)) return false;
  if (!assets_hold(at(world_.modules, use.module), place, booking)) return false;
  if (form.mode != Mode::coaching) {
    meeting.room = find_room(session, booking);
    if (meeting.room == kNone) return false;
  }
  if (!find_facilitators(session, use, booking, meeting)) return false;
  book(session, meeting, booking, true);
  session.meetings.push_back(meeting);
  return true;
}

bool Placer::place_meeting(Session& session, const Use& use, std::size_t number,
                           const Window& window) {
  const Form& form = world_.form(use);
  if (number == form.minutes.size()) return true;
  const Module& module = at(world_.modules, use.module);
  const Cohort& cohort = at(world_.cohorts, session.cohorts.front());
  const int place = world_.place_of(cohort, use);
  const int minutes = form.minutes[number];
  // The customary hours first. The cohort's window holds by the clocks of the place too.
  static const std::vector<int> kMorning{540, 570, 510, 600}, kAfternoon{810, 840, 780, 870};
  std::vector<int> starts;
  const bool late = minutes <= 240 && dice_.chance(50);
  for (const std::vector<int>* usual :
       {late ? &kAfternoon : &kMorning, late ? &kMorning : &kAfternoon}) {
    starts.insert(starts.end(), usual->begin(), usual->end());
  }
  for (int start = cohort.open; start + minutes <= cohort.close; start += kSlotMinutes) {
    if (!contains(starts, start)) starts.push_back(start);
  }
  const int zone = place == kNone ? cohort.zone : world_.zone_of(place);
  const int reach = std::max(window.to - window.target, window.target - window.from);
  for (int step = 0; step <= 2 * reach; ++step) {
    const Day date = window.target + (step % 2 == 1 ? (step + 1) / 2 : -step / 2);
    if (date < window.from || date > window.to || (cohort.days >> weekday(date) & 1) == 0) continue;
    const int dawn = slot_from(world_.horizon.utc(zone, date, 360));
    if (common_.none(dawn, dawn + 32) || !anyone_ready(use, date, minutes, dawn)) continue;
    if (!all_loads_hold(session, date, minutes)) continue;
    for (int start : starts) {
      if (start < cohort.open || start + minutes > cohort.close) continue;
      if (!try_start(session, use, number, date, start)) continue;
      const Window next{date + module.gap_min,
                        std::min(world_.horizon.last(), date + module.gap_max),
                        date + module.gap_min};
      if (place_meeting(session, use, number + 1, next)) return true;
      const Meeting meeting = session.meetings.back();
      book(session, meeting, booking_of(session, meeting), false);
      session.meetings.pop_back();
      break;  // another start that day would change nothing for the next meeting
    }
  }
  return false;
}

// Due on a day the cohort works; the time for it begins after what it needs.
bool Placer::place_item(Session& session, const Use& use, const Window& window) {
  const Module& module = at(world_.modules, use.module);
  const Cohort& cohort = at(world_.cohorts, session.cohorts.front());
  const Day target = std::max(window.target, std::min(window.from + module.due_days, window.to));
  for (int step = 0; step <= 2 * (window.to - window.from); ++step) {
    const Day date = target + (step % 2 == 1 ? -(step + 1) / 2 : step / 2);
    if (date < window.from || date > window.to || (kWorkweek >> weekday(date) & 1) == 0) continue;
    session.due_to = date;
    session.due_from = std::max(cohort.start_from, date - module.due_days);
    for (int who : session.seats) {
      at(world_.people, who).due.emplace_back(session.due_from, session.due_to);
    }
    return true;
  }
  return false;
}

bool Placer::place(Session& session, const Use& use, Window window) {
  if (window.from > window.to) return false;
  window.target = std::clamp(window.target, window.from, window.to);
  if (!at(world_.modules, use.module).live()) return place_item(session, use, window);
  common_ = at(world_.cohorts, session.cohorts.front()).open_slots;
  for (int who : session.seats) common_.keep(at(world_.people, who).free);
  gather(session, use);
  return place_meeting(session, use, 0, window);
}

// Who and what could serve the session at all, whenever it is.
void Placer::gather(const Session& session, const Use& use) {
  const int place = world_.place_of(at(world_.cohorts, session.cohorts.front()), use);
  rooms_.clear();
  for (int r = 0; r < count(world_.rooms); ++r) {
    if (world_.suits(at(world_.rooms, r), world_.form(use), place)) rooms_.push_back(r);
  }
  std::stable_sort(rooms_.begin(), rooms_.end(), [&](int a, int b) {
    return at(world_.rooms, a).capacity < at(world_.rooms, b).capacity;
  });
  trainers_.clear();
  for (int f = 0; f < count(world_.facilitators); ++f) {
    const Facilitator& one = at(world_.facilitators, f);
    const Skill skill = at(one.skills, use.module);
    if (skill != Skill::lead && skill != Skill::co) continue;
    const bool comes = place == kNone || one.sites.empty() || contains(one.sites, place);
    const bool speaks = std::all_of(session.cohorts.begin(), session.cohorts.end(), [&](int c) {
      return one.languages.empty() || contains(one.languages, at(world_.cohorts, c).language);
    });
    if (comes && speaks) trainers_.push_back(f);
  }
}

void Placer::take_back(Session& session) {
  for (const Meeting& meeting : session.meetings) {
    book(session, meeting, booking_of(session, meeting), false);
  }
  session.meetings.clear();
  if (session.due_to == kNone) return;
  for (int who : session.seats) at(world_.people, who).due.pop_back();
}

bool Placer::try_cohort(int index, int attempt, int* failed) {
  Cohort& cohort = at(world_.cohorts, index);
  for (int u = 0; u < count(cohort.uses); ++u) {
    const Use& use = at(cohort.uses, u);
    if (!use.in_use) continue;
    for (Session& session : groups(index, use)) {
      if (!place(session, use, window(session, use, attempt))) {
        *failed = u;
        for (auto made = made_.rbegin(); made != made_.rend(); ++made) take_back(*made);
        made_.clear();
        return false;
      }
      made_.push_back(session);
    }
  }
  for (Session& session : made_) world_.sessions.push_back(std::move(session));
  made_.clear();
  return true;
}

void Placer::place_cohort(int index) {
  Cohort& cohort = at(world_.cohorts, index);
  int failed = 0;
  for (int attempt = 0, taught = 0;; ++attempt) {
    if (try_cohort(index, attempt % kAttempts, &failed)) return;
    if (attempt % 2 == 0) continue;
    Use& use = at(cohort.uses, failed);
    if (taught < 4 && at(world_.modules, use.module).live() && teach_another(world_, cohort, use)) {
      ++taught;
    } else if (attempt >= kAttempts) {
      world_.drop(cohort, use);
      taught = attempt = 0;
    }
  }
}

}  // namespace

void place_witness(World& world) {
  Placer placer(world);
  std::vector<int> order;
  for (int c = 0; c < count(world.cohorts); ++c) order.push_back(c);
  world.dice.shuffle(order);
  for (int c : order) placer.place_cohort(c);
  std::sort(world.sessions.begin(), world.sessions.end(),
            [](const Session& a, const Session& b) { return a.code < b.code; });
}

}  // namespace tandem::test::generator
