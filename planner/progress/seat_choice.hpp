// Where somebody could still sit in a module: each session of it that lies ahead, in whichever
// cohort, and whether a seat there breaks a planning rule. The judge answers (schedule/verify.hpp):
// a seat fits when it adds no violation to those that stand. Proposes only; used by make-ups and
// wait-lists. Knows no page.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "planner/progress/training_records.hpp"

namespace tandem {

struct SeatChoice {
  Id<Session> session;
  Date date{};          // of its first meeting, or by when it is due
  std::string where;    // "LDR-2/C5 on Thu 3 Jun 09:00"
  std::string refused;  // why not, in a sentence; "" when the seat fits

  bool fits() const { return refused.empty(); }
  bool operator==(const SeatChoice&) const = default;
};

// A seat that is proposed already, and so is not free for the next.
struct PromisedSeat {
  Id<Session> session;
  Id<Person> person;

  bool operator==(const PromisedSeat&) const = default;
};

class SeatFinder {
 public:
  // Requires: the records outlive it.
  explicit SeatFinder(const TrainingRecords& records);

  const TrainingRecords& records() const { return records_; }

  // Sessions of the module ahead in which the person has no seat yet, without one-to-one hours of
  // others: those at the person's own site first, then by date and code.
  // Cost: a verdict of the judge on two small plans for each session.
  std::vector<SeatChoice> choices(Id<Person> person, Id<Module> module,
                                  std::span<const PromisedSeat> promised = {}) const;
  // Requires: the session has a date ahead.
  SeatChoice choice(Id<Person> person, const Session& session,
                    std::span<const PromisedSeat> promised = {}) const;

  // Not yet begun, with a date. Those that begin inside the freeze window are left as they are.
  bool is_ahead(const Session& session) const;

 private:
  std::vector<Id<Session>> around(Id<Person> person, const Session& session) const;
  Seat booked(Id<Session> session, Id<Person> person, RawId if_new) const;
  bool at_own_site(const Person& person, const Session& session) const;

  const TrainingRecords& records_;
  std::multimap<Date, Id<Session>> by_day_;
  std::map<Id<Person>, std::vector<Id<Session>>> run_by_;  // sessions a person facilitates
};

}  // namespace tandem
