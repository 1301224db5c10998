#include "ui/models/renaming.hpp"

#include <algorithm>
#include <array>

#include "planner/report/calendar_event.hpp"
#include "planner/schedule/branch_row.hpp"

namespace tandem::models {
namespace {

// What is named by its code: by a waiver, which takes the subjects of a finding (verify.hpp).
constexpr std::array kSubjects{TableId::sites,   TableId::units,   TableId::people,
                               TableId::modules, TableId::cohorts, TableId::facilitators,
                               TableId::rooms,   TableId::assets,  TableId::sessions};

// The first column of its key; pools of assets have the site as a second one.
std::string code_in(TableId table, const void* row) {
  const std::string key = key_of(table, row);
  return key.substr(0, key.find(join_key({"", ""})));
}

class Renaming {
 public:
  Renaming(const Program& program, const AnyRow& row, std::string was, std::string is)
      : program_(program),
        after_(program),
        table_(row.table()),
        was_(std::move(was)),
        is_(std::move(is)) {
    put(after_, row);
    named_by_others_ = std::ranges::any_of(kSubjects, [&](TableId t) { return has_old_code(t); });
  }

  std::vector<Command> run() {
    waivers(program_.waivers);
    waivers(program_.branch_waivers);
    if (table_ == TableId::assets && !has_old_code(table_)) equipment();
    if (table_ == TableId::facilitators) calendars(report::Audience::Kind::facilitator);
    if (table_ == TableId::cohorts) calendars(report::Audience::Kind::cohort);
    if (table_ == TableId::people) calendars(report::Audience::Kind::person);
    marks(program_.branch_sessions);
    marks(program_.branch_meetings);
    marks(program_.branch_seats);
    return std::move(out_);
  }

 private:
  // Another row of the table, that is.
  bool has_old_code(TableId table) const {
    bool found = false;
    for_each_row(after_, table,
                 [&](const RowRef& ref) { found = found || code_in(table, ref.row) == was_; });
    return found;
  }

  template <class T>
  void change(T row) {
    out_.push_back(Put{AnyRow{std::move(row)}});
  }

  template <class T>
  void waivers(const Table<T>& table) {
    for (T row : table) {
      if (row.subject != was_) continue;
      row.subject = is_;
      if (named_by_others_) row.id = {};
      change(std::move(row));
    }
  }

  void equipment() {
    for (Module row : program_.modules) {
      const auto needed = std::ranges::find(row.assets, was_, &Amount::code);
      if (needed == row.assets.end()) continue;
      needed->code = is_;
      change(std::move(row));
    }
  }

  void calendars(report::Audience::Kind kind) {
    const std::string theirs = report::text({kind, was_});
    for (CalendarEntry row : program_.calendar_entries) {
      if (row.audience != theirs) continue;
      row.audience = report::text({kind, is_});
      change(std::move(row));
    }
  }

  // Rows of branches taken up from what the plan still says.
  template <class T>
  void marks(const Table<T>& table) {
    for (T row : table) {
      const auto* now = published(program_, row);
      const auto* then = published(after_, row);
      if (!now || !then || row.base != row_mark(program_, *now)) continue;
      std::string base = row_mark(after_, *then);
      if (base == row.base) continue;
      row.base = std::move(base);
      change(std::move(row));
    }
  }

  const Program& program_;
  Program after_;
  TableId table_;
  std::string was_;
  std::string is_;
  bool named_by_others_{};
  std::vector<Command> out_;
};

}  // namespace

std::vector<Command> put_with_code(const Program& program, const AnyRow& row) {
  std::vector<Command> out{Put{row}};
  if (std::ranges::find(kSubjects, row.table()) == kSubjects.end()) return out;
  std::string was = code_in(row.table(), find(program, row.table(), id_of(row)).row);
  std::string is = code_in(row.table(), row.data());
  if (was == is) return out;
  auto along = Renaming{program, row, std::move(was), std::move(is)}.run();
  out.insert(out.end(), std::make_move_iterator(along.begin()),
             std::make_move_iterator(along.end()));
  return out;
}

}  // namespace tandem::models
