"""Rules of fit: the right room and the right facilitators, no more of them than they agreed to."""

import datetime

from plan import monday
from rulebook import broken, rule


# An in-person module meets in a physical room of the site its cohort chose for it, else of the
# first cohort's site; a virtual one in a virtual room, or in none when there is none at all. A
# coaching meeting may be anywhere.
@rule("room_site")
def room_site(plan):
    any_virtual = any(room.virtual for room in plan.rooms.values())
    for meeting in plan.judged_meetings():
        session = meeting.session
        room = meeting.room
        if session.form.mode == "in_person":
            choice = session.module_row(session.cohorts[0], plan) if session.cohorts else None
            site = (choice.site if choice and choice.site
                    else session.cohorts[0].site if session.cohorts else "")
            if room is None or room.virtual or room.site != site:
                yield broken(session, f"{meeting} is not in a room of {site}",
                             room.code if room else "", site)
        if session.form.mode == "virtual":
            if (room is None and any_virtual) or (room is not None and not room.virtual):
                yield broken(session, f"{meeting} is virtual, but not in a virtual room",
                             room.code if room else "")


# The room has every feature that the form of the module asks for.
@rule("room_features")
def room_features(plan):
    for meeting in plan.judged_meetings():
        if meeting.room is None:
            continue
        for feature in meeting.session.form.features:
            if feature not in meeting.room.features:
                yield broken(meeting.session, f"{meeting} needs {feature}, which room "
                             f"{meeting.room.code} has not", meeting.room.code)


# The room suits everyone with a seat: captions in any room, step-free access in a physical one.
@rule("arrangement")
def arrangement(plan):
    for meeting in plan.judged_meetings():
        if meeting.room is None:
            continue
        for person in meeting.session.people:
            for row in plan.tables["arrangements"]:
                asks = row.kind == "captions" or (row.kind == "step_free"
                                                  and not meeting.room.virtual)
                if row.person == person.number and asks and row.kind not in meeting.room.features:
                    yield broken(meeting.session, f"{person.number} needs {row.kind} at {meeting}, "
                                 f"which room {meeting.room.code} has not", person.number,
                                 meeting.room.code)


# Each facilitator speaks the language of each cohort served (an empty list: every language).
@rule("facilitator_language")
def facilitator_language(plan):
    for meeting in plan.judged_meetings():
        for cohort in meeting.session.cohorts:
            for facilitator in meeting.facilitators:
                if (cohort.language and facilitator.languages
                        and cohort.language not in facilitator.languages):
                    yield broken(meeting.session, f"facilitator {facilitator.code} of {meeting} "
                                 f"does not speak {cohort.language}", facilitator.code)


# Each facilitator works at the site of the room (without a list: everywhere).
@rule("facilitator_site")
def facilitator_site(plan):
    for meeting in plan.judged_meetings():
        for facilitator in meeting.facilitators:
            if meeting.site and facilitator.sites and meeting.site.code not in facilitator.sites:
                yield broken(meeting.session, f"facilitator {facilitator.code} of {meeting} does "
                             f"not work at {meeting.site.code}", facilitator.code)


# As many leads as the module asks for, and as many co-facilitators besides; more is allowed, and a
# lead too many may serve as co-facilitator.
@rule("facilitator_count")
def facilitator_count(plan):
    for meeting in plan.judged_meetings():
        leads = meeting.session.module.leads or 0
        others = meeting.session.module.cofacilitators or 0
        if len(meeting.leads) < leads or len(meeting.facilitators) < leads + others:
            yield broken(meeting.session, f"{meeting} has {len(meeting.leads)} leads and "
                         f"{len(meeting.cofacilitators)} co-facilitators, asked are {leads} and "
                         f"{others}", meeting.session.module.code)


# Leads are qualified as lead for the module, co-facilitators as lead or co; shadows do not count.
@rule("facilitator_qualified")
def facilitator_qualified(plan):
    held = {(row.facilitator, row.module, row.level) for row in plan.tables["qualifications"]}
    for meeting in plan.judged_meetings():
        module = meeting.session.module.code
        for facilitator in meeting.leads:
            if (facilitator.code, module, "lead") not in held:
                yield broken(meeting.session, f"facilitator {facilitator.code} leads {meeting}, "
                             "but is not qualified to lead it", facilitator.code)
        for facilitator in meeting.cofacilitators:
            if not {(facilitator.code, module, "lead"), (facilitator.code, module, "co")} & held:
                yield broken(meeting.session, f"facilitator {facilitator.code} co-facilitates "
                             f"{meeting}, but is not qualified for it", facilitator.code)


def meetings_by_facilitator(plan):
    found = {}
    for meeting in plan.meetings():
        for facilitator in meeting.facilitators:
            found.setdefault(facilitator.code, []).append(meeting)
    for code, meetings in found.items():
        yield plan.facilitators[code], meetings


def weeks_of(meetings):
    """Meetings by the Monday of their week."""
    weeks = {}
    for meeting in meetings:
        weeks.setdefault(monday(meeting.date), []).append(meeting)
    return weeks


def every_judged(meetings, text, code):
    sessions = [meeting.session for meeting in meetings]
    for session in dict.fromkeys(sessions):
        if session.judged:
            yield broken(session, text, code, also=sessions)


# A facilitator works on at most so many dates of a week, Monday to Sunday.
@rule("facilitator_days_week")
def facilitator_days_week(plan):
    for facilitator, meetings in meetings_by_facilitator(plan):
        for week, those in weeks_of(meetings).items():
            dates = {meeting.date for meeting in those}
            most = facilitator.max_days_week
            if most is not None and len(dates) > most:
                yield from every_judged(those, f"facilitator {facilitator.code} works on "
                                        f"{len(dates)} days in the week of {week}, at most {most}",
                                        facilitator.code)


# ... and at most so many minutes.
@rule("facilitator_minutes_week")
def facilitator_minutes_week(plan):
    for facilitator, meetings in meetings_by_facilitator(plan):
        for week, those in weeks_of(meetings).items():
            minutes = sum(meeting.minutes for meeting in those)
            most = facilitator.max_minutes_week
            if most is not None and minutes > most:
                yield from every_judged(those, f"facilitator {facilitator.code} works {minutes} "
                                        f"minutes in the week of {week}, at most {most}",
                                        facilitator.code)


# A facilitator is away from home on at most so many dates in a row.
@rule("facilitator_travel")
def facilitator_travel(plan):
    for facilitator, meetings in meetings_by_facilitator(plan):
        home = plan.home_of(facilitator)
        most = facilitator.max_travel_days
        if home is None or most is None:
            continue
        away = [m for m in meetings if m.site and m.site is not home and not m.site.virtual]
        dates = {meeting.date for meeting in away}
        for first in sorted(dates):
            if first - datetime.timedelta(days=1) in dates:
                continue
            run = [first]
            while run[-1] + datetime.timedelta(days=1) in dates:
                run.append(run[-1] + datetime.timedelta(days=1))
            if len(run) > most:
                yield from every_judged([m for m in away if m.date in run],
                                        f"facilitator {facilitator.code} is away on {len(run)} "
                                        f"days in a row from {first}, at most {most}",
                                        facilitator.code)


# Nobody facilitates after the last day they are available.
@rule("facilitator_until")
def facilitator_until(plan):
    for meeting in plan.judged_meetings():
        for facilitator in meeting.facilitators:
            if facilitator.until is not None and meeting.date > facilitator.until:
                yield broken(meeting.session, f"facilitator {facilitator.code} of {meeting} is "
                             f"available until {facilitator.until} only", facilitator.code)
