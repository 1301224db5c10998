#include "ui/views/settings_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"
#include "ui/models/phrases.hpp"
#include "ui/models/row_form.hpp"
#include "ui/views/form_columns.hpp"
#include "ui/views/module_form.hpp"
#include "ui/views/settings_fields.hpp"
#include "ui/widgets/lists.hpp"

namespace tandem::views {
namespace {

using namespace ui;
using models::RowKey;

constexpr float kGap = 16;
constexpr int kColumns = 4;
constexpr float kProse = 64;
constexpr float kNarrow = 620;  // below, half as many columns: names of fields are not cut

Rect columns_of(const Rect& line, int first, int count, int of) {
  return {line.column(first, of, px(kGap)).x0, line.y0,
          line.column(first + count - 1, of, px(kGap)).x1, line.y1};
}

// The fields of a row, as many to a line as its columns hold.
class FormOf {
 public:
  FormOf(Area& area, RowFields& fields, const Program& program)
      : area_(area),
        fields_(fields),
        program_(program),
        columns_(area.x1() - area.x0() < px(kNarrow) ? kColumns / 2 : kColumns) {}

  void draw(std::span<const FormField> form) {
    for (auto at = form.begin(); at != form.end();) {
      if (at->asked == Asked::when_made) {
        ++at;
        continue;
      }
      int used = 0;
      auto end = at;
      while (end != form.end() && end->asked == Asked::in_form && used + span(*end) <= columns_)
        used += span(*end++);
      line({at, end});
      at = end;
    }
  }

 private:
  int span(const FormField& field) const { return std::min(field.columns, columns_); }

  void line(std::span<const FormField> part) {
    const Rect room = area_.rest();
    float height = 0;
    int column = 0;
    for (const FormField& field : part) {
      height = std::max(height,
                        height_of(field, columns_of(room, column, span(field), columns_).width()));
      column += span(field);
    }
    const Rect r = area_.next(height);
    column = 0;
    for (const FormField& field : part) {
      control(columns_of(r, column, span(field), columns_), field);
      column += span(field);
    }
    area_.skip(px(12));
  }

  float height_of(const FormField& field, float width) const {
    switch (field.control) {
      case Control::yes_no:
        return fields_.choice_height(width, std::array{field.no, field.yes});
      case Control::choice:
        return fields_.choice_height(width, field_of(field).choices);
      case Control::weekdays:
        return fields_.weekdays_height(width);
      case Control::prose:
        return fields_.height(width, field.field, {.box = kProse});
      default:
        return fields_.height(width, field.field);
    }
  }

  void control(const Rect& r, const FormField& field) {
    switch (field.control) {
      case Control::yes_no:
        fields_.choice(r, field.field, field.label, std::array{field.no, field.yes});
        return;
      case Control::choice:
        fields_.choice(r, field.field, field.label, field_of(field).choices);
        return;
      case Control::weekdays:
        fields_.weekdays(r, field.field, field.label);
        return;
      case Control::money: {
        const std::string& currency = program_.workspace().currency;
        fields_.money(
            r, field.field, field.label,
            {.hint = field.hint, .remark = currency.empty() ? std::string_view{"EUR"} : currency});
        return;
      }
      case Control::date:
      case Control::code: {
        const std::string_view remark = remark_of(field);
        fields_.text(r, field.field, field.label, {.hint = field.hint, .remark = remark});
        return;
      }
      case Control::prose:
        fields_.text(r, field.field, field.label, {.hint = field.hint, .box = kProse});
        return;
      case Control::text:
        fields_.text(r, field.field, field.label, {.hint = field.hint});
        return;
    }
  }

  const Field& field_of(const FormField& field) const {
    return *info(fields_.row().table()).field(field.field);
  }

  // The weekday of a day, the name behind a code.
  std::string_view remark_of(const FormField& field) const {
    const AnyRow& row = fields_.row();
    const Field& f = field_of(field);
    const Value value = f.get(row.data());
    const auto* number = std::get_if<std::int64_t>(&value);
    if (!number) return {};
    if (field.control == Control::date) return weekday_name(weekday(Date{days{*number}}));
    return fields_.drafts().kept(phrase("name of {}", field.field), [&] {
      return models::name_of(program_, target_of(f, info(row.table()), row.data()),
                             static_cast<RawId>(*number));
    });
  }

