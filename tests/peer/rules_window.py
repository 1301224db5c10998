"""Rules of when a session may be and what is fixed, and the rule that everyone has a seat."""

import datetime

from plan import Form, Plan, covers
from rulebook import RULES, broken, rule


def dates_of(session):
    """Every date of a session; an item without meetings has its due date alone."""
    if session.meetings:
        return [meeting.date for meeting in session.meetings]
    return [session.row.due_to]


def choices(plan, session):
    """The cohort_modules rows that bind a session, one a cohort at most."""
    rows = [session.module_row(cohort, plan) for cohort in session.cohorts]
    return [row for row in rows if row]


# Nothing starts before its cohorts do, before its own earliest day or, unless fixed already, before
# the day of planning.
@rule("start")
def start(plan):
    for session in plan.judged_sessions():
        first = min(dates_of(session))
        bounds = [(c.start_from, f"cohort {c.code} starts", c.code) for c in session.cohorts]
        bounds += [(row.not_before, "its earliest day is", row.cohort)
                   for row in choices(plan, session)]
        if session.status == "planned" and not session.pinned:
            bounds.append((plan.as_of, "planning is as of", ""))
        for day, what, subject in bounds:
            if day is not None and first < day:
                yield broken(session, f"{session.code} is on {first}, but {what} {day}", subject)


# Nothing ends after its own latest day.
@rule("not_after")
def not_after(plan):
    for session in plan.judged_sessions():
        for row in choices(plan, session):
            if row.not_after is not None and max(dates_of(session)) > row.not_after:
                yield broken(session, f"{session.code} is on {max(dates_of(session))}, its latest "
                             f"day is {row.not_after}", row.cohort)


# Nothing ends after the horizon.
@rule("horizon")
def horizon(plan):
    for session in plan.judged_sessions():
        if plan.horizon_to is not None and max(dates_of(session)) > plan.horizon_to:
            yield broken(session, f"{session.code} is on {max(dates_of(session))}, after the "
                         f"horizon's end on {plan.horizon_to}")


# A deadline binds where it is hard; a soft one may be missed.
@rule("deadline")
def deadline(plan):
    for session in plan.judged_sessions():
        for cohort in session.cohorts:
            hard = cohort.deadline_rule == "hard" and cohort.deadline is not None
            if hard and max(dates_of(session)) > cohort.deadline:
                yield broken(session, f"{session.code} is on {max(dates_of(session))}, after the "
                             f"hard deadline of {cohort.code} on {cohort.deadline}", cohort.code)


# Where the budget is hard, a cohort's cost stays within it: each facilitator's day and each room's
# day paid once a date, joint sessions by their first cohort. Named is the session that goes beyond.
@rule("budget")
def budget(plan):
    for cohort in plan.cohorts.values():
        if cohort.budget_rule != "hard" or cohort.budget is None:
            continue
        own = [meeting for meeting in plan.meetings()
               if meeting.session.cohorts and meeting.session.cohorts[0] is cohort]
        own.sort(key=lambda meeting: (meeting.begin, str(meeting)))
        paid = {}
        for meeting in own:
            for facilitator in meeting.facilitators:
                paid[("facilitator", facilitator.code, meeting.date)] = facilitator.day_rate or 0
            if meeting.room:
                paid[("room", meeting.room.code, meeting.date)] = meeting.room.day_cost or 0
            if sum(paid.values()) > cohort.budget and meeting.session.judged:
                yield broken(meeting.session, f"with {meeting} cohort {cohort.code} costs "
                             f"{sum(paid.values())} cents, its hard budget is {cohort.budget}",
                             cohort.code)
                break


def fixed(session, plan):
    """Delivered, pinned, or published and about to begin."""
    if not session.meetings:
        return False
    soon = plan.as_of + datetime.timedelta(days=plan.freeze_days)
    return (session.status == "delivered" or session.pinned
            or (session.status == "published" and session.first_date < soon))


def fixed_parts(session):
    return [(m.number, m.date, m.start, m.end, m.room.code if m.room else "",
             {f.code for f in m.leads}, {f.code for f in m.cofacilitators})
            for m in session.meetings]


def closures(plan, code):
    """What absences, holidays and blackouts say against one session."""
    return {found.text for name in ("absence", "holiday", "blackout")
            for found in RULES[name](plan) if found.session == code}


def may_be_repaired(old, plan):
    """Whether a frozen session, kept where it was, would meet a new absence or closure."""
    if old.status != "published" or old.pinned:
        return False
    tables = dict(plan.tables)
    tables["meetings"] = [row for row in plan.tables["meetings"] if row.session != old.code]
    tables["meetings"] += [row for row in plan.before.tables["meetings"]
                           if row.session == old.code]
    return bool(closures(Plan(tables, plan.as_of), old.code) - closures(plan.before, old.code))


