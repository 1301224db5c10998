#include "planner/schedule/conflict_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/day_domains.hpp"
#include "planner/schedule/least.hpp"
#include "planner/schedule/relaxable.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr std::size_t kMostTogether = 6;  // facts outside the set that are tried with one of it

// The days on which the session could begin with nothing else in the way.
std::vector<int> possible_days(const Problem& problem, int session, std::optional<int> on) {
  if (problem.sessions[nth(session)].fixed) return {problem.sessions[nth(session)].first_day};
  auto windows = day_windows(problem);
  if (on) {
    auto& own = windows[nth(session)];
    own.first_from = std::max(own.first_from, *on);
    own.first_to = std::min(own.first_to, *on);
  }
  return day_domains(problem, windows, open_chain(problem, session, Towards::before)).front();
}

// The first of them in a Program; none when there is no such session.
std::optional<Date> first_day(const Program& program, std::string_view session,
                              std::optional<Date> as_of, std::optional<Date> on) {
  const auto compiled = compile(program, {{}, as_of});
  if (!compiled) return {};
  const int s = (*compiled)->session(session);
  if (s == kNone) return {};
  const Grid& grid = (*compiled)->grid;
  const auto days =
      possible_days((*compiled)->problem, s, on ? std::optional{grid.day(*on)} : std::nullopt);
  if (days.empty()) return {};
  return grid.date(days.front());
}

class Prover {
 public:
  Prover(const Program& program, std::string_view session, std::optional<Date> as_of,
         std::optional<Date> on)
      : program_(program), session_(session), as_of_(as_of), on_(on) {}

  Result<ConflictSet> run() {
    const auto compiled = compile(program_, {{}, as_of_});
    if (!compiled) return tl::unexpected(compiled.error());
    const int s = (*compiled)->session(session_);
    if (s == kNone) return fail(ErrorCode::not_found, fmt::format("no session {}", session_));
    ConflictSet out;
    if (!days_of(**compiled, s).empty()) return out;
    out.proven = true;
    facts_ = relaxable_facts(**compiled, s);
    background(**compiled, s, out.background);
    further(**compiled, s, out.further);
    Facts all(facts_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (!place(all)) return out;  // the background alone rules it out
    auto set = few_of(all);
    std::sort(set.begin(), set.end());
    for (const std::size_t i : set) out.facts.push_back(told(i));
    return out;
  }

 private:
  using Facts = std::vector<std::size_t>;  // ascending where it matters

  std::vector<int> days_of(const Compiled& compiled, int session) const {
    return days_of(compiled, compiled.problem, session);
  }
  std::vector<int> days_of(const Compiled& compiled, const Problem& problem, int session) const {
    return possible_days(problem, session,
                         on_ ? std::optional{compiled.grid.day(*on_)} : std::nullopt);
  }

  // The first day of the session without these facts.
  std::optional<Date> place(const Facts& gone) const {
    Program without = program_;
    for (const std::size_t i : gone) facts_[i].take_away(without);
    return first_day(without, session_, as_of_, on_);
  }
  // Whether these facts alone rule it out, all others away.
  bool rule_out(const Facts& kept) const {
    Facts gone;
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (std::find(kept.begin(), kept.end(), i) == kept.end()) gone.push_back(i);
    return !place(gone);
  }

  // Of these facts, a few that matter.
  Facts few_of(const Facts& open) const {
    return least({}, open, [&](const Facts& facts) { return rule_out(facts); });
  }

  // What relaxing one fact of the set gains. Where another set of facts rules the session out as
  // well, one fact of that is relaxed with it, until there is a place.
  ConflictFact told(std::size_t fact) const {
    ConflictFact out{std::string{word(facts_[fact].rule)},
                     facts_[fact].text,
                     facts_[fact].way_out,
                     {},
                     place({fact}),
                     facts_[fact].take_away};
    Facts gone{fact};
    while (!out.gained && gone.size() <= kMostTogether) {
      Facts open;
      for (std::size_t i = 0; i < facts_.size(); ++i)
        if (std::find(gone.begin(), gone.end(), i) == gone.end()) open.push_back(i);
      Facts next = few_of(open);
      std::sort(next.begin(), next.end());
      std::size_t chosen = next.front();
      gone.push_back(chosen);
      for (const std::size_t i : next) {
        gone.back() = i;
        out.gained = place(gone);
        if (!out.gained) continue;
        chosen = i;
        break;
      }
      gone.back() = chosen;
      out.also.push_back(facts_[chosen].text);
    }
    if (!out.gained) out.also.clear();
    return out;
  }

  static void background(const Compiled& compiled, int s, std::vector<std::string>& out) {
    const auto& session = compiled.problem.sessions[nth(s)];
    std::vector<std::string> leads;
    for (const auto& c : session.staff)
      if (c.leads) leads.push_back(compiled.facilitators[nth(c.who)]->name);
    std::sort(leads.begin(), leads.end());
    constexpr std::size_t kFew = 3;
    if (session.leads > 0 && leads.size() <= kFew)
      out.push_back(leads.empty() ? "nobody may lead it for this cohort"
                                  : fmt::format("{} alone may lead it for this cohort",
                                                sentence_list(leads)));
    std::vector<std::string> rooms;
    for (const auto& c : session.rooms) rooms.push_back(compiled.rooms[nth(c.who)]->code);
    if (session.needs_room && rooms.size() <= kFew)
      out.push_back(rooms.empty() ? "no room suits it"
                                  : fmt::format("{} alone suits it", sentence_list(rooms)));
  }

  // A lead or a room more, free whenever it would be of use.
  void further(const Compiled& compiled, int s, std::vector<FurtherWayOut>& out) const {
    const Group& group = compiled.groups[nth(s)];
    const auto offer = [&](const Problem& changed, std::string text) {
      if (const auto days = days_of(compiled, changed, s); !days.empty())
        out.push_back({std::move(text), compiled.grid.date(days.front())});
    };
    if (compiled.problem.sessions[nth(s)].leads > 0) {
      Problem changed = compiled.problem;
      --changed.sessions[nth(s)].leads;
      std::vector<std::string> languages;
      for (const auto id : group.cohorts) {
        const auto& language = compiled.program.cohorts.at(id).language;
        if (!language.empty() &&
            std::find(languages.begin(), languages.end(), language) == languages.end())
          languages.push_back(language);
      }
      offer(changed, fmt::format("one more lead for {}{}", group.module->code,
                                 languages.empty()
                                     ? std::string{}
                                     : fmt::format(" who works in {}", sentence_list(languages))));
    }
    if (compiled.problem.sessions[nth(s)].needs_room) {
      Problem changed = compiled.problem;
      changed.sessions[nth(s)].needs_room = false;
      offer(changed, fmt::format("one more room of {} that suits it",
                                 code_of(compiled.program, group.site)));
    }
  }

  const Program& program_;
  std::string_view session_;
  std::optional<Date> as_of_;
  std::optional<Date> on_;
  std::vector<Relaxable> facts_;
};

}  // namespace

std::optional<Date> first_day_alone(const Program& program, std::string_view session,
                                    std::optional<Date> as_of) {
  return first_day(program, session, as_of, {});
}

Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of, std::optional<Date> on) {
  return Prover{program, session, as_of, on}.run();
}

}  // namespace tandem
