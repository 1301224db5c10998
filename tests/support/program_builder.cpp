#include "tests/support/program_builder.hpp"

namespace tandem::test {

SmallProgram::SmallProgram() {
  Workspace workspace;
  workspace.name = "Small";
  workspace.zone = "Europe/Amsterdam";
  workspace.horizon_from = day(1, 4);
  workspace.horizon_to = day(6, 25);
  put(workspace);
  site = add_site("ROT");
  Programme p;
  p.code = "P";
  p.title = "Programme";
  programme = put(p);
}

Id<Site> SmallProgram::add_site(const std::string& code, const std::string& zone) {
  Site row;
  row.code = code;
  row.name = code;
  row.zone = zone;
  row.day_start = hour(9);
  row.day_end = hour(17);
  row.working_days = kWorkweek;
  return put(row);
}

Id<Module> SmallProgram::add_module(const std::string& code, int minutes, Mode mode) {
  Module row;
  row.code = code;
  row.title = code;
  row.mode = mode;
  row.minutes = minutes;
  if (is_live(mode)) row.leads = 1;
  const Id<Module> id = put(row);
  ProgrammeModule in_set;
  in_set.programme = programme;
  in_set.set = "core";
  in_set.rule = "all";
  in_set.module = id;
  put(in_set);
  return id;
}

Id<Cohort> SmallProgram::add_cohort(const std::string& code) {
  Cohort row;
  row.code = code;
  row.name = code;
  row.programme = programme;
  row.site = site;
  return put(row);
}

std::vector<Id<Person>> SmallProgram::add_people(Id<Cohort> cohort, int count, int first_number) {
  std::vector<Id<Person>> out;
  for (int i = 0; i < count; ++i) {
    Person row;
    row.number = std::to_string(first_number + i);
    row.name = "Person " + row.number;
    row.site = site;
    out.push_back(put(row));
    Member member;
    member.cohort = cohort;
    member.person = out.back();
    member.status = MemberStatus::enrolled;
    put(member);
  }
  return out;
}

Id<Facilitator> SmallProgram::add_facilitator(const std::string& code,
                                              const std::vector<Id<Module>>& leads) {
  Facilitator row;
  row.code = code;
  row.name = code;
  row.sites = {site};
  const Id<Facilitator> id = put(row);
  for (const auto module : leads) {
    Qualification skill;
    skill.facilitator = id;
    skill.module = module;
    skill.level = QualificationLevel::lead;
    put(skill);
  }
  return id;
}

Id<Room> SmallProgram::add_room(const std::string& code, int capacity) {
  Room row;
  row.code = code;
  row.name = code;
  row.site = site;
  row.capacity = capacity;
  return put(row);
}

void SmallProgram::needs(Id<Module> module, Id<Module> before, std::optional<int> min,
                         std::optional<int> ideal, std::optional<int> max) {
  Prerequisite row;
  row.module = module;
  row.needs = before;
  row.min_days = min;
  row.ideal_days = ideal;
  row.max_days = max;
  put(row);
}

Id<Session> SmallProgram::add_session(const std::string& code, Id<Cohort> cohort, Id<Module> module,
                                      SessionStatus status) {
  Session row;
  row.code = code;
  row.cohorts = {cohort};
  row.module = module;
  row.status = status;
  return put(row);
}

void SmallProgram::add_meeting(Id<Session> session, Date date, TimeOfDay start, TimeOfDay end,
                               Id<Room> room, Id<Facilitator> lead) {
  Meeting row;
  row.session = session;
  row.number = 1;
  for (const Meeting& other : program.meetings)
    if (other.session == session) ++row.number;
  row.date = date;
  row.start = start;
  row.end = end;
  row.room = room;
  if (lead) row.leads = {lead};
  put(row);
}

void SmallProgram::book(Id<Session> session, const std::vector<Id<Person>>& people) {
  for (const auto person : people) {
    Seat row;
    row.session = session;
    row.person = person;
    row.status = SeatStatus::booked;
    put(row);
  }
}

}  // namespace tandem::test
