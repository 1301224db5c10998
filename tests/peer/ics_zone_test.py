"""VTIMEZONE rules in every form that time zones come in, held against the zone database."""

import datetime
import pathlib
import sys
import unittest
import zoneinfo

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import ics_check  # noqa: E402
from ics_lines import content_line  # noqa: E402
from ics_zone import Observance, offset_at  # noqa: E402

SPRING = ("19700329T020000", "+0100", "+0200")
AUTUMN = ("19701025T030000", "+0200", "+0100")
LAST_SUNDAYS = ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")


def zone(spring_rule, autumn_rule):
    return [Observance(*SPRING, [spring_rule], []), Observance(*AUTUMN, [autumn_rule], [])]


def hours(observances, *moment):
    return offset_at(observances, datetime.datetime(*moment)) / datetime.timedelta(hours=1)


class ZoneRules(unittest.TestCase):
    def test_every_night_of_three_years_has_the_offset_of_the_database(self):
        rules = zone(*LAST_SUNDAYS)
        amsterdam = zoneinfo.ZoneInfo("Europe/Amsterdam")
        for day in range(0, 3 * 365):
            for hour in (0, 2, 3):
                local = datetime.datetime(2026, 1, 1, hour, 30) + datetime.timedelta(days=day)
                if hour == 2 and local.month == 3 and local.weekday() == 6 and local.day > 24:
                    continue  # the clocks skip it
                self.assertEqual(offset_at(rules, local),
                                 local.replace(tzinfo=amsterdam).utcoffset(), local)

    def test_the_minutes_around_the_changes(self):
        rules = zone(*LAST_SUNDAYS)
        self.assertEqual(hours(rules, 2027, 3, 28, 1, 59), 1)
        self.assertEqual(hours(rules, 2027, 3, 28, 3, 0), 2)
        for skipped in ((2027, 3, 28, 2, 0), (2027, 3, 28, 2, 59)):
            with self.assertRaisesRegex(ValueError, "never show"):
                hours(rules, *skipped)
        self.assertEqual(hours(rules, 2027, 10, 31, 2, 59), 2)  # twice: the earlier
        self.assertEqual(hours(rules, 2027, 10, 31, 3, 0), 1)

    def test_the_first_minute_that_rules_reach(self):
        rules = zone(*LAST_SUNDAYS)
        self.assertEqual(hours(rules, 1970, 3, 29, 3, 0), 2)
        with self.assertRaisesRegex(ValueError, "reaches back"):
            hours(rules, 1970, 3, 29, 1, 59)

    def test_a_rule_by_days_of_the_month(self):
        days = "BYMONTHDAY=25,26,27,28,29,30,31;BYDAY=SU"
        from_the_end = "BYMONTHDAY=-7,-6,-5,-4,-3,-2,-1;BYDAY=SU"
        for form in (days, from_the_end):
            rules = zone(f"FREQ=YEARLY;BYMONTH=3;{form}", f"FREQ=YEARLY;BYMONTH=10;{form}")
            self.assertEqual(hours(rules, 2027, 3, 28, 1, 0), 1)
            self.assertEqual(hours(rules, 2027, 3, 28, 4, 0), 2)
            self.assertEqual(hours(rules, 2027, 10, 31, 4, 0), 1)

    def test_a_rule_by_date_and_month_alone(self):
        fixed = [Observance("19700401T000000", "+0100", "+0200", ["FREQ=YEARLY"], []),
                 Observance("19701001T000000", "+0200", "+0100", ["FREQ=YEARLY;BYMONTH=10"], [])]
        self.assertEqual(hours(fixed, 2027, 3, 31), 1)
        self.assertEqual(hours(fixed, 2027, 4, 2), 2)
        self.assertEqual(hours(fixed, 2027, 10, 1), 1)

    def test_the_second_sunday_from_the_start(self):
        america = [Observance("20070311T020000", "-0500", "-0400",
                              ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"], []),
                   Observance("20071104T020000", "-0400", "-0500",
                              ["FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"], [])]
        self.assertEqual(hours(america, 2027, 3, 13), -5)
        self.assertEqual(hours(america, 2027, 3, 14, 3), -4)
        self.assertEqual(hours(america, 2027, 11, 8), -5)

    def test_until_includes_its_own_moment_and_count_its_last(self):
        for last in (";UNTIL=19720326T010000Z", ";COUNT=3"):
            rules = zone(LAST_SUNDAYS[0] + last, LAST_SUNDAYS[1])
            self.assertEqual(hours(rules, 1972, 7, 1), 2)
            self.assertEqual(hours(rules, 1973, 7, 1), 1)

    def test_rules_that_are_refused(self):
        for wrong in (";UNTIL=19720326T010000Z;COUNT=3", ";UNTIL=19720326T020000", ";INTERVAL=2",
                      ";BYHOUR=2", ";BYDAY=XX"):
            rule = LAST_SUNDAYS[0].replace(";BYDAY=-1SU", "") + wrong if "BYDAY" in wrong else (
                LAST_SUNDAYS[0] + wrong)
            with self.assertRaises(ValueError, msg=wrong):
                Observance(*SPRING, [rule], [])
        with self.assertRaises(ValueError):
            Observance(*SPRING[:2], "-0000", [], [])


class Lines(unittest.TestCase):
    def test_a_parameter_may_have_several_values(self):
        line = content_line(1, 'ATTENDEE;MEMBER="mailto:a@x","mailto:b@x";CN=Ann:mailto:c@x')
        self.assertEqual(line.params, {"MEMBER": ["mailto:a@x", "mailto:b@x"], "CN": ["Ann"]})
        self.assertEqual(line.value, "mailto:c@x")

    def test_the_reader_wants_a_file(self):
        stderr, sys.stderr = sys.stderr, open("/dev/null", "w", encoding="utf-8")
        try:
            self.assertEqual(ics_check.main([]), 2)
        finally:
            sys.stderr.close()
            sys.stderr = stderr


if __name__ == "__main__":
    unittest.main()
