#include "tests/support/valid_plan.hpp"

namespace tandem::test {
namespace {

void add_places(Draft& d) {
  d.add<Workspace>([](Workspace& w) {
    w.name = "Two sites";
    w.zone = "Europe/Amsterdam";
    w.as_of = day("2027-01-11");
    w.horizon_from = day("2027-01-04");
    w.horizon_to = day("2027-12-31");
    w.freeze_days = 3;
  });
  const auto site = [&](const char* code, const char* name, const char* zone) {
    d.add<Site>([&](Site& s) {
      s.code = code;
      s.name = name;
      s.zone = zone;
      s.day_start = clock("08:00");
      s.day_end = clock("18:00");
      s.working_days = weekdays("Mon;Tue;Wed;Thu;Fri");
    });
  };
  site("RTM", "Rotterdam", "Europe/Amsterdam");
  site("LIL", "Lille", "Europe/Paris");
  d.add<Travel>([&](Travel& t) {
    t.from_site = d.id<Site>("RTM");
    t.to_site = d.id<Site>("LIL");
    t.minutes = 180;
  });
  const auto room = [&](const char* code, const char* where) {
    d.add<Room>([&](Room& r) {
      r.code = code;
      r.name = std::string{"Room "} + code;
      r.is_virtual = !*where;
      if (*where) {
        r.site = d.id<Site>(where);
        r.capacity = 4;
        r.features = {"projector"};
        r.day_cost = 100;
        r.setup_minutes = 30;
        d.add<Asset>([&](Asset& a) {
          a.code = "VR";
          a.name = "Headsets";
          a.site = r.site;
          a.quantity = 3;
        });
      }
    });
  };
  room("R1", "RTM");
  room("R2", "LIL");
  room("V1", "");
}

void add_people(Draft& d) {
  const auto unit = [&](const char* code, const char* parent) {
    d.add<Unit>([&](Unit& u) {
      u.code = code;
      u.name = code;
      if (*parent) {
        u.parent = d.id<Unit>(parent);
        u.max_away = 3;
      }
    });
  };
  unit("OPS", "");
  unit("FIN", "OPS");
  unit("SAL", "OPS");
  const auto person = [&](const char* number, const char* name, const char* unit_code,
                          const char* site) {
    d.add<Person>([&](Person& p) {
      p.number = number;
      p.name = name;
      p.unit = d.id<Unit>(unit_code);
      p.site = d.id<Site>(site);
    });
  };
  person("P1", "Ana Silva", "FIN", "RTM");
  person("P2", "Bo Ek", "FIN", "RTM");
  person("P3", "Cem Acar", "FIN", "RTM");
  person("P4", "Didier Roux", "SAL", "LIL");
  person("P5", "Eve Petit", "SAL", "LIL");
  person("P9", "Fien Smit", "OPS", "RTM");
}

void add_modules(Draft& d) {
  const auto module = [&](const char* code, Mode mode, int total, int meetings) {
    d.add<Module>([&](Module& m) {
      m.code = code;
      m.title = code;
      m.mode = mode;
      m.minutes = total;
      m.meetings = meetings;
      if (is_live(mode)) m.leads = 1;
      if (mode == Mode::in_person) {
        m.capacity = 4;
        m.cofacilitators = 1;
        m.room_features = {"projector"};
        m.assets = {{"VR", 3}};
      }
      if (meetings > 1) {
        m.meeting_gap_min_days = 7;
        m.meeting_gap_max_days = 21;
      }
    });
  };
  module("M1", Mode::in_person, 120, 1);
  module("M2", Mode::virtual_live, 180, 2);
  module("C1", Mode::coaching, 60, 1);
  module("S1", Mode::self_paced, 240, 0);
  d.add<Prerequisite>([&](Prerequisite& p) {
    p.module = d.id<Module>("M2");
    p.needs = d.id<Module>("M1");
    p.min_days = 7;
    p.max_days = 28;
  });
}

void add_cohorts(Draft& d) {
  const auto cohort = [&](const char* code, const char* site, const char* language,
                          std::initializer_list<const char*> modules,
                          std::initializer_list<const char*> people) {
    const auto programme = d.add<Programme>([&](Programme& p) {
      p.code = std::string{"PRG-"} + code;
      p.title = p.code;
    });
    for (const char* module : modules)
      d.add<ProgrammeModule>([&](ProgrammeModule& row) {
        row.programme = programme;
        row.set = "core";
        row.rule = "all";
        row.module = d.id<Module>(module);
      });
    const auto id = d.add<Cohort>([&](Cohort& c) {
      c.code = code;
      c.name = code;
      c.programme = programme;
      c.site = d.id<Site>(site);
      c.language = language;
      c.start_from = day("2027-01-11");
      c.deadline = day("2027-06-30");
      c.deadline_rule = Rule::hard;
      c.max_minutes_week = 300;
      c.max_sessions_day = 2;
      c.day_start = clock("08:00");
      c.day_end = clock("18:00");
      c.budget = 5000;
      c.budget_rule = Rule::hard;
    });
    for (const char* number : people)
      d.add<Member>([&](Member& m) {
        m.cohort = id;
        m.person = d.id<Person>(number);
        m.status = MemberStatus::enrolled;
      });
  };
  cohort("A", "RTM", "en", {"M1", "M2", "C1", "S1"}, {"P1", "P2", "P3"});
  cohort("B", "LIL", "fr", {"M1", "M2"}, {"P4", "P5"});
}

void add_facilitators(Draft& d) {
  const auto facilitator = [&](const char* code, const char* name, bool everywhere) {
    d.add<Facilitator>([&](Facilitator& f) {
      f.code = code;
      f.name = name;
      if (everywhere) return;
      f.sites = {d.id<Site>("RTM"), d.id<Site>("LIL")};
      f.languages = {"en", "fr"};
      f.max_days_week = 3;
      f.max_minutes_week = 600;
      f.max_travel_days = 2;
      f.day_rate = 500;
      f.until = day("2027-12-01");
    });
  };
  facilitator("F1", "Gil Lopez", false);
  facilitator("F2", "Fien Smit", false);
  facilitator("F3", "Hana Mori", true);
  d.change<Facilitator>("F2", [&](Facilitator& f) { f.person = d.id<Person>("P9"); });
  const auto may = [&](const char* who, const char* module, QualificationLevel level) {
    d.add<Qualification>([&](Qualification& q) {
      q.facilitator = d.id<Facilitator>(who);
      q.module = d.id<Module>(module);
      q.level = level;
    });
  };
  may("F1", "M1", QualificationLevel::lead);
  may("F1", "M2", QualificationLevel::lead);
  may("F1", "C1", QualificationLevel::lead);
  may("F2", "M1", QualificationLevel::co);
  may("F3", "C1", QualificationLevel::lead);
}

struct When {
  const char* date;
  const char* start;
  const char* end;
};

void add_session(Draft& d, const char* code, const char* cohort, const char* module,
                 const char* room, std::initializer_list<const char*> facilitators,
                 std::initializer_list<const char*> people, std::initializer_list<When> times) {
  const auto id = d.add<Session>([&](Session& s) {
    s.code = code;
    s.cohorts = {d.id<Cohort>(cohort)};
    s.module = d.id<Module>(module);
  });
  int number = 0;
  for (const When& when : times) {
    d.add<Meeting>([&](Meeting& m) {
      m.session = id;
      m.number = ++number;
      m.date = day(when.date);
      m.start = clock(when.start);
      m.end = clock(when.end);
      if (*room) m.room = d.id<Room>(room);
      for (const char* who : facilitators)
        (m.leads.empty() ? m.leads : m.cofacilitators).push_back(d.id<Facilitator>(who));
    });
  }
  for (const char* person : people)
    d.add<Seat>([&](Seat& s) {
      s.session = id;
      s.person = d.id<Person>(person);
      s.status = SeatStatus::booked;
    });
}

}  // namespace

Draft valid_plan() {
  Draft d;
  add_places(d);
  add_people(d);
  add_modules(d);
  add_cohorts(d);
  add_facilitators(d);
  add_session(d, "A/M1", "A", "M1", "R1", {"F1", "F2"}, {"P1", "P2", "P3"},
              {{"2027-02-02", "09:00", "11:00"}});
  add_session(d, "A/M2", "A", "M2", "V1", {"F1"}, {"P1", "P2", "P3"},
              {{"2027-02-16", "09:00", "10:30"}, {"2027-03-02", "09:00", "10:30"}});
  add_session(d, "A/C1/P1", "A", "C1", "", {"F3"}, {"P1"}, {{"2027-02-02", "14:00", "15:00"}});
  add_session(d, "A/C1/P2", "A", "C1", "", {"F3"}, {"P2"}, {{"2027-03-15", "09:00", "10:00"}});
  add_session(d, "A/C1/P3", "A", "C1", "", {"F3"}, {"P3"}, {{"2027-03-15", "10:00", "11:00"}});
  add_session(d, "A/S1", "A", "S1", "", {}, {"P1", "P2", "P3"}, {});
  d.change<Session>("A/S1", [](Session& s) {
    s.due_from = day("2027-04-01");
    s.due_to = day("2027-04-30");
  });
  add_session(d, "B/M1", "B", "M1", "R2", {"F1", "F2"}, {"P4", "P5"},
              {{"2027-02-03", "10:00", "12:00"}});
  add_session(d, "B/M2", "B", "M2", "V1", {"F1"}, {"P4", "P5"},
              {{"2027-02-17", "09:00", "10:30"}, {"2027-03-03", "09:00", "10:30"}});
  return d;
}

}  // namespace tandem::test
