// The witness: a full plan, made one session after another, each at the feasible start nearest to
// where its prerequisites would like it. A cohort that does not come out is taken back and tried
// again with other dates and one more person who knows the module that failed; a module that never
// finds its place is dropped from the cohort.
#include <fmt/format.h>

#include <algorithm>

#include "tests/support/generator/ledger.hpp"

namespace tandem::test::generator {
namespace {

constexpr int kAttempts = 10;
constexpr int kTaught = 8;  // more who know a module, before the cohort does without one

class Placer {
 public:
  explicit Placer(World& world) : world_(world), ledger_(world), dice_(world.dice.next()) {}

  void place_joint(int number);
  void place_cohort(int index);
  void hand_over_joint();

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
  void gather(const Session& session, const Use& use);
  bool anyone_ready(const Use& use, Day date, int minutes, int dawn);
  bool find_facilitators(const Session& session, const Use& use, const Booking& booking,
                         Meeting& meeting) const;
  void offer_room(const Session& session, Meeting& meeting) const;
  void take_back(Session& session);
  const Session* seat_of(int person, int cohort, int module) const;

  World& world_;
  Ledger ledger_;
  Dice dice_;
  std::vector<Session> made_;   // of the cohort at hand
  std::vector<Session> joint_;  // of two cohorts each, placed before all others
  SlotSet common_;              // where all of the group at hand are free
  std::vector<int> rooms_;      // that suit it, smallest first
  std::vector<int> trainers_;   // who know the module, speak the language and come to the place
  std::vector<int> ready_;      // of these, who work on the date at hand and have the minutes
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
    session.id = (index << 16) + (use.module << 6) + g;
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
  for (const std::vector<Session>* list : {&joint_, &made_}) {
    for (const Session& session : *list) {
      if (session.module == module && contains(session.cohorts, cohort) &&
          contains(session.seats, person)) {
        return &session;
      }
    }
  }
  return nullptr;
}

// Two cohorts of one family open their programmes together: the opening needs nothing before it.
void Placer::place_joint(int number) {
  std::vector<bool> paired(world_.cohorts.size());
  for (int a = 0; a < count(world_.cohorts) && count(joint_) < number; ++a) {
    for (int b = a + 1; b < count(world_.cohorts) && !paired[static_cast<std::size_t>(a)]; ++b) {
      Cohort& first = at(world_.cohorts, a);
      const Cohort& second = at(world_.cohorts, b);
      const Use& use = first.uses.front();
      const Form& form = world_.form(use);
      const int people = count(first.enrolled) + count(second.enrolled);
      const int hours = world_.horizon.offset(first.zone, first.start_from) -
                        world_.horizon.offset(second.zone, first.start_from);
      if (paired[static_cast<std::size_t>(b)] || !use.in_use || !second.uses.front().in_use ||
          second.uses.front().module != use.module || first.language != second.language ||
          (first.days & second.days) == 0 || hours > 120 || hours < -120 ||
          people > std::min(form.capacity, world_.largest_room(form, kNone))) {
        continue;
      }
      Session session = groups(a, use).front();
      session.cohorts = {a, b};
      session.seats.insert(session.seats.end(), second.enrolled.begin(), second.enrolled.end());
      const Day from = std::max(first.start_from, second.start_from);
      if (!place(session, use, {from, from + 21, from})) continue;
      joint_.push_back(session);
      paired[static_cast<std::size_t>(a)] = paired[static_cast<std::size_t>(b)] = true;
    }
  }
}

void Placer::hand_over_joint() {
  for (Session& session : joint_) world_.sessions.push_back(std::move(session));
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
    found.target += dice_.between(-2 * attempt, attempt * 3);
  }
  return found;
}

bool Placer::anyone_ready(const Use& use, Day date, int minutes, int dawn) {
  const Module& module = at(world_.modules, use.module);
  int leads = 0;
  ready_.clear();
  for (int f : trainers_) {
    const Facilitator& one = at(world_.facilitators, f);
    if (one.free.none(dawn, dawn + 32) || !ledger_.has_time(one, date, minutes)) continue;
    ready_.push_back(f);
    if (at(one.skills, use.module) == Skill::lead) ++leads;
  }
  return leads >= module.leads && count(ready_) >= module.leads + module.cofacilitators;
}

// Those with the most time left; the same people all through a session where they can.
bool Placer::find_facilitators(const Session& session, const Use& use, const Booking& booking,
                               Meeting& meeting) const {
  const Module& module = at(world_.modules, use.module);
  std::vector<std::pair<int, int>> able;  // price, facilitator
  for (int f : ready_) {
    const Facilitator& one = at(world_.facilitators, f);
    if (!ledger_.can_facilitate(one, booking)) continue;
    int price = one.total * 100 / one.max_minutes_week;
    if (!session.meetings.empty()) {
      const Meeting& before = session.meetings.front();
      if (contains(before.leads, f) || contains(before.cofacilitators, f)) price = -1;
    }
    able.emplace_back(price, f);
  }
  std::sort(able.begin(), able.end());
  auto leads = [&](int f) {
    return at(at(world_.facilitators, f).skills, use.module) == Skill::lead;
  };
  for (const auto& [price, f] : able) {
    if (leads(f) && count(meeting.leads) < module.leads) meeting.leads.push_back(f);
  }
  // Those who can only assist come first: leads are scarcer.
  for (const bool also : {false, true}) {
    for (const auto& [price, f] : able) {
      if (leads(f) == also && count(meeting.cofacilitators) < module.cofacilitators &&
          !contains(meeting.leads, f)) {
        meeting.cofacilitators.push_back(f);
      }
    }
  }
  return count(meeting.leads) == module.leads &&
         count(meeting.cofacilitators) == module.cofacilitators;
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
  Booking booking = ledger_.booking_of(session, meeting);
  booking.site = place;
  if (!common_.all(slot_from(booking.begin), slot_to(booking.end))) return false;
  if (!ledger_.learners_can_come(session, booking)) return false;
  if (!ledger_.assets_hold(at(world_.modules, use.module), booking)) return false;
  if (form.mode != Mode::coaching) {
    meeting.room = ledger_.free_room(rooms_, session, booking);
    if (meeting.room == kNone) return false;
  }
  if (!find_facilitators(session, use, booking, meeting)) return false;
  if (form.mode == Mode::coaching && session.group % 3 == 0) offer_room(session, meeting);
  ledger_.enter(session, meeting);
  session.meetings.push_back(meeting);
  return true;
}

// One to one needs no room; now and then there is one.
void Placer::offer_room(const Session& session, Meeting& meeting) const {
  const int site = at(world_.cohorts, session.cohorts.front()).site;
  const Facilitator& lead = at(world_.facilitators, meeting.leads.front());
  if (!lead.sites.empty() && !contains(lead.sites, site)) return;
  Booking booking = ledger_.booking_of(session, meeting);
  booking.site = site;
  std::vector<int> rooms;
  for (int r = 0; r < count(world_.rooms); ++r) {
    if (at(world_.rooms, r).site == site && !at(world_.rooms, r).is_virtual) rooms.push_back(r);
  }
  const int room = ledger_.free_room(rooms, session, booking);
  const bool fits =
      ledger_.learners_can_come(session, booking) && ledger_.can_facilitate(lead, booking);
  if (fits) meeting.room = room;
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
    if (!ledger_.loads_hold(session, date, minutes)) continue;
    for (int start : starts) {
      if (start < cohort.open || start + minutes > cohort.close) continue;
      if (!try_start(session, use, number, date, start)) continue;
      const Window next{date + module.gap_min,
                        std::min(world_.horizon.last(), date + module.gap_max),
                        date + module.gap_min};
      if (place_meeting(session, use, number + 1, next)) return true;
      ledger_.erase(session, session.meetings.back());
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
  common_ = SlotSet(world_.horizon.slots(), true);
  for (int cohort : session.cohorts) common_.keep(at(world_.cohorts, cohort).open_slots);
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
    if (one.person != kNone && contains(session.seats, one.person)) continue;
    const bool comes = place == kNone || one.sites.empty() || contains(one.sites, place);
    const bool speaks = std::all_of(session.cohorts.begin(), session.cohorts.end(), [&](int c) {
      return one.languages.empty() || contains(one.languages, at(world_.cohorts, c).language);
    });
    if (comes && speaks) trainers_.push_back(f);
  }
}

void Placer::take_back(Session& session) {
  for (const Meeting& meeting : session.meetings) {
    ledger_.erase(session, meeting);
  }
  session.meetings.clear();
  if (session.due_to == kNone) return;
  for (int who : session.seats) at(world_.people, who).due.pop_back();
}

bool Placer::try_cohort(int index, int attempt, int* failed) {
  Cohort& cohort = at(world_.cohorts, index);
  for (int u = 0; u < count(cohort.uses); ++u) {
    const Use& use = at(cohort.uses, u);
    const bool shared = std::any_of(joint_.begin(), joint_.end(), [&](const Session& one) {
      return one.module == use.module && contains(one.cohorts, index);
    });
    if (!use.in_use || shared) continue;
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
    if (taught < kTaught && at(world_.modules, use.module).live() &&
        teach_another(world_, cohort, use)) {
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
  placer.place_joint(world.size.joint);
  for (int c : order) placer.place_cohort(c);
  placer.hand_over_joint();
  std::sort(world.sessions.begin(), world.sessions.end(),
            [](const Session& a, const Session& b) { return a.code < b.code; });
}

}  // namespace tandem::test::generator
