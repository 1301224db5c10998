#include "planner/base/zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace tandem {
namespace {

const date::time_zone& zone_at(const void* zone) { return *static_cast<const date::time_zone*>(zone); }

// date's local_t and ours are different types: they meet at the count since the epoch.
date::local_time<minutes> theirs(LocalMinute local) {
  return date::local_time<minutes>{local.time_since_epoch()};
}

}  // namespace

Result<Zone> Zone::find(std::string_view name) {
  try {
    return Zone{std::string{name}, date::locate_zone(std::string{name})};
  } catch (const std::runtime_error&) {
    return fail(ErrorCode::bad_input, "no time zone named '" + std::string{name} + "'", {},
                "use an IANA name such as Europe/Amsterdam");
  }
}

UtcOf Zone::to_utc(LocalMinute local) const {
  const auto info = zone_at(zone_).get_info(theirs(local));
  const auto minus = [&](const date::sys_info& in_force) {
    return UtcMinute{local.time_since_epoch() -
                     std::chrono::floor<minutes>(in_force.offset)};
  };
  switch (info.result) {
    case date::local_info::nonexistent:
      return {UtcMinute{std::chrono::floor<minutes>(info.first.end.time_since_epoch())},
              LocalKind::skipped};
    case date::local_info::ambiguous:
      return {minus(info.first), LocalKind::twice};
    default:
      return {minus(info.first), LocalKind::unique};
  }
}

LocalMinute Zone::to_local(UtcMinute utc) const {
  const auto info = zone_at(zone_).get_info(utc);
  return LocalMinute{utc.time_since_epoch() + std::chrono::floor<minutes>(info.offset)};
}

std::vector<OffsetPeriod> Zone::periods(UtcMinute from, UtcMinute to) const {
  std::vector<OffsetPeriod> out;
  for (std::chrono::sys_seconds when = from; when < to;) {
    const auto info = zone_at(zone_).get_info(when);
    out.push_back({std::chrono::floor<minutes>(info.begin), std::chrono::floor<minutes>(info.offset),
                   info.save != minutes{0}, info.abbrev});
    when = info.end;
  }
  return out;
}

}  // namespace tandem
