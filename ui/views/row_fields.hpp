// Fields of one row in a form: each shows a draft of its cell, asks for one Put when it is left
// changed, and keeps what was refused in view with the reason. Works for every noun, over its field
// list. Used by the forms of Curricula and
// Settings.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ui/models/row_form.hpp"
#include "ui/views/page.hpp"
#include "ui/widgets/form.hpp"

namespace tandem::views {

// The row of a noun as the fields take it, shared with the Program.
template <class T>
AnyRow shared(const Program& program, const T& row) {
  return share(program, kTableOf<T>, row.id.value);
}

struct FieldDraft {
  std::string text;
  std::string refused;
};

// Drafts by "table/row/field"; those of an older edition are dropped.
class Drafts {
 public:
  void keep_up(std::uint64_t edition);
  FieldDraft& of(std::string_view key);
  // Null when there is none: nothing was typed or refused.
  FieldDraft* find(std::string_view key);
  void drop(std::string_view key);
  // Words about a row, asked of `make` once for an edition.
  template <class Make>
  const std::string& kept(std::string_view key, Make make) {
    if (const FieldDraft* known = find(key)) return known->text;
    return of(key).text = make();
  }

 private:
  std::uint64_t edition_{};
  std::map<std::string, FieldDraft, std::less<>> drafts_;
};

class RowFields {
 public:
  // `name` begins the label of every edit ("L1b"). Requires: everything outlives it, `name` too.
  RowFields(const Program& program, Drafts& drafts, AnyRow row, std::string_view name,
            Wishes& wishes);

  const AnyRow& row() const { return row_; }
  Drafts& drafts() const { return drafts_; }
  // What one field takes at this width.
  float height(float width, std::string_view field, ui::FieldOptions options = {}) const;
  void text(const Rect& r, std::string_view field, std::string_view label,
            ui::FieldOptions options = {});
  // A choice among the field's words, no and yes, or a number from `first`; `words` are shown for
  // them.
  void choice(const Rect& r, std::string_view field, std::string_view label,
              std::span<const std::string_view> words, int first = 0);
  // Whole cents, written as "640" or "640.50".
  void money(const Rect& r, std::string_view field, std::string_view label,
             ui::FieldOptions options = {});
  // Seven chips, Monday first, each on or off.
  void weekdays(const Rect& r, std::string_view field, std::string_view label);
  float weekdays_height(float width) const;
  float choice_height(float width, std::span<const std::string_view> words) const;
  void axis(const Rect& r, std::string_view field, std::string_view left, std::string_view right);
  // Takes a text for a field as if it had been typed.
  void take(std::string_view field, std::string_view label, std::string_view text);

 private:
  std::string_view key(std::string_view field) const;
  bool optional(std::string_view field) const;

  const Program& program_;
  Drafts& drafts_;
  AnyRow row_;
  std::string_view name_;
  Wishes& wishes_;
};

}  // namespace tandem::views
