#include "planner/schedule/rcpsp/core.hpp"

#include <algorithm>

namespace tandem::schedule::rcpsp {
namespace {

// The restart sequence of Luby, Sinclair and Zuckerman 1993: 1 1 2 1 1 2 4 ...
std::int64_t luby(std::int64_t i) {
  std::int64_t size = 1;
  while (size < i + 1) size = 2 * size + 1;
  while (size - 1 != i) {
    size = (size - 1) / 2;
    i %= size;
  }
  return (size + 1) / 2;
}

constexpr std::int64_t kRestart = 100;  // conflicts, times luby
constexpr std::uint64_t kActivityLimit = 1ULL << 60;

}  // namespace

Core::Core(const Project& project, int latest, std::span<const int> amounts, Rule* rule)
    : project_(&project), rule_(rule) {
  const int n = project.size();
  first_low_ = earliest_starts(project);
  first_high_.assign(nth(n), latest);
  first_high_[0] = 0;
  for (int round = 0; round <= n; ++round) {
    bool moved = false;
    for (const Lag& lag : project.lags()) {
      const int most = first_high_[nth(lag.to)] - lag.minimum;
      if (most < first_high_[nth(lag.from)]) {
        first_high_[nth(lag.from)] = most;
        moved = true;
      }
    }
    if (!moved) break;
  }
  first_low_.resize(nth(n) + amounts.size(), 0);
  first_high_.insert(first_high_.end(), amounts.begin(), amounts.end());
  const int variables = static_cast<int>(first_low_.size());
  int slots = 1;
  for (int i = 0; i < variables; ++i) {
    if (first_low_[nth(i)] > first_high_[nth(i)]) impossible_ = true;
    first_atom_.push_back(static_cast<int>(variable_.size()));
    for (int v = first_low_[nth(i)]; v < first_high_[nth(i)]; ++v) {
      variable_.push_back(i);
      value_.push_back(v);
    }
    if (i >= n) continue;
    slots = std::max(slots, first_high_[nth(i)] + project.duration(i) + 1);
    if (project.consumes(i)) consumers_.push_back(i);
  }
  low_ = root_low_ = first_low_;
  high_ = root_high_ = first_high_;
  const auto atoms = variable_.size();
  event_of_.assign(atoms, 0);
  watches_.resize(2 * atoms);
  activity_.assign(atoms, 0);
  heap_place_.assign(atoms, -1);
  phase_.assign(atoms, 0);
  profile_.assign(nth(slots) * 2, 0);
  strongest_.assign(nth(2 * variables), kAlways);
}

Literal Core::at_most(int i, int value) const {
  if (value >= first_high_[nth(i)]) return kAlways;
  if (value < first_low_[nth(i)]) return kNever;
  return 2 * (first_atom_[nth(i)] + value - first_low_[nth(i)]);
}

bool Core::is_true(Literal a) const {
  if (a < 0) return a == kAlways;
  const int i = variable(a);
  return a & 1 ? low_[nth(i)] > value(a) : high_[nth(i)] <= value(a);
}

Core::Reason Core::note(std::span<const Literal> because) {
  const Reason reason{Why::note, static_cast<int>(notes_.size()), static_cast<int>(because.size()),
                      0};
  notes_.insert(notes_.end(), because.begin(), because.end());
  return reason;
}

bool Core::set(Literal a, const Reason& reason) {
  if (is_true(a)) return true;
  const bool clash = is_false(a);
  if (clash) {
    conflict_.clear();
    explain(a, {a, 0, level(), reason}, conflict_);
    if (negation(a) != kAlways) conflict_.push_back(negation(a));
    return false;
  }
  const int i = variable(a);
  const int v = value(a);
  const int event = static_cast<int>(trail_.size());
  const int first = first_atom_[nth(i)] - first_low_[nth(i)];
  if (a & 1) {
    trail_.push_back({a, low_[nth(i)], level(), reason});
    for (int w = low_[nth(i)]; w <= v; ++w) event_of_[nth(first + w)] = event;
    low_[nth(i)] = v + 1;
  } else {
    trail_.push_back({a, high_[nth(i)], level(), reason});
    for (int w = v; w < high_[nth(i)]; ++w) event_of_[nth(first + w)] = event;
    high_[nth(i)] = v;
  }
  return true;
}

void Core::explain(Literal a, const Event& event, std::vector<Literal>& because) const {
  const Reason& reason = event.reason;
  switch (reason.why) {
    case Why::decision:
      break;
    case Why::clause: {
      const int size = clauses_[nth(reason.at)];
      for (int k = 0; k < size; ++k) {
        const Literal other = clauses_[nth(reason.at + 2 + k)];
        if (other != event.literal) because.push_back(negation(other));
      }
      break;
    }
    case Why::note:
      because.insert(because.end(), notes_.begin() + reason.at,
                     notes_.begin() + reason.at + reason.length);
      break;
    case Why::lag: {
      // Only what the asked bound needs, not what the event gave.
      const Literal other = a & 1 ? at_least(reason.other, value(a) + 1 - reason.length)
                                  : at_most(reason.other, value(a) + reason.length);
      if (other != kAlways) because.push_back(other);
      break;
    }
  }
}

bool Core::push_lags(int i, bool low) {
  if (low) {
    for (const Lag& lag : project_->out_of(i)) {
      const int least = low_[nth(i)] + lag.minimum;
      if (least <= low_[nth(lag.to)]) continue;
      if (least > high_[nth(lag.to)]) {
        // The two bounds contradict each other: the weakest such pair.
        const int most = high_[nth(lag.to)];
        conflict_.clear();
        for (const Literal a : {at_least(i, most + 1 - lag.minimum), at_most(lag.to, most)})
          if (a != kAlways) conflict_.push_back(a);
        return false;
      }
      if (!set(at_least(lag.to, least), {Why::lag, 0, lag.minimum, i})) return false;
    }
  } else {
    for (const Lag& lag : project_->into(i)) {
      const int most = high_[nth(i)] - lag.minimum;
      if (most >= high_[nth(lag.from)]) continue;
      if (most < low_[nth(lag.from)]) {
        const int least = low_[nth(lag.from)];
        conflict_.clear();
        for (const Literal a : {at_most(i, least - 1 + lag.minimum), at_least(lag.from, least)})
          if (a != kAlways) conflict_.push_back(a);
        return false;
      }
      if (!set(at_most(lag.from, most), {Why::lag, 0, lag.minimum, i})) return false;
    }
  }
  return true;
}

bool Core::visit_watches(Literal falsified) {
  auto& list = watches_[nth(falsified)];
  std::size_t kept = 0;
  for (std::size_t k = 0; k < list.size(); ++k) {
    const Watch watch = list[k];
    if (is_true(watch.blocker)) {
      list[kept++] = watch;
      continue;
    }
    int* const clause = clauses_.data() + watch.clause;
    const int size = clause[0];
    Literal* const literals = clause + 2;
    if (literals[0] == falsified) std::swap(literals[0], literals[1]);
    const Literal first = literals[0];
    if (is_true(first)) {
      list[kept++] = {watch.clause, first};
      continue;
    }
    bool moved = false;
    for (int m = 2; m < size; ++m) {
      if (is_false(literals[m])) continue;
      std::swap(literals[1], literals[m]);
      watches_[nth(literals[1])].push_back({watch.clause, first});
      moved = true;
      break;
    }
    if (moved) continue;
    list[kept++] = {watch.clause, first};
    if (!set(first, {Why::clause, watch.clause, 0, 0})) {
      for (++k; k < list.size(); ++k) list[kept++] = list[k];
      list.resize(kept);
      return false;
    }
  }
  list.resize(kept);
  return true;
}

bool Core::propagate() {
  for (;;) {
    while (next_ < trail_.size()) {
      const Event event = trail_[next_++];
      const int i = variable(event.literal);
      const bool low = (event.literal & 1) != 0;
      rule_stale_ = true;
      if (i < project_->size()) {
        resources_stale_ = true;
        if (!push_lags(i, low)) return false;
      }
      const int first = first_atom_[nth(i)] - first_low_[nth(i)];
      const int v = value(event.literal);
      if (low) {
        for (int w = event.old_bound; w <= v; ++w)
          if (!visit_watches(2 * (first + w))) return false;
      } else {
        for (int w = v; w < event.old_bound; ++w)
          if (!visit_watches(2 * (first + w) + 1)) return false;
      }
    }
    if (resources_stale_) {
      resources_stale_ = false;
      if (!push_resources()) return false;
    } else if (rule_ && rule_stale_) {
      rule_stale_ = false;
      if (!rule_->push(*this)) return false;
    } else {
      return true;
    }
  }
}

bool Core::force(Literal a, std::span<const Literal> because) {
  return is_true(a) || set(a, note(because));
}

bool Core::refuse(std::span<const Literal> because) {
  conflict_.assign(because.begin(), because.end());
  return false;
}

// ---- resources: the time table of compulsory parts --------------------------------------------

bool Core::build_profile() {
  const int words = project_->words();
  const Packed& capacity = project_->capacity();
  for (std::size_t t = 0; t < profile_.size(); t += 2) {
    profile_[t] = capacity[0];
    profile_[t + 1] = capacity[1];
  }
  for (const int i : consumers_) {
    const Packed& demand = project_->demand(i);
    for (int t = high_[nth(i)]; t < low_[nth(i)] + project_->duration(i); ++t)
      for (int w = 0; w < words; ++w) {
        auto& slot = profile_[nth(2 * t + w)];
        slot -= demand[nth(w)];
        if ((slot & kTopBits) == kTopBits) continue;
        int r = 4 * w;
        for (std::uint64_t top = 0x8000; slot & top; top <<= 16) ++r;
        explain_slot(t, r, project_->capacity(r), -1);
        conflict_ = because_;
        return false;
      }
  }
  return true;
}

void Core::explain_slot(int t, int r, int spare, int except) {
  because_.clear();
  scratch_.clear();
  int sum = 0;
  for (const int k : consumers_) {
    if (k == except || project_->demand(k, r) == 0) continue;
    if (high_[nth(k)] <= t && t < low_[nth(k)] + project_->duration(k)) {
      scratch_.push_back(k);
      sum += project_->demand(k, r);
    }
  }
  for (const int k : scratch_) {
    if (sum - project_->demand(k, r) > spare) {
      sum -= project_->demand(k, r);
      continue;
    }
    for (const Literal a : {at_most(k, t), at_least(k, t - project_->duration(k) + 1)})
      if (a != kAlways) because_.push_back(a);
  }
}

// Moves the bounds of one activity past slots that have no room for it.
bool Core::push_one(int i) {
  const Packed& demand = project_->demand(i);
  const int duration = project_->duration(i);
  const auto refusing = [&](int t) {  // the resource that is short at slot t, or -1
    for (int w = 0; w < project_->words(); ++w) {
      const std::uint64_t left = profile_[nth(2 * t + w)] - demand[nth(w)];
      if ((left & kTopBits) == kTopBits) continue;
      int r = 4 * w;
      for (std::uint64_t top = 0x8000; left & top; top <<= 16) ++r;
      return r;
    }
    return -1;
  };
  for (bool again = true; again;) {
    again = false;
    const int low = low_[nth(i)];
    for (int t = std::min(low + duration, high_[nth(i)]) - 1; t >= low; --t) {
      const int r = refusing(t);
      if (r < 0) continue;
      explain_slot(t, r, project_->capacity(r) - project_->demand(i, r), i);
      if (const Literal a = at_least(i, t - duration + 1); a != kAlways) because_.push_back(a);
      if (!set(at_least(i, t + 1), note(because_))) return false;
      again = true;
      break;
    }
  }
  for (bool again = true; again;) {
    again = false;
    const int high = high_[nth(i)];
    for (int t = std::max(low_[nth(i)] + duration, high); t < high + duration; ++t) {
      const int r = refusing(t);
      if (r < 0) continue;
      explain_slot(t, r, project_->capacity(r) - project_->demand(i, r), i);
      if (const Literal a = at_most(i, t); a != kAlways) because_.push_back(a);
      if (!set(at_most(i, t - duration), note(because_))) return false;
      again = true;
      break;
    }
  }
  return true;
}

bool Core::push_resources() {
  if (!build_profile()) return false;
  for (const int i : consumers_)
    if (low_[nth(i)] < high_[nth(i)] && !push_one(i)) return false;
  return true;
}

// ---- conflicts ---------------------------------------------------------------------------------

void Core::need(Literal a) {
  if (a < 0) return;
  const int event = event_of_[nth(a >> 1)];
  const int on = trail_[nth(event)].level;
  if (on == 0) return;
  auto& needed = needed_[nth(event)];
  if (needed == kAlways) {
    needed = a;
    bump(a >> 1);
    if (on == level())
      ++needed_now_;
    else
      lower_events_.push_back(event);
  } else if (a & 1 ? value(a) > value(needed) : value(a) < value(needed)) {
    needed = a;
  }
}

// Whether what an event is needed for follows from what else is needed.
bool Core::implied(int event) {
  const Literal asked = needed_[nth(event)];
  if (trail_[nth(event)].reason.why == Why::decision) return false;
  because_.clear();
  explain(asked, trail_[nth(event)], because_);
  return std::all_of(because_.begin(), because_.end(), [&](Literal a) {
    if (a < 0) return true;
    const int other = event_of_[nth(a >> 1)];
    if (trail_[nth(other)].level == 0) return true;
    const Literal needed = needed_[nth(other)];
    if (needed == kAlways || other == event) return false;
    return a & 1 ? value(needed) >= value(a) : value(needed) <= value(a);
  });
}

bool Core::resolve() {
  ++conflicts_;
  // The conflict may lie wholly below this level (a bound noticed late): go down to its highest.
  int highest = 0;
  for (const Literal a : conflict_)
    if (a >= 0) highest = std::max(highest, trail_[nth(event_of_[nth(a >> 1)])].level);
  if (highest == 0) return false;
  if (highest < level()) back_to(highest);

  needed_.assign(trail_.size(), kAlways);
  lower_events_.clear();
  needed_now_ = 0;
  for (const Literal a : conflict_) need(a);
  auto event = static_cast<int>(trail_.size()) - 1;
  for (;; --event) {
    const Literal a = needed_[nth(event)];
    if (a == kAlways || trail_[nth(event)].level != level()) continue;
    if (needed_now_ == 1) break;
    --needed_now_;
    because_.clear();
    explain(a, trail_[nth(event)], because_);
    needed_[nth(event)] = kAlways;
    for (const Literal b : because_) need(b);
  }
  learn_.assign(1, negation(needed_[nth(event)]));
  // First what follows from the reasons of the others (their antecedents are earlier, so nothing
  // goes in a circle), then the weaker of two bounds on the same side of a start.
  lower_events_.erase(std::remove_if(lower_events_.begin(), lower_events_.end(),
                                     [&](int lower) { return implied(lower); }),
                      lower_events_.end());
  const auto side = [&](Literal a) { return nth(2 * variable(a) + (a & 1)); };
  for (const int lower : lower_events_) strongest_[side(needed_[nth(lower)])] = kAlways;
  strongest_[side(needed_[nth(event)])] = needed_[nth(event)];
  for (const int lower : lower_events_) {
    const Literal a = needed_[nth(lower)];
    auto& strongest = strongest_[side(a)];
    if (strongest == kAlways || (a & 1 ? value(a) > value(strongest) : value(a) < value(strongest)))
      strongest = a;
  }
  int back = 0;
  std::size_t second = 0;
  int glue = 1;
  for (const int lower : lower_events_) {
    if (strongest_[side(needed_[nth(lower)])] != needed_[nth(lower)]) continue;
    learn_.push_back(negation(needed_[nth(lower)]));
    ++glue;
    if (trail_[nth(lower)].level > back) {
      back = trail_[nth(lower)].level;
      second = learn_.size() - 1;
    }
  }
  if (second > 0) std::swap(learn_[1], learn_[second]);
  back_to(back);
  if (learn_.size() == 1) {
    if (!set(learn_[0], {})) return false;
  } else {
    const int clause = add_clause(learn_, glue);
    set(learn_[0], {Why::clause, clause, 0, 0});
  }
  increment_ += increment_ >> 4;
  if (increment_ > kActivityLimit) {
    for (auto& activity : activity_) activity >>= 40;
    increment_ >>= 40;
  }
  return true;
}

int Core::add_clause(std::span<const Literal> literals, int glue) {
  const int clause = static_cast<int>(clauses_.size());
  clauses_.push_back(static_cast<int>(literals.size()));
  clauses_.push_back(glue);
  clauses_.insert(clauses_.end(), literals.begin(), literals.end());
  watches_[nth(literals[0])].push_back({clause, literals[1]});
  watches_[nth(literals[1])].push_back({clause, literals[0]});
  ++learned_;
  return clause;
}

// Keeps short clauses and the newer half of the others. Requires: level 0.
void Core::forget() {
  if (learned_ < most_learned_) return;
  std::vector<int> kept;
  std::vector<int> starts;
  for (std::size_t c = 0; c < clauses_.size(); c += nth(clauses_[c]) + 2)
    starts.push_back(static_cast<int>(c));
  for (auto& list : watches_) list.clear();
  learned_ = 0;
  for (std::size_t k = 0; k < starts.size(); ++k) {
    const int* clause = clauses_.data() + starts[k];
    if (clause[1] > 4 && k < starts.size() / 2) continue;
    bool satisfied = false;
    int open[2] = {-1, -1};
    for (int m = 0; m < clause[0] && !satisfied; ++m) {
      const Literal a = clause[2 + m];
      satisfied = is_true(a);
      if (!is_false(a)) (open[0] < 0 ? open[0] : open[1]) = m;
    }
    if (satisfied) continue;
    const int place = static_cast<int>(kept.size());
    kept.insert(kept.end(), clause, clause + clause[0] + 2);
    int* const literals = kept.data() + place + 2;
    // Everything is propagated: two literals at least are open.
    std::swap(literals[0], literals[open[0]]);
    std::swap(literals[1], literals[open[1]]);
    watches_[nth(literals[0])].push_back({place, literals[1]});
    watches_[nth(literals[1])].push_back({place, literals[0]});
    ++learned_;
  }
  clauses_ = std::move(kept);
  most_learned_ = std::max(most_learned_, learned_ + 2000);
}

void Core::back_to(int target) {
  if (target >= level()) return;
  const std::size_t begin = level_begin_[nth(target)];
  while (trail_.size() > begin) {
    const Event& event = trail_.back();
    const int i = variable(event.literal);
    const int atom = event.literal >> 1;
    phase_[nth(atom)] = (event.literal & 1) == 0;
    if (event.literal & 1) {
      low_[nth(i)] = event.old_bound;
    } else {
      high_[nth(i)] = event.old_bound;
    }
    // Atoms that were bumped go back among the candidates.
    const int first = first_atom_[nth(i)] - first_low_[nth(i)];
    const int v = value(event.literal);
    if (event.literal & 1) {
      for (int w = event.old_bound; w <= v; ++w)
        if (activity_[nth(first + w)] > 0) heap_add(first + w);
    } else {
      for (int w = v; w < event.old_bound; ++w)
        if (activity_[nth(first + w)] > 0) heap_add(first + w);
    }
    trail_.pop_back();
  }
  notes_.resize(level_notes_[nth(target)]);
  level_begin_.resize(nth(target));
  level_notes_.resize(nth(target));
  next_ = std::min(next_, trail_.size());
  resources_stale_ = true;
  rule_stale_ = true;
}

// ---- decisions ---------------------------------------------------------------------------------

void Core::heap_up(int place) {
  const int atom = heap_[nth(place)];
  while (place > 0) {
    const int parent = (place - 1) / 2;
    if (activity_[nth(heap_[nth(parent)])] >= activity_[nth(atom)]) break;
    heap_[nth(place)] = heap_[nth(parent)];
    heap_place_[nth(heap_[nth(place)])] = place;
    place = parent;
  }
  heap_[nth(place)] = atom;
  heap_place_[nth(atom)] = place;
}

void Core::heap_down(int place) {
  const int atom = heap_[nth(place)];
  const int size = static_cast<int>(heap_.size());
  for (;;) {
    int child = 2 * place + 1;
    if (child >= size) break;
    if (child + 1 < size &&
        activity_[nth(heap_[nth(child + 1)])] > activity_[nth(heap_[nth(child)])])
      ++child;
    if (activity_[nth(heap_[nth(child)])] <= activity_[nth(atom)]) break;
    heap_[nth(place)] = heap_[nth(child)];
    heap_place_[nth(heap_[nth(place)])] = place;
    place = child;
  }
  heap_[nth(place)] = atom;
  heap_place_[nth(atom)] = place;
}

void Core::heap_add(int atom) {
  if (heap_place_[nth(atom)] >= 0) return;
  heap_.push_back(atom);
  heap_up(static_cast<int>(heap_.size()) - 1);
}

void Core::bump(int atom) {
  activity_[nth(atom)] += increment_;
  if (heap_place_[nth(atom)] >= 0)
    heap_up(heap_place_[nth(atom)]);
  else
    heap_add(atom);
}

void Core::lean(std::span<const int> values) { lean_.assign(values.begin(), values.end()); }

// The most active open bound, on the side of the schedule leant to; when none is active, the
// activity that can start first starts now.
Literal Core::branch() {
  while (!heap_.empty()) {
    const int atom = heap_[0];
    const int last = heap_.back();
    heap_.pop_back();
    heap_place_[nth(atom)] = -1;
    if (!heap_.empty()) {
      heap_[0] = last;
      heap_place_[nth(last)] = 0;
      heap_down(0);
    }
    const Literal a = 2 * atom;
    if (is_true(a) || is_false(a)) continue;
    const bool below = lean_.empty() ? phase_[nth(atom)] != 0 : lean_[nth(variable(a))] <= value(a);
    return below ? a : a + 1;
  }
  int best = -1;
  for (int i = 0; i < project_->size(); ++i) {
    if (low_[nth(i)] == high_[nth(i)]) continue;
    if (best < 0 || low_[nth(i)] < low_[nth(best)] ||
        (low_[nth(i)] == low_[nth(best)] && high_[nth(i)] < high_[nth(best)]))
      best = i;
  }
  if (best >= 0) return at_most(best, low_[nth(best)]);
  for (int i = project_->size(); i < static_cast<int>(low_.size()); ++i)
    if (low_[nth(i)] < high_[nth(i)]) return at_least(i, high_[nth(i)]);
  return kAlways;
}

void Core::decide(Literal a) {
  level_begin_.push_back(trail_.size());
  level_notes_.push_back(notes_.size());
  set(a, {});
}

void Core::limit(int latest) {
  back_to(0);
  const Literal a = at_most(project_->sink(), latest);
  if (is_false(a) || !set(a, {}) || !propagate()) impossible_ = true;
  take_root();
}

void Core::take_root() {
  root_low_ = low_;
  root_high_ = high_;
}

Verdict Core::search(std::span<const Literal> assumptions, std::int64_t conflicts,
                     const std::function<bool()>& stop) {
  const std::int64_t last = conflicts_ + conflicts;
  std::int64_t restart = 0;
  std::int64_t next_restart = conflicts_ + kRestart;
  back_to(0);
  if (impossible_) return Verdict::impossible;
  for (;;) {
    if (!propagate()) {
      if (!resolve()) {
        impossible_ = true;
        back_to(0);
        return Verdict::impossible;
      }
      if ((conflicts_ & 63) == 0 && stop && stop()) conflicts = 0;
      if (conflicts == 0 || conflicts_ >= last) {
        back_to(0);
        return Verdict::gave_up;
      }
      continue;
    }
    if (level() == 0) {
      take_root();
      notes_.clear();
      forget();
    }
    if (conflicts_ >= next_restart && level() > 0) {
      next_restart = conflicts_ + kRestart * luby(++restart);
      back_to(0);
      continue;
    }
    Literal next = kAlways;
    if (level() < static_cast<int>(assumptions.size())) {
      const Literal a = assumptions[nth(level())];
      if (is_false(a)) {
        back_to(0);
        return Verdict::impossible;
      }
      // A level of its own even when it is true already, so that level and assumption match.
      decide(a);
      continue;
    }
    next = branch();
    if (next == kAlways) {
      solution_ = low_;
      back_to(0);
      return Verdict::found;
    }
    if ((++decisions_ & 255) == 0 && stop && stop()) {
      back_to(0);
      return Verdict::gave_up;
    }
    decide(next);
  }
}

}  // namespace tandem::schedule::rcpsp
