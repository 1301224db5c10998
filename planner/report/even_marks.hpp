// Ratings that do not tell people or skills apart: one rater gave the same level to everything, to
// several people. Said in a neutral sentence beside the evidence it is about; it changes no figure,
// counts for nobody and against nobody, the rater least of all. Used by plans, a person's page and
// `tandem progress`.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"

namespace tandem::report {

// From so many ratings over so many people on, all of one level, it is said.
inline constexpr int kEvenRatings = 20;
inline constexpr int kEvenPeople = 3;

struct EvenMarks {
  std::string rater;  // as recorded
  RatingSource source{};
  int level{};
  int ratings{};
  int people{};

  bool operator==(const EvenMarks&) const = default;
};

// Of the ratings known by `as_of`, by rater, then source; each of the ways in which somebody rates
// (as a manager, as a peer) stands alone. What people say of themselves is left out.
std::vector<EvenMarks> even_marks(const Program& program, Date as_of);

class EvenMarkNotes {
 public:
  // Requires: the program outlives this.
  EvenMarkNotes(const Program& program, Date as_of);

  // A sentence for each such rater who rated this person, for who runs the programme. Peers and
  // reports are not named, and where every skill that one of them rated hides its group as too
  // small nothing is said of it.
  std::vector<std::string> of(Id<Person> person) const;
  // The same for the person themselves: without a name and without counts of other people.
  std::vector<std::string> for_owner(Id<Person> person) const;

 private:
  std::vector<EvenMarks> heard_by(Id<Person> person) const;

  const Program& program_;
  Date as_of_;
  std::map<std::pair<std::string, RatingSource>, EvenMarks> even_;
  Grouping<Id<Person>, Rating> ratings_;
};

}  // namespace tandem::report
