#include "planner/schedule/mspsp/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tandem::schedule::mspsp {
namespace {

// What is wrong with one team, whenever it works.
void judge_team(const ProjectData& project, std::size_t i, const std::vector<Post>& team,
                std::vector<std::string>& found) {
  std::vector<int> given(project.needs[i].size(), 0);
  for (std::size_t k = 0; k < team.size(); ++k) {
    const Post& post = team[k];
    if (post.worker < 0 || std::cmp_greater_equal(post.worker, project.masters.size()) ||
        post.skill < 0 || std::cmp_greater_equal(post.skill, given.size())) {
      found.push_back(
          fmt::format("activity {} has worker {} with skill {}, which do not both exist", i,
                      post.worker, post.skill));
      continue;
    }
    const auto worker = static_cast<std::size_t>(post.worker);
    const auto skill = static_cast<std::size_t>(post.skill);
    if (!project.masters[worker][skill])
      found.push_back(fmt::format("worker {} does not master skill {}, which activity {} takes",
                                  post.worker, post.skill, i));
    ++given[skill];
    for (std::size_t other = 0; other < k; ++other)
      if (team[other].worker == post.worker)
        found.push_back(fmt::format("activity {} has worker {} twice", i, post.worker));
  }
  for (std::size_t s = 0; s < given.size(); ++s)
    if (given[s] != project.needs[i][s])
      found.push_back(fmt::format("activity {} has {} workers of skill {}, {} are needed", i,
                                  given[s], s, project.needs[i][s]));
}

}  // namespace

std::vector<std::string> violations(const ProjectData& project, std::span<const int> starts,
                                    const Teams& teams) {
  std::vector<std::string> found;
  const auto n = project.durations.size();
  if (starts.size() != n || teams.size() != n)
    return {
        fmt::format("{} starts and {} teams for {} activities", starts.size(), teams.size(), n)};
  const auto end = [&](std::size_t i) { return starts[i] + project.durations[i]; };
  if (starts[0] != 0) found.push_back(fmt::format("the source starts at {}", starts[0]));
  int finish = 0;
  for (std::size_t i = 0; i < n; ++i) {
    if (starts[i] < 0) found.push_back(fmt::format("activity {} starts at {}", i, starts[i]));
    finish = std::max(finish, end(i));
    judge_team(project, i, teams[i], found);
  }
  if (starts[n - 1] < finish)
    found.push_back(fmt::format("the sink starts at {}, work ends at {}", starts[n - 1], finish));
  for (const Precedence& pair : project.order)
    if (starts[static_cast<std::size_t>(pair.after)] < end(static_cast<std::size_t>(pair.before)))
      found.push_back(fmt::format("activity {} starts at {}, before the end of activity {}",
                                  pair.after, starts[static_cast<std::size_t>(pair.after)],
                                  pair.before));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      if (starts[i] >= end(j) || starts[j] >= end(i)) continue;
      for (const Post& a : teams[i])
        for (const Post& b : teams[j])
          if (a.worker == b.worker)
            found.push_back(
                fmt::format("worker {} is in activities {} and {} at once", a.worker, i, j));
    }
  return found;
}

}  // namespace tandem::schedule::mspsp
