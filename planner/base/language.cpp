#include "planner/base/language.hpp"

#include <algorithm>
#include <array>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

struct Language {
  std::string_view code;
  std::string_view name;
};

constexpr auto kLanguages = std::to_array<Language>({
    {"ar", "Arabic"},   {"bg", "Bulgarian"},  {"bn", "Bengali"},    {"ca", "Catalan"},
    {"cs", "Czech"},    {"cy", "Welsh"},      {"da", "Danish"},     {"de", "German"},
    {"el", "Greek"},    {"en", "English"},    {"es", "Spanish"},    {"et", "Estonian"},
    {"eu", "Basque"},   {"fa", "Persian"},    {"fi", "Finnish"},    {"fr", "French"},
    {"ga", "Irish"},    {"gu", "Gujarati"},   {"he", "Hebrew"},     {"hi", "Hindi"},
    {"hr", "Croatian"}, {"hu", "Hungarian"},  {"id", "Indonesian"}, {"is", "Icelandic"},
    {"it", "Italian"},  {"ja", "Japanese"},   {"ko", "Korean"},     {"lt", "Lithuanian"},
    {"lv", "Latvian"},  {"ms", "Malay"},      {"mt", "Maltese"},    {"nb", "Norwegian"},
    {"nl", "Dutch"},    {"nn", "Norwegian"},  {"no", "Norwegian"},  {"pa", "Punjabi"},
    {"pl", "Polish"},   {"pt", "Portuguese"}, {"ro", "Romanian"},   {"ru", "Russian"},
    {"sk", "Slovak"},   {"sl", "Slovenian"},  {"sq", "Albanian"},   {"sr", "Serbian"},
    {"sv", "Swedish"},  {"sw", "Swahili"},    {"ta", "Tamil"},      {"te", "Telugu"},
    {"th", "Thai"},     {"tl", "Tagalog"},    {"tr", "Turkish"},    {"uk", "Ukrainian"},
    {"ur", "Urdu"},     {"vi", "Vietnamese"}, {"zh", "Chinese"},
});

}  // namespace

std::string language_words(std::string_view code) {
  const std::string main = lower(code.substr(0, code.find_first_of("-_")));
  const auto known = std::ranges::find(kLanguages, main, &Language::code);
  return std::string{known == kLanguages.end() ? code : known->name};
}

}  // namespace tandem
