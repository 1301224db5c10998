"""Career conversations and pairs: flag rules, offers, projects and who would like to be paired."""

import os

from rows import Dice, read_csv

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "texts")
OFFERED = {"f": 24, "m": 50}  # story 12
KINDS = ["leadership_programme", "leadership_programme", "management_programme",
         "management_programme", "stretch_assignment", "mentoring"]

RULES = [
    ("EXPERT-TALK", "expert",
     "Peers or facilitators see influence at Advanced and direction and mentoring at Skilled, there "
     "is work in hand or somebody saw it happen, and the person leans to the expert path.",
     "To open a talk about the expert path with people who would not ask for it.",
     "level COM >= 4 from peer,facilitator within 24m;"
     "level VIS >= 3 from peer,facilitator within 24m;"
     "level COA >= 3 from peer,facilitator within 24m;"
     "any:evidence artefact for VIS >= 1;any:evidence observation for COM >= 1;own_view expert"),
    ("PEOPLE-TALK", "people",
     "Peers or facilitators see coaching at Advanced and care for the team and planning at Skilled, "
     "there is work in hand or somebody saw it happen, and the person leans to the people path.",
     "To open a talk about the people path with people who would not ask for it.",
     "level COA >= 4 from peer,facilitator within 24m;"
     "level TEA >= 3 from peer,facilitator within 24m;"
     "level PLN >= 3 from peer,facilitator within 24m;"
     "any:evidence artefact for TEA >= 1;any:evidence observation for COA >= 1;own_view people"),
]

LEAD = ["Bengt Söderqvist", "Gülşen Karadağ", "Bartosz Zieliński", "Wilfred Achebe",
        "Joanna Szczepańska", "Pieter-Jan Claes", "Baudouin de Stoop", "Ottavia Bellandi",
        "Kerttu-Liisa Põldmäe", "Niamh O'Halloran", "Zsófia Halász"]
MANAGE = ["Fatma Yıldız", "Chukwuemeka Obi", "Laoise O'Farrell", "Elin Åkesson", "Joris Vonk",
          "Babacar N'Diaye", "Małgorzata Lis", "Declan Hargreaves", "Aisling Ní Bhriain",
          "Amélie Fontaine-Roux", "Nguyễn Thị Hạnh", "Élise Carpentier", "Oyelaran", "Widodo"]
EITHER = ["Thandiwe Mokoena", "Farrukh Nazarov"]


def add(t, people):
    number = {p.name: p.number for p in people}
    for code, path, text, purpose, conditions in RULES:
        t.add("flag_rules", code=code, path=path, text=text, author="Yuki Tanabe", version="4",
              date="2027-02-02", purpose=purpose, conditions=conditions)
    offers(t, people)
    for row in read_csv(os.path.join(HERE, "projects.csv")):
        for slot in ("lead_slot", "manage_slot"):
            row[slot] = number.get(row[slot], row[slot])
        t.add("projects", **row)
    wanted = {"Bengt Söderqvist": "PUM;PRC", "Fatma Yıldız": "ENE", "Bartosz Zieliński": "SAF",
              "Laoise O'Farrell": "NGT;DAY", "Thandiwe Mokoena": "LIW;LOG"}
    for names, side in ((LEAD, "lead"), (MANAGE, "manage"), (EITHER, "either")):
        for name in names:
            t.add("pairing_optin", person=number[name], as_=side,
                  units_wanted=wanted.get(name, ""))


def offers(t, people):
    """One offer a person: 24 of 92 women and 50 of 148 men. The nominations of story 8 stand."""
    dice = Dice(74)
    able = [p for p in people if p.hired < "2026" and p.band != "B7"]
    first = {"Ingrid Sørlie": ("management_programme", "2027-04-29", "declined")}
    for sex, count in OFFERED.items():
        chosen = [p for p in able if p.name in first and p.sex == sex]
        rest = dice.shuffled([p for p in able if p.sex == sex and p.name not in first])
        for person in sorted((chosen + rest)[:count], key=lambda p: p.number):
            kind, date, answer = first.get(person.name, (
                dice.pick(KINDS), f"{dice.between(2024, 2026)}-{dice.between(1, 12):02}-15",
                "accepted accepted accepted declined none".split()[dice.below(5)]))
            t.add("offers", person=person.number, kind=kind, date=date, answer=answer)
