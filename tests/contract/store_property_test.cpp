// The store contract over random rows and changes of every table: the store in a file and the store
// in memory cannot be told apart, and neither forgets anything.
#include <rapidcheck.h>

#include "tests/support/catch.hpp"
#include "tests/support/random_rows.hpp"
#include "tests/support/store_world.hpp"

using namespace tandem;
using namespace tandem::test;

TEST_CASE("random change lists leave the same in a file as in memory, and undo takes them all back",
          "[store]") {
  const bool held = rc::check([] {
    Rng rng(*rc::gen::arbitrary<std::uint64_t>());
    CountingIds ids(1);
    const Program first = random_program(rng, ids, *rc::gen::inRange(0, 150));
    MemoryHarness memory(first);
    SqliteHarness sqlite(first);
    Program now = first;
    const auto changes = static_cast<Revision>(*rc::gen::inRange(1, 8));
    for (Revision r = 1; r <= changes; ++r) {
      const ChangeSet change = random_changes(rng, now, ids, rng.between(1, 30));
      now = replay(now, change);
      const TxInfo info = tx("change " + std::to_string(r));
      RC_ASSERT(saved(sqlite.store().save(change, info, r)) ==
                saved(memory.store().save(change, info, r)));
    }
    sqlite.restart();
    RC_ASSERT(loaded(sqlite.store()).program == now);
    RC_ASSERT(loaded(memory.store()).program == now);
    for (Revision r = 1; r <= changes; ++r)
      RC_ASSERT(sqlite.store().changes_of(r + 1).value() ==
                memory.store().changes_of(r + 1).value());

    for (Revision r = changes; r >= 1; --r) {
      TxInfo info = tx("undo " + std::to_string(r));
      info.undoes = r + 1;
      const ChangeSet undo = inverse(sqlite.store().changes_of(r + 1).value());
      const Revision head = sqlite.store().head().value();
      saved(sqlite.store().save(undo, info, head));
      saved(memory.store().save(undo, info, head));
    }
    RC_ASSERT(loaded(sqlite.store()).program == first);
    RC_ASSERT(loaded(memory.store()).program == first);
    const StoreCheck check = sqlite.store().check().value();
    RC_ASSERT(check.log == "ok");
    RC_ASSERT(check.problems == Errors{});
    RC_ASSERT(memory.store().check().value().problems == Errors{});
  });
  REQUIRE(held);
}
