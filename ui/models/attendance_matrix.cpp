#include "ui/models/attendance_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/progress/training_records.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

// Sessions that share a column (or several, one a meeting), and whose they are.
struct Group {
  std::string module;
  std::vector<const SessionFacts*> sessions;
  std::set<Id<Person>> people;
  std::size_t meetings{};
  std::optional<Date> first;
};

class Builder {
 public:
  Builder(const SessionBook& book, const Cohort& cohort, Date today)
      : book_(book),
        program_(book.program()),
        cohort_(cohort),
        today_(today),
        records_(program_, today) {
    for (const Attendance& a : program_.attendance) marks_[{a.session, a.meeting, a.person}] = &a;
  }

  AttendanceMatrix build() {
    members();
    group_sessions();
    for (const Group& group : groups_)
      for (std::size_t m = 0; m < std::max<std::size_t>(1, group.meetings); ++m) column(group, m);
    next_column();
    for (MatrixRow& row : out_.rows) sum_up(row);
    return std::move(out_);
  }

 private:
  void members() {
    std::vector<const Member*> in;
    std::vector<const Member*> waiting;
    int enrolled = 0;
    for (const Member* m : records_.members(cohort_.id)) {
      if (m->status == MemberStatus::enrolled || m->status == MemberStatus::completed)
        in.push_back(m);
      if (m->status == MemberStatus::enrolled) ++enrolled;
      if (m->status == MemberStatus::waitlisted || m->status == MemberStatus::requested)
        waiting.push_back(m);
    }
    const auto name = [&](const Member* m) {
      const Person& p = program_.people.at(m->person);
      return std::pair{p.sort_as.empty() ? p.name : p.sort_as, p.number};
    };
    std::ranges::sort(in, {}, name);
    std::ranges::stable_sort(
        waiting, {}, [](const Member* m) { return m->since.value_or(Date{days{1'000'000}}); });
    for (const Member* m : in) out_.rows.push_back(row_of(program_.people.at(m->person)));
    for (const MatrixRow& row : out_.rows) people_.insert(row.person);
    list_waiting(waiting, enrolled);
    for (const Moment& moment : program_.moments) {
      if (is_private(moment) || !people_.contains(moment.person)) continue;
      const Person& p = program_.people.at(moment.person);
      out_.moments.push_back(
          {moment.text, p.name + (moment.date ? ", " + day_month(*moment.date) : "")});
    }
  }

  MatrixRow row_of(const Person& person) const {
    MatrixRow row;
    row.person = person.id;
    row.number = person.number;
    row.name = person.name;
    if (const Unit* unit = find(program_, person.unit)) row.place = unit->name;
    if (const Site* site = find(program_, person.site))
      row.place += (row.place.empty() ? "" : ", ") + site->name;
    if (const auto pause = records_.pause(person.id, today_)) {
      row.resting = true;
      row.paused = pause->to ? "paused until " + words(*pause->to) : "paused, no end set";
    }
    return row;
  }

  void list_waiting(const std::vector<const Member*>& waiting, int enrolled) {
    int place = 0;
    for (const Member* m : waiting) {
      const Person& p = program_.people.at(m->person);
      Waiting w;
      Member enrolled_row = *m;
      enrolled_row.status = MemberStatus::enrolled;
      w.take_in = {Put{AnyRow{enrolled_row}}};
      w.number = p.number;
      w.name = p.name;
      w.text = fmt::format("{}{}{}", m->status == MemberStatus::requested ? "asked" : "waits",
                           fmt::format(", place {}", ++place),
                           m->since ? ", since " + words(*m->since) : "");
      const int free = cohort_.capacity ? *cohort_.capacity - enrolled : 1;
      w.room = free > 0;
      w.reason = !cohort_.capacity ? "no limit of places is set"
                 : free > 0
                     ? fmt::format("{} of {} taken", enrolled, count(*cohort_.capacity, "place"))
                     : fmt::format("all {} are taken", count(*cohort_.capacity, "place"));
      out_.waiting.push_back(std::move(w));
    }
  }

  const Seat* seat_of(const SessionFacts& s, Id<Person> person) const {
    for (const Seat* seat : records_.seats(s.id))
      if (seat->person == person && seat->status == SeatStatus::booked) return seat;
    return nullptr;
  }

