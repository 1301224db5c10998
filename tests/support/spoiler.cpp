#include "tests/support/spoiler.hpp"

#include <fmt/format.h>

#include <iterator>
#include <vector>

namespace tandem::test {
namespace {

using Change = std::string (*)(Draft&, Rng&);

template <class T>
const T* any_row(const Draft& d, Rng& rng) {
  const auto& rows = table(d.program(), Tag<T>{});
  if (rows.empty()) return nullptr;
  auto it = rows.begin();
  std::advance(it, static_cast<std::ptrdiff_t>(rng.below(static_cast<std::uint32_t>(rows.size()))));
  return &*it;
}

template <class T>
Id<T> any_id(const Draft& d, Rng& rng) {
  const T* row = any_row<T>(d, rng);
  return row ? row->id : Id<T>{};
}

template <class T, class Fill>
std::string change_any(Draft& d, Rng& rng, const char* what, Fill fill) {
  const T* row = any_row<T>(d, rng);
  if (!row) return {};
  const auto id = row->id;
  d.change_where<T>([&](const T& r) { return r.id == id; }, fill);
  return fmt::format("{} {}", what,
                     shown_key(d.program(), find(d.program(), kTableOf<T>, id.value)));
}

template <class T>
std::string remove_any(Draft& d, Rng& rng, const char* what) {
  const auto id = any_id<T>(d, rng);
  d.remove_where<T>([&](const T& r) { return r.id == id; });
  return what;
}

// A date on which something happens, or close to one.
Date any_date(const Draft& d, Rng& rng) {
  const Meeting* meeting = any_row<Meeting>(d, rng);
  const Date date = meeting ? meeting->date : *d.program().workspace().horizon_from;
  return date + days{rng.chance(1, 2) ? 0 : rng.between(-3, 3)};
}

TimeOfDay any_time(Rng& rng) { return {rng.between(14, 38) * 30}; }

Weekdays any_days(Rng& rng) { return {static_cast<std::uint8_t>(rng.between(1, 31))}; }

TimeOfDay shifted(TimeOfDay time, int by) {
  return {std::min(23 * 60 + 30, std::max(0, time.minute + by))};
}

std::string move_date(Draft& d, Rng& rng) {
  return change_any<Meeting>(d, rng, "move the date of", [&](Meeting& m) {
    m.date += days{rng.chance(1, 2) ? rng.between(-2, 2) : rng.between(-60, 60)};
  });
}

std::string move_time(Draft& d, Rng& rng) {
  return change_any<Meeting>(d, rng, "move the hours of", [&](Meeting& m) {
    const int by = rng.chance(1, 6) ? rng.between(-50, 50) : 30 * rng.between(-10, 20);
    m.start = shifted(m.start, by);
    m.end = shifted(m.end, rng.chance(1, 5) ? by + 30 : by);
  });
}

// Where another meeting is: the surest way to a clash.
std::string move_onto(Draft& d, Rng& rng) {
  const Meeting* other = any_row<Meeting>(d, rng);
  if (!other) return {};
  const Meeting copy = *other;
  return change_any<Meeting>(d, rng, "move onto another", [&](Meeting& m) {
    const int length = m.end.minute - m.start.minute;
    m.date = copy.date;
    m.start = shifted(rng.chance(1, 2) ? copy.start : copy.end, 30 * rng.between(-1, 2));
    m.end = shifted(m.start, length);
    if (rng.chance(1, 2)) m.room = copy.room;
    if (rng.chance(1, 2)) m.leads = copy.leads;
  });
}

std::string past_midnight(Draft& d, Rng& rng) {
  return change_any<Meeting>(d, rng, "move past midnight", [&](Meeting& m) {
    const int length = m.end.minute - m.start.minute;
    m.start = {24 * 60 - length / 2 / 30 * 30};
    m.end = {length - (24 * 60 - m.start.minute)};
    if (m.start.minute == 24 * 60) m.start = m.end = {23 * 60};
  });
}

std::string room(Draft& d, Rng& rng) {
  return change_any<Meeting>(d, rng, "another room for", [&](Meeting& m) {
    m.room = rng.chance(1, 5) ? Id<Room>{} : any_id<Room>(d, rng);
  });
}

std::string leads(Draft& d, Rng& rng) {
  return change_any<Meeting>(d, rng, "other facilitators for", [&](Meeting& m) {
    auto& list = rng.chance(1, 2) ? m.leads : m.cofacilitators;
    const auto who = any_id<Facilitator>(d, rng);
    if (!list.empty() && rng.chance(1, 3))
      list.pop_back();
    else if (std::find(list.begin(), list.end(), who) == list.end())
      rng.chance(1, 2) && !list.empty() ? void(list.front() = who) : list.push_back(who);
  });
}

std::string lose_meeting(Draft& d, Rng& rng) {
  return remove_any<Meeting>(d, rng, "lose a meeting");
}
std::string lose_seat(Draft& d, Rng& rng) { return remove_any<Seat>(d, rng, "lose a seat"); }
std::string lose_way(Draft& d, Rng& rng) { return remove_any<Travel>(d, rng, "lose a way"); }

std::string add_seat(Draft& d, Rng& rng) {
  const auto session = any_id<Session>(d, rng);
  const auto person = any_id<Person>(d, rng);
  for (const Seat& s : d.program().seats)
    if (s.session == session && s.person == person) return {};
  d.add<Seat>([&](Seat& s) {
    s.session = session;
    s.person = person;
    s.status = rng.chance(1, 6) ? SeatStatus::waitlisted : SeatStatus::booked;
  });
  return fmt::format("a seat for {} in {}", code_of(d.program(), person),
                     code_of(d.program(), session));
}

std::string seat_status(Draft& d, Rng& rng) {
  return change_any<Seat>(d, rng, "another status of the seat",
                          [&](Seat& s) { s.status = static_cast<SeatStatus>(rng.between(1, 3)); });
}

std::string session(Draft& d, Rng& rng) {
  return change_any<Session>(d, rng, "change session", [&](Session& s) {
    const int what = rng.between(0, 7);
    if (what <= 3) s.status = static_cast<SessionStatus>(what);
    if (what == 4) s.pinned = true;
    if (what == 5) s.module = any_id<Module>(d, rng);
    if (what == 6) {
      const auto cohort = any_id<Cohort>(d, rng);
      if (std::find(s.cohorts.begin(), s.cohorts.end(), cohort) == s.cohorts.end())
        s.cohorts.push_back(cohort);
    }
    if (what == 7 && s.due_to) *s.due_to += days{rng.between(-60, 90)};
    if (s.due_from && s.due_to && *s.due_from > *s.due_to) s.due_from = s.due_to;
  });
}

std::string absence(Draft& d, Rng& rng) {
  const auto kind = static_cast<AbsenceKind>(rng.between(0, 2));
  const AnyId who{kind == AbsenceKind::person        ? any_id<Person>(d, rng).value
                  : kind == AbsenceKind::facilitator ? any_id<Facilitator>(d, rng).value
                                                     : any_id<Room>(d, rng).value};
  const Date from = any_date(d, rng);
  d.add<Absence>([&](Absence& a) {
    a.kind = kind;
    a.code = who;
    a.from = from;
    a.to = from + days{rng.between(0, 20)};
  });
  return "an absence from " + text(from);
}

std::string season(Draft& d, Rng& rng) {
  const auto person = any_id<Person>(d, rng);
  const Date from = any_date(d, rng);
  d.add<Season>([&](Season& s) {
    s.person = person;
    s.from = from;
    s.season = static_cast<SeasonKind>(rng.between(0, 1));
    if (rng.chance(2, 3)) s.to = from + days{rng.between(0, 60)};
  });
  return fmt::format("a season of {} from {}", code_of(d.program(), person), text(from));
}

std::string blackout(Draft& d, Rng& rng) {
  const auto scope = static_cast<BlackoutScope>(rng.between(0, 5));
  const Date from = any_date(d, rng);
  const Program& p = d.program();
  d.add<Blackout>([&](Blackout& b) {
    b.scope = scope;
    b.code.value = scope == BlackoutScope::site          ? any_id<Site>(d, rng).value
                   : scope == BlackoutScope::unit        ? any_id<Unit>(d, rng).value
                   : scope == BlackoutScope::cohort      ? any_id<Cohort>(d, rng).value
                   : scope == BlackoutScope::facilitator ? any_id<Facilitator>(d, rng).value
                   : scope == BlackoutScope::room        ? any_id<Room>(d, rng).value
                                                         : 0;
    b.from = from;
    b.to = from + days{rng.between(0, 2)};
    if (rng.chance(1, 2)) {
      b.start = TimeOfDay{rng.between(16, 24) * 30};
      b.end = TimeOfDay{b.start->minute + 90};
    }
  });
  return fmt::format("a blackout of scope {} from {}, {} in all", word(scope), text(from),
                     p.blackouts.size());
}

std::string holiday(Draft& d, Rng& rng) {
  const auto site = any_id<Site>(d, rng);
  const Date date = any_date(d, rng);
  for (const Holiday& h : d.program().holidays)
    if (h.site == site && h.date == date) return {};
  d.add<Holiday>([&](Holiday& h) {
    h.site = site;
    h.date = date;
  });
  return fmt::format("a holiday in {} on {}", code_of(d.program(), site), text(date));
}

std::string protected_time(Draft& d, Rng& rng) {
  const bool person = rng.chance(1, 2);
  d.add<ProtectedTime>([&](ProtectedTime& p) {
    p.scope = person ? ProtectedScope::person : ProtectedScope::cohort;
    p.code.value = person ? any_id<Person>(d, rng).value : any_id<Cohort>(d, rng).value;
    p.weekday = any_days(rng);
    p.start = any_time(rng);
    p.end = {p.start.minute + 60};
    if (rng.chance(1, 2)) p.from = any_date(d, rng);
  });
  return "thinking time";
}

std::string arrangement(Draft& d, Rng& rng) {
  const auto person = any_id<Person>(d, rng);
  d.add<Arrangement>([&](Arrangement& a) {
    a.person = person;
    a.kind = static_cast<ArrangementKind>(rng.between(0, 4));
    if (a.kind != ArrangementKind::timetable) return;
    a.days = any_days(rng);
    a.start = any_time(rng);
    a.end = TimeOfDay{a.start->minute + 60};
  });
  return fmt::format("an arrangement for {}", code_of(d.program(), person));
}

std::string person(Draft& d, Rng& rng) {
  return change_any<Person>(d, rng, "change person", [&](Person& p) {
    const int what = rng.between(0, 5);
    if (what == 0) p.hired = any_date(d, rng);
    if (what == 1) p.left = any_date(d, rng);
    if (p.hired && p.left && *p.left < *p.hired) p.left.reset();
    if (what == 2) p.working_days = any_days(rng);
    if (what == 3) p.day_start = any_time(rng);
    if (what == 4) p.day_end = any_time(rng);
    if (p.day_start && p.day_end && *p.day_end <= *p.day_start) p.day_start.reset();
    if (what == 5) p.site = any_id<Site>(d, rng);
  });
}

std::string cohort(Draft& d, Rng& rng) {
  return change_any<Cohort>(d, rng, "change cohort", [&](Cohort& c) {
    switch (rng.between(0, 9)) {
      case 0:
        c.start_from = any_date(d, rng);
        break;
      case 1:
        c.deadline = any_date(d, rng);
        c.deadline_rule = rng.chance(1, 2) ? Rule::hard : Rule::soft;
        break;
      case 2:
        c.budget = rng.between(0, 20000);
        c.budget_rule = Rule::hard;
        break;
      case 3:
        c.max_minutes_week = 30 * rng.between(2, 12);
        break;
      case 4:
        c.load_window_weeks = rng.between(1, 5);
        break;
      case 5:
        c.max_sessions_day = 1;
        break;
      case 6:
        c.working_days = any_days(rng);
        break;
      case 7:
        c.day_start = any_time(rng);
        break;
      case 8:
        c.language = rng.chance(1, 2) ? "fr" : "pt";
        break;
      default:
        c.site = any_id<Site>(d, rng);
        break;
    }
    if (c.day_start && c.day_end && *c.day_end <= *c.day_start) c.day_end.reset();
  });
}

std::string facilitator(Draft& d, Rng& rng) {
  return change_any<Facilitator>(d, rng, "change facilitator", [&](Facilitator& f) {
    switch (rng.between(0, 8)) {
      case 0:
        f.max_days_week = rng.between(0, 2);
        break;
      case 1:
        f.max_minutes_week = 60 * rng.between(1, 10);
        break;
      case 2:
        f.max_travel_days = rng.between(0, 1);
        break;
      case 3:
        f.until = any_date(d, rng);
        break;
      case 4:
        f.sites = {any_id<Site>(d, rng)};
        break;
      case 5:
        f.sites.clear();
        break;
      case 6:
        f.languages = {"fr", "nl"};
        break;
      case 7:
        f.working_days = any_days(rng);
        break;
      default:
        f.person = any_id<Person>(d, rng);
        break;
    }
  });
}

std::string module(Draft& d, Rng& rng) {
  return change_any<Module>(d, rng, "change module", [&](Module& m) {
    switch (rng.between(0, 8)) {
      case 0:
        m.capacity = rng.between(1, 12);
        break;
      case 1:
        m.minutes += 30 * rng.between(1, 3);
        break;
      case 2:
        m.leads = rng.between(0, 3);
        break;
      case 3:
        m.cofacilitators = rng.between(0, 2);
        break;
      case 4:
        m.room_features.push_back("lab");
        break;
      case 5:
        m.meeting_gap_min_days = rng.between(0, 10);
        break;
      case 6:
        m.meeting_gap_max_days = rng.between(0, 10);
        break;
      case 7:
        m.mode = static_cast<Mode>(rng.between(0, 5));
        break;
      default:
        m.meetings = rng.between(1, 3);
        break;
    }
    if (m.meeting_gap_min_days.value_or(0) > m.meeting_gap_max_days.value_or(99))
      m.meeting_gap_min_days.reset();
  });
}

std::string change_room(Draft& d, Rng& rng) {
  return change_any<Room>(d, rng, "change room", [&](Room& r) {
    switch (rng.between(0, 5)) {
      case 0:
        r.capacity = rng.between(1, 12);
        break;
      case 1:
        r.features.clear();
        break;
      case 2:
        r.setup_minutes = 30 * rng.between(1, 4);
        break;
      case 3:
        r.site = any_id<Site>(d, rng);
        break;
      case 4:
        r.day_cost = rng.between(0, 2000);
        break;
      default:
        r.is_virtual = !r.is_virtual;
        break;
    }
  });
}

std::string asset(Draft& d, Rng& rng) {
  return change_any<Asset>(d, rng, "less of", [&](Asset& a) { a.quantity = rng.between(0, 10); });
}

std::string prerequisite(Draft& d, Rng& rng) {
  return change_any<Prerequisite>(d, rng, "change prerequisite", [&](Prerequisite& p) {
    if (rng.chance(1, 2)) {
      p.min_days = rng.between(0, 40);
      p.max_days.reset();
      p.ideal_days.reset();
    } else {
      p.max_days = p.min_days.value_or(0) + rng.between(0, 10);
      p.ideal_days.reset();
    }
  });
}

std::string choice(Draft& d, Rng& rng) {
  const auto in = any_id<Cohort>(d, rng);
  const auto of = any_id<Module>(d, rng);
  const auto change = [&](CohortModule& c) {
    c.cohort = in;
    c.module = of;
    switch (rng.between(0, 3)) {
      case 0:
        c.not_before = any_date(d, rng);
        break;
      case 1:
        c.not_after = any_date(d, rng);
        break;
      case 2:
        c.site = any_id<Site>(d, rng);
        break;
      default:
        c.use = false;
        break;
    }
    if (c.not_before && c.not_after && *c.not_after < *c.not_before) c.not_before.reset();
  };
  const int changed = d.change_where<CohortModule>(
      [&](const CohortModule& c) { return c.cohort == in && c.module == of; }, change);
  if (changed == 0) d.add<CohortModule>(change);
  return fmt::format("a choice of {} for {}", code_of(d.program(), in), code_of(d.program(), of));
}

std::string unit(Draft& d, Rng& rng) {
  return change_any<Unit>(d, rng, "change unit", [&](Unit& u) {
    if (rng.chance(1, 2))
      u.max_away = rng.between(0, 4);
    else
      u.max_away_percent = rng.between(5, 40);
  });
}

std::string member(Draft& d, Rng& rng) {
  return change_any<Member>(d, rng, "another status of the member", [&](Member& m) {
    m.status = static_cast<MemberStatus>(rng.between(0, 4));
  });
}

std::string qualification(Draft& d, Rng& rng) {
  return change_any<Qualification>(d, rng, "change the qualification", [&](Qualification& q) {
    q.level = static_cast<QualificationLevel>(rng.between(0, 2));
  });
}

std::string workspace(Draft& d, Rng& rng) {
  return change_any<Workspace>(d, rng, "change the workspace", [&](Workspace& w) {
    switch (rng.between(0, 2)) {
      case 0:
        w.horizon_to = std::max(any_date(d, rng), *w.horizon_from);
        break;
      case 1:
        w.slot_minutes = 60;
        break;
      default:
        w.as_of = any_date(d, rng);
        break;
    }
  });
}

std::string waiver(Draft& d, Rng& rng) {
  static constexpr const char* kRules[] = {"cohort_time",  "learner_clash", "seats",
                                           "spacing_min",  "prerequisite",  "room_site",
                                           "minutes_week", "cover",         "facilitator_count",
                                           "start",        "absence",       "holiday"};
  const auto of = any_id<Session>(d, rng);
  d.add<Waiver>([&](Waiver& w) {
    w.rule = kRules[rng.below(std::size(kRules))];
    w.session = of;
    w.reason = "a reason";
    w.author = "an author";
  });
  return fmt::format("a waiver in {}", code_of(d.program(), of));
}

constexpr Change kChanges[] = {
    move_date,   move_date,     move_time,     move_time, move_onto,    move_onto,
    move_onto,   past_midnight, room,          leads,     leads,        lose_meeting,
    lose_seat,   lose_way,      add_seat,      add_seat,  seat_status,  session,
    session,     absence,       season,        blackout,  holiday,      protected_time,
    arrangement, person,        cohort,        cohort,    facilitator,  facilitator,
    module,      module,        change_room,   asset,     prerequisite, choice,
    unit,        member,        qualification, workspace, waiver};

}  // namespace

std::string spoil(Draft& draft, Rng& rng) {
  return kChanges[rng.below(std::size(kChanges))](draft, rng);
}

}  // namespace tandem::test
