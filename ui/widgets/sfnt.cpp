#include "ui/widgets/sfnt.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tandem::ui {
namespace {

using Bytes = std::vector<unsigned char>;

std::uint16_t read16(const Bytes& file, std::size_t at) {
  return at + 2 <= file.size() ? static_cast<std::uint16_t>(file[at] << 8 | file[at + 1]) : 0;
}

void write16(Bytes& file, std::size_t at, int value) {
  if (at + 2 > file.size()) return;
  file[at] = static_cast<unsigned char>(value >> 8 & 255);
  file[at + 1] = static_cast<unsigned char>(value & 255);
}

// The place of a table in an OpenType file (OpenType 1.9, "Organization of an OpenType font").
std::optional<std::size_t> table(const Bytes& file, std::string_view tag) {
  const std::size_t count = read16(file, 4);
  for (std::size_t k = 0; k < count; ++k) {
    const std::size_t record = 12 + 16 * k;
    if (record + 16 > file.size()) return std::nullopt;
    if (!std::equal(tag.begin(), tag.end(), file.begin() + static_cast<std::ptrdiff_t>(record))) {
      continue;
    }
    return std::size_t{read16(file, record + 8)} << 16 | read16(file, record + 10);
  }
  return std::nullopt;
}

}  // namespace

Bytes with_em_metrics(Bytes file) {
  const auto head = table(file, "head");
  const auto hhea = table(file, "hhea");
  const auto os2 = table(file, "OS/2");
  if (!head || !hhea) return file;
  const int em = read16(file, *head + 18);
  if (em <= 0) return file;
  const int ascent = em * 87 / 100;
  for (const auto& [at, ok] :
       {std::pair{*hhea + 4, true}, {os2.value_or(0) + 68, os2.has_value()}}) {
    if (!ok) continue;
    write16(file, at, ascent);
    write16(file, at + 2, ascent - em);
    write16(file, at + 4, 0);
  }
  return file;
}

struct Advances::Face {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  ~Face() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
  }
};

Advances::Advances(const Bytes& file, float em) : face_(std::make_unique<Face>()), em_(em) {
  if (FT_Init_FreeType(&face_->library) != 0) return;
  if (FT_New_Memory_Face(face_->library, file.data(), static_cast<FT_Long>(file.size()), 0,
                         &face_->face) != 0) {
    face_->face = nullptr;
  }
}

Advances::~Advances() = default;
Advances::Advances(Advances&&) noexcept = default;

float Advances::operator()(char32_t character) const {
  if (!face_->face) return -1;
  const FT_UInt glyph = FT_Get_Char_Index(face_->face, character);
  if (glyph == 0) return -1;
  FT_Fixed units = 0;
  if (FT_Get_Advance(face_->face, glyph, FT_LOAD_NO_SCALE, &units) != 0) return -1;
  return std::round(static_cast<float>(units) * em_ /
                    static_cast<float>(face_->face->units_per_EM));
}

}  // namespace tandem::ui
