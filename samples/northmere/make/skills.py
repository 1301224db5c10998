"""Ratings: self, manager, peers, reports and facilitators side by side, with what is planted in
them (EXPECTED.md): two managers with a halo, one who gives threes, four wide gaps, stale ones."""

from rows import Dice, plus

SKILLS = {"EI": "lead", "VIS": "lead", "CHG": "lead", "COM": "lead", "INC": "lead",
          "PLN": "manage", "COA": "manage", "DEC": "manage", "IMP": "manage", "TEA": "manage"}
VERSIONS = [("2025.1", "2025-01-06", "2026-12-18"), ("2027.1", "2027-01-04", "2027-06-30"),
            ("2027.2", "2027-05-03", "2028-06-30")]  # story 14: a new version in mid-year
BASE = {"B7": 40, "B6": 37, "B5": 34, "B4": 31, "B3": 27, "E6": 40, "E5": 36, "E4": 31, "A": 23}
PAIRED = {"E4": "B4", "E5": "B5", "E6": "B6"}
GROUPS_360 = 74
VISION_WITHOUT_STRUCTURE = "DES"  # story 7
STRUCTURE_WITHOUT_VISION = "FIN"
STALE, AGAIN_IN_MAY = 12, "LDR-1"
LABS = {"L1b": "EI", "M2b": "COA", "X1": "COM"}  # seen by their facilitators

# Where a story needs it, the levels are given: skill, self, manager, peers.
GIVEN = {
    "Ingrid Sørlie": [("COM", 3, 2, "4 4 5 4 4 4"), ("VIS", 3, 2, "4 3 4 4 3 4"),
                      ("COA", 3, 3, "4 3 4 3 4 4")],
    "Zsófia Halász": [("COM", 4, 4, "4 5 4"), ("VIS", 5, 5, "5 4 5"), ("COA", 3, 3, "4 3 3")],
    "Meskerem": [("COM", 3, 4, "4 4 4"), ("VIS", 4, 4, "5 4 4"), ("COA", 3, 3, "3 4 3")],
    "Chukwuemeka Obi": [("COA", 4, 4, "4 5 4 4"), ("TEA", 4, 5, "4 4 5 4"),
                        ("PLN", 4, 4, "5 4 4 4"), ("EI", 3, 2, "4 4 4 3"),
                        ("DEC", 5, 5, "5 5 4 5"), ("INC", 4, 4, "5 4 4 4"),
                        ("IMP", 4, 4, "4 4 5 4")],
    "Dámaso Iriarte": [("COA", 3, 4, "4 4 5"), ("TEA", 3, 3, "4 3 3"), ("PLN", 4, 3, "3 4 3")],
    "Laoise O'Farrell": [("COA", 3, 4, "4 4 4 5"), ("TEA", 3, 3, "3 4 3 4"),
                         ("PLN", 3, 3, "4 3 3 3")],
    "Élise Carpentier": [("COA", 4, 4, "4 4 5"), ("TEA", 3, 3, "2 2 3"), ("PLN", 4, 4, "4 4 4")],
    "Ottavia Bellandi": [("INC", 4, 2, "4 4 4 5")],
    "Kerttu-Liisa Põldmäe": [("CHG", 2, 1, "3 3 3")],
    "Thandiwe Mokoena": [("EI", 4, 3, "4 4 4 3 5"), ("VIS", 3, 2, "2 2 3 2 2"),
                         ("CHG", 2, 3, "3 3 3 4 3"), ("COM", 2, 2, "3 3 3 2 3"),
                         ("PLN", 3, 4, "3 3 4 3 3"), ("COA", 3, 3, "4 4 4 3 4")],
    "Bengt Söderqvist": [("VIS", 5, 5, "5 4 5 5"), ("CHG", 4, 4, "5 4 4 4"),
                         ("COM", 4, 4, "5 5 4 4"), ("PLN", 2, 2, "2 2 3 2")],
    "Fatma Yıldız": [("VIS", 2, 2, "2 2 2"), ("COM", 2, 2, "2 3 2"), ("PLN", 5, 4, "5 5 4"),
                     ("DEC", 4, 4, "4 5 4"), ("IMP", 4, 4, "5 4 4")],
}
# Story 10: hardly anything is known of him, and what there is is old.
HARDLY_KNOWN = "Yannis Papadakis"


