#include "planner/report/handout_maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/report/meeting_words.hpp"

namespace tandem::report {
namespace {

constexpr std::string_view kPrivate =
    "Arrangements say what to do; why is nobody's business. Keep this sheet to those who run the "
    "session, and destroy it afterwards.";

std::string cohort_words(const Program& program, const Session& session) {
  std::vector<std::string> names;
  for (const auto id : session.cohorts)
    if (const Cohort* cohort = program.cohorts.find(id))
      names.push_back(cohort->code + " " + cohort->name);
  return sentence_list(names);
}

bool runs(const Meeting& meeting, Id<Facilitator> facilitator) {
  const auto in = [&](const std::vector<Id<Facilitator>>& ids) {
    return std::find(ids.begin(), ids.end(), facilitator) != ids.end();
  };
  return in(meeting.leads) || in(meeting.cofacilitators);
}

}  // namespace

HandoutMaker::HandoutMaker(const Program& program, Date as_of)
    : program_(program),
      records_(program, as_of),
      arrangements_(group_by(program.arrangements, &Arrangement::person)) {}

Handout HandoutMaker::begun(std::string kind, std::string title) const {
  Handout out;
  out.as_of = records_.today();
  out.organisation = program_.workspace().name;
  out.kind = std::move(kind);
  out.title = std::move(title);
  return out;
}

HandoutFact HandoutMaker::when(const Session& session, const Meeting& meeting,
                               Id<Facilitator> reader) const {
  const std::size_t parts = records_.meetings(session.id).size();
  HandoutFact out;
  out.key = parts > 1 ? fmt::format("Part {} of {}", meeting.number, parts) : "When";
  out.words =
      fmt::format("{}, {}", words_with_year(meeting.date), from_to(meeting.start, meeting.end));
  if (const Site* site = clock_site(program_, meeting)) out.words += ", " + clock_words(site->zone);
  if (const Module* module = program_.modules.find(session.module))
    out.words += "; " + place_words(program_, meeting, *module);
  auto runners = meeting.leads;
  runners.insert(runners.end(), meeting.cofacilitators.begin(), meeting.cofacilitators.end());
  std::erase(runners, reader);
  if (!runners.empty()) out.words += ", with " + sentence_list(names_of(program_, runners));
  return out;
}

std::vector<std::vector<std::string>> HandoutMaker::people(const Session& session) const {
  std::vector<const Person*> booked;
  for (const Seat* seat : records_.seats(session.id))
    if (seat->status == SeatStatus::booked)
      if (const Person* person = program_.people.find(seat->person)) booked.push_back(person);
  const auto order = [](const Person* p) {
    return std::tie(p->sort_as.empty() ? p->name : p->sort_as, p->number);
  };
  std::sort(booked.begin(), booked.end(),
            [&](const Person* a, const Person* b) { return order(a) < order(b); });
  std::vector<std::vector<std::string>> out;
  for (const Person* person : booked) {
    std::vector<std::string> arranged;
    for (const Arrangement* a : arrangements_[person->id])
      if (std::string words = arrangement_words(*a); !words.empty())
        arranged.push_back(std::move(words));
    out.push_back({person->name, join(arranged, "; ")});
  }
  return out;
}

Handout HandoutMaker::attendance_sheet(const Session& session) const {
  const Module* module = program_.modules.find(session.module);
  Handout out = begun("Attendance sheet", module ? module->title : session.code);
  out.lines = {fmt::format("Session {}, {}", session.code, cohort_words(program_, session))};
  const auto rows = people(session);
  const auto meetings = records_.meetings(session.id);
  HandoutSection about;
  for (const Meeting* m : meetings) about.facts.push_back(when(session, *m, {}));
  if (meetings.empty()) about.note = "This session has no date yet.";
  out.sections.push_back(std::move(about));

  // Three meetings have room beside each other; more begin another table.
  constexpr std::size_t kBeside = 3;
  for (std::size_t from = 0; from == 0 || from < meetings.size(); from += kBeside) {
    HandoutSection part;
    part.heading = from == 0 ? "Who is expected" : "Who is expected, continued";
    part.aside = count(std::ssize(rows), "person", "people");
    if (rows.empty()) {
      part.note = "Nobody has a seat yet.";
      out.sections.push_back(std::move(part));
      break;
    }
    part.table.columns = {{"Name", 30, HandoutCell::strong}, {"Arrangements", 30}};
    const std::size_t to = std::min(from + kBeside, meetings.size());
    for (std::size_t k = from; k < to; ++k) {
      const std::string day = words(meetings[k]->date);
      part.table.columns.push_back(
          {meetings.size() > 1 ? fmt::format("{}: {}", meetings[k]->number, day) : "Signed, " + day,
           static_cast<int>(40 / (to - from)), HandoutCell::pen});
    }
    part.table.rows = rows;
    for (auto& row : part.table.rows) row.resize(part.table.columns.size());
    out.sections.push_back(std::move(part));
  }
  out.closing = kPrivate;
  return out;
}

HandoutSection HandoutMaker::session_of(const Session& session,
                                        const std::vector<const Meeting*>& meetings,
                                        Id<Facilitator> reader) const {
  HandoutSection out;
  const Module* module = program_.modules.find(session.module);
  out.heading = module ? fmt::format("{} {}", module->code, module->title) : session.code;
  out.aside = cohort_words(program_, session);
  for (const Meeting* m : meetings) out.facts.push_back(when(session, *m, reader));
  out.table.rows = people(session);
  if (out.table.rows.empty())
    out.note = "Nobody has a seat yet.";
  else
    out.table.columns = {{"Name", 40, HandoutCell::strong}, {"Arrangements", 60}};
  return out;
}

Handout HandoutMaker::facilitator_pack(const Facilitator& facilitator) const {
  Handout out = begun("Facilitator pack", facilitator.name);
  struct Ahead {
    std::tuple<Date, TimeOfDay, std::string_view> order;
    const Session* session;
    std::vector<const Meeting*> meetings;
  };
  std::map<Id<Session>, Ahead> ahead;
  for (const Meeting& m : program_.meetings) {
    if (m.date < records_.today() || !runs(m, facilitator.id)) continue;
    const Session& session = program_.sessions.at(m.session);
    if (session.status == SessionStatus::cancelled || session.status == SessionStatus::delivered)
      continue;
    Ahead& entry = ahead[session.id];
    const std::tuple<Date, TimeOfDay, std::string_view> order{m.date, m.start, session.code};
    if (entry.meetings.empty() || order < entry.order) entry.order = order;
    entry.session = &session;
    entry.meetings.push_back(&m);
  }
  std::vector<Ahead> sorted;
  for (auto& [id, entry] : ahead) {
    std::sort(entry.meetings.begin(), entry.meetings.end(),
              [](const Meeting* a, const Meeting* b) { return a->number < b->number; });
    sorted.push_back(std::move(entry));
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Ahead& a, const Ahead& b) { return a.order < b.order; });
  out.lines = {sorted.empty() ? std::string{"No session ahead"}
                              : count(std::ssize(sorted), "session") + " ahead"};
  for (const Ahead& entry : sorted)
    out.sections.push_back(session_of(*entry.session, entry.meetings, facilitator.id));
  out.closing = kPrivate;
  return out;
}

