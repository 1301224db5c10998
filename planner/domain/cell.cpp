#include "planner/domain/cell.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

using Read = tl::expected<Value, CellProblem>;

tl::unexpected<CellProblem> problem(std::string message, std::string hint) {
  return tl::unexpected(CellProblem{std::move(message), std::move(hint)});
}

// What was found, short enough for one line.
std::string found(std::string_view text) {
  constexpr std::size_t kShown = 60;
  if (text.size() <= kShown) return fmt::format("'{}'", text);
  std::size_t cut = kShown;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) --cut;
  return fmt::format("'{}...'", text.substr(0, cut));
}

std::string did_you_mean(std::string_view near, std::string otherwise) {
  return near.empty() ? otherwise : fmt::format("did you mean {}?", near);
}

std::string one_of(std::span<const std::string_view> words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += words[i];
  }
  return out;
}

constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

Read read_integer(const Field& field, std::string_view text) {
  const auto number = parse_integer(text);
  if (!number) return problem(found(text) + " is not a whole number", allowed(field, field.target));
  if (*number < field.min || *number > field.max)
    return problem(found(text) + " is out of range", allowed(field, field.target));
  return Value{*number};
}

Read read_word(std::span<const std::string_view> words, std::string_view text) {
  const auto it = std::find(words.begin(), words.end(), text);
  if (it != words.end()) return Value{std::int64_t{it - words.begin()}};
  return problem(found(text) + " is not allowed here", "allowed: " + one_of(words));
}

Read read_code(TableId target, std::string_view text, const Codes& codes) {
  if (target == TableId::none)
    return problem(found(text) + " names a row, but nothing is to be named here", "leave it empty");
  if (const RawId id = codes.find(target, text)) return Value{static_cast<std::int64_t>(id)};
  return problem(fmt::format("{} is not in {}", found(text), info(target).name),
                 did_you_mean(codes.nearest(target, text),
                              fmt::format("add it to {} first", info(target).name)));
}

Read read_amount(const Field& field, std::string_view text) {
  const std::size_t colon = text.rfind(':');
  const auto quantity = colon == text.npos ? std::nullopt : parse_integer(text.substr(colon + 1));
  if (!quantity || colon == 0)
    return problem(found(text) + " is not a CODE:QUANTITY pair", allowed(field, field.target));
  if (*quantity < field.min || *quantity > field.max)
    return problem(found(text) + " is out of range", allowed(field, field.target));
  return Value{std::string{text.substr(0, colon)} + ":" + std::to_string(*quantity)};
}

// A code that others point to must survive a list cell and be seen whole on a line.
std::optional<CellProblem> bad_code(std::string_view text) {
  if (trim(text) != text)
    return CellProblem{found(text) + " begins or ends with a blank", "take the blank away"};
  for (const char c : text)
    if (c == ';' || static_cast<unsigned char>(c) < ' ')
      return CellProblem{found(text) + " holds a semicolon or a line break",
                         "codes are listed with semicolons, so they cannot hold one"};
  return std::nullopt;
}

Read read_item_text(const Field& field, TableId target, std::string_view text, const Codes& codes) {
  switch (field.kind) {
    case Kind::weekdays: {
      const auto day = read_word(kDays, text);
      if (!day) return day;
      return Value{std::int64_t{1} << std::get<std::int64_t>(*day)};
    }
    case Kind::references:
      return read_code(target, text, codes);
    case Kind::integers:
      return read_integer(field, text);
    case Kind::amounts:
      return read_amount(field, text);
    default:
      return Value{std::string{text}};
  }
}

// Adds one item to a list; false when the item is there already and may stand only once.
bool append(const Field& field, Value& list, Value item) {
  if (field.kind == Kind::weekdays) {
    const std::int64_t have = std::holds_alternative<std::monostate>(list)
                                  ? std::int64_t{0}
                                  : std::get<std::int64_t>(list);
    const std::int64_t bit = std::get<std::int64_t>(item);
    list = have | bit;
    return (have & bit) == 0;
  }
  if (auto* number = std::get_if<std::int64_t>(&item)) {
    if (std::holds_alternative<std::monostate>(list)) list = std::vector<std::int64_t>{};
    auto& numbers = std::get<std::vector<std::int64_t>>(list);
    const bool twice = field.kind == Kind::references &&
                       std::find(numbers.begin(), numbers.end(), *number) != numbers.end();
    numbers.push_back(*number);
    return !twice;
  }
  if (std::holds_alternative<std::monostate>(list)) list = std::vector<std::string>{};
  std::get<std::vector<std::string>>(list).push_back(std::get<std::string>(std::move(item)));
  return true;
}

Read wrap(const Field& field, Read item) {
  if (!item) return item;
  Value list;
  append(field, list, *std::move(item));
  return list;
}

Read check_item(const Field& field, TableId target, std::string_view text, const Codes& codes) {
  if (text.empty())
    return problem("an item of the list is empty", "write one semicolon between two items");
  if (trim(text) != text)
    return problem(found(text) + " begins or ends with a blank",
                   "write the list without blanks: a;b;c");
  if (text.find(';') != text.npos)
    return problem(found(text) + " holds a semicolon", "semicolons stand between items");
  return read_item_text(field, target, text, codes);
}

