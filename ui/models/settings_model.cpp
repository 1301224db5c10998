#include "ui/models/settings_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/domain/program.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

template <class T>
RowKey key_of(const T& row) {
  return {kTableOf<T>, row.id.value};
}

// The rows of a table by code.
template <class T>
std::vector<const T*> by_code(const Table<T>& rows) {
  std::vector<const T*> out;
  for (const T& row : rows) out.push_back(&row);
  std::ranges::sort(out, {}, &T::code);
  return out;
}

template <class T>
std::string name_or_code(const T& row) {
  return row.name.empty() ? row.code : row.name;
}

struct Lister {
  const Program& program;
  Date today;
  std::vector<SettingsGroup> out{};

  void begin(std::string title) { out.push_back({std::move(title), {}}); }
  void add(SettingsLine line) {
    line.find = search_key(fmt::format("{} {} {}", line.name, line.code, line.detail));
    out.back().lines.push_back(std::move(line));
  }
  void done() {
    std::erase_if(out, [](const SettingsGroup& group) { return group.lines.empty(); });
  }

  // Until when it is closed or away, if it is today.
  std::string away(AbsenceKind kind, RawId who) const {
    for (const Absence& a : program.absences)
      if (a.kind == kind && a.code.value == who && a.from <= today && today <= a.to)
        return fmt::format("{} until {}", kind == AbsenceKind::room ? "closed" : "away",
                           words_with_year(a.to));
    return {};
  }

  void room(const Room& r) {
    SettingsLine line{key_of(r), r.name, r.code, {}, {}, {}};
    line.detail = away(AbsenceKind::room, r.id.value);
    line.attention = !line.detail.empty();
    if (line.detail.empty())
      line.detail = r.is_virtual ? "virtual" : r.capacity ? count(*r.capacity, "seat") : "no limit";
    add(std::move(line));
  }

  void places() {
    begin("Sites");
    const auto sites = by_code(program.sites);
    std::map<Id<Site>, int> rooms;
    for (const Room& r : program.rooms) ++rooms[r.site];
    for (const Site* s : sites) {
      const int held = rooms[s->id];
      add({key_of(*s), s->name, s->code, held == 0 ? "no room" : count(held, "room"), {}, {}});
    }
    const auto in_order = by_code(program.rooms);
    for (const Site* s : sites) {
      begin("Rooms in " + s->name);
      for (const Room* r : in_order)
        if (r->site == s->id) room(*r);
    }
    begin("Rooms of no site");
    for (const Room* r : in_order)
      if (!r->site) room(*r);
    begin("Equipment");
    for (const Asset* a : by_code(program.assets)) {
      std::string detail = std::to_string(a->quantity);
      detail += a->site ? fmt::format(" in {}", code_of(program, a->site)) : " for every site";
      add({key_of(*a), name_or_code(*a), a->code, std::move(detail), {}, {}});
    }
  }

  void facilitators() {
    std::map<Id<Facilitator>, int> runs;
    for (const Qualification& q : program.qualifications) ++runs[q.facilitator];
    for (const bool own : {true, false}) {
      begin(own ? "From the organisation" : "From outside");
      for (const Facilitator* f : by_code(program.facilitators)) {
        if (static_cast<bool>(f->person) != own) continue;
        SettingsLine line{key_of(*f), f->name, f->code, away(AbsenceKind::facilitator, f->id.value),
                          {},         {}};
        line.attention = !line.detail.empty();
        if (f->until && *f->until < today) line.detail = "until " + words_with_year(*f->until);
        if (line.detail.empty())
          line.detail = runs[f->id] == 0 ? "no module" : count(runs[f->id], "module");
        add(std::move(line));
      }
    }
  }

  void calendars() {
    begin("Blackouts");
    std::vector<const Blackout*> blackouts;
    for (const Blackout& b : program.blackouts) blackouts.push_back(&b);
    std::ranges::sort(blackouts, {}, [](const Blackout* b) {
      return std::tuple{b->from, b->to, b->name, b->id};
    });
    for (const Blackout* b : blackouts)
      add({key_of(*b),
           b->name.empty() ? "Blackout" : b->name,
           scope_words(program, *b),
           days_words(b->from, b->to),
           {},
           {}});
    begin("Rooms closed");
    std::vector<const Absence*> closed;
    for (const Absence& a : program.absences)
      if (a.kind == AbsenceKind::room) closed.push_back(&a);
    std::ranges::sort(closed, {}, [](const Absence* a) {
      return std::tuple{a->from, a->to, a->id};
    });
    for (const Absence* a : closed) {
      const Room& r = program.rooms.at(Id<Room>{a->code.value});
      add({key_of(*a), r.name, r.code, days_words(a->from, a->to), {}, {}});
    }
    std::vector<const Holiday*> holidays;
    for (const Holiday& h : program.holidays) holidays.push_back(&h);
    std::ranges::sort(holidays, {}, &Holiday::date);
    for (const Site* s : by_code(program.sites)) {
      begin("Holidays in " + s->name);
      for (const Holiday* h : holidays)
        if (h->site == s->id)
          add({key_of(*h),
               h->name.empty() ? "Holiday" : h->name,
               {},
               words_with_year(h->date),
               {},
               {}});
    }
  }

