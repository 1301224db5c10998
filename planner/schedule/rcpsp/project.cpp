#include "planner/schedule/rcpsp/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace tandem::schedule::rcpsp {
namespace {

constexpr int kLongestHorizon = 30'000;  // slots; keeps times well inside 16 bits

Errors faults(const ProjectData& data) {
  Errors errors;
  const auto say = [&](std::string message, std::string where) {
    errors.push_back({ErrorCode::bad_input, std::move(message), std::move(where), {}});
  };
  const auto n = data.durations.size();
  if (n < 2) say("a project has a source and a sink at least", "activities");
  if (data.demands.size() != n)
    say(fmt::format("demands of {} activities where there are {}", data.demands.size(), n),
        "demands");
  if (data.capacities.size() > kMostResources)
    say(fmt::format("{} resources; at most {} can be handled", data.capacities.size(),
                    kMostResources),
        "resources");
  for (std::size_t r = 0; r < data.capacities.size(); ++r)
    if (data.capacities[r] < 0 || data.capacities[r] > kMostUnits)
      say(fmt::format("a capacity of {}; 0 to {} is allowed", data.capacities[r], kMostUnits),
          fmt::format("resource {}", r + 1));
  if (!errors.empty()) return errors;
  for (std::size_t i = 0; i < n; ++i) {
    const auto where = fmt::format("activity {}", i);
    if (data.durations[i] < 0) say(fmt::format("a duration of {}", data.durations[i]), where);
    if (data.demands[i].size() != data.capacities.size()) {
      say(fmt::format("{} demands for {} resources", data.demands[i].size(),
                      data.capacities.size()),
          where);
      continue;
    }
    for (std::size_t r = 0; r < data.capacities.size(); ++r) {
      if (data.demands[i][r] < 0) say(fmt::format("a demand of {}", data.demands[i][r]), where);
      if (data.demands[i][r] > kMostUnits)
        say(fmt::format("a demand of {}; at most {} is allowed", data.demands[i][r], kMostUnits),
            where);
    }
    if ((i == 0 || i + 1 == n) && data.durations[i] != 0)
      say("source and sink take no time", where);
  }
  for (const Lag& lag : data.lags)
    if (lag.from < 0 || lag.to < 0 || std::cmp_greater_equal(lag.from, n) ||
        std::cmp_greater_equal(lag.to, n))
      say(fmt::format("a lag from {} to {}, which do not both exist", lag.from, lag.to), "lags");
  return errors;
}

// The longest lag of each pair of activities, sorted by source.
std::vector<Lag> complete(const ProjectData& data) {
  std::map<std::pair<int, int>, int> longest;
  const auto add = [&](const Lag& lag) {
    const auto [it, fresh] = longest.try_emplace({lag.from, lag.to}, lag.minimum);
    if (!fresh) it->second = std::max(it->second, lag.minimum);
  };
  const int sink = static_cast<int>(data.durations.size()) - 1;
  for (const Lag& lag : data.lags) add(lag);
  for (int i = 1; i <= sink; ++i) add({0, i, 0});
  for (int i = 0; i < sink; ++i) add({i, sink, data.durations[static_cast<std::size_t>(i)]});
  std::vector<Lag> lags;
  for (const auto& [pair, minimum] : longest) lags.push_back({pair.first, pair.second, minimum});
  return lags;
}

std::vector<int> begins(const std::vector<Lag>& lags, std::size_t n, int Lag::*key) {
  std::vector<int> begin(n + 1, 0);
  for (const Lag& lag : lags) ++begin[static_cast<std::size_t>(lag.*key) + 1];
  for (std::size_t i = 0; i < n; ++i) begin[i + 1] += begin[i];
  return begin;
}

}  // namespace

