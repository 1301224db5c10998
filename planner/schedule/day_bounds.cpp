#include "planner/schedule/day_bounds.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/facts.hpp"

namespace tandem::schedule {
namespace {

struct Bound {
  RuleKind rule;
  bool lower;  // not before the day; else not after it
  int day;     // of the first meeting
  std::string text;
};

std::vector<Bound> all_bounds(const Compiled& compiled, const State& state, int session) {
  const Problem& problem = compiled.problem;
  const auto& s = problem.sessions[nth(session)];
  const Group& group = compiled.groups[nth(session)];
  const Program& program = compiled.program;
  const Grid& grid = compiled.grid;
  std::vector<Bound> out;
  const auto lower = [&](RuleKind rule, int day, std::string text) {
    out.push_back({rule, true, day, std::move(text)});
  };
  const auto upper = [&](RuleKind rule, int day, std::string text) {
    out.push_back({rule, false, day, std::move(text)});
  };
  const int span = s.item ? 0 : (std::max(1, static_cast<int>(s.meetings.size())) - 1) * s.gap_min;
  if (compiled.as_of)
    lower(RuleKind::start, grid.day(*compiled.as_of),
          fmt::format("nothing is planned before today, {}", words(*compiled.as_of)));
  upper(RuleKind::horizon, grid.day(*program.workspace().horizon_to) - span,
        fmt::format("planning ends on {}", words(*program.workspace().horizon_to)));
  for (const auto id : group.cohorts) {
    const Cohort& cohort = program.cohorts.at(id);
    const CohortModule* choice = program.cohort_modules.find_key(
        join_key({std::to_string(id.value), std::to_string(group.module->id.value)}));
    if (cohort.start_from)
      lower(RuleKind::start, grid.day(*cohort.start_from),
            fmt::format("{} starts on {}", cohort.code, words(*cohort.start_from)));
    if (choice && choice->not_before)
      lower(RuleKind::start, grid.day(*choice->not_before),
            fmt::format("{} is not before {} for {}", group.module->code,
                        words(*choice->not_before), cohort.code));
    if (choice && choice->not_after)
      upper(RuleKind::not_after, grid.day(*choice->not_after) - span,
            fmt::format("{} is not after {} for {}", group.module->code, words(*choice->not_after),
                        cohort.code));
    if (cohort.deadline && cohort.deadline_rule == Rule::hard)
      upper(RuleKind::deadline, grid.day(*cohort.deadline) - span,
            fmt::format("{} ends by {}, its hard deadline", cohort.code, words(*cohort.deadline)));
  }
  for (const int l : s.in) {
    const auto& link = problem.links[nth(l)];
    if (!state.placed(link.from)) continue;
    const Place& before = state.last(link.from);
    const std::string name =
        fmt::format("{} on {}", compiled.groups[nth(link.from)].code, words(grid.date(before.day)));
    lower(link.min_days > 0 ? RuleKind::spacing_min : RuleKind::prerequisite,
          before.day + link.min_days,
          link.min_days > 0
              ? fmt::format("it follows {} by {} or more", name, count(link.min_days, "day"))
              : fmt::format("it follows {}", name));
    if (link.max_days != kNone)
      upper(RuleKind::spacing_max, before.day + link.max_days,
            fmt::format("it follows {} by {} at most", name, count(link.max_days, "day")));
  }
  for (const int l : s.out) {
    const auto& link = problem.links[nth(l)];
    if (!state.placed(link.to)) continue;
    const Place& after = state.first(link.to);
    const std::string name =
        fmt::format("{} on {}", compiled.groups[nth(link.to)].code, words(grid.date(after.day)));
    upper(link.min_days > 0 ? RuleKind::spacing_min : RuleKind::prerequisite,
          after.day - link.min_days - span,
          link.min_days > 0
              ? fmt::format("{} follows it by {} or more", name, count(link.min_days, "day"))
              : fmt::format("{} follows it", name));
    if (link.max_days != kNone)
      lower(RuleKind::spacing_max, after.day - link.max_days - span,
            fmt::format("{} follows it by {} at most", name, count(link.max_days, "day")));
  }
  return out;
}

}  // namespace

std::vector<Reason> day_bounds(const Compiled& compiled, const State& state, int session,
                               std::optional<int> day) {
  const std::vector<Bound> all = all_bounds(compiled, state, session);
  std::vector<Reason> out;
  if (day) {  // those that forbid the day
    for (const Bound& b : all)
      if (b.lower ? *day < b.day : *day > b.day) out.push_back(reason(b.rule, b.text));
    return out;
  }
  // The tightest on each side.
  const auto tightest = [&](bool lower) {
    const Bound* best = nullptr;
    for (const Bound& b : all)
      if (b.lower == lower && (!best || (lower ? b.day > best->day : b.day < best->day))) best = &b;
    return best;
  };
  if (const Bound* from = tightest(true)) {
    const bool today = compiled.as_of && compiled.grid.date(from->day) == *compiled.as_of;
    const std::string date = words(compiled.grid.date(from->day));
    out.push_back(reason(from->rule, today ? fmt::format("not before today, {}", date)
                                           : fmt::format("not before {}: {}", date, from->text)));
  }
  if (const Bound* to = tightest(false))
    out.push_back(reason(
        to->rule, fmt::format("not after {}: {}", words(compiled.grid.date(to->day)), to->text)));
  return out;
}

}  // namespace tandem::schedule
