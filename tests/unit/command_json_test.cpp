#include "db/exchange/command_json.hpp"

#include "db/exchange/folder.hpp"
#include "planner/edit/apply.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/source_path.hpp"

using namespace tandem;

namespace {

const Program& starter() {
  static const Program program = [] {
    auto read = db::read_folder(test::source_path("samples/starter"));
    if (!read) FAIL(text(read.error().front()));
    return *std::move(read);
  }();
  return program;
}

Command parsed(const Program& program, std::string_view line) {
  auto command = db::parse_command(program, line);
  if (!command) FAIL(text(command.error().front()));
  return *std::move(command);
}

std::vector<std::string> problems(std::string_view line) {
  std::vector<std::string> out;
  const auto command = db::parse_command(starter(), line);
  if (!command)
    for (const Error& error : command.error()) out.push_back(text(error));
  return out;
}

Program applied(const Program& program, const Command& command) {
  CountingIds ids{1'000'000};
  auto done = apply(program, command, ids);
  if (!done) FAIL(text(done.error().front()));
  return std::move(done->program);
}

// Carrying out what was written and read again does what the command itself does.
void check_round_trip(const Program& program, const Command& command) {
  const std::string line = db::command_text(program, command);
  INFO(line);
  CHECK(applied(program, parsed(program, line)) == applied(program, command));
}

template <class T>
const T& first(const Table<T>& table) {
  return *table.begin();
}

}  // namespace

TEST_CASE("a put changes the columns it names and leaves the rest of the row") {
  const Room& room = first(starter().rooms);
  const auto put =
      std::get<Put>(parsed(starter(), R"({"command":"put","table":"rooms","row":{"code":")" +
                                          room.code + R"(","capacity":77}})"));
  Room wanted = room;
  wanted.capacity = 77;
  CHECK(put.row == AnyRow{wanted});
}

TEST_CASE("a put can rename a row, empty a column, and add a row") {
  const Room& room = first(starter().rooms);
  const auto renamed = std::get<Put>(parsed(
      starter(), R"({"command":"put","table":"rooms","key":")" + room.code +
                     R"(","row":{"code":"NEW","capacity":null,"virtual":null,"x_floor":"3"}})"));
  Room wanted = room;
  wanted.code = "NEW";
  wanted.capacity.reset();
  wanted.is_virtual = false;
  wanted.extras["x_floor"] = "3";
  CHECK(renamed.row == AnyRow{wanted});

  const auto added = std::get<Put>(
      parsed(starter(),
             R"({"command":"put","table":"holidays","row":{"site":"HAA","date":"2027-12-25"}})"));
  CHECK(id_of(added.row) == 0);
  CHECK(as<Holiday>(added.row).date == make_date(2027, 12, 25));
}

TEST_CASE("the settings are one row that needs no key") {
  const auto put = std::get<Put>(parsed(
      starter(),
      R"({"command":"put","table":"workspace","row":{"as_of":"2027-03-01","slot_minutes":null}})"));
  Workspace wanted = starter().workspace();
  wanted.as_of = make_date(2027, 3, 1);
  wanted.slot_minutes = 30;
  CHECK(put.row == AnyRow{wanted});
}

TEST_CASE("rows whose keys may repeat are told by as many columns as it takes") {
  Program program = starter();
  Rating one = first(program.ratings);
  Rating two = one;
  two.id = {2'000'000};
  two.level = one.level == 5 ? 4 : one.level + 1;
  two.rater = "another";
  program.ratings.put(two);
  const std::string person = std::string{code_of(program, one.person)};
  const std::string competency = std::string{code_of(program, one.competency)};
  const std::string key = R"({"person":")" + person + R"(","competency":")" + competency +
                          R"(","source":")" + std::string{word(one.source)} + "\"";
  const std::string head = R"({"command":"remove","table":"ratings","key":)" + key;
  const auto vague = db::parse_command(program, head + "}}");
  REQUIRE_FALSE(vague);
  CHECK(text(vague.error().front()) == "key: the key fits 2 rows of ratings (name more columns)");
  const auto exact = std::get<Remove>(parsed(program, head + R"(,"rater":"another"}})"));
  CHECK(exact.id == two.id.value);
}

