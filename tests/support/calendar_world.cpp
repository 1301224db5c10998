#include "tests/support/calendar_world.hpp"

#include <set>
#include <stdexcept>

#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"
#include "ui/print/ics.hpp"

namespace tandem::test {
namespace {

TimeOfDay hour(int h) { return {h * 60}; }

Site site(RawId id, std::string code, std::string name, std::string zone) {
  Site out;
  out.id = {id};
  out.code = std::move(code);
  out.name = std::move(name);
  out.zone = std::move(zone);
  out.day_start = hour(8);
  out.day_end = hour(18);
  out.working_days = {0b11111};
  return out;
}

Room room(RawId id, std::string code, std::string name, RawId site_id) {
  Room out;
  out.id = {id};
  out.code = std::move(code);
  out.name = std::move(name);
  out.site = {site_id};
  out.is_virtual = site_id == 0;
  return out;
}

Person person(RawId id, std::string name, std::string email, RawId site_id) {
  Person out;
  out.id = {id};
  out.number = std::to_string(id);
  out.name = std::move(name);
  out.email = std::move(email);
  out.site = {site_id};
  return out;
}

Cohort cohort(RawId id, std::string code, std::string name, RawId site_id) {
  Cohort out;
  out.id = {id};
  out.code = std::move(code);
  out.name = std::move(name);
  out.programme = {1};
  out.site = {site_id};
  return out;
}

Module module_of(RawId id, std::string code, std::string title, int meetings) {
  Module out;
  out.id = {id};
  out.code = std::move(code);
  out.title = std::move(title);
  out.minutes = 180 * meetings;
  out.meetings = meetings;
  return out;
}

Session session_of(RawId id, std::string code, RawId cohort_id, RawId module_id) {
  Session out;
  out.id = {id};
  out.code = std::move(code);
  out.cohorts = {{cohort_id}};
  out.module = {module_id};
  return out;
}

Meeting meeting_of(RawId id, RawId session_id, int number, Date date, TimeOfDay start,
                   TimeOfDay end, RawId room_id, RawId lead) {
  Meeting out;
  out.id = {id};
  out.session = {session_id};
  out.number = number;
  out.date = date;
  out.start = start;
  out.end = end;
  out.room = {room_id};
  out.leads = {{lead}};
  return out;
}

Seat seat(RawId id, RawId session_id, RawId person_id) {
  Seat out;
  out.id = {id};
  out.session = {session_id};
  out.person = {person_id};
  return out;
}

}  // namespace

CalendarWorld::CalendarWorld() {
  Workspace workspace;
  workspace.id = {1};
  workspace.name = "Marram Water";
  workspace.zone = "Europe/Amsterdam";
  tandem::put(program, workspace);

  tandem::put(program, site(1, "AMS", "Amsterdam", "Europe/Amsterdam"));
  tandem::put(program, site(2, "LON", "London", "Europe/London"));
  tandem::put(program, room(1, "DUNE", "Dune room", 1));
  tandem::put(program, room(2, "SAND", "Sand room", 1));
  tandem::put(program, room(3, "ONLINE", "Online room", 0));

  tandem::put(program, person(1, "Takács, Zsófia", "zsofia.takacs@marram.example", 1));
  tandem::put(program, person(2, "Ruben de Wit", "ruben@marram.example", 2));
  tandem::put(program, person(3, "Niamh Devlin", "", 2));
  tandem::put(program, person(4, "Marieke Zwart", "marieke@marram.example", 1));
  Facilitator marieke;
  marieke.id = {1};
  marieke.code = "MARIEKE";
  marieke.name = "Marieke Zwart";
  marieke.person = {4};
  marieke.sites = {{1}};
  tandem::put(program, marieke);
  Facilitator sam;
  sam.id = {2};
  sam.code = "SAM";
  sam.name = "Sam Ó Briain";
  sam.sites = {{2}};
  tandem::put(program, sam);

  Programme programme;
  programme.id = {1};
  programme.code = "LEAD";
  programme.title = "Leaders";
  programme.owner = "4";
  tandem::put(program, programme);
  tandem::put(program, cohort(1, "AMS-1", "Leaders, spring; Amsterdam", 1));
  tandem::put(program, cohort(2, "LON-1", "Managers spring", 2));
  tandem::put(program, module_of(1, "M1", "Tough conversations; told plainly, twice", 2));
  tandem::put(program, module_of(2, "M2", "Feedback", 1));

  tandem::put(program, session_of(1, "AMS-1/M1", 1, 1));
  tandem::put(program, session_of(2, "LON-1/M2", 2, 2));
  tandem::put(program, meeting_of(1, 1, 1, make_date(2027, 3, 25), hour(9), hour(12), 1, 1));
  tandem::put(program, meeting_of(2, 1, 2, make_date(2027, 3, 31), hour(9), hour(12), 1, 1));
  tandem::put(program, meeting_of(3, 2, 1, make_date(2027, 3, 29), hour(14), {15 * 60 + 30}, 3, 2));
  RawId next = 1;
  for (const auto& [session_id, person_id] :
       {std::pair<RawId, RawId>{1, 1}, {1, 2}, {2, 1}, {2, 2}, {2, 3}})
    tandem::put(program, seat(next++, session_id, person_id));
}

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
