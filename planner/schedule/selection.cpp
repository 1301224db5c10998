#include "planner/schedule/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <map>

namespace tandem::schedule {
namespace {

struct Option {
  const ProgrammeModule* row;
  ModuleUse use;

  bool marked(bool yes) const { return use.choice && use.choice->use == yes; }
};

}  // namespace

Result<std::vector<ModuleUse>> modules_in_use(const Program& program, const Cohort& cohort) {
  std::map<std::string, std::vector<Option>> sets;
  for (const ProgrammeModule& row : program.programme_modules) {
    if (row.programme != cohort.programme) continue;
    const Module* module = find(program, row.module);
    if (!module) continue;
    const CohortModule* choice = program.cohort_modules.find_key(
        join_key({std::to_string(cohort.id.value), std::to_string(module->id.value)}));
    sets[row.set].push_back({&row, {module, choice}});
  }

  Errors errors;
  std::map<std::string, ModuleUse> used;  // by code
  for (auto& [name, options] : sets) {
    std::sort(options.begin(), options.end(), [](const Option& a, const Option& b) {
      const auto key = [](const Option& o) {
        return std::make_tuple(!o.marked(true), o.row->position.value_or(INT_MAX),
                               std::string_view{o.use.module->code});
      };
      return key(a) < key(b);
    });
    const auto wanted = wanted_of(*options.front().row);
    const auto marked = std::count_if(options.begin(), options.end(),
                                      [](const Option& o) { return o.marked(true); });
    if (wanted && marked > *wanted)
      errors.push_back({ErrorCode::bad_input,
                        fmt::format("{} modules of the set '{}' are marked yes, the rule is '{}'",
                                    marked, name, options.front().row->rule),
                        fmt::format("cohort {}", cohort.code), "mark fewer of them"});
    int taken = 0;
    for (const Option& option : options) {
      if (option.marked(false) || (wanted && taken >= *wanted)) continue;
      ++taken;
      used.emplace(option.use.module->code, option.use);
    }
  }
  if (!errors.empty()) return fail(std::move(errors));
  std::vector<ModuleUse> out;
  for (const auto& [code, use] : used) out.push_back(use);
  return out;
}

}  // namespace tandem::schedule
