"""Files beside the workspace: what the loader keeps as the owner's own, and what it never sees."""

import os

from rows import Dice, to_csv
from organisation import DIVISION_OF, NAME_OF
from places import SITES

SCHOOL = [  # site, from, to, name: soft, for people to look at
    ("RTM", "2027-02-20", "2027-02-28", "Voorjaarsvakantie"),
    ("RTM", "2027-04-24", "2027-05-02", "Meivakantie"),
    ("RTM", "2027-07-17", "2027-08-29", "Zomervakantie"),
    ("RTM", "2027-10-16", "2027-10-24", "Herfstvakantie"),
    ("LIL", "2027-02-20", "2027-03-07", "Vacances d'hiver"),
    ("LIL", "2027-04-17", "2027-05-02", "Vacances de printemps"),
    ("LIL", "2027-07-03", "2027-08-31", "Vacances d'été"),
    ("LIL", "2027-10-16", "2027-10-31", "Vacances de la Toussaint"),
    ("LEE", "2027-02-15", "2027-02-19", "Half term"),
    ("LEE", "2027-03-26", "2027-04-09", "Easter holidays"),
    ("LEE", "2027-05-31", "2027-06-04", "Half term"),
    ("LEE", "2027-07-26", "2027-09-03", "Summer holidays"),
    ("LEE", "2027-10-25", "2027-10-29", "Half term"),
]


def school_holidays():
    rows = [dict(zip(("site", "from", "to", "name"), row)) | {"weight": "1"} for row in SCHOOL]
    return to_csv(["site", "from", "to", "name", "weight"], rows)


def observances():
    from away import OBSERVANCES
    rows = [{"date": date, "name": name, "opted_in": str(count)} for date, name, count in
            OBSERVANCES]
    return to_csv(["date", "name", "opted_in"], rows)


def fairness(people):
    """Joined in memory by the fairness check alone, never loaded."""
    dice = Dice(92)
    bands = {"B7": 2, "B6": 2, "E6": 2, "B5": 1, "E5": 1}
    ages = ["under 35", "35 to 49", "50 and over"]
    rows = []
    for p in sorted(people, key=lambda p: p.number):
        year = int(p.hired[:4])
        at = 2 if year < 2004 else 1 if year < 2017 else dice.below(2)
        rows.append({"person": p.number, "sex": {"f": "woman", "m": "man"}[p.sex],
                     "age_band": ages[max(at, min(bands.get(p.band, 0), 1))], "site": p.site})
    return to_csv(["person", "sex", "age_band", "site"], rows)


HR_COLUMNS = ["Employee #", "First Name", "Last Name", "Preferred Name", "Status", "Hire Date",
              "Department", "Division", "Location", "Job Title", "Reporting to", "Supervisor EID",
              "Work Email"]


def hr_extract(people, mail):
    """The people as the HR system gave them out on 3 May, with six faults (EXPECTED.md)."""
    town = {code: name for code, name, *_ in SITES}
    by_number = {p.number: p for p in people}
    rows = []
    for p in sorted(people, key=lambda p: p.number):
        given = p.name[:-len(p.family)].strip() if p.family else p.name
        boss = by_number.get(p["manager"])
        rows.append(dict(zip(HR_COLUMNS, [
            p.number, given, p.family, "", "Inactive" if p.get("left", "9") < "2027-05-03" else
            "Active", p.hired, NAME_OF[p.unit],
            NAME_OF[DIVISION_OF.get(p.unit, p.unit)], town[p.site], p.title,
            boss.name if boss else "", boss.number if boss else "", mail(p.name)])))

    def spoil(name, **cells):
        number = next(p.number for p in people if p.name == name)
        next(r for r in rows if r["Employee #"] == number).update(cells)

    spoil("Joris Vonk", **{"Hire Date": "2014-02-30"})
    spoil("Małgorzata Lis", **{"Supervisor EID": "9999", "Reporting to": "Unknown"})
    spoil("Babacar N'Diaye", **{"Location": "Rotterdm"})
    spoil("Ottavia Bellandi", **{"First Name": "", "Last Name": ""})
    widodo = next(p.number for p in people if p.name == "Widodo")
    spoil("Widodo", **{"Supervisor EID": widodo, "Reporting to": "Widodo"})
    double = next(i for i, r in enumerate(rows) if r["Last Name"] == "Yıldız")
    rows.insert(double + 1, dict(rows[double]) | {"Job Title": "Manager pumps"})
    return to_csv(HR_COLUMNS, rows)


def write(folder, people, mail):
    for name, text in (("x_school_holidays.csv", school_holidays()),
                       ("x_observances.csv", observances()),
                       ("fairness/protected.csv", fairness(people)),
                       ("hr/northmere-hr.csv", hr_extract(people, mail))):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
