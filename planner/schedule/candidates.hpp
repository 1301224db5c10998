// The rooms and the facilitators that a session may use, each with the calendar that says when:
// what capacity, features, site, language and qualification allow, of those that are not waived.
// compile() asks it for every session that may move; who of them is taken, and when, is the
// search's business.
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "planner/domain/grouping.hpp"
#include "planner/schedule/by_code.hpp"
#include "planner/schedule/calendars.hpp"
#include "planner/schedule/compile.hpp"

namespace tandem::schedule {

class Candidates {
 public:
  // Modules that too few people may run are told to `errors`, each once. Requires: all outlive
  // this, and the rooms and facilitators of the Problem stand before it is asked.
  Candidates(const Compiled& compiled, const ByCode<Facilitator>& facilitators,
             Calendars& calendars, Errors& errors);

  // Fill in what the session needs of each kind, and what can serve it. Requires: its site, zone,
  // learners and places held are known; it is no item.
  void rooms(const Group& group, const Waived& waived, Problem::Session& session);
  void staff(const Group& group, const Waived& waived, Problem::Session& session);

 private:
  std::vector<std::string> features(const Group& group, const Waived& waived) const;
  std::vector<Problem::Candidate> qualified(const Group& group, const Waived& waived,
                                            const Problem::Session& session);
  bool speaks(const Facilitator& f, const Group& group, const Waived& waived) const;
  void report(const Module& module, const Problem::Session& session, int leads, int able);

  const Compiled& compiled_;
  const Program& program_;
  const Problem& problem_;
  const ByCode<Facilitator>& facilitators_;
  Calendars& calendars_;
  Errors& errors_;
  Grouping<Id<Person>, Arrangement> arrangements_;
  Grouping<Id<Module>, Qualification> qualifications_;
  // By module, site where that matters, zone and languages; where nothing is waived.
  std::map<std::tuple<RawId, RawId, int, std::vector<std::string>>, std::vector<Problem::Candidate>>
      known_staff_;
  std::set<RawId> reported_;  // modules
};

}  // namespace tandem::schedule
