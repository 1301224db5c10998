// What the waivers of a session lift for it, of the hard rules: for one subject (a person, a room,
// a unit, by its code) or as a whole. Asked wherever compile() turns a rule into calendars,
// candidates or limits; knows no rule's meaning.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "planner/domain/grouping.hpp"
#include "planner/domain/program.hpp"
#include "planner/schedule/problem.hpp"

namespace tandem::schedule {

class Waived {
 public:
  Waived() = default;  // nothing, as for a session that is still to be created
  // Of one session; the Program they point into outlives this.
  explicit Waived(std::span<const Waiver* const> waivers) : waivers_(waivers) {}

  bool any() const { return !waivers_.empty(); }
  // Lifted for this subject or for all.
  bool operator()(RuleKind rule, std::string_view subject) const {
    return std::any_of(waivers_.begin(), waivers_.end(), [&](const Waiver* w) {
      return w->rule == word(rule) && (w->subject.empty() || w->subject == subject);
    });
  }
  // Returns: a bit for each rule lifted for the session as a whole.
  std::uint64_t whole() const {
    std::uint64_t out = 0;
    for (std::size_t r = 0; any() && r < kRuleCount; ++r)
      if ((*this)(static_cast<RuleKind>(r), {})) out |= bit(static_cast<RuleKind>(r));
    return out;
  }

 private:
  std::span<const Waiver* const> waivers_;
};

// Those of every session. The Program outlives it.
class Waivers {
 public:
  explicit Waivers(const Program& program) : waivers_(program.waivers, &Waiver::session) {}

  // `session`: null when it is still to be created.
  Waived of(const Session* session) const {
    return session ? Waived{waivers_[session->id]} : Waived{};
  }

 private:
  Grouping<Id<Session>, Waiver> waivers_;
};

}  // namespace tandem::schedule
