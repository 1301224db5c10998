#include "ui/models/today_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/text.hpp"
#include "planner/progress/cohort_progress.hpp"
#include "planner/progress/meeting_marks.hpp"
#include "planner/schedule/selection.hpp"
#include "ui/models/phrases.hpp"

namespace tandem::models {
namespace {

constexpr int kAgendaDays = 14;
constexpr std::size_t kAgendaLines = 40;  // so many are told, later days included

constexpr std::size_t kGroupLines = 30;  // as many of a group as a page can hold

std::string clock(LocalMinute begin) { return text(time_of(begin)); }

class Builder {
 public:
  Builder(const SessionBook& book, Date today, const Judgement* judgement)
      : book_(book),
        program_(book.program()),
        today_(today),
        judgement_(judgement),
        progress_(cohort_progress(program_, today)) {}

  TodayModel build() {
    out_.empty = program_.cohorts.empty();
    if (out_.empty) return std::move(out_);
    attention();
    agenda();
    figures();
    balance();
    return std::move(out_);
  }

 private:
  void add(AttentionGroup group) {
    if (group.lines.empty()) return;
    group.count = static_cast<int>(group.lines.size());
    out_.attention += group.count;
    if (group.lines.size() > kGroupLines) group.lines.resize(kGroupLines);
    out_.groups.push_back(std::move(group));
  }

  void attention() {
    add(without_date());
    add(broken());
    add(without_marks());
    add(cohorts_late());
    add(to_make_up());
    for (const Concern worst : {Concern::blocked, Concern::late, Concern::look})
      for (AttentionGroup& group : out_.groups)
        for (AttentionLine& line : group.lines)
          if (line.concern == worst) {
            line.first = true;
            return;
          }
  }

  AttentionGroup without_date() {
    AttentionGroup group{"Without a date", {}};
    for (const SessionFacts& s : book_.sessions()) {
      if (s.cancelled() || s.has_date()) continue;
      std::string reason = "has no date";
      bool possible = false;
      if (judgement_)
        if (const auto why = judgement_->undated.find(s.code);
            why != judgement_->undated.end() && !why->second.brief.empty()) {
          reason = book_.in_words(why->second.brief, s);
          possible = why->second.possible;
          out_.plan = out_.plan || possible;
        }
      const std::string text = fmt::format("{}: {}", s.name(), reason);
      group.lines.push_back({possible ? Concern::look : Concern::blocked, "no date " + s.code, text,
                             possible ? "Plan" : "See why", false, s.code,
                             s.cohorts.empty() ? "" : s.cohorts.front()});
    }
    for (const Unplanned& u : unplanned(program_)) {
      out_.plan = true;
      const Cohort& cohort = program_.cohorts.at(u.cohort);
      group.lines.push_back(
          {Concern::look, "unplanned " + cohort.code,
           fmt::format("{}: {} not planned yet: {}", cohort.code,
                       count(static_cast<std::int64_t>(u.modules.size()), "module"),
                       sentence_list(u.modules)),
           "Plan", false, "", cohort.code});
    }
    return group;
  }

  // A rule broken by what stands in the plan, the first sentence of each session.
  AttentionGroup broken() const {
    AttentionGroup group{"Dates that broke", {}};
    if (!judgement_) return group;
    std::set<std::string> told;
    for (const Violation& v : judgement_->broken) {
      if (v.session.empty() || !told.insert(v.session).second) continue;
      group.lines.push_back(
          {Concern::late, "broken " + v.session, v.text, "See it", false, v.session, ""});
    }
    return group;
  }

  template <class Visit>
  void each_held(Visit visit) const {
    std::set<std::pair<RawId, RawId>> seen;
    for (const CohortProgress& cohort : progress_)
      for (const SessionProgress& s : cohort.sessions)
        if (s.held && seen.insert({cohort.cohort.value, s.session.value}).second) visit(cohort, s);
  }

  AttentionGroup without_marks() const {
    AttentionGroup group{"Held, but not marked", {}};
    each_held([&](const CohortProgress& cohort, const SessionProgress& s) {
      if (s.unmarked == 0) return;
      const Session& session = program_.sessions.at(s.session);
      const std::string code{code_of(program_, cohort.cohort)};
      group.lines.push_back(
          {Concern::look, "marks " + session.code + " " + code,
           fmt::format("{} for {} was held {}: {} without a mark",
                       code_of(program_, session.module), code, s.last ? words(*s.last) : "",
                       count(s.unmarked, "person", "people")),
           "See " + std::string{code_of(program_, session.module)}, false, session.code, code});
    });
    return group;
  }

