#include "tests/bench/conflicts.hpp"

#include <algorithm>
#include <functional>

#include "db/exchange/folder.hpp"
#include "planner/base/random.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/day_domains.hpp"
#include "tests/support/generator.hpp"

namespace tandem::bench {
namespace {

using namespace schedule;

std::size_t at(int i) { return static_cast<std::size_t>(i); }

// Dates a fact is to close, both inclusive; `first` and `last` say that no day lies beyond.
struct Stretch {
  Date from;
  Date to;
  bool first{};
  bool last{};
  bool one_day{};
};

class Planter {
 public:
  Planter(Program program, std::uint64_t seed) : program_(std::move(program)), rng_(seed) {}

  std::optional<Planted> run() {
    const int wanted = rng_.between(2, 6);
    for (int tries = 0; tries < 40; ++tries) {
      const auto compiled = compile(program_, {});
      if (!compiled) return {};
      const int s = pick(**compiled);
      if (s == kNone) continue;
      const Problem& problem = (*compiled)->problem;
      const auto days =
          day_domains(problem, day_windows(problem), open_chain(problem, s, Towards::before));
      if (std::ssize(days.front()) < 3 * wanted) continue;
      const Program before = program_;
      const Group group = (*compiled)->groups[at(s)];
      plant(**compiled, s, days.front(), wanted);
      if (closed(group.code)) return Planted{program_, group.code, wanted};
      program_ = before;
      next_id_ = kFirstId;
    }
    return {};
  }

 private:
  static constexpr RawId kFirstId = RawId{1} << 40;

  // A live session of one meeting with people in it, whose date is open.
  int pick(const Compiled& compiled) {
    const int s = static_cast<int>(rng_.below(static_cast<std::uint32_t>(compiled.groups.size())));
    const auto& session = compiled.problem.sessions[at(s)];
    const Group& group = compiled.groups[at(s)];
    return session.fixed || session.item || session.published || session.meetings.size() != 1 ||
                   group.people.size() < 3 || group.cohorts.size() != 1
               ? kNone
               : s;
  }

  bool closed(const std::string& code) const {
    const auto compiled = compile(program_, {});
    if (!compiled) return false;
    const auto& groups = (*compiled)->groups;
    const auto it =
        std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.code == code; });
    if (it == groups.end()) return false;
    const Problem& problem = (*compiled)->problem;
    return day_domains(problem, day_windows(problem),
                       open_chain(problem, static_cast<int>(it - groups.begin()), Towards::before))
        .front()
        .empty();
  }

  template <class T>
  void put(T row) {
    if (!row.id) row.id = Id<T>{++next_id_};
    table(program_, Tag<T>{}).put(std::move(row));
  }
  template <class T, class Change>
  void change(Id<T> id, Change edit) {
    T row = *find(program_, id);
    edit(row);
    put(std::move(row));
  }

  void plant(const Compiled& compiled, int s, const std::vector<int>& days, int wanted) {
    people_ = compiled.groups[at(s)].people;
    used_lead_ = used_room_ = false;
    // Cuts in random places, so that each part has a day.
    std::vector<int> cuts;
    while (std::ssize(cuts) < wanted - 1) {
      const int cut = rng_.between(1, static_cast<int>(days.size()) - 1);
      if (std::find(cuts.begin(), cuts.end(), cut) == cuts.end()) cuts.push_back(cut);
    }
    cuts.push_back(0);
    cuts.push_back(static_cast<int>(days.size()));
    std::sort(cuts.begin(), cuts.end());
    for (std::size_t p = 0; p + 1 < cuts.size(); ++p) {
      const int from = days[at(cuts[p])];
      const int to = days[at(cuts[p + 1] - 1)];
      close(compiled, s,
            {compiled.grid.date(from), compiled.grid.date(to), p == 0, p + 2 == cuts.size(),
             from == to});
    }
  }

  void close(const Compiled& compiled, int s, const Stretch& part) {
    const Group& group = compiled.groups[at(s)];
    std::vector<std::function<bool()>> ways{
        [&] { return person_absent(part); },
        [&] { return person_absent(part); },
        [&] { return lead_absent(compiled, s, part); },
        [&] { return room_closed(compiled, s, part); },
        [&] { return blacked_out(BlackoutScope::cohort, group.cohorts.front().value, part); },
        [&] { return blacked_out(BlackoutScope::unit, people_.front()->unit.value, part); },
        [&] { return light_weeks(compiled, group, part); }};
    if (part.one_day) ways.push_back([&] { return holiday(compiled, group, part); });
    if (part.first) {
      ways.push_back([&] { return own_date(group, true, part); });
      ways.push_back([&] { return spaced(compiled, s, true, part); });
      ways.push_back([&] { return spaced(compiled, s, true, part); });
    }
    if (part.last) {
      ways.push_back([&] { return own_date(group, false, part); });
      ways.push_back([&] { return deadline(group, part); });
      ways.push_back([&] { return spaced(compiled, s, false, part); });
    }
    while (!ways[rng_.below(static_cast<std::uint32_t>(ways.size()))]()) {
    }
  }

  void absent(AbsenceKind kind, RawId who, const Stretch& part) {
    Absence row;
    row.kind = kind;
    row.code = {who};
    row.from = part.from;
    row.to = part.to;
    put(row);
  }

  bool person_absent(const Stretch& part) {
    if (people_.empty()) return blacked_out(BlackoutScope::all, 0, part);
    const auto i = rng_.below(static_cast<std::uint32_t>(people_.size()));
    absent(AbsenceKind::person, people_[i]->id.value, part);
    people_.erase(people_.begin() + i);
    return true;
  }

