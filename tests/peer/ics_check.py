#!/usr/bin/env python3
"""A strict reader of iCalendar files: refuses what a lenient program would let pass.

    python3 tests/peer/ics_check.py FILE.ics...

RFC 5545 for the syntax, RFC 5546 for what METHOD asks, the zone database for VTIMEZONE, and the
house's own rules (every event in a named zone or UTC, no recurrence). When python3-icalendar is
there it must read the file too, and find as many events. Exit: 0 good, 1 refused, 2 bad usage.
"""

import datetime
import pathlib
import re
import sys
import zoneinfo

from ics_lines import read_lines
from ics_zone import Observance, local_time, offset_at

try:
    import icalendar
except ImportError:
    icalendar = None

METHODS = ("PUBLISH", "REQUEST", "CANCEL")
# Property -> how often it may stand in the component: "1" exactly once, "?" at most once, "*" any.
PROPERTIES = {
    "VCALENDAR": {"PRODID": "1", "VERSION": "1", "METHOD": "1", "CALSCALE": "?", "NAME": "*",
                  "DESCRIPTION": "*", "UID": "?", "LAST-MODIFIED": "?", "URL": "?", "COLOR": "?",
                  "REFRESH-INTERVAL": "?", "SOURCE": "?", "CATEGORIES": "*", "IMAGE": "*"},
    "VEVENT": {"UID": "1", "DTSTAMP": "1", "DTSTART": "1", "DTEND": "?", "DURATION": "?",
               "SUMMARY": "?", "DESCRIPTION": "?", "LOCATION": "?", "STATUS": "?", "SEQUENCE": "?",
               "ORGANIZER": "?", "LAST-MODIFIED": "?", "CREATED": "?", "CLASS": "?", "TRANSP": "?",
               "URL": "?", "PRIORITY": "?", "GEO": "?", "RECURRENCE-ID": "?", "ATTENDEE": "*",
               "CATEGORIES": "*", "COMMENT": "*", "CONTACT": "*", "RESOURCES": "*",
               "ATTACH": "*", "RELATED-TO": "*", "REQUEST-STATUS": "*", "CONFERENCE": "*",
               "COLOR": "?", "IMAGE": "*"},
    "VTIMEZONE": {"TZID": "1", "LAST-MODIFIED": "?", "TZURL": "?"},
    "STANDARD": {"DTSTART": "1", "TZOFFSETFROM": "1", "TZOFFSETTO": "1", "RRULE": "?",
                 "RDATE": "*", "TZNAME": "*", "COMMENT": "*"},
    "VALARM": {"ACTION": "1", "TRIGGER": "1", "DESCRIPTION": "?", "SUMMARY": "?", "DURATION": "?",
               "REPEAT": "?", "ATTENDEE": "*", "ATTACH": "*"},
}
PROPERTIES["DAYLIGHT"] = PROPERTIES["STANDARD"]
INSIDE = {"": {"VCALENDAR"}, "VCALENDAR": {"VEVENT", "VTIMEZONE"}, "VEVENT": {"VALARM"},
          "VTIMEZONE": {"STANDARD", "DAYLIGHT"}}
ONE_TEXT = {"PRODID", "UID", "SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "TZID",
            "TZNAME", "NAME"}
TEXT_LISTS = {"CATEGORIES", "RESOURCES"}
STATUSES = ("TENTATIVE", "CONFIRMED", "CANCELLED")
UTC_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "CREATED")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+")  # 7-bit, no blanks


class Component:
    """One BEGIN..END block."""

    def __init__(self, name, number):
        self.name = name
        self.number = number
        self.lines = []
        self.parts = []

    def all(self, name):
        return [line for line in self.lines if line.name == name]

    def first(self, name):
        return next(iter(self.all(name)), None)

    def value(self, name):
        line = self.first(name)
        return line.value if line else None


def components(lines, problems):
    """The outermost components of a file."""
    top = []
    open_ones = []
    for line in lines:
        if line.name == "BEGIN":
            name = line.value.upper()
            outer = open_ones[-1].name if open_ones else ""
            if name not in INSIDE.get(outer, ()):
                problems.append((line.number, f"{name} inside {outer or 'no calendar'}"))
            found = Component(name, line.number)
            (open_ones[-1].parts if open_ones else top).append(found)
            open_ones.append(found)
        elif line.name == "END":
            if not open_ones or open_ones[-1].name != line.value.upper():
                problems.append((line.number, f"END:{line.value} without its BEGIN"))
            else:
                open_ones.pop()
        elif open_ones:
            open_ones[-1].lines.append(line)
        else:
            problems.append((line.number, f"{line.name} outside any component"))
    for component in open_ones:
        problems.append((component.number, f"{component.name} is never ended"))
    return top


