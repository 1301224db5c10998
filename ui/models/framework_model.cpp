#include "ui/models/framework_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"

namespace tandem::models {
namespace {

constexpr int kMostIndicators = 99;

std::string version_words(const Program& program, Date today) {
  const Framework* newest = nullptr;
  for (const Framework& f : program.frameworks) {
    if (f.valid_from && *f.valid_from > today) continue;
    const auto rank = [](const Framework& one) {
      return std::pair{one.valid_from.value_or(Date{}), one.version};
    };
    if (!newest || rank(*newest) < rank(f)) newest = &f;
  }
  if (!newest) return {};
  if (!newest->review_by) return newest->version;
  return fmt::format("{}, to be reviewed by {}", newest->version,
                     words_with_year(*newest->review_by));
}

}  // namespace

const CompetencyLine* FrameworkModel::find(std::string_view code) const {
  const auto at = std::ranges::lower_bound(lines, code, {}, &CompetencyLine::code);
  return at != lines.end() && at->code == code ? &*at : nullptr;
}

FrameworkModel framework_model(const Program& program, Date today) {
  FrameworkModel out;
  out.version = version_words(program, today);
  std::map<Id<Competency>, CompetencyLine> lines;
  for (const Competency& c : program.competencies)
    lines[c.id] = {c.id, c.code, c.name, c.orientation, 0, 0, 0, {}};
  for (const Indicator& i : program.indicators) ++lines[i.competency].indicators;
  for (const Anchor& a : program.anchors) ++lines[a.competency].anchors;
  std::set<std::pair<Id<Competency>, Id<Module>>> taught;
  for (const Objective& o : program.objectives)
    if (o.competency && taught.emplace(o.competency, o.module).second)
      ++lines[o.competency].modules;
  for (auto& [id, line] : lines) {
    line.facts = fmt::format("{}, {} of 5 levels in words", count(line.indicators, "indicator"),
                             line.anchors);
    out.lines.push_back(std::move(line));
  }
  std::ranges::sort(out.lines, {}, &CompetencyLine::code);
  return out;
}

std::pmr::vector<const Indicator*> indicators_of(const Program& program, Id<Competency> competency,
                                                 std::pmr::memory_resource* memory) {
  std::pmr::vector<const Indicator*> out(memory);
  for (const Indicator& i : program.indicators)
    if (i.competency == competency) out.push_back(&i);
  std::ranges::sort(out, {}, &Indicator::number);
  return out;
}

std::array<const Anchor*, 5> anchors_of(const Program& program, Id<Competency> competency) {
  std::array<const Anchor*, 5> out{};
  for (const Anchor& a : program.anchors)
    if (a.competency == competency && a.level >= 1 && a.level <= 5)
      out[static_cast<std::size_t>(a.level - 1)] = &a;
  return out;
}

Changed add_indicator(const Program& program, Id<Competency> competency, std::string text) {
  const Competency* of = find(program, competency);
  if (!of) return fail(ErrorCode::not_found, "that competency no longer exists", "competency");
  if (trim(text).empty())
    return fail(ErrorCode::bad_input, "text is empty", "text", "say what one can see somebody do");
  Indicator row;
  row.competency = competency;
  row.text = trim(text);
  row.number = 1;
  for (const Indicator* i : indicators_of(program, competency)) row.number = i->number + 1;
  if (row.number > kMostIndicators)
    return fail(ErrorCode::refused,
                fmt::format("indicators are numbered up to {}", kMostIndicators));
  return Gesture{{Put{AnyRow{row}}}, fmt::format("Add indicator {} to {}", row.number, of->name)};
}

Changed remove_indicator(const Program& program, Id<Indicator> id) {
  const Indicator* row = find(program, id);
  if (!row) return fail(ErrorCode::not_found, "that indicator no longer exists", "indicator");
  return Gesture{{Remove{TableId::indicators, id.value}},
                 fmt::format("Remove indicator {} of {}", row->number,
                             program.competencies.at(row->competency).name)};
}

Changed set_anchor(const Program& program, Id<Competency> competency, int level, std::string text) {
  const Competency* of = find(program, competency);
  if (!of) return fail(ErrorCode::not_found, "that competency no longer exists", "competency");
  const Anchor* written = anchors_of(program, competency)[static_cast<std::size_t>(level - 1)];
  Anchor row = written ? *written : Anchor{};
  row.competency = competency;
  row.level = level;
  if (row.text == trim(text)) return fail(ErrorCode::refused, "nothing has changed");
  Gesture out;
  out.label = fmt::format("Level {} of {}", level, of->name);
  row.text = trim(text);
  if (row.text.empty())
    out.commands.push_back(Remove{TableId::anchors, row.id.value});
  else
    out.commands.push_back(Put{AnyRow{row}});
  return out;
}

}  // namespace tandem::models
