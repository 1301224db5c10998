// Why a session has no place, or none on a certain day: how many starts each kind of rule leaves
// (the funnel), and which facts stand between it and the nearest miss, in sentences. It asks the
// rules by the same questions the search does, so it cannot disagree with it. Used for unplaced
// sessions and by `why`.
#pragma once

#include <optional>
#include <unordered_map>

#include "planner/schedule/compile.hpp"
#include "planner/schedule/outcome.hpp"
#include "planner/schedule/search.hpp"

namespace tandem::schedule {

struct Explanation {
  std::vector<FunnelStage> funnel;
  std::vector<Reason> reasons;  // the most telling first
  std::vector<int> starts;      // slots that no rule forbids
};

// One use of something at a time: by which session, from when to when.
struct Use {
  int session{};
  int begin{};  // minutes
  int end{};
};

class Explainer {
 public:
  // The State must not change while this is used. All outlive it.
  Explainer(const Compiled& compiled, State& state, Search& search,
            const std::vector<DayWindow>& windows);

  // Requires: the session is open (take it first). With `day`, about that day alone.
  Explanation explain(int session, std::optional<int> day = {});

  // The bounds of the days it may begin on, as sentences: what it follows, what follows it,
  // windows.
  std::vector<Reason> bounds(int session, std::optional<int> day = {}) const;

 private:
  enum class Stage : std::uint8_t { people, load, cover, assets, room, lead, team };
  static constexpr std::size_t kStages = 7;

  struct Fact {
    Reason reason;
    int starts;  // it forbids
  };
  struct Bound {
    RuleKind rule;
    bool lower;
    int day;
    std::string text;
  };

  std::vector<Bound> day_bounds(int session) const;
  std::string stage_text(Stage stage, int session) const;
  bool stage_matters(Stage stage, int session) const;
  void facts(Stage stage, int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void people_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void load_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void cover_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void asset_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void room_facts(int session, const std::vector<int>& starts, std::vector<Fact>& out);
  void team_facts(int session, const std::vector<int>& starts, bool leads, std::vector<Fact>& out);
  void closure_facts(const std::vector<Closure>& closures, const std::string& who, int session,
                     const std::vector<int>& starts, std::vector<Fact>& out) const;
  void use_facts(const std::vector<Use>& uses, RuleKind rule, const std::string& who, int margin,
                 const std::vector<int>& starts, std::vector<Fact>& out);
  Explanation about_item(int session, std::optional<int> day);
  std::string when(const Use& use) const;

  const Compiled& compiled_;
  const Problem& problem_;
  State& state_;
  Search& search_;
  const std::vector<DayWindow>& windows_;
  Closures closures_;
  std::unordered_map<RawId, std::vector<Use>> person_uses_;  // looked up, never walked
  std::vector<std::vector<Use>> room_uses_;
  std::vector<std::vector<Use>> facilitator_uses_;
};

}  // namespace tandem::schedule
