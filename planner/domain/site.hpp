// A site: a place with one time zone, working hours and holidays; virtual for people who work from
// anywhere in that zone. Travel says how long it takes between two physical sites.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

struct Site : Row<Site> {
  std::string code;
  std::string name;
  std::string zone;  // IANA name
  std::optional<TimeOfDay> day_start;
  std::optional<TimeOfDay> day_end;
  Weekdays working_days;
  bool is_virtual{};

  bool operator==(const Site&) const = default;
};

struct Holiday : Row<Holiday> {
  Id<Site> site;
  Date date{};
  std::string name;

  bool operator==(const Holiday&) const = default;
};

struct Travel : Row<Travel> {
  Id<Site> from_site;
  Id<Site> to_site;
  int minutes{};

  bool operator==(const Travel&) const = default;
};

constexpr auto fields(Tag<Site>) {
  return std::array{
      field<&Site::code>("code").key(),
      field<&Site::name>("name").required(),
      field<&Site::zone>("zone").required(),
      field<&Site::day_start>("day_start").required(),
      field<&Site::day_end>("day_end").required(),
      field<&Site::working_days>("working_days").required(),
      field<&Site::is_virtual>("virtual"),
  };
}

constexpr auto fields(Tag<Holiday>) {
  return std::array{
      field<&Holiday::site>("site").key(),
      field<&Holiday::date>("date").key(),
      field<&Holiday::name>("name"),
  };
}

constexpr auto fields(Tag<Travel>) {
  return std::array{
      field<&Travel::from_site>("from_site").key(),
      field<&Travel::to_site>("to_site").key(),
      field<&Travel::minutes>("minutes").required().range(0, 1440),
  };
}

}  // namespace tandem
