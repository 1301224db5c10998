#pragma once

// Files kept in the repository to compare with: what a person read once and found right.

#include <string>
#include <string_view>

namespace tandem::test {

// The bytes of tests/golden/NAME. With UPDATE_GOLDEN set in the environment they are `bytes`, from
// now on; read the difference before it is committed.
std::string golden(const std::string& name, std::string_view bytes);

}  // namespace tandem::test
