#include "planner/schedule/conflict_set.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/language.hpp"
#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/schedule/alone.hpp"
#include "planner/schedule/least.hpp"
#include "planner/schedule/relaxable.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr std::size_t kMostTogether = 6;  // facts outside the set that are tried with one of it

class Prover {
 public:
  Prover(std::shared_ptr<const Compiled> whole, int session, std::optional<Date> on)
      : whole_(std::move(whole)),
        program_(whole_->program),
        session_(session),
        alone_(whole_, session, on) {}

  ConflictSet run() {
    ConflictSet out;
    const auto as_it_is = alone_.in(program_);
    if (as_it_is.first || !as_it_is.sure) return out;
    out.proven = true;
    facts_ = relaxable_facts(*whole_, session_);
    background(*whole_, session_, out.background);
    further(out.further);
    Facts all(facts_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (!rule_out({})) {  // else the background alone does
      auto set = few_of(all);
      std::sort(set.begin(), set.end());
      for (const std::size_t i : set) out.facts.push_back(told(i));
    }
    out.questions = alone_.questions();
    return out;
  }

 private:
  using Facts = std::vector<std::size_t>;  // ascending where it matters

  // Without these facts.
  Alone::Answer without(const Facts& gone) const {
    Program rest = program_;
    for (const std::size_t i : gone) facts_[i].take_away(rest);
    return alone_.in(rest);
  }
  std::optional<Date> place(const Facts& gone) const { return without(gone).first; }
  // Whether these facts alone rule it out, all others away.
  bool rule_out(const Facts& kept) const {
    Facts gone;
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (std::find(kept.begin(), kept.end(), i) == kept.end()) gone.push_back(i);
    const auto answer = without(gone);
    return !answer.first && answer.sure;
  }

  // Of these facts, a few that matter.
  Facts few_of(const Facts& open) const {
    return least({}, open, [&](const Facts& facts) { return rule_out(facts); });
  }

  // What relaxing one fact of the set gains. Where other facts rule the session out as well, the
  // few that have to be relaxed with it.
  ConflictFact told(std::size_t fact) const {
    ConflictFact out{std::string{word(facts_[fact].rule)},
                     facts_[fact].text,
                     facts_[fact].way_out,
                     {},
                     place({fact}),
                     facts_[fact].take_away};
    if (out.gained) return out;
    Facts others;
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (i != fact) others.push_back(i);
    const auto with = [&](Facts gone) {
      gone.push_back(fact);
      return place(gone);
    };
    Facts few = least({}, others, [&](const Facts& gone) { return with(gone).has_value(); });
    if (few.size() > kMostTogether) return out;
    std::sort(few.begin(), few.end());
    out.gained = with(few);
    for (const std::size_t i : few) out.also.push_back(facts_[i].text);
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
  void further(std::vector<FurtherWayOut>& out) const {
    const Group& group = whole_->groups[nth(session_)];
    const auto& session = whole_->problem.sessions[nth(session_)];
    const auto offer = [&](const Alone::Answer& answer, std::string text) {
      if (answer.first) out.push_back({std::move(text), *answer.first});
    };
    if (session.leads > 0) {
      std::vector<std::string> languages;
      for (const auto id : group.cohorts) {
        const std::string language = language_words(program_.cohorts.at(id).language);
        if (!language.empty() &&
            std::find(languages.begin(), languages.end(), language) == languages.end())
          languages.push_back(language);
      }
      offer(alone_.with_one_lead_less(),
            fmt::format("one more lead for {}{}", group.module->code,
                        languages.empty()
                            ? std::string{}
                            : fmt::format(" who works in {}", sentence_list(languages))));
    }
    if (session.needs_room)
      offer(alone_.without_a_room(),
            fmt::format("one more room of {} that suits it", code_of(program_, group.site)));
  }

  std::shared_ptr<const Compiled> whole_;
  const Program& program_;
  int session_;
  Alone alone_;
  std::vector<Relaxable> facts_;
};

}  // namespace

Result<ConflictSet> conflict_set(const Program& program, std::string_view session,
                                 std::optional<Date> as_of, std::optional<Date> on) {
  auto compiled = compile(program, {{}, as_of});
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  const int s = (*compiled)->session(session);
  if (s == kNone) return fail(ErrorCode::not_found, fmt::format("no session {}", session));
  return Prover{std::move(*compiled), s, on}.run();
}

}  // namespace tandem
