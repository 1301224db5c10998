"""Rules of a plan's shape: rows that name what exists, meetings as the module asks, real times."""

import re

from plan import UTC, exists, instant
from rulebook import Violation, broken, rule

# file, column, the file it names something of, and the column there
REFERENCES = (
    ("sessions", "cohort", "cohorts", "code"), ("sessions", "module", "modules", "code"),
    ("meetings", "session", "sessions", "code"), ("meetings", "room", "rooms", "code"),
    ("meetings", "leads", "facilitators", "code"),
    ("meetings", "cofacilitators", "facilitators", "code"),
    ("seats", "session", "sessions", "code"), ("seats", "person", "people", "number"),
    ("holidays", "site", "sites", "code"), ("units", "parent", "units", "code"),
    ("people", "unit", "units", "code"), ("people", "site", "sites", "code"),
    ("arrangements", "person", "people", "number"), ("seasons", "person", "people", "number"),
    ("travel", "from_site", "sites", "code"), ("travel", "to_site", "sites", "code"),
    ("variants", "module", "modules", "code"), ("prerequisites", "module", "modules", "code"),
    ("prerequisites", "needs", "modules", "code"),
    ("programme_modules", "module", "modules", "code"),
    ("cohorts", "site", "sites", "code"), ("cohort_modules", "cohort", "cohorts", "code"),
    ("cohort_modules", "module", "modules", "code"), ("cohort_modules", "site", "sites", "code"),
    ("members", "cohort", "cohorts", "code"), ("members", "person", "people", "number"),
    ("facilitators", "person", "people", "number"), ("facilitators", "sites", "sites", "code"),
    ("qualifications", "facilitator", "facilitators", "code"),
    ("qualifications", "module", "modules", "code"), ("rooms", "site", "sites", "code"),
    ("assets", "site", "sites", "code"),
)
SCOPED = ("blackouts", "protected", "absences")  # scope or kind says which file `code` is of
FILE_OF = {"site": ("sites", "code"), "unit": ("units", "code"), "cohort": ("cohorts", "code"),
           "facilitator": ("facilitators", "code"), "room": ("rooms", "code"),
           "person": ("people", "number")}


def dangling(plan):
    """(file, row, code) for every name that names nothing."""
    known = {(file, column): {getattr(row, column) for row in plan.tables[file]}
             for _, _, file, column in REFERENCES}
    for file, column, target, key in REFERENCES:
        for row in plan.tables[file]:
            cell = getattr(row, column)
            for code in cell if isinstance(cell, list) else [cell]:
                if code and code not in known[(target, key)]:
                    yield file, row, code
    for file in SCOPED:
        for row in plan.tables[file]:
            word = getattr(row, "scope", None) or getattr(row, "kind", None)
            if word in FILE_OF and row.code not in known[FILE_OF[word]]:
                yield file, row, row.code
    variants = {(row.module, row.variant) for row in plan.tables["variants"]}
    for file in ("sessions", "cohort_modules"):
        for row in plan.tables[file]:
            if row.variant and (row.module, row.variant) not in variants:
                yield file, row, row.variant


# Whatever a row names is there: the session of a meeting, the room, the person with a seat ...
@rule("reference")
def reference(plan):
    for file, row, code in dangling(plan):
        session = {"sessions": getattr(row, "code", ""),
                   "meetings": getattr(row, "session", ""),
                   "seats": getattr(row, "session", "")}.get(file, "")
        yield Violation(session, f"{file}.csv names {code}, which does not exist", (code,),
                        (session,))
    for session in plan.sessions.values():
        if not session.row.module or not session.row.cohort:
            yield broken(session, f"sessions.csv: {session.code} has no module or no cohort")


# A session has all meetings its form asks for, numbered from 1, or none yet; what is done alone or
# as a project has none.
@rule("meetings")
def meetings(plan):
    for session in plan.judged_sessions():
        numbers = sorted(meeting.number or 0 for meeting in session.meetings)
        if numbers != list(range(1, session.form.meetings + 1)):
            yield broken(session, f"{session.code} has the meetings {numbers}, its module asks "
                         f"for {session.form.meetings}", session.module.code)


# Each meeting is as long as the module says: its listed minutes, else an equal part of the total.
@rule("duration")
def duration(plan):
    for meeting in plan.judged_meetings():
        lengths = meeting.session.form.minutes
        place = (meeting.number or 0) - 1
        if 0 <= place < len(lengths) and lengths[place] and meeting.minutes not in lengths[place]:
            yield broken(meeting.session, f"{meeting} takes {meeting.minutes} minutes, its module "
                         f"asks for {' or '.join(map(str, sorted(lengths[place])))}",
                         meeting.session.module.code)


# The meetings of a session follow one another in order, their dates neither too close nor too far
# apart.
@rule("meeting_gap")
def meeting_gap(plan):
    for session in plan.judged_sessions():
        least = session.module.meeting_gap_min_days or 0
        most = session.module.meeting_gap_max_days
        for one, other in zip(session.meetings, session.meetings[1:]):
            gap = (other.date - one.date).days
            if gap < least or (most is not None and gap > most) or other.begin < one.finish:
                yield broken(session, f"{other} follows {gap} days after {one}, asked are "
                             f"{least} to {'any' if most is None else most}", session.module.code)


# A meeting ends on the day it begins.
@rule("midnight")
def midnight(plan):
    for meeting in plan.judged_meetings():
        if meeting.end <= meeting.start:
            yield broken(meeting.session, f"{meeting} does not end on the day it begins")


# A meeting begins and ends at times that the clocks of its zone show.
@rule("local_time")
def local_time(plan):
    for meeting in plan.judged_meetings():
        for minute in (meeting.start, meeting.end):
            if not exists(meeting.date, minute, meeting.zone):
                yield broken(meeting.session, f"{meeting}: {minute // 60:02}:{minute % 60:02} does "
                             f"not exist in {meeting.zone}")


# Meetings begin on the grid of slots counted in UTC from the start of the horizon; pinned ones need
# not.
@rule("slot_grid")
def slot_grid(plan):
    origin = 0
    if plan.horizon_from is not None:
        origin = instant(plan.horizon_from, 0, UTC)
    for meeting in plan.judged_meetings():
        if not meeting.session.pinned and (meeting.begin - origin) % plan.slot_minutes:
            yield broken(meeting.session, f"{meeting} does not begin on the grid of "
                         f"{plan.slot_minutes} minutes")


# A session is called COHORT/MODULE, a further group COHORT/MODULE/2 and so on, a coaching session
# COHORT/MODULE/NUMBER after the one person in it; no two share a code.
@rule("code")
def code(plan):
    seen = set()
    for row in plan.tables["sessions"]:
        if row.code in seen:
            yield Violation(row.code, f"two sessions are called {row.code}", (), (row.code,))
        seen.add(row.code)
    for session in plan.judged_sessions():
        stem = f"{session.row.cohort[0]}/{session.row.module}" if session.row.cohort else ""
        rest = session.code[len(stem):] if session.code.startswith(stem) else None
        if session.form.mode == "coaching":
            numbers = [person.number for person in session.people] or list(plan.people)
            good = rest is not None and rest[:1] == "/" and rest[1:] in numbers
        else:
            good = rest == "" or (rest is not None and re.fullmatch(r"/([2-9]|[1-9]\d+)", rest))
        if not good:
            yield broken(session, f"{session.code} is not a code of {stem}")
