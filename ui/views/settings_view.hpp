// The page Settings: what may a plan count on? Five tabs of one kind: a list of rows in groups, and
// the chosen one as a form (settings_form.hpp). A new row begins in a dialog (new_row.hpp). Draws
// what models/settings_book.hpp has worked out; every change is a wish.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "ui/app/actions.hpp"
#include "ui/models/settings_book.hpp"
#include "ui/views/new_row.hpp"
#include "ui/views/page.hpp"
#include "ui/views/row_fields.hpp"

namespace tandem::views {

struct SettingsState {
  models::SettingsTab tab{};
  std::array<models::RowKey, models::kSettingsTabs> chosen;
  std::string search;
  struct {
    std::string typed;
    std::vector<std::string> words;  // models::search_words() of it
  } wanted;
  bool find{};  // the search field takes the keyboard
  bool show{};  // scroll the list to the chosen row
  Drafts drafts;
  models::RowKey of;    // what `refused` is about
  std::string refused;  // why the row was not removed
  NewRow making;
  AnyRow added;  // to choose once it is there
};

void show(SettingsState& state, models::SettingsBook& book, const Destination& where);
// The keys of this page. Returns: whether the action was one of its own.
bool settings_action(SettingsState& state, models::SettingsBook& book, app::Action action);
void draw_settings(const Rect& page, models::SettingsBook& book, SettingsState& state,
                   Wishes& wishes);

// Opens the dialog for a row of this kind; `begun` has what is not asked for.
void begin_row(SettingsState& state, const Program& program, std::string title, AnyRow begun,
               std::vector<std::string_view> fields);

}  // namespace tandem::views
