#include "ui/models/phrases.hpp"

#include <algorithm>

namespace tandem::models {
namespace {

constexpr std::string_view kBlank = "\u00A0";

bool is_weekday(std::string_view word) {
  for (int day = 0; day < 7; ++day)
    if (word == weekday_name(day)) return true;
  return false;
}

bool is_month(std::string_view word) {
  for (unsigned month = 1; month <= 12; ++month)
    if (word == month_name(month)) return true;
  return false;
}

bool is_number(std::string_view word, std::size_t most) {
  return !word.empty() && word.size() <= most &&
         std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// Letters and digits at the front; a comma behind them ends the date.
std::string_view core(std::string_view word) {
  const auto end = word.find_first_of(",.;:)");
  return word.substr(0, end);
}

bool belongs(std::string_view before, std::string_view after) {
  if (is_weekday(before)) return is_number(core(after), 2);
  if (is_number(before, 2)) return is_month(core(after));
  // A time or a year behind the month.
  return is_month(before) && (parse_time(after.substr(0, 5)) || is_number(core(after), 4));
}

}  // namespace

std::string sentence(std::string text) {
  if (!text.empty()) text[0] = capital(text[0]);
  return text;
}

std::string whole_dates(std::string_view text) {
  return std::string{whole_dates(text, std::pmr::get_default_resource())};
}

std::pmr::string whole_dates(std::string_view text, std::pmr::memory_resource* memory) {
  std::pmr::string out(memory);
  std::string_view before;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, blank);
    if (!out.empty()) out += belongs(before, word) ? kBlank : std::string_view{" "};
    out += word;
    before = word.substr(std::min(word.find_first_not_of("("), word.size()));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out;
}

std::string without_starts(std::string_view text) {
  const auto bracket = text.rfind(" (");
  const bool counted = bracket != std::string_view::npos && text.ends_with(" starts)");
  return std::string{counted ? text.substr(0, bracket) : text};
}

std::string day_month(Date date) {
  const std::string all = words(date);
  return all.substr(all.find(' ') + 1);
}

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  for (std::size_t i = digits.size(); i > sign + 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace tandem::models
