// The Program: everything the user designed, scheduled and recorded, as one immutable value with one
// Table a noun. Copying it is cheap (tables share their chunks), so every snapshot, undo step, job
// and test holds its own. Row versions and the change log belong to the store, not here.
#pragma once

#include "planner/domain/attendance.hpp"
#include "planner/domain/branch.hpp"
#include "planner/domain/calendar_entry.hpp"
#include "planner/domain/closure.hpp"
#include "planner/domain/cohort.hpp"
#include "planner/domain/competency.hpp"
#include "planner/domain/development.hpp"
#include "planner/domain/evidence.hpp"
#include "planner/domain/extra_file.hpp"
#include "planner/domain/facilitator.hpp"
#include "planner/domain/flag.hpp"
#include "planner/domain/module.hpp"
#include "planner/domain/person.hpp"
#include "planner/domain/programme.hpp"
#include "planner/domain/project.hpp"
#include "planner/domain/role.hpp"
#include "planner/domain/room.hpp"
#include "planner/domain/session.hpp"
#include "planner/domain/site.hpp"
#include "planner/domain/table.hpp"
#include "planner/domain/unit.hpp"
#include "planner/domain/workspace.hpp"

namespace tandem {

template <> inline constexpr bool kUniqueKey<Workspace> = false;  // a single row
template <> inline constexpr bool kUniqueKey<Arrangement> = false;
template <> inline constexpr bool kUniqueKey<Blackout> = false;
template <> inline constexpr bool kUniqueKey<ProtectedTime> = false;
template <> inline constexpr bool kUniqueKey<Absence> = false;
template <> inline constexpr bool kUniqueKey<Waiver> = false;
template <> inline constexpr bool kUniqueKey<BranchWaiver> = false;
template <> inline constexpr bool kUniqueKey<Rating> = false;
template <> inline constexpr bool kUniqueKey<Evidence> = false;
template <> inline constexpr bool kUniqueKey<OwnView> = false;
template <> inline constexpr bool kUniqueKey<Action> = false;
template <> inline constexpr bool kUniqueKey<Moment> = false;
template <> inline constexpr bool kUniqueKey<Offer> = false;

struct Program {
  // Table<Site> sites; Table<Person> people; ... one member a line of tables.hpp.
#define X(Type, member, name) Table<Type> member;
  TANDEM_TABLES(X)
#undef X

  // The one row of `workspaces`, or an empty one in a Program that has none yet.
  const Workspace& workspace() const;
  bool operator==(const Program&) const;
};

// program.sites for Tag<Site>, and so on.
#define X(Type, member, name)                                                              \
  inline const Table<Type>& table(const Program& program, Tag<Type>) { return program.member; } \
  inline Table<Type>& table(Program& program, Tag<Type>) { return program.member; }
TANDEM_TABLES(X)
#undef X

template <class T>
const T* find(const Program& program, Id<T> id) {
  return table(program, Tag<T>{}).find(id);
}
// The code of a row by reference, "" when there is none.
template <class T>
std::string_view code_of(const Program& program, Id<T> id) {
  const T* row = id ? find(program, id) : nullptr;
  if (!row) return {};
  if constexpr (std::is_same_v<T, Person>) return row->number;
  else if constexpr (std::is_same_v<T, Framework>) return row->version;
  else return row->code;
}

}  // namespace tandem
