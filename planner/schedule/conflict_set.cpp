#include "planner/schedule/conflict_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/least.hpp"
#include "planner/schedule/proof.hpp"
#include "planner/schedule/relaxable.hpp"

namespace tandem {

using namespace schedule;

namespace {

int index_of(const Compiled& compiled, std::string_view code) {
  const auto it = std::lower_bound(compiled.groups.begin(), compiled.groups.end(), code,
                                   [](const Group& g, std::string_view c) { return g.code < c; });
  return it == compiled.groups.end() || it->code != code
             ? kNone
             : static_cast<int>(it - compiled.groups.begin());
}

// The session and what it follows, as far as that is not fixed.
std::vector<int> with_ancestors(const Problem& problem, int session) {
  std::vector<int> out{session};
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const int l : problem.sessions[static_cast<std::size_t>(out[i])].in) {
      const int from = problem.links[static_cast<std::size_t>(l)].from;
      if (!problem.sessions[static_cast<std::size_t>(from)].fixed &&
          std::find(out.begin(), out.end(), from) == out.end())
        out.push_back(from);
    }
  return out;
}

class Prover {
 public:
  Prover(const Program& program, std::string_view session, std::optional<Date> as_of)
      : program_(program), session_(session), as_of_(as_of) {}

  Result<ConflictSet> run() {
    const auto compiled = compile(program_, {{}, as_of_});
    if (!compiled) return tl::unexpected(compiled.error());
    const int s = index_of(**compiled, session_);
    if (s == kNone) return fail(ErrorCode::not_found, fmt::format("no session {}", session_));
    ConflictSet out;
    if (possible(**compiled)) return out;
    out.proven = true;
    const Group& group = (*compiled)->groups[static_cast<std::size_t>(s)];
    facts_ = relaxable_facts(program_, group);
    background((*compiled)->problem.sessions[static_cast<std::size_t>(s)], **compiled,
               out.background);
    std::vector<std::size_t> all(facts_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (!has_place({})) return out;  // the background alone rules it out
    auto set = least({}, all, [&](const auto& facts) { return !has_place(facts); });
    std::sort(set.begin(), set.end());
    for (const std::size_t i : set)
      out.facts.push_back({std::string{word(facts_[i].rule)}, facts_[i].text, facts_[i].way_out,
                           first_day_without(i)});
    return out;
  }

 private:
  bool possible(const Compiled& compiled) const {
    const int s = index_of(compiled, session_);
    if (s == kNone) return true;
    const Problem& problem = compiled.problem;
    const auto lost =
        impossible(problem, day_windows(problem), tails(problem), with_ancestors(problem, s));
    return std::find(lost.begin(), lost.end(), s) == lost.end();
  }

  Program without(const std::vector<std::size_t>& gone) const {
    Program out = program_;
    for (const std::size_t i : gone) facts_[i].take_away(out);
    return out;
  }
  // Whether there is a place with these facts alone, all others away.
  bool has_place(const std::vector<std::size_t>& kept) const {
    std::vector<std::size_t> gone;
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (std::find(kept.begin(), kept.end(), i) == kept.end()) gone.push_back(i);
    const auto compiled = compile(without(gone), {{}, as_of_});
    return compiled && possible(**compiled);
  }

  std::optional<Date> first_day_without(std::size_t fact) const {
    const auto compiled = compile(without({fact}), {{}, as_of_});
    if (!compiled || !possible(**compiled)) return {};
    Problem problem = (*compiled)->problem;
    for (auto& link : problem.links) link.ideal_days = kNone;  // the first day, not the best
    const auto windows = day_windows(problem);
    const auto tail = tails(problem);
    State state{problem};
    Search search{state, windows, tail};
    Ask ask;
    ask.no_waiting = true;
    std::vector<Place> places;
    if (!search.find(index_of(**compiled, session_), places, ask)) return {};
    return (*compiled)->grid.date(places.front().day);
  }

  static void background(const Problem::Session& session, const Compiled& compiled,
                         std::vector<std::string>& out) {
    std::vector<std::string> leads;
    for (const auto& c : session.staff)
      if (c.leads) leads.push_back(compiled.facilitators[static_cast<std::size_t>(c.who)]->name);
    std::sort(leads.begin(), leads.end());
    constexpr std::size_t kFew = 3;
    if (session.leads > 0 && leads.size() <= kFew)
      out.push_back(leads.empty() ? "nobody may lead it for this cohort"
                                  : fmt::format("{} alone may lead it for this cohort",
                                                sentence_list(leads)));
    std::vector<std::string> rooms;
    for (const auto& c : session.rooms)
      rooms.push_back(compiled.rooms[static_cast<std::size_t>(c.who)]->code);
    if (session.needs_room && rooms.size() <= kFew)
      out.push_back(rooms.empty() ? "no room suits it"
                                  : fmt::format("{} alone suits it", sentence_list(rooms)));
  }

  const Program& program_;
  std::string_view session_;
  std::optional<Date> as_of_;
  std::vector<Relaxable> facts_;
};

}  // namespace

Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of) {
  return Prover{program, session, as_of}.run();
}

}  // namespace tandem
