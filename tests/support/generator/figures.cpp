// What was made, in numbers.
#include <algorithm>
#include <map>
#include <set>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {
namespace {

// As the engine counts: a pair for each two sessions that somebody sits in both of for one cohort.
void add_cost(const World& world, GeneratorFigures& found) {
  std::map<std::pair<int, int>, std::vector<const Session*>> groups;  // cohort, module
  std::vector<Day> last(world.cohorts.size(), world.horizon.first());
  for (const Session& session : world.sessions) {
    for (int c : session.cohorts) {
      groups[{c, session.module}].push_back(&session);
      at(last, c) = std::max(at(last, c), session.last_date());
    }
  }
  for (Day day : last) found.finish += day - world.horizon.first();
  std::set<std::pair<const Session*, const Session*>> counted;
  for (const auto& [key, sessions] : groups) {
    for (const Need& need : at(world.modules, key.second).needs) {
      const auto before = groups.find({key.first, need.module});
      if (need.ideal == kNone || before == groups.end()) continue;
      for (const Session* session : sessions) {
        for (const Session* earlier : before->second) {
          const bool shared = std::any_of(session->seats.begin(), session->seats.end(),
                                          [&](int who) { return contains(earlier->seats, who); });
          if (!shared || !counted.insert({earlier, session}).second) continue;
          const long off = session->first_date() - earlier->last_date() - need.ideal;
          found.spacing += off * off;
        }
      }
    }
  }
}

}  // namespace

GeneratorFigures figures(const World& world) {
  GeneratorFigures found;
  found.cohorts = count(world.cohorts);
  found.people = count(world.people);
  found.sessions = count(world.sessions);
  found.dropped = world.dropped;
  for (const Session& session : world.sessions) {
    found.meetings += count(session.meetings);
    found.seats += count(session.seats);
  }
  add_cost(world, found);
  long used = 0, offered = 0;
  for (const Facilitator& facilitator : world.facilitators) {
    for (int week = 0; week < world.horizon.weeks(); ++week) {
      const Day monday = world.horizon.first() + week * 7;
      const int slot = slot_from(world.horizon.utc(0, monday, 0));
      const int spent = at(facilitator.minutes, week);
      used += spent;
      const bool works = spent > 0 || !facilitator.free.none(slot, slot + 7 * 48);
      if (works) offered += facilitator.max_minutes_week;
    }
  }
  found.utilisation = offered == 0 ? 0 : static_cast<int>(used * 100 / offered);
  return found;
}

}  // namespace tandem::test::generator
