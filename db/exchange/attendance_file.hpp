// Attendance in bulk: a file with the columns of attendance.csv, read against the Program it is
// meant for, as commands. A mark that is there already is replaced; what the file does not name
// stays. For `tandem attend --from`, and for lists that come back from a room or a web meeting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planner/base/result.hpp"
#include "planner/edit/command.hpp"

namespace tandem::db {

// `name` is how the file is called in problems. Errors: bad_input, all problems of header, cells
// and marks (no such meeting, no booked seat, too many minutes), each with file, line and column.
Result<std::vector<Command>> read_attendance(const Program& program, std::string_view csv,
                                             const std::string& name);

}  // namespace tandem::db
