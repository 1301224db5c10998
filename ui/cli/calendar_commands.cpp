// publish, calendar: calendar files, and the memory of what was sent that keeps them updatable.
#include <fmt/format.h>

#include <random>

#include "planner/base/text.hpp"
#include "planner/report/calendar.hpp"
#include "ui/cli/commands.hpp"
#include "ui/print/ics.hpp"

namespace tandem::cli {
namespace {

report::UidSource fresh_uids() {
  std::random_device device;
  return report::random_uids((std::uint64_t{device()} << 32) | device());
}

// First remember, then write: a UID that went out must never be forgotten.
Result<print::Written> send(app::Session& session, const report::PublishPlan& plan,
                            const std::filesystem::path& folder, std::string label) {
  if (!plan.commands.empty()) {
    if (const auto done = session.apply(plan.commands, std::move(label)); !done)
      return fail(done.error());
    if (const auto saved = session.wait(); !saved) return fail(saved.error());
  }
  return print::write_files(folder, print::calendar_files(plan));
}

std::string words_for(const print::Written& written) {
  return fmt::format("{} written, {} unchanged",
                     count(static_cast<std::int64_t>(written.written), "file"), written.unchanged);
}

}  // namespace

int publish(const Context& context, const CalendarArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto plan = report::publish(*(*session)->program(),
                                    {(*session)->today(), context.clock.now()}, fresh_uids());
  if (!plan) return report(context, plan.error());
  const auto written =
      send(**session, *plan, args.out,
           fmt::format("Publish {}", count(plan->sessions, "session")));
  if (!written) return report(context, written.error());
  const report::CalendarChanges& c = plan->changes;
  context.out << fmt::format(
      "{} published\ncopies of meetings: {} new, {} moved, {} in another room, {} reworded, {} "
      "withdrawn\n{} in {}\n",
      count(plan->sessions, "session"), c.added, c.moved, c.relocated, c.reworded, c.withdrawn,
      words_for(*written), args.out.string());
  return kDone;
}

int calendar(const Context& context, const CalendarArgs& args) {
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const Program& program = *(*session)->program();
  using Kind = report::Audience::Kind;
  report::Audience audience;
  Errors errors;
  const auto whose = [&]<class T>(Kind kind, const std::string& code, Tag<T>) {
    if (code.empty()) return;
    audience = {kind, code};
    if (const auto row = find_by_code<T>(program, code); !row) errors = row.error();
  };
  whose(Kind::cohort, args.cohort, Tag<Cohort>{});
  whose(Kind::facilitator, args.facilitator, Tag<Facilitator>{});
  whose(Kind::person, args.person, Tag<Person>{});
  if (!errors.empty()) return report(context, errors);
  const auto plan = report::calendar(program, audience,
                                     {(*session)->today(), context.clock.now()}, fresh_uids());
  if (!plan) return report(context, plan.error());
  const auto written =
      send(**session, *plan, args.out, "Calendar of " + report::text(audience));
  if (!written) return report(context, written.error());
  context.out << fmt::format("{} in {}\n", words_for(*written), args.out.string());
  return kDone;
}

}  // namespace tandem::cli
