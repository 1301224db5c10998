#include "ui/views/row_fields.hpp"

#include <fmt/format.h>

namespace tandem::views {

using namespace ui;

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

RowFields::RowFields(const Program& program, Drafts& drafts, AnyRow row, std::string name,
                     Wishes& wishes)
    : program_(program),
      drafts_(drafts),
      row_(std::move(row)),
      name_(std::move(name)),
      wishes_(wishes) {}

std::string RowFields::key(std::string_view field) const {
  return fmt::format("{}/{}/{}", info(row_.table()).name, id_of(row_), field);
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
  const std::string at = key(field);
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

void RowFields::take(std::string_view field, std::string_view label, const std::string& text) {
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
      draft.refused += fmt::format(" It stays {}.", was);
    return;
  }
  draft.refused.clear();
  wishes_.edit = Edit{{Put{*changed}}, fmt::format("{}: {}", name_, label), true};
}

float RowFields::choice_height(float width, std::span<const std::string_view> words) const {
  return px(18 + 2) + chips_height(width, words);
}

void RowFields::choice(const Rect& r, std::string_view field, std::string_view label,
                       std::span<const std::string_view> words, int first) {
  Rect rest = r;
  field_name(rest.cut_top(px(18), px(2)), label);
  const Value value = info(row_.table()).field(field)->get(row_.data());
  const auto* number = std::get_if<std::int64_t>(&value);
  std::optional<int> chosen;
  if (number) chosen = static_cast<int>(*number) - first;
  if (!chips(rest, label, words, chosen, optional(field))) return;
  const Field& f = *info(row_.table()).field(field);
  std::string text;
  if (chosen)
    text = f.kind == Kind::choice ? std::string{f.choices[static_cast<std::size_t>(*chosen)]}
                                  : std::to_string(*chosen + first);
  take(field, label, text);
}

void RowFields::axis(const Rect& r, std::string_view field, std::string_view left,
                     std::string_view right) {
  const Value value = info(row_.table()).field(field)->get(row_.data());
  const auto* number = std::get_if<std::int64_t>(&value);
  std::optional<int> stop;
  if (number) stop = static_cast<int>(*number);
  if (!axis_slider(r, left, right, stop)) return;
  take(field, fmt::format("{} to {}", left, right), stop ? std::to_string(*stop) : "");
}

}  // namespace tandem::views
