#include "planner/schedule/improve.hpp"

#include <algorithm>
#include <array>

#include "planner/schedule/journal.hpp"

namespace tandem::schedule {
namespace {

std::size_t at(int i) { return static_cast<std::size_t>(i); }

enum class Move : std::uint8_t { one, chain, week, cohort, unplaced, late, spacing };
constexpr std::size_t kMoves = 7;

class Improver {
 public:
  Improver(State& state, Search& search, const std::vector<DayWindow>& windows,
           const std::vector<int>& tails, std::uint64_t seed, Meter& meter)
      : state_(state),
        problem_(state.problem()),
        search_(search),
        windows_(windows),
        tails_(tails),
        rng_(seed),
        meter_(meter),
        journal_(state),
        order_(problem_.sessions.size()),
        chosen_(problem_.sessions.size()),
        cohort_sessions_(problem_.cohorts.size()),
        by_week_(at(problem_.weeks())) {
    const auto topological = topological_order(problem_);
    for (std::size_t i = 0; i < topological.size(); ++i)
      order_[at(topological[i])] = static_cast<int>(i);
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s) {
      const auto& session = problem_.sessions[s];
      if (session.fixed || session.broken != 0) continue;
      free_.push_back(static_cast<int>(s));
      for (const int c : session.cohorts) cohort_sessions_[at(c)].push_back(static_cast<int>(s));
    }
    for (std::size_t l = 0; l < problem_.links.size(); ++l)
      if (problem_.links[l].ideal_days != kNone) ideals_.push_back(static_cast<int>(l));
  }

  void run(const std::function<void()>& better) {
    if (free_.empty()) return;
    Cost best = state_.cost();
    index_weeks();
    std::int64_t indexed = 0;
    while (!meter_.spent()) {
      const auto before_steps = meter_.steps();
      const Cost before = state_.cost();
      const Move move = pick_move(before);
      removed_.clear();
      choose(move);
      if (removed_.empty()) {
        meter_.step();
        continue;
      }
      repair();
      const Cost& after = state_.cost();
      reward(move, after < before, meter_.steps() - before_steps);
      if (after > before) {
        journal_.undo_to(0);
        continue;
      }
      journal_.keep();
      if (++indexed % 512 == 0) index_weeks();
      if (after < best) {
        best = after;
        better();
      }
    }
  }

 private:
  // ---- which sessions to take out

  void add(int s) {
    if (chosen_[at(s)] || problem_.sessions[at(s)].fixed || problem_.sessions[at(s)].broken != 0)
      return;
    chosen_[at(s)] = 1;
    removed_.push_back(s);
  }

  int any(const std::vector<int>& from) {
    return from[rng_.below(static_cast<std::uint32_t>(from.size()))];
  }

  void choose(Move move) {
    switch (move) {
      case Move::one:
        add(any(free_));
        break;
      case Move::chain:
        chain(any(free_), rng_.between(2, 6));
        break;
      case Move::week:
        week(any(free_), rng_.between(3, 8));
        break;
      case Move::cohort:
        cohort(any(problem_.sessions[at(any(free_))].cohorts));
        break;
      case Move::unplaced:
        unplaced();
        break;
      case Move::late:
        late();
        break;
      case Move::spacing:
        spacing();
        break;
    }
    for (const int s : removed_) chosen_[at(s)] = 0;
  }

  int day_of(int s) const {
    return state_.placed(s) ? state_.first(s).day : windows_[at(s)].first_from;
  }

  // A session and what stands before and after it in its cohorts, by links.
  void chain(int s, int most) {
    add(s);
    for (std::size_t i = 0; i < removed_.size() && static_cast<int>(removed_.size()) < most; ++i) {
      const auto& session = problem_.sessions[at(removed_[i])];
      const auto grow = [&](int other) {
        if (static_cast<int>(removed_.size()) < most && rng_.chance(2, 3)) add(other);
      };
      for (const int l : session.out) grow(problem_.links[at(l)].to);
      for (const int l : session.in) grow(problem_.links[at(l)].from);
    }
  }

  static bool share(const Problem::Session& a, const Problem::Session& b) {
    const auto common = [](const auto& x, const auto& y) {
      return std::any_of(x.begin(), x.end(), [&](const auto& c) {
        return std::any_of(y.begin(), y.end(), [&](const auto& d) { return c.who == d.who; });
      });
    };
    return common(a.staff, b.staff) || common(a.rooms, b.rooms);
  }

