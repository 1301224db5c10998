// The eight fonts of the design and the characters they carry. Built once for a scale, rebuilt
// between frames when the scale changes or the open document brings characters not yet declared.
// Takes font files as bytes, so that a test or another system can bring its own; finding them is
// the window's business (ui/desktop).
#pragma once

#include <imgui.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::ui {

// A style of text: a font size, its weight and the height of its line.
enum class Type : std::uint8_t {
  title,         // 24 semibold, line 32
  section,       // 18 semibold, line 24
  body,          // 15, line 20
  body_strong,   // 15 semibold, line 20
  small,         // 13, line 18
  small_strong,  // 13 semibold, line 18
  micro,         // 11 semibold, line 14
  quote,         // 18 regular, line 24: a person's own words only
};
inline constexpr int kTypes = static_cast<int>(Type::quote) + 1;

struct FontFiles {
  using Bytes = std::vector<unsigned char>;
  Bytes regular;
  Bytes semibold;
  std::vector<Bytes> fallbacks;  // asked in turn for characters the two above lack
};

// Every character the fonts are asked to carry: a fixed set (Latin with both extensions, Greek,
// Cyrillic, punctuation, arrows, geometric shapes) and those met in the open document.
class Characters {
 public:
  Characters();
  // Adds the characters of a UTF-8 text. Returns: true when one of them was new.
  bool add(std::string_view utf8);
  // Pairs of first and last character, ended by 0, as ImGui wants them. Above U+FFFF nothing fits.
  std::vector<ImWchar> ranges() const;
  // Those added on top of the fixed set.
  const std::set<char32_t>& added() const { return added_; }

 private:
  std::set<char32_t> added_;
};

// Fills the atlas of the current ImGui context, with FreeType. Sizes are the design's times
// `scale`, each rounded. A font size means the em, as in the design, not ImGui's ascent plus
// descent. Requires: between frames. Cost: about a third of a second for the fixed set in a release
// build.
void build_fonts(const FontFiles& files, const Characters& characters, float scale);

ImFont* font(Type type);
float line_height(Type type);
// From the top of the line to the baseline, in pixels.
float baseline(Type type);

}  // namespace tandem::ui
