// Generated organisations with a full plan: the judge finds nothing in them, and names a rule once
// it is broken there, besides it only what the breach brings along.
#include <fmt/format.h>

#include <functional>
#include <set>

#include "db/exchange/folder.hpp"
#include "planner/schedule/verify.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/draft.hpp"
#include "tests/support/generator.hpp"

namespace tandem {
namespace {

using namespace test;
using Rules = std::set<std::string>;

Program witness(std::uint64_t seed) {
  const auto made = generate({.cohorts = 4, .modules = 8, .seed = seed, .joint = 1});
  auto program = db::read_folder(made.witness);
  REQUIRE(program);
  return *program;
}

Rules rules_of(const std::vector<Violation>& violations) {
  Rules out;
  for (const auto& v : violations) out.emplace(word(v.rule));
  return out;
}

// The meeting to break something at: the first one in person with a few seats, of a session that
// has a prerequisite which somebody sits too.
struct Scene {
  Session session;
  Meeting meeting;
  Module module;
  Cohort cohort;
  Person person;
  Prerequisite prerequisite;

  explicit Scene(const Program& p) {
    for (const Session& s : p.sessions) {
      const Module& m = p.modules.at(s.module);
      if (m.mode != Mode::in_person || s.status != SessionStatus::planned || s.pinned) continue;
      std::set<Id<Person>> people;
      for (const Seat& seat : p.seats)
        if (seat.session == s.id) people.insert(seat.person);
      for (const Prerequisite& row : p.prerequisites) {
        if (row.module != m.id || !row.max_days || people.size() < 3) continue;
        for (const Session& needs : p.sessions) {
          if (needs.module != row.needs || needs.cohorts != s.cohorts) continue;
          for (const Seat& seat : p.seats)
            if (seat.session == needs.id && people.contains(seat.person))
              person = p.people.at(seat.person);
          if (!person.id) continue;
          session = s;
          module = m;
          prerequisite = row;
          cohort = p.cohorts.at(s.cohorts.front());
          for (const Meeting& one : p.meetings)
            if (one.session == s.id && one.number == 1) meeting = one;
          return;
        }
      }
    }
    FAIL("no session to break");
  }
};

struct Breach {
  const char* rule;
  Rules brings;  // what else it cannot but break
  std::function<void(Draft&, const Scene&)> commit;
};

template <class T, class Change>
void change(Draft& d, Id<T> id, Change change_row) {
  d.change_where<T>([&](const T& row) { return row.id == id; }, change_row);
}

TimeOfDay later(TimeOfDay time, int by) { return {time.minute + by}; }

Weekdays all_but(Date date) { return {static_cast<std::uint8_t>(0x7f & ~(1 << weekday(date)))}; }

std::vector<Breach> breaches() {
  return {
      {"cohort_time",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.cohort.id, [&](Cohort& c) { c.day_start = later(s.meeting.start, 30); });
       }},
      {"room_time",
       {"cohort_time", "facilitator_time"},
       [](Draft& d, const Scene& s) {
         const Room& room = d.program().rooms.at(s.meeting.room);
         change(d, room.site, [&](Site& site) { site.day_start = later(s.meeting.start, 30); });
       }},
      {"facilitator_time",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.leads.front(),
                [&](Facilitator& f) { f.working_days = all_but(s.meeting.date); });
       }},
      {"person_time",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.person.id, [&](Person& p) { p.working_days = all_but(s.meeting.date); });
       }},
      {"timetable",
       {},
       [](Draft& d, const Scene& s) {
         d.add<Arrangement>([&](Arrangement& a) {
           a.person = s.person.id;
           a.kind = ArrangementKind::timetable;
           a.start = s.meeting.start;
           a.end = s.meeting.end;
         });
       }},
      {"holiday",
       {},
       [](Draft& d, const Scene& s) {
         d.add<Holiday>([&](Holiday& h) {
           h.site = s.cohort.site;
           h.date = s.meeting.date;
         });
       }},
      {"blackout",
       {},
       [](Draft& d, const Scene& s) {
         d.add<Blackout>([&](Blackout& b) { b.from = b.to = s.meeting.date; });
       }},
      {"absence",
       {"cover"},
       [](Draft& d, const Scene& s) {
         d.add<Absence>([&](Absence& a) {
           a.code.value = s.person.id.value;
           a.from = a.to = s.meeting.date;
         });
       }},
      {"season",
       {},
       [](Draft& d, const Scene& s) {
         d.add<Season>([&](Season& row) {
           row.person = s.person.id;
           row.from = s.meeting.date;
           row.to = s.meeting.date;
           row.season = SeasonKind::paused;
         });
       }},
      {"employed",
       {"cover"},
       [](Draft& d, const Scene& s) {
         change(d, s.person.id, [&](Person& p) { p.left = s.meeting.date - days{1}; });
       }},
      {"protected",
       {},
       [](Draft& d, const Scene& s) {
         d.add<ProtectedTime>([&](ProtectedTime& p) {
           p.scope = ProtectedScope::cohort;
           p.code.value = s.cohort.id.value;
           p.weekday = {static_cast<std::uint8_t>(1 << weekday(s.meeting.date))};
           p.start = later(s.meeting.end, -15);
           p.end = s.meeting.end;
         });
       }},
      {"module_capacity",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.module.id, [](Module& m) { m.capacity = 1; });
         d.change_where<Variant>([&](const Variant& v) { return v.module == s.module.id; },
                                 [](Variant& v) { v.capacity.reset(); });
       }},
      {"room_capacity",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.room, [](Room& r) { r.capacity = 1; });
       }},
      {"room_site",
       {"facilitator_site", "facilitator_travel", "room_time", "holiday", "travel", "assets",
        "blackout"},
       [](Draft& d, const Scene& s) {
         for (const Site& site : d.program().sites)
           if (site.id != s.cohort.site && site.zone == d.program().sites.at(s.cohort.site).zone) {
             const auto elsewhere = site.id;
             change(d, s.meeting.room, [&](Room& r) { r.site = elsewhere; });
             return;
           }
         change(d, s.meeting.room, [&](Room& r) { r.is_virtual = true; });
       }},
      {"room_features",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.module.id, [](Module& m) { m.room_features.push_back("wind tunnel"); });
         d.change_where<Variant>([&](const Variant& v) { return v.module == s.module.id; },
                                 [](Variant& v) { v.room_features.clear(); });
       }},
      {"arrangement",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.room, [&](Room& r) { std::erase(r.features, "captions"); });
         change(d, s.meeting.room, [&](Room& r) { std::erase(r.features, "step_free"); });
         d.add<Arrangement>([&](Arrangement& a) {
           a.person = s.person.id;
           a.kind = ArrangementKind::step_free;
         });
       }},
      {"facilitator_language",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.leads.front(), [](Facilitator& f) { f.languages = {"tlh"}; });
       }},
      {"facilitator_count",
       {},
       [](Draft& d, const Scene& s) { change(d, s.module.id, [&](Module& m) { m.leads = 9; }); }},
      {"facilitator_qualified",
       {},
       [](Draft& d, const Scene& s) {
         d.remove_where<Qualification>(
             [&](const Qualification& q) { return q.facilitator == s.meeting.leads.front(); });
       }},
      {"facilitator_days_week",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.leads.front(), [](Facilitator& f) { f.max_days_week = 0; });
       }},
      {"facilitator_minutes_week",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.leads.front(), [](Facilitator& f) { f.max_minutes_week = 5; });
       }},
      {"facilitator_until",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.leads.front(),
                [&](Facilitator& f) { f.until = s.meeting.date - days{1}; });
       }},
      {"prerequisite",
       {},
       [](Draft& d, const Scene& s) {
         d.change_where<Session>(
             [&](const Session& row) {
               return row.module == s.prerequisite.needs && row.cohorts == s.session.cohorts;
             },
             [](Session& row) { row.status = SessionStatus::cancelled; });
       }},
      {"spacing_min",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.prerequisite.id, [](Prerequisite& p) {
           p.min_days = 1000;
           p.max_days = 1000;
         });
       }},
      {"spacing_max",
       {"prerequisite"},
       [](Draft& d, const Scene& s) {
         change(d, s.prerequisite.id, [](Prerequisite& p) { p.min_days = p.max_days = 0; });
       }},
      {"minutes_week",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.cohort.id, [](Cohort& c) { c.max_minutes_week = 5; });
       }},
      {"cover",
       {},
       [](Draft& d, const Scene& s) {
         for (auto unit = s.person.unit; unit; unit = d.program().units.at(unit).parent)
           change(d, unit, [](Unit& u) { u.max_away = 1; });
       }},
      {"start",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.cohort.id, [&](Cohort& c) { c.start_from = s.meeting.date + days{1}; });
       }},
      {"not_after",
       {},
       [](Draft& d, const Scene& s) {
         d.remove_where<CohortModule>([&](const CohortModule& row) {
           return row.cohort == s.cohort.id && row.module == s.module.id && !row.site &&
                  row.variant.empty();
         });
         const auto set = [&](CohortModule& row) { row.not_after = s.meeting.date - days{1}; };
         if (d.change_where<CohortModule>(
                 [&](const CohortModule& row) {
                   return row.cohort == s.cohort.id && row.module == s.module.id;
                 },
                 set) == 0)
           d.add<CohortModule>([&](CohortModule& row) {
             row.cohort = s.cohort.id;
             row.module = s.module.id;
             row.use = true;
             set(row);
           });
       }},
      {"horizon",
       {},
       [](Draft& d, const Scene& s) {
         d.change_where<Workspace>([](const Workspace&) { return true; },
                                   [&](Workspace& w) { w.horizon_to = s.meeting.date - days{1}; });
       }},
      {"deadline",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.cohort.id, [&](Cohort& c) {
           c.deadline = s.meeting.date - days{1};
           c.deadline_rule = Rule::hard;
         });
       }},
      {"budget",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.room, [](Room& r) { r.day_cost = 100; });
         change(d, s.cohort.id, [&](Cohort& c) {
           c.budget = 99;
           c.budget_rule = Rule::hard;
         });
       }},
      {"seats",
       {},
       [](Draft& d, const Scene& s) {
         d.remove_where<Seat>([&](const Seat& seat) {
           return seat.session == s.session.id && seat.person == s.person.id;
         });
       }},
      {"reference",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.id, [](Meeting& m) { m.leads.push_back({424242}); });
       }},
      {"meetings",
       {"duration"},
       [](Draft& d, const Scene& s) {
         change(d, s.session.id, [](Session& row) { row.variant.clear(); });
         change(d, s.module.id, [](Module& m) { m.meetings = 9; });
       }},
      {"duration",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.module.id, [](Module& m) {
           m.minutes += 5;
           m.meeting_minutes.clear();
         });
       }},
      {"midnight",
       {"cohort_time", "duration"},
       [](Draft& d, const Scene& s) {
         change(d, s.meeting.id, [](Meeting& m) {
           m.end = {60};
           m.start = {23 * 60};
         });
       }},
      {"slot_grid",
       {},
       [](Draft& d, const Scene&) {
         const int slot = d.program().workspace().slot_minutes;
         d.change_where<Workspace>([](const Workspace&) { return true; },
                                   [&](Workspace& w) { w.slot_minutes = slot * 8; });
       }},
      {"code",
       {},
       [](Draft& d, const Scene& s) {
         change(d, s.session.id, [](Session& row) { row.code += "/02"; });
       }},
  };
}

}  // namespace

TEST_CASE("the judge finds nothing in the witness of a generated organisation") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const auto found = verify(witness(seed));
    INFO("seed " << seed);
    for (const auto& v : found) UNSCOPED_INFO(word(v.rule) << " " << v.session << ": " << v.text);
    CHECK(found.empty());
  }
}

TEST_CASE(
    "a rule broken in a generated witness is named, and besides it only what it brings along") {
  for (std::uint64_t seed = 11; seed <= 13; ++seed) {
    const Program program = witness(seed);
    const Scene scene{program};
    for (const Breach& breach : breaches()) {
      Draft draft{program};
      breach.commit(draft, scene);
      const auto found = verify(draft.program());
      INFO("seed " << seed << ", " << breach.rule << " at " << scene.session.code);
      for (const auto& v : found) UNSCOPED_INFO(word(v.rule) << " " << v.session << ": " << v.text);
      Rules rules = rules_of(found);
      CHECK(rules.erase(breach.rule) == 1);
      for (const auto& brought : breach.brings) rules.erase(brought);
      CHECK(rules == Rules{});
    }
  }
}

}  // namespace tandem
