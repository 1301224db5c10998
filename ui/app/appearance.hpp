// How this person likes the program to look: kept on this computer beside their other settings,
// never in the workspace, which others open too. A file that is missing or spoilt means the
// defaults. Knows no screen.
#pragma once

#include <filesystem>

#include "planner/base/result.hpp"

namespace tandem::app {

struct Appearance {
  bool dark{};
  float scale{1};  // times the monitor's; 0.8 to 2

  bool operator==(const Appearance&) const = default;
};

inline constexpr float kSmallestScale = 0.8F;
inline constexpr float kLargestScale = 2;

// $XDG_CONFIG_HOME/tandem/appearance, else ~/.config/tandem/appearance; empty when there is no
// home.
std::filesystem::path appearance_file();

Appearance load_appearance(const std::filesystem::path& file);
// Errors: storage.
Result<void> save_appearance(const Appearance& appearance, const std::filesystem::path& file);

}  // namespace tandem::app
