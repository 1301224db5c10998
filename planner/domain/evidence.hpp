// What people have said and seen of a person's competencies: ratings by source, kept side by side,
// and dated evidence for, against or neutral. Superseded by later rows, never overwritten. What
// counts as one voice, and how many make a group, is said here once for all who show or use them.
#pragma once

#include <vector>

#include "planner/domain/competency.hpp"
#include "planner/domain/person.hpp"

namespace tandem {

enum class RatingSource : std::uint8_t { self, manager, peer, report, facilitator, task };
constexpr std::array<std::string_view, 6> words(Tag<RatingSource>) {
  return {"self", "manager", "peer", "report", "facilitator", "task"};
}

// Peers and reports are heard as a group, so that nobody can be picked out of it.
constexpr bool is_group(RatingSource source) {
  return source == RatingSource::peer || source == RatingSource::report;
}
// Smaller groups are hidden; the organisation knows no smaller one.
inline constexpr int kSmallestGroup = 3;

enum class Stance : std::uint8_t { for_it, against, neutral };
constexpr std::array<std::string_view, 3> words(Tag<Stance>) {
  return {"for", "against", "neutral"};
}

struct Rating : Row<Rating> {
  Id<Person> person;
  Id<Competency> competency;
  RatingSource source{};
  std::string rater;
  int level{};
  std::optional<Date> date;
  Id<Framework> version;

  bool operator==(const Rating&) const = default;
};

struct Evidence : Row<Evidence> {
  Id<Person> person;
  Id<Competency> competency;
  std::string kind;
  Stance stance{};
  std::string author;
  std::optional<Date> date;
  std::string text;
  bool dissent{};  // upward challenge: never counts against anyone

  bool operator==(const Evidence&) const = default;
};

constexpr auto fields(Tag<Rating>) {
  using enum Privacy;
  return std::array{
      field<&Rating::person>("person").key().about(judgement, "whose level"),
      field<&Rating::competency>("competency").key().about(judgement, "of what"),
      field<&Rating::source>("source").key().about(judgement, "seen from where"),
      field<&Rating::rater>("rater").about(judgement, "who rated"),
      field<&Rating::level>("level").required().range(1, 5).about(judgement, "level seen"),
      field<&Rating::date>("date").about(judgement, "how fresh"),
      field<&Rating::version>("version").about(judgement, "by which framework"),
  };
}

constexpr auto fields(Tag<Evidence>) {
  using enum Privacy;
  return std::array{
      field<&Evidence::person>("person").key().about(judgement, "whose evidence"),
      field<&Evidence::competency>("competency").key_or_empty().about(judgement, "of what"),
      field<&Evidence::kind>("kind").required().about(judgement, "observation, artefact, ..."),
      field<&Evidence::stance>("stance").required().about(judgement, "supports or questions"),
      field<&Evidence::author>("author").about(judgement, "who wrote it"),
      field<&Evidence::date>("date").about(judgement, "how fresh"),
      field<&Evidence::text>("text").about(judgement, "what was seen"),
      field<&Evidence::dissent>("dissent").about(judgement, "keeps dissent from counting"),
  };
}

// What each rater said last, the newest first; of two on one day the lower, so that the order of
// rows is nothing. Ratings without a rater cannot replace each other: those of their latest day
// count, each as one person, because counting more could make a group out of one. Requires: ratings
// of one person, competency and source.
std::vector<const Rating*> latest_by_rater(std::vector<const Rating*> ratings);

}  // namespace tandem
