"""The large sample: what is committed is what its generator makes, its plan breaks no rule, and what
its EXPECTED.md counts is there."""

import collections
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from peer_case import judge, read_folder

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "samples" / "northmere"


def rows(name):
    with open(SAMPLE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made(*options):
    """What the generator writes, by path; run without writing byte code beside the sample."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-B", str(SAMPLE / "make" / "make.py"), *options, folder],
                       check=True)
        root = pathlib.Path(folder)
        return {path.relative_to(root).as_posix(): path.read_bytes()
                for path in root.rglob("*") if path.is_file()}


def committed(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*.csv")}


class Northmere(unittest.TestCase):
    def same(self, now, before):
        self.assertEqual(sorted(now), sorted(before))
        self.assertEqual([name for name in before if now[name] != before[name]], [])

    def test_the_folder_is_what_the_generator_makes(self):
        here = {name: text for name, text in committed(SAMPLE).items()
                if not name.startswith(("make/", "witness/"))}
        self.same(made(), here)

    def test_the_witness_is_what_the_generator_makes(self):
        self.same(made("--witness"), committed(SAMPLE / "witness"))

    def test_the_folder_breaks_no_rule(self):
        self.assertEqual(judge(read_folder(SAMPLE))["violations"], [])

    def test_the_witness_places_everything_but_story_1_and_breaks_no_rule(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for path in [*SAMPLE.glob("*.csv"), *(SAMPLE / "witness").glob("*.csv")]:
                shutil.copy(path, folder)
            report = judge(read_folder(folder))
        self.assertEqual(report, {"violations": [], "unplaced": ["MGR-3/M3b", "MGR-3/M3b/2"]})

    def test_bands_and_journeys(self):
        count = collections.Counter((p["band"], p["journey"]) for p in rows("people.csv"))
        journeys = ("leader", "manager", "both", "none")
        table = {band: [count[band, journey] for journey in journeys]
                 for band in ("B7", "B6", "B5", "B4", "B3", "E6", "E5", "E4", "A")}
        self.assertEqual(table, {
            "B7": [6, 0, 2, 0], "B6": [9, 2, 6, 1], "B5": [8, 12, 12, 2], "B4": [6, 36, 18, 6],
            "B3": [2, 42, 6, 8], "E6": [3, 0, 0, 1], "E5": [7, 1, 2, 4], "E4": [6, 3, 2, 15],
            "A": [4, 5, 3, 0]})

    def test_cohorts(self):
        members = [m for m in rows("members.csv") if m["status"] == "enrolled"]
        self.assertEqual((len(members), len({m["person"] for m in members})), (196, 195))
        count = collections.Counter(m["cohort"] for m in members)
        self.assertEqual(dict(count), {
            "LDR-1": 14, "LDR-2": 16, "LDR-3": 18, "MGR-1": 20, "MGR-2": 20, "MGR-3": 18,
            "MGR-4": 16, "MID-1": 18, "NEW-1": 20, "XPT-1": 16, "REM-1": 12, "EXEC-1": 8})

    def test_the_reporting_tree_is_six_deep(self):
        boss = {p["number"]: p["manager"] for p in rows("people.csv")}

        def depth(number):
            return 1 + depth(boss[number]) if boss[number] else 1
        self.assertEqual(max(depth(number) for number in boss), 6)

    def test_modules_have_their_four_lines_and_objectives_that_add_up(self):
        minutes = collections.Counter()
        for objective in rows("objectives.csv"):
            minutes[objective["module"]] += int(objective["minutes"])
        modules = rows("modules.csv")
        kinds = collections.Counter(m["mode"] for m in modules)
        self.assertEqual((len(modules), kinds["practice"], kinds["project"]), (67, 18, 12))
        for module in modules:
            self.assertTrue(all(module[line] for line in ("what", "how", "why", "who")), module)
            self.assertEqual(minutes[module["code"]], int(module["minutes"]), module["code"])

    def test_offers_by_sex(self):
        sex = {p["person"]: p["sex"] for p in rows("fairness/protected.csv")}
        self.assertEqual(collections.Counter(sex.values()), {"woman": 92, "man": 148})
        offered = {o["person"] for o in rows("offers.csv")}
        self.assertEqual(collections.Counter(sex[p] for p in offered), {"woman": 24, "man": 50})

    def test_budgets_are_six_in_a_hundred_short(self):
        self.assertEqual(sum(int(c["budget"]) for c in rows("cohorts.csv")), 18_600_000)

    def test_a_pause_of_six_weeks_holds_no_seat(self):
        dates = collections.defaultdict(list)
        for meeting in rows("meetings.csv"):
            dates[meeting["session"]].append(meeting["date"])
        pauses = [s for s in rows("seasons.csv") if s["season"] == "paused"]
        self.assertEqual(len(pauses), 2)
        for pause in pauses:
            for seat in rows("seats.csv"):
                if seat["person"] == pause["person"] and seat["status"] == "booked":
                    self.assertFalse([d for d in dates[seat["session"]]
                                      if pause["from"] <= d <= pause["to"]], seat)

    def test_managers_and_peers_differ_widely_on_four_people(self):
        levels = collections.defaultdict(list)
        for rating in rows("ratings.csv"):
            key = rating["person"], rating["competency"], rating["source"]
            levels[key].append(int(rating["level"]))
        wide = set()
        for (person, skill, source), seen in levels.items():
            peers = levels.get((person, skill, "peer"), [])
            if source == "manager" and len(peers) >= 3:
                if abs(seen[-1] - sum(peers) / len(peers)) >= 1.5:
                    wide.add(person)
        self.assertEqual(len(wide), 4)

    def test_two_halos_and_one_who_gives_threes(self):
        given = collections.defaultdict(set)
        count = collections.Counter()
        for rating in rows("ratings.csv"):
            if rating["source"] == "manager":
                given[rating["rater"]].add(rating["level"])
                count[rating["rater"]] += 1
        flat = sorted(levels.pop() for rater, levels in given.items()
                      if len(levels) == 1 and count[rater] > 20)
        self.assertEqual(flat, ["3", "4", "5"])


if __name__ == "__main__":
    unittest.main()
