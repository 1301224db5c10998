#include "ui/models/roster.hpp"

#include <algorithm>

namespace tandem::models {

void Roster::refresh() {
  const app::Session& session = bench_.session();
  if (edition_ == session.edition() && today_ == session.today()) return;
  edition_ = session.edition();
  today_ = session.today();
  cohorts_.reset();
  matrices_.clear();
  persons_.clear();
  plans_.reset();
  index_.reset();
  people_.reset();
  progress_.reset();
  waiting_.clear();
  make_ups_.clear();
  finder_.reset();
  records_.reset();
  program_ = session.program();
}

const std::vector<PersonProgress>& Roster::progress() {
  if (!progress_)
    progress_ = std::make_unique<std::vector<PersonProgress>>(people_progress(*program_, today_));
  return *progress_;
}

const CohortsModel& Roster::cohorts() {
  refresh();
  if (!cohorts_)
    cohorts_ =
        std::make_unique<CohortsModel>(cohorts_model(bench_.book(), bench_.progress(), today_));
  return *cohorts_;
}

const AttendanceMatrix* Roster::matrix(std::string_view code) {
  refresh();
  const auto known = matrices_.find(code);
  if (known != matrices_.end()) return &known->second;
  const Cohort* cohort = program_->cohorts.find_key(code);
  if (!cohort) return nullptr;
  return &matrices_.emplace(std::string{code}, attendance_matrix(bench_.book(), *cohort, today_))
              .first->second;
}

const PeopleModel& Roster::people() {
  refresh();
  if (!people_)
    people_ = std::make_unique<PeopleModel>(people_model(bench_.book(), progress(), today_));
  return *people_;
}

const std::vector<std::uint32_t>& Roster::index(const PeopleFilter& filter, PersonColumn by,
                                                bool descending) {
  const PeopleModel& model = people();
  if (!index_ || index_->filter != filter || index_->by != by || index_->descending != descending)
    index_ = std::make_unique<Index>(
        Index{filter, by, descending, people_index(model, filter, by, descending)});
  return index_->lines;
}

const PersonModel* Roster::person(std::string_view number) {
  refresh();
  const auto known = persons_.find(number);
  if (known != persons_.end()) return &known->second;
  const Person* person = program_->people.find_key(number);
  if (!person) return nullptr;
  if (!plans_) plans_ = std::make_unique<report::PlanMaker>(*program_, today_);
  const auto& all = progress();
  const auto own = std::ranges::find(all, person->id, &PersonProgress::person);
  return &persons_
              .emplace(std::string{number},
                       person_model(bench_.book(), *plans_, *own, *person, today_))
              .first->second;
}

const SeatFinder& Roster::finder() {
  if (!finder_) {
    records_ = std::make_unique<TrainingRecords>(*program_, today_);
    finder_ = std::make_unique<SeatFinder>(*records_);
  }
  return *finder_;
}

const std::vector<SeatOffer>& Roster::waiting(std::string_view code) {
  refresh();
  const auto known = waiting_.find(code);
  if (known != waiting_.end()) return known->second;
  const Cohort* cohort = program_->cohorts.find_key(code);
  return waiting_
      .emplace(std::string{code},
               cohort ? waiting_offers(finder(), cohort->id) : std::vector<SeatOffer>{})
      .first->second;
}

const std::vector<SeatOffer>& Roster::make_ups(Id<Person> person, std::string_view code) {
  refresh();
  const Module* module = program_->modules.find_key(code);
  const std::pair key{person, module ? module->id : Id<Module>{}};
  const auto known = make_ups_.find(key);
  if (known != make_ups_.end()) return known->second;
  std::vector<SeatOffer> offers;
  if (module && find(*program_, person))
    offers = make_up_offers(finder(), person_progress(finder().records(), person), module->id);
  return make_ups_.emplace(key, std::move(offers)).first->second;
}

}  // namespace tandem::models
