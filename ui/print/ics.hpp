// Calendar events as iCalendar files (RFC 5545, RFC 5546): libical escapes and folds, the rules of
// the time zones are our own (print/zone_rules.hpp). Same events, same bytes. Knows what is in a
// file, not which files there are (planner/report/calendar.hpp).
#pragma once

#include <string>
#include <vector>

#include "planner/report/calendar.hpp"
#include "ui/print/files.hpp"

namespace tandem::print {

// Requires: zones known to the zone database and stamps of 16 characters, as report::publish gives.
std::string ics(const report::CalendarFile& file);

// What `tandem publish` and `tandem calendar` write: save the plan's commands, then give these to
// write_files.
std::vector<File> calendar_files(const report::PublishPlan& plan);

}  // namespace tandem::print
