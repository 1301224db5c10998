"""Rules of working time, closures and leave: who and what is there when a meeting takes place."""

import datetime

from plan import covers, wall_clock
from rulebook import broken, rule

DAY_MINUTES = 24 * 60


def inside_window(meeting, zone, days, day_start, day_end):
    """Whether the meeting lies within one day's working window, in the clock of a zone."""
    start = wall_clock(meeting.begin, zone)
    end = wall_clock(meeting.finish, zone)
    midnight = datetime.datetime.combine(start.date(), datetime.time())
    first = int((start - midnight).total_seconds()) // 60
    last = int((end - midnight).total_seconds()) // 60
    if last > DAY_MINUTES:
        return False
    if days is not None and start.weekday() not in days:
        return False
    if day_start is not None and first < day_start:
        return False
    return day_end is None or last <= day_end


def inherited(row, site):
    """Working days and hours of a row; each empty cell is the site's."""
    def cell(name):
        own = getattr(row, name, None)
        return own if own is not None or site is None else getattr(site, name)
    return cell("working_days"), cell("day_start"), cell("day_end")


def touches_hours(meeting, zone, row, days):
    """Whether the meeting touches start..end (empty: the day's edge) of a day that `row` is about.

    `days` are weekdays, None for every day; a row with from and to holds only between them.
    """
    start = wall_clock(meeting.begin, zone)
    end = wall_clock(meeting.finish, zone)
    day = start.date()
    while datetime.datetime.combine(day, datetime.time()) < end:
        midnight = datetime.datetime.combine(day, datetime.time())
        first = midnight + datetime.timedelta(minutes=row.start if row.start is not None else 0)
        last = midnight + datetime.timedelta(minutes=row.end if row.end is not None
                                             else DAY_MINUTES)
        dated = not hasattr(row, "from") or covers(row, day)
        if dated and (days is None or day.weekday() in days) and start < last and first < end:
            return True
        day += datetime.timedelta(days=1)
    return False


# A meeting lies within one working day of each cohort it serves: the first cohort's hours in the
# meeting's zone, a further cohort's in that cohort's own.
@rule("cohort_time")
def cohort_time(plan):
    for meeting in plan.judged_meetings():
        for place, cohort in enumerate(meeting.session.cohorts):
            site = plan.sites.get(cohort.site)
            zone = meeting.zone if place == 0 else plan.zone_of(site)
            if not inside_window(meeting, zone, *inherited(cohort, site)):
                yield broken(meeting.session, f"{meeting} is outside the working time of cohort "
                             f"{cohort.code}", cohort.code)


# ... and of its room, whose hours are its site's; a virtual room has none.
@rule("room_time")
def room_time(plan):
    for meeting in plan.judged_meetings():
        if meeting.site and not inside_window(meeting, meeting.zone,
                                              *inherited(meeting.room, meeting.site)):
            yield broken(meeting.session, f"{meeting} is outside the working time of room "
                         f"{meeting.room.code}", meeting.room.code)


# ... and of each facilitator, whose hours are in the zone of the first of their sites.
@rule("facilitator_time")
def facilitator_time(plan):
    for meeting in plan.judged_meetings():
        for facilitator in meeting.facilitators:
            home = plan.home_of(facilitator)
            zone = plan.zone_of(home) if home else meeting.zone
            if not inside_window(meeting, zone, *inherited(facilitator, home)):
                yield broken(meeting.session, f"{meeting} is outside the working time of "
                             f"facilitator {facilitator.code}", facilitator.code)


# Someone who holds a seat is at work: their own days and hours where filled, in their site's zone.
@rule("person_time")
def person_time(plan):
    for meeting in plan.judged_meetings():
        for person in meeting.session.people:
            site = plan.sites.get(person.site)
            zone = plan.zone_of(site) if site else meeting.zone
            own = (person.working_days, person.day_start, person.day_end)
            if any(own) and not inside_window(meeting, zone, *own):
                yield broken(meeting.session, f"{meeting} is outside the working time of "
                             f"{person.number}", person.number)


# Nobody has a seat in the hours that an agreed timetable keeps them away.
@rule("timetable")
def timetable(plan):
    rows = [row for row in plan.tables["arrangements"] if row.kind == "timetable"]
    for meeting in plan.judged_meetings():
        for person in meeting.session.people:
            site = plan.sites.get(person.site)
            zone = plan.zone_of(site) if site else meeting.zone
            for row in rows:
                if row.person == person.number and touches_hours(meeting, zone, row, row.days):
                    yield broken(meeting.session, f"{meeting} falls into hours that "
                                 f"{person.number} cannot attend", person.number)