  AttentionGroup cohorts_late() const {
    AttentionGroup group{"Cohorts behind", {}};
    for (const CohortProgress& p : progress_) {
      const Cohort& cohort = program_.cohorts.at(p.cohort);
      if (!cohort.deadline) continue;
      if (p.finish && *p.finish > *cohort.deadline) {
        group.lines.push_back(
            {Concern::late, "late " + cohort.code,
             fmt::format("{} ends {}, {} after its deadline", cohort.code, words(*p.finish),
                         count((*p.finish - *cohort.deadline).count(), "day")),
             "See " + cohort.code, false, "", cohort.code});
      } else if (p.health == Health::late) {
        group.lines.push_back({Concern::late, "late " + cohort.code,
                               fmt::format("{} should have ended {}: {} of {} held", cohort.code,
                                           words(*cohort.deadline), p.held, p.sessions.size()),
                               "See " + cohort.code, false, "", cohort.code});
      }
    }
    return group;
  }

  // By name as long as a name or two tell it, else by number. Some were excused, so nobody is said
  // to have missed anything.
  std::string who(const SessionProgress& s, const std::string& cohort) const {
    if (s.missed.size() > 2) return fmt::format("{} people of {}", s.missed.size(), cohort);
    std::vector<std::string> names;
    for (const auto id : s.missed) names.push_back(program_.people.at(id).name);
    return sentence_list(names);
  }

  AttentionGroup to_make_up() const {
    AttentionGroup group{"People to make up", {}};
    each_held([&](const CohortProgress& cohort, const SessionProgress& s) {
      if (s.to_make_up == 0) return;
      const Session& session = program_.sessions.at(s.session);
      const std::string code{code_of(program_, cohort.cohort)};
      const std::string module{code_of(program_, session.module)};
      group.lines.push_back(
          {Concern::look, "make up " + session.code + " " + code,
           fmt::format("{}: {}{}", who(s, code), module, s.last ? " of " + words(*s.last) : ""),
           "See " + module, false, session.code, code});
    });
    return group;
  }

  void agenda() {
    const Date from = week_start(today_);
    const Date to = from + days{kAgendaDays};
    const TrainingRecords records{program_, today_};
    const MarksByMeeting marks{records};
    for (const SessionFacts& s : book_.sessions()) {
      if (s.cancelled()) continue;
      const std::string who = s.cohorts.size() == 1
                                  ? s.cohorts.front()
                                  : count(static_cast<std::int64_t>(s.cohorts.size()), "cohort");
      for (const MeetingFacts& m : s.meetings) {
        const Date date = date_of(m.own_begin);
        if (date < from) continue;
        AgendaLine line{AgendaLine::Kind::meeting,
                        date,
                        clock(m.own_begin),
                        s.code,
                        s.module,
                        1,
                        s.orientation,
                        who,
                        m.room.empty() ? "room not set" : m.room,
                        date < today_,
                        false};
        if (date < from + days{7}) ++out_.this_week;
        if (line.past) {
          if (date < from + days{7}) ++out_.held_this_week;
          const MeetingMarks told = marks.of(program_.meetings.at(m.id));
          line.no_marks = told.unmarked() > 0;
          line.right =
              line.no_marks ? "no marks" : fmt::format("{} of {}", told.came, told.expected);
        }
        out_.agenda.push_back(std::move(line));
      }
      if (s.meetings.empty() && s.due_to && *s.due_to >= from)
        out_.agenda.push_back({AgendaLine::Kind::due, *s.due_to, "due", s.code, s.module, 1,
                               s.orientation, who, "on their own", *s.due_to < today_, false});
    }
    std::map<Date, std::map<std::string, std::vector<std::string>>> holidays;
    for (const Holiday& h : program_.holidays) {
      if (h.date < from || h.date >= to || weekday(h.date) >= 5) continue;
      const Site* site = find(program_, h.site);
      holidays[h.date][h.name].push_back(site ? site->name : "");
    }
    for (const auto& [day, names] : holidays) {
      AgendaLine line;
      line.kind = AgendaLine::Kind::holiday;
      line.date = day;
      std::vector<std::string> told;
      for (const auto& [name, sites] : names)
        told.push_back(fmt::format("{} in {}", name, sentence_list(sites)));
      line.right = join(told, ", ");
      line.past = day < today_;
      out_.agenda.push_back(std::move(line));
    }
    std::stable_sort(out_.agenda.begin(), out_.agenda.end(), [](const auto& a, const auto& b) {
      return std::tuple{a.date, a.kind != AgendaLine::Kind::holiday, a.time, a.session} <
             std::tuple{b.date, b.kind != AgendaLine::Kind::holiday, b.time, b.session};
    });
    fold_agenda();
    // All of the two weeks, then what follows as far as a glance goes.
    const auto later = std::find_if(out_.agenda.begin(), out_.agenda.end(),
                                    [&](const AgendaLine& l) { return l.date >= to; });
    const auto told = std::max(later, out_.agenda.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                kAgendaLines, out_.agenda.size())));
    for (auto at = told; at != out_.agenda.end(); ++at) out_.agenda_more += at->times;
    out_.agenda.erase(told, out_.agenda.end());
  }

