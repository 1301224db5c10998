#pragma once

// From a count to an index. A problem numbers its sessions, rooms and slots with int, as formulas
// do, so that a difference may be negative; containers want size_t.

#include <cstddef>

namespace tandem {

// Requires i >= 0.
constexpr std::size_t nth(int i) { return static_cast<std::size_t>(i); }

}  // namespace tandem
