// What a plan may count on, as the page Settings lists it: places, facilitators, days, limits
// and roles.
// Groups of lines, each a row of some table with what it says at a glance. Pure; knows no pixel.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "planner/domain/rows.hpp"

namespace tandem::models {

enum class SettingsTab : std::uint8_t { places, facilitators, calendars, rules, roles };
inline constexpr std::size_t kSettingsTabs = 5;

// Which row of which table.
struct RowKey {
  TableId table{TableId::none};
  RawId id{};

  explicit operator bool() const { return id != 0; }
  bool operator==(const RowKey&) const = default;
};

struct SettingsLine {
  RowKey row;
  std::string name;    // "Aire"
  std::string code;    // "LEE-AIRE", "" where the row has none
  std::string detail;  // "30 seats"
  bool attention{};    // of the detail: "away until Fri 30 Jul 2027"
  std::string find;    // what a search looks in (search_key.hpp)
};

struct SettingsGroup {
  std::string title;  // "Rooms in Leeds"
  std::vector<SettingsLine> lines;
};

// Only groups that have lines. Lines by code, or by date.
std::vector<SettingsGroup> settings_list(const Program& program, SettingsTab tab, Date today);

// The first line of the groups; none when they are empty.
RowKey first_row(const std::vector<SettingsGroup>& groups);
bool holds(const std::vector<SettingsGroup>& groups, RowKey row);

// Whether a search leaves a line in view. `wanted`: search_words().
bool fits(const SettingsLine& line, std::span<const std::string> wanted);
// Of the lines that a search leaves: the one before (-1) or after (+1) this, the first when it is
// none of them, itself at the ends. Returns: none when the search leaves none.
RowKey neighbour(const std::vector<SettingsGroup>& groups, std::string_view search, RowKey row,
                 int step);

// "Mon 29 Mar to Fri 2 Apr 2027", "Mon 29 Mar 2027"
std::string days_words(Date from, Date to);

// What a blackout is about: "everybody", "site LEE".
std::string scope_words(const Program& program, const Blackout& blackout);
// "No session from 10:30 to 14:30 on these days for cohort MGR-4."
std::string blackout_words(const Program& program, const Blackout& blackout);

// How a row is called on a page: its name, else its code, else its days. "" when there is none.
std::string name_of(const Program& program, TableId table, RawId id);

}  // namespace tandem::models
