#include "db/exchange/row_json.hpp"

#include "db/exchange/proposal_json.hpp"
#include "planner/base/text.hpp"
#include "tests/support/catch.hpp"

using namespace tandem;

namespace {

// Something in every kind of column, with the marks that JSON and CSV treat as their own.
Value sample(const Field& field) {
  switch (field.kind) {
    case Kind::text:
      return std::string{"a;\"b\",\\ \n ü "};
    case Kind::integer:
      return field.max;
    case Kind::boolean:
      return std::int64_t{1};
    case Kind::date:
      return std::int64_t{make_date(2027, 3, 9).time_since_epoch().count()};
    case Kind::time:
      return std::int64_t{1440};
    case Kind::choice:
      return static_cast<std::int64_t>(field.choices.size()) - 1;
    case Kind::weekdays:
      return std::int64_t{0b1010001};
    case Kind::reference:
    case Kind::scoped:
      return std::int64_t{7'000'000'000'000};
    case Kind::references:
    case Kind::integers:
      return std::vector<std::int64_t>{9, 7, 9};
    case Kind::words:
      return std::vector<std::string>{"a;b", " c"};
    case Kind::amounts:
      return std::vector<std::string>{"V:R:12"};
  }
  return {};
}

AnyRow full_row(const TableInfo& table) {
  AnyRow row = empty_row(table.id);
  set_id(row, 5);
  for (const Field& field : table.fields) field.set(data(row), sample(field));
  extras(row)["x_note"] = "mine";
  return row;
}

Program two_sites() {
  Program program;
  Site haarlem;
  haarlem.id = {1};
  haarlem.code = "HAA";
  program.sites.put(haarlem);
  Site norwich;
  norwich.id = {2};
  norwich.code = "NOR";
  program.sites.put(norwich);
  return program;
}

}  // namespace

TEST_CASE("a row of any table comes back from the change log as it was, full or empty") {
  for (const TableInfo& table : tables()) {
    INFO(table.name);
    const AnyRow full = full_row(table);
    const auto again = db::read_row(table.id, 5, db::row_json(full));
    if (!again) FAIL(text(again.error().front()));
    REQUIRE(again);
    CHECK(*again == full);

    AnyRow empty = empty_row(table.id);
    set_id(empty, 5);
    const auto still_empty = db::read_row(table.id, 5, db::row_json(empty));
    REQUIRE(still_empty);
    CHECK(*still_empty == empty);
  }
}

TEST_CASE("the columns that changed carry a row from before to after and back") {
  for (const TableInfo& table : tables()) {
    INFO(table.name);
    const AnyRow full = full_row(table);
    AnyRow empty = empty_row(table.id);
    set_id(empty, 5);
    const auto columns = db::changed_columns(empty, full);
    const auto forth = db::merge_row(empty, db::row_json(full, columns));
    REQUIRE(forth);
    CHECK(*forth == full);
    const auto back = db::merge_row(full, db::row_json(empty, columns));
    REQUIRE(back);
    CHECK(*back == empty);
  }
}

TEST_CASE("people see codes, not ids") {
  const Program program = two_sites();
  Room room;
  room.id = {9};
  room.code = "R1";
  room.site = {2};
  room.capacity = 12;
  CHECK(db::row_json(program, AnyRow{room}) ==
        R"({"code":"R1","site":"NOR","capacity":12,"virtual":false})");
  const auto again = db::read_row(program, TableId::rooms, 9, db::row_json(program, AnyRow{room}));
  REQUIRE(again);
  CHECK(*again == AnyRow{room});
}

TEST_CASE("every member of a row that does not fit is named, with the way out") {
  const Program program = two_sites();
  const auto row = db::read_row(
      program, TableId::rooms, 0,
      R"({"code":"R1","site":"NRO","capacity":"12","day_cost":-5,"virtual":"yes","colour":"red"})");
  REQUIRE_FALSE(row);
  std::vector<std::string> said;
  for (const Error& error : row.error()) said.push_back(text(error));
  CHECK(said == std::vector<std::string>{
                    "site: 'NRO' is not in sites (did you mean NOR?)",
                    "capacity: '12' does not fit here (give a whole number from 1 to 100000)",
                    "virtual: 'yes' does not fit here (give true or false)",
                    "day_cost: '-5' is out of range (a whole number from 0 to 2000000)",
                    "colour: rooms has no column 'colour' (columns of your own begin with x_)"});
}

TEST_CASE("a new scope lets go of the code it no longer governs") {
  const Program program = two_sites();
  Blackout blackout;
  blackout.scope = BlackoutScope::site;
  blackout.code = {2};
  const auto all = db::merge_row(program, AnyRow{blackout}, R"({"scope":"all"})");
  REQUIRE(all);
  CHECK_FALSE(as<Blackout>(*all).code);
}

TEST_CASE("JSON that is broken, too deep or ambiguous is refused") {
  const auto refused = [](std::string_view json) {
    const auto row = db::read_row(TableId::rooms, 1, json);
    return row ? std::string{} : row.error().front().message;
  };
  CHECK(contains(refused(R"({"code":)"), "not valid JSON"));
  CHECK(refused(std::string(65, '[') + std::string(65, ']')) == "nested more than 64 levels deep");
  CHECK(refused(R"({"code":"A","code":"B"})") == "'code' is given twice");
  CHECK(refused("{\"code\":\"\xff\"}") == "byte 10 is not valid UTF-8 or is NUL");
  CHECK(refused("[]") == "a list is not a row");
}

TEST_CASE("a proposal that was kept comes back equal, by ids and by codes") {
  Program program = two_sites();
  Cohort cohort;
  cohort.id = {3};
  cohort.code = "MGR-1";
  program.cohorts.put(cohort);
  Module module;
  module.id = {4};
  module.code = "M1a";
  program.modules.put(module);
  Person person;
  person.id = {5};
  person.number = "1001";
  program.people.put(person);
  Facilitator lead;
  lead.id = {6};
  lead.code = "SAOIRSE";
  program.facilitators.put(lead);

  PlannedSession placed;
  placed.code = "MGR-1/M1a";
  placed.cohorts = {{3}};
  placed.module = {4};
  placed.meetings = {{make_date(2027, 3, 9), {540}, {750}, {}, {{6}}, {}}};
  placed.seats = {{5}};
  PlannedSession unplaced;
  unplaced.code = "MGR-1/M1a/2";
  unplaced.cohorts = {{3}};
  unplaced.module = {4};
  unplaced.variant = "short";
  unplaced.due_to = make_date(2027, 4, 1);
  const Proposal proposal{{placed, unplaced}};

  const auto by_ids = db::read_proposal(db::proposal_json(proposal));
  REQUIRE(by_ids);
  CHECK(*by_ids == proposal);
  const std::string shown = db::proposal_json(program, proposal);
  CHECK(contains(shown, R"("leads":["SAOIRSE"])"));
  const auto by_codes = db::read_proposal(program, shown);
  REQUIRE(by_codes);
  CHECK(*by_codes == proposal);
}

TEST_CASE("a proposal that names nobody known is refused where it does so") {
  const auto proposal = db::read_proposal(
      two_sites(), R"({"sessions":[{"code":"A","cohort":["X"],"meetings":[{"date":"soon"}]}]})");
  REQUIRE_FALSE(proposal);
  std::vector<std::string> where;
  for (const Error& error : proposal.error()) where.push_back(error.where);
  CHECK(where == std::vector<std::string>{
                     "sessions[0].cohort", "sessions[0].module", "sessions[0].meetings[0].date",
                     "sessions[0].meetings[0].start", "sessions[0].meetings[0].end"});
}
