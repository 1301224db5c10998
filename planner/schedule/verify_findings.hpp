// Where the judge's files put what they find: it drops what a waiver lifts, joins facts that differ
// only in the person they are about, and gives the list in its one order. Used by verify_*.cpp
// only.
#pragma once

#include <map>
#include <set>
#include <tuple>

#include "planner/schedule/verify.hpp"

namespace tandem::judge {

class Findings {
 public:
  explicit Findings(const Program& program);

  // Whether a waiver lifts the rule for any of these subjects in this session. Sums (weeks, pools,
  // cover) leave such a session out before they add up.
  bool waived(RuleKind rule, std::string_view session,
              std::initializer_list<std::string_view> subjects) const;

  void add(RuleKind rule, const std::string& session, std::vector<std::string> subjects,
           std::string text);
  // A fact about one person, told as before + name + after; those of equal wording become one
  // sentence with all the names.
  void add_person(RuleKind rule, const std::string& session, const std::string& number,
                  const std::string& name, const std::string& before, const std::string& after);

  std::vector<Violation> take();

 private:
  struct Lifted {
    std::string subject;  // "": any
    std::string session;
  };
  using Key = std::tuple<std::string, RuleKind, std::string>;  // session, rule, text

  std::map<RuleKind, std::vector<Lifted>> lifted_;
  std::map<Key, std::vector<std::string>> found_;
  // before + kWho + after; number -> name
  std::map<Key, std::map<std::string, std::string>> people_;
};

}  // namespace tandem::judge
