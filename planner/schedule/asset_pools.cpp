#include "planner/schedule/asset_pools.hpp"

#include <fmt/format.h>

#include "planner/base/nth.hpp"

namespace tandem::schedule {
void AssetPools::needs(const Group& group, const Waived& waived, Problem::Session& s) {
  const Program& program = out_.program;
  const Id<Site> site = s.site == kNone ? find(program, group.cohorts.front())->site : group.site;
  for (const Amount& need : group.module->assets) {
    if (waived(RuleKind::assets, need.code)) continue;
    const int pool = pool_for(need.code, site);
    const int there =
        pool == kNone ? 0 : quantity(pool) + quantity(out_.problem.pools[nth(pool)].common);
    if (there < need.quantity) {
      if (reported_.insert({need.code, site.value}).second)
        errors_.push_back({ErrorCode::bad_input,
                           fmt::format("module {} needs {} {}, site {} has {}", group.module->code,
                                       need.quantity, need.code, code_of(program, site), there),
                           fmt::format("session {}", group.code),
                           "add the assets, or ask for fewer"});
      continue;
    }
    s.pools.push_back({pool, need.quantity});
  }
}

void AssetPools::held(const Group& group, const Waived& waived, Problem::Session& s) {
  if (s.item) return;
  std::set<int> sites;
  for (const Place& p : s.held) {
    const int site = p.room == kNone ? kNone : out_.problem.rooms[nth(p.room)].site;
    sites.insert(site == kNone ? sites_.rank(find(out_.program, group.cohorts.front())->site)
                               : site);
  }
  for (const Amount& need : group.module->assets) {
    if (waived(RuleKind::assets, need.code)) continue;
    std::set<int> pools;
    for (const int site : sites) pools.insert(pool_for(need.code, out_.sites[nth(site)]->id));
    for (const int pool : pools)
      if (pool != kNone) s.pools.push_back({pool, need.quantity});
  }
}

// The site's own pool, else the one that serves every site; none: there is neither.
int AssetPools::pool_for(const std::string& code, Id<Site> site) {
  const Asset* here = nullptr;
  const Asset* everywhere = nullptr;
  for (const Asset& asset : out_.program.assets) {
    if (asset.code != code) continue;
    if (asset.site == site) here = &asset;
    if (!asset.site) everywhere = &asset;
  }
  const int common = everywhere ? pool_of(*everywhere) : kNone;
  if (!here) return common;
  const int own = pool_of(*here);
  out_.problem.pools[nth(own)].common = common;
  return own;
}

int AssetPools::pool_of(const Asset& asset) {
  const auto [it, added] =
      index_.emplace(asset.id.value, static_cast<int>(out_.problem.pools.size()));
  if (added) {
    out_.problem.pools.push_back({asset.quantity, kNone});
    out_.pools.push_back(&asset);
  }
  return it->second;
}

int AssetPools::quantity(int pool) const {
  return pool == kNone ? 0 : out_.problem.pools[nth(pool)].quantity;
}

}  // namespace tandem::schedule
