// How often this program has asked for memory with `new`. Dear ImGui asks otherwise (malloc), so
// what is counted is ours and the standard library's on our behalf.
#pragma once

#include <cstdint>

namespace tandem::test {

std::uint64_t allocations();  // on this thread, since it began

}  // namespace tandem::test