TEST_CASE("every row of the starter can be put, changed and removed by its line") {
  for (const TableInfo& table : tables()) {
    INFO(table.name);
    Program program = starter();
    std::vector<AnyRow> rows;
    for_each_row(program, table.id, [&](const RowRef& ref) { rows.push_back(copy(ref)); });
    for (AnyRow row : rows) {
      const RawId id = id_of(row);
      // Removed by its key: the very row, or one that is the same to the last column.
      const auto line = db::command_text(program, Remove{table.id, id});
      const auto gone = std::get<Remove>(parsed(program, line));
      AnyRow twin = copy(find(program, table.id, gone.id));
      set_id(twin, id);
      CHECK(twin == row);
      // Added where it is not.
      Program without = program;
      erase(without, table.id, id);
      set_id(row, 0);
      const auto put = std::get<Put>(parsed(without, db::command_text(without, Put{row})));
      CHECK(put.row == row);
    }
  }
}

TEST_CASE("every kind of command comes back from its line with the same effect") {
  const Program& program = starter();
  Room room = first(program.rooms);
  room.capacity.reset();
  room.name = "A \"new\" name";
  check_round_trip(program, Put{AnyRow{room}});
  check_round_trip(program, Remove{TableId::waivers, first(program.waivers).id.value});

  const Meeting* movable = nullptr;
  for (const Meeting& m : program.meetings)
    if (program.sessions.at(m.session).status == SessionStatus::planned) movable = &m;
  REQUIRE(movable);
  const PlannedMeeting moved{movable->date + days{7}, movable->start, movable->end,
                             movable->room,           movable->leads, movable->cofacilitators};
  check_round_trip(program, MoveSession{movable->session, {moved}, true});
  check_round_trip(program, MoveSession{movable->session, {}, false});

  const Session& session = program.sessions.at(movable->session);
  PlannedSession planned{
      session.code, session.cohorts, session.module, session.variant, {}, {}, {moved}, {}};
  for (const Seat& seat : program.seats)
    if (seat.session == session.id) planned.seats.push_back(seat.person);
  check_round_trip(program, AdoptSchedule{{{planned}}, {session.cohorts.front()}});

  const Attendance& mark = first(program.attendance);
  check_round_trip(program, RecordAttendance{mark.session, mark.meeting, mark.person,
                                             AttendanceStatus::partial, 30});
  check_round_trip(program, RecordAttendance{mark.session, mark.meeting, mark.person, {}, {}});
  check_round_trip(program, PausePerson{first(program.people).id, make_date(2027, 9, 1),
                                        make_date(2027, 9, 30), SeasonKind::lighter});
}

TEST_CASE("what a line gets wrong is said with the member and the way out") {
  CHECK(problems("put rooms").front().starts_with("not valid JSON: "));
  CHECK(problems("[]") ==
        std::vector<std::string>{"a list is no command (give one JSON object a line)"});
  CHECK(problems(R"({"command":"putt"})") ==
        std::vector<std::string>{"command: there is no command 'putt' (did you mean put?)"});
  CHECK(problems(R"({"command":"put","table":"room","row":{},"rwo":{}})") ==
        std::vector<std::string>{"rwo: unknown member 'rwo' (did you mean row?)",
                                 "table: there is no table 'room' (did you mean rooms?)"});
  CHECK(
      problems(
          R"({"command":"put","table":"rooms","row":{"code":"Z","capacity":"12","site":"HAB"}})") ==
      std::vector<std::string>{
          "row.site: 'HAB' is not in sites (did you mean HAA?)",
          "row.capacity: '12' does not fit here (give a whole number from 1 to 100000)",
          "row.name: 'name' is missing (a new room needs it)"});
  CHECK(
      problems(
          R"({"command":"put","table":"sites","key":"HAA","row":{"name":null,"working_days":[]}})") ==
      std::vector<std::string>{"row.name: is empty (give text)",
                               "row.working_days: is empty (give days such as Mon;Tue;Wed)"});
  CHECK(problems(R"({"command":"remove","table":"rooms","key":"NOPE"})")
            .front()
            .starts_with("key: there is no room 'NOPE'"));
  CHECK(problems(R"({"command":"remove","table":"seats","key":"NOPE"})") ==
        std::vector<std::string>{"key: 'NOPE' is no key (give an object with session and person)"});
  CHECK(problems(R"({"command":"record_attendance","session":"X","meeting":0})") ==
        std::vector<std::string>{"session: 'X' is not in sessions (add it to sessions first)",
                                 "meeting: '0' is out of range (a whole number from 1 to 60)",
                                 "person: 'person' is missing (give it a value)",
                                 "status: 'status' is missing (null takes the mark back)"});
  CHECK(
      problems(
          R"({"command":"move_session","session":"LDR-1/C1","meetings":[{"date":"2027-03-09","start":"9:00","end":"10:00"}],"pin":"yes"})") ==
      std::vector<std::string>{
          "meetings[0].start: '9:00' is not a time (write times as 09:30, 00:00 to 24:00)",
          "pin: 'yes' does not fit here (give true or false)"});
}
