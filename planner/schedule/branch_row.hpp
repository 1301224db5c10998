// A row of a branch beside the published row that it is about: how the two are found to be the
// same, how one is told to have changed, and the row as the plan would hold it. Used by scenario
// and adoption, who decide what is done with it.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem {

// Keys of the tables of meetings and seats.
std::string meeting_key(Id<Session> session, int number);
std::string seat_key(Id<Session> session, Id<Person> person);

// What a published row says, in few letters: equal for equal rows, whatever their ids. Of a
// session's status only whether it is cancelled: to publish it is not to plan it otherwise.
std::string row_mark(const Program& program, const Session& session);
std::string row_mark(const Program& program, const Meeting& meeting);
std::string row_mark(const Program& program, const Seat& seat);

// The published row that a row of a branch is about; null: there is none.
const Session* published(const Program& program, const BranchSession& row);
const Meeting* published(const Program& program, const BranchMeeting& row);
const Seat* published(const Program& program, const BranchSeat& row);

// The row as the plan would hold it, made from the published one where there is one. Requires: the
// branch has the row (module, date or status is not empty), and for meetings and seats the session.
Session as_planned(const BranchSession& row, const Session* published);
Meeting as_planned(const BranchMeeting& row, const Meeting* published, Id<Session> session);
Seat as_planned(const BranchSeat& row, const Seat* published, Id<Session> session);
Waiver as_planned(const BranchWaiver& row, Id<Session> session);

// Waivers have no key: what they say, the session by its code.
std::string waiver_text(const Program& program, const Waiver& waiver);
std::string waiver_text(const BranchWaiver& waiver);

// Published waivers that say the same as the branch's.
std::vector<Id<Waiver>> same_waivers(const Program& program, const BranchWaiver& row);

}  // namespace tandem
