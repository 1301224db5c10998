"""The calendar files kept with the program: both readers accept them, and agree on what they say."""

import datetime
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import ics_check  # noqa: E402

FILES = sorted((pathlib.Path(__file__).resolve().parent.parent / "golden" / "calendar").glob("*.ics"))


class GoldenFiles(unittest.TestCase):
    def test_every_file_is_accepted(self):
        self.assertTrue(FILES)
        for path in FILES:
            with self.subTest(path.name):
                self.assertEqual(ics_check.check(path.read_bytes()), [])

    @unittest.skipUnless(ics_check.icalendar, "python3-icalendar is not installed")
    def test_the_library_finds_the_meetings_where_they_are(self):
        path = next(path for path in FILES if path.name == "feed.ics")
        calendar = ics_check.icalendar.Calendar.from_ical(path.read_bytes())
        starts = [event.decoded("DTSTART").astimezone(datetime.timezone.utc)
                  for event in calendar.walk("VEVENT")]
        # 25 March 09:00 in winter time, 29 March 14:00 in London and 31 March 09:00 in summer time.
        self.assertEqual([start.strftime("%d %H:%M") for start in starts],
                         ["25 08:00", "29 13:00", "31 07:00"])


if __name__ == "__main__":
    unittest.main()
