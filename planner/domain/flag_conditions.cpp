#include "planner/domain/flag_conditions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "planner/base/text.hpp"

namespace tandem {
namespace {

constexpr std::string_view kAllowed =
    "write one of: level COMPETENCY >= 1..5 from SOURCE,SOURCE within 24m; "
    "evidence KIND for COMPETENCY >= N; own_view expert|people|undecided; role_target COMPETENCY; "
    "track_history expert|people >= Ny; each may start with any:";

template <class E>
std::string allowed() {
  return join(std::vector<std::string>(kWords<E>.begin(), kWords<E>.end()), ", ");
}

// Reads one clause word by word; the first word out of place ends it.
class Reader {
 public:
  explicit Reader(std::string_view clause) {
    for (const std::string& word : split(clause, ' '))
      if (const auto bare = trim(word); !bare.empty()) words_.emplace_back(bare);
  }

  bool failed() const { return !problem_.empty(); }
  const std::string& problem() const { return problem_; }
  const std::string& hint() const { return hint_; }
  void fail(std::string problem, std::string hint = std::string{kAllowed}) {
    if (failed()) return;
    problem_ = std::move(problem);
    hint_ = std::move(hint);
  }

  std::string word(std::string_view what) {
    if (at_ < words_.size()) return words_[at_++];
    fail(fmt::format("{} is missing at its end", what));
    return {};
  }
  void expect(std::string_view token) {
    const std::string found = word(fmt::format("'{}'", token));
    if (!failed() && found != token)
      fail(fmt::format("'{}' stands where '{}' belongs", found, token));
  }
  template <class E>
  E choice(std::string_view what, std::string_view found) {
    const auto& all = kWords<E>;
    const auto it = std::find(all.begin(), all.end(), found);
    if (it != all.end()) return static_cast<E>(it - all.begin());
    fail(fmt::format("'{}' is not {}", found, what), "use " + allowed<E>());
    return {};
  }
  template <class E>
  E choice(std::string_view what) {
    const std::string found = word(what);
    return failed() ? E{} : choice<E>(what, found);
  }
  // A number with a unit, as in 24m.
  int number(std::string_view what, int low, int high, std::string_view unit = {}) {
    const std::string found = word(what);
    if (failed()) return 0;
    std::string_view digits = found;
    const bool has_unit = digits.ends_with(unit);
    if (has_unit) digits.remove_suffix(unit.size());
    const bool plain = !digits.empty() && digits.size() <= 4 &&
                       digits.find_first_not_of("0123456789") == digits.npos;
    const auto value = plain && has_unit ? parse_integer(digits) : std::nullopt;
    if (value && *value >= low && *value <= high) return static_cast<int>(*value);
    fail(fmt::format("'{}' is not {}", found, what),
         fmt::format("write {}{} to {}{}", low, unit, high, unit));
    return 0;
  }
  void end() {
    if (at_ < words_.size()) fail(fmt::format("'{}' is one word too many", words_[at_]));
  }

 private:
  std::vector<std::string> words_;
  std::size_t at_{};
  std::string problem_;
  std::string hint_;
};

LevelClause read_level(Reader& in) {
  LevelClause out;
  out.competency = in.word("the competency");
  in.expect(">=");
  out.at_least = in.number("a level", 1, 5);
  in.expect("from");
  for (const std::string& source : split(in.word("a source"), ',')) {
    const auto found = in.choice<RatingSource>("a source of ratings", source);
    if (std::find(out.sources.begin(), out.sources.end(), found) != out.sources.end())
      in.fail(fmt::format("the source '{}' stands there twice", source), "name each source once");
    out.sources.push_back(found);
  }
  in.expect("within");
  out.within_months = in.number("a number of months", 1, 120, "m");
  return out;
}

EvidenceClause read_evidence(Reader& in) {
  EvidenceClause out;
  out.kind = in.choice<EvidenceKind>("a kind of evidence that a rule may ask for");
  in.expect("for");
  out.competency = in.word("the competency");
  in.expect(">=");
  out.at_least = in.number("a number of items", 1, 20);
  return out;
}

TrackHistoryClause read_track_history(Reader& in) {
  TrackHistoryClause out;
  out.track = in.choice<Ladder>("a track");
  in.expect(">=");
  out.years = in.number("a number of years", 1, 50, "y");
  return out;
}

void read_test(Reader& in, FlagClause& clause) {
  const std::string verb = in.word("a condition");
  if (verb == "level")
    clause.test = read_level(in);
  else if (verb == "evidence")
    clause.test = read_evidence(in);
  else if (verb == "own_view")
    clause.test = OwnViewClause{in.choice<WantedView>("a view that a rule may ask for")};
  else if (verb == "role_target")
    clause.test = RoleTargetClause{in.word("the competency")};
  else if (verb == "track_history")
    clause.test = read_track_history(in);
  else
    in.fail(fmt::format("'{}' is nothing that a rule can ask about", verb));
  in.end();
}

int characters(std::string_view utf8) {
  return static_cast<int>(
      std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

}  // namespace

std::string_view FlagClause::competency() const {
  return std::visit(
      [](const auto& t) -> std::string_view {
        if constexpr (requires { t.competency; }) return t.competency;
        return {};
      },
      test);
}

Result<std::vector<FlagClause>> parse_conditions(std::string_view conditions) {
  std::vector<FlagClause> out;
  Errors errors;
  for (std::size_t begin = 0; begin <= conditions.size();) {
    const std::size_t end = std::min(conditions.find(';', begin), conditions.size());
    const std::string_view part = conditions.substr(begin, end - begin);
    std::string_view body = trim(part);
    FlagClause clause;
    const std::size_t indent =
        body.empty() ? 0 : static_cast<std::size_t>(body.data() - part.data());
    clause.column = 1 + characters(conditions.substr(0, begin + indent));
    clause.any = body.starts_with("any:");
    if (clause.any) body = trim(body.substr(4));
    clause.text = body;
    Reader in{body};
    read_test(in, clause);
    if (in.failed())
      errors.push_back({ErrorCode::bad_input,
                        body.empty() ? "there is an empty condition"
                                     : fmt::format("'{}': {}", body, in.problem()),
                        fmt::format("column {}", clause.column), in.hint()});
    out.push_back(std::move(clause));
    begin = end + 1;
  }
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

}  // namespace tandem
