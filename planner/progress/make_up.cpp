#include "planner/progress/make_up.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "planner/base/text.hpp"
#include "planner/schedule/form.hpp"

namespace tandem {
namespace {

constexpr std::size_t kTold = 3;

std::string places(std::vector<std::string> where) {
  if (where.size() > kTold) {
    const std::size_t more = where.size() - kTold;
    where.resize(kTold);
    where.push_back(fmt::format("{} more", more));
  }
  return sentence_list(where);
}

std::vector<std::string> wheres(const std::vector<SeatChoice>& choices) {
  std::vector<std::string> out;
  for (const SeatChoice& choice : choices) out.push_back(choice.where);
  return out;
}

// Sessions that are refused for the same reason are told together.
std::string reasons(const std::vector<SeatChoice>& refused) {
  std::vector<std::pair<std::string, std::vector<std::string>>> by_reason;
  for (const SeatChoice& choice : refused) {
    auto same = std::find_if(by_reason.begin(), by_reason.end(),
                             [&](const auto& told) { return told.first == choice.refused; });
    if (same == by_reason.end()) same = by_reason.insert(same, {choice.refused, {}});
    same->second.push_back(choice.where);
  }
  std::string out;
  for (auto& [reason, where] : by_reason)
    out += fmt::format(" {}: {}", places(std::move(where)), reason);
  return out;
}

std::string text_of(const SeatFinder& finder, const MakeUp& make_up) {
  const Program& program = finder.records().program();
  const std::string& code = program.modules.at(make_up.module).code;
  if (!make_up.offers.empty())
    return fmt::format("{}: a seat could be offered in {}", code, places(wheres(make_up.offers)));
  if (!make_up.refused.empty())
    return fmt::format("{}: no seat fits in {}.{}", code,
                       make_up.refused.size() == 1
                           ? "the one session ahead"
                           : fmt::format("the {} sessions ahead", make_up.refused.size()),
                       reasons(make_up.refused));
  int undated = 0;
  bool one_to_one = false;
  for (const Session* s : finder.records().sessions(make_up.module)) {
    one_to_one = one_to_one || schedule::is_one_to_one(finder.records().program(), *s);
    if (s->status != SessionStatus::delivered && !finder.records().span(s->id).first) ++undated;
  }
  if (one_to_one) return fmt::format("{}: one to one, so an hour of their own can be agreed", code);
  if (undated > 0)
    return fmt::format("{}: {} of it {} no date yet; a seat can be found once the plan is made",
                       code, count(undated, "session"), undated == 1 ? "has" : "have");
  return fmt::format("{}: no session of it lies ahead in any cohort", code);
}

}  // namespace

std::vector<MakeUp> make_ups(const SeatFinder& finder, const PersonProgress& progress,
                             Id<Module> only) {
  const TrainingRecords& records = finder.records();
  const Program& program = records.program();
  const Person& person = program.people.at(progress.person);
  if (has_left(person, records.today())) return {};
  const auto pause = records.pause(person.id, records.today());
  if (pause && !pause->to) return {};
  std::map<std::string_view, Id<Module>> owed;
  std::set<Id<Module>> settled;  // done or booked in another of their cohorts
  for (const JourneyProgress& journey : progress.journeys)
    for (const ModuleProgress& m : journey.modules) {
      if (m.state == ModuleState::to_make_up)
        owed.emplace(program.modules.at(m.module).code, m.module);
      else if (m.state == ModuleState::done || m.state == ModuleState::booked)
        settled.insert(m.module);
    }
  std::vector<MakeUp> out;
  for (const auto& [code, module] : owed) {
    if (settled.contains(module) || (only && module != only)) continue;
    MakeUp make_up{person.id, module, {}, {}, {}};
    for (SeatChoice& choice : finder.choices(person.id, module))
      (choice.fits() ? make_up.offers : make_up.refused).push_back(std::move(choice));
    make_up.text = text_of(finder, make_up);
    out.push_back(std::move(make_up));
  }
  return out;
}

}  // namespace tandem
