// Spoils a Program at random, one small change at a time, as a planner's slip or a late fact would:
// a meeting moved, a lead gone, a holiday added, a limit lowered. Two judges that read one rule
// differently then disagree. The same seed gives the same changes.
#pragma once

#include <string>

#include "planner/base/random.hpp"
#include "tests/support/draft.hpp"

namespace tandem::test {

// Returns: what was done, for the message of a test that fails; "" when it found nothing to change.
std::string spoil(Draft& draft, Rng& rng);

}  // namespace tandem::test
