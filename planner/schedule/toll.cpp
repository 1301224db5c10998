#include "planner/schedule/toll.hpp"

#include <algorithm>
#include <cstdlib>

namespace tandem::schedule {
namespace {

std::span<const std::int16_t> team_of(const Place& place) {
  return std::span{place.team}.first(place.team_size);
}

// Whether a learner would notice.
bool noticeable(const Place& was, const Place& is) {
  return was.day != is.day || was.start != is.start || was.end != is.end || was.room != is.room ||
         was.leads != is.leads ||
         !std::is_permutation(was.team.begin(), was.team.begin() + was.leads, is.team.begin(),
                              is.team.begin() + is.leads);
}

std::int64_t not_in(const Place& one, const Place& other, int apart) {
  const auto team = team_of(other);
  const auto own = team_of(one);
  return std::count_if(own.begin(), own.end(), [&](int f) {
    return f != apart && std::find(team.begin(), team.end(), f) == team.end();
  });
}

}  // namespace

Toll toll(const Problem& problem, int session, std::span<const Place> was,
          std::span<const Place> is, const Leeway& leeway) {
  Toll out;
  const auto& s = problem.sessions[static_cast<std::size_t>(session)];
  bool noticed = was.size() != is.size();
  bool soon = false;
  bool changed = noticed;
  for (std::size_t k = 0; k < std::max(was.size(), is.size()); ++k) {
    const Place none;
    const Place& old = k < was.size() ? was[k] : none;
    const Place& now = k < is.size() ? is[k] : none;
    const auto facilitators = not_in(old, now, leeway.apart) + not_in(now, old, leeway.apart);
    const bool other = noticeable(old, now);
    out.people += facilitators;
    changed = changed || other || old.team_size != now.team_size ||
              !std::is_permutation(team_of(old).begin(), team_of(old).end(), now.team.begin());
    noticed = noticed || other;
    if (k < is.size() && (other || facilitators > 0) && leeway.notice_until != kNone &&
        now.day < leeway.notice_until)
      soon = true;
    if (k >= was.size() || k >= is.size()) continue;
    out.days += std::abs(now.day - old.day);
    out.minutes += std::abs(now.start - old.start);
  }
  if (!changed) return {};
  out.sessions = 1;
  out.unplaced = is.empty() && !was.empty() ? 1 : 0;
  if (noticed) out.people += s.item ? 0 : s.learners;
  if (soon) out.short_notice = out.people;
  return out;
}

}  // namespace tandem::schedule