  Area& area_;
  RowFields& fields_;
  const Program& program_;
  int columns_;
};

struct Part {
  Area& area;
  models::SettingsBook& book;
  SettingsState& state;
  Wishes& wishes;

  const Program& program() const { return book.program(); }

  void heading(std::string_view text, std::string_view right = {}) const {
    area.skip(px(8));
    rule(area);
    card_heading(area.next(px(24)), text, right);
    area.skip(px(8));
  }

  void none(std::string_view text) const {
    label(area.next(px(20)), Type::small, ink(Colour::muted), text);
    area.skip(px(8));
  }

  bool add_button(std::string_view name) const {
    Rect line = area.next(px(metric::kControl));
    const bool pressed = button_left(line, name, {.icon = Icon::plus});
    area.skip(px(8));
    return pressed;
  }

  void remove(RowKey row) const {
    state.refused = wish(program(), models::remove_row(program(), row), wishes);
  }

  // Days on which a room is closed or a facilitator away.
  void absences(AbsenceKind kind, RawId who, std::string_view code) const {
    const bool room = kind == AbsenceKind::room;
    heading(room ? "Closed" : "Away", "no session then");
    std::pmr::vector<const Absence*> rows(frame_memory());
    for (const Absence& a : program().absences)
      if (a.kind == kind && a.code.value == who) rows.push_back(&a);
    std::ranges::sort(rows, {}, [](const Absence* a) { return std::pair{a->from, a->id}; });
    if (rows.empty()) none(room ? "Open on every working day." : "There on every working day.");
    for (const Absence* a : rows) {
      const IdScope id(a->id.value);
      const ProbeScope scope(phrase("From {}", text(a->from)));
      RowFields fields(program(), state.drafts, shared(program(), *a),
                       phrase("{} {}", code, room ? "closed" : "away"), wishes);
      Rect line = area.next(std::max(fields.height(px(200), "from"), fields.height(px(200), "to")));
      line.x1 = std::min(line.x1, line.x0 + px(480));
      Rect cross = line.cut_right(px(32), px(8));
      cross.cut_top(px(22));
      cross.y1 = cross.y0 + px(metric::kControl);
      const auto day = [&](int column, std::string_view field, std::string_view name, Date date) {
        fields.text(line.column(column, 2, px(kGap)), field, name,
                    {.remark = weekday_name(weekday(date))});
      };
      day(0, "from", "First day", a->from);
      day(1, "to", "Last day", a->to);
      if (icon_button(cross, Icon::cross, room ? "Open on these days" : "Not away then"))
        remove({TableId::absences, a->id.value});
      area.skip(px(8));
    }
    if (!add_button(room ? "Close it for some days" : "Add days away")) return;
    Absence begun;
    begun.kind = kind;
    begun.code = {who};
    begin_row(state, program(), fmt::format("{} {}", code, room ? "is closed" : "is away"),
              AnyRow{begun}, {"from", "to"});
  }

  void modules_run(const Facilitator& of) const {
    std::pmr::vector<const Qualification*> rows(frame_memory());
    for (const Qualification& q : program().qualifications)
      if (q.facilitator == of.id) rows.push_back(&q);
    std::ranges::sort(rows, {},
                      [&](const Qualification* q) { return code_of(program(), q->module); });
    heading("May run", counted(rows.size(), "module"));
    if (rows.empty()) none("No module yet.");
    constexpr std::array<std::string_view, 3> kLevels{"Lead", "Co", "Shadow"};
    const ProbeScope scope("May run");
    for (const Qualification* q : rows) {
      const Module& module = program().modules.at(q->module);
      const IdScope id(q->id.value);
      Rect line = area.next(px(36));
      if (!Area::in_view(line)) continue;
      if (icon_button(line.cut_right(px(32), px(8)), Icon::cross,
                      phrase("No longer {}", module.code)))
        remove({TableId::qualifications, q->id.value});
      const Rect levels = line.cut_right(px(172), px(8));
      orientation_chip(shown(module.orientation), line.cut_left(px(16), px(8)), true);
      label(line.cut_left(px(48), px(8)), Type::small_strong, ink(Colour::text), module.code);
      label(line, Type::small, ink(Colour::text), module.title);
      RowFields fields(program(), state.drafts, shared(program(), *q),
                       phrase("{} for {}", module.code, of.code), wishes);
      std::optional<int> level = static_cast<int>(q->level);
      if (chips(levels.middle_row(px(28)), module.code, kLevels, level, false))
        fields.take("level", "level", std::string{word(static_cast<QualificationLevel>(*level))});
    }
    area.skip(px(4));
    if (!add_button("Add a module they run")) return;
    Qualification begun;
    begun.facilitator = of.id;
    begin_row(state, program(), of.code + " may run", AnyRow{begun}, {"module", "level"});
  }