Read read_list(const Field& field, TableId target, std::string_view text, const Codes& codes) {
  Value list;
  while (true) {
    const std::size_t end = text.find(';');
    const std::string_view part = text.substr(0, end);
    auto item = check_item(field, target, part, codes);
    if (!item) return item;
    if (!append(field, list, *std::move(item)))
      return problem(found(part) + " stands twice in the list", "name it once");
    if (end == text.npos) return list;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool is_list(Kind kind) {
  return kind == Kind::weekdays || kind == Kind::references || kind == Kind::integers ||
         kind == Kind::words || kind == Kind::amounts;
}

std::string allowed(const Field& field, TableId target) {
  const auto numbers = [&](std::string_view what) {
    return fmt::format("{} from {} to {}", what, field.min, field.max);
  };
  switch (field.kind) {
    case Kind::integer:
      return numbers("a whole number");
    case Kind::boolean:
      return "yes or no";
    case Kind::date:
      return "a date such as 2027-03-09";
    case Kind::time:
      return "a time such as 09:30";
    case Kind::choice:
      return one_of(field.choices);
    case Kind::weekdays:
      return "days such as Mon;Tue;Wed";
    case Kind::reference:
    case Kind::scoped:
      return target == TableId::none ? "nothing" : fmt::format("a code of {}", info(target).name);
    case Kind::references:
      return fmt::format("codes of {}, separated by ;", info(target).name);
    case Kind::integers:
      return numbers("whole numbers") + ", separated by ;";
    case Kind::amounts:
      return numbers("CODE:QUANTITY pairs separated by ;, each quantity");
    case Kind::words:
      return "words separated by ;";
    case Kind::text:
      break;
  }
  return "text";
}

Read read_cell(const Field& field, TableId target, std::string_view text, const Codes& codes) {
  if (text.empty()) {
    // A scoped cell is empty exactly when its scope points nowhere.
    const bool wanted = field.kind == Kind::scoped ? target != TableId::none : field.is_required;
    if (wanted) return problem("is empty", "give " + allowed(field, target));
    return Value{};
  }
  switch (field.kind) {
    case Kind::text:
      if (field.is_key)
        if (auto bad = bad_code(text)) return tl::unexpected(*std::move(bad));
      return Value{std::string{text}};
    case Kind::integer:
      return read_integer(field, text);
    case Kind::boolean:
      if (text == "yes") return Value{std::int64_t{1}};
      if (text == "no") return Value{std::int64_t{0}};
      return problem(found(text) + " is neither yes nor no", "write yes or no");
    case Kind::date: {
      const auto date = parse_date(text);
      if (!date)
        return problem(found(text) + " is not a date", "write dates as 2027-03-09, 1900 to 2199");
      return Value{std::int64_t{date->time_since_epoch().count()}};
    }
    case Kind::time: {
      const auto time = parse_time(text);
      if (!time)
        return problem(found(text) + " is not a time", "write times as 09:30, 00:00 to 24:00");
      return Value{std::int64_t{time->minute}};
    }
    case Kind::choice:
      return read_word(field.choices, text);
    case Kind::reference:
    case Kind::scoped:
      return read_code(target, text, codes);
    case Kind::weekdays:
    case Kind::references:
    case Kind::integers:
    case Kind::words:
    case Kind::amounts:
      break;
  }
  return read_list(field, target, text, codes);
}

Read read_item(const Field& field, TableId target, std::string_view text, const Codes& codes) {
  return wrap(field, check_item(field, target, text, codes));
}

std::string cell_text(const Field& field, TableId target, const Value& value, const Codes& codes) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* list = std::get_if<std::vector<std::string>>(&value)) return join(*list, ";");
  if (const auto* list = std::get_if<std::vector<std::int64_t>>(&value)) {
    std::vector<std::string> parts;
    for (const std::int64_t n : *list)
      parts.push_back(field.kind == Kind::references ? codes.code(target, static_cast<RawId>(n))
                                                     : std::to_string(n));
    return join(parts, ";");
  }
  const auto* number = std::get_if<std::int64_t>(&value);
  if (!number) return {};
  switch (field.kind) {
    case Kind::boolean:
      return *number ? "yes" : "no";
    case Kind::date:
      return text(Date{days{*number}});
    case Kind::time:
      return text(TimeOfDay{static_cast<int>(*number)});
    case Kind::choice:
      return std::string{field.choices[static_cast<std::size_t>(*number)]};
    case Kind::reference:
    case Kind::scoped:
      return codes.code(target, static_cast<RawId>(*number));
    case Kind::weekdays: {
      std::vector<std::string> parts;
      const Weekdays week{static_cast<std::uint8_t>(*number)};
      for (int day = 0; day < 7; ++day)
        if (week.has(day)) parts.emplace_back(weekday_name(day));
      return join(parts, ";");
    }
    default:
      return std::to_string(*number);
  }
}

}  // namespace tandem