  // The only lead: whoever else may lead it is made a shadow.
  bool lead_absent(const Compiled& compiled, int s, const Stretch& part) {
    const auto& session = compiled.problem.sessions[at(s)];
    if (used_lead_ || session.leads != 1 || session.cofacilitators > 0) return false;
    const auto lead = std::find_if(session.staff.begin(), session.staff.end(),
                                   [](const auto& c) { return c.leads; });
    if (lead == session.staff.end()) return false;
    const Facilitator& f = *compiled.facilitators[at(lead->who)];
    std::vector<Qualification> others;
    for (const Qualification& q : program_.qualifications)
      if (q.module == compiled.groups[at(s)].module->id && q.facilitator != f.id)
        others.push_back(q);
    for (Qualification& q : others) {
      q.level = QualificationLevel::shadow;
      put(q);
    }
    absent(AbsenceKind::facilitator, f.id.value, part);
    return used_lead_ = true;
  }

  // All rooms but one are too small.
  bool room_closed(const Compiled& compiled, int s, const Stretch& part) {
    const auto& session = compiled.problem.sessions[at(s)];
    if (used_room_ || !session.needs_room || session.rooms.size() != 1) return false;
    absent(AbsenceKind::room, compiled.rooms[at(session.rooms.front().who)]->id.value, part);
    return used_room_ = true;
  }

  bool blacked_out(BlackoutScope scope, RawId code, const Stretch& part) {
    Blackout row;
    row.scope = scope;
    if (code != 0) row.code = {code};
    row.from = part.from;
    row.to = part.to;
    row.name = "planted";
    put(row);
    return true;
  }

  bool holiday(const Compiled& compiled, const Group& group, const Stretch& part) {
    const auto site = compiled.program.cohorts.at(group.cohorts.front()).site;
    for (const Holiday& row : program_.holidays)
      if (row.site == site && row.date == part.from) return false;
    Holiday row;
    row.site = site;
    row.date = part.from;
    row.name = "planted";
    put(row);
    return true;
  }

  // Somebody's lighter weeks under a limit that the session only just keeps in a full one.
  bool light_weeks(const Compiled& compiled, const Group& group, const Stretch& part) {
    const Cohort& cohort = compiled.program.cohorts.at(group.cohorts.front());
    const int minutes = group.form.meeting_minutes.front();
    if (cohort.max_minutes_week || people_.empty()) return false;
    // Whole weeks count: the neighbouring parts may then be closed twice, which is no harm.
    Season row;
    row.person = people_.back()->id;
    row.from = part.from;
    row.to = part.to;
    row.season = SeasonKind::lighter;
    put(row);
    people_.pop_back();
    change(cohort.id, [&](Cohort& c) {
      c.max_minutes_week = 2 * minutes - 2;
      c.load_window_weeks = 1;
    });
    return true;
  }

  bool own_date(const Group& group, bool first, const Stretch& part) {
    CohortModule row;
    const auto* known = program_.cohort_modules.find_key(join_key(
        {std::to_string(group.cohorts.front().value), std::to_string(group.module->id.value)}));
    if (known) row = *known;
    row.cohort = group.cohorts.front();
    row.module = group.module->id;
    if (first)
      row.not_before = part.to + days{1};
    else
      row.not_after = part.from - days{1};
    put(row);
    return true;
  }

  bool deadline(const Group& group, const Stretch& part) {
    change(group.cohorts.front(), [&](Cohort& c) {
      c.deadline = part.from - days{1};
      c.deadline_rule = Rule::hard;
    });
    return true;
  }

  // Further from, or closer to, a session that has been held.
  bool spaced(const Compiled& compiled, int s, bool first, const Stretch& part) {
    for (const int l : compiled.problem.sessions[at(s)].in) {
      const auto& link = compiled.problem.links[at(l)];
      const auto& before = compiled.problem.sessions[at(link.from)];
      if (!before.fixed || before.held.empty()) continue;
      const Date held = compiled.grid.date(before.held.back().day);
      const auto* row = program_.prerequisites.find_key(
          join_key({std::to_string(compiled.groups[at(s)].module->id.value),
                    std::to_string(compiled.groups[at(link.from)].module->id.value)}));
      if (!row) continue;
      const int days_off = static_cast<int>(first ? (part.to + days{1} - held).count()
                                                  : (part.from - days{1} - held).count());
      if (days_off < 1) continue;
      change(row->id, [&](Prerequisite& p) {
        (first ? p.min_days : p.max_days) = days_off;
        p.ideal_days.reset();
        if (first) p.max_days.reset();
      });
      return true;
    }
    return false;
  }

  Program program_;
  Rng rng_;
  RawId next_id_ = kFirstId;
  std::vector<const Person*> people_;  // of the session, not yet used
  bool used_lead_{};
  bool used_room_{};
};

}  // namespace

std::optional<Planted> plant_conflict(std::uint64_t seed, int cohorts) {
  test::GeneratorSize size;
  size.cohorts = cohorts;
  size.modules = 12;
  size.seed = seed;
  size.as_of_week = seed % 2 == 0 ? 6 : 0;  // every other case has sessions behind it
  const auto program = db::read_folder(db::Folder{test::generate(size).folder});
  if (!program) return {};
  return Planter{*program, seed}.run();
}

}  // namespace tandem::bench
