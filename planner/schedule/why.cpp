#include "planner/schedule/why.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/day_bounds.hpp"
#include "planner/schedule/explain.hpp"
#include "planner/schedule/facts.hpp"
#include "planner/schedule/forced.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstAnswerId = RawId{1} << 61;  // of rows that exist in this answer only

// The plan as the Program has it, right or wrong: nothing is checked here.
void put_all(State& state) {
  const Problem& problem = state.problem();
  for (std::size_t s = 0; s < problem.sessions.size(); ++s)
    if (state.open(static_cast<int>(s)) && !problem.sessions[s].held.empty())
      state.put(static_cast<int>(s), problem.sessions[s].held);
}

class Asked {
 public:
  Asked(const Compiled& compiled, int session)
      : compiled_(compiled),
        problem_(compiled.problem),
        group_(compiled.groups[nth(session)]),
        session_(session),
        windows_(day_windows(problem_)),
        tails_(tails(problem_)),
        state_(problem_),
        search_(state_, windows_, tails_) {
    put_all(state_);
    held_.assign(state_.places(session).begin(), state_.places(session).end());
    if (!held_.empty() && !problem_.sessions[nth(session)].fixed) state_.take(session);
  }

  Why here() {
    Why out;
    out.session = group_.code;
    out.possible = !held_.empty();
    if (problem_.sessions[nth(session_)].fixed) {
      out.reasons.push_back(pinned());
      return out;
    }
    Explainer explainer{compiled_, state_, search_};
    auto whole = explainer.explain(session_);
    out.funnel = std::move(whole.funnel);
    if (held_.empty()) {
      out.possible = !whole.starts.empty();
      out.reasons = std::move(whole.reasons);
      if (out.possible)
        out.reasons.push_back({std::string{word(RuleKind::meetings)},
                               "it has no date yet, though there is a place: plan it again"});
      return out;
    }
    const auto& s = problem_.sessions[nth(session_)];
    if (!s.item) out.held = compiled_.grid.local(s.zone, held_.front().start);
    out.reasons = day_bounds(compiled_, state_, session_);
    const auto ideals = ideal_sentences();
    out.reasons.insert(out.reasons.end(), ideals.begin(), ideals.end());
    better_days(explainer, out.reasons);
    if (!s.item) {
      out.earlier = other_day(explainer, -1);
      out.later = other_day(explainer, 1);
    }
    return out;
  }

  Why on(Date date) {
    Why out;
    out.session = group_.code;
    if (problem_.sessions[nth(session_)].fixed) {
      out.reasons.push_back(pinned());
      return out;
    }
    const int day = compiled_.grid.day(date);
    if (day < 0 || day >= problem_.days) {
      out.reasons.push_back({std::string{word(RuleKind::horizon)},
                             fmt::format("{} lies outside the planning horizon", words(date))});
      return out;
    }
    Explainer explainer{compiled_, state_, search_};
    auto that_day = explainer.explain(session_, day);
    out.possible = !that_day.starts.empty();
    out.funnel = std::move(that_day.funnel);
    out.reasons = std::move(that_day.reasons);
    if (out.possible && !problem_.sessions[nth(session_)].item) {
      std::vector<std::string> hours;
      for (const int slot : that_day.starts)
        hours.push_back(text(time_of(compiled_.grid.local(problem_.sessions[nth(session_)].zone,
                                                          slot * problem_.slot_minutes))));
      out.reasons.push_back(
          {std::string{word(RuleKind::start)},
           fmt::format("on {} it could begin at {}", words(date), sentence_list(hours))});
    }
    if (!problem_.sessions[nth(session_)].item) out.price = price(day);
    return out;
  }

 private:
  Reason pinned() const {
    return {std::string{word(RuleKind::pin)}, fmt::format("it stays: {}", stays_because(group_))};
  }

  std::vector<Reason> ideal_sentences() const {
    std::vector<Reason> out;
    for (const int l : problem_.sessions[nth(session_)].in) {
      const auto& link = problem_.links[nth(l)];
      if (link.ideal_days == kNone || !state_.placed(link.from)) continue;
      const int days_after = held_.front().day - state_.last(link.from).day;
      const std::string gap = fmt::format("{} after {}", count(days_after, "day"),
                                          compiled_.groups[nth(link.from)].code);
      out.push_back({std::string{word(RuleKind::prerequisite)},
                     days_after == link.ideal_days ? gap + ", the ideal gap"
                                                   : fmt::format("{}; {} would be ideal", gap,
                                                                 count(link.ideal_days, "day"))});
    }
    return out;
  }

