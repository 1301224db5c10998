#include "planner/schedule/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/schedule/facts.hpp"

namespace tandem::schedule {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

constexpr std::size_t kMostReasons = 8;

Reason reason(RuleKind rule, std::string text) {
  return {std::string{word(rule)}, std::move(text)};
}

std::vector<int> bits_of(const std::vector<Word>& row, int begin, int end) {
  std::vector<int> out;
  for (int slot = first(row.data(), begin, end); slot >= 0; slot = first(row.data(), slot + 1, end))
    out.push_back(slot);
  return out;
}

std::string number(std::int64_t n) {  // 1,040
  std::string digits = std::to_string(n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

Explainer::Explainer(const Compiled& compiled, State& state, Search& search,
                     const std::vector<DayWindow>& windows)
    : compiled_(compiled),
      problem_(compiled.problem),
      state_(state),
      search_(search),
      windows_(windows),
      closures_(compiled.program, compiled.grid, compiled.site_zones),
      room_uses_(compiled.rooms.size()),
      facilitator_uses_(compiled.facilitators.size()) {
  for (std::size_t s = 0; s < problem_.sessions.size(); ++s) {
    if (problem_.sessions[s].item) continue;
    for (const Place& p : state.places(static_cast<int>(s))) {
      const Use use{static_cast<int>(s), p.start, p.end};
      if (p.room != kNone) room_uses_[at(p.room)].push_back(use);
      for (const Person* person : compiled.groups[s].people)
        person_uses_[person->id.value].push_back(use);
      for (int t = 0; t < p.team_size; ++t) {
        facilitator_uses_[at(p.team[at(t)])].push_back(use);
        if (const auto person = compiled.facilitators[at(p.team[at(t)])]->person)
          person_uses_[person.value].push_back(use);
      }
    }
  }
}

// ---- between which days

std::vector<Explainer::Bound> Explainer::day_bounds(int session) const {
  const auto& s = problem_.sessions[at(session)];
  const Group& group = compiled_.groups[at(session)];
  const Program& program = compiled_.program;
  const Grid& grid = compiled_.grid;
  std::vector<Bound> out;
  const auto lower = [&](RuleKind rule, int day, std::string text) {
    out.push_back({rule, true, day, std::move(text)});
  };
  const auto upper = [&](RuleKind rule, int day, std::string text) {
    out.push_back({rule, false, day, std::move(text)});
  };
  const int span = s.item ? 0 : (std::max(1, static_cast<int>(s.meetings.size())) - 1) * s.gap_min;
  if (compiled_.as_of)
    lower(RuleKind::start, grid.day(*compiled_.as_of),
          fmt::format("nothing is planned before today, {}", words(*compiled_.as_of)));
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
    const auto& link = problem_.links[at(l)];
    if (!state_.placed(link.from)) continue;
    const Place& before = state_.last(link.from);
    const std::string name =
        fmt::format("{} on {}", compiled_.groups[at(link.from)].code, words(grid.date(before.day)));
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
    const auto& link = problem_.links[at(l)];
    if (!state_.placed(link.to)) continue;
    const Place& after = state_.first(link.to);
    const std::string name =
        fmt::format("{} on {}", compiled_.groups[at(link.to)].code, words(grid.date(after.day)));
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

std::vector<Reason> Explainer::bounds(int session, std::optional<int> day) const {
  std::vector<Bound> all = day_bounds(session);
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
    const bool today = compiled_.as_of && compiled_.grid.date(from->day) == *compiled_.as_of;
    const std::string date = words(compiled_.grid.date(from->day));
    out.push_back(reason(from->rule, today ? fmt::format("not before today, {}", date)
                                           : fmt::format("not before {}: {}", date, from->text)));
  }
  if (const Bound* to = tightest(false))
    out.push_back(reason(
        to->rule, fmt::format("not after {}: {}", words(compiled_.grid.date(to->day)), to->text)));
  return out;
}

// ---- the funnel

bool Explainer::stage_matters(Stage stage, int session) const {
  const auto& s = problem_.sessions[at(session)];
  switch (stage) {
    case Stage::people:
      return s.learners > 0;
    case Stage::load:
      return !s.day_rows.empty() || std::any_of(s.bodies.begin(), s.bodies.end(), [&](int b) {
        return !problem_.bodies[at(b)].load_limits.empty();
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
  const auto& s = problem_.sessions[at(session)];
  const Group& group = compiled_.groups[at(session)];
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
  const auto& s = problem_.sessions[at(session)];
  const Group& group = compiled_.groups[at(session)];
  Explanation out;
  if (s.broken & bit(RuleKind::module_capacity))
    out.reasons.push_back(reason(RuleKind::module_capacity,
                                 fmt::format("{} hold seats, {} takes {}", people_count(s.learners),
                                             group.module->code, group.form.capacity.value_or(0))));
  const Reach reach = search_.reach(session);
  for (const int l : s.in) {
    const int from = problem_.links[at(l)].from;
    if (!state_.placed(from))
      out.reasons.push_back(reason(
          RuleKind::prerequisite,
          fmt::format("it follows {}, which {}", compiled_.groups[at(from)].code,
                      compiled_.groups[at(from)].cancelled() ? "is cancelled" : "has no date")));
  }
  if (!out.reasons.empty()) {
    out.funnel.push_back({"starts in the window", 0});
    return out;
  }
  if (s.item) return about_item(session, day);

  const auto& first_slot = problem_.zones[at(s.zone)].first_slot;
  const int from = day ? *day : reach.first_from;
  const int to = day ? *day : reach.first_to;
  const bool inside = from <= to && reach.last_from <= reach.last_to && from >= reach.first_from &&
                      to <= reach.first_to;
  if (!inside) {
    out.funnel.push_back({"starts in the window", 0});
    out.reasons = bounds(session, day);
    return out;
  }
  const int begin = first_slot[at(from)];
  const int end = first_slot[at(to) + 1];
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
    std::vector<Fact> found;
    std::vector<int> everything;
    for (int slot = begin; slot < end; ++slot) everything.push_back(slot);
    bool first_cohort = true;
    for (const auto id : group.cohorts) {
      const Cohort& cohort = compiled_.program.cohorts.at(id);
      closure_facts(closures_.of(cohort, s.zone, first_cohort), cohort.code, session, everything,
                    found);
      first_cohort = false;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Fact& a, const Fact& b) { return a.starts > b.starts; });
    for (const Fact& fact : found)
      if (out.reasons.size() < kMostReasons) out.reasons.push_back(fact.reason);
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
    if (!search_.choose_team(0, team)) fail(leads < s.leads ? Stage::lead : Stage::team);
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
      std::vector<Fact> found;
      facts(stage, session, left, found);
      // The nearest miss: starts that another stage alone forbids.
      for (std::size_t other = 0; other < kStages; ++other) {
        std::vector<int> only;
        for (std::size_t k = 0; k < working.size(); ++k)
          if (fails[k] == (1U << other)) only.push_back(working[k]);
        if (!only.empty() && static_cast<Stage>(other) != stage)
          facts(static_cast<Stage>(other), session, only, found);
      }
      for (const Fact& fact : found)
        if (out.reasons.size() < kMostReasons &&
            std::find(out.reasons.begin(), out.reasons.end(), fact.reason) == out.reasons.end())
          out.reasons.push_back(fact.reason);
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
  } else if (!left.empty() && problem_.cohorts[at(s.cohorts.front())].budget != kNone) {
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
  const auto& s = problem_.sessions[at(session)];
  const auto& first_slot = problem_.zones[at(s.zone)].first_slot;
  std::int64_t left = 0;
  for (int d = from; d <= to; ++d)
    if ((!day || d == *day) &&
        any(problem_.calendars[s.calendar], first_slot[at(d)], first_slot[at(d) + 1])) {
      ++left;
      out.starts.push_back(first_slot[at(d)]);
    }
  out.funnel.push_back({"due dates in the window", left});
  if (left == 0) out.reasons = bounds(session, day);
  return out;
}

// ---- facts

void Explainer::facts(Stage stage, int session, const std::vector<int>& starts,
                      std::vector<Fact>& out) {
  std::vector<Fact> found;
  switch (stage) {
    case Stage::people:
      people_facts(session, starts, found);
      break;
    case Stage::load:
      load_facts(session, starts, found);
      break;
    case Stage::cover:
      cover_facts(session, starts, found);
      break;
    case Stage::assets:
      asset_facts(session, starts, found);
      break;
    case Stage::room:
      room_facts(session, starts, found);
      break;
    case Stage::lead:
      team_facts(session, starts, true, found);
      break;
    case Stage::team:
      team_facts(session, starts, false, found);
      break;
  }
  std::stable_sort(found.begin(), found.end(), [](const Fact& a, const Fact& b) {
    return std::tie(b.starts, a.reason.text) < std::tie(a.starts, b.reason.text);
  });
  for (Fact& fact : found) {
    if (starts.size() > 1 && fact.starts > 0)
      fact.reason.text += fmt::format(" ({} of {} starts)", number(fact.starts),
                                      number(static_cast<std::int64_t>(starts.size())));
    out.push_back(std::move(fact));
  }
}

void Explainer::closure_facts(const std::vector<Closure>& closures, const std::string& who,
                              int session, const std::vector<int>& starts,
                              std::vector<Fact>& out) const {
  const int minutes = problem_.sessions[at(session)].meetings.front().minutes;
  const int slot = problem_.slot_minutes;
  // Many stretches come from one row (working hours), and all absences of one are told together.
  struct Told {
    const Closure* closed;
    std::vector<RawId> rows;
    int hit;
  };
  std::vector<Told> all;
  for (const Closure& closed : closures) {
    const auto low = std::upper_bound(starts.begin(), starts.end(), closed.begin - minutes,
                                      [&](int value, int start) { return value < start * slot; });
    const auto high = std::lower_bound(starts.begin(), starts.end(), closed.end,
                                       [&](int start, int value) { return start * slot < value; });
    const int hit = static_cast<int>(std::max<std::ptrdiff_t>(0, high - low));
    if (hit == 0) continue;
    const auto same = std::find_if(all.begin(), all.end(), [&](const Told& told) {
      return told.closed->rule == closed.rule && told.closed->table == closed.table &&
             (told.closed->row == closed.row || closed.table == TableId::absences);
    });
    if (same == all.end()) {
      all.push_back({&closed, {closed.row}, hit});
    } else {
      if (same->rows.back() != closed.row) same->rows.push_back(closed.row);
      same->hit = std::min(same->hit + hit, static_cast<int>(starts.size()));
    }
  }
  for (const Told& told : all) {
    const std::string text = told.closed->table == TableId::absences
                                 ? absences_text(compiled_.program, told.rows, who)
                                 : closure_text(compiled_.program, *told.closed, who);
    Fact fact{reason(told.closed->rule, text), told.hit};
    if (told.closed->table == TableId::absences) fact.reason.absences = told.rows;
    out.push_back(std::move(fact));
  }
}

std::string Explainer::when(const Use& use) const {
  return words(compiled_.grid.local(problem_.sessions[at(use.session)].zone, use.begin));
}

void Explainer::use_facts(const std::vector<Use>& uses, RuleKind rule, const std::string& who,
                          int margin, const std::vector<int>& starts, std::vector<Fact>& out) {
  for (const Use& use : uses) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return p.start < use.end + margin && use.begin < p.end + margin;
    });
    if (hit > 0)
      out.push_back({reason(rule, fmt::format("{} has {} on {}", who,
                                              compiled_.groups[at(use.session)].code, when(use))),
                     static_cast<int>(hit)});
  }
}

void Explainer::people_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out) {
  search_.aim(session);
  for (const Person* who : compiled_.groups[at(session)].people) {
    const Person& person = *who;
    closure_facts(closures_.of(person, problem_.sessions[at(session)].zone), person.name, session,
                  starts, out);
    const auto uses = person_uses_.find(person.id.value);
    if (uses != person_uses_.end())
      use_facts(uses->second, RuleKind::learner_clash, person.name, 0, starts, out);
  }
  const auto stranded = std::count_if(starts.begin(), starts.end(), [&](int slot) {
    return !search_.learners_travel(search_.place_at(slot));
  });
  if (stranded > 0)
    out.push_back({reason(RuleKind::travel, "someone could not travel from another site in time"),
                   static_cast<int>(stranded)});
}

void Explainer::load_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out) {
  const auto& s = problem_.sessions[at(session)];
  search_.aim(session);
  int weeks = 0;
  int days = 0;
  for (const int slot : starts) {
    const Place p = search_.place_at(slot);
    weeks += std::any_of(s.bodies.begin(), s.bodies.end(),
                         [&](int b) { return !state_.load_allows(b, p.day / 7, p.end - p.start); })
                 ? 1
                 : 0;
    days += std::any_of(s.day_rows.begin(), s.day_rows.end(),
                        [&](int row) { return !state_.day_allows(row, p.day); })
                ? 1
                : 0;
  }
  std::vector<std::string> codes;
  for (const auto id : compiled_.groups[at(session)].cohorts)
    codes.emplace_back(code_of(compiled_.program, id));
  if (weeks > 0)
    out.push_back({reason(RuleKind::minutes_week,
                          fmt::format("the hours a week of somebody in {} are used up",
                                      sentence_list(codes))),
                   weeks});
  if (days > 0)
    out.push_back({reason(RuleKind::sessions_day,
                          fmt::format("{} has its sessions for the day", sentence_list(codes))),
                   days});
}

