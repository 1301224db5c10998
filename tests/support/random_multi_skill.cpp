#include "tests/support/random_multi_skill.hpp"

#include <algorithm>

namespace tandem::test {
namespace {

using schedule::mspsp::Precedence;
using schedule::mspsp::ProjectData;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

class Trying {
 public:
  Trying(const ProjectData& project, int makespan) : project_(project), makespan_(makespan) {
    busy_.assign(project.masters.size(), std::vector<char>(at(makespan + 1), 0));
    starts_.assign(project.durations.size(), 0);
  }
  bool start(std::size_t i) {
    if (i + 1 == starts_.size()) return true;
    int ready = 0;
    for (const Precedence& pair : project_.order)
      if (at(pair.after) == i)
        ready = std::max(ready, starts_[at(pair.before)] + project_.durations[at(pair.before)]);
    for (starts_[i] = ready; starts_[i] + project_.durations[i] <= makespan_; ++starts_[i])
      if (staff(i, 0, 0)) return true;
    return false;
  }

 private:
  // The unit-th worker of a skill, and everything after.
  bool staff(std::size_t i, std::size_t skill, int unit) {
    if (skill == project_.needs[i].size()) return start_next(i);
    if (unit == project_.needs[i][skill]) return staff(i, skill + 1, 0);
    for (std::size_t w = 0; w < busy_.size(); ++w) {
      if (!project_.masters[w][skill]) continue;
      const auto begin = busy_[w].begin() + starts_[i];
      const auto end = begin + project_.durations[i];
      if (std::find(begin, end, 1) != end) continue;
      std::fill(begin, end, 1);
      const bool found = staff(i, skill, unit + 1);
      std::fill(begin, end, 0);
      if (found) return true;
    }
    return false;
  }
  bool start_next(std::size_t i) {
    const int kept = starts_[i];
    const bool found = start(i + 1);
    starts_[i] = kept;
    return found;
  }

  const ProjectData& project_;
  int makespan_;
  std::vector<std::vector<char>> busy_;  // [worker][slot]
  std::vector<int> starts_;
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
  for (int makespan = 0; makespan <= horizon; ++makespan)
    if (Trying{project, makespan}.start(0)) return makespan;
  return std::nullopt;
}

}  // namespace tandem::test
