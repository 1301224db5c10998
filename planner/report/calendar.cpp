#include "planner/report/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "planner/base/random.hpp"
#include "planner/base/text.hpp"
#include "planner/base/zone.hpp"

namespace tandem::report {
namespace {

using State = CalendarEvent::State;
enum class Change { none, added, moved, relocated, reworded, withdrawn };

struct Copy {
  CalendarEvent event;
  Change change{};
};

constexpr std::array<std::string_view, 3> kFolders{"cohorts", "facilitators", "people"};

std::string folder_of(const Audience& audience) {
  return std::string{kFolders[static_cast<std::size_t>(audience.kind)]};
}

// A code as a file name, on every system and distinct for distinct codes: '/' becomes '+', other
// bytes that are not letters, digits, '.', '-' or '_' become %XX, but those of UTF-8 stay.
std::string file_name(std::string_view code) {
  std::string out;
  for (const char c : code) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || (c == '.' && !out.empty()) || byte >= 0x80;
    if (plain)
      out += c;
    else if (c == '/')
      out += '+';
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

// "LDR-1+C3-1" of "LDR-1/C3#1".
std::string meeting_file(const std::string& meeting) {
  const std::size_t mark = meeting.rfind('#');
  return file_name(meeting.substr(0, mark)) + "-" + meeting.substr(mark + 1);
}

// FNV-1a, 64 bits: tells a changed wording from the one sent; it guards against nobody.
std::string digest_of(const CalendarEvent& event) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash = (hash ^ 0xff) * 0x100000001b3ULL;  // no byte of UTF-8: parts do not run together
  };
  add(event.title);
  add(event.place);
  add(event.description);
  add(std::to_string(static_cast<int>(event.state)));
  add(event.organiser.name);
  add(event.organiser.email);
  if (event.attendee) {
    add(event.attendee->name);
    add(event.attendee->email);
  }
  return fmt::format("{:016x}", hash);
}

// 20270514T093000Z
std::string stamp_of(std::chrono::sys_seconds moment) {
  const auto day = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     time.hours().count(), time.minutes().count(), time.seconds().count());
}

// Start and end as moments; nullopt when the entry does not say (a calendar.csv of fewer columns).
std::optional<std::pair<UtcMinute, UtcMinute>> moments_of(std::optional<Date> date,
                                                          std::optional<TimeOfDay> start,
                                                          std::optional<TimeOfDay> end,
                                                          const std::string& zone_name) {
  if (!date || !start || !end) return std::nullopt;
  const auto zone = Zone::find(zone_name);
  if (!zone) return std::nullopt;
  return std::pair{zone->to_utc(at(*date, *start)).utc, zone->to_utc(at(*date, *end)).utc};
}

bool same_time(const CalendarEvent& event, const CalendarEntry& sent) {
  if (sent.date == event.date && sent.start == event.start && sent.end == event.end &&
      sent.zone == event.zone)
    return true;
  const auto before = moments_of(sent.date, sent.start, sent.end, sent.zone);
  return before && before == moments_of(event.date, event.start, event.end, event.zone);
}

// What a recipient holds of a meeting that is no longer theirs.
CalendarEvent withdrawn_event(const Program& program, const CalendarEntry& sent,
                              const Audience& audience, const CalendarWords& words) {
  CalendarEvent event;
  event.meeting = sent.meeting;
  event.audience = audience;
  event.state = State::cancelled;
  event.date = *sent.date;
  event.start = *sent.start;
  event.end = *sent.end;
  event.zone = sent.zone;
  event.title = sent.title;
  event.place = sent.place;
  event.organiser = organiser_of(program, sent.meeting, words);
  event.attendee = attendee_of(program, audience);
  return event;
}

class Publisher {
 public:
  Publisher(const Program& program, const PublishMoment& moment, const UidSource& uids,
            const CalendarWords& words, std::optional<std::set<Audience>> only)
      : program_(program),
        moment_(moment),
        stamp_(stamp_of(moment.now)),
        uids_(uids),
        words_(words),
        only_(std::move(only)) {}

