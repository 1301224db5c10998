// A person's own side and their development: how they see their path, goals, growth areas, actions,
// moments worth remembering, and what they have been offered.
#pragma once

#include "planner/domain/competency.hpp"
#include "planner/domain/module.hpp"
#include "planner/domain/person.hpp"

namespace tandem {

enum class OwnPath : std::uint8_t { expert, people, neither, undecided };
constexpr std::array<std::string_view, 4> words(Tag<OwnPath>) {
  return {"expert", "people", "neither", "undecided"};
}
enum class GoalState : std::uint8_t { open, done, dropped };
constexpr std::array<std::string_view, 3> words(Tag<GoalState>) {
  return {"open", "done", "dropped"};
}
enum class GrowthState : std::uint8_t { live, resting, reached };
constexpr std::array<std::string_view, 3> words(Tag<GrowthState>) {
  return {"live", "resting", "reached"};
}
enum class ActionKind : std::uint8_t { experience, exposure, education };
constexpr std::array<std::string_view, 3> words(Tag<ActionKind>) {
  return {"experience", "exposure", "education"};
}
enum class ActionState : std::uint8_t { planned, doing, done, dropped };
constexpr std::array<std::string_view, 4> words(Tag<ActionState>) {
  return {"planned", "doing", "done", "dropped"};
}
enum class OfferAnswer : std::uint8_t { accepted, declined, none };
constexpr std::array<std::string_view, 3> words(Tag<OfferAnswer>) {
  return {"accepted", "declined", "none"};
}

struct OwnView : Row<OwnView> {
  Id<Person> person;
  std::optional<OwnPath> path;  // empty: not asked
  std::string words;
  std::optional<Date> date;

  bool operator==(const OwnView&) const = default;
};

struct Goal : Row<Goal> {
  std::string code;
  Id<Person> person;
  std::string text;
  std::optional<Horizon> horizon;
  Id<Goal> parent;
  std::optional<GoalState> state;
  std::optional<Date> date;

  bool operator==(const Goal&) const = default;
};

struct GrowthArea : Row<GrowthArea> {
  Id<Person> person;
  Id<Competency> competency;
  GrowthState state{};
  std::optional<Date> since;

  bool operator==(const GrowthArea&) const = default;
};

struct Action : Row<Action> {
  Id<Person> person;
  Id<Competency> growth_area;
  ActionKind kind{};
  std::string text;
  Id<Module> module;
  std::optional<Date> due;
  ActionState state{};

  bool operator==(const Action&) const = default;
};

struct Moment : Row<Moment> {
  Id<Person> person;
  std::string text;
  std::string author;
  std::optional<Date> date;
  bool shared{};  // no: private, in no view, export or report of others

  bool operator==(const Moment&) const = default;
};

struct Offer : Row<Offer> {
  Id<Person> person;
  std::string kind;
  std::optional<Date> date;
  std::optional<OfferAnswer> answer;

  bool operator==(const Offer&) const = default;
};

// Rows that only the owner's full copy may hold (csv-format.md: --without-private).
inline bool is_private(const Moment& moment) { return !moment.shared; }

constexpr auto fields(Tag<OwnView>) {
  using enum Privacy;
  return std::array{
      field<&OwnView::person>("person").key().about(own, "whose view"),
      field<&OwnView::path>("path").about(own, "which path they want"),
      field<&OwnView::words>("words").about(own, "in their words, printed first"),
      field<&OwnView::date>("date").about(own, "how fresh"),
  };
}

constexpr auto fields(Tag<Goal>) {
  using enum Privacy;
  return std::array{
      field<&Goal::code>("code").key().about(own, "names the goal"),
      field<&Goal::person>("person").required().about(own, "whose goal"),
      field<&Goal::text>("text").required().about(own, "the goal"),
      field<&Goal::horizon>("horizon").about(own, "now, next or beyond"),
      field<&Goal::parent>("parent").about(own, "which larger goal it serves"),
      field<&Goal::state>("state").about(own, "open, done or dropped"),
      field<&Goal::date>("date").about(own, "when it was set"),
  };
}

constexpr auto fields(Tag<GrowthArea>) {
  using enum Privacy;
  return std::array{
      field<&GrowthArea::person>("person").key().about(own, "whose growth area"),
      field<&GrowthArea::competency>("competency").key().about(own, "chosen to work on"),
      field<&GrowthArea::state>("state").required().about(own, "live, resting or reached"),
      field<&GrowthArea::since>("since").about(own, "since when"),
  };
}

constexpr auto fields(Tag<Action>) {
  using enum Privacy;
  return std::array{
      field<&Action::person>("person").key().about(own, "whose action"),
      field<&Action::growth_area>("growth_area").about(own, "which growth area it serves"),
      field<&Action::kind>("kind").required().about(own, "experience, exposure or education"),
      field<&Action::text>("text").required().about(own, "what to do"),
      field<&Action::module>("module").about(own, "the module that teaches it"),
      field<&Action::due>("due").about(own, "by when"),
      field<&Action::state>("state").required().about(own, "how far"),
  };
}

constexpr auto fields(Tag<Moment>) {
  using enum Privacy;
  return std::array{
      field<&Moment::person>("person").key().about(own, "whose moment"),
      field<&Moment::text>("text").required().about(own, "the win"),
      field<&Moment::author>("author").about(own, "who noted it"),
      field<&Moment::date>("date").about(own, "when"),
      field<&Moment::shared>("shared").about(own, "whether others may see it"),
  };
}

constexpr auto fields(Tag<Offer>) {
  using enum Privacy;
  return std::array{
      field<&Offer::person>("person").key().about(personal, "to whom"),
      field<&Offer::kind>("kind").required().about(personal, "what was offered"),
      field<&Offer::date>("date").about(personal, "when"),
      field<&Offer::answer>("answer").about(personal, "whom we have not offered anything"),
  };
}

}  // namespace tandem
