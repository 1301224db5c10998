"""The facts a plan is judged by: sessions with their form, meetings as instants, who is in them.

Used by the rule files and verify.py. Instants are whole minutes of UTC since 1970; dates and times
of day are those of the meeting's own zone unless a rule says otherwise. No rule is judged here.
"""

import datetime
import zoneinfo

from folder import BadFolder

UTC = datetime.timezone.utc
LIVE_MODES = ("in_person", "virtual", "coaching")


def instant(day, minute, zone):
    """The minute of UTC at which a wall clock of the zone shows this; of two, the earlier."""
    wall = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minute)
    return int(wall.replace(tzinfo=zone).timestamp()) // 60


def wall_clock(at, zone):
    """What a wall clock of the zone shows at an instant, without its zone."""
    return datetime.datetime.fromtimestamp(at * 60, UTC).astimezone(zone).replace(tzinfo=None)


def exists(day, minute, zone):
    """Whether any wall clock of the zone ever shows this: not in the hour spring skips."""
    wall = datetime.datetime.combine(day, datetime.time()) + datetime.timedelta(minutes=minute)
    return wall_clock(instant(day, minute, zone), zone) == wall


def covers(row, day):
    """Whether a row's from..to (both inclusive, empty: open) holds the day."""
    first, last = getattr(row, "from"), row.to
    return (first is None or first <= day) and (last is None or day <= last)


def monday(day):
    return day - datetime.timedelta(days=day.weekday())


