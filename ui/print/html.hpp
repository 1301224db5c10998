// Text for HTML: escaped, and isolated from the direction of what stands around it. Used by the
// HTML printers; knows no document.
#pragma once

#include <string>
#include <string_view>

namespace tandem::print {

// For element content and quoted attributes alike; control characters are gone (printable.hpp).
std::string escaped(std::string_view text);
// The same within <bdi>: a right-to-left name leaves the line around it as it is.
std::string isolated(std::string_view text);

}  // namespace tandem::print
