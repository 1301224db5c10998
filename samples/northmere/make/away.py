"""Leave, days off for observances, arrangements: what the plan of January already had to respect."""

import organisation
from rows import Dice

# After the joint session of February, which takes two people of many units.
LONG = [("2027-03-01", "2027-05-14"), ("2027-03-01", "2027-05-21"), ("2027-03-08", "2027-05-07"),
        ("2027-04-12", "2027-05-21"), ("2027-08-23", "2027-12-31"), ("2027-09-06", "2027-11-12")]
WEEKS = {"LDR-2": ("2027-06-21", "2027-06-25"), "LDR-3": ("2027-04-19", "2027-04-23"),
         "MID-1": ("2027-06-21", "2027-06-25"), "NEW-1": ("2027-05-17", "2027-05-21"),
         "XPT-1": ("2027-05-17", "2027-05-21")}
# Their leave stands in facilitators.py.
FACILITATE = ("Bram Oosterhuis", "Gareth Pugh", "Hélène Vasseur")
OBSERVANCES = [("2027-03-10", "Eid al-Fitr", 4), ("2027-10-11", "Yom Kippur", 2),
               ("2027-10-29", "Diwali", 3)]


def room_to_spare(people, person):
    """Whether every cohort can still meet in full while this person is away."""
    if person.unit not in organisation.DIVISION_OF:
        return True  # a division has no limit
    count = {}
    for other in people:
        if other.unit == person.unit and other.cohort and other is not person:
            count[other.cohort] = count.get(other.cohort, 0) + 1
    return max(count.values(), default=0) + 1 <= 2


def add(t, people):
    dice = Dice(11)
    used = []  # unit, from, to

    def choose(able, first, last):
        able = [p for p in able if "left" not in p and p.hired < "2027" and p.name not in FACILITATE
                and not any(u == p.unit and a <= last and first <= b for u, a, b in used)
                and not any(row["code"] == p.number for row in t["absences"])]
        person = dice.pick(able)
        used.append((person.unit, first, last))
        t.add("absences", kind="person", code=person.number, from_=first, to=last)

    keep = ("Ottoline Fairweather", "Nigel Thornborough", "Oyelaran")
    for first, last in LONG:
        choose([p for p in people if not p.cohort and p.name not in keep
                and room_to_spare(people, p)], first, last)
    for cohort, (first, last) in WEEKS.items():
        choose([p for p in people if p.cohort == cohort], first, last)
    for date, _, count in OBSERVANCES:
        for _ in range(count):
            choose([p for p in people if not p.cohort and p.name not in keep], date, date)

    arrange(t, people, dice)
    by_name = {p.name: p for p in people}
    t.add("seasons", person=by_name["Elin Åkesson"].number, from_="2027-05-10", to="2027-05-23",
          season="lighter")


def arrange(t, people, dice):
    """What to do for whom, never why. Fourteen people."""
    taken = {"Thandiwe Mokoena"}

    def of(cohort):
        able = [p for p in people if p.cohort == cohort and p.name not in taken
                and "working_days" not in p]
        person = dice.pick(able)
        taken.add(person.name)
        return person.number

    thandiwe = next(p.number for p in people if p.name == "Thandiwe Mokoena")
    t.add("arrangements", person=thandiwe, kind="timetable", text="Home by 17:30 on Tuesdays",
          days="Tue", start="17:30", end="19:00")
    captions = "Live captions on every screen"
    for cohort in ("LDR-2", "NEW-1", "REM-1"):
        t.add("arrangements", person=of(cohort), kind="captions", text=captions)
    for cohort, text in (("MGR-2", "Ground floor or lift, no steps on the way"),
                         ("LDR-3", "Lift, and a seat near the door"),
                         ("XPT-1", "Ramp entrance; taxi from the station")):
        t.add("arrangements", person=of(cohort), kind="step_free", text=text)
    for cohort in ("MGR-1", "MGR-3", "MID-1"):
        t.add("arrangements", person=of(cohort), kind="timetable", text="Friday prayer", days="Fri",
              start="12:30", end="14:00")
    for cohort, text, start, end in (("LDR-3", "School run in the afternoon", "16:30", "18:30"),
                                     ("NEW-1", "School run in the morning", "06:30", "09:00")):
        t.add("arrangements", person=of(cohort), kind="timetable", text=text,
              days="Mon;Tue;Wed;Thu;Fri", start=start, end=end)
    t.add("arrangements", person=of("MGR-2"), kind="language",
          text="Written tasks a day ahead; may answer in Polish")
    t.add("arrangements", person=of("XPT-1"), kind="other",
          text="Slides by mail two days before; a quiet room in the breaks")
