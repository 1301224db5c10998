// The commands, one function a verb, grouped by file: workspace (new, load, export, apply, verify),
// history (history, undo, redo), schedule, why, repair, branches, capacity, tracking (progress,
// attend), flags, calendars (publish, calendar), plans, help. Each prints to its context and
// returns an exit code.
#pragma once

#include <vector>

#include "ui/cli/context.hpp"

namespace tandem::cli {

struct NewArgs {
  std::string name;
  bool replace{};
};
int new_workspace(const Context& context, const NewArgs& args);

struct LoadArgs {
  std::filesystem::path folder;
  bool dry_run{};
  bool replace{};
};
int load(const Context& context, const LoadArgs& args);

struct ExportArgs {
  std::filesystem::path folder;
  bool without_private{};
};
int export_folder(const Context& context, const ExportArgs& args);

struct ApplyArgs {
  std::filesystem::path commands;
  bool dry_run{};
};
int apply_commands(const Context& context, const ApplyArgs& args);

int verify_workspace(const Context& context);
int backup(const Context& context);

int history(const Context& context);
int undo(const Context& context);
int redo(const Context& context);

struct ScheduleArgs {
  std::vector<std::string> cohorts;
  std::optional<double> seconds;
  std::optional<std::int64_t> steps;
  std::uint64_t seed{1};
  bool adopt{};
  bool adopt_last{};
  std::filesystem::path dump_problem;
};
int schedule(const Context& context, const ScheduleArgs& args);

struct WhyArgs {
  std::string session;
  std::optional<Date> on;
};
int why_session(const Context& context, const WhyArgs& args);

struct RepairArgs {
  std::string facilitator;  // one of the four
  std::string room;
  std::string cohort;
  std::string person;
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<std::int64_t> steps;
  std::optional<int> within;  // days that a meeting may move
  int alternative{1};
  bool adopt{};
};
int repair_plan(const Context& context, const RepairArgs& args);

struct BranchArgs {
  std::string name;
  std::string other;  // create: begins as this one; compare: the second plan. "": the published
  std::string note;
  std::vector<std::string> cohorts;   // adopt: sessions of these, and
  std::vector<std::string> sessions;  // of these codes; neither: all
  std::string stale{"refuse"};
};
int list_branches(const Context& context);
int create_branch(const Context& context, const BranchArgs& args);
int compare_branches(const Context& context, const BranchArgs& args);
int adopt_branch_of(const Context& context, const BranchArgs& args);
int drop_branch_of(const Context& context, const BranchArgs& args);

struct CapacityArgs {
  std::string programme;
  std::string cohort;  // "": the typical one
  std::optional<std::int64_t> steps;
  std::uint64_t seed{1};
};
int show_capacity(const Context& context, const CapacityArgs& args);

struct ProgressArgs {
  std::string cohort;  // one of the three, or none
  std::string person;
  bool units{};
};
int progress(const Context& context, const ProgressArgs& args);

struct AttendArgs {
  std::string session;
  int meeting{};
  std::string person;
  std::string status;
  std::optional<int> minutes;
  std::filesystem::path from;  // many marks at once, in a file
  bool dry_run{};
};
int attend(const Context& context, const AttendArgs& args);

struct FlagsArgs {
  std::string person;
};
int list_flags(const Context& context, const FlagsArgs& args);

struct CalendarArgs {
  std::string cohort;
  std::string facilitator;
  std::string person;
  std::filesystem::path out;
};
int publish(const Context& context, const CalendarArgs& args);
int calendar(const Context& context, const CalendarArgs& args);

struct PlansArgs {
  std::filesystem::path out;
  std::string person;
  std::string cohort;
  bool all{};  // stands alone: one of the three is given
  std::string formats{"pdf,html,ics"};
};
int plans(const Context& context, const PlansArgs& args);

int help_json(const Context& context);

}  // namespace tandem::cli
