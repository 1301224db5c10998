#include "planner/schedule/cohort_pools.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"

namespace tandem::schedule {
namespace {

// The number in CODE/MODULE/NUMBER, 1 without one.
std::int64_t group_number(const std::string& code) {
  const auto slash = code.rfind('/');
  if (slash == code.npos) return 1;
  return parse_integer(std::string_view{code}.substr(slash + 1)).value_or(1);
}

// For each module the cohorts that its sessions join, by rank: the smallest stands for all.
class Joined {
 public:
  void join(RawId module, int a, int b) {
    a = first(module, a);
    b = first(module, b);
    if (a != b) below_[{module, std::max(a, b)}] = std::min(a, b);
  }

  int first(RawId module, int rank) const {
    for (auto it = below_.find({module, rank}); it != below_.end();
         it = below_.find({module, rank}))
      rank = it->second;
    return rank;
  }

 private:
  std::map<std::pair<RawId, int>, int> below_;
};

}  // namespace

std::vector<CohortPool> pool_cohorts(const ByCode<Cohort>& cohorts,
                                     const std::vector<std::vector<ModuleUse>>& uses,
                                     const std::vector<Group>& groups) {
  Joined joined;
  for (const Group& group : groups)
    for (const auto id : group.cohorts)
      joined.join(group.module->id.value, cohorts.rank(group.cohorts.front()), cohorts.rank(id));

  std::map<std::pair<std::string, int>, CohortPool> pools;  // by module code, rank
  const auto pool_of = [&](const Module& module, int cohort) -> CohortPool& {
    CohortPool& pool = pools[{module.code, joined.first(module.id.value, cohort)}];
    pool.module = &module;
    const auto* row = cohorts.rows()[nth(cohort)];
    if (std::find(pool.cohorts.begin(), pool.cohorts.end(), row) == pool.cohorts.end())
      pool.cohorts.push_back(row);
    return pool;
  };
  for (std::size_t c = 0; c < uses.size(); ++c)
    for (const ModuleUse& use : uses[c]) pool_of(*use.module, static_cast<int>(c));
  for (std::size_t g = 0; g < groups.size(); ++g) {
    CohortPool* pool = nullptr;
    for (const auto id : groups[g].cohorts) pool = &pool_of(*groups[g].module, cohorts.rank(id));
    pool->groups.push_back(static_cast<int>(g));
  }

  std::vector<CohortPool> out;
  for (auto& [key, pool] : pools) {
    std::sort(pool.cohorts.begin(), pool.cohorts.end(),
              [](const auto* a, const auto* b) { return a->code < b->code; });
    std::stable_sort(pool.groups.begin(), pool.groups.end(), [&](int a, int b) {
      return group_number(groups[nth(a)].code) < group_number(groups[nth(b)].code);
    });
    out.push_back(std::move(pool));
  }
  return out;
}

}  // namespace tandem::schedule
