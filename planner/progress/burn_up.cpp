#include "planner/progress/burn_up.hpp"

namespace tandem {

void BurnUp::add(const TrainingRecords& records, Id<Person> person,
                 const std::vector<ModulePlan>& plan, const std::vector<SeatRecord>& seats) {
  for (const ModulePlan& module : plan) {
    // A module counts once, on the first day it was planned for and the first day it was done.
    std::optional<Date> planned;
    std::optional<Date> done;
    for (const SeatRecord& seat : seats) {
      if (seat.session->module != module.module->id || !seat.span.last) continue;
      const Date last = *seat.span.last;
      const bool completed = seat.state == SeatState::completed;
      if (completed) done = done ? std::min(*done, last) : last;
      if (!completed && (seat.only_excused() || records.paused(person, *seat.span.first))) continue;
      planned = planned ? std::min(*planned, last) : last;
    }
    if (planned) ++steps_[*planned].planned;
    if (done) ++steps_[*done].actual;
  }
}

std::vector<BurnUpPoint> BurnUp::points(Date today) const {
  auto steps = steps_;
  if (!steps.empty() && steps.begin()->first < today && today < steps.rbegin()->first)
    steps.try_emplace(today);
  std::vector<BurnUpPoint> out;
  int planned = 0;
  int actual = 0;
  for (const auto& [date, step] : steps) {
    planned += step.planned;
    actual += step.actual;
    out.push_back({date, planned, date <= today ? std::optional{actual} : std::nullopt});
  }
  return out;
}

}  // namespace tandem
