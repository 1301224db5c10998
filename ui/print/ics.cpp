#include "ui/print/ics.hpp"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <map>
#include <memory>
#include <ranges>

#include "planner/base/zone.hpp"
#include "ui/print/zone_rules.hpp"

namespace tandem::print {
namespace {

using report::CalendarEvent;
using report::CalendarFile;
using report::CalendarMethod;

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component component(icalcomponent_kind kind) { return Component{icalcomponent_new(kind)}; }

void add(icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); }
void add(icalcomponent* to, Component part) { icalcomponent_add_component(to, part.release()); }

// Without control characters: C0 but the newline, DEL, and C1 (two bytes in UTF-8); and without
// blanks at the end, which a fold would leave alone on a line.
std::string clean(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 = byte == 0xc2 && i + 1 < text.size() &&
                    static_cast<unsigned char>(text[i + 1]) >= 0x80 &&
                    static_cast<unsigned char>(text[i + 1]) <= 0x9f;
    if (c1)
      ++i;
    else if ((byte >= 0x20 && byte != 0x7f) || byte == '\n')
      out += text[i];
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

// On one line: for names in parameters, where a newline cannot be escaped.
std::string clean_line(std::string_view text) {
  std::string out = clean(text);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

// mailto: with everything percent-encoded that an address may not hold as it is (RFC 6068).
std::string mailto(std::string_view address) {
  constexpr std::string_view kPlain = "!$'*+-._~@";
  std::string out = "mailto:";
  for (const char c : address) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       kPlain.find(c) != kPlain.npos;
    if (plain)
      out += c;
    else
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

icaltimetype time_of_calendar(LocalMinute local) {
  const std::chrono::year_month_day date{date_of(local)};
  icaltimetype out = icaltime_null_time();
  out.year = static_cast<int>(date.year());
  out.month = static_cast<int>(static_cast<unsigned>(date.month()));
  out.day = static_cast<int>(static_cast<unsigned>(date.day()));
  out.hour = time_of(local).minute / 60;
  out.minute = time_of(local).minute % 60;
  return out;
}

int seconds(minutes offset) { return static_cast<int>(std::chrono::seconds{offset}.count()); }

Component zone_rule(const ZoneRule& rule) {
  Component out = component(rule.summer ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);
  add(out.get(), icalproperty_new_dtstart(time_of_calendar(rule.onset)));
  if (!rule.recurrence.empty())
    add(out.get(), icalproperty_new_rrule(icalrecurrencetype_from_string(rule.recurrence.c_str())));
  add(out.get(), icalproperty_new_tzoffsetfrom(seconds(rule.before)));
  add(out.get(), icalproperty_new_tzoffsetto(seconds(rule.after)));
  add(out.get(), icalproperty_new_tzname(rule.abbreviation.c_str()));
  return out;
}

// One VTIMEZONE a zone that events name, by name.
void add_zones(icalcomponent* calendar, const std::vector<CalendarEvent>& events) {
  struct Span {
    Zone zone;
    UtcMinute from;
    UtcMinute to;
  };
  std::map<std::string, Span> spans;
  for (const CalendarEvent& event : events) {
    const auto known = spans.find(event.zone);
    const Zone zone = known == spans.end() ? Zone::find(event.zone).value() : known->second.zone;
    const UtcMinute from = zone.to_utc(at(event.date, event.start)).utc;
    const UtcMinute to = zone.to_utc(at(event.date, event.end)).utc;
    Span& span = spans.try_emplace(event.zone, Span{zone, from, to}).first->second;
    span.from = std::min(span.from, from);
    span.to = std::max(span.to, to);
  }
  // libical puts each zone before what is there: the last by name goes first.
  for (const auto& [name, span] : spans | std::views::reverse) {
    Component zone = component(ICAL_VTIMEZONE_COMPONENT);
    add(zone.get(), icalproperty_new_tzid(name.c_str()));
    for (const ZoneRule& rule : zone_rules(span.zone, span.from, span.to))
      add(zone.get(), zone_rule(rule));
    add(calendar, std::move(zone));
  }
}

icalproperty* in_zone(icalproperty* property, const std::string& zone) {
  icalproperty_add_parameter(property, icalparameter_new_tzid(zone.c_str()));
  return property;
}

icalproperty_status status_of(const CalendarEvent& event) {
  switch (event.state) {
    case CalendarEvent::State::tentative:
      return ICAL_STATUS_TENTATIVE;
    case CalendarEvent::State::cancelled:
      return ICAL_STATUS_CANCELLED;
    case CalendarEvent::State::confirmed:
      break;
  }
  return ICAL_STATUS_CONFIRMED;
}

icalproperty* named(icalproperty* property, const report::Party& party) {
  if (!party.name.empty())
    icalproperty_add_parameter(property, icalparameter_new_cn(clean_line(party.name).c_str()));
  return property;
}

icalproperty* attendee(const report::Party& party) {
  icalproperty* out = named(icalproperty_new_attendee(mailto(party.email).c_str()), party);
  icalproperty_add_parameter(out, icalparameter_new_role(ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter(out, icalparameter_new_partstat(ICAL_PARTSTAT_NEEDSACTION));
  icalproperty_add_parameter(out, icalparameter_new_rsvp(ICAL_RSVP_FALSE));
  return out;
}

Component event_part(const CalendarEvent& event, bool invites) {
  Component out = component(ICAL_VEVENT_COMPONENT);
  icalcomponent* to = out.get();
  add(to, icalproperty_new_uid(clean_line(event.uid).c_str()));
  add(to, icalproperty_new_dtstamp(icaltime_from_string(event.stamp.c_str())));
  add(to, icalproperty_new_lastmodified(icaltime_from_string(event.modified.c_str())));
  add(to, icalproperty_new_sequence(event.sequence));
  add(to,
      in_zone(icalproperty_new_dtstart(time_of_calendar(at(event.date, event.start))), event.zone));
  add(to, in_zone(icalproperty_new_dtend(time_of_calendar(at(event.date, event.end))), event.zone));
  add(to, icalproperty_new_summary(clean(event.title).c_str()));
  if (!event.place.empty()) add(to, icalproperty_new_location(clean(event.place).c_str()));
  if (!event.description.empty())
    add(to, icalproperty_new_description(clean(event.description).c_str()));
  add(to, icalproperty_new_status(status_of(event)));
  add(to,
      named(icalproperty_new_organizer(mailto(event.organiser.email).c_str()), event.organiser));
  if (invites && event.attendee) add(to, attendee(*event.attendee));
  return out;
}

// libical continues a line of exactly 75 octets on a line of nothing, which strict readers refuse.
std::string without_blank_lines(std::string text) {
  constexpr std::string_view kNothing = "\r\n \r\n";
  for (std::size_t at = 0; (at = text.find(kNothing, at)) != text.npos;) text.erase(at, 3);
  return text;
}

icalproperty_method method_of(CalendarMethod method) {
  switch (method) {
    case CalendarMethod::request:
      return ICAL_METHOD_REQUEST;
    case CalendarMethod::cancel:
      return ICAL_METHOD_CANCEL;
    case CalendarMethod::publish:
      break;
  }
  return ICAL_METHOD_PUBLISH;
}

}  // namespace

std::string ics(const CalendarFile& file) {
  Component calendar = component(ICAL_VCALENDAR_COMPONENT);
  icalcomponent* to = calendar.get();
  add(to, icalproperty_new_prodid("-//Tandem//Tandem//EN"));
  add(to, icalproperty_new_version("2.0"));
  add(to, icalproperty_new_calscale("GREGORIAN"));
  add(to, icalproperty_new_method(method_of(file.method)));
  if (!file.name.empty()) {
    icalproperty* name = icalproperty_new(ICAL_X_PROPERTY);
    icalproperty_set_x_name(name, "X-WR-CALNAME");
    icalproperty_set_value(name, icalvalue_new_text(clean_line(file.name).c_str()));
    add(to, name);
  }
  add_zones(to, file.events);
  for (const CalendarEvent& event : file.events)
    add(to, event_part(event, file.method != CalendarMethod::publish));

  const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{
      icalcomponent_as_ical_string_r(to), &icalmemory_free_buffer};
  return without_blank_lines(text.get());
}

std::vector<File> calendar_files(const report::PublishPlan& plan) {
  std::vector<File> out;
  out.reserve(plan.files.size());
  for (const CalendarFile& file : plan.files) out.push_back({file.path, ics(file)});
  return out;
}

}  // namespace tandem::print