Result<Project> Project::make(ProjectData data) {
  if (auto errors = faults(data); !errors.empty()) return fail(std::move(errors));
  Project project;
  const auto n = data.durations.size();
  const int count = static_cast<int>(n);
  project.out_ = complete(data);
  project.into_ = project.out_;
  std::stable_sort(project.into_.begin(), project.into_.end(),
                   [](const Lag& a, const Lag& b) { return a.to < b.to; });
  project.out_begin_ = begins(project.out_, n, &Lag::from);
  project.into_begin_ = begins(project.into_, n, &Lag::to);

  const auto pack = [](const std::vector<int>& units) {
    Packed packed{};
    for (std::size_t r = 0; r < units.size(); ++r)
      packed[r / 4] |= static_cast<std::uint64_t>(units[r]) << (16 * (r % 4));
    return packed;
  };
  for (std::size_t i = 0; i < n; ++i) {
    project.packed_.push_back(pack(data.demands[i]));
    const bool any = std::any_of(data.demands[i].begin(), data.demands[i].end(),
                                 [](int units) { return units > 0; });
    project.consumes_.push_back(any && data.durations[i] > 0);
  }
  project.packed_capacity_ = pack(data.capacities);
  for (auto& word : project.packed_capacity_) word |= kTopBits;

  // The smallest number first among those whose predecessors are all placed.
  std::vector<int> waiting(n, 0);
  for (const Lag& lag : project.into_) ++waiting[nth(lag.to)];
  std::vector<int> order;
  std::vector<int> ready{0};
  while (!ready.empty()) {
    const auto next = std::min_element(ready.begin(), ready.end());
    const int i = *next;
    ready.erase(next);
    order.push_back(i);
    for (int k = project.out_begin_[nth(i)]; k < project.out_begin_[nth(i) + 1]; ++k)
      if (const int to = project.out_[nth(k)].to; --waiting[nth(to)] == 0) ready.push_back(to);
  }
  if (order.size() == n) project.order_ = std::move(order);

  std::int64_t horizon = 0;
  for (int i = 0; i < count; ++i) {
    int longest = data.durations[nth(i)];
    for (int k = project.out_begin_[nth(i)]; k < project.out_begin_[nth(i) + 1]; ++k)
      longest = std::max(longest, project.out_[nth(k)].minimum);
    horizon += longest;
  }
  if (horizon > kLongestHorizon)
    return fail(ErrorCode::bad_input,
                fmt::format("everything one after another takes {} slots; {} can be handled",
                            horizon, kLongestHorizon),
                "durations and lags");
  project.horizon_ = static_cast<int>(horizon);
  project.data_ = std::move(data);
  return project;
}

bool within_capacities(const Project& project) {
  for (int i = 0; i < project.size(); ++i)
    for (int r = 0; r < project.resources(); ++r)
      if (project.duration(i) > 0 && project.demand(i, r) > project.capacity(r)) return false;
  return true;
}

Project mirrored(const Project& project) {
  ProjectData data = project.data();
  std::reverse(data.durations.begin(), data.durations.end());
  std::reverse(data.demands.begin(), data.demands.end());
  data.lags.clear();
  const int last = project.sink();
  for (const Lag& lag : project.lags())
    data.lags.push_back({last - lag.to, last - lag.from,
                         lag.minimum + project.duration(lag.to) - project.duration(lag.from)});
  return Project::make(std::move(data)).value();
}

std::vector<int> earliest_starts(const Project& project) {
  const int n = project.size();
  std::vector<int> start(static_cast<std::size_t>(n), 0);
  for (int round = 0; round <= n; ++round) {  // Bellman and Ford
    bool moved = false;
    for (const Lag& lag : project.lags()) {
      int& to = start[static_cast<std::size_t>(lag.to)];
      const int least = start[static_cast<std::size_t>(lag.from)] + lag.minimum;
      if (least > to) {
        if (lag.to == 0) return {};
        to = least;
        moved = true;
      }
    }
    if (!moved) return start;
  }
  return {};
}

int critical_path(const Project& project) { return earliest_starts(project).back(); }

}  // namespace tandem::schedule::rcpsp
