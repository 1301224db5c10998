#pragma once

// A strict reader of iCalendar files for tests, written from RFC 5545 alone and sharing nothing
// with the writer: what a lenient program would let pass is an error here. It reads lines,
// components and escapes; what METHOD or UID ask for is the tests' business.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::test {

struct IcsLine {
  std::string name;                           // as written
  std::map<std::string, std::string> params;  // quotes removed
  std::string value;                          // as written, unfolded

  std::string text() const;  // backslashes taken away. Throws on one that escapes nothing.
};

struct IcsComponent {
  std::string name;
  std::vector<IcsLine> lines;
  std::vector<IcsComponent> parts;

  const IcsLine* find(std::string_view property) const;  // nullptr when missing
  std::string value(std::string_view property) const;    // "" when missing
  std::string text(std::string_view property) const;     // "" when missing
  std::vector<const IcsComponent*> all(std::string_view component) const;
};

// The one calendar of a file. Throws std::runtime_error with the line number: not CRLF, over 75
// octets, a character split by a fold, control characters, bad nesting, a line without colon ...
IcsComponent read_ics(std::string_view bytes);

// The VEVENT of this UID. Throws when there is not exactly one.
const IcsComponent& event_of(const IcsComponent& calendar, std::string_view uid);

}  // namespace tandem::test
