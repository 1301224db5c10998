// Time zones by their IANA name: local minutes to UTC and back, and the changes of offset that a
// calendar file must carry. The one door to the zone database; the rest of the planner works in
// local calendar values and in slots. Thread rule: a Zone is an immutable value, free to share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planner/base/date.hpp"
#include "planner/base/result.hpp"

namespace tandem {

enum class LocalKind { unique, skipped, twice };  // skipped and twice: where the clocks change

struct UtcOf {
  UtcMinute utc;   // twice: the earlier one; skipped: the moment the clocks change
  LocalKind kind;
};

struct OffsetPeriod {
  UtcMinute begin;  // in force from here
  minutes offset;   // local = utc + offset
  bool summer_time;
  std::string abbreviation;  // CET
};

class Zone {
 public:
  // Errors: bad_input, the name is not in the zone database.
  static Result<Zone> find(std::string_view name);

  const std::string& name() const { return name_; }
  UtcOf to_utc(LocalMinute local) const;
  LocalMinute to_local(UtcMinute utc) const;
  // The offset in force at `from` and each change before `to`, in order of time.
  std::vector<OffsetPeriod> periods(UtcMinute from, UtcMinute to) const;

 private:
  Zone(std::string name, const void* zone) : name_(std::move(name)), zone_(zone) {}

  std::string name_;
  const void* zone_;  // date::time_zone, owned by the database for the life of the process
};

}  // namespace tandem
