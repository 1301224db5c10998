#include "tests/bench/files/sm_file.hpp"

#include <fmt/format.h>

#include "tests/bench/files/number_lines.hpp"

namespace tandem::bench {

using schedule::rcpsp::ProjectData;

Result<ProjectData> read_sm(const std::string& name, std::string_view text) {
  NumberLines lines{name, text};
  ProjectData project;
  std::vector<std::vector<int>> successors;

  if (!lines.skip_past("PRECEDENCE RELATIONS:"))
    return lines.complain("no line 'PRECEDENCE RELATIONS:'");
  lines.skip(1);
  while (!lines.at_end() && lines.line().find('*') == std::string::npos) {
    const auto row = lines.numbers();
    if (!row) return fail(row.error());
    if (row->size() < 3) return lines.complain("job, modes and number of successors are expected");
    if ((*row)[0] != static_cast<int>(successors.size()) + 1)
      return lines.complain(
          fmt::format("job {} where job {} is expected", (*row)[0], successors.size() + 1));
    if ((*row)[1] != 1)
      return lines.complain(fmt::format("{} modes; one can be handled", (*row)[1]));
    if ((*row)[2] < 0 || row->size() != 3 + static_cast<std::size_t>((*row)[2]))
      return lines.complain(
          fmt::format("{} successors announced, {} given", (*row)[2], row->size() - 3));
    successors.emplace_back(row->begin() + 3, row->end());
  }

  if (!lines.skip_past("REQUESTS/DURATIONS:"))
    return lines.complain("no line 'REQUESTS/DURATIONS:'");
  lines.skip(2);
  for (std::size_t i = 0; i < successors.size(); ++i) {
    const auto row = lines.numbers();
    if (!row) return fail(row.error());
    if (row->size() < 3 || (*row)[0] != static_cast<int>(i) + 1)
      return lines.complain(fmt::format("job {}, mode, duration and demands are expected", i + 1));
    project.durations.push_back((*row)[2]);
    project.demands.emplace_back(row->begin() + 3, row->end());
  }

  if (!lines.skip_past("RESOURCEAVAILABILITIES:"))
    return lines.complain("no line 'RESOURCEAVAILABILITIES:'");
  if (!lines.at_end() && lines.line().find('N') != std::string::npos)
    return lines.complain("non-renewable resources cannot be handled");
  lines.skip(1);
  const auto capacities = lines.numbers();
  if (!capacities) return fail(capacities.error());
  project.capacities = *capacities;

  for (std::size_t i = 0; i < successors.size(); ++i)
    for (const int to : successors[i])
      project.lags.push_back({static_cast<int>(i), to - 1, project.durations[i]});
  return project;
}

}  // namespace tandem::bench
