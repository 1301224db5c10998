#include "ui/cli/run.hpp"

#include <CLI/CLI.hpp>
#include <functional>

#include "ui/cli/commands.hpp"

namespace tandem::cli {
namespace {

// A date option that says what a date looks like when it is not one.
CLI::Option* add_date(CLI::App& app, const std::string& name, std::optional<Date>& target,
                      const std::string& description) {
  return app
      .add_option_function<std::string>(
          name,
          [&target, name](const std::string& value) {
            target = parse_date(value);
            if (!target) throw CLI::ValidationError(name, "'" + value + "' is no date like 2027-03-09");
          },
          description)
      ->type_name("DATE");
}

struct Parser {
  explicit Parser(const Context& given) : context(given) {
    app.require_subcommand(1);
    app.set_version_flag("--version", std::string{kClient});
    app.get_formatter()->column_width(34);
    workspace_commands();
    history_commands();
    schedule_commands();
    branch_commands();
    capacity_command();
    tracking_commands();
    calendar_commands();
    plan_commands();
    auto* help = app.add_subcommand("help", "explain this program, or the keys of its JSON");
    help->add_option("topic", help_topic, "json")->check(CLI::IsMember({"json"}));
    help->callback([this] {
      action = [this] {
        if (help_topic == "json") return help_json(context);
        context.out << app.help();
        return static_cast<int>(kDone);
      };
    });
  }

  template <class F>
  CLI::App* verb(const std::string& name, const std::string& description, F run) {
    return verb(app, name, description, run);
  }
  template <class F>
  CLI::App* verb(CLI::App& parent, const std::string& name, const std::string& description, F run) {
    CLI::App* sub = parent.add_subcommand(name, description);
    sub->add_option("FILE", context.file, "the workspace file")->required();
    sub->callback([this, run] { action = run; });
    return sub;
  }
  void writes(CLI::App* sub) { sub->add_option("--as", context.actor, "who does this")->type_name("NAME"); }
  void reports(CLI::App* sub) {
    sub->add_flag("--json", context.json, "stable keys, nothing else on standard output");
  }
  void branched(CLI::App* sub) {
    sub->add_option("--branch", context.branch, "work on this branch, not on the published plan")
        ->type_name("NAME");
  }
  void dated(CLI::App* sub) {
    add_date(*sub, "--as-of", context.as_of, "plan and report as if it were this day");
  }

  void workspace_commands() {
    auto* sub = verb("new", "make an empty workspace", [this] { return new_workspace(context, make); });
    sub->add_option("--name", make.name, "what the workspace is called");
    sub->add_flag("--replace", make.replace, "back up and replace an existing file");
    writes(sub);

    sub = verb("load", "make a workspace from a folder of CSV files",
               [this] { return load(context, loading); });
    sub->add_option("FOLDER", loading.folder, "see samples/README.md")->required();
    sub->add_flag("--dry-run", loading.dry_run, "check the folder only");
    sub->add_flag("--replace", loading.replace, "back up and replace an existing file");
    writes(sub);

    sub = verb("export", "write the whole workspace as a folder of CSV files",
               [this] { return export_folder(context, exporting); });
    sub->add_option("FOLDER", exporting.folder, "made when missing")->required();
    sub->add_flag("--without-private", exporting.without_private, "leave private rows out");

    sub = verb("apply", "carry out commands, one JSON object a line, all or none",
               [this] { return apply_commands(context, applying); });
    sub->add_option("COMMANDS", applying.commands, "a .jsonl file, - for standard input")->required();
    sub->add_flag("--dry-run", applying.dry_run, "check the commands only");
    branched(sub);
    writes(sub);

    sub = verb("verify", "judge the plan by every rule, and the file by its own log",
               [this] { return verify_workspace(context); });
    branched(sub);
    reports(sub);
    dated(sub);

    verb("backup", "write a verified copy beside the file", [this] { return backup(context); });
  }

  void history_commands() {
    auto* sub = verb("history", "who changed what, and when", [this] { return history(context); });
    reports(sub);
    writes(verb("undo", "take back the latest change", [this] { return undo(context); }));
    writes(verb("redo", "bring back what undo took", [this] { return redo(context); }));
  }

