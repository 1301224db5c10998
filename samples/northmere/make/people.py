"""The 240 people in scope: how many of which band and journey sit in which cohort, where they work,
who they report to. The table of bands and journeys is the frame; the cast is written by hand."""

import os

import organisation
from names import Names, sort_as
from rows import Dice, plus, read_csv

HERE = os.path.dirname(os.path.abspath(__file__))

# cohort: (band, journey, how many); "" is the pool. Rows add up to the table of bands.
PLACES = {
    "EXEC-1": [("B7", "leader", 6), ("B7", "both", 2)],
    "LDR-1": [("B6", "leader", 9), ("B6", "both", 4)],  # and one of EXEC-1
    "LDR-2": [("B5", "leader", 8), ("B5", "both", 8)],
    "LDR-3": [("B4", "leader", 6), ("B3", "leader", 2), ("A", "leader", 4), ("B4", "both", 6)],
    "MGR-1": [("B6", "manager", 2), ("B5", "manager", 5), ("B4", "manager", 11),
              ("B3", "manager", 1), ("E5", "manager", 1)],
    "MGR-2": [("B5", "manager", 4), ("B4", "manager", 9), ("B3", "manager", 4),
              ("E4", "manager", 1), ("A", "manager", 2)],
    "MGR-3": [("B5", "manager", 3), ("B4", "manager", 10), ("B3", "manager", 3),
              ("E4", "manager", 1), ("A", "manager", 1)],
    "MGR-4": [("B4", "manager", 3), ("B3", "manager", 13)],
    "MID-1": [("B5", "both", 2), ("B4", "both", 9), ("B3", "both", 4), ("E4", "both", 2),
              ("A", "both", 1)],
    "NEW-1": [("B3", "manager", 18), ("A", "manager", 2)],
    "XPT-1": [("E6", "leader", 3), ("E5", "leader", 6), ("E4", "leader", 6), ("E5", "both", 1)],
    "REM-1": [("E5", "leader", 1), ("B4", "both", 2), ("B3", "both", 1), ("A", "both", 1),
              ("B5", "both", 1), ("E5", "both", 1), ("B4", "manager", 3), ("B3", "manager", 1),
              ("E4", "manager", 1)],
    "": [("B6", "both", 2), ("B5", "both", 1), ("B4", "both", 1), ("B3", "both", 1),
         ("A", "both", 1), ("B3", "manager", 2), ("B6", "none", 1), ("B5", "none", 2),
         ("B4", "none", 6), ("B3", "none", 8), ("E6", "none", 1), ("E5", "none", 4),
         ("E4", "none", 15)],
}
SITES = {  # where the people of a cohort work; the cast takes its own share out of it
    "EXEC-1": "RTM 4 LEE 2 LIL 1 DXB 1",
    "LDR-1": "RTM 7 LEE 3 LIL 3",
    "LDR-2": "RTM 10 LIS 2 WAW 2 DXB 2",
    "LDR-3": "RTM 10 LIL 4 LEE 4",
    "MGR-1": "RTM 20", "MGR-2": "LEE 20", "MGR-3": "LIL 18", "MGR-4": "LEE 16",
    "MID-1": "RTM 14 LIL 2 LEE 2", "NEW-1": "LEE 20", "XPT-1": "RTM 10 LIL 3 LEE 3",
    "REM-1": "LIS 4 WAW 4 DXB 4",
    "": "RTM 25 LIL 10 LEE 8 LIS 1 WAW 1",
}
# People of one unit in one cohort. Joint sessions of LDR-3 and MGR-1 want one each.
MOST_OF_A_UNIT = {"LDR-3": 1, "MGR-1": 1, "LDR-2": 1, "MID-1": 1, "REM-1": 1}
WOMEN = 92
ROLE = {"B7": "EXE", "B6": "DIR", "B5": "HEAD", "B4": "MGR", "B3": "TL", "E6": "DIST",
        "E5": "PRIN", "E4": "SPEC", "A": "ASP"}
TITLE = {"EXE": "Executive director", "DIR": "Director", "HEAD": "Head", "MGR": "Manager",
         "TL": "Team leader", "SHM": "Shift manager", "DIST": "Distinguished expert",
         "PRIN": "Principal", "SPEC": "Lead specialist", "ASP": "Planner without reports"}
JOINED = ["2027-01-18", "2027-02-01", "2027-03-01", "2027-04-01", "2027-04-19", "2027-06-01",
          "2027-07-05", "2027-09-01"]
LEFT = ["2027-02-26", "2027-03-31", "2027-07-31", "2027-09-30"]
PROMOTED = "2027-02-15"  # the team leaders of NEW-1


class Person(dict):
    __getattr__ = dict.__getitem__


