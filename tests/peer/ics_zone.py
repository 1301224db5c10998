"""The rules of a VTIMEZONE: which offset they give a local time, to compare with the zone database.

Used by ics_check.py. Reads the recurrences that time zones use (yearly, on the nth weekday of a
month or on dates) and says so when it meets another.
"""

import datetime
import functools
import re

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LOCAL = re.compile(r"\d{8}T\d{6}")
OFFSET = re.compile(r"([+-])(\d{2})([0-5]\d)([0-5]\d)?")


def local_time(value):
    """`20270328T020000` as a time without zone. Raises ValueError."""
    if not LOCAL.fullmatch(value):
        raise ValueError(f"'{value}' is not a local time")
    return datetime.datetime.strptime(value, "%Y%m%dT%H%M%S")


def offset(value):
    """`+0100` as a duration. Raises ValueError."""
    found = OFFSET.fullmatch(value)
    if not found or value in ("-0000", "-000000"):
        raise ValueError(f"'{value}' is not an offset from UTC")
    sign, hours, minutes, seconds = found.groups()
    size = datetime.timedelta(hours=int(hours), minutes=int(minutes), seconds=int(seconds or 0))
    return -size if sign == "-" else size


def days_of_month(year, month, parts):
    """The days that BYDAY and BYMONTHDAY pick in one month."""
    first = datetime.date(year, month, 1)
    following = (first + datetime.timedelta(days=31)).replace(day=1)
    days = [first + datetime.timedelta(days=n) for n in range((following - first).days)]
    if "BYMONTHDAY" in parts:
        wanted = {int(cell) for cell in parts["BYMONTHDAY"].split(",")}
        days = [day for day in days if day.day in wanted
                or day.day - (following - first).days - 1 in wanted]
    if "BYDAY" in parts:
        picked = []
        for cell in parts["BYDAY"].split(","):
            found = re.fullmatch(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)", cell)
            if not found:
                raise ValueError(f"BYDAY={cell}")
            fitting = [d for d in days if WEEKDAYS[d.weekday()] == found.group(2)]
            if found.group(1):
                nth = int(found.group(1))
                place = nth - 1 if nth > 0 else nth
                fitting = fitting[place:place + 1 or None]
            picked += fitting
        days = picked
    return sorted(days)


def yearly(start, rule, last_year, offset_from):
    """Local onsets of an RRULE from `start` to a year. Raises ValueError on a rule not known."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";"))
    known = {"FREQ", "BYMONTH", "BYDAY", "BYMONTHDAY", "UNTIL", "COUNT", "INTERVAL", "WKST"}
    if parts.get("FREQ") != "YEARLY" or set(parts) - known or parts.get("INTERVAL", "1") != "1":
        raise ValueError(f"the recurrence {rule} is not one that time zones use")
    if "UNTIL" in parts and "COUNT" in parts:
        raise ValueError("a recurrence with UNTIL and COUNT")
    until = None
    if "UNTIL" in parts:
        if not parts["UNTIL"].endswith("Z"):
            raise ValueError("UNTIL in a time zone is not in UTC")
        until = local_time(parts["UNTIL"][:-1]) + offset_from
    months = [int(cell) for cell in parts.get("BYMONTH", str(start.month)).split(",")]
    onsets = []
    for year in range(start.year, last_year + 1):
        for month in months:
            if "BYDAY" in parts or "BYMONTHDAY" in parts:
                days = days_of_month(year, month, parts)
            else:
                days = [start.date().replace(year=year, month=month)]
            onsets += [datetime.datetime.combine(day, start.time()) for day in days]
    onsets = [at for at in sorted(onsets) if at >= start and (until is None or at <= until)]
    if start not in onsets:
        raise ValueError(f"DTSTART {start} is not an onset of its own recurrence")
    return onsets[:int(parts["COUNT"])] if "COUNT" in parts else onsets


class Observance:
    """One STANDARD or DAYLIGHT part: when it begins, and the offsets before and after."""

    def __init__(self, start, before, after, rules, dates):
        self.start = local_time(start)
        self.before = offset(before)
        self.after = offset(after)
        self.rules = rules
        self.dates = [local_time(cell) for cell in dates]
        self.onsets(self.start.year)  # refuses a bad rule at once

    @functools.lru_cache(maxsize=None)
    def onsets(self, last_year):
        """(instant of UTC, offset before, offset after) of every change."""
        local = {self.start, *self.dates}
        for rule in self.rules:
            local.update(yearly(self.start, rule, max(last_year, self.start.year), self.before))
        return tuple((at - self.before, self.before, self.after) for at in local)


def offset_at(observances, local):
    """The offset in force when the clocks show `local` (of two, the earlier). Raises ValueError
    when no rule reaches so far back or the clocks skip that time."""
    changes = sorted(change for part in observances for change in part.onsets(local.year + 1))
    spans = []
    for place, (begin, _, after) in enumerate(changes):
        end = changes[place + 1][0] if place + 1 < len(changes) else datetime.datetime.max
        spans.append((begin, end, after))
    for begin, end, after in spans:
        if begin <= local - after < end:
            return after
    if not changes or local - changes[0][1] < changes[0][0]:
        raise ValueError(f"no rule of the time zone reaches back to {local}")
    raise ValueError(f"the clocks never show {local}")