# A site's holiday closes its rooms and frees its cohorts and everybody whose home it is.
@rule("holiday")
def holiday(plan):
    closed = {(row.site, row.date) for row in plan.tables["holidays"]}
    for meeting in plan.judged_meetings():
        bound = [(f"cohort {c.code}", c.code, c.site) for c in meeting.session.cohorts]
        bound += [(p.number, p.number, p.site) for p in meeting.session.people]
        bound += [(f"facilitator {f.code}", f.code, f.sites[0]) for f in meeting.facilitators
                  if f.sites]
        if meeting.site:
            bound.append((f"room {meeting.room.code}", meeting.room.code, meeting.site.code))
        for name, code, site in bound:
            if (site, meeting.date) in closed:
                yield broken(meeting.session, f"{meeting} is on a holiday of {site}, which is the "
                             f"home of {name}", code, site)


def blacked_out(plan, row, meeting):
    """Whether a blackout's scope takes in the meeting, whatever the date."""
    session = meeting.session
    if row.scope == "all":
        return True
    if row.scope == "site":
        return ((meeting.site is not None and meeting.site.code == row.code)
                or any(cohort.site == row.code for cohort in session.cohorts))
    if row.scope == "cohort":
        return any(cohort.code == row.code for cohort in session.cohorts)
    if row.scope == "facilitator":
        return any(facilitator.code == row.code for facilitator in meeting.facilitators)
    if row.scope == "room":
        return meeting.room is not None and meeting.room.code == row.code
    people = session.people + [plan.person_of(f) for f in meeting.facilitators]
    return any(row.code in plan.unit_and_above(person.unit) for person in people if person)


# No meeting touches a blackout of its scope: everything, a site's rooms and cohorts, a unit's
# people with those of the units below (also when they facilitate), a cohort, facilitator or room.
@rule("blackout")
def blackout(plan):
    for meeting in plan.judged_meetings():
        for row in plan.tables["blackouts"]:
            if blacked_out(plan, row, meeting) and touches_hours(meeting, meeting.zone, row, None):
                yield broken(meeting.session, f"{meeting} falls into the blackout '{row.name}' of "
                             f"{row.scope} {row.code}".rstrip(), row.code)


# Nobody who is away holds a seat that day or facilitates, and no room that is away is used; a
# facilitator is away also when the person they are is.
@rule("absence")
def absence(plan):
    for meeting in plan.judged_meetings():
        bound = [("person", person.number) for person in meeting.session.people]
        for facilitator in meeting.facilitators:
            bound.append(("facilitator", facilitator.code))
            if facilitator.person:
                bound.append(("person", facilitator.person))
        if meeting.room:
            bound.append(("room", meeting.room.code))
        for row in plan.tables["absences"]:
            if (row.kind, row.code) in bound and covers(row, meeting.date):
                yield broken(meeting.session, f"{row.kind} {row.code} is away at {meeting}",
                             row.code)


# Nobody has a seat inside their pause; an item without meetings counts on its due date.
@rule("season")
def season(plan):
    for session in plan.judged_sessions():
        dates = [meeting.date for meeting in session.meetings]
        if not session.form.live and session.row.due_to:
            dates.append(session.row.due_to)
        for person in session.people:
            for row in plan.tables["seasons"]:
                if row.person == person.number and row.season == "paused" and any(
                        covers(row, day) for day in dates):
                    yield broken(session, f"{person.number} holds a seat in {session.code} inside "
                                 "a pause", person.number)


# Nobody has a seat before the day they are hired or after the day they leave.
@rule("employed")
def employed(plan):
    for meeting in plan.judged_meetings():
        for person in meeting.session.people:
            early = person.hired is not None and meeting.date < person.hired
            late = person.left is not None and meeting.date > person.left
            if early or late:
                yield broken(meeting.session, f"{person.number} is not employed at {meeting}",
                             person.number)


# Thinking time is never booked over: a cohort's by its meetings, a person's by any meeting they sit
# in or facilitate.
@rule("protected")
def protected(plan):
    for meeting in plan.judged_meetings():
        cohorts = meeting.session.cohorts
        people = meeting.session.people + [plan.person_of(f) for f in meeting.facilitators]
        for row in plan.tables["protected"]:
            zone = None
            if row.scope == "cohort":
                for place, cohort in enumerate(cohorts):
                    if cohort.code == row.code:
                        zone = (meeting.zone if place == 0
                                else plan.zone_of(plan.sites.get(cohort.site)))
            else:
                for person in people:
                    if person and person.number == row.code:
                        site = plan.sites.get(person.site)
                        zone = plan.zone_of(site) if site else meeting.zone
            if zone is not None and touches_hours(meeting, zone, row, row.weekday):
                yield broken(meeting.session, f"{meeting} is booked over the thinking time of "
                             f"{row.scope} {row.code}", row.code)
