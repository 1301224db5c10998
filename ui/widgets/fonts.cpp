#include "ui/widgets/fonts.hpp"

#include <imgui_freetype.h>

#include <array>
#include <cmath>

#include "ui/widgets/sfnt.hpp"
#include "ui/widgets/utf8.hpp"

namespace tandem::ui {
namespace {

struct Style {
  float size;
  float line;
  bool semibold;
};

constexpr std::array<Style, kTypes> kStyles{{{24, 32, true},
                                             {18, 24, true},
                                             {15, 20, false},
                                             {15, 20, true},
                                             {13, 18, false},
                                             {13, 18, true},
                                             {11, 14, true},
                                             {18, 24, false}}};

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array<Range, 12> kFixed{{{0x20, 0x7E},
                                        {0xA0, 0x24F},     // Latin-1, Extended-A and -B
                                        {0x2BC, 0x2DD},    // modifier letters in names
                                        {0x370, 0x3FF},    // Greek
                                        {0x400, 0x52F},    // Cyrillic
                                        {0x1E00, 0x1EFF},  // Latin Extended Additional (Vietnamese)
                                        {0x2010, 0x2044},  // punctuation
                                        {0x2070, 0x208E},  // superscripts and subscripts
                                        {0x20A0, 0x20BF},  // currencies
                                        {0x2190, 0x21FF},  // arrows
                                        {0x2212, 0x2265},  // minus, not equal, at most, at least
                                        {0x25A0, 0x25FF}}};  // geometric shapes

std::array<ImFont*, kTypes> g_fonts{};
float g_scale = 1;

float em(const Style& style) { return std::round(style.size * g_scale); }

// The atlas reads the ranges and the font bytes while it is built and again when it is cleared.
struct Storage {
  FontFiles::Bytes regular;
  FontFiles::Bytes semibold;
  std::vector<FontFiles::Bytes> fallbacks;
  std::vector<ImWchar> ranges;
  std::vector<ImWchar> added;
};
Storage g_storage;

ImFont* add(ImFontAtlas& atlas, FontFiles::Bytes& file, float size,
            const std::vector<ImWchar>& ranges, bool merge) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = merge;
  config.PixelSnapH = true;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  return atlas.AddFontFromMemoryTTF(file.data(), static_cast<int>(file.size()), size, &config,
                                    ranges.data());
}

#if IMGUI_VERSION_NUM < 19200
void set_advances(ImFont& font, const Advances& primary, const std::vector<Advances>& fallbacks) {
  for (ImFontGlyph& glyph : font.Glyphs) {
    float width = primary(glyph.Codepoint);
    for (const Advances& other : fallbacks) {
      if (width >= 0) break;
      width = other(glyph.Codepoint);
    }
    if (width < 0 || glyph.Codepoint == '\t') continue;
    glyph.AdvanceX = width;
    if (static_cast<int>(glyph.Codepoint) < font.IndexAdvanceX.Size) {
      font.IndexAdvanceX[static_cast<int>(glyph.Codepoint)] = width;
    }
  }
}
#endif

}  // namespace

Characters::Characters() = default;

bool Characters::add(std::string_view utf8) {
  bool grew = false;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = next_character(utf8, at);
    if (c < 0x20 || c > 0xFFFF) continue;
    bool known = false;
    for (const Range& range : kFixed) known |= c >= range.first && c <= range.last;
    if (!known) grew |= added_.insert(c).second;
  }
  return grew;
}

std::vector<ImWchar> Characters::ranges() const {
  std::vector<ImWchar> pairs;
  for (const Range& range : kFixed) {
    pairs.push_back(static_cast<ImWchar>(range.first));
    pairs.push_back(static_cast<ImWchar>(range.last));
  }
  for (const char32_t c : added_) pairs.insert(pairs.end(), 2, static_cast<ImWchar>(c));
  pairs.push_back(0);
  return pairs;
}

void build_fonts(const FontFiles& files, const Characters& characters, float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  g_scale = scale;
  g_storage = {};
  g_storage.regular = with_em_metrics(files.regular);
  g_storage.semibold = with_em_metrics(files.semibold);
  for (const FontFiles::Bytes& file : files.fallbacks) {
    g_storage.fallbacks.push_back(with_em_metrics(file));
  }
  g_storage.ranges = characters.ranges();
  for (const char32_t c : characters.added()) {
    g_storage.added.insert(g_storage.added.end(), 2, static_cast<ImWchar>(c));
  }
  g_storage.added.push_back(0);

#if IMGUI_VERSION_NUM < 19200
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
#endif
  atlas.TexDesiredWidth = 4096;
  for (std::size_t k = 0; k < kStyles.size(); ++k) {
    const Style& style = kStyles[k];
    g_fonts[k] = add(atlas, style.semibold ? g_storage.semibold : g_storage.regular, em(style),
                     g_storage.ranges, false);
    if (g_storage.added.size() == 1) continue;
    for (FontFiles::Bytes& file : g_storage.fallbacks) {
      add(atlas, file, em(style), g_storage.added, true);
    }
  }
  ImGui::GetIO().FontDefault = g_fonts[static_cast<std::size_t>(Type::body)];
#if IMGUI_VERSION_NUM < 19200
  atlas.Build();
  for (std::size_t k = 0; k < kStyles.size(); ++k) {
    std::vector<Advances> fallbacks;
    for (const FontFiles::Bytes& file : g_storage.fallbacks) {
      fallbacks.emplace_back(file, em(kStyles[k]));
    }
    const Advances primary(kStyles[k].semibold ? g_storage.semibold : g_storage.regular,
                           em(kStyles[k]));
    set_advances(*g_fonts[k], primary, fallbacks);
  }
#endif
}

ImFont* font(Type type) { return g_fonts[static_cast<std::size_t>(type)]; }

float line_height(Type type) {
  return std::round(kStyles[static_cast<std::size_t>(type)].line * g_scale);
}

float baseline(Type type) {
  // Inter's own ascent and descent, rounded apart and centred in the line as browsers do it.
  const float size = em(kStyles[static_cast<std::size_t>(type)]);
  const float ascent = std::round(size * 0.96875F);
  const float descent = std::round(size * 0.2415F);
  return std::floor((line_height(type) - ascent - descent) / 2) + ascent;
}

}  // namespace tandem::ui
