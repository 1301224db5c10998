#include "ui/views/new_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "planner/base/text.hpp"
#include "ui/models/row_form.hpp"
#include "ui/views/module_form.hpp"
#include "ui/views/settings_fields.hpp"
#include "ui/widgets/form.hpp"
#include "ui/widgets/menu.hpp"

namespace tandem::views {
namespace {

using namespace ui;

// What the dialog says of one field.
std::string said(const NewRow& making, std::string_view field, std::string_view name) {
  const auto at = std::ranges::find(making.errors, field, &Error::where);
  if (at == making.errors.end()) return {};
  Error error = *at;
  error.where.clear();
  const std::string words = text(error);
  // "is empty" and "'x' is not ..." follow the field's name; a refusal is a sentence of its own.
  return error.code == ErrorCode::bad_input ? fmt::format("{} {}.", name, words)
                                            : models::first_sentence({error}) + ".";
}

// A field that another answer leaves without a sense.
bool asked(const NewRow& making, std::string_view field) {
  const auto answer = [&](std::string_view other) -> const std::string& {
    return std::ranges::find(making.texts, other, &models::FieldText::field)->text;
  };
  if (making.begun.table() == TableId::blackouts && field == "code")
    return !answer("scope").empty() && answer("scope") != word(BlackoutScope::all);
  if (making.begun.table() == TableId::rooms && field == "site") return answer("virtual") != "yes";
  return true;
}

class NewRowFields {
 public:
  NewRowFields(NewRow& making, bool fresh) : making_(making), fresh_(fresh) {}

  float height(float width) const {
    float out = 0;
    for (const models::FieldText& typed : making_.texts)
      if (asked(making_, typed.field)) out += line_height(typed, width) + px(12);
    return out;
  }

  void draw(Rect r) {
    for (models::FieldText& typed : making_.texts) {
      if (!asked(making_, typed.field)) {
        typed.text.clear();
        continue;
      }
      line(r.cut_top(line_height(typed, r.width()), px(12)), typed);
    }
  }

 private:
  const FormField& shape(const models::FieldText& typed) const {
    return *form_field(making_.begun.table(), typed.field);
  }
  std::string_view hint_of(const models::FieldText& typed, const FormField& what) const {
    const std::string& codes =
        making_.codes[static_cast<std::size_t>(&typed - making_.texts.data())];
    return codes.empty() ? what.hint : std::string_view{codes};
  }
  // The chips of a field that has some, and the texts they stand for.
  struct Choice {
    std::vector<std::string_view> words;
    std::vector<std::string_view> texts;
  };
  Choice choice_of(const models::FieldText& typed) const {
    const FormField& what = shape(typed);
    if (what.control == Control::yes_no) return {{what.no, what.yes}, {"no", "yes"}};
    if (what.control != Control::choice) return {};
    if (making_.begun.table() == TableId::role_targets) {
      const auto words = info(TableId::role_targets).field(typed.field)->choices;
      return {{"1", "2", "3", "4", "5", "Not expected"}, {words.begin(), words.end()}};
    }
    const auto words = info(making_.begun.table()).field(typed.field)->choices;
    return {{words.begin(), words.end()}, {words.begin(), words.end()}};
  }

  float line_height(const models::FieldText& typed, float width) const {
    const std::string refused = said(making_, typed.field, shape(typed).label);
    if (const Choice choice = choice_of(typed); !choice.words.empty())
      return px(20) + chips_height(width, choice.words) + refusal_height(width, refused);
    return field_height(width, {.refused = refused});
  }

  void line(Rect r, models::FieldText& typed) {
    const FormField& what = shape(typed);
    const std::string refused = said(making_, typed.field, what.label);
    const Choice choice = choice_of(typed);
    if (choice.words.empty()) {
      const InputResult result = field(r, what.label, typed.text,
                                       {.hint = hint_of(typed, what),
                                        .refused = refused,
                                        .focus = std::exchange(fresh_, false)});
      if (result.changed) forget(typed.field);
      return;
    }
    field_name(r.cut_top(px(18), px(2)), what.label);
    std::optional<int> on;
    const auto now = std::ranges::find(choice.texts, typed.text);
    if (now != choice.texts.end()) on = static_cast<int>(now - choice.texts.begin());
    if (chips(r.cut_top(chips_height(r.width(), choice.words)), what.label, choice.words, on,
              false)) {
      typed.text = choice.texts[static_cast<std::size_t>(*on)];
      forget(typed.field);
    }
    refusal(r, refused);
  }

