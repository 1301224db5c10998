// The workspace: the few facts that hold for the whole file. A table of one row, so that setting
// one is a command like any other; in CSV it is workspace.csv with a key and a value a line.
#pragma once

#include "planner/domain/field.hpp"

namespace tandem {

// A plan of somebody in the middle with a larger share of managing only manages.
inline constexpr int kManageOnlyPercent = 70;
// The band whose people translate between the top and the ground.
inline constexpr std::string_view kMidLevelBand = "B4";

struct Workspace : Row<Workspace> {
  std::string name;
  std::string zone;           // IANA name
  std::optional<Date> as_of;  // pins "today" for the whole file
  int slot_minutes = 30;      // the scheduling grid
  std::string currency;       // ISO 4217, EUR when empty
  std::optional<Date> horizon_from;
  std::optional<Date> horizon_to;
  std::optional<int> freeze_days;  // published sessions that begin sooner stay as they are
  std::optional<int> notice_days;
  int growth_limit = 3;                      // live growth areas a person may have
  std::optional<int> manage_only_percent;    // empty: kManageOnlyPercent
  std::vector<std::string> mid_level_bands;  // empty: kMidLevelBand alone

  bool operator==(const Workspace&) const = default;
};

constexpr auto fields(Tag<Workspace>) {
  return std::array{
      field<&Workspace::name>("name").required(),
      field<&Workspace::zone>("zone").required(),
      field<&Workspace::as_of>("as_of"),
      field<&Workspace::slot_minutes>("slot_minutes").range(5, 240),
      field<&Workspace::currency>("currency"),
      field<&Workspace::horizon_from>("horizon_from").required(),
      field<&Workspace::horizon_to>("horizon_to").required(),
      field<&Workspace::freeze_days>("freeze_days").range(0, 366),
      field<&Workspace::notice_days>("notice_days").range(0, 366),
      field<&Workspace::growth_limit>("growth_limit").range(1, 20),
      field<&Workspace::manage_only_percent>("manage_only_percent").range(0, 100).rare(),
      field<&Workspace::mid_level_bands>("mid_level_bands").rare(),
  };
}

}  // namespace tandem