  Result<PublishPlan> run() {
    auto events = calendar_events(program_, words_, !only_, only_);
    if (!events) return fail(std::move(events.error()));
    std::set<std::string> current;  // keys of entries
    for (CalendarEvent& event : *events) {
      const std::string audience = text(event.audience);
      const std::string key = join_key({event.meeting, audience});
      const CalendarEntry* sent = program_.calendar_entries.find_key(key);
      current.insert(key);
      settle(std::move(event), sent);
    }
    withdraw(current);
    if (!only_) publish_sessions();
    write_files();
    return std::move(plan_);
  }

 private:
  // Compares an event with what was sent of it, gives it its identity and remembers it.
  void settle(CalendarEvent event, const CalendarEntry* sent) {
    CalendarEntry entry = sent ? *sent : CalendarEntry{};
    const std::string digest = digest_of(event);
    const bool cancelled = event.state == State::cancelled;
    Change change = Change::none;
    if (!sent)
      change = Change::added;
    else if (cancelled && !sent->cancelled)
      change = Change::withdrawn;
    else if (!cancelled && sent->cancelled)
      change = Change::added;
    else if (!same_time(event, *sent) || sent->stamp.empty())
      change = Change::moved;
    else if (event.place != sent->place)
      change = Change::relocated;
    else if (digest != sent->digest || event.zone != sent->zone)
      change = Change::reworded;

    if (!sent) {
      entry.meeting = event.meeting;
      entry.audience = text(event.audience);
      entry.uid = uids_();
    } else if (change == Change::added || change == Change::moved || change == Change::withdrawn) {
      ++entry.sequence;
    }
    if (change == Change::added || change == Change::moved || change == Change::withdrawn)
      entry.stamp = stamp_;
    if (change != Change::none) {
      entry.modified = stamp_;
      entry.digest = digest;
      entry.date = event.date;
      entry.start = event.start;
      entry.end = event.end;
      entry.zone = event.zone;
      entry.title = event.title;
      entry.place = event.place;
      entry.cancelled = cancelled;
      plan_.commands.push_back(Put{entry});
    }
    count(change);
    event.uid = entry.uid;
    event.sequence = entry.sequence;
    event.stamp = entry.stamp;
    event.modified = entry.modified.empty() ? entry.stamp : entry.modified;
    by_audience_[event.audience].push_back({std::move(event), change});
  }

  // Sent once, no longer in the plan: withdrawn, and shown as such until the date has passed. What
  // lies in the past is nobody's business any more; its entry stays, should the meeting come back.
  void withdraw(const std::set<std::string>& current) {
    std::vector<const CalendarEntry*> gone;
    for (const CalendarEntry& entry : program_.calendar_entries) {
      const bool ahead =
          entry.date && entry.start && entry.end && !entry.zone.empty() && !passed(*entry.date);
      if (ahead && !current.contains(join_key({entry.meeting, entry.audience})))
        gone.push_back(&entry);
    }
    std::sort(gone.begin(), gone.end(), [](const CalendarEntry* a, const CalendarEntry* b) {
      return std::tie(a->meeting, a->audience) < std::tie(b->meeting, b->audience);
    });
    for (const CalendarEntry* entry : gone) {
      const auto audience = parse_audience(entry->audience);
      if (audience && (!only_ || only_->contains(*audience)))
        settle(withdrawn_event(program_, *entry, *audience, words_), entry);
    }
  }

  void publish_sessions() {
    std::set<Id<Session>> met;
    for (const Meeting& meeting : program_.meetings) met.insert(meeting.session);
    std::vector<Command> commands;
    for (const Session& session : program_.sessions) {
      if (session.status != SessionStatus::planned) continue;
      if (!met.contains(session.id) && !session.due_to) continue;
      Session published = session;
      published.status = SessionStatus::published;
      commands.push_back(Put{std::move(published)});
    }
    plan_.sessions = static_cast<int>(commands.size());
    plan_.commands.insert(plan_.commands.begin(), std::make_move_iterator(commands.begin()),
                          std::make_move_iterator(commands.end()));
  }