  void forget(std::string_view field) {
    std::erase_if(making_.errors, [&](const Error& error) { return error.where == field; });
  }

  NewRow& making_;
  bool fresh_;
};

// The codes a field may name: "RTM, LEE"; "" where it names none or there are many.
std::string codes_for(const Program& program, const AnyRow& row, std::string_view name, bool& one) {
  constexpr std::size_t kMost = 4;
  const TableInfo& table = info(row.table());
  const TableId target = target_of(*table.field(name), table, row.data());
  std::vector<std::string> codes;
  if (target != TableId::none)
    for_each_row(program, target, [&](const RowRef& ref) {
      if (codes.size() <= kMost) codes.push_back(code_text(program, target, ref.id));
    });
  one = codes.size() == 1 && table.field(name)->is_required;
  std::ranges::sort(codes);
  return codes.size() > kMost ? std::string{} : join(codes, ", ");
}

}  // namespace

void begin_row(NewRow& making, const Program& program, std::string title, AnyRow begun,
               std::vector<std::string_view> fields) {
  making = {.begun = std::move(begun), .title = std::move(title), .make = true};
  for (const std::string_view field : fields) {
    bool one = false;
    making.codes.push_back(codes_for(program, making.begun, field, one));
    making.texts.push_back({field, one ? making.codes.back() : std::string{}});
  }
  for (models::FieldText& typed : making.texts) {
    if (typed.field == "zone" && making.begun.table() == TableId::sites)
      typed.text = get_if<Site>(making.begun)->zone;
    if (typed.field == "virtual") typed.text = "no";
  }
}

void begin_row(NewRow& making, const Program& program, TableId table) {
  AnyRow begun = models::begun_row(program, table);
  switch (table) {
    case TableId::cohorts:
      begin_row(making, program, "Add a cohort", std::move(begun),
                {"name", "code", "programme", "site"});
      return;
    case TableId::people:
      begin_row(making, program, "Add a person", std::move(begun), {"name", "number", "site"});
      return;
    case TableId::programmes:
      begin_row(making, program, "Add a journey", std::move(begun), {"title", "code", "journey"});
      return;
    case TableId::competencies:
      begin_row(making, program, "Add a competency", std::move(begun),
                {"name", "code", "orientation"});
      return;
    default:
      begin_row(making, program, "Add a site", std::move(begun), {"name", "code", "zone"});
  }
}

std::optional<AnyRow> new_row_dialog(const char* id, const Program& program, NewRow& making,
                                     Wishes& wishes) {
  if (std::exchange(making.make, false)) {
    open_dialog(id);
    making.fresh = true;
  }
  if (!making.begun) return {};
  constexpr float kWidth = 480;
  constexpr float kPadding = 24;
  NewRowFields fields(making, std::exchange(making.fresh, false));
  const float inside = px(kWidth - 2 * kPadding);
  const std::string refused = said(making, "", "");
  const float height = px(2 * kPadding + 24 + 16 + 8 + metric::kControl) + fields.height(inside) +
                       refusal_height(inside, refused);
  Dialog frame(id, {.width = kWidth, .height = height / px(1)});
  if (!frame) {
    making = {};
    return {};
  }
  std::optional<AnyRow> added;
  Rect r = frame.inside();
  label(r.cut_top(px(24), px(16)), Type::section, ink(Colour::text), making.title);
  Rect buttons = r.cut_bottom(px(metric::kControl), px(8));
  refusal(r.cut_bottom(refusal_height(r.width(), refused)), refused);
  fields.draw(r);
  if (button_right(buttons, "Add it", {.kind = ButtonKind::primary})) {
    auto made = models::make_row(program, making.begun, making.texts);
    making.errors = made ? Errors{} : made.error();
    making.fresh = !made;  // typing goes on at the first field
    if (made) {
      added = std::get<Put>(made->commands.front()).row;
      wishes.edit = Edit{std::move(made->commands), std::move(made->label)};
      Dialog::close();
    }
  }
  if (button_right(buttons, "Leave")) Dialog::close();
  return added;
}

}  // namespace tandem::views
