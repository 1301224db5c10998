#include "ui/models/session_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "planner/base/text.hpp"
#include "planner/domain/meeting_place.hpp"
#include "planner/report/meeting_words.hpp"
#include "ui/models/search_key.hpp"

namespace tandem::models {
namespace {

class Clocks {
 public:
  explicit Clocks(const Program& program) : program_(program), own_(program.workspace().zone) {}

  void tell(const Meeting& meeting, MeetingFacts& out) {
    out.begin = at(meeting.date, meeting.start);
    out.end = at(meeting.date, meeting.end);
    out.own_begin = out.begin;
    out.own_end = out.end;
    const Site* site = clock_site(program_, meeting);
    if (!site || site->zone == own_) return;
    const Zone* there = zone(site->zone);
    const Zone* here = zone(own_);
    if (!there || !here) return;
    out.own_begin = here->to_local(there->to_utc(out.begin).utc);
    out.own_end = here->to_local(there->to_utc(out.end).utc);
    out.zone = site->zone;
  }

 private:
  const Zone* zone(const std::string& name) {
    const auto known = zones_.find(name);
    if (known != zones_.end()) return known->second ? &*known->second : nullptr;
    auto found = Zone::find(name);
    auto& slot = zones_[name];
    if (found) slot = *found;
    return slot ? &*slot : nullptr;
  }

