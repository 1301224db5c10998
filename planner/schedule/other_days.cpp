#include "planner/schedule/other_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/nth.hpp"
#include "planner/domain/grouping.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/explain.hpp"
#include "planner/schedule/facts.hpp"
#include "planner/schedule/greedy.hpp"
#include "planner/schedule/improve.hpp"
#include "planner/schedule/result.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstNewId = RawId{1} << 61;  // of rows that exist in this answer only
constexpr std::int64_t kMendingSteps = 4'000;

// Rules that other sessions make hold: without them the day might be free.
bool about_others(std::string_view rule) {
  switch (const auto kind = parse_rule(rule); kind.value_or(RuleKind::code)) {
    case RuleKind::learner_clash:
    case RuleKind::facilitator_clash:
    case RuleKind::room_clash:
    case RuleKind::room_setup:
    case RuleKind::travel:
    case RuleKind::assets:
    case RuleKind::facilitator_days_week:
    case RuleKind::facilitator_minutes_week:
    case RuleKind::facilitator_travel:
    case RuleKind::prerequisite:
    case RuleKind::spacing_min:
    case RuleKind::spacing_max:
    case RuleKind::minutes_week:
    case RuleKind::sessions_day:
    case RuleKind::cover:
    case RuleKind::budget:
      return true;
    default:
      return false;
  }
}

// The plan of a Program on the engine's board, right or wrong, and one session in hand.
class Board {
 public:
  Board(std::shared_ptr<const Compiled> compiled, int session)
      : compiled_(std::move(compiled)),
        problem_(compiled_->problem),
        session_(session),
        windows_(day_windows(problem_)),
        narrow_(windows_),
        tails_(tails(problem_)),
        state_(problem_),
        search_(state_, windows_, tails_),
        on_day_(state_, narrow_, tails_) {
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s)
      if (state_.open(static_cast<int>(s)) && !problem_.sessions[s].held.empty())
        state_.put(static_cast<int>(s), problem_.sessions[s].held);
    held_.assign(state_.places(session).begin(), state_.places(session).end());
  }

  const Compiled& compiled() const { return *compiled_; }
  const Problem::Session& session() const { return problem_.sessions[nth(session_)]; }
  const Group& group() const { return compiled_->groups[nth(session_)]; }
  const std::vector<Place>& held() const { return held_; }
  State& state() { return state_; }
  Search& search() { return search_; }
  const DayWindow& window() const { return windows_[nth(session_)]; }

  void take() {
    if (state_.placed(session_) && !session().fixed) state_.take(session_);
  }
  // Everybody who may move leaves the board.
  void take_all() {
    for (std::size_t s = 0; s < problem_.sessions.size(); ++s)
      if (state_.placed(static_cast<int>(s)) && !problem_.sessions[s].fixed)
        state_.take(static_cast<int>(s));
  }

  // Requires: it is in hand. `alone`: though what it follows has no date.
  bool find(int day, bool alone, std::vector<Place>& out) {
    DayWindow& own = narrow_[nth(session_)];
    own = window();
    own.first_from = own.first_to = day;
    Ask ask;
    ask.no_waiting = alone;
    return on_day_.find(session_, out, ask) && out.front().day == day;
  }

  // At the hours, in the rooms and with the people it has now, so many days later.
  bool find_shifted(int day, std::vector<Place>& out) {
    if (held_.empty()) return false;
    const int by = day - held_.front().day;
    std::vector<Place> moved = held_;
    for (Place& p : moved) {
      const int zone = session().zone;
      const int length = p.end - p.start;
      const TimeOfDay hour = time_of(compiled_->grid.local(zone, p.start));
      p.day += by;
      if (p.day < 0 || p.day >= problem_.days) return false;
      p.start = compiled_->grid.minute(zone, compiled_->grid.date(p.day), hour.minute);
      p.end = p.start + length;
      p.slot = compiled_->grid.slot_below(p.start);
      p.slots = compiled_->grid.slot_above(p.end) - p.slot;
      if (p.slot < 0 || p.slot + p.slots > problem_.slots) return false;
    }
    if (!search_.allows(session_, moved)) return false;
    out = std::move(moved);
    return true;
  }

  // The weekdays on which its cohort ever meets.
  Weekdays weekdays() const {
    Weekdays out;
    const auto& first_slot = problem_.zones[nth(session().zone)].first_slot;
    for (int day = 0; day < problem_.days; ++day)
      if (any(problem_.calendars[session().cohort_calendar], first_slot[nth(day)],
              first_slot[nth(day) + 1]))
        out.bits = static_cast<std::uint8_t>(out.bits | (1U << (day % 7)));
    return out;
  }

  std::vector<Gap> gaps() const {
    std::vector<Gap> out;
    for (const auto* links : {&session().in, &session().out})
      for (const int l : *links) {
        const auto& link = problem_.links[nth(l)];
        if (!state_.placed(link.from) || !state_.placed(link.to)) continue;
        Gap gap;
        gap.before = compiled_->groups[nth(link.from)].code;
        gap.after = compiled_->groups[nth(link.to)].code;
        gap.is = state_.first(link.to).day - state_.last(link.from).day;
        if (link.ideal_days != kNone) gap.ideal = link.ideal_days;
        out.push_back(std::move(gap));
      }
    return out;
  }

 private:
  std::shared_ptr<const Compiled> compiled_;
  const Problem& problem_;
  int session_;
  std::vector<DayWindow> windows_;
  std::vector<DayWindow> narrow_;  // the session in hand to one day
  std::vector<int> tails_;
  State state_;
  Search search_;
  Search on_day_;
  std::vector<Place> held_;
};

