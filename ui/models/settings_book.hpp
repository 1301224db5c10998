// What the page Settings asks for, each worked out once for an edition of the workspace: the lists
// of its tabs, and who names the chosen row. Thread rule: the window's thread.
#pragma once

#include <array>
#include <optional>

#include "ui/models/settings_edit.hpp"
#include "ui/models/workbench.hpp"

namespace tandem::models {

class SettingsBook {
 public:
  // Requires: the workbench outlives it.
  explicit SettingsBook(Workbench& bench) : bench_(bench) {}

  std::uint64_t edition();
  const Program& program();
  const std::vector<SettingsGroup>& list(SettingsTab tab);
  // named_by() as a sentence; "" when nothing names it.
  const std::string& uses(RowKey row);

 private:
  void refresh();

  Workbench& bench_;
  std::uint64_t edition_{};
  Date today_{};
  std::shared_ptr<const Program> program_;
  std::array<std::optional<std::vector<SettingsGroup>>, kSettingsTabs> lists_;
  RowKey used_;
  std::string uses_;
};

}  // namespace tandem::models
