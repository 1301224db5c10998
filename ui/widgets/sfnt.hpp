// Two small things ImGui does not do with a font file: let a size mean the em, and take the
// advances the font's author gave. Used by fonts.cpp only; knows nothing but bytes and FreeType.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace tandem::ui {

// ImGui asks FreeType for ascent + descent = size, in whole pixels, so Inter "at 15" has an em
// of 12.4. Returns: the file with ascent and descent rewritten to add up to one em (the share of
// the ascent puts capitals in the middle of ImGui's own input fields). Unreadable files come back
// unchanged.
std::vector<unsigned char> with_em_metrics(std::vector<unsigned char> file);

// Advance widths of one font at one em size, rounded to whole pixels (ImGui always rounds up, which
// sets text about 4 % too wide).
class Advances {
 public:
  Advances(const std::vector<unsigned char>& file, float em);
  ~Advances();
  Advances(Advances&&) noexcept;
  Advances& operator=(Advances&&) = delete;
  // Returns: the width in pixels, or a negative number when the font has no such character.
  float operator()(char32_t character) const;

 private:
  struct Face;
  std::unique_ptr<Face> face_;
  float em_;
};

}  // namespace tandem::ui