  const Program& program_;
  std::string own_;
  std::map<std::string, std::optional<Zone>> zones_;
};

std::vector<std::string> names(const Program& program, const std::vector<Id<Facilitator>>& ids) {
  std::vector<std::string> out;
  for (const auto id : ids)
    if (const Facilitator* f = find(program, id)) out.push_back(f->name);
  return out;
}

// Everybody's place in a register: by the name they are sorted under, accents left out.
std::map<Id<Person>, std::size_t> register_places(const Program& program) {
  std::vector<std::tuple<std::string, std::string, Id<Person>>> order;
  for (const Person& p : program.people)
    order.emplace_back(search_key(p.sort_as.empty() ? p.name : p.sort_as), p.number, p.id);
  std::ranges::sort(order);
  std::map<Id<Person>, std::size_t> out;
  for (const auto& [key, number, id] : order) out.emplace(id, out.size());
  return out;
}

// Codes are COHORT/MODULE for the first group and COHORT/MODULE/2 for the second.
void name_groups(std::vector<SessionFacts>& sessions) {
  const auto base = [](const SessionFacts& s) {
    const auto slash = s.code.find('/', s.code.find('/') + 1);
    return std::pair{std::string_view{s.code}.substr(0, slash),
                     slash == std::string::npos ? std::string{"1"} : s.code.substr(slash + 1)};
  };
  std::map<std::string_view, int> several;
  for (const SessionFacts& s : sessions) ++several[base(s).first];
  for (SessionFacts& s : sessions) {
    const auto [first, number] = base(s);
    if (several[first] < 2) continue;
    s.group = s.people.size() == 1 ? s.people.front() : "group " + number;
  }
}

std::string lifted_words(const Waiver& waiver) {
  std::string rule = waiver.rule;
  std::ranges::replace(rule, '_', ' ');
  return fmt::format("Not asked of it: {}{}. {} ({})", rule,
                     waiver.subject.empty() ? "" : " of " + waiver.subject, waiver.reason,
                     waiver.author);
}

}  // namespace

std::string SessionFacts::name() const {
  const std::string out = fmt::format("{} for {}", module, sentence_list(cohorts));
  return group.empty() ? out : out + ", " + group;
}

std::string SessionFacts::cohort_words() const {
  return cohorts.size() > 2 ? count(static_cast<std::int64_t>(cohorts.size()), "cohort")
                            : sentence_list(cohorts);
}

std::string SessionFacts::part_words(std::size_t meeting) const {
  if (meetings.size() < 2) return group;
  const std::string part = fmt::format("part {} of {}", meeting + 1, meetings.size());
  return group.empty() ? part : group + ", " + part;
}

std::optional<LocalMinute> SessionFacts::begin() const {
  if (!meetings.empty()) return meetings.front().own_begin;
  if (due_to) return at(*due_to, TimeOfDay{0});
  return std::nullopt;
}

std::optional<Date> SessionFacts::last_day() const {
  if (!meetings.empty()) return date_of(meetings.back().own_begin);
  return due_to;
}

SessionBook::SessionBook(const Program& program) : program_(program) {
  const auto places = register_places(program);
  const auto meetings = group_by(program.meetings, &Meeting::session);
  const auto seats = group_by(program.seats, &Seat::session);
  const auto waivers = group_by(program.waivers, &Waiver::session);
  Clocks clocks{program};
  sessions_.reserve(program.sessions.size());
  for (const Session& s : program.sessions) {
    SessionFacts out;
    out.id = s.id;
    out.code = s.code;
    if (const Module* module = tandem::find(program, s.module)) {
      out.module = module->code;
      out.title = module->title;
      out.orientation = module->orientation;
      out.minutes = module->minutes;
    }
    out.status = s.status;
    out.pinned = s.pinned;
    out.cohort_ids = s.cohorts;
    for (const auto cohort : s.cohorts) out.cohorts.emplace_back(code_of(program, cohort));
    out.due_from = s.due_from;
    out.due_to = s.due_to;
    out.note = s.note;
    for (const Meeting* m : meetings[s.id]) {
      MeetingFacts& facts = out.meetings.emplace_back();
      facts.id = m->id;
      clocks.tell(*m, facts);
      if (const Room* room = m->room ? tandem::find(program, m->room) : nullptr)
        facts.room = room->name;
      facts.leads = names(program, m->leads);
      facts.helpers = names(program, m->cofacilitators);
    }
    std::sort(out.meetings.begin(), out.meetings.end(),
              [](const auto& a, const auto& b) { return a.own_begin < b.own_begin; });
    std::vector<const Person*> booked;
    for (const Waiver* w : waivers[s.id]) out.lifted.push_back({w->id, lifted_words(*w)});
    for (const Seat* seat : seats[s.id]) {
      const Person* person = tandem::find(program, seat->person);
      if (!person) continue;
      if (seat->status == SeatStatus::booked) booked.push_back(person);
      if (seat->status == SeatStatus::waitlisted) ++out.waiting;
    }
    std::ranges::sort(booked, {}, [&](const Person* p) { return places.at(p->id); });
    for (const Person* person : booked) out.people.push_back(person->name);
    sessions_.push_back(std::move(out));
  }
  std::sort(sessions_.begin(), sessions_.end(),
            [](const auto& a, const auto& b) { return a.code < b.code; });
  name_groups(sessions_);
}

const SessionFacts* SessionBook::find(std::string_view code) const {
  const auto it =
      std::lower_bound(sessions_.begin(), sessions_.end(), code,
                       [](const SessionFacts& s, std::string_view c) { return s.code < c; });
  return it != sessions_.end() && it->code == code ? &*it : nullptr;
}

std::string SessionBook::in_words(std::string_view text, const SessionFacts& about) const {
  std::vector<std::string> out = split(text, ' ');
  for (std::string& part : out) {
    const std::string_view code = std::string_view{part}.substr(0, part.find_first_of(",;:."));
    const SessionFacts* other = find(code);
    if (!other) continue;
    const bool shared = std::ranges::any_of(other->cohorts, [&](const std::string& cohort) {
      return std::ranges::find(about.cohorts, cohort) != about.cohorts.end();
    });
    std::string name = other->name();
    if (shared) name = other->module + (other->group.empty() ? "" : " of " + other->group);
    part = name + part.substr(code.size());
  }
  return join(out, " ");
}

std::string when_words(const MeetingFacts& m) {
  std::string out = fmt::format("{} to {}", words(m.begin), text(time_of(m.end)));
  if (!m.zone.empty()) out += ", " + report::clock_words(m.zone);
  return out;
}

std::string when_words(const SessionFacts& s) {
  if (s.meetings.empty()) return s.due_to ? "due " + words(*s.due_to) : "no date yet";
  std::string out = when_words(s.meetings.front());
  if (s.meetings.size() > 1)
    out += fmt::format(", and {}",
                       count(static_cast<std::int64_t>(s.meetings.size()) - 1, "more meeting"));
  return out;
}

}  // namespace tandem::models
