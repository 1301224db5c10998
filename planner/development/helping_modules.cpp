#include "planner/development/helping_modules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

constexpr std::size_t kSkills = 3;

Orientation orientation_of(Strand strand) {
  return strand == Strand::manager ? Orientation::manage : Orientation::lead;
}

// Minutes that a module gives to a skill.
using Given = std::map<std::pair<Id<Competency>, Id<Module>>, int>;

struct Candidate {
  const Module* module{};
  Id<Competency> aims_at;
  int minutes{};
};

bool before(const Candidate& a, const Candidate& b) {
  return std::tuple{-a.minutes, std::string_view{a.module->code}} <
         std::tuple{-b.minutes, std::string_view{b.module->code}};
}

}  // namespace

std::vector<HelpingModule> helping_modules(const Program& program, Strand strand,
                                           const std::set<Id<Module>>& taken) {
  Given given;
  for (const Objective& o : program.objectives)
    if (o.competency && o.minutes) given[{o.competency, o.module}] += *o.minutes;
  std::vector<std::tuple<int, std::string_view, Id<Competency>>> skills;
  for (const Competency& c : program.competencies) {
    if (c.strand != strand) continue;
    int taught = 0;
    for (const Id<Module> module : taken)
      if (const auto found = given.find({c.id, module}); found != given.end())
        taught += found->second;
    skills.emplace_back(taught, c.code, c.id);
  }
  std::sort(skills.begin(), skills.end());
  if (skills.size() > kSkills) skills.resize(kSkills);

  std::vector<HelpingModule> out;
  std::set<Id<Module>> used = taken;
  std::optional<Candidate> task;
  for (const auto& [taught, code, skill] : skills) {
    std::optional<Candidate> best;
    const auto first = given.lower_bound({skill, Id<Module>{}});
    for (auto it = first; it != given.end() && it->first.first == skill; ++it) {
      const Module* module = program.modules.find(it->first.second);
      if (!module || module->orientation != orientation_of(strand) ||
          module->mode == Mode::project || used.contains(module->id))
        continue;
      const Candidate candidate{module, skill, it->second};
      auto& kept = module->mode == Mode::practice ? task : best;
      if (!kept || before(candidate, *kept)) kept = candidate;
    }
    if (!best) continue;
    used.insert(best->module->id);
    out.push_back({best->module->id, skill});
  }
  if (task) out.push_back({task->module->id, task->aims_at});
  return out;
}

std::string words(const Program& program, std::span<const HelpingModule> modules) {
  std::vector<std::string> parts;
  for (const HelpingModule& help : modules) {
    const Module& module = program.modules.at(help.module);
    parts.push_back(fmt::format("{} {} (for {})", module.code, module.title,
                                program.competencies.at(help.aims_at).name));
  }
  return sentence_list(parts);
}

}  // namespace tandem
