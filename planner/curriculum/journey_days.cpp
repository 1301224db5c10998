#include "planner/curriculum/journey_days.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace tandem {
namespace {

constexpr int kWeek = 7;

int span_of(const Module& module) {
  if (!is_live(module.mode)) return 0;
  const int gaps = module.meetings.value_or(1) - 1;
  return std::max(0, gaps) * module.meeting_gap_min_days.value_or(1);
}

struct Node {
  JourneyDay day;
  std::tuple<int, std::string_view> place;  // position, code
  std::size_t open{};                       // prerequisites not yet placed
};

}  // namespace

int JourneySpacing::drawn() const {
  if (ideal) return *ideal;
  const int week = std::max(min, kWeek);
  return max ? std::min(week, *max) : week;
}

std::vector<JourneyDay> journey_days(const Program& program,
                                     std::span<const Id<Programme>> programmes) {
  std::map<Id<Module>, std::set<Id<Programme>>> homes;
  std::map<Id<Module>, Node> nodes;
  for (const ProgrammeModule& row : program.programme_modules) {
    if (std::find(programmes.begin(), programmes.end(), row.programme) == programmes.end())
      continue;
    homes[row.module].insert(row.programme);
    const Module& module = program.modules.at(row.module);
    Node& node = nodes[row.module];
    node.day.module = row.module;
    node.day.span = span_of(module);
    const std::tuple place{row.position.value_or(100'000), std::string_view{module.code}};
    node.place = homes[row.module].size() == 1 ? place : std::min(node.place, place);
  }
  const auto together = [&](Id<Module> a, Id<Module> b) {
    const auto other = homes.find(b);
    if (other == homes.end()) return false;
    const auto& mine = homes.at(a);
    return std::any_of(mine.begin(), mine.end(),
                       [&](Id<Programme> p) { return other->second.contains(p); });
  };
  std::map<Id<Module>, std::vector<Id<Module>>> followers;
  for (const Prerequisite& p : program.prerequisites) {
    const auto node = nodes.find(p.module);
    if (node == nodes.end() || !together(p.module, p.needs)) continue;
    node->second.day.after.push_back(
        {p.id, p.needs, p.min_days.value_or(0), p.ideal_days, p.max_days});
    ++node->second.open;
    followers[p.needs].push_back(p.module);
  }
  for (auto& [id, node] : nodes)
    std::sort(node.day.after.begin(), node.day.after.end(),
              [&](const JourneySpacing& a, const JourneySpacing& b) {
                return code_of(program, a.needs) < code_of(program, b.needs);
              });

  using Ready = std::tuple<int, std::tuple<int, std::string_view>, Id<Module>>;
  std::set<Ready> ready;
  for (const auto& [id, node] : nodes)
    if (node.open == 0) ready.insert({0, node.place, id});
  std::vector<JourneyDay> out;
  std::set<Id<Module>> placed;
  while (!ready.empty()) {
    const Id<Module> at = std::get<2>(*ready.begin());
    ready.erase(ready.begin());
    placed.insert(at);
    const JourneyDay& done = nodes.at(at).day;
    for (const Id<Module> next : followers[at]) {
      Node& node = nodes.at(next);
      for (const JourneySpacing& s : node.day.after) {
        if (s.needs != at) continue;
        node.day.earliest = std::max(node.day.earliest, done.earliest + done.span + s.min);
        node.day.ideal = std::max(node.day.ideal, done.ideal + done.span + s.drawn());
      }
      if (--node.open == 0) ready.insert({node.day.ideal, node.place, next});
    }
    out.push_back(done);
  }
  for (auto& [id, node] : nodes) {
    if (placed.contains(id)) continue;
    node.day.after.clear();
    out.push_back(node.day);
  }
  return out;
}

}  // namespace tandem
