#include "planner/schedule/mspsp/staffing.hpp"

#include <algorithm>
#include <bit>

namespace tandem::schedule::mspsp {

using rcpsp::Core;

Staffing::Staffing(const Project& project) : project_(&project) {
  const int n = project.size();
  amount_.assign(nth(n * kinds()), -1);
  users_.resize(nth(kinds()));
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < kinds(); ++k) {
      const Kind& kind = project.kinds()[nth(k)];
      int useful = 0;
      for (int s = 0; s < project.skills(); ++s)
        if (kind.skills >> s & 1) useful += project.need(i, s);
      if (useful == 0) continue;
      amount_[nth(i * kinds() + k)] = n + static_cast<int>(most_.size());
      most_.push_back(std::min(useful, kind.count()));
      users_[nth(k)].push_back(i);
    }
  // Which activities come after which, over any number of others.
  std::vector<char> after(nth(n * n), 0);
  const auto order = project.relaxed().order();
  for (auto i = order.rbegin(); i != order.rend(); ++i)
    for (const rcpsp::Lag& lag : project.relaxed().out_of(*i)) {
      after[nth(*i * n + lag.to)] = 1;
      for (int j = 0; j < n; ++j)
        if (after[nth(lag.to * n + j)]) after[nth(*i * n + j)] = 1;
    }
  for (int i = 0; i < n; ++i)
    for (int j = i + 1; j < n; ++j) {
      if (after[nth(i * n + j)] || after[nth(j * n + i)]) continue;
      bool meet = project.apart(i, j);
      for (int k = 0; k < kinds(); ++k) meet = meet || (amount(i, k) >= 0 && amount(j, k) >= 0);
      if (meet) pairs_.push_back({i, j, project.apart(i, j)});
    }
  use_.assign(nth(2 * project.relaxed().horizon() + 2), 0);
}

std::vector<int> Staffing::values(std::span<const int> starts,
                                  std::span<const std::uint8_t> counts) const {
  std::vector<int> values(starts.begin(), starts.end());
  values.resize(starts.size() + most_.size(), 0);
  for (std::size_t place = 0; place < amount_.size(); ++place)
    if (amount_[place] >= 0) values[nth(amount_[place])] = counts[place];
  return values;
}

std::vector<std::uint8_t> Staffing::counts(std::span<const int> values) const {
  std::vector<std::uint8_t> counts(amount_.size(), 0);
  for (std::size_t place = 0; place < amount_.size(); ++place)
    if (amount_[place] >= 0) counts[place] = static_cast<std::uint8_t>(values[nth(amount_[place])]);
  return counts;
}

bool Staffing::push(Core& core) {
  for (int i = 0; i < project_->size(); ++i)
    if (project_->team_size(i) > 0 && !push_team(core, i)) return false;
  for (const Pair& pair : pairs_)
    if (!push_pair(core, pair)) return false;
  for (int k = 0; k < kinds(); ++k)
    if (project_->kinds()[nth(k)].count() > 1 && !push_kind(core, k)) return false;
  return true;
}

// ---- one team ----------------------------------------------------------------------------------

bool Staffing::push_team(Core& core, int i) {
  const int size = project_->team_size(i);
  const KindSet all = ~KindSet{0};
  if (!at_most(core, i, all, size)) return false;
  for (const Condition& condition : project_->conditions(i))
    if (!at_least(core, i, condition.kinds, condition.least) ||
        !at_most(core, i, ~condition.kinds, size - condition.least))
      return false;
  return true;
}

bool Staffing::at_least(Core& core, int i, KindSet among, int least) {
  int sum = 0;
  for (int k = 0; k < kinds(); ++k)
    if (const int z = amount(i, k); z >= 0 && (among >> k & 1)) sum += core.high(z);
  for (int k = 0; k < kinds(); ++k) {
    const int z = amount(i, k);
    if (z < 0 || !(among >> k & 1)) continue;
    const int need = least - (sum - core.high(z));
    if (need <= core.low(z)) continue;
    because_.clear();
    for (int other = 0; other < kinds(); ++other)
      if (const int y = amount(i, other); y >= 0 && y != z && (among >> other & 1))
        because_.push_back(core.at_most(y, core.high(y)));
    if (!core.force(core.at_least(z, need), because_)) return false;
  }
  return true;
}

bool Staffing::at_most(Core& core, int i, KindSet among, int most) {
  int sum = 0;
  for (int k = 0; k < kinds(); ++k)
    if (const int z = amount(i, k); z >= 0 && (among >> k & 1)) sum += core.low(z);
  for (int k = 0; k < kinds(); ++k) {
    const int z = amount(i, k);
    if (z < 0 || !(among >> k & 1)) continue;
    const int room = most - (sum - core.low(z));
    if (room >= core.high(z)) continue;
    because_.clear();
    for (int other = 0; other < kinds(); ++other)
      if (const int y = amount(i, other);
          y >= 0 && y != z && (among >> other & 1) && core.low(y) > 0)
        because_.push_back(core.at_least(y, core.low(y)));
    if (!core.force(core.at_most(z, room), because_)) return false;
  }
  return true;
}

// ---- two activities
// ------------------------------------------------------------------------------

void Staffing::say_not_before(const Core& core, int first, int second) {
  const int start = core.high(second) - project_->duration(first) + 1;
  because_.push_back(core.at_least(first, start));
  because_.push_back(core.at_most(second, core.high(second)));
}

