#include "planner/schedule/capacity.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "planner/base/nth.hpp"
#include "planner/base/text.hpp"
#include "planner/edit/apply.hpp"
#include "planner/schedule/another_cohort.hpp"
#include "planner/schedule/compile.hpp"
#include "planner/schedule/proof.hpp"
#include "planner/schedule/solve.hpp"
#include "planner/schedule/verify.hpp"

namespace tandem {

using namespace schedule;

namespace {

constexpr RawId kFirstNewId = RawId{1} << 62;  // of the sessions of cohorts that exist here only
constexpr int kLooks = 3;                      // at one attempt, each four times as long
constexpr std::size_t kNamed = 4;              // resources told by name in a sentence

std::string named(const std::vector<std::string>& codes, std::string_view what) {
  if (codes.size() <= kNamed) return sentence_list(codes);
  return fmt::format("{} {}", codes.size(), what);
}

class Asking {
 public:
  Asking(const Program& program, Id<Programme> programme, const CapacityOptions& options,
         std::stop_token stop)
      : program_(program), programme_(programme), options_(options), stop_(std::move(stop)) {}

  Result<Capacity> run() {
    if (auto chosen = choose(); !chosen) return fail(std::move(chosen.error()));
    if (auto counted = count_free(); !counted) return fail(std::move(counted.error()));
    if (auto placed = place(); !placed) return fail(std::move(placed.error()));
    return std::move(out_);
  }

 private:
  Result<void> choose() {
    if (!program_.workspace().horizon_from || !program_.workspace().horizon_to)
      return fail(ErrorCode::bad_input, "the workspace has no planning horizon", "workspace",
                  "set horizon_from and horizon_to");
    const Cohort* like =
        options_.like ? program_.cohorts.find(options_.like) : typical_cohort(program_, programme_);
    const std::string_view code = code_of(program_, programme_);
    if (!like)
      return fail(ErrorCode::bad_usage, fmt::format("no cohort of {} has learners to go by", code),
                  {}, "enrol a first cohort");
    if (like->programme != programme_)
      return fail(ErrorCode::bad_usage, fmt::format("{} is a cohort of {}, not of {}", like->code,
                                                    code_of(program_, like->programme), code));
    out_.like = like->id;
    out_.people = static_cast<int>(learners_of(program_, like->id).size());
    if (out_.people == 0)
      return fail(ErrorCode::bad_usage, fmt::format("{} has no learners to go by", like->code), {},
                  "name another cohort");
    return {};
  }

  // ---- the bound

  Result<void> count_free() {
    Program one = with_fixed_limits(program_, Headcount::most);
    const Id<Cohort> cohort = add_another(one, out_.like, 1);
    const auto compiled = compile(one, {{cohort}, options_.as_of});
    if (!compiled) return fail(compiled.error());
    const Problem& problem = (*compiled)->problem;
    const auto windows = day_windows(problem);
    const auto tail = tails(problem);
    const State state{problem};
    std::vector<int> sessions;
    for (std::size_t s = 0; s < problem.sessions.size(); ++s) {
      const Group& group = (*compiled)->groups[s];
      if (!group.asked) continue;
      sessions.push_back(static_cast<int>(s));
      out_.sessions.push_back(group.code);
    }
    const auto none = impossible(problem, windows, tail, sessions);
    for (const int s : none) out_.no_place.push_back((*compiled)->groups[nth(s)].code);
    const auto found = free_time(state, windows, sessions);
    if (!found.empty()) out_.bound = found.front().cohorts();
    if (!none.empty()) out_.bound = 0;
    std::set<ResourceKind> told;
    for (const FreeTime& limit : found)
      if (told.insert(limit.kind).second) out_.limits.push_back(tell(**compiled, limit, found));
    return {};
  }