  void group_sessions() {
    std::vector<const SessionFacts*> own;
    for (const SessionFacts& s : book_.sessions())
      if (!s.cancelled() && std::ranges::find(s.cohort_ids, cohort_.id) != s.cohort_ids.end())
        own.push_back(&s);
    const auto first = [](const SessionFacts* s) {
      if (!s->meetings.empty()) return std::optional{date_of(s->meetings.front().begin)};
      return s->due_to;
    };
    std::ranges::stable_sort(
        own, {}, [&](const SessionFacts* s) { return first(s).value_or(Date{days{1'000'000}}); });
    for (const SessionFacts* s : own) {
      std::set<Id<Person>> people;
      for (const Seat* seat : records_.seats(s->id))
        if (seat->status == SeatStatus::booked && people_.contains(seat->person))
          people.insert(seat->person);
      const auto fits = [&](const Group& g) {
        return g.module == s->module && g.meetings == s->meetings.size() &&
               std::ranges::none_of(people, [&](auto p) { return g.people.contains(p); });
      };
      auto group = std::ranges::find_if(groups_, fits);
      if (group == groups_.end())
        group =
            groups_.insert(groups_.end(), Group{s->module, {}, {}, s->meetings.size(), first(s)});
      group->sessions.push_back(s);
      group->people.insert(people.begin(), people.end());
    }
    std::ranges::stable_sort(
        groups_, {}, [](const Group& g) { return g.first.value_or(Date{days{1'000'000}}); });
  }

  void column(const Group& group, std::size_t meeting) {
    const SessionFacts& any = *group.sessions.front();
    MatrixColumn col;
    col.module = group.module;
    col.title = any.title;
    col.orientation = any.orientation;
    if (group.meetings > 1) col.part = fmt::format("{}/{}", meeting + 1, group.meetings);
    std::optional<Date> from;
    std::optional<Date> to;
    for (const SessionFacts* s : group.sessions) {
      const auto day =
          group.meetings > 0 ? std::optional{date_of(s->meetings[meeting].begin)} : s->due_to;
      if (!day) continue;
      from = from ? std::min(*from, *day) : *day;
      to = to ? std::max(*to, *day) : *day;
    }
    dates(col, from, to);
    ends_.push_back(from && *from >= today_ ? from : std::nullopt);
    for (MatrixRow& row : out_.rows) {
      MatrixCell c = cell(group, meeting, row);
      // Nobody came to it as long as nobody said so: a column without a mark has no count.
      const bool came = c.state == CellState::full || c.state == CellState::partial;
      if (came || c.state == CellState::no_show || c.state == CellState::excused)
        col.came = std::max(0, col.came) + (came ? 1 : 0);
      row.cells.push_back(std::move(c));
    }
    out_.columns.push_back(std::move(col));
  }

  static void dates(MatrixColumn& col, std::optional<Date> from, std::optional<Date> to) {
    if (!from) {
      col.day = "no";
      col.month = "date";
      return;
    }
    const auto parts = [](Date d) { return split(day_month(d), ' '); };
    const auto a = parts(*from);
    const auto b = parts(*to);
    col.day = *from == *to ? a[0] : a[1] == b[1] ? a[0] + "–" + b[0] : a[0] + " " + a[1];
    col.month = a[1] == b[1] ? a[1] : "–" + b[0] + " " + b[1];
  }

  MatrixCell cell(const Group& group, std::size_t meeting, const MatrixRow& row) const {
    MatrixCell c;
    for (const SessionFacts* s : group.sessions) {
      if (!seat_of(*s, row.person)) continue;
      c.session = s->id;
      if (group.meetings == 0) return own_time(c, *s, row);
      const MeetingFacts& m = s->meetings[meeting];
      const Date day = date_of(m.begin);
      c.meeting = program_.meetings.at(m.id).number;
      c.length = static_cast<int>((m.end - m.begin).count());
      c.when = words(m.begin);
      const auto it = marks_.find({s->id, c.meeting, row.person});
      const bool paused = records_.paused(row.person, day);
      if (it != marks_.end()) {
        marked(c, *it->second);
      } else if (paused) {
        c.state = CellState::paused;
        c.refused = "A pause freezes this: nothing in it counts as missed.";
      } else if (day > today_) {
        c.state = CellState::ahead;
        c.refused = "It is still to come: marks can be set from " + words(day) + " on.";
      } else {
        c.state = day < today_ || s->status == SessionStatus::delivered ? CellState::open
                                                                        : CellState::ahead;
      }
      return c;
    }
    return without_seat(c, group, meeting, row);
  }

