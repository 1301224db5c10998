"""From the plan of 11 January to the folder of 14 May: what was held, what is published, what is
still open, who sat where and who came."""

import os

from rows import Dice, read_csv

TODAY = "2027-05-14"
PUBLISHED_UNTIL = "2027-06-30"
PLAN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plan_2027-01-11")

# Story 4 and, for the place that she leaves free, story 5.
PAUSES = {"Siobhán D'Arcy": ("2027-05-03", "2027-06-13"),
          "Tatiana Volkonskaya": ("2027-05-31", "2027-06-13")}
LEAVER, JOINER = "Nigel Thornborough", "Rasmus Kjeldsen"
UNMARKED = 1  # sessions held in the last days whose attendance nobody has entered yet


class Plan:
    """The frozen plan, by session."""

    def __init__(self):
        self.sessions = read_csv(os.path.join(PLAN, "sessions.csv"))
        self.meetings, self.seats = {}, {}
        for row in read_csv(os.path.join(PLAN, "meetings.csv")):
            self.meetings.setdefault(row["session"], []).append(row)
        for code in CLOSED_OUT:
            del self.meetings[code]
        for row in read_csv(os.path.join(PLAN, "seats.csv")):
            self.seats.setdefault(row["session"], []).append(row)
        for change in HANDOVERS:
            for meeting in self.meetings[change[0]]:
                hand_over(meeting, *change[1:])

    def dates(self, code):
        return [m["date"] for m in self.meetings.get(code, [])]

    def state(self, code):
        dates = self.dates(code)
        if dates and max(dates) < TODAY:
            return "delivered"
        return "published" if dates and min(dates) <= PUBLISHED_UNTIL else "planned"


# Story 1: planned for the only fortnight their lead has, in which the lab was closed on 10 May.
CLOSED_OUT = ["MGR-3/M3b", "MGR-3/M3b/2"]
# Story 2: what Ilse Verhoeven runs while she is ill. session, role, instead of
HANDOVERS = [("LDR-2/L4b/2", "leads", "MARISOL")]


def hand_over(meeting, role, before):
    names = meeting[role].split(";")
    meeting[role] = ";".join(sorted("ILSE" if n == before else n for n in names))


def add(t, people, witness=False):
    """`witness`: every session with its dates, laid over the folder."""
    number = {p.name: p.number for p in people}
    plan = Plan()
    for name, (first, last) in PAUSES.items():
        t.add("seasons", person=number[name], from_=first, to=last, season="paused")
    for session in plan.sessions:
        code = session["code"]
        state = plan.state(code)
        cells = {"status": state, "pinned": code == "EXEC-1/E1"}
        if not add_seats(t, plan, code, state, number) and state == "published":
            cells |= {"pinned": True, "note": "The date stays: who pauses is offered a make-up"}
        t.add("sessions", **(session | cells))
        if state != "planned" or witness:
            for meeting in plan.meetings.get(code, []):
                t.add("meetings", **meeting)
    debrief = f"MGR-2/C4/{number[JOINER]}"
    t.add("sessions", code=debrief, cohort="MGR-2", module="C4", status="planned", pinned=False)
    t.add("seats", session=debrief, person=number[JOINER], status="booked")
    if witness:
        t.add("meetings", session=debrief, number=1, **DEBRIEF)
    # Story 5: first on the wait-list of the place that Tatiana Volkonskaya leaves free, but away.
    t.add("seats", session="LDR-1/C5", person=number["Ottoline Fairweather"], status="waitlisted")
    day = plan.dates("LDR-1/C5")[0]
    t.add("absences", kind="person", code=number["Ottoline Fairweather"], from_=day, to=day)
    add_attendance(t, plan)


# In the full plan of the witness: when the joiner has his debrief.
DEBRIEF = {"date": "2027-06-21", "start": "09:00", "end": "10:00", "leads": "BRAM"}


def add_seats(t, plan, code, state, number):
    """False when somebody has no seat because of a pause."""
    dates = plan.dates(code)
    everybody = True
    for seat in plan.seats.get(code, []):
        person, status = seat["person"], seat["status"]
        if person == number[LEAVER]:
            if state == "delivered" and max(dates) <= "2027-04-23":
                t.add("seats", session=code, person=person, status=status)
            elif state == "published":
                t.add("seats", session=code, person=person, status="cancelled")
            if state != "delivered" and code.count("/C4/") == 0:
                t.add("seats", session=code, person=number[JOINER], status="booked")
            continue
        paused = [(first, last) for name, (first, last) in PAUSES.items()
                  if number[name] == person]
        if any(first <= date <= last for first, last in paused for date in dates):
            everybody = False
            continue
        t.add("seats", session=code, person=person, status=status)
    return everybody


def add_attendance(t, plan):
    dice = Dice(14)
    booked = {}
    for seat in t["seats"]:
        if seat["status"] == "booked":
            booked.setdefault(seat["session"], []).append(seat["person"])
    held = sorted((m["date"], m["start"], code, m) for code, rows in plan.meetings.items()
                  for m in rows if m["date"] < TODAY)
    groups = [entry for entry in held if len(booked.get(entry[2], [])) > 4]
    unmarked = {entry[2] for entry in groups[-UNMARKED:]}
    for _, _, code, meeting in held:
        if code in unmarked:
            continue
        minutes = length(meeting)
        for person in sorted(booked.get(code, [])):
            throw = dice.below(1000)
            status, part = "full", None
            if throw < 14:
                status = "no_show"
            elif throw < 40:
                status = "excused"
            elif throw < 66:
                status, part = "partial", minutes * dice.between(3, 8) // 10 // 5 * 5
            t.add("attendance", session=code, meeting=meeting["number"], person=person,
                  status=status, minutes=part)


def length(meeting):
    (h1, m1), (h2, m2) = (map(int, meeting[k].split(":")) for k in ("start", "end"))
    return (h2 - h1) * 60 + m2 - m1
