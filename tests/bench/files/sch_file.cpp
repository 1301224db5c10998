#include "tests/bench/files/sch_file.hpp"

#include <fmt/format.h>

#include "tests/bench/files/number_lines.hpp"

namespace tandem::bench {

using schedule::rcpsp::ProjectData;

Result<ProjectData> read_sch(const std::string& name, std::string_view text) {
  NumberLines lines{name, text};
  ProjectData project;
  const auto head = lines.numbers();
  if (!head) return fail(head.error());
  if (head->size() < 2 || (*head)[0] < 1 || (*head)[1] < 0)
    return lines.complain("number of activities and of resources are expected");
  const int jobs = (*head)[0] + 2;
  for (std::size_t at = 2; at < head->size(); ++at)
    if ((*head)[at] != 0)
      return lines.complain("only renewable resources of constant capacity can be handled");

  for (int i = 0; i < jobs; ++i) {
    const auto row = lines.numbers();
    if (!row) return fail(row.error());
    if (row->size() < 3 || (*row)[0] != i)
      return lines.complain(fmt::format("activity {}, modes and successors are expected", i));
    if ((*row)[1] != 1)
      return lines.complain(fmt::format("{} modes; one can be handled", (*row)[1]));
    const int successors = (*row)[2];
    if (successors < 0 || row->size() != 3 + 2 * static_cast<std::size_t>(successors))
      return lines.complain(
          fmt::format("{} successors and as many lags in brackets are expected", successors));
    for (int k = 0; k < successors; ++k) {
      const auto at = static_cast<std::size_t>(3 + k);
      const auto lag = at + static_cast<std::size_t>(successors);
      project.lags.push_back({i, (*row)[at], (*row)[lag]});
    }
  }
  for (int i = 0; i < jobs; ++i) {
    const auto row = lines.numbers();
    if (!row) return fail(row.error());
    if (row->size() != 3 + static_cast<std::size_t>((*head)[1]) || (*row)[0] != i)
      return lines.complain(
          fmt::format("activity {}, mode, duration and {} demands are expected", i, (*head)[1]));
    project.durations.push_back((*row)[2]);
    project.demands.emplace_back(row->begin() + 3, row->end());
  }
  const auto capacities = lines.numbers();
  if (!capacities) return fail(capacities.error());
  project.capacities = *capacities;
  return project;
}

}  // namespace tandem::bench