bool Staffing::push_order(Core& core, int first, int second) {
  const int duration = project_->duration(second);
  if (core.low(second) + duration > core.low(first)) {
    because_ = who_;
    say_not_before(core, first, second);
    because_.push_back(core.at_least(second, core.low(second)));
    if (!core.force(core.at_least(first, core.low(second) + duration), because_)) return false;
  }
  if (core.high(first) - duration < core.high(second)) {
    because_ = who_;
    say_not_before(core, first, second);
    because_.push_back(core.at_most(first, core.high(first)));
    if (!core.force(core.at_most(second, core.high(first) - duration), because_)) return false;
  }
  return true;
}

bool Staffing::push_pair(Core& core, const Pair& pair) {
  const auto [i, j, apart] = pair;
  const bool before = core.low(i) + project_->duration(i) <= core.high(j);
  const bool after = core.low(j) + project_->duration(j) <= core.high(i);
  if (before && after) return true;
  who_.clear();
  bool clash = apart;
  for (int k = 0; k < kinds() && !clash; ++k) {
    const int y = amount(i, k);
    const int z = amount(j, k);
    if (y < 0 || z < 0) continue;
    const int count = project_->kinds()[nth(k)].count();
    if (core.low(y) + core.low(z) <= count) continue;
    who_.push_back(core.at_least(y, core.low(y)));
    who_.push_back(core.at_least(z, count + 1 - core.low(y)));
    clash = true;
  }
  if (clash) {
    if (!before) return push_order(core, i, j);
    return push_order(core, j, i);
  }
  if (before || after) return true;
  // They run at once for a while: what one has the other has not.
  for (int k = 0; k < kinds(); ++k) {
    const int count = project_->kinds()[nth(k)].count();
    for (const auto& [a, b] : {std::pair{i, j}, std::pair{j, i}}) {
      const int y = amount(a, k);
      const int z = amount(b, k);
      if (y < 0 || z < 0 || core.low(y) + core.high(z) <= count) continue;
      because_.assign(1, core.at_least(y, core.low(y)));
      say_not_before(core, a, b);
      say_not_before(core, b, a);
      if (!core.force(core.at_most(z, count - core.low(y)), because_)) return false;
    }
  }
  return true;
}

// ---- one kind of workers ------------------------------------------------------------------------

void Staffing::say_busy(const Core& core, int kind, int t, int spare, int except) {
  for (const int i : users_[nth(kind)]) {
    const int z = amount(i, kind);
    if (i == except || core.low(z) == 0) continue;
    if (core.high(i) > t || t >= core.low(i) + project_->duration(i)) continue;
    because_.push_back(core.at_most(i, t));
    because_.push_back(core.at_least(i, t - project_->duration(i) + 1));
    because_.push_back(core.at_least(z, core.low(z)));
    spare -= core.low(z);
    if (spare < 0) return;
  }
}

bool Staffing::push_kind(Core& core, int kind) {
  const int count = project_->kinds()[nth(kind)].count();
  int first = static_cast<int>(use_.size());
  int last = 0;
  int sure = 0;
  for (const int i : users_[nth(kind)]) {
    if (core.low(amount(i, kind)) == 0) continue;
    ++sure;
    for (int t = core.high(i); t < core.low(i) + project_->duration(i); ++t) {
      use_[nth(t)] += core.low(amount(i, kind));
      first = std::min(first, t);
      last = std::max(last, t + 1);
    }
  }
  bool kept = true;
  for (int t = first; t < last && kept; ++t)
    if (use_[nth(t)] > count) {
      because_.clear();
      say_busy(core, kind, t, count, -1);
      kept = core.refuse(because_);
    }
  if (sure > 0)
    for (const int i : users_[nth(kind)]) {
      kept = kept && push_past(core, kind, i);
      if (!kept) break;
    }
  for (int t = first; t < last; ++t) use_[nth(t)] = 0;
  return kept;
}

// What others of the kind do at slots where activity i surely works leaves it so many; slots with
// too few left are no place for it. use_ may be older than the bounds: it only claims too little.
bool Staffing::push_past(Core& core, int kind, int i) {
  const int count = project_->kinds()[nth(kind)].count();
  const int duration = project_->duration(i);
  const int z = amount(i, kind);
  const int have = core.low(z);
  const int high = core.high(i);
  const int low = core.low(i);
  for (int t = high; t < low + duration; ++t) {
    const int others = use_[nth(t)] - have;
    if (count - others >= core.high(z)) continue;
    because_.clear();
    say_busy(core, kind, t, others - 1, i);
    because_.push_back(core.at_most(i, t));
    because_.push_back(core.at_least(i, t - duration + 1));
    if (!core.force(core.at_most(z, count - others), because_)) return false;
  }
  if (have == 0 || low == high) return true;
  // Own compulsory part [high, low + duration) is in use_.
  const auto refuses = [&](int t) {
    return use_[nth(t)] + (t >= high && t < low + duration ? 0 : have) > count;
  };
  for (int t = std::min(low + duration, high) - 1; t >= low; --t) {
    if (!refuses(t)) continue;
    because_.clear();
    say_busy(core, kind, t, count - have, i);
    because_.push_back(core.at_least(z, have));
    because_.push_back(core.at_least(i, t - duration + 1));
    if (!core.force(core.at_least(i, t + 1), because_)) return false;
    break;
  }
  for (int t = std::max(low + duration, high); t < high + duration; ++t) {
    if (!refuses(t)) continue;
    because_.clear();
    say_busy(core, kind, t, count - have, i);
    because_.push_back(core.at_least(z, have));
    because_.push_back(core.at_most(i, t));
    if (!core.force(core.at_most(i, t - duration), because_)) return false;
    break;
  }
  return true;
}

}  // namespace tandem::schedule::mspsp
