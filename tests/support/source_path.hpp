// Where the sources of this build lie: samples, golden files and scripts are read from there. The
// path is compiled into source_path.cpp alone, so that no other object depends on the checkout's
// place.
#pragma once

#include <filesystem>
#include <string_view>

namespace tandem::test {

// source_path("samples/starter")
std::filesystem::path source_path(std::string_view below);

}  // namespace tandem::test
