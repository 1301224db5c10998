#include "tests/support/calendar_world.hpp"

#include <set>
#include <stdexcept>

#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"
#include "tests/support/draft.hpp"
#include "ui/print/ics.hpp"

namespace tandem::test {
namespace {

TimeOfDay hour(int h) { return {h * 60}; }

// The workspace that the header tells of.
Draft spring() {
  Draft draft;
  draft.add<Workspace>([](Workspace& w) {
    w.name = "Marram Water";
    w.zone = "Europe/Amsterdam";
  });
  const auto site = [&](const char* code, const char* name, const char* zone) {
    return draft.add<Site>([&](Site& s) {
      s.code = code;
      s.name = name;
      s.zone = zone;
      s.day_start = hour(8);
      s.day_end = hour(18);
      s.working_days = {0b11111};
    });
  };
  const auto amsterdam = site("AMS", "Amsterdam", "Europe/Amsterdam");
  const auto london = site("LON", "London", "Europe/London");
  const auto room = [&](const char* code, const char* name, Id<Site> where) {
    return draft.add<Room>([&](Room& r) {
      r.code = code;
      r.name = name;
      r.site = where;
      r.is_virtual = !where;
    });
  };
  const auto dune = room("DUNE", "Dune room", amsterdam);
  room("SAND", "Sand room", amsterdam);
  const auto online = room("ONLINE", "Online room", {});

  const auto person = [&](const char* number, const char* name, const char* email, Id<Site> home) {
    return draft.add<Person>([&](Person& p) {
      p.number = number;
      p.name = name;
      p.email = email;
      p.site = home;
    });
  };
  const auto zsofia = person("1", "Takács, Zsófia", "zsofia.takacs@marram.example", amsterdam);
  const auto ruben = person("2", "Ruben de Wit", "ruben@marram.example", london);
  const auto niamh = person("3", "Niamh Devlin", "", london);
  const auto owner = person("4", "Marieke Zwart", "marieke@marram.example", amsterdam);
  const auto facilitator = [&](const char* code, const char* name, Id<Person> self, Id<Site> home) {
    return draft.add<Facilitator>([&](Facilitator& f) {
      f.code = code;
      f.name = name;
      f.person = self;
      f.sites = {home};
    });
  };
  const auto marieke = facilitator("MARIEKE", "Marieke Zwart", owner, amsterdam);
  const auto sam = facilitator("SAM", "Sam Ó Briain", {}, london);

  const auto programme = draft.add<Programme>([](Programme& p) {
    p.code = "LEAD";
    p.title = "Leaders";
    p.owner = "4";
  });
  const auto session = [&](const char* cohort, const char* cohort_name, Id<Site> home,
                           const char* module, const char* title, int meetings) {
    const auto cohort_id = draft.add<Cohort>([&](Cohort& c) {
      c.code = cohort;
      c.name = cohort_name;
      c.programme = programme;
      c.site = home;
    });
    const auto module_id = draft.add<Module>([&](Module& m) {
      m.code = module;
      m.title = title;
      m.minutes = 180 * meetings;
      m.meetings = meetings;
    });
    return draft.add<Session>([&](Session& s) {
      s.code = std::string{cohort} + "/" + module;
      s.cohorts = {cohort_id};
      s.module = module_id;
    });
  };
  const auto talk = session("AMS-1", "Leaders, spring; Amsterdam", amsterdam, "M1",
                            "Tough conversations; told plainly, twice", 2);
  const auto feedback = session("LON-1", "Managers spring", london, "M2", "Feedback", 1);
  const auto meeting = [&](Id<Session> of, int number, int day, int from, int minutes,
                           Id<Room> where, Id<Facilitator> lead) {
    draft.add<Meeting>([&](Meeting& m) {
      m.session = of;
      m.number = number;
      m.date = make_date(2027, 3, static_cast<unsigned>(day));
      m.start = hour(from);
      m.end = {from * 60 + minutes};
      m.room = where;
      m.leads = {lead};
    });
  };
  meeting(talk, 1, 25, 9, 180, dune, marieke);
  meeting(talk, 2, 31, 9, 180, dune, marieke);
  meeting(feedback, 1, 29, 14, 90, online, sam);
  for (const auto& [of, who] : {std::pair{talk, zsofia},
                                {talk, ruben},
                                {feedback, zsofia},
                                {feedback, ruben},
                                {feedback, niamh}})
    draft.add<Seat>([&](Seat& s) {
      s.session = of;
      s.person = who;
    });
  return draft;
}

}  // namespace

CalendarWorld::CalendarWorld() : program(spring().program()) {}

report::PublishPlan CalendarWorld::publish() {
  now += std::chrono::hours{1};
  return keep(report::publish(program, {as_of, now}, uids_, words));
}

report::PublishPlan CalendarWorld::calendar(const report::Audience& audience) {
  now += std::chrono::hours{1};
  return keep(report::calendar(program, audience, {as_of, now}, uids_, words));
}

report::PublishPlan CalendarWorld::keep(Result<report::PublishPlan> plan) {
  if (!plan) throw std::runtime_error(text(plan.error().front()));
  changes.clear();
  for (const print::File& file : print::calendar_files(*plan)) {
    if (!file.path.starts_with("changes/")) {
      files[file.path] = file.bytes;
    } else {
      const std::size_t stamp = file.path.find('/') + 1;
      changes[file.path.substr(file.path.find('/', stamp) + 1)] = file.bytes;
    }
  }
  CountingIds ids{next_id_};
  auto applied = apply_all(program, plan->commands, ids, "Publish");
  if (!applied) throw std::runtime_error(text(applied.error().front()));
  program = applied->program;
  next_id_ = ids.next();
  return std::move(*plan);
}

const CalendarEntry& CalendarWorld::entry(const std::string& meeting,
                                          const std::string& audience) const {
  const CalendarEntry* found = program.calendar_entries.find_key(join_key({meeting, audience}));
  if (!found) throw std::runtime_error("never sent: " + meeting + " to " + audience);
  return *found;
}

IcsComponent CalendarWorld::event(const std::string& path, const std::string& meeting,
                                  const std::string& audience) const {
  const auto file = files.find(path);
  if (file == files.end()) throw std::runtime_error("no file " + path);
  return event_of(read_ics(file->second), entry(meeting, audience).uid);
}

void CalendarWorld::put(AnyRow row) {
  if (id_of(row) == 0) set_id(row, next_id_++);
  tandem::put(program, std::move(row));
}

void CalendarWorld::remove(TableId table, RawId id) { erase(program, table, id); }

Session CalendarWorld::session(const std::string& code) const {
  return *program.sessions.find_key(code);
}

Meeting CalendarWorld::meeting(const std::string& code, int number) const {
  for (const Meeting& m : program.meetings)
    if (m.session == session(code).id && m.number == number) return m;
  throw std::runtime_error("no such meeting");
}

void CalendarWorld::move(const std::string& code, int number, Date date, int from) {
  Meeting row = meeting(code, number);
  row.date = date;
  row.start = hour(from);
  row.end = hour(from + 3);
  put(row);
}

void CalendarWorld::drop_seat(const std::string& code, const std::string& number) {
  for (Seat row : Table<Seat>{program.seats})  // a copy: rows are put while it is read

    if (row.session == session(code).id && row.person == program.people.find_key(number)->id) {
      row.status = SeatStatus::cancelled;
      put(row);
    }
}

std::vector<std::string> differing(const Files& before, const Files& after) {
  std::set<std::string> out;
  for (const auto* side : {&before, &after})
    for (const auto& [path, bytes] : *side) {
      const auto a = before.find(path);
      const auto b = after.find(path);
      if (a == before.end() || b == after.end() || a->second != b->second) out.insert(path);
    }
  return {out.begin(), out.end()};
}

}  // namespace tandem::test