  // Someone on a pause has given the seat back: it shows as frozen, not as a hole.
  MatrixCell without_seat(MatrixCell c, const Group& group, std::size_t meeting,
                          const MatrixRow& row) const {
    c.refused = "There is no booked seat here.";
    for (const SessionFacts* s : group.sessions) {
      const auto day =
          group.meetings > 0 ? std::optional{date_of(s->meetings[meeting].begin)} : s->due_to;
      if (!day || !records_.paused(row.person, *day)) continue;
      c.state = CellState::paused;
      c.refused = "A pause freezes this: nothing in it counts as missed.";
    }
    return c;
  }

  MatrixCell own_time(MatrixCell c, const SessionFacts& s, const MatrixRow& row) const {
    c.refused = "Done on their own time: nobody is marked here.";
    c.when = when_words(s);
    c.state = s.due_to && *s.due_to < today_ ? CellState::on_their_own : CellState::ahead;
    if (s.due_to && records_.paused(row.person, *s.due_to)) c.state = CellState::paused;
    return c;
  }

  static void marked(MatrixCell& c, const Attendance& mark) {
    switch (mark.status) {
      case AttendanceStatus::full:
        c.state = CellState::full;
        return;
      case AttendanceStatus::partial:
        c.state = CellState::partial;
        c.minutes = mark.minutes.value_or(0);
        return;
      case AttendanceStatus::no_show:
        c.state = CellState::no_show;
        return;
      case AttendanceStatus::excused:
        c.state = CellState::excused;
        return;
    }
  }

  void next_column() {
    std::optional<std::size_t> best;
    for (std::size_t k = 0; k < ends_.size(); ++k)
      if (ends_[k] && (!best || *ends_[k] < *ends_[*best])) best = k;
    if (best) out_.columns[*best].next = true;
  }

  static void sum_up(MatrixRow& row) {
    for (const MatrixCell& c : row.cells) {
      const bool came = c.state == CellState::full || c.state == CellState::partial;
      if (came) ++row.done;
      if (came || c.state == CellState::no_show) ++row.due;
    }
  }

  const SessionBook& book_;
  const Program& program_;
  const Cohort& cohort_;
  Date today_;
  TrainingRecords records_;
  std::map<std::tuple<Id<Session>, int, Id<Person>>, const Attendance*> marks_;
  std::set<Id<Person>> people_;
  std::vector<Group> groups_;
  std::vector<std::optional<Date>> ends_;  // a day to come for each column
  AttendanceMatrix out_;
};

}  // namespace

std::string_view state_words(CellState state) {
  switch (state) {
    case CellState::none:
      return "no seat";
    case CellState::ahead:
      return "not yet";
    case CellState::open:
      return "not marked";
    case CellState::full:
      return "full";
    case CellState::partial:
      return "partial";
    case CellState::no_show:
      return "no-show";
    case CellState::excused:
      return "excused";
    case CellState::paused:
      return "paused";
    case CellState::on_their_own:
      return "on their own";
  }
  return "";
}

const MatrixCell* AttendanceMatrix::cell(int row, int column) const {
  if (row < 0 || column < 0 || row >= static_cast<int>(rows.size()) ||
      column >= static_cast<int>(columns.size()))
    return nullptr;
  return &rows[static_cast<std::size_t>(row)].cells[static_cast<std::size_t>(column)];
}

AttendanceMatrix attendance_matrix(const SessionBook& book, const Cohort& cohort, Date today) {
  return Builder{book, cohort, today}.build();
}

std::string mark_label(const AttendanceMatrix& matrix, int row, int column,
                       std::optional<AttendanceStatus> status, int minutes) {
  const MatrixRow& r = matrix.rows[static_cast<std::size_t>(row)];
  const MatrixColumn& c = matrix.columns[static_cast<std::size_t>(column)];
  const std::string what = c.part.empty() ? c.module : c.module + " " + c.part;
  if (!status) return fmt::format("Take back the mark of {} for {}", r.name, what);
  std::string mark{*status == AttendanceStatus::no_show ? "no-show" : word(*status)};
  if (*status == AttendanceStatus::partial) mark += fmt::format(", {} min", minutes);
  return fmt::format("{} for {}: {}", r.name, what, mark);
}

}  // namespace tandem::models