  void schedule_commands() {
    auto* sub = verb("schedule", "find a date, room and facilitator for every session",
                     [this] { return schedule(context, scheduling); });
    sub->add_option("--cohort", scheduling.cohorts, "only these cohorts")->type_name("CODE");
    sub->add_option("--seconds", scheduling.seconds, "time to improve; results then vary")
        ->check(CLI::PositiveNumber);
    sub->add_option("--steps", scheduling.steps, "attempts to place one session")
        ->check(CLI::NonNegativeNumber);
    sub->add_option("--seed", scheduling.seed, "another seed, another plan");
    sub->add_option("--threads", threads_, "accepted for later; the result never depends on it")
        ->check(CLI::Range(1, 64));
    auto* adopt = sub->add_flag("--adopt", scheduling.adopt, "write the plan into the workspace");
    sub->add_flag("--adopt-last", scheduling.adopt_last, "write the last proposal, without solving")
        ->excludes(adopt);
    sub->add_option("--dump-problem", scheduling.dump_problem,
                    "write the problem as JSON, without personal data")
        ->type_name("FILE");
    branched(sub);
    reports(sub);
    dated(sub);
    writes(sub);

    sub = verb("repair", "mend the plan after something has happened, touching few people",
               [this] { return repair_plan(context, mending); });
    auto* what = sub->add_option_group("what")->require_option(1);
    what->add_option("--facilitator", mending.facilitator, "is away")->type_name("CODE");
    what->add_option("--room", mending.room, "is closed")->type_name("CODE");
    what->add_option("--cohort", mending.cohort, "cannot meet")->type_name("CODE");
    what->add_option("--person", mending.person, "is away")->type_name("NUMBER");
    add_date(*sub, "--from", mending.from, "first day")->required();
    add_date(*sub, "--to", mending.to, "last day")->required();
    sub->add_option("--within", mending.within, "no meeting moves further than so many days")
        ->check(CLI::NonNegativeNumber)
        ->type_name("DAYS");
    sub->add_option("--steps", mending.steps, "looks at one session's choices, an alternative")
        ->check(CLI::NonNegativeNumber);
    sub->add_option("--alternative", mending.alternative, "the one to show in full, or to adopt")
        ->type_name("K");
    sub->add_flag("--adopt", mending.adopt, "write it into the workspace");
    branched(sub);
    reports(sub);
    dated(sub);
    writes(sub);

    sub = verb("why", "why a session is where it is, or why it cannot be",
               [this] { return why_session(context, asking); });
    sub->add_option("SESSION", asking.session, "its code, MGR-1/M1a")->required();
    add_date(*sub, "--on", asking.on, "why not on this day?");
    branched(sub);
    reports(sub);
    dated(sub);
  }

  void capacity_command() {
    auto* sub = verb("capacity", "how many more cohorts there is room for, and what binds",
                     [this] { return show_capacity(context, sizing); });
    sub->add_option("--programme", sizing.programme, "of this programme")
        ->required()
        ->type_name("CODE");
    sub->add_option("--cohort", sizing.cohort, "alike this one of its cohorts")->type_name("CODE");
    sub->add_option("--steps", sizing.steps, "attempts to place one session, for each cohort")
        ->check(CLI::NonNegativeNumber);
    sub->add_option("--seed", sizing.seed, "another seed, perhaps one more");
    branched(sub);
    reports(sub);
    dated(sub);
  }

  void branch_commands() {
    CLI::App* branch = app.add_subcommand("branch", "plans tried out beside the published one");
    branch->require_subcommand(1);
    const auto named = [&](CLI::App* sub) {
      sub->add_option("NAME", branching.name, "the branch")->required();
    };
    auto* sub = verb(*branch, "list", "which there are, and in how far they differ",
                     [this] { return list_branches(context); });
    reports(sub);
    dated(sub);

    sub = verb(*branch, "create", "begin one as the plan is now",
               [this] { return create_branch(context, branching); });
    named(sub);
    sub->add_option("--from", branching.other, "begin as this branch")->type_name("BRANCH");
    sub->add_option("--note", branching.note, "what it is to try out")->type_name("TEXT");
    dated(sub);
    writes(sub);

    sub = verb(*branch, "compare", "two plans on one page: dates, people, hours, money, fairness",
               [this] { return compare_branches(context, branching); });
    sub->add_option("A", branching.name, "a branch; alone: the published plan against it")
        ->required();
    sub->add_option("B", branching.other, "another, or published: A against it");
    reports(sub);
    dated(sub);

    sub = verb(*branch, "adopt", "take a branch over into the plan, all of it or a part",
               [this] { return adopt_branch_of(context, branching); });
    named(sub);
    sub->add_option("--cohort", branching.cohorts, "only sessions of this cohort")
        ->type_name("CODE");
    sub->add_option("--session", branching.sessions, "only this session")->type_name("CODE");
    sub->add_option("--stale", branching.stale,
                    "sessions that the plan has changed since: refuse, leave or replace")
        ->check(CLI::IsMember({"refuse", "leave", "replace"}));
    reports(sub);
    dated(sub);
    writes(sub);

    sub = verb(*branch, "drop", "forget a branch", [this] { return drop_branch_of(context, branching); });
    named(sub);
    writes(sub);
  }

