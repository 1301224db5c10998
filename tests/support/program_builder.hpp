// Small Programs for tests, a line a row: a workspace at one site in Amsterdam time, planned from
// Mon 4 Jan to Fri 25 Jun 2027, to which a test adds what it is about. Rows get ids as they come.
#pragma once

#include <string>
#include <vector>

#include "planner/domain/program.hpp"

namespace tandem::test {

inline Date day(int month, unsigned day_of_month) {
  return make_date(2027, static_cast<unsigned>(month), day_of_month);
}
constexpr TimeOfDay hour(int h, int minute = 0) { return {h * 60 + minute}; }
inline constexpr Weekdays kWorkweek{0x1f};

struct SmallProgram {
  Program program;
  Id<Site> site;            // ROT, Mon-Fri 09:00-17:00
  Id<Programme> programme;  // one set of all its modules

  SmallProgram();

  template <class T>
  Id<T> put(T row) {
    if (!row.id) row.id = Id<T>{++last_id_};
    const Id<T> id = row.id;
    table(program, Tag<T>{}).put(std::move(row));
    return id;
  }
  // Changes a row that is there.
  template <class T, class Change>
  void change(Id<T> id, Change edit) {
    T row = *find(program, id);
    edit(row);
    put(std::move(row));
  }

  Id<Site> add_site(const std::string& code, const std::string& zone = "Europe/Amsterdam");
  // In the programme's set; in person, a lead and a room needed.
  Id<Module> add_module(const std::string& code, int minutes, Mode mode = Mode::in_person);
  Id<Cohort> add_cohort(const std::string& code);
  // Numbered NUMBER, NUMBER + 1 ... and enrolled.
  std::vector<Id<Person>> add_people(Id<Cohort> cohort, int count, int first_number = 1001);
  Id<Facilitator> add_facilitator(const std::string& code, const std::vector<Id<Module>>& leads);
  Id<Room> add_room(const std::string& code, int capacity);
  void needs(Id<Module> module, Id<Module> before, std::optional<int> min, std::optional<int> ideal,
             std::optional<int> max);
  Id<Session> add_session(const std::string& code, Id<Cohort> cohort, Id<Module> module,
                          SessionStatus status = SessionStatus::planned);
  void add_meeting(Id<Session> session, Date date, TimeOfDay start, TimeOfDay end, Id<Room> room,
                   Id<Facilitator> lead);
  void book(Id<Session> session, const std::vector<Id<Person>>& people);

 private:
  RawId last_id_{};
};

// One cohort without people yet, one 4 h module, one lead, one room.
struct OneModule : SmallProgram {
  Id<Module> module = add_module("M1", 240);
  Id<Cohort> cohort = add_cohort("MGR-1");
  Id<Facilitator> lead = add_facilitator("ANA", {module});
  Id<Room> room = add_room("R1", 12);
};

}  // namespace tandem::test