  // What the count allows once one more resource helps wherever this limit's sessions are.
  static std::int64_t relaxed(const FreeTime& limit, const std::vector<FreeTime>& all) {
    std::int64_t out = INT64_MAX;
    for (const FreeTime& other : all) {
      const bool helps =
          other.kind == limit.kind &&
          (limit.kind == ResourceKind::assets || limit.kind == ResourceKind::units
               ? other.who == limit.who
               : std::any_of(other.sessions.begin(), other.sessions.end(), [&](int s) {
                   return std::binary_search(limit.sessions.begin(), limit.sessions.end(), s);
                 }));
      out = std::min(out, (other.free + (helps ? limit.one_more : 0)) / other.needed);
    }
    return out;
  }

  CapacityLimit tell(const Compiled& compiled, const FreeTime& limit,
                     const std::vector<FreeTime>& all) const {
    CapacityLimit out;
    const int slot = compiled.problem.slot_minutes;
    out.kind = limit.kind;
    out.free_minutes = limit.free * slot;
    out.needed_minutes = limit.needed * slot;
    out.cohorts = limit.cohorts();
    out.with_one_more = relaxed(limit, all);
    for (const int i : limit.who)
      out.who.push_back(limit.kind == ResourceKind::facilitators
                            ? compiled.facilitators[nth(i)]->code
                        : limit.kind == ResourceKind::rooms  ? compiled.rooms[nth(i)]->code
                        : limit.kind == ResourceKind::assets ? compiled.pools[nth(i)]->code
                                                             : compiled.units[nth(i)]->code);
    std::sort(out.who.begin(), out.who.end());
    std::set<std::string> modules;
    for (const int s : limit.sessions) modules.insert(compiled.groups[nth(s)].module->code);
    out.modules.assign(modules.begin(), modules.end());
    out.text = sentence(out, limit);
    return out;
  }

  std::string sentence(const CapacityLimit& limit, const FreeTime& found) const {
    const std::string& language = program_.cohorts.at(out_.like).language;
    const auto hours = [](std::int64_t minutes) {
      return duration_words(static_cast<int>(std::min<std::int64_t>(minutes, INT32_MAX)));
    };
    const std::string modules = named(limit.modules, "modules");
    const std::string left = fmt::format("{} such time is left, one cohort takes {}",
                                         hours(limit.free_minutes), hours(limit.needed_minutes));
    switch (limit.kind) {
      case ResourceKind::facilitators:
        return fmt::format("{} {} {}{}: {}", named(limit.who, "people"),
                           found.leading ? "alone may lead" : "alone may run", modules,
                           language.empty() ? "" : fmt::format(" in language {}", language), left);
      case ResourceKind::rooms:
        return fmt::format("{} {} the only {} for {}: {}", named(limit.who, "rooms"),
                           limit.who.size() == 1 ? "is" : "are",
                           limit.who.size() == 1 ? "room" : "rooms", modules, left);
      case ResourceKind::assets:
        return fmt::format("{} for {}: {}, counted by the piece", sentence_list(limit.who), modules,
                           left);
      case ResourceKind::units:
        return fmt::format(
            "unit {} may have only so many away at once, and {} take its people: {}, counted by "
            "the person",
            sentence_list(limit.who), modules, left);
    }
    return {};
  }

  // ---- what the engine places

  // The Program with cohorts added and placed, and when they end.
  struct Stand {
    Program program;
    std::vector<Id<Cohort>> cohorts;
    std::vector<Date> finish;
  };

