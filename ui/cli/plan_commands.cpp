// plans: development plans to hand over, as PDF, HTML and calendar files named by employee number.
#include <fmt/format.h>

#include <random>

#include "planner/base/file_name.hpp"
#include "planner/base/text.hpp"
#include "planner/report/calendar.hpp"
#include "ui/cli/commands.hpp"
#include "ui/cli/json.hpp"
#include "ui/print/ics.hpp"
#include "ui/print/plan_files.hpp"

namespace tandem::cli {
namespace {

struct Formats {
  std::vector<print::PlanFormat> printed;
  bool calendar{};
};

Result<Formats> formats_of(const std::string& list) {
  Formats out;
  for (const std::string& word : split(list, ',')) {
    const auto print = [&](print::PlanFormat format) {
      if (std::find(out.printed.begin(), out.printed.end(), format) == out.printed.end())
        out.printed.push_back(format);
    };
    if (word == "pdf")
      print(print::PlanFormat::pdf);
    else if (word == "html")
      print(print::PlanFormat::html);
    else if (word == "ics")
      out.calendar = true;
    else
      return fail(ErrorCode::bad_usage, fmt::format("'{}' is no format", word), "--format",
                  "of pdf, html and ics, separated by commas");
  }
  if (out.printed.empty() && !out.calendar)
    return fail(ErrorCode::bad_usage, "no format is named", "--format", "pdf, html or ics");
  return out;
}

// Whose plans, by number. Errors: no such person or cohort; numbers that cannot name a file.
Result<std::vector<const Person*>> people_of(const Program& program, const PlansArgs& args,
                                             Date today) {
  std::vector<const Person*> out;
  if (!args.person.empty()) {
    const auto person = find_by_code<Person>(program, args.person);
    if (!person) return fail(person.error());
    out.push_back(*person);
  } else if (!args.cohort.empty()) {
    const auto cohort = find_by_code<Cohort>(program, args.cohort);
    if (!cohort) return fail(cohort.error());
    for (const Member& m : program.members)
      if (m.cohort == (*cohort)->id &&
          (m.status == MemberStatus::enrolled || m.status == MemberStatus::completed))
        if (const Person* person = program.people.find(m.person)) out.push_back(person);
  } else {
    for (const Person& person : program.people)
      if (!has_left(person, today)) out.push_back(&person);
  }
  std::sort(out.begin(), out.end(),
            [](const Person* a, const Person* b) { return a->number < b->number; });
  Errors errors;
  for (const Person* person : out)
    if (!is_file_name(person->number))
      errors.push_back({ErrorCode::bad_input,
                        fmt::format("the employee number '{}' cannot name a file", person->number),
                        person->name, "give them a number of letters, digits and dashes"});
  if (!errors.empty()) return fail(std::move(errors));
  return out;
}

// A bar on a terminal, redrawn in place; gone when it goes out of scope.
class Bar {
 public:
  Bar(const Context& context, std::size_t total)
      : out_(context.err), wanted_(context.err_is_terminal && !context.json), total_(total) {}
  ~Bar() {
    if (wanted_) out_ << '\r' << std::string(60, ' ') << '\r' << std::flush;
  }
  Bar(const Bar&) = delete;
  Bar& operator=(const Bar&) = delete;

  void show(std::size_t made) {
    if (wanted_)
      out_ << fmt::format("\r[{:<30}] {} of {} plans ", std::string(made * 30 / total_, '='), made,
                          total_)
           << std::flush;
  }

