#include "tests/support/random_multi_skill.hpp"

#include <algorithm>
#include <set>

namespace tandem::test {
namespace {

using schedule::mspsp::Precedence;
using schedule::mspsp::ProjectData;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

using Workers = std::uint32_t;  // a set of them

// Every set of workers that can share out what an activity needs.
class Sharing {
 public:
  Sharing(const ProjectData& project, std::size_t i) : project_(project), needs_(project.needs[i]) {
    give(0, 0, 0, 0);
  }
  std::set<Workers> found;

 private:
  // The unit-th worker of a skill, none before `first`, and all that is left.
  void give(std::size_t skill, int unit, std::size_t first, Workers taken) {
    if (skill == needs_.size()) {
      found.insert(taken);
    } else if (unit == needs_[skill]) {
      give(skill + 1, 0, 0, taken);
    } else {
      for (std::size_t w = first; w < project_.masters.size(); ++w)
        if (project_.masters[w][skill] && (taken >> w & 1) == 0)
          give(skill, unit + 1, w + 1, taken | Workers{1} << w);
    }
  }

  const ProjectData& project_;
  const std::vector<int>& needs_;
};

class Trying {
 public:
  explicit Trying(const ProjectData& project)
      : project_(project), starts_(project.durations.size(), 0), rest_(project.durations) {
    for (std::size_t i = 0; i < starts_.size(); ++i) teams_.push_back(Sharing{project, i}.found);
    for (auto i = rest_.size(); i-- > 0;)  // an activity comes before those that follow it
      for (const Precedence& pair : project.order)
        if (at(pair.before) == i)
          rest_[i] = std::max(rest_[i], project.durations[i] + rest_[at(pair.after)]);
  }
  bool somebody_can_do_each() const {
    return std::none_of(teams_.begin(), teams_.end(), [](const auto& t) { return t.empty(); });
  }
  bool within(int makespan) {
    makespan_ = makespan;
    busy_.assign(at(makespan), 0);
    return from(0);
  }

 private:
  // Activity i and those behind it.
  bool from(std::size_t i) {
    if (i + 1 == starts_.size()) return true;
    int ready = 0;
    for (const Precedence& pair : project_.order)
      if (at(pair.after) == i)
        ready = std::max(ready, starts_[at(pair.before)] + project_.durations[at(pair.before)]);
    for (int start = ready; start + rest_[i] <= makespan_; ++start) {
      const auto begin = busy_.begin() + start;
      const auto end = begin + project_.durations[i];
      for (const Workers team : teams_[i]) {
        if (std::any_of(begin, end, [&](Workers at_work) { return (at_work & team) != 0; }))
          continue;
        std::for_each(begin, end, [&](Workers& at_work) { at_work |= team; });
        starts_[i] = start;
        const bool found = from(i + 1);
        std::for_each(begin, end, [&](Workers& at_work) { at_work &= ~team; });
        if (found) return true;
      }
    }
    return false;
  }

  const ProjectData& project_;
  int makespan_{};
  std::vector<std::set<Workers>> teams_;
  std::vector<Workers> busy_;  // by slot
  std::vector<int> starts_;
  std::vector<int> rest_;  // of an activity and the longest path behind it
};

}  // namespace

ProjectData random_multi_skill(Rng& rng, const MultiSkillShape& shape) {
  ProjectData project;
  const int sink = shape.activities + 1;
  project.durations.assign(at(sink + 1), 0);
  project.needs.assign(at(sink + 1), std::vector<int>(at(shape.skills), 0));
  for (int i = 1; i < sink; ++i) {
    project.durations[at(i)] = rng.between(1, shape.longest);
    for (int& need : project.needs[at(i)]) need = rng.between(0, shape.most);
    for (int before = 1; before < i; ++before)
      if (rng.chance(1, 5)) project.order.push_back({before, i});
  }
  for (int w = 0; w < shape.workers; ++w) {
    std::vector<char> masters(at(shape.skills), 0);
    for (char& one : masters) one = rng.chance(1, 2);
    masters[rng.below(static_cast<std::uint32_t>(shape.skills))] = 1;
    project.masters.push_back(std::move(masters));
  }
  return project;
}

std::optional<int> optimum_by_trying(const ProjectData& project, int horizon) {
  Trying trying{project};
  if (!trying.somebody_can_do_each()) return std::nullopt;
  for (int makespan = 0; makespan <= horizon; ++makespan)
    if (trying.within(makespan)) return makespan;
  return std::nullopt;
}

}  // namespace tandem::test