def version(date):
    return [v for v, since, _ in VERSIONS if since <= date][-1]


def level(tenths):
    return max(1, min(5, (tenths + 5) // 10))


class Ratings:
    def __init__(self, t, people):
        self.t, self.people = t, people
        self.dice = Dice(360)
        self.by_number = {p.number: p for p in people}
        self.reports = {}
        for person in people:
            self.reports.setdefault(person["manager"], []).append(person)
        self.given = {}
        for name, rows in GIVEN.items():
            person = next(p for p in people if p.name == name)
            for skill, own, boss, peers in rows:
                self.given[person.number, skill] = (own, boss, [int(v) for v in peers.split()])
        self.known = [p for p in people if p.hired < "2027-04" and p.name != HARDLY_KNOWN
                      and p.get("left", "9") > "2027-04"]
        self.pick_managers()
        self.latent = {(p.number, s): self.true_level(p, s) for p in people for s in SKILLS}

    def rate(self, person, skill, source, rater, value, date):
        self.t.add("ratings", person=person.number, competency=skill, source=source, rater=rater,
                   level=value, date=date, version=version(date))

    def pick_managers(self):
        """Managers with four or more reports, none of whom a story needs."""
        planted = set(GIVEN)
        able = [p for p in self.people if p.band in ("B5", "B4") and len(
            self.reports.get(p.number, [])) >= 4 and p.name not in planted and not planted & {
                r.name for r in self.reports[p.number]}
                and not {r.unit for r in self.reports[p.number]} & {
                    VISION_WITHOUT_STRUCTURE, STRUCTURE_WITHOUT_VISION}]
        able.sort(key=lambda p: (-len(self.reports[p.number]), p.number))
        self.halo, self.threes = able[:2], able[2]

    def true_level(self, person, skill):
        strand = SKILLS[skill]
        if person.unit == VISION_WITHOUT_STRUCTURE:
            return self.dice.between(41, 46) if strand == "lead" else self.dice.between(16, 21)
        if person.unit == STRUCTURE_WITHOUT_VISION:
            return self.dice.between(15, 20) if strand == "lead" else self.dice.between(40, 45)
        tilt = {"leader": 3, "manager": -3}.get(person.journey, 0)
        if person.band[0] == "E" and strand == "manage":
            tilt -= 3
        return (BASE[person.band] + (tilt if strand == "lead" else -tilt)
                + self.dice.between(-8, 8))

    def chosen_for_360(self):
        """The cast first, then others of the cohorts, without those of the odd raters."""
        odd = {p.number for p in self.halo + [self.threes]}
        first = [p for p in self.known if p.name in GIVEN]
        rest = self.dice.shuffled([p for p in self.known if p.cohort and p.name not in GIVEN
                                   and p["manager"] and p["manager"] not in odd])
        return (first + rest)[:GROUPS_360]

    def run(self):
        in_360 = self.chosen_for_360()
        peers_of = {}
        for person in in_360:
            peers_of[person.number] = self.group(person)
        for person in self.known:
            own_day = plus("2027-01-18", self.dice.below(30))
            boss_day = plus("2027-02-08", self.dice.below(35))
            for skill in SKILLS:
                self.one(person, skill, own_day, boss_day, peers_of.get(person.number))
        hardly = next(p for p in self.people if p.name == HARDLY_KNOWN)
        self.rate(hardly, "VIS", "manager", hardly["manager"], 4, "2025-01-17")
        self.rate(hardly, "DEC", "self", hardly.number, 4, "2027-02-10")
        self.age()
        self.facilitators()

    def age(self):
        """Ratings by managers that are more than 24 months old, one of them the one just added."""
        odd = {p.number for p in self.halo + [self.threes]}
        able = [r for r in self.t["ratings"] if r["source"] == "manager" and r["rater"] not in odd
                and (r["person"], r["competency"]) not in self.given and r["date"] > "2026"]
        for row in self.dice.shuffled(able)[:STALE - 1]:
            row["date"] = plus("2025-01-13", self.dice.below(90))
            row["version"] = version(row["date"])

    def group(self, person):
        """Who answers: peers of the same band or next to it, and reports. Some groups are small."""
        bands = {person.band, PAIRED.get(person.band)}
        able = [p for p in self.known if p.band in bands and p is not person
                and (p.unit != person.unit or person.band == "B7")]
        wanted = max([len(g[2]) for (n, _), g in self.given.items() if n == person.number],
                     default=self.dice.between(3, 8))
        if person.name == "Thandiwe Mokoena":
            wanted = 5
        peers = self.dice.shuffled(able)[:wanted]
        reports = [r for r in self.reports.get(person.number, []) if r in self.known][:9]
        day = plus("2027-02-22", self.dice.below(28))
        return peers, reports, day

    def one(self, person, skill, own_day, boss_day, group):
        true = self.latent[person.number, skill]
        own, boss, answers = self.given.get((person.number, skill), (None, None, None))
        given = own is not None
        if given or self.dice.percent(94):
            value = own or level(true + self.dice.between(-7, 7))
            self.rate(person, skill, "self", person.number, value, own_day)
            if person.cohort == AGAIN_IN_MAY and self.dice.percent(40):
                self.rate(person, skill, "self", person.number,
                          min(5, value + self.dice.below(2)), plus("2027-05-03", self.dice.below(9)))
        mean = None
        if group:
            peers, reports, day = group
            values = []
            for at, peer in enumerate(peers):
                if given:
                    value = answers[at % len(answers)]
                elif self.dice.percent(10):
                    continue
                else:
                    value = level(true + self.dice.between(-6, 6))
                values.append(value)
                self.rate(person, skill, "peer", peer.number, value, day)
            mean = sum(values) / len(values) if values else None
            for report in reports:
                if self.dice.percent(88):
                    self.rate(person, skill, "report", report.number,
                              level(true + self.dice.between(-8, 8)), day)
        manager = person["manager"]
        if manager and (given or self.dice.percent(84)):
            value = boss or level(true + self.dice.between(-6, 6))
            if not given and mean is not None:  # only the four of the story differ widely
                while abs(value - mean) >= 1.5:
                    value += 1 if value < mean else -1
            if manager in {h.number for h in self.halo}:
                value = 5 if manager == self.halo[0].number else 4
            elif manager == self.threes.number:
                value = 3
            self.rate(person, skill, "manager", manager, value, boss_day)

    def facilitators(self):
        """After three labs: those who were there all the time, by who led it."""
        name = {f["code"]: f["person"] or f["name"] for f in self.t["facilitators"]}
        meetings = {}
        for m in self.t["meetings"]:
            meetings.setdefault(m["session"], []).append(m)
        full = {}
        for row in self.t["attendance"]:
            key = row["session"], row["person"]
            full[key] = full.get(key, True) and row["status"] == "full"
        for session in sorted(self.t["sessions"], key=lambda s: s["code"]):
            if session["status"] != "delivered" or session["module"] not in LABS:
                continue
            skill = LABS[session["module"]]
            last = max(meetings[session["code"]], key=lambda m: m["date"])
            for seat in self.t["seats"]:
                key = session["code"], seat["person"]
                if seat["session"] != session["code"] or not full.get(key):
                    continue
                person = self.by_number[seat["person"]]
                given = self.given.get((person.number, skill))
                value = given[2][0] if given else level(
                    self.latent[person.number, skill] + self.dice.between(-5, 7))
                self.rate(person, skill, "facilitator", name[last["leads"].split(";")[0]], value,
                          plus(last["date"], 1))


def add(t, people):
    for name, since, review in VERSIONS:
        t.add("frameworks", version=name, valid_from=since, review_by=review)
    ratings = Ratings(t, people)
    ratings.run()
    return ratings