  // The next day in that direction on which the cohort works at all.
  std::optional<OtherDay> other_day(Explainer& explainer, int step) {
    constexpr int kFurthest = 60;
    const int here = held_.front().day;
    for (int day = here + step; day >= 0 && day < problem_.days && std::abs(day - here) < kFurthest;
         day += step) {
      auto found = explainer.explain(session_, day);
      const bool outside = found.funnel.size() == 1;  // of its window: no day beyond is better
      if (found.starts.empty() && !outside && found.funnel.size() == 2) continue;
      OtherDay out;
      out.date = compiled_.grid.date(day);
      out.possible = !found.starts.empty();
      if (!out.possible) out.reasons = std::move(found.reasons);
      return out;
    }
    return {};
  }

  // The session put there, and the plan mended around it.
  std::optional<Price> price(int day) {
    auto plan = forced(compiled_, state_, search_, windows_, session_, day);
    if (!plan) return {};
    Price out;
    out.proposal = std::move(plan->proposal);
    out.others = plan->others;
    out.days = plan->days;
    CountingIds ids{kFirstAnswerId};
    const auto done = apply(compiled_.program, AdoptSchedule{out.proposal, {}}, ids);
    if (!done) return {};
    const Date today = compiled_.as_of.value_or(compiled_.grid.date(0));
    out.changes = plan_changes(compiled_.program, done->program, today);
    out.people = static_cast<int>(out.changes.touched());
    return out;
  }

  // Days nearer to the ideal, or earlier where there is none, and what forbids each.
  void better_days(Explainer& explainer, std::vector<Reason>& out) {
    if (problem_.sessions[nth(session_)].item) return;
    constexpr int kMost = 5;
    const Reach reach = search_.reach(session_);
    int wanted = reach.first_from;
    for (const int l : problem_.sessions[nth(session_)].in) {
      const auto& link = problem_.links[nth(l)];
      if (link.ideal_days != kNone && state_.placed(link.from))
        wanted = std::max(wanted, state_.last(link.from).day + link.ideal_days);
    }
    const int here = held_.front().day;
    std::vector<int> days;
    for (int day = reach.first_from; day <= reach.first_to; ++day)
      if (std::abs(day - wanted) < std::abs(here - wanted)) days.push_back(day);
    std::stable_sort(days.begin(), days.end(),
                     [&](int a, int b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    int told = 0;
    for (const int day : days) {
      if (told == kMost) break;
      auto that_day = explainer.explain(session_, day);
      const std::string name = words(compiled_.grid.date(day));
      if (!that_day.starts.empty()) {
        out.push_back(
            {std::string{word(RuleKind::start)}, fmt::format("{} would be possible too", name)});
        ++told;
      } else if (!that_day.reasons.empty() && that_day.funnel.size() > 2) {
        // Days off are no news; a day on which something else stands in the way is.
        out.push_back({that_day.reasons.front().rule,
                       fmt::format("not {}: {}", name, that_day.reasons.front().text)});
        ++told;
      }
    }
  }

  const Compiled& compiled_;
  const Problem& problem_;
  const Group& group_;
  int session_;
  std::vector<DayWindow> windows_;
  std::vector<int> tails_;
  State state_;
  Search search_;
  std::vector<Place> held_;
};

}  // namespace

Result<Why> why(const Program& program, std::string_view session, std::optional<Date> on,
                std::optional<Date> as_of) {
  const auto compiled = compile(program, {{}, as_of});
  if (!compiled) return tl::unexpected(compiled.error());
  const auto& groups = (*compiled)->groups;
  const int index = (*compiled)->session(session);
  if (index == kNone) {
    std::vector<std::string_view> codes;
    for (const Group& group : groups) codes.push_back(group.code);
    const auto meant = nearest(session, codes);
    return fail(ErrorCode::not_found, fmt::format("no session {}", session), {},
                !meant.empty()  ? fmt::format("did you mean {}?", meant)
                : codes.empty() ? std::string{"no session is there to be planned yet"}
                                : fmt::format("name it as in {}", codes.front()));
  }
  Asked asked{**compiled, index};
  return on ? asked.on(*on) : asked.here();
}

}  // namespace tandem
