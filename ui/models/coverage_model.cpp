#include "ui/models/coverage_model.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem::models {
namespace {

std::string cell_words(const CoverageCell& cell) {
  if (cell.empty()) return {};
  return cell.minutes > 0 ? std::to_string(cell.minutes) : "·";
}

}  // namespace

CoverageModel coverage_model(const Program& program, Id<Programme> programme) {
  const Coverage found = coverage(program, programme);
  CoverageModel out;
  out.of = code_of(program, programme);
  for (const Id<Module> id : found.modules) {
    const Module& m = program.modules.at(id);
    out.columns.push_back({m.code, m.title, m.orientation});
  }
  const std::string where = out.of.empty() ? "" : " in " + out.of;
  int taught = 0;
  for (const CoverageRow& row : found.rows) {
    CoverageLine line;
    const Competency* c = row.competency ? tandem::find(program, row.competency) : nullptr;
    line.code = c ? c->code : "";
    line.name = c ? c->name : "No competency named";
    if (c) line.orientation = c->orientation;
    for (const CoverageCell& cell : row.cells) line.cells.push_back(cell_words(cell));
    line.empty = row.sum.empty();
    line.sum = row.sum.minutes > 0 ? duration_words(row.sum.minutes) : "–";
    const auto modules = std::ranges::count_if(row.cells, [](const auto& x) { return !x.empty(); });
    line.modules = count(modules, "module");
    if (c && line.empty) out.gaps.push_back(fmt::format("Nobody teaches {}{}.", c->name, where));
    if (c && !line.empty) ++taught;
    out.lines.push_back(std::move(line));
  }
  std::string untimed;
  if (found.sum.untimed > 0)
    untimed = fmt::format(", {} of them without minutes", found.sum.untimed);
  out.summary = fmt::format(
      "{} of {} taught{}: {} in {}{}", taught,
      count(static_cast<std::int64_t>(program.competencies.size()), "competency", "competencies"),
      where, duration_words(found.sum.minutes), count(found.sum.objectives, "objective"), untimed);
  const auto longer = [&](Id<Module> id) {
    const Mode mode = program.modules.at(id).mode;
    return mode == Mode::practice || mode == Mode::project;
  };
  if (std::ranges::any_of(found.modules, longer))
    out.summary += ", with practice tasks and projects";
  return out;
}

}  // namespace tandem::models
