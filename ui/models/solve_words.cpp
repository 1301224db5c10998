#include "ui/models/solve_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/plan_changes.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

std::string_view phase_words(Progress::Phase phase) {
  switch (phase) {
    case Progress::Phase::compiling:
      return "Reading the rules";
    case Progress::Phase::constructing:
      return "Finding a first plan";
    case Progress::Phase::improving:
      return "Improving it";
    case Progress::Phase::done:
      return "Checking it";
  }
  return {};
}

std::string counted(int moved, int added, int lost) {
  std::vector<std::string> parts;
  if (moved > 0) parts.push_back(fmt::format("{} moved", moved));
  if (added > 0) parts.push_back(fmt::format("{} new", added));
  if (lost > 0) parts.push_back(fmt::format("{} without a date", lost));
  return join(parts, ", ");
}

}  // namespace

SolveWords solve_words(const Progress& progress, std::optional<int> waiting, bool stopping,
                       int seconds) {
  const auto phase = progress.phase.load();
  const auto of = [&](Tier tier) { return progress.cost[static_cast<std::size_t>(tier)].load(); };
  SolveWords out;
  out.what = stopping ? "Stopping" : phase_words(phase);
  const std::int64_t steps = progress.steps.load();
  const std::int64_t total = progress.steps_total.load();
  out.share = total > 0 ? static_cast<double>(steps) / static_cast<double>(total) : 0;
  if (progress.sessions.load() > 0)
    out.so_far = fmt::format("{} of {} placed", progress.placed.load(),
                             count(progress.sessions.load(), "session"));
  const bool stands = phase == Progress::Phase::improving || phase == Progress::Phase::done;
  if (stands) {
    if (waiting)
      out.so_far += *waiting == 0
                        ? std::string{" · everybody has dates"}
                        : fmt::format(" · {} without a date", count(*waiting, "person", "people"));
    out.so_far += fmt::format(" · {} past deadlines", count(of(Tier::late_days), "day"));
    if (of(Tier::changes) > 0)
      out.so_far += fmt::format(" · {} to tell of a change", of(Tier::changes));
    const std::int64_t bound = progress.finish_bound.load();
    const std::int64_t gap = of(Tier::finish) - bound;
    if (bound >= 0)
      out.possible = gap > 0 ? fmt::format("At most {} earlier is possible, all cohorts added up",
                                           count(gap, "day"))
                             : std::string{"No plan finishes earlier"};
  }
  std::string work = fmt::format("{} of {} steps, {} s", grouped(steps), grouped(total), seconds);
  out.possible = out.possible.empty() ? std::move(work) : out.possible + " · " + work;
  return out;
}

int people_without_date(const Proposal& proposal) {
  std::set<Id<Person>> out;
  for (const PlannedSession& s : proposal.sessions)
    if (s.meetings.empty() && !s.due_to) out.insert(s.seats.begin(), s.seats.end());
  return static_cast<int>(out.size());
}

PlanDiff plan_diff(const Program& now, const Program& proposed, Date today) {
  const PlanChanges changes = plan_changes(now, proposed, today);
  const SessionBook before{now};
  const SessionBook after{proposed};
  PlanDiff out;
  const auto touched = static_cast<std::int64_t>(changes.touched());
  out.people =
      touched == 0 ? "Nobody has to be told" : count(touched, "person", "people") + " to tell";
  if (touched > 0 && changes.notice_days)
    out.people += fmt::format(", with {} of notice", count(*changes.notice_days, "day"));

  struct Tally {
    std::vector<DiffLine> lines;
    int moved{};
    int added{};
    int lost{};
  };
  std::map<std::string, Tally> cohorts;
  std::map<std::string_view, const SessionChange*> moved;
  for (const SessionChange& change : changes.sessions) moved.emplace(change.session, &change);
  for (const SessionFacts& s : after.sessions()) {
    if (s.cohorts.empty()) continue;
    const SessionFacts* was = before.find(s.code);
    const bool had = was && was->has_date();
    Tally& tally = cohorts[s.cohorts.front()];
    const auto it = moved.find(s.code);
    if (had && s.has_date() && it != moved.end()) {
      ++tally.moved;
      std::string text = after.in_words(it->second->text, s);
      tally.lines.push_back({s.code, whole_dates(sentence(std::move(text)))});
    } else if (!had && s.has_date()) {
      ++tally.added;
    } else if (had && !s.has_date()) {
      ++tally.lost;
      tally.lines.push_back({s.code, s.module + " would have no date"});
    }
  }
  for (auto& [cohort, tally] : cohorts) {
    std::string right = counted(tally.moved, tally.added, tally.lost);
    if (!right.empty()) out.groups.push_back({cohort, std::move(right), std::move(tally.lines)});
  }
  return out;
}

}  // namespace tandem::models
