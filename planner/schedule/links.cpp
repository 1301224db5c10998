#include "planner/schedule/links.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/nth.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/schedule/windows.hpp"

namespace tandem::schedule {
namespace {

class Links {
 public:
  Links(Compiled& out, const Waivers& waivers, bool keep)
      : out_(out),
        program_(out.program),
        problem_(out.problem),
        waivers_(waivers),
        keep_(keep),
        prerequisites_(program_.prerequisites, &Prerequisite::module) {}

  void find() {
    auto& claims = out_.claims;
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
      return std::tie(a.cohort, a.person) < std::tie(b.cohort, b.person);
    });
    for (std::size_t i = 0; i < claims.size();) {
      std::size_t end = i;
      std::map<RawId, int> group_of;  // module -> group
      for (; end < claims.size() && claims[end].cohort == claims[i].cohort &&
             claims[end].person == claims[i].person;
           ++end)
        group_of.emplace(claims[end].module.value, claims[end].group);
      for (std::size_t k = i; k < end; ++k)
        for (const Prerequisite* needs : prerequisites_[claims[k].module]) {
          const auto from = group_of.find(needs->needs.value);
          if (from != group_of.end()) link(*needs, from->second, claims[k]);
        }
      i = end;
    }
  }

  void store() {
    for (const auto& [ends, link] : found_) {
      const int l = static_cast<int>(problem_.links.size());
      problem_.sessions[nth(link.from)].out.push_back(l);
      problem_.sessions[nth(link.to)].in.push_back(l);
      problem_.links.push_back(link);
    }
  }

 private:
  void link(const Prerequisite& needs, int from, const Claim& claim) {
    const int to = claim.group;
    const Problem::Session& before = problem_.sessions[nth(from)];
    const Problem::Session& after = problem_.sessions[nth(to)];
    const Group& group = out_.groups[nth(to)];
    // What stays binds what must come before it, unless it has been held already.
    if (after.fixed && (before.fixed || after.held.empty() || group.delivered())) return;
    if (from == to || found_.contains({from, to})) return;
    if (out_.groups[nth(from)].delivered() && before.held.empty()) return;  // done, undated
    const Waived waived = waivers_.of(group.existing);
    const auto lifts = [&](RuleKind rule) {
      return waived(rule, code_of(program_, needs.needs)) ||
             waived(rule, out_.groups[nth(from)].code) ||
             waived(rule, code_of(program_, claim.person));
    };
    if (lifts(RuleKind::prerequisite)) return;
    Problem::Link link{from, to, needs.min_days.value_or(0), needs.max_days.value_or(kNone),
                       keep_ ? kNone : needs.ideal_days.value_or(kNone)};
    // A due date has no time of day: what follows on it is not known to be later.
    if ((before.item || after.item) && link.max_days != 0)
      link.min_days = std::max(link.min_days, 1);
    if (lifts(RuleKind::spacing_min)) link.min_days = 0;
    if (lifts(RuleKind::spacing_max)) link.max_days = kNone;
    found_.emplace(std::make_pair(from, to), link);
  }

  Compiled& out_;
  const Program& program_;
  Problem& problem_;
  const Waivers& waivers_;
  bool keep_;
  Grouping<Id<Module>, Prerequisite> prerequisites_;
  std::map<std::pair<int, int>, Problem::Link> found_;  // by the two sessions
};

Errors circle(const Compiled& compiled) {
  std::vector<char> ordered(compiled.problem.sessions.size());
  for (const int s : topological_order(compiled.problem)) ordered[nth(s)] = 1;
  const auto stuck = std::find(ordered.begin(), ordered.end(), 0);
  if (stuck == ordered.end()) return {};
  const auto& code =
      compiled.groups[static_cast<std::size_t>(stuck - ordered.begin())].module->code;
  return {{ErrorCode::bad_input, fmt::format("module {} needs itself, over what it needs", code),
           fmt::format("module {}", code), "take one prerequisite out of the circle"}};
}

}  // namespace

Errors add_links(Compiled& out, const Waivers& waivers, bool keep) {
  Links links{out, waivers, keep};
  links.find();
  links.store();
  return circle(out);
}

}  // namespace tandem::schedule
