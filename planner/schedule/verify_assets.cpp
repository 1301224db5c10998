// Pools of equipment: what overlapping meetings need together against what there is.
//
// A pool serves its site, one without a site serves all: meetings draw on their own site's first
// and on the common one for the rest. A meeting is at its room's site; without a physical room, at
// its first cohort's.
#include <algorithm>

#include "planner/schedule/verify_findings.hpp"
#include "planner/schedule/verify_plan.hpp"

namespace tandem::judge {
namespace {

struct Need {
  const PlanMeeting* meeting{};
  int amount{};
  RawId site{};
};

constexpr RawId kCommon = 0;

// What the active meetings need beyond their own sites' pools, by site.
std::map<RawId, int> beyond_own(const std::vector<Need>& active, std::map<RawId, int>& pools) {
  std::map<RawId, int> demand;
  for (const Need& need : active) demand[need.site] += need.amount;
  std::map<RawId, int> over;
  for (const auto& [site, amount] : demand)
    if (amount > pools[site]) over[site] = amount - pools[site];
  return over;
}

void judge_pools(const std::string& code, std::vector<Need>& needs, std::map<RawId, int> pools,
                 Findings& findings) {
  std::stable_sort(needs.begin(), needs.end(), [](const Need& a, const Need& b) {
    return a.meeting->begin < b.meeting->begin;
  });
  std::vector<Need> active;
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const PlanMeeting& now = *needs[i].meeting;
    std::erase_if(active, [&](const Need& need) { return need.meeting->end <= now.begin; });
    active.push_back(needs[i]);
    // Demand is highest when some meeting has just begun; those that begin together count together.
    if (i + 1 < needs.size() && needs[i + 1].meeting->begin == now.begin) continue;
    const auto over = beyond_own(active, pools);
    int asked = 0;
    for (const auto& [site, amount] : over) asked += amount;
    if (asked <= pools[kCommon]) continue;
    int needed = 0;
    int there = pools[kCommon];
    for (const auto& [site, amount] : over) {
      needed += amount + pools[site];
      there += pools[site];
    }
    for (const Need& need : active)
      if (need.meeting->session->judged() && over.contains(need.site))
        findings.add(RuleKind::assets, need.meeting->session->code, {code},
                     "At " + words(now.local.begin) + " meetings need " + std::to_string(needed) +
                         " of " + code + "; there are " + std::to_string(there) + ".");
  }
}

}  // namespace

void judge_assets(const Plan& plan, Findings& findings) {
  std::map<std::string, std::vector<Need>> needs;
  for (const PlanMeeting* meeting : plan.meetings()) {
    const PlanSession& session = *meeting->session;
    const RawId site =
        meeting->place ? meeting->place->id.value : session.cohorts.front()->site.value;
    for (const Amount& amount : session.module->assets)
      if (!findings.waived(RuleKind::assets, session.code, {amount.code}))
        needs[amount.code].push_back({meeting, amount.quantity, site});
  }
  for (auto& [code, of_code] : needs) {
    std::map<RawId, int> pools;
    for (const Asset& asset : plan.program().assets)
      if (asset.code == code) pools[asset.site.value] += asset.quantity;
    judge_pools(code, of_code, std::move(pools), findings);
  }
}

}  // namespace tandem::judge