Result<std::unique_ptr<Board>> board_of(const Program& program, std::string_view session,
                                        const CompileOptions& options) {
  auto compiled = compile(program, options);
  if (!compiled) return tl::unexpected(std::move(compiled.error()));
  const int s = (*compiled)->session(session);
  if (s == kNone) return fail(ErrorCode::not_found, fmt::format("no session {}", session));
  return std::make_unique<Board>(std::move(*compiled), s);
}

// Why it is no matter of choosing a day; "" when it is.
std::string fixed_words(Board& board) {
  if (board.session().fixed) return stays_because(board.group());
  if (board.session().item) return "it has a due date and no meeting";
  for (const int l : board.session().in) {
    const int from = board.compiled().problem.links[nth(l)].from;
    if (!board.state().placed(from))
      return fmt::format("it follows {}, which has no date",
                         board.compiled().groups[nth(from)].code);
  }
  return {};
}

// The first reason of the kind that decided, else the first of all. An explanation is of the first
// meeting; where that has a start, it is the others that have none, or the money.
Reason telling(const Explanation& explanation, const Group& group, bool others) {
  const auto& all = explanation.reasons;
  const auto it = std::find_if(all.begin(), all.end(), [&](const Reason& reason) {
    return about_others(reason.rule) == others;
  });
  if (it != all.end()) return *it;
  if (!all.empty()) return all.front();
  return group.form.meeting_minutes.size() > 1
             ? Reason{std::string{word(RuleKind::meeting_gap)},
                      "what is left of it finds no place after that day"}
             : Reason{std::string{word(RuleKind::budget)},
                      "its cohort's budget has no room for it"};
}

// The sessions that a mended plan holds otherwise, as commands.
class Mended {
 public:
  Mended(const Program& program, const std::string& session, std::optional<Date> as_of)
      : now_(program), session_(session), as_of_(as_of) {}

  Result<void> carry_out(const Command& command) {
    auto done = apply(now_, command, ids_);
    if (!done) return fail(std::move(done.error()));
    now_ = std::move(done->program);
    commands_.push_back(command);
    return {};
  }