  Result<void> place() {
    Stand stand{with_fixed_limits(program_, Headcount::least), {}, {}};
    baseline_ = verify(stand.program, options_.as_of);
    count_undated(stand.program);
    const Stand empty = stand;
    const std::int64_t most =
        std::min<std::int64_t>(out_.bound.value_or(options_.most), options_.most);
    while (std::ssize(stand.cohorts) < most && !stop_.stop_requested()) {
      // One more on top of those that stand; if it has no room, all of them afresh.
      kept_out_.clear();
      auto next = attempt(stand, 1);
      if (next && !*next && !stand.cohorts.empty()) {
        auto on_top = std::move(kept_out_);
        next = attempt(empty, static_cast<int>(stand.cohorts.size()) + 1);
        kept_out_ = std::move(on_top);
      }
      if (!next) return fail(std::move(next.error()));
      if (!*next) {
        out_.next = std::move(kept_out_);
        break;
      }
      stand = std::move(**next);
    }
    out_.placed = static_cast<int>(stand.cohorts.size());
    out_.tried_all = out_.placed == options_.most && out_.bound.value_or(INT64_MAX) > out_.placed;
    out_.finish = stand.finish;
    out_.with = std::move(stand.program);
    return {};
  }

  // `more` cohorts placed together. Short looks with seeds of their own come before the long one:
  // most cohorts need few steps, and one that got stuck seldom gets loose. Returns: nothing when
  // one of their sessions has no place, or a rule would be broken that is not broken now.
  Result<std::optional<Stand>> attempt(Stand stand, int more) {
    SolveOptions options;
    options.as_of = options_.as_of;
    for (int i = 0; i < more; ++i) {
      const int number = static_cast<int>(stand.cohorts.size()) + 1;
      stand.cohorts.push_back(add_another(stand.program, out_.like, number));
      options.cohorts.push_back(stand.cohorts.back());
    }
    for (int look = 0; look < kLooks && !stop_.stop_requested(); ++look) {
      options.seed = options_.seed + static_cast<std::uint64_t>(look);
      options.steps = (options_.steps * more) >> (2 * (kLooks - 1 - look));
      auto placed = place_in(stand, options);
      if (!placed || *placed) return placed;
    }
    return std::nullopt;
  }

  Result<std::optional<Stand>> place_in(Stand stand, const SolveOptions& options) {
    const auto outcome = solve(stand.program, options, stop_);
    if (!outcome) return fail(outcome.error());
    out_.steps += outcome->steps;
    if (!outcome->unplaced.empty()) {
      kept_out_ = outcome->unplaced;
      return std::nullopt;
    }
    for (const Unseated& seat : outcome->to_make_up)
      if (std::find(options.cohorts.begin(), options.cohorts.end(), seat.cohort) !=
          options.cohorts.end())
        return std::nullopt;
    CountingIds ids{kFirstNewId + (static_cast<RawId>(stand.cohorts.size()) << 32)};
    auto adopted = apply(stand.program, AdoptSchedule{outcome->proposal, {}}, ids);
    if (!adopted) return fail(adopted.error());
    for (const Violation& v : verify(adopted->program, options_.as_of))
      if (std::find(baseline_.begin(), baseline_.end(), v) == baseline_.end()) return std::nullopt;
    stand.program = std::move(adopted->program);
    for (const auto cohort : options.cohorts)
      for (const CohortDay& day : outcome->finish)
        if (day.cohort == cohort) stand.finish.push_back(day.date);
    return std::optional{std::move(stand)};
  }

  void count_undated(const Program& program) {
    const auto compiled = compile(program, {{}, options_.as_of});
    if (!compiled) return;  // solve() tells why
    for (std::size_t s = 0; s < (*compiled)->groups.size(); ++s) {
      const Group& group = (*compiled)->groups[s];
      if (!group.cancelled() && !group.delivered() && (*compiled)->problem.sessions[s].held.empty())
        ++out_.undated;
    }
  }

  const Program& program_;
  Id<Programme> programme_;
  const CapacityOptions& options_;
  std::stop_token stop_;
  std::vector<Violation> baseline_;
  std::vector<UnplacedSession> kept_out_;  // of the latest look that failed
  Capacity out_;
};

}  // namespace

Result<Capacity> capacity(const Program& program, Id<Programme> programme,
                          const CapacityOptions& options, std::stop_token stop) {
  return Asking{program, programme, options, std::move(stop)}.run();
}

}  // namespace tandem
