#include "planner/curriculum/coverage.hpp"

#include <algorithm>
#include <map>

namespace tandem {
namespace {

template <class T>
std::vector<Id<T>> by_code(const Program& program, std::vector<Id<T>> ids) {
  std::sort(ids.begin(), ids.end(),
            [&](Id<T> a, Id<T> b) { return code_of(program, a) < code_of(program, b); });
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<Id<Module>> modules_of(const Program& program, Id<Programme> programme) {
  std::vector<Id<Module>> out;
  if (programme) {
    for (const ProgrammeModule& row : program.programme_modules)
      if (row.programme == programme) out.push_back(row.module);
  } else {
    for (const Module& m : program.modules) out.push_back(m.id);
  }
  return by_code(program, std::move(out));
}

void add(CoverageCell& cell, const Objective& objective) {
  ++cell.objectives;
  cell.minutes += objective.minutes.value_or(0);
  if (!objective.minutes) ++cell.untimed;
}

}  // namespace

Coverage coverage(const Program& program, Id<Programme> programme) {
  Coverage out;
  out.modules = modules_of(program, programme);
  std::vector<Id<Competency>> competencies;
  for (const Competency& c : program.competencies) competencies.push_back(c.id);
  competencies = by_code(program, std::move(competencies));
  competencies.push_back({});

  std::map<Id<Module>, std::size_t> column;
  for (std::size_t k = 0; k < out.modules.size(); ++k) column[out.modules[k]] = k;
  std::map<Id<Competency>, std::size_t> row;
  for (const Id<Competency> c : competencies) {
    row[c] = out.rows.size();
    out.rows.push_back({c, std::vector<CoverageCell>(out.modules.size()), {}});
  }
  for (const Objective& objective : program.objectives) {
    const auto at = column.find(objective.module);
    if (at == column.end()) continue;
    CoverageRow& in = out.rows[row.at(objective.competency)];
    add(in.cells[at->second], objective);
    add(in.sum, objective);
    add(out.sum, objective);
  }
  if (out.rows.back().sum.empty()) out.rows.pop_back();
  return out;
}

}  // namespace tandem