  // Requires: the session stands where it is wanted, pinned. Returns: who had a date and has none.
  Result<std::vector<std::string>> mend(std::stop_token stop) {
    CompileOptions asked;
    asked.as_of = as_of_;
    asked.keep = true;
    auto compiled = compile(now_, asked);
    if (!compiled) return tl::unexpected(std::move(compiled.error()));
    const Problem& problem = (*compiled)->problem;
    const auto windows = day_windows(problem);
    const auto tail = tails(problem);
    State state{problem};
    Search search{state, windows, tail};
    Meter meter{kMendingSteps, {}, std::move(stop)};
    construct(state, search, windows, tail, meter);
    improve(state, search, windows, tail, 1, meter, [] {});
    if (state.cost()[Tier::unplaced] > 0) construct(state, search, windows, tail, meter);
    std::vector<std::string> lost;
    const Grouping<Id<Session>, Meeting> meetings{now_.meetings, &Meeting::session};
    std::vector<Command> moves;
    for (const PlannedSession& planned : to_proposal(**compiled, state).sessions) {
      const Session* row = now_.sessions.find_key(planned.code);
      if (!row || row->code == session_ || row->status == SessionStatus::delivered) continue;
      std::vector<const Meeting*> rows(meetings[row->id].begin(), meetings[row->id].end());
      std::sort(rows.begin(), rows.end(),
                [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
      std::vector<PlannedMeeting> was;
      for (const Meeting* m : rows)
        was.push_back({m->date, m->start, m->end, m->room, m->leads, m->cofacilitators});
      if (was.empty() || was == planned.meetings) continue;
      if (planned.meetings.empty()) lost.push_back(planned.code);
      moves.push_back(MoveSession{row->id, planned.meetings, row->pinned});
    }
    for (const Command& move : moves)
      if (auto done = carry_out(move); !done) return tl::unexpected(std::move(done.error()));
    return lost;
  }

  const Program& program() const { return now_; }
  std::vector<Command> take_commands() { return std::move(commands_); }

 private:
  Program now_;
  const std::string& session_;
  std::optional<Date> as_of_;
  CountingIds ids_{kFirstNewId};
  std::vector<Command> commands_;
};

std::vector<Violation> new_violations(const Program& before, const Program& after,
                                      std::optional<Date> as_of) {
  const auto known = verify(before, as_of);
  std::vector<Violation> out;
  for (Violation& v : verify(after, as_of))
    if (std::none_of(known.begin(), known.end(), [&](const Violation& old) {
          return old.session == v.session && old.text == v.text;
        }))
      out.push_back(std::move(v));
  return out;
}

}  // namespace

Result<DayChoices> day_choices(const Program& program, std::string_view session,
                               std::optional<Date> as_of, std::stop_token stop) {
  auto made = board_of(program, session, {{}, as_of});
  if (!made) return tl::unexpected(std::move(made.error()));
  Board& board = **made;
  DayChoices out;
  out.fixed = fixed_words(board);
  if (!out.fixed.empty()) return out;
  const Compiled& compiled = board.compiled();
  const int here = board.held().empty() ? kNone : board.held().front().day;
  const int s = compiled.session(session);
  board.take();

  std::vector<std::pair<std::size_t, int>> closed;  // where in `out`, and the day
  const Weekdays weekdays = board.weekdays();
  std::vector<int> asked;
  for (int day = board.window().first_from; day <= board.window().first_to; ++day)
    if (weekdays.has(day % 7)) asked.push_back(day);
  if (here != kNone && std::find(asked.begin(), asked.end(), here) == asked.end())
    asked.insert(std::lower_bound(asked.begin(), asked.end(), here), here);
  std::vector<Place> places;
  std::vector<Explanation> why;
  Explainer explainer{compiled, board.state(), board.search()};
  for (const int day : asked) {
    if (stop.stop_requested()) return out;
    DayChoice& choice = out.days.emplace_back();
    choice.date = compiled.grid.date(day);
    choice.standing = day == here                      ? DayStanding::here
                      : board.find(day, false, places) ? DayStanding::free
                                                       : DayStanding::refused;
    if (choice.standing != DayStanding::refused) continue;
    closed.emplace_back(out.days.size() - 1, day);
    why.push_back(explainer.explain(s, day));
  }
  board.take_all();
  for (std::size_t k = 0; k < closed.size(); ++k) {
    DayChoice& choice = out.days[closed[k].first];
    if (!stop.stop_requested() && board.find(closed[k].second, true, places))
      choice.standing = DayStanding::taken;
    choice.reason = telling(why[k], board.group(), choice.standing == DayStanding::taken);
  }
  return out;
}

Result<MovePrice> move_price(const Program& program, std::string_view session, Date day,
                             std::optional<Date> as_of, std::stop_token stop) {
  auto made = board_of(program, session, {{}, as_of});
  if (!made) return tl::unexpected(std::move(made.error()));
  Board& board = **made;
  const Compiled& compiled = board.compiled();
  const Session* row = board.group().existing;
  const int wanted = compiled.grid.day(day);
  if (const std::string fixed = fixed_words(board); !fixed.empty())
    return fail(ErrorCode::refused, fmt::format("{} stays: {}", session, fixed));
  if (!row)
    return fail(ErrorCode::refused, fmt::format("{} is not in the plan yet", session), {},
                "make a plan and accept it first");
  MovePrice out;
  out.before = board.state().cost();
  const auto gaps_before = board.gaps();
  board.take();
  std::vector<Place> places;
  const bool direct = wanted >= 0 && wanted < compiled.problem.days &&
                      (board.find_shifted(wanted, places) || board.find(wanted, false, places));
  if (!direct) {
    board.take_all();
    if (wanted < 0 || wanted >= compiled.problem.days || !board.find(wanted, true, places)) {
      out.without_place.emplace_back(session);
      return out;
    }
  }
  const int s = compiled.session(session);
  out.meetings = to_meetings(compiled, s, places);
  const std::string code{session};
  Mended plan{program, code, as_of};
  if (auto done = plan.carry_out(MoveSession{row->id, out.meetings, true}); !done)
    return tl::unexpected(std::move(done.error()));
  if (!direct) {
    auto lost = plan.mend(std::move(stop));
    if (!lost) return tl::unexpected(std::move(lost.error()));
    out.without_place = std::move(*lost);
  }
  out.possible = out.without_place.empty();
  const auto today = compiled.as_of ? compiled.as_of : program.workspace().as_of;
  out.changes = plan_changes(program, plan.program(), today.value_or(compiled.grid.date(0)));
  out.broken = new_violations(program, plan.program(), as_of);
  auto after = board_of(plan.program(), session, {{}, as_of});
  if (!after) return tl::unexpected(std::move(after.error()));
  out.after = (*after)->state().cost();
  out.gaps = (*after)->gaps();
  for (Gap& gap : out.gaps) {
    const auto old = std::find_if(gaps_before.begin(), gaps_before.end(), [&](const Gap& g) {
      return g.before == gap.before && g.after == gap.after;
    });
    gap.was = old == gaps_before.end() ? -1 : old->is;
  }
  out.commands = plan.take_commands();
  return out;
}

}  // namespace tandem
