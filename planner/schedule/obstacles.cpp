#include "planner/schedule/obstacles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "planner/base/language.hpp"
#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/facts.hpp"

namespace tandem::schedule {
namespace {

std::string number(std::int64_t n) {  // 1,040
  std::string digits = std::to_string(n);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

Obstacles::Obstacles(const Compiled& compiled, State& state, Search& search)
    : compiled_(compiled),
      problem_(compiled.problem),
      state_(state),
      search_(search),
      closures_(compiled.program, compiled.grid, compiled.site_zones),
      room_uses_(compiled.rooms.size()),
      facilitator_uses_(compiled.facilitators.size()) {
  for (std::size_t s = 0; s < problem_.sessions.size(); ++s) {
    if (problem_.sessions[s].item) continue;
    for (const Place& p : state.places(static_cast<int>(s))) {
      const Use use{static_cast<int>(s), p.start, p.end};
      if (p.room != kNone) room_uses_[nth(p.room)].push_back(use);
      for (const Person* person : compiled.groups[s].people)
        person_uses_[person->id.value].push_back(use);
      for (int t = 0; t < p.team_size; ++t) {
        facilitator_uses_[nth(p.team[nth(t)])].push_back(use);
        if (const auto person = compiled.facilitators[nth(p.team[nth(t)])]->person)
          person_uses_[person.value].push_back(use);
      }
    }
  }
}

std::vector<Obstacle> Obstacles::of(Stage stage, int session, const Starts& starts) {
  Found out;
  search_.aim(session);
  switch (stage) {
    case Stage::people:
      people(session, starts, out);
      break;
    case Stage::load:
      load(session, starts, out);
      break;
    case Stage::cover:
      cover(session, starts, out);
      break;
    case Stage::assets:
      assets(session, starts, out);
      break;
    case Stage::room:
      room(session, starts, out);
      break;
    case Stage::lead:
      team(session, starts, true, out);
      break;
    case Stage::team:
      team(session, starts, false, out);
      break;
  }
  std::stable_sort(out.begin(), out.end(), [](const Obstacle& a, const Obstacle& b) {
    return std::tie(b.starts, a.reason.text) < std::tie(a.starts, b.reason.text);
  });
  for (Obstacle& one : out)
    if (starts.size() > 1 && one.starts > 0)
      one.reason.text += fmt::format(" ({} of {} starts)", number(one.starts),
                                     number(static_cast<std::int64_t>(starts.size())));
  return out;
}

std::vector<Obstacle> Obstacles::of_cohorts(int session, const Starts& starts) const {
  Found out;
  bool first_cohort = true;
  for (const auto id : compiled_.groups[nth(session)].cohorts) {
    const Cohort& cohort = compiled_.program.cohorts.at(id);
    closed(closures_.of(cohort, problem_.sessions[nth(session)].zone, first_cohort), cohort.code,
           session, starts, out);
    first_cohort = false;
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Obstacle& a, const Obstacle& b) { return a.starts > b.starts; });
  return out;
}

void Obstacles::closed(const std::vector<Closure>& closures, const std::string& who, int session,
                       const Starts& starts, Found& out) const {
  const int minutes = problem_.sessions[nth(session)].meetings.front().minutes;
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
    Obstacle one{reason(told.closed->rule, text), told.hit};
    if (told.closed->table == TableId::absences) one.reason.absences = told.rows;
    out.push_back(std::move(one));
  }
}

std::string Obstacles::when(const Use& use) const {
  return words(compiled_.grid.local(problem_.sessions[nth(use.session)].zone, use.begin));
}

void Obstacles::used(const std::vector<Use>& uses, RuleKind rule, const std::string& who,
                     int margin, const Starts& starts, Found& out) {
  for (const Use& use : uses) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return p.start < use.end + margin && use.begin < p.end + margin;
    });
    if (hit > 0)
      out.push_back({reason(rule, fmt::format("{} has {} on {}", who,
                                              compiled_.groups[nth(use.session)].code, when(use))),
                     static_cast<int>(hit)});
  }
}

void Obstacles::people(int session, const Starts& starts, Found& out) {
  for (const Person* who : compiled_.groups[nth(session)].people) {
    const Person& person = *who;
    closed(closures_.of(person, problem_.sessions[nth(session)].zone), person.name, session, starts,
           out);
    const auto uses = person_uses_.find(person.id.value);
    if (uses != person_uses_.end())
      used(uses->second, RuleKind::learner_clash, person.name, 0, starts, out);
  }
  const auto stranded = std::count_if(starts.begin(), starts.end(), [&](int slot) {
    return !search_.learners_travel(search_.place_at(slot));
  });
  if (stranded > 0)
    out.push_back({reason(RuleKind::travel, "someone could not travel from another site in time"),
                   static_cast<int>(stranded)});
}

void Obstacles::load(int session, const Starts& starts, Found& out) {
  const auto& s = problem_.sessions[nth(session)];
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
  for (const auto id : compiled_.groups[nth(session)].cohorts)
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

void Obstacles::cover(int session, const Starts& starts, Found& out) {
  const auto& s = problem_.sessions[nth(session)];
  for (const auto& share : s.units) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return state_.spare(share.who, p.slot, p.slots) < share.amount;
    });
    if (hit > 0)
      out.push_back(
          {reason(RuleKind::cover,
                  fmt::format("{} of {} would be away with too many others",
                              people_count(share.amount), compiled_.units[nth(share.who)]->code)),
           static_cast<int>(hit)});
  }
}

void Obstacles::assets(int session, const Starts& starts, Found& out) {
  const auto& s = problem_.sessions[nth(session)];
  for (const auto& need : s.pools) {
    const auto hit = std::count_if(starts.begin(), starts.end(), [&](int slot) {
      const Place p = search_.place_at(slot);
      return !state_.pool_allows(need, p.slot, p.slots);
    });
    if (hit > 0)
      out.push_back({reason(RuleKind::assets, fmt::format("fewer than {} {} are left", need.amount,
                                                          compiled_.pools[nth(need.who)]->code)),
                     static_cast<int>(hit)});
  }
}

void Obstacles::room(int session, const Starts& starts, Found& out) {
  const auto& s = problem_.sessions[nth(session)];
  const Group& group = compiled_.groups[nth(session)];
  for (std::size_t r = 0; r < compiled_.rooms.size(); ++r) {
    const Room& room = *compiled_.rooms[r];
    const bool candidate = std::any_of(s.rooms.begin(), s.rooms.end(),
                                       [&](const auto& c) { return c.who == static_cast<int>(r); });
    if (candidate) {
      closed(closures_.of(room, s.zone), room.code, session, starts, out);
      used(room_uses_[r], RuleKind::room_clash, room.code, room.setup_minutes.value_or(0), starts,
           out);
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

void Obstacles::team(int session, const Starts& starts, bool leads, Found& out) {
  const auto& s = problem_.sessions[nth(session)];
  const Group& group = compiled_.groups[nth(session)];
  const Program& program = compiled_.program;
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
        if (language.empty() || f.languages.empty() ||
            std::find(f.languages.begin(), f.languages.end(), language) != f.languages.end())
          continue;
        const std::string name = language_words(language);
        if (std::find(missing.begin(), missing.end(), name) == missing.end())
          missing.push_back(name);
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
    closed(closures_.of(f, s.zone), f.name, session, starts, out);
    used(facilitator_uses_[i], RuleKind::facilitator_clash, f.name, 0, starts, out);
    if (const auto uses = person_uses_.find(f.person.value); f.person && uses != person_uses_.end())
      used(uses->second, RuleKind::facilitator_clash, f.name, 0, starts, out);
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
