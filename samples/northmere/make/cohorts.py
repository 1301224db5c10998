"""The twelve cohorts, what each of them chose, who belongs to them and who waits."""

from rows import Dice, plus

COHORTS = [
    # code, name, programme, site, language, sponsor, start, deadline, capacity, minutes, days, hours
    ("EXEC-1", "Executives", "EXEC", "RTM", "en", "Saskia Verbruggen", "2027-06-07",
     "2027-07-09", 10, 480, "Tue;Wed;Thu", ("09:00", "17:00")),
    ("LDR-1", "Senior leaders", "LEAD", "RTM", "en", "Saskia Verbruggen", "2027-01-12",
     "2027-10-15", 14, 210, "Tue;Wed;Thu", ("09:00", "17:00")),
    ("LDR-2", "Leaders", "LEAD", "RTM", "en", "Matthijs Kuiper", "2027-01-20", "2027-10-29",
     16, 210, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("LDR-3", "Mid-level leaders", "LEAD", "RTM", "en", "Gráinne Walsh", "2027-02-02",
     "2027-11-12", 18, 210, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("MGR-1", "Managers Rotterdam", "MANAGE", "RTM", "en", "Joost van Aalst", "2027-01-13",
     "2027-10-29", 20, 240, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("MGR-2", "Managers Leeds", "MANAGE", "LEE", "en", "Harriet Osei", "2027-01-19",
     "2027-10-29", 20, 210, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("MGR-3", "Managers Lille", "MANAGE", "LIL", "fr", "Benoît Lemaître", "2027-02-04",
     "2027-11-12", 18, 240, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("MGR-4", "Shift managers", "MANAGE", "LEE", "en", "Harriet Osei", "2027-02-10",
     "2027-11-26", 16, 210, "Mon;Tue;Wed;Thu;Fri", ("06:30", "18:30")),
    ("MID-1", "Both journeys", "BOTH", "RTM", "en", "Gráinne Walsh", "2027-01-21",
     "2027-11-26", 18, 240, "Tue;Wed;Thu", ("09:00", "17:00")),
    ("NEW-1", "New managers", "MANAGE", "LEE", "en", "Joost van Aalst", "2027-02-18",
     "2027-11-26", 20, 210, "Mon;Tue;Wed;Thu", ("09:00", "17:00")),
    ("REM-1", "Remote", "BOTH", "WAW", "en", "Farida Haddad", "2027-01-26", "2027-11-26", 12,
     210, "Mon;Tue;Wed;Thu", ("11:00", "15:00")),
    ("XPT-1", "Experts", "EXPERT", "RTM", "en", "Anneke Brandsma", "2027-03-02",
     "2027-10-29", 16, 210, "Tue;Wed;Thu", ("09:00", "17:00")),
]

CHOICES = {
    "LDR-1": "L3b L5b", "LDR-2": "L3c L5b", "LDR-3": "L3b L5c",
    "MGR-1": "M3b", "MGR-2": "M1c", "MGR-3": "M3b", "MGR-4": "M1c", "NEW-1": "M1c",
    "MID-1": "L1a L2a L4a M1a M2a M5a L1b L2b M1b M2b M2c M5b",
    "REM-1": "L2a L4a L5a M1a M2a M5a L3c L5b L5c M1c M2b M5b",
    "XPT-1": "B3",
}
HALVES = "L1a L2a L3a L5a M1a M1b M2a M4a M5a"
# The terms of a journey: not before this date, so that it spans the year.
TERMS = {
    "LDR-1": "L4a 2027-04-20 B2 2027-06-01 L5a 2027-08-24",
    "LDR-2": "L3c 2027-06-07 B2 2027-06-21 L5a 2027-08-30",
    "LDR-3": "L4a 2027-05-24 B2 2027-08-30 L5a 2027-09-13",
    "MGR-1": "M4a 2027-06-21 B1 2027-06-01 M5a 2027-08-30",
    "MGR-2": "M4a 2027-05-17 M3a 2027-05-24 B1 2027-06-07 M5a 2027-08-31",
    # Nothing heavy in May and June: kept for the simulation.
    "MGR-3": "C5 2027-07-12 B1 2027-07-05 M4a 2027-08-23 M5a 2027-09-13",
    "MGR-4": "M3a 2027-05-31 M4a 2027-06-21 B1 2027-07-05 M5a 2027-09-06",
    "MID-1": "L4a 2027-05-11 L2a 2027-08-24 M5a 2027-09-14",
    "NEW-1": "M3a 2027-05-17 M4a 2027-06-21 B1 2027-07-05 M5a 2027-09-06",
    "REM-1": "M1a 2027-05-10 L4a 2027-06-07 L5a 2027-08-30 M5a 2027-09-20",
    "XPT-1": "L4a 2027-06-01",
}
PLACES = {("LDR-1", "L3a"): "LIL", ("LDR-1", "L5a"): "LEE", ("MGR-3", "M3b"): "RTM"}
DATES = {
    ("MGR-3", "M3a"): ("2027-05-10", "2027-05-13"),
    ("MGR-3", "M1a"): ("", "2027-03-25"),
    ("MGR-3", "M1b"): ("", "2027-05-07"),
    ("MGR-3", "M2a"): ("", "2027-03-25"),
    ("MGR-3", "M2c"): ("", "2027-05-07"),
    ("MGR-3", "C4"): ("", "2027-05-13"),
    ("NEW-1", "M2a"): ("", plus("2027-02-15", 60)),  # within 60 days of promotion
    ("LDR-1", "L2a"): ("", "2027-05-06"),
    ("LDR-2", "L1a"): ("", "2027-04-15"),
    ("LDR-2", "L2a"): ("", "2027-03-25"),
    ("LDR-3", "L2a"): ("", "2027-06-24"),
    ("MGR-1", "M1a"): ("", "2027-03-25"),
    ("MGR-1", "M3a"): ("2027-04-12", "2027-04-29"),
    ("MGR-1", "M3b"): ("2027-05-18", "2027-06-10"),
    ("LDR-2", "L4a"): ("2027-05-03", "2027-05-06"),
    ("XPT-1", "X1"): ("", "2027-04-22"),
    ("EXEC-1", "E1"): ("2027-06-08", "2027-06-10"),
}
EXECUTIVE_WEEKS = [("2027-03-22", "2027-04-09"), ("2027-06-21", "2027-07-09"),
                   ("2027-09-20", "2027-10-08")]


def modules_of(cohort, programme, sets):
    chosen = CHOICES.get(cohort, "").split()
    out = []
    for name, rule, modules in sets:
        out += [m for m in modules.split() if rule == "all" or m in chosen]
    return out


def add(t, people, programmes, variants, budget):
    number = {p.name: p.number for p in people}
    for (code, name, programme, site, language, sponsor, start, deadline, capacity, minutes, days,
         hours) in COHORTS:
        t.add("cohorts", code=code, name=name, programme=programme, site=site, language=language,
              sponsor=number[sponsor], start_from=start, deadline=deadline, deadline_rule="soft",
              capacity=capacity, max_minutes_week=minutes, load_window_weeks=4,
              max_sessions_day=1, working_days=days,
              day_start=hours[0], day_end=hours[1], budget=budget[code], budget_rule="soft")
        _, sets = programmes[programme]
        for module in modules_of(code, programme, sets):
            variant = ""
            if code in ("MGR-4", "MID-1") and module in HALVES.split():
                variant = "HALVES"
            if code == "REM-1" and (module, "ONLINE") in variants:
                variant = "ONLINE"
            first, last = DATES.get((code, module), ("", ""))
            if module == "C3":
                first, last = plus(start, 14), plus(start, 63)
            if module == "C4":  # the 360 closes five weeks in; a week to read it
                first = plus(start, 42)
            if module == "B3":
                first = plus(start, 60)
            terms = TERMS.get(code, "").split()
            if module in terms:
                first = terms[terms.index(module) + 1]
            chosen = module in CHOICES.get(code, "").split()
            place = PLACES.get((code, module), "")
            if chosen or variant or first or last or place:
                t.add("cohort_modules", cohort=code, module=module, use="yes", variant=variant,
                      site=place, not_before=first, not_after=last)
    for first, last in EXECUTIVE_WEEKS:
        t.add("blackouts", scope="cohort", code="EXEC-1", from_=first, to=last,
              name="Quarter end, executives")
    t.add("blackouts", scope="cohort", code="MGR-4", from_="2027-01-11", to="2027-11-26",
          start="10:30", end="14:30", name="Shift handover and noon cover")
    protect(t)


THINKING = {  # B1: four times two hours to think, on a day the cohort does not meet
    "MGR-1": ["2027-06-04", "2027-06-11", "2027-06-25", "2027-07-09"],
    "MGR-2": ["2027-06-04", "2027-06-11", "2027-06-25", "2027-07-09"],
    "MGR-3": ["2027-06-11", "2027-06-25", "2027-07-09", "2027-07-16"],
    "MGR-4": ["2027-07-09", "2027-07-16", "2027-07-23", "2027-07-30"],
    "NEW-1": ["2027-07-09", "2027-07-16", "2027-07-23", "2027-07-30"],
}


def protect(t):
    for cohort, dates in THINKING.items():
        for date in dates:
            t.add("protected", scope="cohort", code=cohort, weekday="Fri", start="14:30",
                  end="16:30", from_=date, to=date)


def nominated(dice):
    return ["self", "peer", "manager", "manager", "manager", "ld"][dice.below(6)]


def add_members(t, people, now):
    dice = Dice(195)
    start = {row[0]: row[6] for row in COHORTS}
    by_name = {p.name: p for p in people}
    for person in people:
        if not person.cohort:
            continue
        since = plus(start[person.cohort], -dice.between(12, 40))
        by = nominated(dice)
        if person.name == "Rasmus Kjeldsen":
            if not now:
                continue
            since, by = "2027-05-03", "manager"
        t.add("members", cohort=person.cohort, person=person.number, status="enrolled",
              since=since, nominated_by=by)
    double = by_name["Anneke Brandsma"]  # story 16
    t.add("members", cohort="LDR-1", person=double.number, status="enrolled",
          since="2026-12-14", nominated_by="self")
    leaver = by_name["Nigel Thornborough"]  # stories 3 and 13
    t.add("members", cohort="MGR-2", person=leaver.number,
          status="withdrawn" if now else "enrolled", since="2026-12-10", nominated_by="manager")
    t.add("members", cohort="LDR-1", person=by_name["Ottoline Fairweather"].number,
          status="waitlisted", since="2027-01-18", nominated_by="self")
    if now:
        t.add("members", cohort="MGR-2", person=by_name["Oyelaran"].number, status="waitlisted",
              since="2027-05-10", nominated_by="self")
        t.add("members", cohort="XPT-1", person=by_name["Meskerem"].number, status="requested",
              since="2027-05-12", nominated_by="peer")