  void rules() {
    begin("For everybody");
    const Workspace& w = program.workspace();
    if (w.id && w.horizon_from && w.horizon_to)
      add({key_of(w), w.name, {}, days_words(*w.horizon_from, *w.horizon_to), {}, {}});
    begin("Cohorts");
    for (const Cohort* c : by_code(program.cohorts)) {
      std::string detail = c->max_minutes_week ? duration_words(*c->max_minutes_week) + " a week"
                                               : std::string{"any load"};
      if (c->deadline) detail += ", to end by " + words(*c->deadline);
      add({key_of(*c), c->name, c->code, std::move(detail), {}, {}});
    }
    begin("Units");
    for (const Unit* u : by_code(program.units)) {
      std::string detail;
      if (u->max_away) detail = fmt::format("{} away", *u->max_away);
      if (u->max_away_percent)
        detail += fmt::format("{}{} % away", detail.empty() ? "" : ", ", *u->max_away_percent);
      add({key_of(*u),
           u->name,
           u->code,
           detail.empty() ? "no limit" : "at most " + detail,
           {},
           {}});
    }
  }

  void roles() {
    std::map<Id<Role>, int> expected;
    for (const RoleTarget& t : program.role_targets)
      expected[t.role] += t.expected == Expected::not_expected ? 0 : 1;
    begin("Roles");
    for (const Role* r : by_code(program.roles)) {
      std::string detail =
          r->track ? fmt::format("{} {}", word(*r->track), r->level) : std::string{"no ladder"};
      if (const int skills = expected[r->id]; skills > 0) detail += ", " + count(skills, "skill");
      add({key_of(*r), r->title, r->code, std::move(detail), {}, {}});
    }
    for (const Ladder ladder : {Ladder::expert, Ladder::people}) {
      begin(ladder == Ladder::expert ? "Expert ladder" : "People ladder");
      std::vector<const TrackLevel*> levels;
      for (const TrackLevel& l : program.track_levels)
        if (l.track == ladder) levels.push_back(&l);
      std::ranges::sort(levels, {}, &TrackLevel::level);
      for (const TrackLevel* l : levels)
        add({key_of(*l),
             l->title.empty() ? l->level : l->title,
             l->level,
             l->pairs_with.empty() ? "no pair" : "pairs with " + l->pairs_with,
             {},
             {}});
    }
  }
};

}  // namespace

std::vector<SettingsGroup> settings_list(const Program& program, SettingsTab tab, Date today) {
  Lister lister{program, today};
  switch (tab) {
    case SettingsTab::places:
      lister.places();
      break;
    case SettingsTab::facilitators:
      lister.facilitators();
      break;
    case SettingsTab::calendars:
      lister.calendars();
      break;
    case SettingsTab::rules:
      lister.rules();
      break;
    case SettingsTab::roles:
      lister.roles();
      break;
  }
  lister.done();
  return std::move(lister.out);
}

RowKey first_row(const std::vector<SettingsGroup>& groups) {
  return groups.empty() ? RowKey{} : groups.front().lines.front().row;
}

bool holds(const std::vector<SettingsGroup>& groups, RowKey row) {
  return std::ranges::any_of(groups, [&](const SettingsGroup& group) {
    return std::ranges::find(group.lines, row, &SettingsLine::row) != group.lines.end();
  });
}

bool fits(const SettingsLine& line, std::span<const std::string> wanted) {
  return has_all(line.find, wanted);
}

RowKey neighbour(const std::vector<SettingsGroup>& groups, std::string_view search, RowKey row,
                 int step) {
  const auto wanted = search_words(search);
  std::vector<RowKey> shown;
  for (const SettingsGroup& group : groups)
    for (const SettingsLine& line : group.lines)
      if (fits(line, wanted)) shown.push_back(line.row);
  if (shown.empty()) return {};
  const auto at = std::ranges::find(shown, row) - shown.begin();
  const auto last = static_cast<std::ptrdiff_t>(shown.size()) - 1;
  if (at > last) return shown.front();
  return shown[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + step, 0, last))];
}

std::string days_words(Date from, Date to) {
  if (from == to) return words_with_year(from);
  return fmt::format("{} to {}", words(from), words_with_year(to));
}

std::string scope_words(const Program& program, const Blackout& blackout) {
  if (blackout.scope == BlackoutScope::all) return "everybody";
  const TableId target = kBlackoutTargets[static_cast<std::size_t>(blackout.scope)];
  return fmt::format("{} {}", word(blackout.scope),
                     code_text(program, target, blackout.code.value));
}

std::string blackout_words(const Program& program, const Blackout& b) {
  std::string hours;
  if (b.start && b.end)
    hours = fmt::format(" from {} to {}", text(*b.start), text(*b.end));
  else if (b.start)
    hours = " after " + text(*b.start);
  else if (b.end)
    hours = " before " + text(*b.end);
  return fmt::format("No session{} on these days for {}.", hours, scope_words(program, b));
}

std::string name_of(const Program& program, TableId table, RawId id) {
  const RowRef ref = tandem::find(program, table, id);
  if (!ref) return {};
  const AnyRow row = share(program, table, id);
  if (const auto* a = get_if<Absence>(row))
    return code_text(program, kAbsenceTargets[static_cast<std::size_t>(a->kind)], a->code.value);
  for (const std::string_view field : {"name", "title"})
    if (const Field* f = info(table).field(field)) {
      const Value value = f->get(ref.row);
      if (const auto* text = std::get_if<std::string>(&value); text && !text->empty()) return *text;
    }
  if (const auto* l = get_if<TrackLevel>(row)) return l->level;
  if (const auto* b = get_if<Blackout>(row)) return days_words(b->from, b->to);
  if (const auto* h = get_if<Holiday>(row)) return words_with_year(h->date);
  return code_text(program, table, id);
}

}  // namespace tandem::models
