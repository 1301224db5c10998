#include "ui/desktop/font_files.hpp"

#include <fontconfig/fontconfig.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "ui/desktop/window.hpp"

namespace tandem::desktop {
namespace {

struct PatternDeleter {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternDeleter>;

struct CharSetDeleter {
  void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
};
using CharSet = std::unique_ptr<FcCharSet, CharSetDeleter>;

const FcChar8* words(const char* text) { return reinterpret_cast<const FcChar8*>(text); }

Pattern match(const char* family, int weight, const FcCharSet* characters) {
  const Pattern wanted(FcPatternCreate());
  FcPatternAddString(wanted.get(), FC_FAMILY, words(family));
  FcPatternAddInteger(wanted.get(), FC_WEIGHT, weight);
  FcPatternAddInteger(wanted.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(wanted.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(wanted.get(), FC_VARIABLE,
                   FcFalse);  // ImGui draws a variable font's default only
  if (characters) FcPatternAddCharSet(wanted.get(), FC_CHARSET, characters);
  FcConfigSubstitute(nullptr, wanted.get(), FcMatchPattern);
  FcDefaultSubstitute(wanted.get());
  FcResult result{};
  return Pattern(FcFontMatch(nullptr, wanted.get(), &result));
}

std::string file_of(const Pattern& pattern) {
  FcChar8* file = nullptr;
  if (!pattern || FcPatternGetString(pattern.get(), FC_FILE, 0, &file) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(file);
}

bool has(const Pattern& pattern, char32_t character) {
  FcCharSet* set = nullptr;
  return pattern && FcPatternGetCharSet(pattern.get(), FC_CHARSET, 0, &set) == FcResultMatch &&
         FcCharSetHasChar(set, character) == FcTrue;
}

ui::FontFiles::Bytes bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

ui::FontFiles find_fonts(const ui::Characters& characters) {
  const Pattern regular = match("Inter", FC_WEIGHT_REGULAR, nullptr);
  const Pattern semibold = match("Inter", FC_WEIGHT_SEMIBOLD, nullptr);
  ui::FontFiles files;
  files.regular = bytes(file_of(regular));
  files.semibold = bytes(file_of(semibold));
  if (files.regular.empty() || files.semibold.empty()) {
    throw WindowError("No font was found. Install the package fonts-inter.");
  }
  std::vector<Pattern> others;
  for (const char32_t c : characters.added()) {
    bool covered = has(regular, c);
    for (const Pattern& other : others) covered = covered || has(other, c);
    if (covered) continue;
    const CharSet wanted(FcCharSetCreate());
    FcCharSetAddChar(wanted.get(), c);
    Pattern found = match("Noto Sans", FC_WEIGHT_REGULAR, wanted.get());
    if (!has(found, c)) continue;  // no font of this computer has it
    files.fallbacks.push_back(bytes(file_of(found)));
    others.push_back(std::move(found));
  }
  return files;
}

}  // namespace tandem::desktop
