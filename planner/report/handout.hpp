// What is handed out on paper besides development plans, as plain values: a head, then sections of
// facts and tables from top to bottom. Attendance sheets, facilitator packs and cohort calendars
// are made as one (handout_maker.hpp) and set by ui/print; knows no format and no page.
#pragma once

#include <string>
#include <vector>

#include "planner/base/date.hpp"

namespace tandem::report {

enum class HandoutCell : std::uint8_t {
  text,
  strong,
  pen,  // empty: room to write in by hand
};

struct HandoutColumn {
  std::string head;
  int share{1};  // of the width
  HandoutCell kind{};

  bool operator==(const HandoutColumn&) const = default;
};

struct HandoutTable {
  std::vector<HandoutColumn> columns;          // none: no table
  std::vector<std::vector<std::string>> rows;  // each as long as the columns

  bool operator==(const HandoutTable&) const = default;
};

struct HandoutFact {
  std::string key;
  std::string words;

  bool operator==(const HandoutFact&) const = default;
};

struct HandoutSection {
  std::string heading;  // "": the section has none
  std::string aside;    // a quieter word behind it
  std::vector<HandoutFact> facts;
  HandoutTable table;
  std::string note;  // below: "Nobody has a seat yet."

  bool operator==(const HandoutSection&) const = default;
};

struct Handout {
  Date as_of{};
  std::string organisation;
  std::string kind;  // "Attendance sheet"
  std::string title;
  std::vector<std::string> lines;  // below the title
  std::vector<HandoutSection> sections;
  std::string closing;  // at the foot of the last page

  bool operator==(const Handout&) const = default;
};

}  // namespace tandem::report
