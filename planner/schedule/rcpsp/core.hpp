// The proof core: integer variables with bounds, clauses over bound literals, lags and cumulative
// resources, solved by lazy clause generation (Ohrimenko, Stuckey and Codish 2009; for projects:
// Schutt, Feydy, Stuckey and Wallace 2011, 2013). Every bound a rule moves carries an explanation;
// a conflict is resolved to its first unique implication point and learned. It decides whether
// starts exist under given limits; it knows nothing of populations or files.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "planner/base/nth.hpp"
#include "planner/schedule/rcpsp/project.hpp"

namespace tandem::schedule::rcpsp {

// A bound of a variable: even, "start <= v"; odd, its negation "start >= v + 1".
using Literal = int;
inline constexpr Literal kAlways = -1;
inline constexpr Literal kNever = -2;
constexpr Literal negation(Literal a) { return a >= 0 ? a ^ 1 : (a == kAlways ? kNever : kAlways); }

enum class Verdict { found, impossible, gave_up };

class Core;

// A rule of somebody else's over the core's variables (see mspsp/staffing.hpp). Asked when lags,
// clauses and resources have no more to say.
class Rule {
 public:
  virtual ~Rule() = default;
  // Moves bounds by core.force(). Once everything is fixed it must have found what is broken.
  // Returns: false as soon as core.force() or core.refuse() does.
  virtual bool push(Core& core) = 0;
};

class Core {
 public:
  // Starts between the earliest by lags and the latest that lets the sink start at `latest`. Behind
  // the starts, as variables size(), size() + 1 and so on, amounts from 0 to the one given: numbers
  // that only `rule` gives a meaning to.
  // Requires: the project and the rule outlive this, lags can be kept.
  Core(const Project& project, int latest, std::span<const int> amounts = {}, Rule* rule = nullptr);

  // Looks for starts that keep every rule and the assumptions, with at most so many conflicts.
  // Returns: found (see solution()), impossible under the assumptions, or gave_up.
  // `stop` is asked now and then.
  Verdict search(std::span<const Literal> assumptions, std::int64_t conflicts,
                 const std::function<bool()>& stop);

  // No answer from now on may have the sink later than this.
  void limit(int latest);
  bool impossible() const { return impossible_; }       // whatever is assumed
  int least(int i) const { return root_low_[nth(i)]; }  // proven without assumptions
  int most(int i) const { return root_high_[nth(i)]; }
  std::span<const int> solution() const { return solution_; }
  // Starts, and amounts if there are any, that decisions lean to.
  void lean(std::span<const int> values);
  std::int64_t conflicts() const { return conflicts_; }

  Literal at_most(int i, int value) const;
  Literal at_least(int i, int value) const { return negation(at_most(i, value - 1)); }

  // For the rule, while it is asked. All of `because` must be true.
  int low(int i) const { return low_[nth(i)]; }
  int high(int i) const { return high_[nth(i)]; }
  // Makes a literal true. Returns: false when it cannot be.
  bool force(Literal a, std::span<const Literal> because);
  // Says that not all of `because` can be true. Returns: false.
  bool refuse(std::span<const Literal> because);

 private:
  enum class Why : std::uint8_t { decision, clause, note, lag };
  struct Reason {
    Why why{Why::decision};
    int at{};      // clause, or first literal of the note
    int length{};  // of the note; for a lag its minimum
    int other{};   // a lag's other end
  };
  struct Event {
    Literal literal;
    int old_bound;
    int level;
    Reason reason;
  };
  struct Watch {
    int clause;
    Literal blocker;
  };

  int variable(Literal a) const { return variable_[nth(a >> 1)]; }
  int value(Literal a) const { return value_[nth(a >> 1)]; }
  bool is_true(Literal a) const;
  bool is_false(Literal a) const { return is_true(negation(a)); }
  int level() const { return static_cast<int>(level_begin_.size()); }

  // Makes a literal true. Returns: false on a conflict, which is then in conflict_.
  bool set(Literal a, const Reason& reason);
  Reason note(std::span<const Literal> because);
  bool propagate();
  bool visit_watches(Literal falsified);
  bool push_lags(int i, bool low);
  bool push_resources();
  bool build_profile();
  bool push_one(int i);
  // The literals that make `units` more than the capacity leaves at slot t: in because_.
  void explain_slot(int t, int resource, int spare, int except);
  void explain(Literal a, const Event& event, std::vector<Literal>& because) const;
  bool resolve();  // Returns: false when nothing is left to undo
  void need(Literal a);
  bool implied(int event);
  int add_clause(std::span<const Literal> literals, int glue);
  void back_to(int level);
  void decide(Literal a);
  Literal branch();
  void bump(int atom);
  void forget();
  void take_root();

  const Project* project_;
  Rule* rule_;
  std::vector<int> low_, high_, first_low_, first_high_, root_low_, root_high_;
  std::vector<int> first_atom_;                   // of a variable
  std::vector<int> variable_, value_, event_of_;  // of an atom
  std::vector<Event> trail_;
  std::vector<std::size_t> level_begin_, level_notes_;
  std::size_t next_{};
  std::vector<Literal> notes_;
  std::vector<int> clauses_;  // [size, glue, literals...] one after another
  std::size_t learned_{};
  std::size_t most_learned_{4000};
  std::vector<std::vector<Watch>> watches_;  // of a literal, looked at when it becomes false
  std::vector<Literal> conflict_, because_, learn_, scratch_;
  std::vector<Literal> needed_;     // of an event in resolve()
  std::vector<Literal> strongest_;  // of a variable's side, among those needed
  std::vector<int> lower_events_;
  int needed_now_{};
  std::vector<std::uint64_t> profile_;
  std::vector<int> consumers_;
  bool resources_stale_{true};
  bool rule_stale_{true};
  std::vector<std::uint64_t> activity_;
  std::uint64_t increment_{1 << 10};
  std::vector<int> heap_, heap_place_;
  void heap_up(int place);
  void heap_down(int place);
  void heap_add(int atom);
  std::vector<int> lean_, solution_;
  std::vector<char> phase_;
  std::int64_t conflicts_{};
  bool impossible_{};
  std::uint64_t decisions_{};
};

}  // namespace tandem::schedule::rcpsp
