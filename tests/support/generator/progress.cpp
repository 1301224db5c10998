// How far a plan has come on the day the workspace is looked at: what is delivered, published or
// pinned stands in the folder, the rest is left to whoever plans it.
#include <set>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {

void settle(World& world) {
  constexpr int kPublishedDays = 21;
  world.as_of = world.horizon.first() + world.size.as_of_week * 7;
  std::set<std::pair<int, int>> begun;  // cohort, module: its groups belong together
  for (Session& session : world.sessions) {
    const Day first = session.meetings.empty() ? session.due_from : session.first_date();
    if (session.last_date() < world.as_of) {
      session.status = "delivered";
    } else if (world.size.as_of_week > 0 && first < world.as_of + kPublishedDays) {
      session.status = "published";
    } else {
      session.pinned = world.dice.chance(world.size.pinned);
    }
    session.stands = session.pinned || session.status != "planned";
    const bool joint = session.cohorts.size() > 1;
    if (session.stands || joint) begun.insert({session.cohorts.front(), session.module});
  }
  for (Session& session : world.sessions) {
    session.named = begun.count({session.cohorts.front(), session.module}) > 0;
  }
}

}  // namespace tandem::test::generator
