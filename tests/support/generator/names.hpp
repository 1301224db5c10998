#pragma once

// Invented people: mixed origins, accents, apostrophes, particles and one-word names. The n-th name
// is always the same and no two are alike.

#include <string>

namespace tandem::test::generator {

struct Name {
  std::string full, sort_as, email;
};

Name invented_name(int n);

}  // namespace tandem::test::generator
