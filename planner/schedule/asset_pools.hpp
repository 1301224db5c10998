// The pools of assets that sessions draw on, and how much each takes: a site's own pool with the
// one that serves every site behind it. Pools get their index when a session first needs them.
// compile() asks it for every session with meetings; what is left of a pool at a time is the
// State's business.
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "planner/schedule/by_code.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/waived.hpp"

namespace tandem::schedule {

class AssetPools {
 public:
  // Adds to the Problem's pools. Assets that a site has too few of are told to `errors`, once a
  // site. All outlive this.
  AssetPools(Compiled& out, const ByCode<Site>& sites, Errors& errors)
      : out_(out), sites_(sites), errors_(errors) {}

  // What a session that may move takes, wherever it will be.
  void needs(const Group& group, const Waived& waived, Problem::Session& session);
  // What a session that stays takes at each site that it is held at, be it there or not.
  void held(const Group& group, const Waived& waived, Problem::Session& session);

 private:
  int pool_for(const std::string& code, Id<Site> site);
  int pool_of(const Asset& asset);
  int quantity(int pool) const;

  Compiled& out_;
  const ByCode<Site>& sites_;
  Errors& errors_;
  std::unordered_map<RawId, int> index_;  // by asset
  std::set<std::pair<std::string, RawId>> reported_;
};

}  // namespace tandem::schedule