  // The level of each skill that a role asks for.
  void targets(const tandem::Role& of) const {
    std::pmr::vector<const RoleTarget*> rows(frame_memory());
    for (const RoleTarget& t : program().role_targets)
      if (t.role == of.id) rows.push_back(&t);
    std::ranges::sort(rows, {},
                      [&](const RoleTarget* t) { return code_of(program(), t->competency); });
    heading("Expects", "a level from 1 to 5, or plainly not");
    if (rows.empty()) none("No skill yet: nothing is expected of whoever has the role.");
    static constexpr std::array<std::string_view, 6> kLevels{"1", "2", "3", "4", "5", "Not"};
    const ProbeScope scope("Expects");
    for (const RoleTarget* t : rows) {
      const Competency& skill = program().competencies.at(t->competency);
      const IdScope id(t->id.value);
      Rect line = area.next(px(36));
      if (!Area::in_view(line)) continue;
      if (icon_button(line.cut_right(px(32), px(8)), Icon::cross,
                      phrase("No longer {}", skill.code)))
        remove({TableId::role_targets, t->id.value});
      const Rect levels = line.cut_right(px(272), px(8));
      orientation_chip(shown(skill.orientation), line.cut_left(px(16), px(8)), true);
      label(line.cut_left(px(48), px(8)), Type::small_strong, ink(Colour::text), skill.code);
      label(line, Type::small, ink(Colour::text), skill.name);
      RowFields fields(program(), state.drafts, shared(program(), *t),
                       phrase("{} of {}", skill.code, of.code), wishes);
      std::optional<int> level = static_cast<int>(t->expected);
      if (chips(levels.middle_row(px(28)), skill.code, kLevels, level, false))
        fields.take("expected", "level", std::string{word(static_cast<Expected>(*level))});
    }
    area.skip(px(4));
    if (!add_button("Add a skill it expects")) return;
    RoleTarget begun;
    begun.role = of.id;
    begin_row(state, program(), of.code + " expects", AnyRow{begun}, {"competency", "expected"});
  }

  // Minutes to every other site that people travel to.
  void travel(const Site& from) const {
    std::pmr::vector<const Site*> others(frame_memory());
    for (const Site& s : program().sites)
      if (s.id != from.id && !s.is_virtual) others.push_back(&s);
    if (from.is_virtual || others.empty()) return;
    std::ranges::sort(others, {}, &Site::code);
    heading("Travel", "minutes, both ways; empty: not on one day");
    constexpr int kPerLine = 3;
    for (std::size_t at = 0; at < others.size(); at += kPerLine) {
      const std::size_t end = std::min(others.size(), at + kPerLine);
      float height = 0;
      const float width = area.rest().column(0, kPerLine, px(kGap)).width();
      for (std::size_t k = at; k < end; ++k)
        height = std::max(
            height, field_height(width, {.refused = minutes_draft(from, *others[k]).refused}));
      const Rect line = area.next(height);
      for (std::size_t k = at; k < end; ++k)
        minutes(line.column(static_cast<int>(k - at), kPerLine, px(kGap)), from, *others[k]);
      area.skip(px(8));
    }
  }

  FieldDraft& minutes_draft(const Site& from, const Site& to) const {
    const std::string_view key = phrase("travel {} {}", from.id.value, to.id.value);
    if (FieldDraft* known = state.drafts.find(key)) return *known;
    FieldDraft& draft = state.drafts.of(key);
    if (const auto minutes = models::travel_between(program(), from.id, to.id))
      draft.text = phrase("{}", *minutes);
    return draft;
  }