void Explainer::cover_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out) {
  const auto& s = problem_.sessions[at(session)];
  search_.aim(session);
  for (const auto& share : s.units) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return state_.spare(share.who, p.slot, p.slots) < share.amount;
    });
    if (hit > 0)
      out.push_back(
          {reason(RuleKind::cover,
                  fmt::format("{} of {} would be away with too many others",
                              people_count(share.amount), compiled_.units[at(share.who)]->code)),
           static_cast<int>(hit)});
  }
}

void Explainer::asset_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out) {
  const auto& s = problem_.sessions[at(session)];
  search_.aim(session);
  for (const auto& need : s.pools) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return !state_.pool_allows(need, p.slot, p.slots);
    });
    if (hit > 0)
      out.push_back({reason(RuleKind::assets, fmt::format("fewer than {} {} are left", need.amount,
                                                          compiled_.pools[at(need.who)]->code)),
                     static_cast<int>(hit)});
  }
}

void Explainer::room_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out) {
  const auto& s = problem_.sessions[at(session)];
  const Group& group = compiled_.groups[at(session)];
  search_.aim(session);
  for (std::size_t r = 0; r < compiled_.rooms.size(); ++r) {
    const Room& room = *compiled_.rooms[r];
    const bool candidate = std::any_of(s.rooms.begin(), s.rooms.end(),
                                       [&](const auto& c) { return c.who == static_cast<int>(r); });
    if (candidate) {
      closure_facts(closures_.of(room, s.zone), room.code, session, starts, out);
      use_facts(room_uses_[r], RuleKind::room_clash, room.code, room.setup_minutes.value_or(0),
                starts, out);
    } else if (usable(room, group.form, group.site)) {
      const bool small = room.capacity && *room.capacity < s.learners;
      out.push_back({reason(small ? RuleKind::room_capacity : RuleKind::arrangement,
                            small ? fmt::format("{} holds {}, {} have seats", room.code,
                                                *room.capacity, people_count(s.learners))
                                  : fmt::format("{} lacks what someone in it needs", room.code)),
                     static_cast<int>(starts.size())});
    }
  }
  if (out.empty())
    out.push_back({reason(RuleKind::room_site, fmt::format("no room of {} suits it",
                                                           code_of(compiled_.program, group.site))),
                   static_cast<int>(starts.size())});
}

