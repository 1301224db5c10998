#include "tests/bench/organisation.hpp"

#include <fmt/format.h>

namespace tandem::bench {

Program organisation(int people) {
  Program program;
  Workspace workspace;
  workspace.id = {3};
  workspace.name = "Bench";
  workspace.zone = "Europe/Amsterdam";
  workspace.horizon_from = make_date(2027, 1, 1);
  workspace.horizon_to = make_date(2027, 12, 31);
  program.workspaces.put(workspace);
  Site site;
  site.id = {1};
  site.code = "AMS";
  site.name = "Amsterdam";
  site.zone = "Europe/Amsterdam";
  site.day_start = TimeOfDay{540};
  site.day_end = TimeOfDay{1020};
  site.working_days.bits = 0b11111;
  program.sites.put(site);
  Unit unit;
  unit.id = {2};
  unit.code = "OPS";
  unit.name = "Operations";
  program.units.put(unit);
  std::vector<Person> rows;
  for (int i = 0; i < people; ++i) {
    Person person;
    person.id = {static_cast<RawId>(1000 + i)};
    person.number = fmt::format("E{:07}", i);
    person.name = fmt::format("Given{} Family{}", i % 997, i % 4999);
    person.email = fmt::format("p{}@northmere.example", i);
    person.unit = {2};
    person.site = {1};
    if (i > 0) person.manager = {static_cast<RawId>(1000 + i / 8)};
    person.hired = make_date(2015, 1, 1) + days{i % 4000};
    rows.push_back(std::move(person));
  }
  program.people = Table<Person>::from(std::move(rows));
  return program;
}

}  // namespace tandem::bench
