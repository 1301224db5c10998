// What the pages Cohorts and People ask for, each worked out once for an edition of the workspace:
// the board, one cohort's matrix, the table of people with its index, one person's page. Thread
// rule: the window's thread.
#pragma once

#include <map>
#include <memory>

#include "ui/models/attendance_matrix.hpp"
#include "ui/models/cohorts_model.hpp"
#include "ui/models/people_model.hpp"
#include "ui/models/person_model.hpp"
#include "ui/models/seat_offers.hpp"
#include "ui/models/workbench.hpp"

namespace tandem::models {

class Roster {
 public:
  // Requires: the workbench outlives it.
  explicit Roster(Workbench& bench) : bench_(bench) {}

  Workbench& bench() { return bench_; }
  const CohortsModel& cohorts();
  // Null when there is no cohort, or no person, of that code.
  const AttendanceMatrix* matrix(std::string_view cohort);
  const PeopleModel& people();
  const std::vector<std::uint32_t>& index(const PeopleFilter& filter, PersonColumn by,
                                          bool descending);
  const PersonModel* person(std::string_view number);
  // Seats to offer to who waits for a session of the cohort, and to somebody with this module to
  // make up; none for codes that are nobody's. Worked out when first asked for.
  const std::vector<SeatOffer>& waiting(std::string_view cohort);
  const std::vector<SeatOffer>& make_ups(Id<Person> person, std::string_view module);

 private:
  void refresh();
  const std::vector<PersonProgress>& progress();
  const SeatFinder& finder();

  Workbench& bench_;
  std::uint64_t edition_{};
  std::shared_ptr<const Program> program_;  // what everything below points into
  Date today_{};
  std::unique_ptr<CohortsModel> cohorts_;
  std::map<std::string, AttendanceMatrix, std::less<>> matrices_;
  std::unique_ptr<std::vector<PersonProgress>> progress_;
  std::unique_ptr<PeopleModel> people_;
  struct Index {
    PeopleFilter filter;
    PersonColumn by{};
    bool descending{};
    std::vector<std::uint32_t> lines;
  };
  std::unique_ptr<Index> index_;
  std::unique_ptr<report::PlanMaker> plans_;
  std::map<std::string, PersonModel, std::less<>> persons_;
  std::unique_ptr<TrainingRecords> records_;
  std::unique_ptr<SeatFinder> finder_;
  std::map<std::string, std::vector<SeatOffer>, std::less<>> waiting_;
  std::map<std::pair<Id<Person>, Id<Module>>, std::vector<SeatOffer>> make_ups_;
};

}  // namespace tandem::models
