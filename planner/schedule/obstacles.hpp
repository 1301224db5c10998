// What forbids starts of one session, kind of rule by kind of rule: absences and closures, other
// sessions that use somebody or something at that hour, limits that are used up; each as a sentence
// with how many of the starts it forbids. It asks State and Search what the engine asks them.
// Explanations choose among them; it does not know which starts they are about or why.
#pragma once

#include <unordered_map>

#include "planner/schedule/compile.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

// In the order in which starts are sieved.
enum class Stage : std::uint8_t { people, load, cover, assets, room, lead, team };
inline constexpr std::size_t kStages = 7;

struct Obstacle {
  Reason reason;
  int starts;  // it forbids; 0: whoever it is about is never a choice
};

// One use of something at a time: by which session, from when to when.
struct Use {
  int session{};
  int begin{};  // minutes
  int end{};
};

class Obstacles {
 public:
  using Starts = std::vector<int>;  // slots, ascending

  // The State must not change while this is used. All outlive it.
  Obstacles(const Compiled& compiled, State& state, Search& search);

  // Requires: the session is open and has meetings. Returns: those of one stage, what forbids most
  // first, each saying of how many starts.
  std::vector<Obstacle> of(Stage stage, int session, const Starts& starts);
  // What keeps starts out of the working time of its cohorts.
  std::vector<Obstacle> of_cohorts(int session, const Starts& starts) const;

 private:
  using Found = std::vector<Obstacle>;

  // Require: the search aims at the session.
  void people(int session, const Starts& starts, Found& out);
  void load(int session, const Starts& starts, Found& out);
  void cover(int session, const Starts& starts, Found& out);
  void assets(int session, const Starts& starts, Found& out);
  void room(int session, const Starts& starts, Found& out);
  void team(int session, const Starts& starts, bool leads, Found& out);
  void used(const std::vector<Use>& uses, RuleKind rule, const std::string& who, int margin,
            const Starts& starts, Found& out);

  void closed(const std::vector<Closure>& closures, const std::string& who, int session,
              const Starts& starts, Found& out) const;
  std::string when(const Use& use) const;

  const Compiled& compiled_;
  const Problem& problem_;
  State& state_;
  Search& search_;
  Closures closures_;
  std::unordered_map<RawId, std::vector<Use>> person_uses_;  // looked up, never walked
  std::vector<std::vector<Use>> room_uses_;
  std::vector<std::vector<Use>> facilitator_uses_;
};

}  // namespace tandem::schedule