  void tracking_commands() {
    auto* sub = verb("progress", "how far each cohort is, and who needs a hand",
                     [this] { return progress(context, following); });
    auto* cohort = sub->add_option("--cohort", following.cohort,
                                   "only this cohort, with the seats that could be offered");
    cohort->type_name("CODE");
    auto* person = sub->add_option("--person", following.person,
                                   "how far this person is, what comes next, what can be made up");
    person->type_name("NUMBER")->excludes(cohort);
    sub->add_flag("--units", following.units, "where leader and manager skills stand far apart")
        ->excludes(cohort)
        ->excludes(person);
    reports(sub);
    dated(sub);

    sub = verb("flags", "which conversations about a career path suggest themselves, and why",
               [this] { return list_flags(context, flagging); });
    sub->add_option("--person", flagging.person, "all that the rules find on this person")
        ->type_name("NUMBER");
    reports(sub);
    dated(sub);

    sub = verb("attend", "mark one person's attendance at one meeting, or many from a file",
               [this] { return attend(context, attending); });
    auto* from = sub->add_option("--from", attending.from,
                                 "a CSV file with the columns of attendance.csv, all or none");
    from->type_name("ATTENDANCE.csv");
    sub->add_flag("--dry-run", attending.dry_run, "check the file only")->needs(from);
    sub->add_option("SESSION", attending.session, "its code")->excludes(from);
    sub->add_option("MEETING", attending.meeting, "its number, from 1");
    sub->add_option("NUMBER", attending.person, "employee number");
    sub->add_option("STATUS", attending.status, "full, partial, no_show, excused, none")
        ->check(CLI::IsMember({"full", "partial", "no_show", "excused", "none"}));
    sub->add_option("MINUTES", attending.minutes, "attended, for partial")
        ->check(CLI::NonNegativeNumber);
    reports(sub);
    writes(sub);
  }

  void calendar_commands() {
    auto* sub = verb("publish", "publish dated sessions and write everyone's calendar files",
                     [this] { return publish(context, calendars); });
    sub->add_option("--out", calendars.out, "folder for the files")->required()->type_name("DIR");
    dated(sub);
    writes(sub);

    sub = verb("calendar", "write the calendar file of one cohort, facilitator or person",
               [this] { return calendar(context, calendars); });
    auto* whose = sub->add_option_group("whose")->require_option(1);
    whose->add_option("--cohort", calendars.cohort)->type_name("CODE");
    whose->add_option("--facilitator", calendars.facilitator)->type_name("CODE");
    whose->add_option("--person", calendars.person)->type_name("NUMBER");
    sub->add_option("--out", calendars.out, "folder for the file")->required()->type_name("DIR");
    dated(sub);
  }

  void plan_commands() {
    auto* sub = verb("plans", "write development plans to hand over",
                     [this] { return plans(context, handing); });
    sub->add_option("--out", handing.out, "folder for the files")->required()->type_name("DIR");
    auto* whose = sub->add_option_group("whose")->require_option(1);
    whose->add_option("--person", handing.person)->type_name("NUMBER");
    whose->add_option("--cohort", handing.cohort)->type_name("CODE");
    whose->add_flag("--all", handing.all, "everybody who has not left");
    sub->add_option("--format", handing.formats, "of pdf, html and ics, separated by commas")
        ->type_name("LIST");
    reports(sub);
    dated(sub);
    writes(sub);
  }

  Context context;
  CLI::App app{"Tandem plans training programmes: curricula, cohorts, dates, attendance.", "tandem"};
  std::function<int()> action;
  NewArgs make;
  LoadArgs loading;
  ExportArgs exporting;
  ApplyArgs applying;
  ScheduleArgs scheduling;
  WhyArgs asking;
  RepairArgs mending;
  BranchArgs branching;
  CapacityArgs sizing;
  ProgressArgs following;
  AttendArgs attending;
  FlagsArgs flagging;
  CalendarArgs calendars;
  PlansArgs handing;
  std::string help_topic;

 private:
  int threads_{1};
};

}  // namespace

int run(const std::vector<std::string>& args, const Context& context) {
  Parser parser{context};
  try {
    // CLI11 takes its arguments last first.
    parser.app.parse(std::vector<std::string>{args.rbegin(), args.rend()});
  } catch (const CLI::ParseError& error) {
    // Its own codes (105, 106 ...) are not ours: help and version are done, the rest is bad usage.
    return parser.app.exit(error, context.out, context.err) == 0 ? kDone : kBadUsage;
  }
  return parser.action();
}

}  // namespace tandem::cli
