// The colours of printed documents: those of the window's light theme, on white paper. Leader and
// manager hues are for the L, M and B chips alone. Used by the PDF and HTML printers.
#pragma once

#include <cstdint>

namespace tandem::print {

// 0xRRGGBB
using Ink = std::uint32_t;

inline constexpr Ink kPaper = 0xFFFFFF;
inline constexpr Ink kSunken = 0xF3F3F0;
inline constexpr Ink kLine = 0xE5E5E0;
inline constexpr Ink kLineStrong = 0x8B8B92;
inline constexpr Ink kText = 0x1B1B1F;
inline constexpr Ink kMuted = 0x5E5E68;
inline constexpr Ink kLeader = 0xB4480B;
inline constexpr Ink kLeaderSoft = 0xFBE8DA;
inline constexpr Ink kManager = 0x0B6E86;
inline constexpr Ink kManagerSoft = 0xD9EEF3;

}  // namespace tandem::print