Result<Handout> HandoutMaker::cohort_calendar(const Cohort& cohort,
                                              const CalendarWords& words) const {
  const std::set<Audience> only{{Audience::Kind::cohort, cohort.code}};
  auto events = calendar_events(program_, words, false, only);
  if (!events) return fail(events.error());
  std::erase_if(*events, [&](const CalendarEvent& e) { return e.date < records_.today(); });
  std::stable_sort(
      events->begin(), events->end(), [](const CalendarEvent& a, const CalendarEvent& b) {
        return std::tie(a.date, a.start, a.meeting) < std::tie(b.date, b.start, b.meeting);
      });
  Handout out = begun("Calendar", cohort.code + " " + cohort.name);
  out.lines = {events->empty() ? std::string{"No meeting ahead"}
                               : count(std::ssize(*events), "meeting") + " ahead"};
  HandoutSection dates;
  if (events->empty())
    dates.note = "Nothing with a date lies ahead.";
  else
    dates.table.columns = {
        {"Day", 20, HandoutCell::strong}, {"Time", 22}, {"What", 32}, {"Where", 26}};
  for (const CalendarEvent& e : *events) {
    std::string what = e.title + "\n" + e.description;
    if (e.state == CalendarEvent::State::tentative) what += "\nmay still move";
    dates.table.rows.push_back({words_with_year(e.date),
                                from_to(e.start, e.end) + "\n" + clock_words(e.zone),
                                std::move(what), e.place});
  }
  out.sections.push_back(std::move(dates));
  return out;
}

}  // namespace tandem::report
