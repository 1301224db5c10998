"""Rules of being in one place at a time, and of what a room or a shared pool can hold."""

import itertools

from rulebook import broken, rule


def identity(plan, facilitator):
    """The person a facilitator is; one who is nobody's person stands for themself."""
    person = plan.person_of(facilitator)
    return ("person", person.number) if person else ("facilitator", facilitator.code)


def presences(plan):
    """For everybody, as learner or facilitator: their (meeting, role) pairs in time order."""
    found = {}
    for meeting in plan.meetings():
        for person in meeting.session.people:
            found.setdefault(("person", person.number), set()).add((meeting, "learner"))
        for facilitator in meeting.facilitators:
            found.setdefault(identity(plan, facilitator), set()).add((meeting, "facilitator"))
    return {who: sorted(pairs, key=lambda pair: (pair[0].begin, str(pair[0]), pair[1]))
            for who, pairs in found.items()}


def both_sides(one, other, text, *subjects):
    """A clash is a fault of each of its two meetings that is judged at all."""
    pair = (one.session, other.session)
    for session in dict.fromkeys(pair):
        if session.judged:
            yield broken(session, text, *subjects, also=pair)


# Whoever holds a seat in a meeting is in no other at that time, neither learning nor facilitating.
@rule("learner_clash")
def learner_clash(plan):
    for (_, code), pairs in presences(plan).items():
        for (one, role), (other, other_role) in itertools.combinations(pairs, 2):
            if one is not other and "learner" in (role, other_role) and one.overlaps(other):
                yield from both_sides(one, other, f"{code} is in {one} and {other} at once", code)


# Nobody facilitates two meetings at once.
@rule("facilitator_clash")
def facilitator_clash(plan):
    for (_, code), pairs in presences(plan).items():
        leading = [meeting for meeting, role in pairs if role == "facilitator"]
        for one, other in itertools.combinations(leading, 2):
            if one.overlaps(other):
                yield from both_sides(one, other, f"{code} facilitates {one} and {other} at once",
                                      code)


def pairs_in_one_room(plan):
    """Every two meetings of a room, the earlier first."""
    rooms = {}
    for meeting in plan.meetings():
        if meeting.room:
            rooms.setdefault(meeting.room.code, []).append(meeting)
    for meetings in rooms.values():
        meetings.sort(key=lambda meeting: (meeting.begin, meeting.finish, str(meeting)))
        yield from itertools.combinations(meetings, 2)


# No room holds two meetings at once.
@rule("room_clash")
def room_clash(plan):
    for one, other in pairs_in_one_room(plan):
        if one.overlaps(other):
            yield from both_sides(one, other, f"room {one.room.code} holds {one} and {other} at "
                                  "once", one.room.code)


# Between two meetings of a room its set-up time stays free.
@rule("room_setup")
def room_setup(plan):
    for one, other in pairs_in_one_room(plan):
        if not one.overlaps(other) and other.begin - one.finish < (one.room.setup_minutes or 0):
            yield from both_sides(one, other, f"room {one.room.code} has no set-up time between "
                                  f"{one} and {other}", one.room.code)


def travel_minutes(plan, origin, target):
    """Minutes from one site to another: the pair as listed, else its reverse, else None."""
    listed = {(row.from_site, row.to_site): row.minutes for row in plan.tables["travel"]}
    return listed.get((origin, target), listed.get((target, origin)))


# Who is at two physical sites on one day has the listed minutes to get from one to the other; a
# pair of sites that is not listed cannot be done in a day.
@rule("travel")
def travel(plan):
    for (_, code), pairs in presences(plan).items():
        placed = [meeting for meeting, _ in pairs if meeting.site and not meeting.site.virtual]
        for one, other in itertools.combinations(dict.fromkeys(placed), 2):
            if one.site is other.site or one.date != other.date or one.overlaps(other):
                continue
            minutes = travel_minutes(plan, one.site.code, other.site.code)
            if minutes is None or other.begin - one.finish < minutes:
                yield from both_sides(one, other, f"{code} cannot travel from {one} in "
                                      f"{one.site.code} to {other} in {other.site.code}", code)


# Meetings at one time ask together for no more of an asset than its pools hold: their site's own,
# then the pool that serves all sites.
@rule("assets")
def assets(plan):
    pools = {}
    for row in plan.tables["assets"]:
        pools[(row.code, row.site)] = pools.get((row.code, row.site), 0) + (row.quantity or 0)
    asking = [meeting for meeting in plan.meetings() if meeting.session.module.assets]
    for moment in asking:
        together = [m for m in asking if m.begin <= moment.begin < m.finish]
        for asset in moment.session.module.assets:
            wanted = {}
            sharing = [m for m in together if asset in m.session.module.assets]
            for meeting in sharing:
                site = meeting.site or meeting.session.home
                key = site.code if site else ""
                wanted[key] = wanted.get(key, 0) + meeting.session.module.assets[asset]
            beyond = sum(max(0, count - (pools.get((asset, site), 0) if site else 0))
                         for site, count in wanted.items())
            if beyond > pools.get((asset, ""), 0):
                sessions = [meeting.session for meeting in sharing]
                for session in dict.fromkeys(sessions):
                    if session.judged:
                        yield broken(session, f"{sum(wanted.values())} of asset {asset} are asked "
                                     f"for at {moment}, more than there are", asset, also=sessions)


# A session has no more booked seats than its form allows.
@rule("module_capacity")
def module_capacity(plan):
    for session in plan.judged_sessions():
        most = session.form.capacity
        if most is not None and len(session.people) > most:
            yield broken(session, f"{session.code} has {len(session.people)} seats booked, its "
                         f"module takes {most}", session.module.code)


# A meeting has no more booked seats than its room.
@rule("room_capacity")
def room_capacity(plan):
    for meeting in plan.judged_meetings():
        seats = len(meeting.session.people)
        if meeting.room and meeting.room.capacity is not None and seats > meeting.room.capacity:
            yield broken(meeting.session, f"{meeting} has {seats} people, room "
                         f"{meeting.room.code} takes {meeting.room.capacity}", meeting.room.code)
