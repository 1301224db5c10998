// The burn-up of a cohort: how many modules its people were to have completed by each day of the
// plan, and how many they have. Seats in a pause, and excused ones, leave the plan rather than fall
// short of it. Fed by cohort progress; knows nothing of charts.
#pragma once

#include <map>
#include <vector>

#include "planner/progress/training_records.hpp"

namespace tandem {

struct BurnUpPoint {
  Date date{};
  int planned{};              // completions due by the end of this day
  std::optional<int> actual;  // completions by then; none for days to come

  bool operator==(const BurnUpPoint&) const = default;
};

class BurnUp {
 public:
  // One person's booked seats in the modules of a plan.
  void add(const TrainingRecords& records, Id<Person> person, const std::vector<ModulePlan>& plan,
           const std::vector<SeatRecord>& seats);
  // Running totals by date: the days on which one of them rises, and today when it lies between.
  std::vector<BurnUpPoint> points(Date today) const;

 private:
  struct Step {
    int planned{};
    int actual{};
  };
  std::map<Date, Step> steps_;
};

}  // namespace tandem
