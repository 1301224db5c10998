"""What the tests of the second verifier share: the tiny folder, changed, judged, compared."""

import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from folder import read_folder  # noqa: E402
from tiny import TinyFolder  # noqa: E402
from verify import judge  # noqa: E402

ALL_DAYS = "Mon;Tue;Wed;Thu;Fri;Sat;Sun"


class PeerTest(unittest.TestCase):
    def setUp(self):
        self.tiny = TinyFolder()
        self.edit, self.add, self.drop = self.tiny.edit, self.tiny.add, self.tiny.drop

    def report(self, **options):
        with tempfile.TemporaryDirectory() as name:
            self.tiny.write(pathlib.Path(name))
            return judge(read_folder(name), **options)

    def breaks(self, rule, *sessions, companions=(), **options):
        """The folder breaks this rule in these sessions and nothing else but the companions."""
        found = self.report(**options)["violations"]
        self.assertEqual({entry["rule"] for entry in found}, {rule, *companions}, found)
        self.assertEqual(sorted({entry["session"] for entry in found if entry["rule"] == rule}),
                         sorted(sessions))

    def clean(self, **options):
        self.assertEqual(self.report(**options)["violations"], [])

    def meeting(self, session, number="1", **cells):
        self.edit("meetings", {"session": session, "number": number}, **cells)

    def open_all_hours(self):
        """Rotterdam works round the clock, every day."""
        self.edit("sites", "ROT", day_start="", day_end="", working_days=ALL_DAYS)
        self.edit("cohorts", "A", working_days="")
        self.edit("people", "bob", day_start="", day_end="")
