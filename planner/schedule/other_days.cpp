#include "planner/schedule/other_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/nth.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/explain.hpp"
#include "planner/schedule/facts.hpp"
#include "planner/schedule/forced.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstNewId = RawId{1} << 61;  // of rows that exist in this answer only

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

  // Requires: it is in hand, all others on the board.
  std::optional<Forced> force(int day) {
    return forced(*compiled_, state_, search_, windows_, session_, day);
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

// What carries it out: the session in hand pinned where it is put, the others as they were.
// Requires: each has a row.
std::vector<Command> commands_of(const Program& program, const Proposal& changed,
                                 std::string_view session) {
  std::vector<Command> out;
  for (const PlannedSession& planned : changed.sessions) {
    Session row = *program.sessions.find_key(planned.code);
    if (!planned.due_to) {
      out.emplace_back(MoveSession{row.id, planned.meetings, row.pinned || row.code == session});
      continue;
    }
    row.due_from = planned.due_from;
    row.due_to = planned.due_to;
    out.emplace_back(Put{AnyRow{std::move(row)}});
  }
  return out;
}

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
                             std::optional<Date> as_of) {
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
  const bool within = wanted >= 0 && wanted < compiled.problem.days;
  const auto plan = within ? board.force(wanted) : std::nullopt;
  if (!plan) {
    std::vector<Place> places;
    board.take_all();
    out.refused = !within || !board.find(wanted, true, places);
    return out;
  }
  out.possible = true;
  for (const PlannedSession& planned : plan->proposal.sessions)
    if (planned.code == session) out.meetings = planned.meetings;
  out.commands = commands_of(program, plan->proposal, session);
  CountingIds ids{kFirstNewId};
  const auto done = apply_all(program, out.commands, ids);
  if (!done) return fail(done.error());
  const auto today = compiled.as_of ? compiled.as_of : program.workspace().as_of;
  out.changes = plan_changes(program, done->program, today.value_or(compiled.grid.date(0)));
  out.broken = new_violations(program, done->program, as_of);
  auto after = board_of(done->program, session, {{}, as_of});
  if (!after) return tl::unexpected(std::move(after.error()));
  out.after = (*after)->state().cost();
  out.gaps = (*after)->gaps();
  for (Gap& gap : out.gaps) {
    const auto old = std::find_if(gaps_before.begin(), gaps_before.end(), [&](const Gap& g) {
      return g.before == gap.before && g.after == gap.after;
    });
    gap.was = old == gaps_before.end() ? -1 : old->is;
  }
  return out;
}

}  // namespace tandem