  // Sessions of about the same time that could use the same rooms or people.
  void week(int s, int most) {
    add(s);
    const int center = day_of(s) / 7;
    candidates_.clear();
    for (int w = std::max(0, center - 1); w <= std::min(center + 1, problem_.weeks() - 1); ++w)
      candidates_.insert(candidates_.end(), by_week_[at(w)].begin(), by_week_[at(w)].end());
    for (int tries = 4 * most;
         tries > 0 && !candidates_.empty() && static_cast<int>(removed_.size()) < most; --tries) {
      const int other = any(candidates_);
      if (share(problem_.sessions[at(s)], problem_.sessions[at(other)])) add(other);
    }
  }

  void cohort(int c) {
    constexpr std::size_t kMost = 24;
    const auto& sessions = cohort_sessions_[at(c)];
    if (sessions.size() <= kMost) {
      for (const int s : sessions) add(s);
      return;
    }
    const int center = day_of(any(sessions));
    candidates_ = sessions;
    std::stable_sort(candidates_.begin(), candidates_.end(), [&](int a, int b) {
      return std::abs(day_of(a) - center) < std::abs(day_of(b) - center);
    });
    for (std::size_t i = 0; i < kMost; ++i) add(candidates_[i]);
  }

  void unplaced() {
    candidates_.clear();
    for (const int s : free_)
      if (!state_.placed(s)) candidates_.push_back(s);
    if (candidates_.empty()) return;
    // Of a chain without dates the first is where it hangs.
    int s = any(candidates_);
    for (bool again = true; again;) {
      again = false;
      for (const int l : problem_.sessions[at(s)].in) {
        const int from = problem_.links[at(l)].from;
        if (!state_.open(from) || problem_.sessions[at(from)].broken != 0) continue;
        s = from;
        again = true;
        break;
      }
    }
    add(s);
    switch (rng_.below(3)) {
      case 0:
        chain(s, rng_.between(3, 10));
        break;
      case 1: {  // who holds its rooms and people where it could be
        const auto& w = windows_[at(s)];
        candidates_.clear();
        const Reach reach = search_.reach(s);
        const int from = std::clamp(reach.first_from / 7, 0, problem_.weeks() - 1);
        const int to =
            std::clamp(std::max(reach.last_to, w.first_from) / 7, from, problem_.weeks() - 1);
        const int center = rng_.between(from, to);
        candidates_ = by_week_[at(center)];
        for (int tries = 30; tries > 0 && !candidates_.empty() && removed_.size() < 8; --tries) {
          const int other = any(candidates_);
          if (share(problem_.sessions[at(s)], problem_.sessions[at(other)])) add(other);
        }
        break;
      }
      default:
        cohort(any(problem_.sessions[at(s)].cohorts));
    }
    for (const int other : candidates_)
      if (!state_.placed(other) && removed_.size() < 16) add(other);
  }

  // The end of a cohort, and what it hangs on.
  void late() {
    const int c = any(problem_.sessions[at(any(free_))].cohorts);
    const int last = state_.cohort_last(c);
    int s = kNone;
    for (const int other : cohort_sessions_[at(c)])
      if (state_.placed(other) && state_.last(other).day == last) s = other;
    if (s == kNone) return;
    const int most = rng_.between(1, 8);
    while (s != kNone && static_cast<int>(removed_.size()) < most) {
      add(s);
      int before = kNone;  // the tightest
      int slack = 0;
      for (const int l : problem_.sessions[at(s)].in) {
        const auto& link = problem_.links[at(l)];
        if (!state_.placed(link.from) || problem_.sessions[at(link.from)].fixed) continue;
        const int room = day_of(s) - state_.last(link.from).day - link.min_days;
        if (before == kNone || room < slack) {
          before = link.from;
          slack = room;
        }
      }
      s = before;
    }
    if (rng_.chance(1, 2) && !removed_.empty()) week(removed_.front(), most + 4);
  }

  // Two sessions whose distance is far from the ideal, and perhaps what lies around them.
  void spacing() {
    if (ideals_.empty()) return;
    int worst = kNone;
    std::int64_t most = -1;
    for (int tries = 0; tries < 6; ++tries) {
      const int l = any(ideals_);
      const auto& link = problem_.links[at(l)];
      if (!state_.placed(link.from) || !state_.placed(link.to)) continue;
      const std::int64_t off =
          std::abs(state_.first(link.to).day - state_.last(link.from).day - link.ideal_days);
      if (off > most) {
        most = off;
        worst = l;
      }
    }
    if (worst == kNone) return;
    const auto& link = problem_.links[at(worst)];
    switch (rng_.below(4)) {
      case 0:
        add(link.to);
        break;
      case 1:
        add(link.from);
        add(link.to);
        break;
      case 2:
        chain(link.to, rng_.between(3, 8));
        add(link.from);
        break;
      default:
        week(link.to, rng_.between(3, 7));
        add(link.from);
    }
  }

  // ---- putting them back

