// Names of languages behind their two-letter codes (ISO 639-1), for sentences: "does not work in
// French". Knows nothing of who speaks them.
#pragma once

#include <string>
#include <string_view>

namespace tandem {

// "French" for "fr", also for "fr-BE"; a code that is not in the list, or a name, as it is.
std::string language_words(std::string_view code);

}  // namespace tandem