def slots():
    for cohort, bands in PLACES.items():
        for band, journey, count in bands:
            for _ in range(count):
                yield Person(cohort=cohort, band=band, journey=journey, name=None)


def take_slot(people, cast):
    cohort = cast["cohort"].split("+")[0]
    for person in people:
        if person.name is None and (person.cohort, person.band, person.journey) == (
                cohort if cast["name"] != "Nigel Thornborough" else "", cast["band"],
                cast["journey"]):
            person.update(name=cast["name"], family=cast["family"], sex=cast["sex"],
                          unit=cast["unit"], site=cast["site"], title=cast["part"])
            return
    raise RuntimeError(f"no place left for {cast['name']}")


def give_sites(people):
    for cohort, wanted in SITES.items():
        words = wanted.split()
        free = []
        for site, count in zip(words[::2], words[1::2]):
            here = sum(p.cohort == cohort and p.get("site") == site for p in people)
            if here > int(count):
                raise RuntimeError(f"{cohort}: {here} of the cast at {site}")
            free += [site] * (int(count) - here)
        rest = [p for p in people if p.cohort == cohort and "site" not in p]
        # Spread over the bands: every third place, then the next.
        order = [i for k in range(3) for i in range(k, len(rest), 3)]
        for i, site in zip(order, free):
            rest[i]["site"] = site


def give_units(people):
    total = {}
    in_cohort = {}

    def put(person, unit):
        person["unit"] = unit
        total[unit] = total.get(unit, 0) + 1
        in_cohort[person.cohort, unit] = in_cohort.get((person.cohort, unit), 0) + 1

    for person in people:
        if "unit" in person:
            put(person, person.unit)
    division = 0
    order = ["LDR-3", "MGR-1", "MGR-4", "MGR-3", "LDR-2", "MID-1", "REM-1", "MGR-2", "NEW-1",
             "XPT-1", "LDR-1", "EXEC-1", ""]
    for cohort in order:
        # Sites with the fewest units choose first.
        waiting = [p for p in people if p.cohort == cohort and "unit" not in p]
        for person in sorted(waiting, key=lambda p: len(organisation.units_at(p.site))):
            if person.band == "B6":
                put(person, organisation.DIVISIONS[division % 5][0])
                division += 1
                continue
            units = organisation.SHIFT_UNITS if cohort == "MGR-4" else organisation.units_at(
                person.site)
            if person.band in ("E6", "E5", "E4"):
                technical = [u for u in units if u in ("MAT", "MET", "PRO", "INS", "DES", "ENE",
                                                       "PUM", "VAL", "DIG", "LIS", "WAW", "DXB",
                                                       "FLD", "MAR", "SAF")]
                units = technical + [u for u in units if u not in technical]
            else:
                technical = units
            most = MOST_OF_A_UNIT.get(cohort, 2)
            able = [u for u in units if not cohort or in_cohort.get((cohort, u), 0) < (
                2 if u in ("LIS", "WAW", "DXB") else most)]
            able = [u for u in able if u in technical] or able
            put(person, min(able, key=lambda u: (in_cohort.get((cohort, u), 0) if cohort else 0,
                                                 total.get(u, 0), u)))


def give_managers(people):
    """CEO, executives, directors, heads, managers, team leaders: six deep."""
    ceo = next(p for p in people if p.get("title") == "Chief executive")
    boss_of_division = {"OPS": "Harriet Osei", "MAE": "Benoît Lemaître", "ENG": "Anneke Brandsma",
                        "SRV": "Farida Haddad", "COR": "Joost van Aalst"}
    by_name = {p.name: p for p in people}
    load = {}

    def division(person):
        return organisation.DIVISION_OF.get(person.unit, person.unit)

    def choose(person, bands):
        for near in (lambda p: p.unit == person.unit, lambda p: division(p) == division(person),
                     lambda p: True):
            able = [p for p in people if p.band in bands and near(p) and p is not person
                    and p.get("left", "9") >= "2027-10" and p.hired < "2027"
                    and p.name != "Nigel Thornborough"]
            able = [p for p in able if load.get(p.number, 0) < 9] or able
            if able:
                best = min(able, key=lambda p: (load.get(p.number, 0), p.number))
                load[best.number] = load.get(best.number, 0) + 1
                return best.number
        raise RuntimeError("nobody to report to")

    above = {"B5": ["B6"], "B4": ["B5"], "B3": ["B4"], "A": ["B4"], "E5": ["B6"], "E4": ["B5"],
             "E6": ["B6"]}
    for person in people:
        if person is ceo:
            person["manager"] = None
        elif person.band == "B7":
            person["manager"] = ceo.number
        elif person.band == "B6":
            person["manager"] = by_name[boss_of_division[division(person)]].number
        else:
            person["manager"] = choose(person, above[person.band])


