// The few that matter: of many facts that together bring something about, an irreducible part that
// still does (QuickXplain; Junker, "QUICKXPLAIN: Preferred Explanations and Relaxations for
// Over-Constrained Problems", AAAI 2004). Used by the proof that a session has no place, and by
// what of a branch has to be taken together.
#pragma once

#include <vector>

namespace tandem::schedule {

// Returns: of `open` a part with which `known` holds, and of which nothing can be left out.
// Requires: it holds with all of `open`, goes on holding with more, and does not with `known`
// alone; `grown`: that is still to be asked. Cost: about 2 k log(n / k) questions for k of n.
template <class T, class Holds>
std::vector<T> least(const std::vector<T>& known, const std::vector<T>& open, const Holds& holds,
                     bool grown = false) {
  const auto joined = [](std::vector<T> a, const std::vector<T>& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
  };
  if (grown && holds(known)) return {};
  if (open.size() < 2) return open;
  const auto middle = open.begin() + std::ssize(open) / 2;
  const std::vector<T> first(open.begin(), middle);
  const std::vector<T> second(middle, open.end());
  const auto late = least(joined(known, first), second, holds, true);
  const auto early = least(joined(known, late), first, holds, !late.empty());
  return joined(early, late);
}

}  // namespace tandem::schedule
