// The form of one row of the settings, whatever its table: its fields, what else is about it
// (closures of a room, days away and modules of a facilitator, travel from a site), and taking it
// away. Every field is one undo step; what is refused says so beside it and leaves the old value.
#pragma once

#include "ui/views/settings_view.hpp"

namespace tandem::views {

// Requires: there is such a row.
void draw_settings_form(const Rect& r, models::SettingsBook& book, SettingsState& state,
                        models::RowKey row, Wishes& wishes);

}  // namespace tandem::views
