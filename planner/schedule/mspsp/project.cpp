#include "planner/schedule/mspsp/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace tandem::schedule::mspsp {
namespace {

// Sets of skills are looked at one by one up to so many skills; of more, ones and twos and all.
constexpr int kEverySet = 10;

Errors faults(const ProjectData& data) {
  Errors errors;
  const auto say = [&](std::string message, std::string where) {
    errors.push_back({ErrorCode::bad_input, std::move(message), std::move(where), {}});
  };
  const auto n = data.durations.size();
  if (n < 2) say("a project has a source and a sink at least", "activities");
  if (data.needs.size() != n)
    say(fmt::format("needs of {} activities where there are {}", data.needs.size(), n), "needs");
  if (data.masters.empty()) say("a project has one worker at least", "workers");
  if (!errors.empty()) return errors;
  const auto skills = data.masters[0].size();
  if (skills < 1 || skills > kMostSkills)
    say(fmt::format("{} skills; 1 to {} can be handled", skills, kMostSkills), "skills");
  for (std::size_t w = 0; w < data.masters.size(); ++w)
    if (data.masters[w].size() != skills)
      say(fmt::format("{} skills where there are {}", data.masters[w].size(), skills),
          fmt::format("worker {}", w + 1));
  for (std::size_t i = 0; i < n; ++i) {
    const auto where = fmt::format("activity {}", i + 1);
    if (data.durations[i] < 0) say(fmt::format("a duration of {}", data.durations[i]), where);
    if (data.needs[i].size() != skills) {
      say(fmt::format("needs of {} skills where there are {}", data.needs[i].size(), skills),
          where);
      continue;
    }
    bool needs = false;
    for (const int need : data.needs[i]) {
      if (need < 0 || need > rcpsp::kMostUnits / kMostSkills)
        say(fmt::format("a need of {} workers", need), where);
      needs = needs || need > 0;
    }
    if (data.durations[i] == 0 && needs) say("what takes no time needs nobody", where);
    if ((i == 0 || i + 1 == n) && data.durations[i] != 0)
      say("source and sink take no time", where);
  }
  for (const Precedence& pair : data.order)
    for (const int i : {pair.before, pair.after})
      if (i < 0 || std::cmp_greater_equal(i, n))
        say(fmt::format("there is no activity {}", i + 1), "order");
  return errors;
}

// Workers by what they master, in the order of the first worker of each.
std::vector<Kind> sorted_out(const ProjectData& data) {
  std::vector<Kind> kinds;
  for (std::size_t w = 0; w < data.masters.size(); ++w) {
    SkillSet skills = 0;
    for (std::size_t s = 0; s < data.masters[w].size(); ++s)
      if (data.masters[w][s]) skills |= SkillSet{1} << s;
    if (skills == 0) continue;
    auto kind = std::find_if(kinds.begin(), kinds.end(),
                             [&](const Kind& other) { return other.skills == skills; });
    if (kind == kinds.end()) kind = kinds.insert(kinds.end(), Kind{skills, {}});
    kind->workers.push_back(static_cast<int>(w));
  }
  return kinds;
}

int need_of(const std::vector<int>& needs, SkillSet set) {
  int sum = 0;
  for (std::size_t s = 0; s < needs.size(); ++s)
    if (set >> s & 1) sum += needs[s];
  return sum;
}

int workers_of(const std::vector<Kind>& kinds, SkillSet set) {
  int sum = 0;
  for (const Kind& kind : kinds)
    if (kind.skills & set) sum += kind.count();
  return sum;
}

std::vector<SkillSet> sets_of(int skills) {
  std::vector<SkillSet> sets;
  const SkillSet all = (SkillSet{1} << skills) - 1;
  if (skills <= kEverySet) {
    for (SkillSet set = 1; set <= all; ++set) sets.push_back(set);
    return sets;
  }
  for (int a = 0; a < skills; ++a)
    for (int b = a; b < skills; ++b) sets.push_back(SkillSet{1} << a | SkillSet{1} << b);
  sets.push_back(all);
  return sets;
}

std::vector<Condition> conditions_of(const std::vector<int>& needs,
                                     const std::vector<Kind>& kinds) {
  std::vector<int> asked;
  for (std::size_t s = 0; s < needs.size(); ++s)
    if (needs[s] > 0) asked.push_back(static_cast<int>(s));
  std::vector<Condition> conditions;
  for (SkillSet chosen = 1; chosen < SkillSet{1} << asked.size(); ++chosen) {
    SkillSet set = 0;
    for (std::size_t k = 0; k < asked.size(); ++k)
      if (chosen >> k & 1) set |= SkillSet{1} << asked[k];
    Condition condition{0, need_of(needs, set)};
    for (std::size_t k = 0; k < kinds.size(); ++k)
      if (kinds[k].skills & set) condition.kinds |= KindSet{1} << k;
    // The same kinds for more of them: the wider set says it all.
    const auto same = std::find_if(conditions.begin(), conditions.end(),
                                   [&](const Condition& c) { return c.kinds == condition.kinds; });
    if (same == conditions.end())
      conditions.push_back(condition);
    else
      same->least = std::max(same->least, condition.least);
  }
  return conditions;
}

// A set of skills as a resource.
struct Pool {
  int capacity{};
  std::vector<int> demands;
  int pressure{};  // work by capacity, in thousandths
};

// The pools that say something the others do not, the hardest pressed first.
std::vector<Pool> pools_of(const ProjectData& data, const std::vector<Kind>& kinds, int skills) {
  std::vector<Pool> pools;
  for (const SkillSet set : sets_of(skills)) {
    Pool pool{workers_of(kinds, set), {}, 0};
    std::int64_t work = 0;
    for (std::size_t i = 0; i < data.durations.size(); ++i) {
      pool.demands.push_back(need_of(data.needs[i], set));
      work += std::int64_t{1} * pool.demands.back() * data.durations[i];
    }
    if (work == 0 || pool.capacity == 0) continue;
    pool.pressure = static_cast<int>(work * 1000 / pool.capacity);
    pools.push_back(std::move(pool));
  }
  std::stable_sort(pools.begin(), pools.end(),
                   [](const Pool& a, const Pool& b) { return a.pressure > b.pressure; });
  std::vector<Pool> kept;
  for (auto& pool : pools) {
    const bool said = std::any_of(kept.begin(), kept.end(), [&](const Pool& other) {
      if (other.capacity > pool.capacity) return false;
      for (std::size_t i = 0; i < pool.demands.size(); ++i)
        if (other.demands[i] < pool.demands[i]) return false;
      return true;
    });
    if (!said) kept.push_back(std::move(pool));
  }
  return kept;
}

}  // namespace

