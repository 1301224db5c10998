// What is known about one person in the matter of one clause of a flag rule: whether it holds, does
// not hold or is not known, and the items that say so, each with its source, rater group, date and
// framework version. What is older than 24 months is marked, groups of fewer than three are hidden,
// and what is tagged as dissent is not read at all. Decides nothing; finding.hpp puts clauses
// together.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "planner/domain/flag_conditions.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::flags {

inline constexpr int kStaleMonths = 24;

enum class Truth : std::uint8_t { holds, does_not_hold, unknown };

struct Item {
  int clause{-1};      // of the rule, from 0; -1: recorded, but the rule does not ask for it
  std::string text;    // "Peers: Mentoring at level 4, the rule asks for 3"
  std::string source;  // manager, peer, observation, own_view, role, track ...
  std::string by;      // who said it, as recorded; "" for a group
  int answers{};       // people behind it; 0: a record of the organisation
  std::optional<Date> date;
  std::string version;  // of the framework, named or in force on that date
  bool stale{};         // older than 24 months
  bool single_source{};
  std::string note;  // why it is not known, or what holds it back

  bool operator==(const Item&) const = default;
};

struct Answer {
  Truth truth{Truth::unknown};
  std::vector<Item> for_it;
  std::vector<Item> against;
  std::vector<Item> not_known;
  std::set<std::string> voices;  // whose fresh ratings and evidence hold it up
};

// The rows that flags may read, gathered by person. Points into its Program.
class Judgements {
 public:
  Judgements(const Program& program, Date today);

  const Program& program() const { return program_; }
  Date today() const { return today_; }
  bool stale(Date date) const { return date < fresh_from_; }

  std::span<const Rating* const> ratings(Id<Person> person) const { return ratings_[person]; }
  // Without what is tagged as dissent, by date, then by author and text.
  std::vector<const Evidence*> evidence(Id<Person> person, Id<Competency> competency) const;
  // How many notes tagged as dissent were set aside.
  int dissent(Id<Person> person, Id<Competency> competency) const;
  // The latest that was said by today; null: not asked.
  const OwnView* own_view(Id<Person> person) const;
  // Of a rating or of the framework in force that day; "" when there is none.
  std::string version(Id<Framework> named, Date date) const;

 private:
  const Program& program_;
  Date today_;
  Date fresh_from_;
  Grouping<Id<Person>, Rating> ratings_;
  Grouping<Id<Person>, Evidence> evidence_;
  Grouping<Id<Person>, OwnView> views_;
};

// Requires: the clause's competency exists (a rule that passed its checks).
Answer answer(const Judgements& judgements, const Person& person, const FlagClause& clause);
// Evidence with this stance on a competency, as items outside any clause.
Item recorded(const Judgements& judgements, const Evidence& evidence);

}  // namespace tandem::flags