void Explainer::team_facts(int session, const std::vector<int>& starts, bool leads,
                           std::vector<Fact>& out) {
  const auto& s = problem_.sessions[at(session)];
  const Group& group = compiled_.groups[at(session)];
  const Program& program = compiled_.program;
  search_.aim(session);
  const int all_starts = static_cast<int>(starts.size());
  for (std::size_t i = 0; i < compiled_.facilitators.size(); ++i) {
    const Facilitator& f = *compiled_.facilitators[i];
    const int who = static_cast<int>(i);
    const auto* skill = program.qualifications.find_key(
        join_key({std::to_string(f.id.value), std::to_string(group.module->id.value)}));
    if (!skill || skill->level == QualificationLevel::shadow ||
        (leads && skill->level != QualificationLevel::lead))
      continue;
    const auto candidate =
        std::find_if(s.staff.begin(), s.staff.end(), [&](const auto& c) { return c.who == who; });
    if (candidate == s.staff.end()) {
      std::vector<std::string> missing;
      for (const auto id : group.cohorts) {
        const auto& language = program.cohorts.at(id).language;
        if (!language.empty() && !f.languages.empty() &&
            std::find(f.languages.begin(), f.languages.end(), language) == f.languages.end() &&
            std::find(missing.begin(), missing.end(), language) == missing.end())
          missing.push_back(language);
      }
      if (!missing.empty())
        out.push_back(
            {reason(RuleKind::facilitator_language,
                    fmt::format("{} does not work in {}", f.name, sentence_list(missing))),
             0});
      else if (s.site != kNone && !f.sites.empty() &&
               std::find(f.sites.begin(), f.sites.end(), group.site) == f.sites.end())
        out.push_back(
            {reason(RuleKind::facilitator_site,
                    fmt::format("{} does not work at {}", f.name, code_of(program, group.site))),
             0});
      else
        out.push_back(
            {reason(RuleKind::facilitator_clash, fmt::format("{} has a seat in it", f.name)), 0});
      continue;
    }
    closure_facts(closures_.of(f, s.zone), f.name, session, starts, out);
    use_facts(facilitator_uses_[i], RuleKind::facilitator_clash, f.name, 0, starts, out);
    if (const auto uses = person_uses_.find(f.person.value); f.person && uses != person_uses_.end())
      use_facts(uses->second, RuleKind::facilitator_clash, f.name, 0, starts, out);
    const auto limit = [&](RuleKind rule, std::string_view words, const auto& allows) {
      const auto hit = std::count_if(starts.begin(), starts.end(),
                                     [&](int slot) { return !allows(search_.place_at(slot)); });
      if (hit > 0)
        out.push_back({reason(rule, fmt::format("{} {}", f.name, words)), static_cast<int>(hit)});
    };
    limit(RuleKind::facilitator_days_week, "has all their days of the week",
          [&](const Place& p) { return state_.days_week_allows(who, p.day); });
    limit(RuleKind::facilitator_minutes_week, "has all their hours of the week",
          [&](const Place& p) { return state_.minutes_week_allows(who, p.day, p.end - p.start); });
    limit(RuleKind::facilitator_travel, "would travel too many days running",
          [&](const Place& p) { return state_.travel_days_allow(who, p.day, s.site); });
    limit(RuleKind::travel, "could not get there from another site in time", [&](const Place& p) {
      return state_.travel_allows(problem_.facilitators[i].body, p.start, p.end, p.day, s.site);
    });
    limit(RuleKind::cover, "would leave too few of their unit at work", [&](const Place& p) {
      const auto& units = problem_.facilitators[i].units;
      return std::all_of(units.begin(), units.end(),
                         [&](int u) { return state_.spare(u, p.slot, p.slots) >= 1; });
    });
  }
  if (out.empty())
    out.push_back({reason(RuleKind::facilitator_qualified,
                          fmt::format("nobody else may {} {}", leads ? "lead" : "help to run",
                                      group.module->code)),
                   all_starts});
}

}  // namespace tandem::schedule
