#include "planner/schedule/proof.hpp"

#include <algorithm>

namespace tandem::schedule {

std::vector<int> impossible(const Problem& problem, const std::vector<DayWindow>& windows,
                            const std::vector<int>& tails, const std::vector<int>& sessions) {
  std::vector<int> out;
  if (sessions.empty()) return out;
  State state{problem};  // the fixed sessions alone
  Search search{state, windows, tails};
  std::vector<char> lost(problem.sessions.size());
  std::vector<char> asked(problem.sessions.size());
  for (const int s : sessions) asked[static_cast<std::size_t>(s)] = 1;
  std::vector<Place> places;
  Ask ask;
  ask.no_waiting = true;
  for (const int s : topological_order(problem)) {
    const auto i = static_cast<std::size_t>(s);
    const auto& session = problem.sessions[i];
    if (!asked[i]) continue;
    lost[i] = windows[i].empty() || session.broken != 0;
    for (const int l : session.in) {
      const int from = problem.links[static_cast<std::size_t>(l)].from;
      const auto& before = problem.sessions[static_cast<std::size_t>(from)];
      if (lost[static_cast<std::size_t>(from)] || (before.fixed && before.held.empty()))
        lost[i] = 1;
    }
    if (!lost[i] && !search.find(s, places, ask) && search.looked_everywhere()) lost[i] = 1;
    if (lost[i]) out.push_back(s);
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace tandem::schedule