class Form:
    """How a module is delivered: its own cells, or the variant's where those are filled."""

    def __init__(self, module, variant):
        own = variant if variant is not None else module
        self.mode = own.mode or module.mode
        self.live = self.mode in LIVE_MODES
        self.meetings = (own.meetings or module.meetings or 1) if self.live else 0
        self.capacity = own.capacity if own.capacity is not None else module.capacity
        self.features = own.room_features or module.room_features
        self.minutes = self.minutes_of_meetings(module, own) if self.live else []

    def minutes_of_meetings(self, module, own):
        """Allowed lengths of each meeting, one set a meeting; empty sets when nothing is said."""
        if len(own.meeting_minutes) == self.meetings:
            return [{length} for length in own.meeting_minutes]
        if len(own.meeting_minutes) == 1:
            return [{own.meeting_minutes[0]}] * self.meetings
        if len(module.meeting_minutes) == self.meetings:
            return [{length} for length in module.meeting_minutes]
        if module.minutes is None:
            return [set()] * self.meetings
        shortest = module.minutes // self.meetings
        longest = -(-module.minutes // self.meetings)
        return [{shortest, longest}] * self.meetings


class Meeting:
    """One row of meetings.csv whose session is known."""

    def __init__(self, row, session, plan):
        self.session = session
        self.number = row.number
        self.date = row.date
        self.start = row.start
        self.end = row.end
        self.room = plan.rooms.get(row.room)
        self.leads = [plan.facilitators[c] for c in dict.fromkeys(row.leads)
                      if c in plan.facilitators]
        self.cofacilitators = [plan.facilitators[c] for c in dict.fromkeys(row.cofacilitators)
                               if c in plan.facilitators and c not in row.leads]
        self.facilitators = self.leads + self.cofacilitators
        physical_room = self.room is not None and not self.room.virtual
        self.site = plan.sites.get(self.room.site) if physical_room else None
        self.zone = plan.zone_of(self.site) if self.site else session.zone
        self.begin = instant(self.date, self.start, self.zone)
        end_day = self.date if self.end > self.start else self.date + datetime.timedelta(days=1)
        self.finish = instant(end_day, self.end, self.zone)
        self.minutes = self.finish - self.begin

    def overlaps(self, other):
        return self.begin < other.finish and other.begin < self.finish

    def __str__(self):
        times = f"{self.start // 60:02}:{self.start % 60:02}-{self.end // 60:02}:{self.end % 60:02}"
        return f"meeting {self.number} of {self.session.code} ({self.date} {times})"


class Session:
    """One row of sessions.csv with its form, meetings in time order and booked people."""

    def __init__(self, row, plan):
        self.code = row.code
        self.row = row
        self.status = row.status or "planned"
        self.pinned = row.pinned
        self.cohorts = [plan.cohorts[c] for c in row.cohort if c in plan.cohorts]
        self.module = plan.modules.get(row.module)
        variant = plan.variants.get((row.module, row.variant)) if row.variant else None
        self.form = Form(self.module, variant) if self.module else None
        home = plan.sites.get(self.cohorts[0].site) if self.cohorts else None
        self.home = home
        self.zone = plan.zone_of(home)
        self.meetings = []
        self.people = []

    @property
    def judged(self):
        return self.status in ("planned", "published") and self.placed

    @property
    def counts(self):
        """Cancelled sessions occupy nothing; delivered ones do, though nothing judges them."""
        return self.status != "cancelled"

    @property
    def placed(self):
        if self.form is None or not self.cohorts:
            return bool(self.meetings)
        return bool(self.meetings) or (not self.form.live and self.row.due_to is not None)

    @property
    def first_date(self):
        return self.meetings[0].date if self.meetings else self.row.due_to

    @property
    def last_date(self):
        return self.meetings[-1].date if self.meetings else self.row.due_to

    def module_row(self, cohort, plan):
        """What cohort_modules says of this session's module for one cohort, or None."""
        return plan.cohort_modules.get((cohort.code, self.module.code))


class Plan:
    """All tables of a folder, joined. `as_of` beats the folder's own day, which beats the clock."""

    before = None  # an earlier Plan to hold this one against, for the rule `pin`

    def __init__(self, tables, as_of=None):
        self.tables = tables
        settings = {row.key: row.value for row in tables["workspace"]}
        try:
            self.workspace_zone = zoneinfo.ZoneInfo(settings.get("zone") or "UTC")
            self.slot_minutes = int(settings.get("slot_minutes") or 30)
            self.freeze_days = int(settings.get("freeze_days") or 0)
            self.horizon_from = self.setting_date(settings, "horizon_from")
            self.horizon_to = self.setting_date(settings, "horizon_to")
            self.as_of = (as_of or self.setting_date(settings, "as_of") or datetime.date.today())
        except (ValueError, zoneinfo.ZoneInfoNotFoundError) as wrong:
            raise BadFolder([f"workspace.csv: {wrong}"]) from wrong
        self.zones = {}
        self.sites = self.by_code("sites")
        for site in self.sites.values():
            self.load_zone(site)
        self.rooms = self.by_code("rooms")
        self.units = self.by_code("units")
        self.people = {row.number: row for row in tables["people"]}
        self.cohorts = self.by_code("cohorts")
        self.modules = self.by_code("modules")
        self.facilitators = self.by_code("facilitators")
        self.variants = {(row.module, row.variant): row for row in tables["variants"]}
        self.cohort_modules = {(row.cohort, row.module): row for row in tables["cohort_modules"]}
        self.in_use = {code: self.modules_in_use(cohort) for code, cohort in self.cohorts.items()}
        self.member_rows = {}
        for row in tables["members"]:
            self.member_rows.setdefault(row.person, []).append(row)
        self.sessions = {}
        self.seats = {}  # person number -> {session code: session}
        for row in tables["sessions"]:
            self.sessions.setdefault(row.code, Session(row, self))
        for row in tables["meetings"]:
            if row.session in self.sessions and None not in (row.date, row.start, row.end):
                session = self.sessions[row.session]
                session.meetings.append(Meeting(row, session, self))
        for session in self.sessions.values():
            session.meetings.sort(key=lambda meeting: (meeting.number or 0, meeting.begin))
        for row in tables["seats"]:
            known = row.session in self.sessions and row.person in self.people
            if row.status == "booked" and known:
                session = self.sessions[row.session]
                session.people.append(self.people[row.person])
                if session.form is not None:
                    self.seats.setdefault(row.person, {})[session.code] = session

    @staticmethod
    def setting_date(settings, key):
        cell = settings.get(key, "")
        return datetime.date.fromisoformat(cell) if cell else None

    def by_code(self, table):
        return {row.code: row for row in self.tables[table]}

    def load_zone(self, site):
        try:
            self.zones[site.code] = (zoneinfo.ZoneInfo(site.zone) if site.zone
                                     else self.workspace_zone)
        except (ValueError, zoneinfo.ZoneInfoNotFoundError) as wrong:
            raise BadFolder([f"sites.csv: {site.code}: unknown zone {site.zone}"]) from wrong

    def zone_of(self, site):
        return self.zones[site.code] if site is not None else self.workspace_zone

    # ---- who and what

    def meetings(self):
        """Meetings that take place, judged or not."""
        for session in self.sessions.values():
            if session.counts and session.form is not None:
                yield from session.meetings

    def judged_meetings(self):
        for meeting in self.meetings():
            if meeting.session.judged:
                yield meeting

    def judged_sessions(self):
        for session in self.sessions.values():
            if session.judged and session.form is not None:
                yield session

    def home_of(self, facilitator):
        return self.sites.get(facilitator.sites[0]) if facilitator.sites else None

    def person_of(self, facilitator):
        return self.people.get(facilitator.person) if facilitator.person else None

    def unit_and_above(self, unit):
        """Codes of a unit and of every unit above it."""
        chain = []
        while unit in self.units and unit not in chain:
            chain.append(unit)
            unit = self.units[unit].parent
        return chain

    def membership(self, person):
        """Cohorts whose limits and modules are this person's: enrolled in, or completed."""
        return [self.cohorts[row.cohort] for row in self.member_rows.get(person.number, [])
                if row.cohort in self.cohorts and row.status in ("enrolled", "completed")]

    def seats_of(self, person):
        """Sessions the person holds a booked seat in, cancelled ones included."""
        return list(self.seats.get(person.number, {}).values())

    def held_for(self, person, session):
        """Codes of the cohorts that a seat is held for.

        The session's own cohorts that know the person; for a make-up seat, the person's cohorts
        that use the module.
        """
        known = {row.cohort for row in self.member_rows.get(person.number, [])}
        own = [cohort.code for cohort in session.cohorts if cohort.code in known]
        if own:
            return own
        return [cohort.code for cohort in self.membership(person)
                if session.module.code in self.in_use[cohort.code]]

    def modules_in_use(self, cohort):
        """All of `all` sets but those marked no; of `m of` sets the marked, then by position."""
        sets = {}
        for row in self.tables["programme_modules"]:
            if row.programme == cohort.programme:
                sets.setdefault(row.set, []).append(row)
        used = set()
        for set_name, rows in sets.items():
            rows.sort(key=lambda row: (row.position is None, row.position or 0))
            marks = {row.module: self.cohort_modules[(cohort.code, row.module)].use
                     for row in rows if (cohort.code, row.module) in self.cohort_modules}
            chosen = [row.module for row in rows if marks.get(row.module) == "yes"]
            open_ones = [row.module for row in rows if marks.get(row.module, "") == ""]
            rule = next((row.rule for row in rows if row.rule), "all")
            if rule == "all":
                used.update(chosen + open_ones)
                continue
            count, word, rest = rule.partition(" of")
            if not count.isdigit() or not word or rest:
                raise BadFolder([f"programme_modules.csv: set {set_name}: rule '{rule}'"])
            if len(chosen) > int(count):
                raise BadFolder([f"cohort_modules.csv: {cohort.code}: more than {count} of set "
                                 f"{set_name} marked yes"])
            used.update((chosen + open_ones)[:int(count)])
        return used
