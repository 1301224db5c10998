#include "planner/report/even_marks.hpp"

#include <fmt/format.h>

#include <set>

#include "planner/base/text.hpp"

namespace tandem::report {
namespace {

using Voice = std::pair<std::string, RatingSource>;

constexpr std::array<std::string_view, 5> kLevels{"ones", "twos", "threes", "fours", "fives"};

constexpr std::string_view kTellNothing =
    "tell neither people nor skills apart, so look at what the others saw.";

bool known(const Rating& rating, Date as_of) { return !rating.date || *rating.date <= as_of; }

std::string people_words(int n) {
  constexpr std::array<std::string_view, 10> kWords{"three", "four", "five", "six",    "seven",
                                                    "eight", "nine", "ten",  "eleven", "twelve"};
  const int at = n - kEvenPeople;
  return at >= 0 && at < static_cast<int>(kWords.size())
             ? std::string{kWords[static_cast<std::size_t>(at)]}
             : std::to_string(n);
}

}  // namespace

std::vector<EvenMarks> even_marks(const Program& program, Date as_of) {
  struct Given {
    std::set<int> levels;
    std::set<Id<Person>> people;
    int ratings{};
  };
  std::map<Voice, Given> voices;
  for (const Rating& r : program.ratings) {
    if (r.source == RatingSource::self || r.rater.empty() || !known(r, as_of)) continue;
    Given& given = voices[{r.rater, r.source}];
    given.levels.insert(r.level);
    given.people.insert(r.person);
    ++given.ratings;
  }
  std::vector<EvenMarks> out;
  for (const auto& [voice, given] : voices) {
    const auto people = static_cast<int>(given.people.size());
    if (given.levels.size() != 1 || given.ratings < kEvenRatings || people < kEvenPeople) continue;
    out.push_back({voice.first, voice.second, *given.levels.begin(), given.ratings, people});
  }
  return out;
}

EvenMarkNotes::EvenMarkNotes(const Program& program, Date as_of)
    : program_(program), as_of_(as_of), ratings_(group_by(program.ratings, &Rating::person)) {
  for (EvenMarks& marks : even_marks(program, as_of))
    even_.emplace(Voice{marks.rater, marks.source}, std::move(marks));
}

std::vector<EvenMarks> EvenMarkNotes::heard_by(Id<Person> person) const {
  if (even_.empty()) return {};
  std::map<std::pair<Id<Competency>, RatingSource>, std::vector<const Rating*>> said;
  for (const Rating* r : ratings_[person])
    if (known(*r, as_of_)) said[{r->competency, r->source}].push_back(r);
  std::set<Voice> heard;
  for (const auto& [about, ratings] : said) {
    const RatingSource source = about.second;
    if (is_group(source) && std::ssize(latest_by_rater(ratings)) < kSmallestGroup) continue;
    for (const Rating* r : ratings)
      if (even_.contains({r->rater, source})) heard.insert({r->rater, source});
  }
  std::vector<EvenMarks> out;
  for (const Voice& voice : heard) out.push_back(even_.at(voice));
  return out;
}

std::vector<std::string> EvenMarkNotes::of(Id<Person> person) const {
  std::vector<std::string> out;
  for (const EvenMarks& marks : heard_by(person)) {
    const Person* rater = program_.people.find_key(marks.rater);
    std::string who = rater ? rater->name : marks.rater;
    if (is_group(marks.source))
      who = marks.source == RatingSource::peer ? "One of the peers" : "One of the reports";
    out.push_back(fmt::format("{} gave nothing but {}, {} to {} people: such marks {}", who,
                              kLevels[static_cast<std::size_t>(marks.level - 1)], marks.ratings,
                              people_words(marks.people), kTellNothing));
  }
  return out;
}

std::vector<std::string> EvenMarkNotes::for_owner(Id<Person> person) const {
  constexpr std::array<std::string_view, kWords<RatingSource>.size()> kWhose{
      "yourself",        "your manager",     "one of your peers", "one of your reports",
      "one facilitator", "one practice task"};
  std::vector<std::string> out;
  for (const EvenMarks& marks : heard_by(person))
    out.push_back(fmt::format("The marks of {} are all of one level: they {}",
                              kWhose[static_cast<std::size_t>(marks.source)], kTellNothing));
  return out;
}

}  // namespace tandem::report
