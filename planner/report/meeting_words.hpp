// How a meeting is told to somebody who comes to it: the day, the clock, the place, who runs it,
// and what is arranged for whom. Shared by plans and by what is handed out; knows no document.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem::report {

// "Thu 13 May", with the year when it is another one than today's.
std::string day_seen_from(Date date, Date today);
std::string from_to(TimeOfDay start, TimeOfDay end);  // "09:00 to 16:00"
// "Europe/Amsterdam" as a reader says it: "Amsterdam time".
std::string clock_words(const std::string& zone);
// "Maas, Rotterdam", "Lecture hall online", "Place to be agreed"
std::string place_words(const Program& program, const Meeting& meeting, const Module& module);
std::vector<std::string> names_of(const Program& program, const std::vector<Id<Facilitator>>& ids);
// What to do, as the person asked for it: "Step-free rooms", "Captions", "Away Fri 12:30 to 14:00".
// Of hours kept free the times and never why.
std::string arrangement_words(const Arrangement& arrangement);

}  // namespace tandem::report
