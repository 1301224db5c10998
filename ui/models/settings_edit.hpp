// What one does to a row of the settings besides changing a field: make it, take it away with what
// belongs to it alone, say how far two sites are apart. Each gives commands or the sentence why
// not. Pure; knows no pixel.
#pragma once

#include <span>

#include "planner/edit/gesture.hpp"
#include "ui/models/settings_model.hpp"

namespace tandem::models {

// A field of a new row as typed.
struct FieldText {
  std::string_view field;
  std::string text;
};

// A row of a table as it is begun: what nobody has to be asked for is set. Of a site the
// workspace's zone and an office's hours, of anything else nothing.
AnyRow begun_row(const Program& program, TableId table);

// `begun` with these fields. Errors: one for every field that is not what it should be, `where`
// naming it; the field of the key when there is such a row already; else what the row as a whole is
// refused for, with no `where`.
Changed make_row(const Program& program, AnyRow begun, std::span<const FieldText> texts);

// How it is called in a sentence: "room LEE-AIRE", "holiday New Year's Day in LEE", "days away of
// AOIFE, Mon 3 May 2027".
std::string row_words(const Program& program, const AnyRow& row);

// Rows elsewhere that name it, in words: "3 rooms", "12 cohorts"; not those that go with it. Cost:
// linear in all rows.
std::vector<std::string> named_by(const Program& program, RowKey row);

// Together with what is about it alone: its absences, blackouts, holidays, travel times and
// qualifications. Errors: refused while anything else names it.
Changed remove_row(const Program& program, RowKey row);

// Minutes between two sites, both ways; nullopt: there is none. Where the two ways differ both
// become this. Errors: refused when nothing would change.
std::optional<int> travel_between(const Program& program, Id<Site> a, Id<Site> b);
Changed set_travel(const Program& program, Id<Site> a, Id<Site> b, std::optional<int> minutes);

}  // namespace tandem::models
