#pragma once

// Who and what is taken when: every rule that a new meeting has to keep beside the meetings that
// are there, and the booking of it. The witness asks before it places; knows nothing of search.

#include <vector>

#include "tests/support/generator/world.hpp"

namespace tandem::test::generator {

class Ledger {
 public:
  explicit Ledger(World& world) : world_(world) {}

  // Of the learners: a week's and a day's load on a date; the way from and to other sites, and what
  // they teach themselves.
  bool loads_hold(const Session& session, Day date, int minutes) const;
  bool learners_can_come(const Session& session, const Booking& booking) const;
  // The first of the rooms that is large enough and free, with its set-up; kNone: none.
  int free_room(const std::vector<int>& rooms, const Session& session,
                const Booking& booking) const;
  bool assets_hold(const Module& module, const Booking& booking) const;
  // Of a facilitator: minutes and days of the week; then the hours, and the way from other sites.
  bool has_time(const Facilitator& facilitator, Day date, int minutes) const;
  bool can_facilitate(const Facilitator& facilitator, const Booking& booking) const;

  // The same booking goes to everyone and everything in the meeting, or is taken back.
  Booking booking_of(const Session& session, const Meeting& meeting) const;
  void enter(const Session& session, const Meeting& meeting) { book(session, meeting, true); }
  void erase(const Session& session, const Meeting& meeting) { book(session, meeting, false); }

 private:
  bool load_holds(int cohort, const Person& person, Day date, int minutes, int session) const;
  int pool(int kind, int place) const;
  void book(const Session& session, const Meeting& meeting, bool on);

  World& world_;
};

}  // namespace tandem::test::generator
