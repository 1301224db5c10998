// The one list of tables: type, member of Program, name of the CSV file and of the SQL table. A new
// noun is one line here, a struct with its field list beside it, and nothing else: reading, writing,
// storing, checking and undoing are written once over field lists. Order: referenced tables first.
#pragma once

#include <cstdint>

#define TANDEM_TABLES(X)                                  \
  X(Workspace, workspaces, "workspace")                   \
  X(Site, sites, "sites")                                 \
  X(Holiday, holidays, "holidays")                        \
  X(Travel, travel, "travel")                             \
  X(Unit, units, "units")                                 \
  X(Framework, frameworks, "frameworks")                  \
  X(Competency, competencies, "competencies")             \
  X(Indicator, indicators, "indicators")                  \
  X(Anchor, anchors, "anchors")                           \
  X(TrackLevel, track_levels, "tracks")                   \
  X(Role, roles, "roles")                                 \
  X(RoleTarget, role_targets, "role_targets")             \
  X(Person, people, "people")                             \
  X(Arrangement, arrangements, "arrangements")            \
  X(Season, seasons, "seasons")                           \
  X(Module, modules, "modules")                           \
  X(Variant, variants, "variants")                        \
  X(Objective, objectives, "objectives")                  \
  X(Prerequisite, prerequisites, "prerequisites")         \
  X(Programme, programmes, "programmes")                  \
  X(ProgrammeModule, programme_modules, "programme_modules") \
  X(Cohort, cohorts, "cohorts")                           \
  X(CohortModule, cohort_modules, "cohort_modules")       \
  X(Member, members, "members")                           \
  X(Facilitator, facilitators, "facilitators")            \
  X(Qualification, qualifications, "qualifications")      \
  X(Room, rooms, "rooms")                                 \
  X(Asset, assets, "assets")                              \
  X(Blackout, blackouts, "blackouts")                     \
  X(ProtectedTime, protected_times, "protected")          \
  X(Absence, absences, "absences")                        \
  X(Session, sessions, "sessions")                        \
  X(Meeting, meetings, "meetings")                        \
  X(Seat, seats, "seats")                                 \
  X(Waiver, waivers, "waivers")                           \
  X(Branch, branches, "branches")                         \
  X(BranchSession, branch_sessions, "branch_sessions")    \
  X(BranchMeeting, branch_meetings, "branch_meetings")    \
  X(BranchSeat, branch_seats, "branch_seats")             \
  X(BranchWaiver, branch_waivers, "branch_waivers")       \
  X(Attendance, attendance, "attendance")                 \
  X(Rating, ratings, "ratings")                           \
  X(Evidence, evidence, "evidence")                       \
  X(OwnView, own_views, "own_views")                      \
  X(Goal, goals, "goals")                                 \
  X(GrowthArea, growth_areas, "growth_areas")             \
  X(Action, actions, "actions")                           \
  X(Moment, moments, "moments")                           \
  X(Offer, offers, "offers")                              \
  X(FlagRule, flag_rules, "flag_rules")                   \
  X(Project, projects, "projects")                        \
  X(PairingOptIn, pairing_optin, "pairing_optin")         \
  X(CalendarEntry, calendar_entries, "calendar")          \
  X(ExtraFile, extra_files, "extra_files")

namespace tandem {

#define X(Type, member, name) struct Type;
TANDEM_TABLES(X)
#undef X

enum class TableId : std::uint8_t {
#define X(Type, member, name) member,
  TANDEM_TABLES(X)
#undef X
      none
};

inline constexpr std::size_t kTableCount = static_cast<std::size_t>(TableId::none);

template <class T>
inline constexpr TableId kTableOf = TableId::none;
#define X(Type, member, name) \
  template <>                 \
  inline constexpr TableId kTableOf<Type> = TableId::member;
TANDEM_TABLES(X)
#undef X

}  // namespace tandem