Result<Project> Project::make(ProjectData data) {
  if (auto errors = faults(data); !errors.empty()) return fail(std::move(errors));
  Project project;
  project.skills_ = static_cast<int>(data.masters[0].size());
  project.kinds_ = sorted_out(data);
  if (project.kinds_.size() > kMostKinds)
    return fail(ErrorCode::bad_input,
                fmt::format("{} kinds of workers by what they master; {} can be handled",
                            project.kinds_.size(), kMostKinds),
                "workers");
  for (const Kind& kind : project.kinds_)
    if (kind.count() > kMostOfAKind)
      return fail(ErrorCode::bad_input,
                  fmt::format("{} workers who master the same skills; {} can be handled",
                              kind.count(), kMostOfAKind),
                  fmt::format("worker {} and others", kind.workers[0] + 1));
  const int n = static_cast<int>(data.durations.size());
  const SkillSet all = (SkillSet{1} << project.skills_) - 1;
  for (const auto& needs : data.needs) {
    project.team_size_.push_back(need_of(needs, all));
    project.conditions_.push_back(conditions_of(needs, project.kinds_));
    for (const Condition& condition : project.conditions_.back()) {
      int have = 0;
      for (std::size_t k = 0; k < project.kinds_.size(); ++k)
        if (condition.kinds >> k & 1) have += project.kinds_[k].count();
      if (have < condition.least) project.within_reach_ = false;
    }
  }

  const auto pools = pools_of(data, project.kinds_, project.skills_);
  project.apart_.assign(nth(n) * nth(n), 0);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      project.apart_[nth(i * n + j)] = std::any_of(pools.begin(), pools.end(), [&](const Pool& p) {
        return p.demands[nth(i)] + p.demands[nth(j)] > p.capacity && p.demands[nth(i)] > 0 &&
               p.demands[nth(j)] > 0;
      });

  rcpsp::ProjectData skeleton;
  skeleton.durations = data.durations;
  for (const Precedence& pair : data.order)
    skeleton.lags.push_back({pair.before, pair.after, data.durations[nth(pair.before)]});
  for (std::size_t first = 0; first == 0 || first < pools.size(); first += rcpsp::kMostResources) {
    rcpsp::ProjectData part = skeleton;
    part.demands.resize(nth(n));
    const auto last = std::min(pools.size(), first + rcpsp::kMostResources);
    for (std::size_t p = first; p < last; ++p) {
      part.capacities.push_back(pools[p].capacity);
      for (int i = 0; i < n; ++i) part.demands[nth(i)].push_back(pools[p].demands[nth(i)]);
    }
    auto relaxed = rcpsp::Project::make(std::move(part));
    if (!relaxed) return fail(relaxed.error());
    project.relaxed_.push_back(std::move(*relaxed));
  }
  if (!project.relaxed().has_order())
    return fail(ErrorCode::bad_input, "activities wait for each other in a circle", "order");
  project.data_ = std::move(data);
  return project;
}

Project mirrored(const Project& project) {
  ProjectData data = project.data();
  std::reverse(data.durations.begin(), data.durations.end());
  std::reverse(data.needs.begin(), data.needs.end());
  for (Precedence& pair : data.order)
    pair = {project.sink() - pair.after, project.sink() - pair.before};
  return Project::make(std::move(data)).value();
}

}  // namespace tandem::schedule::mspsp