  // Three or more of one module for one cohort on a day are one line: five talks of an hour each.
  void fold_agenda() {
    std::vector<AgendaLine> lines;
    const auto same = [](const AgendaLine& a, const AgendaLine& b) {
      return a.kind == AgendaLine::Kind::meeting && b.kind == a.kind && a.date == b.date &&
             a.module == b.module && a.cohort == b.cohort;
    };
    for (const AgendaLine& line : out_.agenda) {
      const auto all = std::ranges::count_if(
          out_.agenda, [&](const AgendaLine& other) { return same(line, other); });
      const auto first =
          std::ranges::find_if(lines, [&](const AgendaLine& other) { return same(line, other); });
      if (all < 3 || first == lines.end()) {
        lines.push_back(line);
        continue;
      }
      ++first->times;
      first->no_marks = first->no_marks || line.no_marks;
      if (first->right != line.right) first->right = line.past ? "held" : "one by one";
    }
    // Two groups of one module on a day would be the same line twice.
    for (AgendaLine& line : lines)
      if (const SessionFacts* s = book_.find(line.session);
          s && line.times == 1 && !s->group.empty())
        line.cohort += ", " + s->group;
    out_.agenda = std::move(lines);
  }

  void figures() {
    held_figure(out_.figures[0]);
    seats_figure(out_.figures[1]);
    date_figure(out_.figures[2]);
    next_figure(out_.figures[3]);
  }

  void held_figure(Figure& f) const {
    int due = 0;
    int delivered = 0;
    int all = 0;
    std::map<Date, int> by_week;
    for (const SessionFacts& s : book_.sessions()) {
      if (s.cancelled()) continue;
      ++all;
      const auto last = s.last_day();
      const bool done = s.status == SessionStatus::delivered;
      if (done || (last && *last < today_)) ++due;
      if (!done) continue;
      ++delivered;
      if (last) ++by_week[week_start(*last)];
    }
    f.label = "Sessions held";
    f.value = fmt::format("{}", delivered);
    f.of = fmt::format("of {} due", due);
    f.note = fmt::format("{} still to come", all - due);
    f.trend = running(by_week);
  }

  void seats_figure(Figure& f) const {
    Ratio seats;
    for (const CohortProgress& p : progress_) seats = seats + p.seats;
    f.label = "Seats completed";
    if (seats.whole == 0) {
      f.value = "–";
      f.note = "no session is held yet";
      return;
    }
    const double share = static_cast<double>(seats.part) / static_cast<double>(seats.whole);
    f.value = fmt::format("{} %", static_cast<int>(share * 100 + 0.5));
    f.note = fmt::format("{} of {} due", grouped(seats.part), grouped(seats.whole));
    f.hint = "Pauses and excused absences are left out.";
    f.share = share;
    f.trend = seats_trend();
  }

  // Completed of due up to each week in which something was held.
  std::vector<double> seats_trend() const {
    std::map<Date, Ratio> weeks;
    for (const CohortProgress& p : progress_)
      for (const SessionProgress& s : p.sessions)
        if (s.held && s.last)
          weeks[week_start(*s.last)] =
              weeks[week_start(*s.last)] +
              Ratio{s.completed, s.completed + s.unmarked + s.to_make_up - s.excused};
    std::vector<double> out;
    Ratio sum;
    for (const auto& [week, seats] : weeks) {
      sum = sum + seats;
      if (sum.whole > 0)
        out.push_back(static_cast<double>(sum.part) / static_cast<double>(sum.whole));
    }
    return out;
  }