def check_counts(component, problems):
    """Every property is one the component may have, as often as it may have it."""
    allowed = PROPERTIES.get(component.name, {})
    for line in component.lines:
        if line.name not in allowed and not line.name.startswith("X-"):
            problems.append((line.number, f"{component.name} has no property {line.name}"))
    for name, often in allowed.items():
        count = len(component.all(name))
        if often == "1" and count != 1:
            problems.append((component.number, f"{component.name} has {count} {name}, must be 1"))
        if often == "?" and count > 1:
            problems.append((component.number, f"{component.name} has {count} {name}, at most 1"))


def check_text(line, problems):
    """Backslashes escape only what may be escaped; what must be escaped is."""
    if line.name not in ONE_TEXT | TEXT_LISTS:
        return
    bare = re.sub(r"\\[\\;,nN]", "", line.value)
    if "\\" in bare:
        problems.append((line.number, f"{line.name}: a backslash that escapes nothing"))
    if ";" in bare or ("," in bare and line.name in ONE_TEXT):
        problems.append((line.number, f"{line.name}: a comma or semicolon that is not escaped"))
    if line.name == "UID" and not line.value.strip():
        problems.append((line.number, "UID is empty"))


def check_utc_stamps(component, problems):
    for name in UTC_STAMPS:
        for line in component.all(name):
            try:
                if not line.value.endswith("Z") or line.params:
                    raise ValueError(f"'{line.value}' is not a time in UTC")
                local_time(line.value[:-1])
            except ValueError as wrong:
                problems.append((line.number, f"{name}: {wrong}"))


def read_zones(calendar, problems):
    """Observances of every VTIMEZONE by TZID."""
    zones = {}
    for part in calendar.parts:
        if part.name != "VTIMEZONE":
            continue
        tzid = part.value("TZID") or ""
        if tzid in zones:
            problems.append((part.number, f"two VTIMEZONE for {tzid}"))
        if not part.parts:
            problems.append((part.number, f"VTIMEZONE {tzid} has neither STANDARD nor DAYLIGHT"))
        zones[tzid] = []
        for piece in part.parts:
            try:
                for line in piece.all("DTSTART") + piece.all("RDATE"):
                    if line.params:
                        raise ValueError(f"{line.name} with parameters")
                zones[tzid].append(Observance(
                    piece.value("DTSTART") or "", piece.value("TZOFFSETFROM") or "",
                    piece.value("TZOFFSETTO") or "", [l.value for l in piece.all("RRULE")],
                    [cell for l in piece.all("RDATE") for cell in l.value.split(",")]))
            except (ValueError, KeyError) as wrong:
                problems.append((piece.number, f"VTIMEZONE {tzid}: {wrong}"))
    return zones


def moment(line, zones):
    """The instant (UTC, without zone) of a date-time property, or the date of an all-day one.

    Raises ValueError; also when the calendar's own rules for a zone and the zone database differ.
    """
    if line.params.get("VALUE") == ["DATE"]:
        if not re.fullmatch(r"\d{8}", line.value) or "TZID" in line.params:
            raise ValueError(f"'{line.value}' is not a date")
        return datetime.datetime.strptime(line.value, "%Y%m%d").date()
    if line.params.get("VALUE", ["DATE-TIME"]) != ["DATE-TIME"]:
        raise ValueError("neither a date nor a time")
    tzids = line.params.get("TZID")
    if tzids is None:
        if not line.value.endswith("Z"):
            raise ValueError(f"'{line.value}' has neither a zone nor Z")
        return local_time(line.value[:-1])
    tzid = tzids[0]
    local = local_time(line.value)
    if tzid not in zones:
        raise ValueError(f"TZID {tzid} has no VTIMEZONE")
    try:
        zone = zoneinfo.ZoneInfo(tzid)
    except (ValueError, zoneinfo.ZoneInfoNotFoundError, IsADirectoryError):
        raise ValueError(f"TZID {tzid} is not in the zone database") from None
    stated = offset_at(zones[tzid], local)
    known = local.replace(tzinfo=zone).utcoffset()
    if stated != known:
        raise ValueError(f"VTIMEZONE {tzid} gives {stated} at {local}, the zone database {known}")
    return local - stated


def check_times(event, zones, problems):
    """Starts and ends are real times in known zones, and the end is after the start."""
    known = {}
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
        line = event.first(name)
        if line:
            try:
                known[name] = moment(line, zones)
            except ValueError as wrong:
                problems.append((line.number, f"{name}: {wrong}"))
    if event.first("DTEND") and event.first("DURATION"):
        problems.append((event.number, "an event with DTEND and DURATION"))
    if not event.first("DTEND") and not event.first("DURATION"):
        problems.append((event.number, "an event without an end"))
    if "DTSTART" in known and "DTEND" in known:
        start, end = known["DTSTART"], known["DTEND"]
        if type(start) is not type(end):
            problems.append((event.number, "DTSTART and DTEND: one is a date, one a time"))
        elif end <= start:
            problems.append((event.number, f"DTEND {end} is not after DTSTART {start}"))


