#include "planner/schedule/explain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/day_bounds.hpp"
#include "planner/schedule/facts.hpp"

namespace tandem::schedule {
namespace {

constexpr std::size_t kMostReasons = 8;

std::vector<int> bits_of(const std::vector<Word>& row, int begin, int end) {
  std::vector<int> out;
  for (int slot = first(row.data(), begin, end); slot >= 0; slot = first(row.data(), slot + 1, end))
    out.push_back(slot);
  return out;
}

}  // namespace

bool Explainer::stage_matters(Stage stage, int session) const {
  const auto& s = problem_.sessions[nth(session)];
  switch (stage) {
    case Stage::people:
      return s.learners > 0;
    case Stage::load:
      return !s.day_rows.empty() || std::any_of(s.bodies.begin(), s.bodies.end(), [&](int b) {
        return !problem_.bodies[nth(b)].load_limits.empty();
      });
    case Stage::cover:
      return !s.units.empty();
    case Stage::assets:
      return !s.pools.empty();
    case Stage::room:
      return s.needs_room;
    case Stage::lead:
      return s.leads > 0;
    case Stage::team:
      return s.cofacilitators > 0;
  }
  return false;
}

std::string Explainer::stage_text(Stage stage, int session) const {
  const auto& s = problem_.sessions[nth(session)];
  const Group& group = compiled_.groups[nth(session)];
  switch (stage) {
    case Stage::people:
      return s.learners == 1 ? "free for the one person in it"
                             : fmt::format("free for all {}", people_count(s.learners));
    case Stage::load:
      return "within everybody's hours a week and sessions a day";
    case Stage::cover:
      return "with enough people of each unit left at work";
    case Stage::assets: {
      std::vector<std::string> names;
      for (const Amount& need : group.module->assets)
        names.push_back(fmt::format("{} {}", need.quantity, need.code));
      return fmt::format("with {}", sentence_list(names));
    }
    case Stage::room:
      return group.form.features.empty()
                 ? "with a room"
                 : fmt::format("with a room that has {}", sentence_list(group.form.features));
    case Stage::lead: {
      std::vector<std::string> languages;
      for (const auto id : group.cohorts) {
        const auto& language = compiled_.program.cohorts.at(id).language;
        if (!language.empty() &&
            std::find(languages.begin(), languages.end(), language) == languages.end())
          languages.push_back(language);
      }
      return fmt::format("with {}{}", s.leads == 1 ? "a lead" : fmt::format("{} leads", s.leads),
                         languages.empty()
                             ? std::string{}
                             : fmt::format(" working in {}", sentence_list(languages)));
    }
    case Stage::team:
      return fmt::format("with {} as well", count(s.cofacilitators, "co-facilitator"));
  }
  return {};
}

Explanation Explainer::explain(int session, std::optional<int> day) {
  const auto& s = problem_.sessions[nth(session)];
  const Group& group = compiled_.groups[nth(session)];
  Explanation out;
  if (s.broken & bit(RuleKind::module_capacity))
    out.reasons.push_back(reason(RuleKind::module_capacity,
                                 fmt::format("{} hold seats, {} takes {}", people_count(s.learners),
                                             group.module->code, group.form.capacity.value_or(0))));
  const Reach reach = search_.reach(session);
  for (const int l : s.in) {
    const int from = problem_.links[nth(l)].from;
    if (!state_.placed(from))
      out.reasons.push_back(reason(
          RuleKind::prerequisite,
          fmt::format("it follows {}, which {}", compiled_.groups[nth(from)].code,
                      compiled_.groups[nth(from)].cancelled() ? "is cancelled" : "has no date")));
  }
  if (!out.reasons.empty()) {
    out.funnel.push_back({"starts in the window", 0});
    return out;
  }
  if (s.item) return about_item(session, day);

  const auto& first_slot = problem_.zones[nth(s.zone)].first_slot;
  const int from = day ? *day : reach.first_from;
  const int to = day ? *day : reach.first_to;
  const bool inside = from <= to && reach.last_from <= reach.last_to && from >= reach.first_from &&
                      to <= reach.first_to;
  if (!inside) {
    out.funnel.push_back({"starts in the window", 0});
    out.reasons = day_bounds(compiled_, state_, session, day);
    return out;
  }
  const int begin = first_slot[nth(from)];
  const int end = first_slot[nth(to) + 1];
  out.funnel.push_back({fmt::format("starts in the window, {}",
                                    date_range(compiled_.grid.date(from), compiled_.grid.date(to))),
                        end - begin});

  const int words_count = words_for(problem_.slots);
  const auto starts_of = [&](int calendar) {
    std::vector<Word> row(problem_.calendars[calendar], problem_.calendars[calendar] + words_count);
    erode(row.data(), 0, words_count, s.meetings.front().slots);
    const int slot = problem_.slot_minutes;
    clear(row.data(), 0, std::max(begin, (reach.not_before + slot - 1) / slot));
    return row;
  };
  const std::vector<int> working = bits_of(starts_of(s.cohort_calendar), begin, end);
  std::vector<std::string> codes;
  for (const auto id : group.cohorts) codes.emplace_back(code_of(compiled_.program, id));
  out.funnel.push_back({fmt::format("in the working time of {}", sentence_list(codes)),
                        static_cast<std::int64_t>(working.size())});
  if (working.empty()) {
    std::vector<int> everything;
    for (int slot = begin; slot < end; ++slot) everything.push_back(slot);
    for (const Obstacle& one : obstacles_.of_cohorts(session, everything))
      if (out.reasons.size() < kMostReasons) out.reasons.push_back(one.reason);
    return out;
  }

  // Every start against every stage, so that a start only one stage forbids is seen as such.
  const std::vector<Word> people = starts_of(s.calendar);
  search_.aim(session);
  std::vector<std::uint8_t> fails;  // a bit a stage
  for (const int slot : working) {
    const Place place = search_.place_at(slot);
    std::uint8_t bits = 0;
    const auto fail = [&](Stage stage) {
      bits = static_cast<std::uint8_t>(bits | (1U << static_cast<unsigned>(stage)));
    };
    const bool busy = std::any_of(s.bodies.begin(), s.bodies.end(), [&](int b) {
      return state_.body_busy(b, place.slot, place.slots);
    });
    if (!test(people.data(), slot) || busy || !search_.learners_travel(place)) fail(Stage::people);
    if (!search_.load_allows(place)) fail(Stage::load);
    if (!search_.units_allow(place)) fail(Stage::cover);
    if (!search_.pools_allow(place)) fail(Stage::assets);
    if (s.needs_room && std::none_of(s.rooms.begin(), s.rooms.end(),
                                     [&](const auto& c) { return search_.room_allows(c, place); }))
      fail(Stage::room);
    const auto leads = std::count_if(s.staff.begin(), s.staff.end(), [&](const auto& c) {
      return c.leads && search_.member_allows(c, place, s.site);
    });
    if (leads < s.leads) fail(Stage::lead);
    Place team = place;
    if (!search_.choose_team(team)) fail(leads < s.leads ? Stage::lead : Stage::team);
    fails.push_back(bits);
  }

  std::uint8_t seen = 0;
  std::optional<Stage> stuck;
  std::vector<int> left = working;
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    seen = static_cast<std::uint8_t>(seen | (1U << i));
    std::vector<int> kept;
    for (std::size_t k = 0; k < working.size(); ++k)
      if ((fails[k] & seen) == 0) kept.push_back(working[k]);
    if (!stage_matters(stage, session) && kept.size() == left.size()) continue;
    out.funnel.push_back({stage_text(stage, session), static_cast<std::int64_t>(kept.size())});
    if (kept.empty() && !stuck) {
      stuck = stage;
      std::vector<Obstacle> found = obstacles_.of(stage, session, left);
      // The nearest miss: starts that another stage alone forbids.
      for (std::size_t other = 0; other < kStages; ++other) {
        std::vector<int> only;
        for (std::size_t k = 0; k < working.size(); ++k)
          if (fails[k] == (1U << other)) only.push_back(working[k]);
        if (only.empty() || static_cast<Stage>(other) == stage) continue;
        const auto more = obstacles_.of(static_cast<Stage>(other), session, only);
        found.insert(found.end(), more.begin(), more.end());
      }
      for (const Obstacle& one : found)
        if (out.reasons.size() < kMostReasons &&
            std::find(out.reasons.begin(), out.reasons.end(), one.reason) == out.reasons.end())
          out.reasons.push_back(one.reason);
    }
    left = std::move(kept);
    if (left.empty()) break;
  }
  out.starts = left;
  if (!left.empty() && s.meetings.size() > 1) {
    std::vector<Place> places;
    Ask ask;
    const bool whole = search_.find(session, places, ask);
    if (!whole && !day) {
      out.funnel.push_back({fmt::format("with all {} meetings", s.meetings.size()), 0});
      out.reasons.push_back(reason(
          RuleKind::meeting_gap,
          fmt::format("after none of the first meetings do the other {} find a place{}",
                      s.meetings.size() - 1,
                      s.gap_max == kNone
                          ? std::string{}
                          : fmt::format(" within {} of each other", count(s.gap_max, "day")))));
      out.starts.clear();
    }
  } else if (!left.empty() && problem_.cohorts[nth(s.cohorts.front())].budget != kNone) {
    std::vector<Place> places;
    if (!search_.find(session, places)) {
      out.funnel.push_back({"within the budget", 0});
      out.reasons.push_back(
          reason(RuleKind::budget, fmt::format("the hard budget of {} leaves no room for it",
                                               code_of(compiled_.program, group.cohorts.front()))));
      out.starts.clear();
    }
  }
  return out;
}

Explanation Explainer::about_item(int session, std::optional<int> day) {
  Explanation out;
  const Reach reach = search_.reach(session);
  const int from = std::max(reach.first_from, reach.last_from);
  const int to = std::min(reach.first_to, reach.last_to);
  const auto& s = problem_.sessions[nth(session)];
  const auto& first_slot = problem_.zones[nth(s.zone)].first_slot;
  std::int64_t left = 0;
  for (int d = from; d <= to; ++d)
    if ((!day || d == *day) &&
        any(problem_.calendars[s.calendar], first_slot[nth(d)], first_slot[nth(d) + 1])) {
      ++left;
      out.starts.push_back(first_slot[nth(d)]);
    }
  out.funnel.push_back({"due dates in the window", left});
  if (left == 0) out.reasons = day_bounds(compiled_, state_, session, day);
  return out;
}

}  // namespace tandem::schedule