  void date_figure(Figure& f) const {
    int all = 0;
    int dated = 0;
    std::vector<std::string> without;
    for (const SessionFacts& s : book_.sessions()) {
      if (s.cancelled()) continue;
      ++all;
      if (s.has_date())
        ++dated;
      else
        without.push_back(s.module);
    }
    std::size_t open = 0;
    for (const Unplanned& u : unplanned(program_)) open += u.modules.size();
    f.label = "Sessions with a date";
    f.value = fmt::format("{}", dated);
    f.of = fmt::format("of {}", all);
    if (open > 0)
      f.note = fmt::format("{} not planned yet", count(static_cast<std::int64_t>(open), "module"));
    else if (without.empty())
      f.note = "every module is planned";
    else
      f.note = fmt::format("{} without a date{}", without.size(),
                           without.size() < 4 ? ": " + sentence_list(without) : "");
    if (all > 0) f.share = static_cast<double>(dated) / all;
  }

  // Who is enrolled, not on a pause, and has a seat in something still to come.
  void next_figure(Figure& f) const {
    std::set<Id<Person>> paused;
    for (const Season& s : program_.seasons)
      if (s.season == SeasonKind::paused && s.from <= today_ && (!s.to || *s.to >= today_))
        paused.insert(s.person);
    std::set<Id<Person>> enrolled;
    std::set<Id<Person>> resting;
    for (const Member& m : program_.members) {
      if (m.status != MemberStatus::enrolled) continue;
      (paused.contains(m.person) ? resting : enrolled).insert(m.person);
    }
    std::set<Id<Session>> ahead;
    for (const SessionFacts& s : book_.sessions())
      if (!s.cancelled() && s.status != SessionStatus::delivered && s.last_day() >= today_)
        ahead.insert(s.id);
    std::set<Id<Person>> with;
    for (const Seat& seat : program_.seats)
      if (seat.status == SeatStatus::booked && ahead.contains(seat.session) &&
          enrolled.contains(seat.person))
        with.insert(seat.person);
    f.label = "People with a next session";
    f.value = fmt::format("{}", with.size());
    f.of = fmt::format("of {}", enrolled.size());
    std::vector<std::string> others;
    if (!resting.empty()) others.push_back(fmt::format("{} paused", resting.size()));
    const std::size_t outside = program_.people.size() - enrolled.size() - resting.size();
    if (outside > 0) others.push_back(fmt::format("{} in no cohort", outside));
    f.note = sentence_list(others);
    f.hint = "Counted are those enrolled and not on a pause.";
    if (!enrolled.empty())
      f.share = static_cast<double>(with.size()) / static_cast<double>(enrolled.size());
  }

  std::vector<double> running(const std::map<Date, int>& by_week) const {
    std::vector<double> out;
    if (by_week.empty()) return out;
    double sum = 0;
    for (Date week = by_week.begin()->first; week <= week_start(today_); week += days{7}) {
      if (const auto it = by_week.find(week); it != by_week.end()) sum += it->second;
      out.push_back(sum);
    }
    return out;
  }

  void balance() {
    double lead = 0;
    double all = 0;
    for (const SessionFacts& s : book_.sessions()) {
      if (s.cancelled() || !s.has_date()) continue;
      const double weight = static_cast<double>(s.minutes) * static_cast<double>(s.people.size());
      all += weight;
      if (s.orientation == Orientation::lead) lead += weight;
      if (s.orientation == Orientation::both) lead += weight / 2;
    }
    out_.person_minutes = static_cast<std::int64_t>(all);
    out_.lead_share = all > 0 ? lead / all : 0;
  }

  const SessionBook& book_;
  const Program& program_;
  Date today_;
  const Judgement* judgement_;
  std::vector<CohortProgress> progress_;
  TodayModel out_;
};

}  // namespace

TodayModel today_model(const SessionBook& book, Date today, const Judgement* judgement) {
  return Builder{book, today, judgement}.build();
}

std::vector<Unplanned> unplanned(const Program& program) {
  std::set<std::pair<Id<Cohort>, Id<Module>>> planned;
  for (const Session& s : program.sessions)
    for (const auto cohort : s.cohorts) planned.insert({cohort, s.module});
  std::vector<const Cohort*> cohorts;
  for (const Cohort& c : program.cohorts) cohorts.push_back(&c);
  std::sort(cohorts.begin(), cohorts.end(),
            [](const Cohort* a, const Cohort* b) { return a->code < b->code; });
  std::vector<Unplanned> out;
  for (const Cohort* cohort : cohorts) {
    const auto uses = schedule::modules_in_use(program, *cohort);
    if (!uses) continue;  // an over-full choice is told when a plan is made
    Unplanned missing{cohort->id, {}};
    for (const auto& use : *uses)
      if (!planned.contains({cohort->id, use.module->id}))
        missing.modules.push_back(use.module->code);
    if (!missing.modules.empty()) out.push_back(std::move(missing));
  }
  return out;
}

}  // namespace tandem::models