def check_addresses(event, problems):
    for line in event.all("ORGANIZER") + event.all("ATTENDEE"):
        if not URI.fullmatch(line.value):
            problems.append((line.number, f"{line.name}: '{line.value}' is not an address"))
        for values in line.params.values():
            if any('"' in value for value in values):
                problems.append((line.number, f"{line.name}: a quote in a parameter"))


def check_method(event, method, problems):
    """What RFC 5546 asks of an event under each method."""
    status = event.value("STATUS")
    if status is not None and status not in STATUSES:
        problems.append((event.number, f"STATUS:{status}"))
    sequence = event.first("SEQUENCE")
    if sequence and not re.fullmatch(r"\d{1,9}", sequence.value):
        problems.append((sequence.number, f"SEQUENCE '{sequence.value}' is not a whole number"))
    if method == "PUBLISH" and event.first("ATTENDEE"):
        problems.append((event.number, "an attendee in a published event"))
    if method in ("REQUEST", "CANCEL") and not event.first("ORGANIZER"):
        problems.append((event.number, f"METHOD:{method} without ORGANIZER"))
    if method == "REQUEST" and not event.first("ATTENDEE"):
        problems.append((event.number, "METHOD:REQUEST without ATTENDEE"))
    if method == "REQUEST" and status == "CANCELLED":
        problems.append((event.number, "METHOD:REQUEST for a cancelled event"))
    if method == "CANCEL" and status != "CANCELLED":
        problems.append((event.number, "METHOD:CANCEL without STATUS:CANCELLED"))
    if method == "CANCEL" and not sequence:
        problems.append((event.number, "METHOD:CANCEL without SEQUENCE"))


def every(component):
    yield component
    for part in component.parts:
        yield from every(part)


def check_calendar(calendar, problems):
    for component in every(calendar):
        check_counts(component, problems)
        check_utc_stamps(component, problems)
        for line in component.lines:
            check_text(line, problems)
    if calendar.first("VERSION") and calendar.value("VERSION") != "2.0":
        problems.append((calendar.number, f"VERSION:{calendar.value('VERSION')}"))
    if calendar.value("CALSCALE") not in (None, "GREGORIAN"):
        problems.append((calendar.number, f"CALSCALE:{calendar.value('CALSCALE')}"))
    method = calendar.value("METHOD")
    if method is not None and method not in METHODS:
        problems.append((calendar.number, f"METHOD:{method}"))
    zones = read_zones(calendar, problems)
    seen = set()
    for event in calendar.parts:
        if event.name != "VEVENT":
            continue
        check_times(event, zones, problems)
        check_addresses(event, problems)
        check_method(event, method, problems)
        key = (event.value("UID"), event.value("RECURRENCE-ID"))
        if key in seen:
            problems.append((event.number, f"UID {key[0]} stands twice"))
        seen.add(key)
    if not calendar.parts:
        problems.append((calendar.number, "a calendar without components"))


def check_with_library(raw, events, problems):
    """python3-icalendar reads it, without an error in any event, and finds as many events."""
    if icalendar is None:
        return
    try:
        found = icalendar.Calendar.from_ical(raw)
        walked = found.walk("VEVENT")
        for zone in found.walk("VTIMEZONE"):
            zone.to_tz()
    except Exception as wrong:  # pylint: disable=broad-except  whatever it stumbles over
        problems.append((0, f"python3-icalendar: {type(wrong).__name__}: {wrong}"))
        return
    for event in walked:
        for name, wrong in getattr(event, "errors", []):
            problems.append((0, f"python3-icalendar: {name}: {wrong}"))
    if len(walked) != events:
        problems.append((0, f"python3-icalendar finds {len(walked)} events of {events}"))


def check(raw):
    """Every problem of a file's octets as (line number, sentence), in the order of the lines."""
    problems = []
    top = components(read_lines(raw, problems), problems)
    if len(top) != 1:
        problems.append((0, f"{len(top)} calendars in a file, must be 1"))
    for calendar in top:
        check_calendar(calendar, problems)
    events = sum(1 for calendar in top for part in every(calendar) if part.name == "VEVENT")
    if not problems:
        check_with_library(raw, events, problems)
    return sorted(set(problems))


def main(files):
    if not files:
        print(__doc__, file=sys.stderr)
        return 2
    refused = 0
    for name in files:
        problems = check(pathlib.Path(name).read_bytes())
        refused += bool(problems)
        for number, sentence in problems:
            print(f"{name}:{number}: {sentence}")
    print(f"{len(files)} files, {refused} refused")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
