// new, load, export, apply, verify, backup: the workspace file as a whole.
#include <fmt/format.h>

#include "db/exchange/command_json.hpp"
#include "db/exchange/folder.hpp"
#include "db/sqlite/sqlite_store.hpp"
#include "planner/base/text.hpp"
#include "planner/edit/new_program.hpp"
#include "planner/schedule/verify.hpp"
#include "ui/app/branch_plan.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"

namespace tandem::cli {
namespace {

TxInfo load_info(const Context& context) {
  return {"load", context.actor.empty() ? context.login : context.actor, std::string{kClient},
          Source::load, 0};
}

// "14 people, 2 cohorts, 10 modules, 4 rooms": what a newcomer recognises.
std::string contents(const Program& program) {
  const std::vector<std::string> parts{
      count(std::ssize(program.people), "person", "people"),
      count(std::ssize(program.cohorts), "cohort"),
      count(std::ssize(program.modules), "module"),
      count(std::ssize(program.facilitators), "facilitator"),
      count(std::ssize(program.rooms), "room"),
      count(std::ssize(program.sessions), "session"),
  };
  return sentence_list(parts);
}

int create(const Context& context, const Program& program, const std::string& label, bool replace) {
  const auto made = db::create(context.file, program, load_info(context), label, context.clock,
                               replace ? db::Existing::replace : db::Existing::refuse);
  if (!made) {
    Errors errors = made.error();
    for (Error& error : errors)
      if (error.code == ErrorCode::refused && !replace)
        error.hint += ", or --replace: it backs the file up first";
    return report(context, errors);
  }
  context.out << fmt::format("{}: {}\n", context.file.string(), contents(program));
  return kDone;
}

}  // namespace

int new_workspace(const Context& context, const NewArgs& args) {
  using namespace std::chrono;
  const Date now{floor<days>(context.clock.now()).time_since_epoch()};
  const std::string name = args.name.empty() ? context.file.stem().string() : args.name;
  return create(context, new_program(name, now), "New workspace " + name, args.replace);
}

int load(const Context& context, const LoadArgs& args) {
  const auto program = db::read_folder(args.folder);
  if (!program) return report(context, program.error());
  if (args.dry_run) {
    context.out << fmt::format("{} can be loaded: {}\n", args.folder.string(), contents(*program));
    return kDone;
  }
  return create(context, *program, "Load " + args.folder.filename().string(), args.replace);
}

int export_folder(const Context& context, const ExportArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto written = db::write_folder(*(*session)->program(), args.folder,
                                        {.with_private = !args.without_private});
  if (!written) return report(context, written.error());
  if (!args.without_private)
    context.err << "note: this folder is the owner's full copy and holds private rows\n";
  context.out << args.folder.string() << '\n';
  return kDone;
}

int apply_commands(const Context& context, const ApplyArgs& args) {
  const auto lines = read_text(args.commands);
  if (!lines) return report(context, lines.error());
  auto session = open_session(context);
  if (!session) return report(context, session.error());

  std::size_t commands = 0;
  const auto build = [&](Batch& batch) -> Result<void> {
    Errors errors;
    std::size_t number = 0;
    for (const std::string& line : split(*lines, '\n')) {
      ++number;
      if (trim(line).empty()) continue;
      const auto where = [&](const Errors& found) {
        for (Error error : found) {
          error.where = fmt::format("{}:{}{}{}", args.commands.filename().string(), number,
                                    error.where.empty() ? "" : ": ", error.where);
          errors.push_back(std::move(error));
        }
      };
      const auto command = db::parse_command(batch.program(), line);
      if (!command) {
        where(command.error());
        continue;
      }
      if (const auto added = batch.add(*command); !added) where(added.error());
      ++commands;
    }
    if (!errors.empty()) return fail(std::move(errors));
    return {};
  };
  Result<ChangeSet> done = ChangeSet{};
  if (args.dry_run) {
    const auto plan = app::plan_named(**session, context.branch);
    if (!plan) return report(context, plan.error());
    CountingIds ids{RawId{1} << 62};
    Batch batch{**plan, ids};
    auto built = build(batch);
    auto finished = built ? batch.finish() : Result<Applied>{fail(built.error())};
    if (!finished) return report(context, finished.error());
    if (!context.branch.empty() && context.branch != kPublished) {
      const auto& published = *(*session)->program();
      const auto rows =
          write_plan(published, *app::find_branch(published, context.branch), finished->program);
      if (!rows) return report(context, rows.error());
    }
    done = finished->changes;
  } else {
    done = app::apply_to_plan(**session, context.branch, build);
    if (!done) return report(context, done.error());
    if (const auto saved = (*session)->wait(); !saved) return report(context, saved.error());
  }
  context.out << fmt::format("{} {}: {}\n", count(std::ssize(done->rows), "row"),
                             args.dry_run ? "would change" : "changed",
                             commands == 0 ? "no commands" : done->label);
  return kDone;
}

int verify_workspace(const Context& context) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = app::plan_named(**session, context.branch);
  if (!plan) return report(context, plan.error());
  const auto violations = verify(**plan, (*session)->today());
  const auto check = (*session)->with_store([](Store& store) { return store.check(); });
  if (!check) return report(context, check.error());
  const bool sound = check->log == "ok" && check->problems.empty();
  if (context.json) {
    Json out{{"violations", Json::array()}, {"log", check->log}, {"tables", check->tables}};
    for (const Violation& v : violations)
      out["violations"].push_back(
          {{"rule", word(v.rule)}, {"session", v.session}, {"text", v.text}});
    for (const Error& problem : check->problems) out["problems"].push_back(text(problem));
    context.out << out.dump(2) << '\n';
  } else {
    for (const Violation& v : violations)
      context.out << fmt::format("{}: {} ({})\n", v.session, v.text, word(v.rule));
    for (const Error& problem : check->problems) context.out << text(problem) << '\n';
    context.out << fmt::format(
        "{}; log {}; {} compared with it\n",
        violations.empty() ? "no rule is broken" : count(std::ssize(violations), "broken rule"),
        check->log, count(static_cast<std::int64_t>(check->tables), "table"));
  }
  return violations.empty() && sound ? kDone : kFindings;
}

int backup(const Context& context) {
  const auto copy = db::backup(context.file, context.clock);
  if (!copy) return report(context, copy.error());
  context.out << copy->string() << '\n';
  return kDone;
}

}  // namespace tandem::cli
