// A flag finding: what one rule says of one person. It says that there is enough here to talk about
// a path, or that there is not, or that not enough is known; never how good anybody is, and it puts
// nobody before anybody else. For, against and not known stand side by side below the person's own
// view; the decision is a human's. Pure: the same rows, rule and day give the same finding on any
// machine. Used by the Careers page and by `tandem flags`.
#pragma once

#include "planner/flags/answer.hpp"

namespace tandem::flags {

enum class Outcome : std::uint8_t { flag, no_flag, not_enough_known };
constexpr std::array<std::string_view, 3> words(Tag<Outcome>) {
  return {"flag", "no_flag", "not_enough_known"};
}

// A version of a rule, its conditions read.
struct Rule {
  const FlagRule* row{};
  std::vector<FlagClause> clauses;
};

struct Finding {
  Id<Person> person;
  Id<FlagRule> rule;
  Outcome outcome{Outcome::not_enough_known};
  std::string reason;  // why it came out so, in a sentence
  Id<OwnView> view;    // none: not asked
  std::vector<Item> for_it;
  std::vector<Item> against;
  std::vector<Item> not_known;
  int inputs{};   // what the rule would like to know: its clauses
  int unknown{};  // of them
  int dissent{};  // notes tagged as dissent, which count on neither side

  bool operator==(const Finding&) const = default;
};

// Said wherever flags are listed.
inline constexpr std::string_view kNoFlagMeansNothing =
    "No flag means nothing: where no rule speaks, nothing is said about the person.";

// The latest version of each rule that was in force by today, by code. Rows whose conditions cannot
// be read are left out; the checks of rows refuse them.
std::vector<Rule> rules_in_force(const Program& program, Date today);

Finding evaluate(const Judgements& judgements, const Rule& rule, const Person& person);

// Every rule for one person, by rule.
std::vector<Finding> findings_of(const Program& program, Id<Person> person, Date today);
// Every rule for everybody employed: by rule, then by name. Cost: n log n in the rows, times rules.
std::vector<Finding> findings(const Program& program, Date today);

}  // namespace tandem::flags
