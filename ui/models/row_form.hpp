// Fields of a row as the forms of the window have them: text out, text in, and what would be
// refused before anything is asked for. Written once over the field lists, for every noun. Pure;
// knows no pixel.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "planner/edit/apply.hpp"

namespace tandem::models {

// As in its CSV cell: "", "12", "projector;step_free". Requires: the row's table has the field.
std::string field_text(const Program& program, const AnyRow& row, std::string_view field);

// The row with this field as typed, and what goes along when that is its code (renaming.hpp),
// checked as if it had been applied. Returns: the Put of the row first. Errors: one, which begins
// with the field's name.
Result<std::vector<Command>> with_field(const Program& program, AnyRow row, std::string_view field,
                                        std::string_view text);

// "Least seats taken is above capacity": why a field refused a text, under the name that its form
// gives it.
std::string refusal_words(TableId table, std::string_view field, std::string_view label,
                          const Errors& errors);

// Whole cents as people write them, "640" or "640.50", and back. Returns: nullopt for what is none.
std::string money_text(std::int64_t cents);
std::optional<std::int64_t> parse_money(std::string_view text);

// What the commands would be refused for; nothing is changed. Empty: nothing.
Errors refusals(const Program& program, std::span<const Command> commands);

// "Capacity is 0, outside 1 to 100000 (...)": the first of them as a sentence of its own.
std::string first_sentence(const Errors& errors);

}  // namespace tandem::models