  void repair() {
    if (rng_.chance(1, 2))
      for (int s : removed_) noise_[at(s) % noise_.size()] = rng_.below(28);
    else
      noise_.fill(0);
    const bool by_slack = rng_.chance(1, 2);
    Ask ask;
    if (rng_.chance(1, 2)) ask.blink = &rng_;
    for (const int s : removed_)
      if (state_.placed(s)) journal_.take(s);
    // In an order that keeps what comes first first: by rank, then held back until it is ready.
    keys_.clear();
    for (const int s : removed_) {
      const int rank = by_slack ? windows_[at(s)].first_to - tails_[at(s)] : order_[at(s)];
      keys_.push_back({rank + static_cast<int>(noise_[at(s) % noise_.size()]), s});
    }
    std::sort(keys_.begin(), keys_.end());
    while (!keys_.empty()) {
      std::size_t next = 0;
      while (next < keys_.size() && waits_for_removed(keys_[next].second, next)) ++next;
      if (next == keys_.size()) next = 0;
      const int s = keys_[next].second;
      keys_.erase(keys_.begin() + static_cast<std::ptrdiff_t>(next));
      meter_.step();
      if (search_.find(s, found_, ask))
        journal_.put(s, found_);
      else
        drop_after(s);
    }
  }

  bool waits_for_removed(int s, std::size_t own) const {
    for (const int l : problem_.sessions[at(s)].in)
      for (std::size_t k = 0; k < keys_.size(); ++k)
        if (k != own && keys_[k].second == problem_.links[at(l)].from) return true;
    return false;
  }

  // What needs a session that found no place has none either.
  void drop_after(int s) {
    for (const int l : problem_.sessions[at(s)].out) {
      const int to = problem_.links[at(l)].to;
      if (!state_.placed(to) || problem_.sessions[at(to)].fixed) continue;
      journal_.take(to);
      drop_after(to);
    }
  }

  // ---- which kind of move

  Move pick_move(const Cost& cost) {
    std::array<std::uint32_t, kMoves> weight = weight_;
    if (cost[Tier::unplaced] == 0) weight[static_cast<std::size_t>(Move::unplaced)] = 0;
    if (ideals_.empty()) weight[static_cast<std::size_t>(Move::spacing)] = 0;
    std::uint32_t total = 0;
    for (const auto w : weight) total += w;
    std::uint32_t ticket = rng_.below(total);
    for (std::size_t m = 0; m < kMoves; ++m) {
      if (ticket < weight[m]) return static_cast<Move>(m);
      ticket -= weight[m];
    }
    return Move::one;
  }

  // Moves that pay for their steps are taken more often; all stay in play.
  void reward(Move move, bool gained, std::int64_t steps) {
    const auto m = static_cast<std::size_t>(move);
    gains_[m] += gained ? 1'000 : 0;
    spent_[m] += steps;
    if (++rounds_ % 256 != 0) return;
    for (std::size_t i = 0; i < kMoves; ++i) {
      const auto rate = spent_[i] == 0 ? 0 : gains_[i] * 100 / spent_[i];
      const auto target = static_cast<std::uint32_t>(std::clamp<std::int64_t>(rate, 0, 4'000));
      weight_[i] = (weight_[i] * 3 + 100 + target) / 4;
      gains_[i] /= 2;
      spent_[i] /= 2;
    }
  }

  void index_weeks() {
    for (auto& week : by_week_) week.clear();
    for (const int s : free_)
      by_week_[at(std::clamp(day_of(s) / 7, 0, problem_.weeks() - 1))].push_back(s);
  }

  State& state_;
  const Problem& problem_;
  Search& search_;
  const std::vector<DayWindow>& windows_;
  const std::vector<int>& tails_;
  Rng rng_;
  Meter& meter_;
  Journal journal_;
  std::vector<int> order_;
  std::vector<char> chosen_;
  std::vector<int> free_;
  std::vector<int> ideals_;
  std::vector<std::vector<int>> cohort_sessions_;
  std::vector<std::vector<int>> by_week_;  // refreshed now and then
  std::vector<int> removed_;
  std::vector<int> candidates_;
  std::vector<std::pair<int, int>> keys_;
  std::vector<Place> found_;
  std::array<std::uint32_t, 64> noise_{};
  std::array<std::uint32_t, kMoves> weight_{200, 200, 200, 50, 400, 200, 300};
  std::array<std::int64_t, kMoves> gains_{};
  std::array<std::int64_t, kMoves> spent_{};
  std::int64_t rounds_{};
};

}  // namespace

void improve(State& state, Search& search, const std::vector<DayWindow>& windows,
             const std::vector<int>& tails, std::uint64_t seed, Meter& meter,
             const std::function<void()>& better) {
  Improver{state, search, windows, tails, seed, meter}.run(better);
}

}  // namespace tandem::schedule