# Against an earlier state of the plan: what was delivered, pinned or frozen then keeps its dates,
# rooms and facilitators; repair may change a frozen one whose old place a new absence, closure or
# blackout broke. Without an earlier state nothing can be said.
@rule("pin")
def pin(plan):
    if plan.before is None:
        return
    for old in plan.before.sessions.values():
        if old.form is None or not fixed(old, plan.before):
            continue
        new = plan.sessions.get(old.code)
        if new is not None and (new.status == "cancelled" or fixed_parts(old) == fixed_parts(new)):
            continue
        if new is None or not may_be_repaired(old, plan):
            yield broken(old, f"{old.code} was fixed, but its date, room or facilitators changed")


def paused_throughout(plan, person, sessions):
    """Whether a pause of the person touches every one of these sessions."""
    pauses = [row for row in plan.tables["seasons"]
              if row.person == person.number and row.season == "paused"]
    return all(any(covers(row, day) for row in pauses for day in dates_of(session))
               for session in sessions)


def groups_of(plan, cohort, module):
    """The cohort's groups of a module; a cancelled one is none."""
    return [s for s in plan.sessions.values() if s.counts and s.form is not None
            and s.module.code == module and any(c.code == cohort for c in s.cohorts)]


def groups_wanted(plan, cohort, module, groups):
    """How many groups a module becomes: enough for everybody enrolled; coaching: one a member."""
    cohorts = {cohort} | {c.code for group in groups for c in group.cohorts}
    enrolled = {row.person for row in plan.tables["members"]
                if row.cohort in cohorts and row.status == "enrolled" and row.person in plan.people}
    choice = plan.cohort_modules.get((cohort, module))
    form = Form(plan.modules[module],
                plan.variants.get((module, choice.variant)) if choice and choice.variant else None)
    if form.mode == "coaching":
        return len(enrolled)
    limits = [] if form.capacity is None else [form.capacity]
    if form.live:
        # A usable room: right site and kind, with what the form needs.
        first = groups[0].cohorts[0]
        chosen = plan.cohort_modules.get((first.code, module))
        site = chosen.site if chosen and chosen.site else first.site
        usable = [room.capacity for room in plan.rooms.values()
                  if (room.virtual if form.mode == "virtual"
                      else not room.virtual and room.site == site)
                  and set(form.features) <= set(room.features)]
        if usable and None not in usable:
            limits.append(max(usable))
    return -(-len(enrolled) // max(1, min(limits))) if limits else 1


def of_person(session, person):
    """Whether a coaching session is this person's own; the others are other people's."""
    return session.form.mode == "coaching" and session.code.endswith("/" + person.number)


def seat_demanded(plan, person, groups, wanted):
    """Not where a group is delivered or undated, nor where a pause touches every possible date.

    A group that is still to be made has no date either.
    """
    if len(groups) < max(1, wanted) or not all(group.placed for group in groups):
        return False
    if any(group.status == "delivered" for group in groups):
        return False
    possible = [g for g in groups if of_person(g, person)] or groups
    return not paused_throughout(plan, person, possible)


# Every enrolled member has exactly one booked seat in one group of each module their cohort uses; a
# make-up seat with another cohort counts. No seat is asked for where a group is already delivered,
# while one has no date, or where a pause touches all of them.
@rule("seats")
def seats(plan):
    for row in plan.tables["members"]:
        person = plan.people.get(row.person)
        if row.status != "enrolled" or person is None or row.cohort not in plan.cohorts:
            continue
        held = [s for s in plan.seats_of(person) if s.counts
                for seat in s.people if seat is person]
        for module in sorted(plan.in_use[row.cohort]):
            anywhere = [s for s in held if s.module.code == module]
            here = [s for s in anywhere if row.cohort in plan.held_for(person, s)]
            ahead = [s for s in here if s.status != "delivered"]
            if len(ahead) > 1:
                for session in dict.fromkeys(ahead):
                    if session.judged:
                        yield broken(session, f"{person.number} holds {len(ahead)} seats of "
                                     f"{module} for cohort {row.cohort}", person.number,
                                     row.cohort, also=ahead)
            groups = groups_of(plan, row.cohort, module)
            wanted = groups_wanted(plan, row.cohort, module, groups) if groups else 0
            if not anywhere and seat_demanded(plan, person, groups, wanted):
                told_for = next((g for g in groups if of_person(g, person)), groups[0])
                yield broken(told_for, f"{person.number} of cohort {row.cohort} has no seat in "
                             f"{module}", person.number, row.cohort, also=groups)
