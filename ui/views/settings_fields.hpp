// Which fields the form of each table of the settings shows, how they are called there, and how
// they are typed. The one place to add a field to a form.
#pragma once

#include <span>
#include <string_view>

#include "planner/domain/tables.hpp"

namespace tandem::views {

enum class Control : std::uint8_t {
  text,
  prose,     // some lines of it
  date,      // with its weekday beside the name
  code,      // of another row, with its name beside the field's
  money,     // cents, written in whole units
  yes_no,    // two chips, by `no` and `yes`
  choice,    // chips, by the field's own words
  weekdays,  // seven chips
};

// A field that a row is known by beyond its code is asked for when it is made, and stays.
enum class Asked : std::uint8_t { in_form, when_made };

struct FormField {
  std::string_view field;
  std::string_view label;
  int columns = 1;  // of four; a line holds as many as fit
  std::string_view hint = {};
  Control control = Control::text;
  std::string_view no = {};
  std::string_view yes = {};
  Asked asked = Asked::in_form;
};

// Empty for a table that has no form here.
std::span<const FormField> form_of(TableId table);
// Null where the form has no such field.
const FormField* form_field(TableId table, std::string_view field);

}  // namespace tandem::views