  void write_files() {
    for (auto& [audience, copies] : by_audience_) {
      std::sort(copies.begin(), copies.end(), [](const Copy& a, const Copy& b) {
        return std::tie(a.event.date, a.event.start, a.event.meeting) <
               std::tie(b.event.date, b.event.start, b.event.meeting);
      });
      const std::string whose = folder_of(audience) + "/" + file_name(audience.code);
      CalendarFile all{whose + ".ics", CalendarMethod::publish, calendar_name(audience), {}};
      for (const Copy& copy : copies) all.events.push_back(copy.event);
      plan_.files.push_back(std::move(all));
      for (const Copy& copy : copies) write_single(copy, whose);
    }
  }

  void write_single(const Copy& copy, const std::string& whose) {
    if (passed(copy.event.date)) return;
    const std::string name = meeting_file(copy.event.meeting) + ".ics";
    CalendarFile single{"events/" + whose + "/" + name, method_of(copy.event), {}, {copy.event}};
    if (const auto word = change_word(copy.change); !word.empty()) {
      CalendarFile changed = single;
      changed.path = fmt::format("changes/{}/{}/{}-{}", stamp_, whose, word, name);
      plan_.files.push_back(std::move(changed));
    }
    plan_.files.push_back(std::move(single));
  }

  // Without an address there is nobody to request anything of.
  static CalendarMethod method_of(const CalendarEvent& event) {
    if (event.state == State::cancelled) return CalendarMethod::cancel;
    return event.attendee ? CalendarMethod::request : CalendarMethod::publish;
  }

  static std::string_view change_word(Change change) {
    switch (change) {
      case Change::added:
        return "new";
      case Change::moved:
        return "moved";
      case Change::relocated:
        return "room";
      case Change::withdrawn:
        return "cancelled";
      case Change::none:
      case Change::reworded:
        break;
    }
    return {};
  }

  std::string calendar_name(const Audience& audience) const {
    if (audience.kind == Audience::Kind::cohort)
      if (const Cohort* cohort = program_.cohorts.find_key(audience.code)) return cohort->name;
    return program_.workspace().name + ": development sessions";
  }

  void count(Change change) {
    CalendarChanges& counts = plan_.changes;
    counts.added += change == Change::added;
    counts.moved += change == Change::moved;
    counts.relocated += change == Change::relocated;
    counts.reworded += change == Change::reworded;
    counts.withdrawn += change == Change::withdrawn;
  }

  bool passed(Date date) const { return date < moment_.as_of; }

  const Program& program_;
  const PublishMoment& moment_;
  std::string stamp_;
  const UidSource& uids_;
  const CalendarWords& words_;
  std::optional<std::set<Audience>> only_;
  std::map<Audience, std::vector<Copy>> by_audience_;
  PublishPlan plan_;
};

}  // namespace

UidSource random_uids(std::uint64_t seed) {
  return [rng = std::make_shared<Rng>(seed)] {
    const std::uint64_t high = (rng->next() & ~0xf000ULL) | 0x4000ULL;
    const std::uint64_t low = (rng->next() & ~(3ULL << 62)) | (1ULL << 63);
    return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", high >> 32, (high >> 16) & 0xffff,
                       high & 0xffff, low >> 48, low & 0xffffffffffffULL);
  };
}

Result<PublishPlan> publish(const Program& program, const PublishMoment& moment,
                            const UidSource& uids, const CalendarWords& words) {
  return Publisher{program, moment, uids, words, std::nullopt}.run();
}

Result<PublishPlan> calendar(const Program& program, const Audience& audience,
                             const PublishMoment& moment, const UidSource& uids,
                             const CalendarWords& words) {
  return calendars(program, {audience}, moment, uids, words);
}

Result<PublishPlan> calendars(const Program& program, std::set<Audience> audiences,
                              const PublishMoment& moment, const UidSource& uids,
                              const CalendarWords& words) {
  return Publisher{program, moment, uids, words, std::move(audiences)}.run();
}

}  // namespace tandem::report