def mail(name):
    plain = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "å": "a", "Å": "a", "ä": "a", "ö": "o",
             "ü": "u", "ß": "ss", "ı": "i", "đ": "d"}
    import unicodedata
    text = "".join(plain.get(c, c) for c in name)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    words = text.lower().split()
    keep = [w for w in ("".join(c for c in w if c.isalpha() or c == "-") for w in words) if w]
    local = keep[0] + ("." + "".join(keep[1:]) if keep[1:] else "")
    return local + "@northmere.example"


def make(now=True):
    dice = Dice(20270111)
    people = list(slots())
    cast = read_csv(os.path.join(HERE, "texts", "cast.csv"))
    for row in cast:
        take_slot(people, row)
    give_sites(people)

    women = sum(p.get("sex") == "f" for p in people)
    nameless = [p for p in people if p.name is None]
    sexes = dice.shuffled(["f"] * (WOMEN - women) + ["m"] * (len(nameless) - WOMEN + women))
    names = Names(dice, [p.name for p in people if p.name])
    for person, sex in zip(nameless, sexes):
        person["sex"] = sex
        person["name"], person["family"] = names.next(person.site, sex)
    give_units(people)

    dates(people, dice, now)
    people.sort(key=lambda p: (p.hired, p.name))
    for index, person in enumerate(people):
        person["number"] = str(1001 + index + index // 7)
    give_managers(people)
    own_hours(people, dice)
    for person in people:
        role = "SHM" if person.cohort == "MGR-4" and person.band == "B3" else ROLE[person.band]
        person["role"] = role
        person.setdefault("title",
                          f"{TITLE[role]}, {organisation.NAME_OF[person.unit]}")
        person["track"] = ("expert" if person.band[0] == "E" else
                           "undecided" if person.band == "A" else "people")
    return people


def dates(people, dice, now):
    lowest = {"B7": 1996, "B6": 1998, "B5": 2000, "B4": 2003, "B3": 2008, "E6": 1995, "E5": 1998,
              "E4": 2004, "A": 2017}
    for person in people:
        year = dice.between(lowest[person.band], 2024)
        person["hired"] = f"{year}-{dice.between(1, 12):02}-{dice.pick(['01', '15'])}"
        since = dice.between(max(year, 2012), 2025)
        person["band_since"] = max(f"{since}-{dice.pick(['01', '04', '07', '10'])}-01",
                                   person.hired)
        if person.cohort == "NEW-1" and person.band == "B3":
            person["band_since"] = PROMOTED
    by_name = {p.name: p for p in people}
    pool = dice.shuffled([p for p in people if p.journey == "none" and "title" not in p])
    for person, date in zip(pool[:8], JOINED):
        person.update(hired=date, band_since=date)
    for person, date in zip(pool[8:12], LEFT):
        person["left"] = date
    by_name["Bram Oosterhuis"]["left"] = "2027-06-30"
    if now:
        by_name["Nigel Thornborough"]["left"] = "2027-04-23"
    by_name["Rasmus Kjeldsen"].update(hired="2027-05-03", band_since="2027-05-03")
    by_name["Saskia Verbruggen"].update(hired="1998-09-01", band_since="2019-01-01")


def own_hours(people, dice):
    """Nineteen part-time, thirty-one on shifts. Days off lie outside the days of their cohort."""
    tue_to_thu = ["LDR-1", "MID-1", "XPT-1"]
    able = dice.shuffled([p for p in people if p.cohort not in ("EXEC-1", "MGR-4")
                          and p.hired < "2027" and "left" not in p
                          and p.name != "Nigel Thornborough"])
    for person in able[:19]:
        short = person.cohort in tue_to_thu and dice.percent(60)
        person["working_days"] = "Tue;Wed;Thu" if short else "Mon;Tue;Wed;Thu"
    part_time = {p.number for p in able[:19]}
    on_shift = [p for p in people if p.cohort == "MGR-4"]
    others = [p for p in people if p.unit in organisation.SHIFT_UNITS and p.site == "LEE"
              and p.band in ("B4", "B3", "A") and p.cohort in ("NEW-1", "MGR-2", "")
              and p.number not in part_time]
    for person in on_shift + others[:31 - len(on_shift)]:
        person.update(day_start="06:30", day_end="18:30")


def add(t, people):
    for p in people:
        t.add("people", number=p.number, name=p.name, sort_as=sort_as(p.name, p.family),
              email=mail(p.name), unit=p.unit, site=p.site, role=p.role, band=p.band,
              band_since=p.band_since, track=p.track, journey=p.journey, manager=p.manager,
              hired=p.hired, left=p.get("left"), working_days=p.get("working_days"),
              day_start=p.get("day_start"), day_end=p.get("day_end"))
