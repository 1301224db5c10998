#include "ui/views/row_fields.hpp"

#include <fmt/format.h>

#include <array>

#include "planner/base/text.hpp"

namespace tandem::views {

using namespace ui;

namespace {
constexpr std::array<std::string_view, 7> kDayNames{"Mon", "Tue", "Wed", "Thu",
                                                    "Fri", "Sat", "Sun"};
}  // namespace

void Drafts::keep_up(std::uint64_t edition) {
  if (edition_ == edition) return;
  edition_ = edition;
  drafts_.clear();
}

FieldDraft& Drafts::of(std::string_view key) {
  const auto known = drafts_.find(key);
  return known != drafts_.end() ? known->second : drafts_[std::string{key}];
}

FieldDraft* Drafts::find(std::string_view key) {
  const auto known = drafts_.find(key);
  return known != drafts_.end() ? &known->second : nullptr;
}

void Drafts::drop(std::string_view key) {
  if (const auto known = drafts_.find(key); known != drafts_.end()) drafts_.erase(known);
}

RowFields::RowFields(const Program& program, Drafts& drafts, AnyRow row, std::string_view name,
                     Wishes& wishes)
    : program_(program), drafts_(drafts), row_(std::move(row)), name_(name), wishes_(wishes) {}

std::string_view RowFields::key(std::string_view field) const {
  return phrase("{}/{}/{}", info(row_.table()).name, id_of(row_), field);
}

bool RowFields::optional(std::string_view field) const {
  return !info(row_.table()).field(field)->is_required;
}

float RowFields::height(float width, std::string_view field, FieldOptions options) const {
  const FieldDraft* draft = drafts_.find(key(field));
  if (draft) options.refused = draft->refused;
  return field_height(width, options);
}

void RowFields::text(const Rect& r, std::string_view field, std::string_view label,
                     FieldOptions options) {
  const std::string_view at = key(field);
  FieldDraft* draft = drafts_.find(at);
  if (!draft) {
    draft = &drafts_.of(at);
    draft->text = models::field_text(program_, row_, field);
  }
  options.refused = draft->refused;
  const InputResult result = ui::field(r, label, draft->text, options);
  if (result.changed) draft->refused.clear();
  if (result.committed) {
    const std::string typed = draft->text;
    take(field, label, typed);
  }
}

void RowFields::take(std::string_view field, std::string_view label, std::string_view text) {
  if (text == models::field_text(program_, row_, field)) return;
  auto changed = models::with_field(program_, row_, field, text);
  FieldDraft& draft = drafts_.of(key(field));
  draft.text = text;
  if (!changed) {
    const std::string was = models::field_text(program_, row_, field);
    constexpr std::size_t kRepeated = 40;
    draft.refused = models::refusal_words(row_.table(), field, label, changed.error()) + ".";
    if (was.empty())
      draft.refused += " It stays empty.";
    else if (was.size() <= kRepeated)
      draft.refused += phrase(" It stays {}.", was);
    return;
  }
  draft.refused.clear();
  wishes_.edit = Edit{std::move(*changed), fmt::format("{}: {}", name_, label), true};
}

float RowFields::choice_height(float width, std::span<const std::string_view> words) const {
  return px(18 + 2) + chips_height(width, words);
}

void RowFields::choice(const Rect& r, std::string_view field, std::string_view label,
                       std::span<const std::string_view> words, int first) {
  Rect rest = r;
  field_name(rest.cut_top(px(18), px(2)), label);
  const Value value = info(row_.table()).field(field)->get(row().data());
  const auto* number = std::get_if<std::int64_t>(&value);
  std::optional<int> chosen;
  if (number) chosen = static_cast<int>(*number) - first;
  if (!chips(rest, label, words, chosen, optional(field))) return;
  const Field& f = *info(row_.table()).field(field);
  std::string text;
  if (chosen && f.kind == Kind::choice)
    text = f.choices[static_cast<std::size_t>(*chosen)];
  else if (chosen && f.kind == Kind::boolean)
    text = *chosen == 1 ? "yes" : "no";
  else if (chosen)
    text = std::to_string(*chosen + first);
  take(field, label, text);
}

void RowFields::money(const Rect& r, std::string_view field, std::string_view label,
                      FieldOptions options) {
  const Field& f = *info(row_.table()).field(field);
  const Value value = f.get(row().data());
  const auto* cents = std::get_if<std::int64_t>(&value);
  const std::string was = cents ? models::money_text(*cents) : std::string{};
  const std::string_view at = key(field);
  FieldDraft* draft = drafts_.find(at);
  if (!draft) {
    draft = &drafts_.of(at);
    draft->text = was;
  }
  options.refused = draft->refused;
  const InputResult result = ui::field(r, label, draft->text, options);
  if (result.changed) draft->refused.clear();
  if (!result.committed || draft->text == was) return;
  const std::string typed = draft->text;
  const auto wanted = models::parse_money(typed);
  if (trim(typed).empty()) {
    take(field, label, "");
  } else if (wanted && *wanted <= f.max) {
    take(field, label, phrase("{}", *wanted));
    draft->text = typed;
  } else {
    draft->refused = phrase("{} '{}' is not an amount up to {}, such as 640 or 640.50.", label,
                            typed, models::money_text(f.max));
    draft->refused += was.empty() ? " It stays empty." : phrase(" It stays {}.", was);
  }
}

float RowFields::weekdays_height(float width) const {
  return px(18 + 2) + chips_height(width, kDayNames);
}

void RowFields::weekdays(const Rect& r, std::string_view field, std::string_view label) {
  Rect rest = r;
  field_name(rest.cut_top(px(18), px(2)), label);
  const Value value = info(row_.table()).field(field)->get(row().data());
  const auto* number = std::get_if<std::int64_t>(&value);
  const std::int64_t bits = number ? *number : 0;
  const auto pressed_day = toggles(rest, label, kDayNames, static_cast<std::uint32_t>(bits));
  if (!pressed_day) return;
  const std::int64_t wanted = bits ^ (std::int64_t{1} << *pressed_day);
  std::vector<std::string> names;
  for (std::size_t day = 0; day < kDayNames.size(); ++day)
    if ((wanted >> day & 1) != 0) names.emplace_back(kDayNames[day]);
  take(field, label, join(names, ";"));
}

void RowFields::axis(const Rect& r, std::string_view field, std::string_view left,
                     std::string_view right) {
  const Value value = info(row_.table()).field(field)->get(row().data());
  const auto* number = std::get_if<std::int64_t>(&value);
  std::optional<int> stop;
  if (number) stop = static_cast<int>(*number);
  if (!axis_slider(r, left, right, stop)) return;
  take(field, phrase("{} to {}", left, right), stop ? phrase("{}", *stop) : "");
}

}  // namespace tandem::views
