// Every command of the program as one line of JSON, for `tandem apply`, scripts and logs that
// people read. Rows are spelt by codes (row_json.hpp):
//
//   {"command":"put","table":"rooms","row":{"code":"R1","capacity":12}}
//   {"command":"put","table":"rooms","key":"R1","row":{"code":"R2"}}
//   {"command":"remove","table":"seats","key":{"session":"MGR-1/M1a","person":"1001"}}
//   {"command":"move_session","session":"MGR-1/M1a","meetings":[{"date":"2027-03-09","start":"09:00",
//    "end":"12:30","room":"R1","leads":["ANN"]}],"pin":true}
//   {"command":"adopt_schedule","proposal":{"sessions":[...]},"cohorts":["MGR-1"]}
//   {"command":"record_attendance","session":"MGR-1/M1a","meeting":1,"person":"1001","status":"full"}
//   {"command":"pause_person","person":"1001","from":"2027-04-01","to":"2027-05-31"}
//
// A command is read against the Program it is meant for: codes must be known, and a put changes
// only the columns it names of the row that stands. Knows nothing of carrying a command out.
#pragma once

#include <string>
#include <string_view>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"

namespace tandem::db {

// A key is a code, or an object with the columns that tell the row; rows of tables where keys may
// repeat are told by as many columns as it takes. Without a key, put finds the row by the key
// columns it names, and adds one where there is none, or where keys may repeat. Errors: bad_input,
// all problems of the line, each where = "row.capacity".
Result<Command> parse_command(const Program& program, std::string_view json_line);

// One line that parse_command reads as a command of the same effect on the same Program.
std::string command_text(const Program& program, const Command& command);

}  // namespace tandem::db
