"""Rules between sessions: what comes before what, and how much a person or a unit bears at once."""

import datetime

from plan import covers, monday
from rulebook import broken, rule


def bound_pairs(plan):
    """(prerequisite, person, session of `needs` or None, later session) for every seat bound.

    Bound are seats held for one cohort, when the cohort uses the needed module. Of several seats
    in the needed module (a missed one and its make-up) all are given together, as a list.
    """
    for later in plan.judged_sessions():
        for row in plan.tables["prerequisites"]:
            if row.module != later.module.code:
                continue
            for person in later.people:
                cohorts = [code for code in plan.held_for(person, later)
                           if row.needs in plan.in_use[code]]
                for cohort in cohorts:
                    earlier = [s for s in plan.seats_of(person) if s.module.code == row.needs
                               and cohort in plan.held_for(person, s)]
                    if earlier:
                        yield row, person, earlier, later


def dated(session):
    return session.counts and session.placed


def finished_before(earlier, later):
    """Whether `earlier` is over when `later` begins; items without meetings only know dates."""
    if earlier.last_date != later.first_date:
        return earlier.last_date < later.first_date
    if earlier.meetings and later.meetings:
        return max(m.finish for m in earlier.meetings) <= min(m.begin for m in later.meetings)
    return True


def days_between(earlier, later):
    return (later.first_date - earlier.last_date).days


def judge_order(plan, fails, sentence):
    """One violation a person for whom every seat in the needed module fails."""
    for row, person, earlier, later in bound_pairs(plan):
        if all(fails(row, session, later) for session in earlier):
            yield broken(later, f"{person.number}: {later.code} {sentence(row, earlier[0], later)}",
                         person.number, row.needs, also=earlier)


def out_of_order(_, earlier, later):
    if not dated(earlier):
        return not (earlier.status == "delivered")
    return not finished_before(earlier, later)


def too_soon(row, earlier, later):
    return (dated(earlier) and finished_before(earlier, later)
            and days_between(earlier, later) < (row.min_days or 0))


def too_late(row, earlier, later):
    return (dated(earlier) and finished_before(earlier, later) and row.max_days is not None
            and days_between(earlier, later) > row.max_days)


# Who has a seat in a module and in what it needs has finished the needed one first; one that is
# cancelled or has no date cannot be finished.
@rule("prerequisite")
def prerequisite(plan):
    yield from judge_order(plan, out_of_order, lambda row, earlier, later:
                           f"begins before {earlier.code} is done")


# ... and at least the least days lie between the last date of one and the first of the other.
@rule("spacing_min")
def spacing_min(plan):
    yield from judge_order(plan, too_soon, lambda row, earlier, later:
                           f"is {days_between(earlier, later)} days after {earlier.code}, at "
                           f"least {row.min_days}")


# ... and at most the most days.
@rule("spacing_max")
def spacing_max(plan):
    yield from judge_order(plan, too_late, lambda row, earlier, later:
                           f"is {days_between(earlier, later)} days after {earlier.code}, at "
                           f"most {row.max_days}")


def attended(plan):
    """Everybody with their meetings as seat holder, over all cohorts."""
    found = {}
    for meeting in plan.meetings():
        for person in meeting.session.people:
            found.setdefault(person.number, []).append(meeting)
    for number, meetings in found.items():
        yield plan.people[number], list(dict.fromkeys(meetings))


def lighter_week(plan, person, week):
    days = [week + datetime.timedelta(days=n) for n in range(7)]
    return any(row.person == person.number and row.season == "lighter" and covers(row, day)
               for row in plan.tables["seasons"] for day in days)


# In every run of so many weeks a person's live minutes stay within the weekly limit times the
# weeks, for the limit of each cohort they belong to; a week of a lighter season bears half.
@rule("minutes_week")
def minutes_week(plan):
    for person, meetings in attended(plan):
        weeks = sorted({monday(meeting.date) for meeting in meetings})
        for cohort in plan.membership(person):
            limit = cohort.max_minutes_week
            if limit is None:
                continue
            length = cohort.load_window_weeks or 1
            begin = weeks[0] - datetime.timedelta(weeks=length - 1)
            while begin <= weeks[-1]:
                run = [begin + datetime.timedelta(weeks=n) for n in range(length)]
                those = [meeting for meeting in meetings if monday(meeting.date) in run]
                minutes = sum(meeting.minutes for meeting in those)
                halves = sum(1 if lighter_week(plan, person, week) else 2 for week in run)
                if 2 * minutes > limit * halves:
                    sessions = [meeting.session for meeting in those]
                    for session in dict.fromkeys(sessions):
                        if session.judged:
                            yield broken(session, f"{person.number} has {minutes} live minutes in "
                                         f"{length} week(s) from {begin}, cohort {cohort.code} "
                                         f"allows {limit * halves / 2:g}", person.number,
                                         cohort.code, also=sessions)
                begin += datetime.timedelta(weeks=1)


# On one date a person sits in at most so many different sessions of a cohort.
@rule("sessions_day")
def sessions_day(plan):
    for person, meetings in attended(plan):
        for cohort in plan.cohorts.values():
            if cohort.max_sessions_day is None:
                continue
            own = [m for m in meetings if cohort in m.session.cohorts]
            for date in sorted({meeting.date for meeting in own}):
                sessions = list(dict.fromkeys(m.session for m in own if m.date == date))
                if len(sessions) > cohort.max_sessions_day:
                    for session in sessions:
                        if session.judged:
                            yield broken(session, f"{person.number} has {len(sessions)} sessions "
                                         f"of {cohort.code} on {date}, at most "
                                         f"{cohort.max_sessions_day}", person.number, cohort.code,
                                         also=sessions)


def most_away(unit, people, day):
    """How many of a unit may be away that day, or None without a limit."""
    limits = []
    if unit.max_away is not None:
        limits.append(unit.max_away)
    if unit.max_away_percent is not None:
        employed = [p for p in people if (p.hired is None or p.hired <= day)
                    and (p.left is None or day <= p.left)]
        limits.append(len(employed) * unit.max_away_percent // 100)
    return max(1, min(limits)) if limits else None


# At no moment are more of a unit (with the units below it) in a meeting, learning or facilitating,
# or on leave than it can spare. It takes a meeting to break it.
@rule("cover")
def cover(plan):
    meetings = list(plan.meetings())
    inside = {}  # meeting -> numbers of everybody in it
    for meeting in meetings:
        everyone = meeting.session.people + [plan.person_of(f) for f in meeting.facilitators]
        inside[meeting] = {person.number for person in everyone if person}
    for unit in plan.units.values():
        people = [p for p in plan.people.values() if unit.code in plan.unit_and_above(p.unit)]
        numbers = {person.number for person in people}
        concerned = [meeting for meeting in meetings if inside[meeting] & numbers]
        for moment in concerned:  # the count can only rise where a meeting begins
            most = most_away(unit, people, moment.date)
            if most is None:
                continue
            running = [m for m in concerned if m.begin <= moment.begin < m.finish]
            away = {row.code for row in plan.tables["absences"]
                    if row.kind == "person" and covers(row, moment.date)}
            for meeting in running:
                away |= inside[meeting]
            away &= numbers
            if len(away) > most:
                sessions = [meeting.session for meeting in running]
                for session in dict.fromkeys(sessions):
                    if session.judged:
                        yield broken(session, f"{len(away)} of unit {unit.code} are away at "
                                     f"{moment}, at most {most}", unit.code, also=sessions)
