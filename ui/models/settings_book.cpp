#include "ui/models/settings_book.hpp"

#include <fmt/format.h>

#include "planner/base/text.hpp"

namespace tandem::models {

void SettingsBook::refresh() {
  const app::Session& session = bench_.session();
  if (program_ && edition_ == session.edition() && today_ == session.today()) return;
  edition_ = session.edition();
  today_ = session.today();
  program_ = session.program();
  lists_ = {};
  used_ = {};
}

std::uint64_t SettingsBook::edition() {
  refresh();
  return edition_;
}

const Program& SettingsBook::program() {
  refresh();
  return *program_;
}

const std::vector<SettingsGroup>& SettingsBook::list(SettingsTab tab) {
  refresh();
  auto& kept = lists_[static_cast<std::size_t>(tab)];
  if (!kept) kept = settings_list(*program_, tab, today_);
  return *kept;
}

const std::string& SettingsBook::uses(RowKey row) {
  refresh();
  if (used_ == row) return uses_;
  used_ = row;
  const auto by = named_by(*program_, row);
  uses_ = by.empty() ? std::string{} : fmt::format("Used by {}.", sentence_list(by));
  return uses_;
}

}  // namespace tandem::models
