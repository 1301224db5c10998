#include "planner/schedule/mspsp/team.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace tandem::schedule::mspsp {

bool Team::pick(int activity, std::span<const std::uint8_t> free,
                std::span<const std::uint8_t> preference, std::span<std::uint8_t> count) {
  asked_ = 0;
  for (int s = 0; s < project_->skills(); ++s) {
    left_[nth(s)] = project_->need(activity, s);
    if (left_[nth(s)] == 0) continue;
    asked_ |= SkillSet{1} << s;
    users_[nth(s)] = 0;
    uses_[nth(s)].fill(0);
  }
  open_ = asked_;
  std::fill(count.begin(), count.end(), std::uint8_t{0});
  int missing = project_->team_size(activity);
  for (const auto kind : preference) {
    if (missing == 0) break;
    if ((project_->kinds()[kind].skills & asked_) == 0) continue;
    for (int k = 0; k < free[kind] && missing > 0 && add(kind); ++k) {
      ++count[kind];
      --missing;
    }
  }
  return missing == 0;
}

// Gives one more worker of a kind a skill: directly, or by the shortest chain of others who change
// theirs.
bool Team::add(int kind) {
  const auto kinds = project_->kinds();
  SkillSet reached = kinds[nth(kind)].skills & asked_;
  std::array<int, kMostSkills> from{};   // the skill left for this one; itself: the new worker's
  std::array<int, kMostSkills> mover{};  // who leaves it
  std::array<int, kMostSkills> queue{};
  int queued = 0;
  for (SkillSet set = reached; set; set &= set - 1) {
    const int s = std::countr_zero(set);
    from[nth(s)] = s;
    queue[nth(queued++)] = s;
  }
  for (int next = 0; next < queued; ++next) {
    int s = queue[nth(next)];
    if (open_ >> s & 1) {
      if (--left_[nth(s)] == 0) open_ &= ~(SkillSet{1} << s);
      for (; from[nth(s)] != s; s = from[nth(s)]) {
        const int who = mover[nth(s)];
        const int old = from[nth(s)];
        ++uses_[nth(s)][nth(who)];
        users_[nth(s)] |= KindSet{1} << who;
        if (--uses_[nth(old)][nth(who)] == 0) users_[nth(old)] &= ~(KindSet{1} << who);
      }
      ++uses_[nth(s)][nth(kind)];
      users_[nth(s)] |= KindSet{1} << kind;
      return true;
    }
    for (KindSet set = users_[nth(s)]; set; set &= set - 1) {
      const int who = std::countr_zero(set);
      for (SkillSet more = kinds[nth(who)].skills & asked_ & ~reached; more; more &= more - 1) {
        const int to = std::countr_zero(more);
        reached |= SkillSet{1} << to;
        from[nth(to)] = s;
        mover[nth(to)] = who;
        queue[nth(queued++)] = to;
      }
    }
  }
  return false;
}

Teams named(const Project& project, std::span<const int> starts,
            std::span<const std::uint8_t> counts) {
  const auto place = [](int i) { return static_cast<std::size_t>(i); };
  const auto kinds = project.kinds();
  Teams teams(place(project.size()));
  std::vector<int> by_start(place(project.size()));
  std::iota(by_start.begin(), by_start.end(), 0);
  std::stable_sort(by_start.begin(), by_start.end(),
                   [&](int a, int b) { return starts[place(a)] < starts[place(b)]; });
  std::vector<std::uint8_t> preference(kinds.size());
  std::iota(preference.begin(), preference.end(), std::uint8_t{0});
  std::vector<std::uint8_t> count(kinds.size());
  std::vector<int> busy_until(project.data().masters.size(), 0);
  Team team{project};
  for (const int i : by_start) {
    if (project.team_size(i) == 0) continue;
    const int start = starts[place(i)];
    team.pick(i, counts.subspan(place(i) * kinds.size(), kinds.size()), preference, count);
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      auto worker = kinds[k].workers.begin();
      for (int s = 0; s < project.skills(); ++s) {
        if (project.need(i, s) == 0) continue;
        for (int unit = team.uses(static_cast<int>(k), s); unit > 0; --unit) {
          while (worker != kinds[k].workers.end() && busy_until[place(*worker)] > start) ++worker;
          if (worker == kinds[k].workers.end()) break;
          busy_until[place(*worker)] = start + project.duration(i);
          teams[place(i)].push_back({*worker, s});
          ++worker;
        }
      }
    }
  }
  return teams;
}

}  // namespace tandem::schedule::mspsp