  void minutes(const Rect& r, const Site& from, const Site& to) const {
    FieldDraft& draft = minutes_draft(from, to);
    const InputResult typed =
        field(r, phrase("To {}", to.name), draft.text, {.hint = "none", .refused = draft.refused});
    if (typed.changed) draft.refused.clear();
    if (!typed.committed) return;
    const auto was = models::travel_between(program(), from.id, to.id);
    std::optional<int> wanted;
    if (!trim(draft.text).empty()) {
      const auto number = parse_integer(trim(draft.text));
      if (!number || *number < 0 || *number > 1440) {
        draft.refused = phrase("'{}' is not a number of minutes from 0 to 1440.", draft.text);
        return;
      }
      wanted = static_cast<int>(*number);
    }
    if (wanted != was)
      draft.refused =
          wish(program(), models::set_travel(program(), from.id, to.id, wanted), wishes);
  }
};

bool can_go(TableId table) {
  return table != TableId::workspaces && table != TableId::cohorts && table != TableId::units;
}

// What stands above the fields: its name, what kind of thing it is, who names it.
void head(const Part& part, RowKey key, const AnyRow& row) {
  Rect line = part.area.next(px(32));
  if (can_go(key.table) && button_right(line, "Remove")) part.remove(key);
  const std::string& title = part.state.drafts.kept(
      "title", [&] { return models::name_of(part.program(), key.table, key.id); });
  label(line, Type::section, ink(Colour::text), title);
  record(ui::Role::text, line, title);
  const std::string& refused = part.state.refused;
  if (!refused.empty()) {
    refusal(part.area.rest(), refused);
    part.area.skip(refusal_height(part.area.x1() - part.area.x0(), refused));
  }
  std::string_view about;
  if (const auto* b = get_if<Blackout>(row))
    about =
        part.state.drafts.kept("about", [&] { return models::blackout_words(part.program(), *b); });
  else if (get_if<Absence>(row))
    about = "Nothing is held there on these days.";
  else if (get_if<Holiday>(row))
    about = "Nobody whose home is there is booked on it.";
  else if (get_if<TrackLevel>(row))
    about = "A rung of one of the two ladders, which are equal by intent.";
  else if (key.table == TableId::workspaces)
    about = "What holds for every plan that is made here.";
  else
    about = part.book.uses(key);
  if (about.empty()) about = "Nothing uses it yet.";
  part.area.skip(px(4));
  part.area.skip(paragraph(part.area.rest(), Type::small, ink(Colour::muted), about));
  part.area.skip(px(16));
}

std::string name_for_edits(const Program& program, const AnyRow& row) {
  return row.table() == TableId::workspaces ? std::string{"Workspace"}
                                            : models::sentence(models::row_words(program, row));
}

}  // namespace

void draw_settings_form(const Rect& r, models::SettingsBook& book, SettingsState& state, RowKey key,
                        Wishes& wishes) {
  const Program& program = book.program();
  const AnyRow row = share(program, key.table, key.id);
  const IdScope table(info(key.table).name);
  const IdScope id(key.id);
  Rect room = r;
  const Rect beside = cut_details(room);
  const ProbeScope scope("Form");
  const auto details = [&](Area& area) {
    const Part part{area, book, state, wishes};
    if (const auto* site = get_if<Site>(row)) part.travel(*site);
    if (const auto* role = get_if<tandem::Role>(row)) part.targets(*role);
    if (const auto* place = get_if<Room>(row))
      part.absences(AbsenceKind::room, place->id.value, place->code);
    if (const auto* who = get_if<Facilitator>(row)) {
      part.absences(AbsenceKind::facilitator, who->id.value, who->code);
      part.modules_run(*who);
    }
    area.skip(px(32));
  };
  {
    Area area("settings form", scrolling(room), kScrolling);
    head(Part{area, book, state, wishes}, key, row);
    const std::string& name =
        state.drafts.kept("name", [&] { return name_for_edits(program, row); });
    RowFields fields(program, state.drafts, row, name, wishes);
    FormOf{area, fields, program}.draw(form_of(key.table));
    if (beside.empty()) details(area);
  }
  if (beside.empty()) return;
  Area area("settings details", scrolling(beside), kScrolling);
  details(area);
}

}  // namespace tandem::views
