#include "tests/support/store_world.hpp"

#include <stdexcept>

namespace tandem::test {
namespace {

std::string words_of(const Errors& errors) {
  std::string out;
  for (const Error& error : errors) out += text(error) + "\n";
  return out;
}

}  // namespace

Program small_program() {
  Program p;
  Workspace workspace;
  workspace.id = {1};
  workspace.name = "Northmere";
  workspace.zone = "Europe/Amsterdam";
  workspace.horizon_from = make_date(2027, 1, 4);
  workspace.horizon_to = make_date(2027, 12, 17);
  p.workspaces.put(workspace);
  for (const RawId id : std::initializer_list<RawId>{2, 3}) {
    Site site;
    site.id = {id};
    site.code = id == 2 ? "AMS" : "RTD";
    site.name = site.code;
    site.zone = "Europe/Amsterdam";
    site.day_start = TimeOfDay{540};
    site.day_end = TimeOfDay{1020};
    site.working_days.bits = 0b11111;
    p.sites.put(site);
  }
  Unit unit;
  unit.id = {4};
  unit.code = "OPS";
  unit.name = "Operations";
  p.units.put(unit);
  for (const RawId id : std::initializer_list<RawId>{10, 11, 12}) {
    Room room;
    room.id = {id};
    room.code = "R" + std::to_string(id);
    room.name = "Room " + std::to_string(id);
    room.site = {2};
    room.capacity = 12;
    p.rooms.put(room);
  }
  for (const RawId id : std::initializer_list<RawId>{20, 21}) {
    Person person;
    person.id = {id};
    person.number = "E" + std::to_string(id);
    person.name = id == 20 ? "Zoë de Vries" : "Ana \"Nan\" O'Neil";
    person.unit = {4};
    person.site = {2};
    if (id == 21) person.manager = {20};
    p.people.put(person);
  }
  Module module;
  module.id = {30};
  module.code = "M1a";
  module.title = "First steps";
  module.minutes = 90;
  p.modules.put(module);
  Programme programme;
  programme.id = {31};
  programme.code = "LEAD";
  programme.title = "Leading";
  p.programmes.put(programme);
  Cohort cohort;
  cohort.id = {32};
  cohort.code = "MGR-1";
  cohort.name = "Managers 1";
  cohort.programme = {31};
  cohort.site = {2};
  p.cohorts.put(cohort);
  Facilitator facilitator;
  facilitator.id = {33};
  facilitator.code = "F1";
  facilitator.name = "Kees";
  p.facilitators.put(facilitator);
  Session session;
  session.id = {34};
  session.code = "MGR-1/M1a";
  session.cohorts = {Id<Cohort>{32}};
  session.module = {30};
  p.sessions.put(session);
  return p;
}

TxInfo tx(std::string tx_id, std::string actor) {
  return {std::move(tx_id), std::move(actor), "tandem tests", Source::gui, 0};
}

SqliteHarness::SqliteHarness(const Program& program, Medium medium)
    : folder_(medium), file_(folder_ / "northmere.tandem") {
  TxInfo info = tx("load");
  info.source = Source::load;
  auto made = db::create(file_, program, info, "Load", clock);
  if (!made) throw std::runtime_error(words_of(made.error()));
  store_ = std::move(*made);
}

Store& SqliteHarness::second_window() {
  if (!second_) {
    auto opened = db::open(file_, clock);
    if (!opened) throw std::runtime_error(words_of(opened.error()));
    second_ = std::move(*opened);
  }
  return *second_;
}

void SqliteHarness::restart() {
  second_.reset();
  store_.reset();
  auto opened = db::open(file_, clock);
  if (!opened) throw std::runtime_error(words_of(opened.error()));
  store_ = std::move(*opened);
}

Snapshot loaded(Store& store) {
  auto snapshot = store.load();
  if (!snapshot) throw std::runtime_error(words_of(snapshot.error()));
  return std::move(*snapshot);
}

Transaction saved(const SaveResult& result) {
  if (const auto* errors = std::get_if<Errors>(&result))
    throw std::runtime_error(words_of(*errors));
  if (const auto* conflict = std::get_if<Conflict>(&result))
    throw std::runtime_error("a conflict with " + conflict->who);
  return std::get<Transaction>(result);
}

}  // namespace tandem::test
