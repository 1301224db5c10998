// Sentences of the planner made fit to be read on a page: they begin with a capital, keep a date on
// one line, and leave out how many starts a fact forbids. Pure text; knows no page and no rule.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string>
#include <string_view>

#include "planner/base/date.hpp"

namespace tandem::models {

// The rules' sentences begin small, as parts of a longer one; here each stands alone.
std::string sentence(std::string text);
constexpr char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// No line break inside "Tue 9 Mar 09:00": the blanks within a date are made unbreakable.
std::string whole_dates(std::string_view text);
std::pmr::string whole_dates(std::string_view text, std::pmr::memory_resource* memory);

// "The lab is closed (42 of 60 starts)" without the bracket.
std::string without_starts(std::string_view text);

// "9 Mar": a date where the weekday would only take room.
std::string day_month(Date date);

// 12,480
std::string grouped(std::int64_t number);

}  // namespace tandem::models