 private:
  std::ostream& out_;
  bool wanted_;
  std::size_t total_;
};

// Each person's own feed, NUMBER.ics. What goes out is remembered first: a UID that went out must
// never be forgotten. Returns: the numbers of people with nothing to put in one.
Result<std::vector<std::string>> add_calendars(const Context& context, app::Session& session,
                                               const std::vector<const Person*>& people,
                                               std::vector<print::File>& files) {
  using Kind = report::Audience::Kind;
  std::set<report::Audience> audiences;
  for (const Person* person : people) audiences.insert({Kind::person, person->number});
  std::random_device device;
  const auto plan =
      report::calendars(*session.program(), audiences, {session.today(), context.clock.now()},
                        report::random_uids((std::uint64_t{device()} << 32) | device()));
  if (!plan) return fail(plan.error());
  if (!plan->commands.empty()) {
    if (const auto done = session.apply(plan->commands, "Calendars of development plans"); !done)
      return fail(done.error());
    if (const auto saved = session.wait(); !saved) return fail(saved.error());
  }
  std::set<std::string> made;
  for (const report::CalendarFile& file : plan->files) {
    // The feed is the file of many events; single events and changes are for invitations.
    if (!file.path.starts_with("people/") || file.events.empty()) continue;
    const std::string& number = file.events.front().audience.code;
    made.insert(number);
    files.push_back({number + ".ics", print::ics(file)});
  }
  std::vector<std::string> without;
  for (const Person* person : people)
    if (!made.contains(person->number)) without.push_back(person->number);
  return without;
}

void print_summary(const Context& context, const Json& out, const print::Written& written,
                   const std::filesystem::path& folder) {
  const auto told = [&](const char* key, std::string_view words) {
    const std::size_t n = out[key].size();
    if (n > 0) context.out << fmt::format("{} {}\n", count(std::ssize(out[key]), "plan"), words);
  };
  context.out << fmt::format("{}, {} of PDF\n", count(out["plans"].get<int>(), "plan"),
                             count(out["pages"].get<int>(), "page"));
  told("not_asked", "of people whose own words were not asked yet");
  told("no_next_step", "without a next step: each says why");
  told("without_calendar", "without a calendar file, as no session is in it");
  context.out << fmt::format("{} written, {} unchanged in {}\n",
                             count(static_cast<std::int64_t>(written.written), "file"),
                             written.unchanged, folder.string());
}

}  // namespace

int plans(const Context& context, const PlansArgs& args) {
  const auto formats = formats_of(args.formats);
  if (!formats) return report(context, formats.error());
  auto session = open_session(context);
  if (!session) return report(context, session.error());
  const auto program = (*session)->program();
  const Date today = (*session)->today();
  const auto people = people_of(*program, args, today);
  if (!people) return report(context, people.error());

  const report::PlanMaker maker{*program, today};
  std::vector<report::DevelopmentPlan> made;
  for (const Person* person : *people) made.push_back(maker.plan(*person));
  print::PlanFiles printed;
  {
    Bar bar{context, made.size()};
    printed = print::plan_files(made, formats->printed, [&](std::size_t n) { bar.show(n); });
  }
  Json out{{"plans", made.size()}, {"pages", printed.pages}};
  std::vector<std::string> without_calendar;
  if (formats->calendar) {
    auto without = add_calendars(context, **session, *people, printed.files);
    if (!without) return report(context, without.error());
    without_calendar = std::move(*without);
  }
  const auto written = print::write_files(args.out, printed.files);
  if (!written) return report(context, written.error());

  out["written"] = written->written;
  out["unchanged"] = written->unchanged;
  out["folder"] = args.out.string();
  out["files"] = Json::array();
  for (const print::File& file : printed.files) out["files"].push_back(file.path);
  out["not_asked"] = Json::array();
  out["no_next_step"] = Json::array();
  for (const report::DevelopmentPlan& plan : made) {
    if (plan.own_words.words.empty()) out["not_asked"].push_back(plan.number);
    if (!plan.next_step.is_step) out["no_next_step"].push_back(plan.number);
  }
  out["without_calendar"] = without_calendar;
  out["missing_scripts"] = printed.missing_scripts;
  if (context.json)
    context.out << out.dump(2) << '\n';
  else
    print_summary(context, out, *written, args.out);
  if (printed.missing_scripts.empty()) return kDone;
  const std::vector<std::string> scripts(printed.missing_scripts.begin(),
                                         printed.missing_scripts.end());
  context.err << fmt::format(
      "no installed font prints {}: boxes stand in its place (package "
      "fonts-noto-cjk has Chinese, Japanese and Korean)\n",
      sentence_list(scripts));
  return kFindings;
}

}  // namespace tandem::cli
