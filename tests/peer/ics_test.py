"""The strict iCalendar reader: good files it accepts, and every way of spoiling one it refuses."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import ics_check  # noqa: E402
from ics_check import check  # noqa: E402

AMSTERDAM = """\
BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""
EVENT = """\
BEGIN:VEVENT
UID:7f3a@tandem
DTSTAMP:20270301T080000Z
DTSTART;TZID=Europe/Amsterdam:20270329T090000
DTEND;TZID=Europe/Amsterdam:20270329T120000
SEQUENCE:0
SUMMARY:Development session\\, part 1
DESCRIPTION:Bring: pen\\; paper\\nCafé «Zoë» is near and this line is
  long enough to be folded
LOCATION:Room 1
ORGANIZER;CN="Learning, Development":mailto:learning@example.com
STATUS:CONFIRMED
END:VEVENT
"""
GOOD = ("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Tandem//EN\nMETHOD:PUBLISH\n" + AMSTERDAM + EVENT
        + "END:VCALENDAR\n")


def octets(text):
    return text.replace("\n", "\r\n").encode("utf-8")


class IcsTest(unittest.TestCase):
    def refused(self, raw, sentence):
        """The reader names this problem (among others it may entail)."""
        found = check(raw)
        self.assertTrue(any(sentence in text for _, text in found), (sentence, found))

    def spoiled(self, old, new, sentence, times=1):
        self.assertIn(old, GOOD)
        self.refused(octets(GOOD.replace(old, new, times)), sentence)

    def good(self, text):
        self.assertEqual(check(octets(text)), [])


class GoodFiles(IcsTest):
    def test_the_good_file_is_accepted(self):
        self.good(GOOD)

    def test_events_on_both_sides_of_the_clock_change_are_accepted(self):
        summer = EVENT.replace("7f3a", "8b").replace("20270329", "20270701")
        winter = EVENT.replace("7f3a", "9c").replace("20270329", "20271101")
        self.good(GOOD.replace(EVENT, EVENT + summer + winter))

    def test_all_day_and_utc_events_are_accepted(self):
        self.good(GOOD.replace(";TZID=Europe/Amsterdam:20270329T090000", ";VALUE=DATE:20270329")
                  .replace(";TZID=Europe/Amsterdam:20270329T120000", ";VALUE=DATE:20270330"))
        self.good(GOOD.replace(";TZID=Europe/Amsterdam:20270329T090000", ":20270329T070000Z")
                  .replace(";TZID=Europe/Amsterdam:20270329T120000", ":20270329T100000Z"))

    def test_an_invitation_and_a_cancellation_are_accepted(self):
        attendee = "ATTENDEE;RSVP=TRUE;CN=Ann:mailto:ann@example.com\nSTATUS:CONFIRMED"
        request = GOOD.replace("PUBLISH", "REQUEST").replace("STATUS:CONFIRMED", attendee)
        self.good(request)
        self.good(request.replace("METHOD:REQUEST", "METHOD:CANCEL")
                  .replace("STATUS:CONFIRMED", "STATUS:CANCELLED"))

    def test_a_time_zone_with_a_single_standing_offset_is_accepted(self):
        dubai = ("BEGIN:VTIMEZONE\nTZID:Asia/Dubai\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
                 "TZOFFSETFROM:+0400\nTZOFFSETTO:+0400\nEND:STANDARD\nEND:VTIMEZONE\n")
        self.good(GOOD.replace(AMSTERDAM, dubai).replace("Europe/Amsterdam", "Asia/Dubai"))

    def test_a_time_zone_by_dates_instead_of_a_rule_is_accepted(self):
        dated = (AMSTERDAM.replace("19700329", "20260329").replace("19701025", "20261025")
                 .replace("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "RDATE:20270328T020000")
                 .replace("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "RDATE:20271031T030000"))
        self.good(GOOD.replace(AMSTERDAM, dated))


class Octets(IcsTest):
    def test_bare_line_feeds(self):
        self.refused(GOOD.encode(), "not CRLF")
        self.refused(octets(GOOD).replace(b"Room 1\r\n", b"Room 1\n"), "not CRLF")
        self.refused(octets(GOOD).replace(b"Room 1\r\n", b"Room 1\r"), "not CRLF")

    def test_a_last_line_without_its_end(self):
        self.refused(octets(GOOD)[:-2], "last line")

    def test_an_empty_line_or_a_byte_order_mark(self):
        self.spoiled("LOCATION", "\nLOCATION", "empty line")
        self.refused(b"\xef\xbb\xbf" + octets(GOOD), "byte-order")

    def test_a_line_of_76_octets_and_not_one_of_75(self):
        self.good(GOOD.replace("Room 1", "é" * 33))  # LOCATION: and 66 octets are 75
        self.spoiled("Room 1", "é" * 33 + "x", "76 octets")

    def test_a_fold_inside_a_character(self):
        raw = octets(GOOD).replace("é".encode(), b"\xc3\r\n \xa9")
        self.refused(raw, "splits a character")

    def test_octets_that_are_not_utf_8(self):
        self.refused(octets(GOOD).replace("é".encode(), b"\xe9"), "not UTF-8")

    def test_control_characters(self):
        for character in ("\x00", "\x07", "\x1b", "\x7f", "\x85"):
            self.spoiled("Room 1", f"Room{character}1", "control character")

    def test_a_first_line_that_continues_nothing(self):
        self.refused(b" " + octets(GOOD), "first line is a continuation")

    def test_lines_that_are_not_properties(self):
        self.spoiled("LOCATION:Room 1", "LOCATION Room 1", "no colon")
        self.spoiled("LOCATION:", ":", "no property name")
        self.spoiled('CN="Learning, Development"', "CN", "parameter without")
        self.spoiled('"Learning, Development"', 'Learning "L&D"', "quote inside")
        self.spoiled('"Learning, Development"', "L;CN=D", "stands twice")


class Text(IcsTest):
    def test_what_must_be_escaped(self):
        self.spoiled("session\\, part", "session, part", "not escaped")
        self.spoiled("pen\\; paper", "pen; paper", "not escaped")

    def test_backslashes_that_escape_nothing(self):
        self.spoiled("\\n", "\\t", "escapes nothing")
        self.spoiled("Room 1", "Room 1\\", "escapes nothing")
        self.good(GOOD.replace("Room 1", "Room 1\\\\"))


class Structure(IcsTest):
    def test_required_properties(self):
        for line, name in (("VERSION:2.0\n", "VERSION"), ("PRODID:-//Tandem//EN\n", "PRODID"),
                           ("UID:7f3a@tandem\n", "UID"), ("METHOD:PUBLISH\n", "METHOD"),
                           ("DTSTAMP:20270301T080000Z\n", "DTSTAMP"),
                           ("DTSTART;TZID=Europe/Amsterdam:20270329T090000\n", "DTSTART")):
            self.spoiled(line, "", f"has 0 {name}")

    def test_properties_that_stand_twice(self):
        self.spoiled("METHOD:PUBLISH\n", "METHOD:PUBLISH\nMETHOD:PUBLISH\n", "2 METHOD")
        self.spoiled("LOCATION:Room 1\n", "LOCATION:Room 1\nLOCATION:Room 2\n", "2 LOCATION")

    def test_method_inside_an_event(self):
        self.spoiled("LOCATION:Room 1", "METHOD:PUBLISH", "no property METHOD")

    def test_two_calendars_in_a_file(self):
        self.refused(octets(GOOD + GOOD), "2 calendars")
        self.refused(b"", "0 calendars")

    def test_values_that_are_not_allowed(self):
        self.spoiled("VERSION:2.0", "VERSION:1.0", "VERSION:1.0")
        self.spoiled("METHOD:PUBLISH", "METHOD:SEND", "METHOD:SEND")
        self.spoiled("STATUS:CONFIRMED", "STATUS:DONE", "STATUS:DONE")
        self.spoiled("VERSION:2.0", "VERSION:2.0\nCALSCALE:JULIAN", "CALSCALE")
        self.spoiled("UID:7f3a@tandem", "UID:", "UID is empty")
        for wrong in ("-1", "1.0", "+1", ""):
            self.spoiled("SEQUENCE:0", f"SEQUENCE:{wrong}", "SEQUENCE")

    def test_unknown_and_unwanted_properties(self):
        self.spoiled("LOCATION", "PLACE", "no property PLACE")
        self.spoiled("LOCATION:Room 1", "RRULE:FREQ=DAILY", "no property RRULE")
        self.good(GOOD.replace("LOCATION", "X-PLACE"))

    def test_blocks_that_do_not_close(self):
        self.spoiled("END:VEVENT\n", "", "END:VCALENDAR without its BEGIN")
        self.spoiled("END:VCALENDAR\n", "", "never ended")
        self.spoiled(EVENT, "BEGIN:VTODO\nEND:VTODO\n", "VTODO inside VCALENDAR")
        self.spoiled(AMSTERDAM + EVENT, "", "without components")

    def test_a_uid_that_stands_twice(self):
        self.spoiled(EVENT, EVENT + EVENT, "stands twice")
        again = EVENT.replace("STATUS", "RECURRENCE-ID:20270329T070000Z\nSTATUS")
        self.good(GOOD.replace(EVENT, EVENT + again))


class Times(IcsTest):
    def test_stamps_that_are_not_utc(self):
        self.spoiled("DTSTAMP:20270301T080000Z", "DTSTAMP:20270301T080000", "DTSTAMP")
        self.spoiled("DTSTAMP:20270301T080000Z", "DTSTAMP:20270230T080000Z", "DTSTAMP")
        self.spoiled("DTSTAMP:", "DTSTAMP;TZID=Europe/Amsterdam:", "DTSTAMP")

    def test_dates_that_are_none(self):
        start = "DTSTART;TZID=Europe/Amsterdam:20270329T090000"
        self.spoiled(start, "DTSTART;VALUE=DATE:20270329T090000", "not a date")
        self.spoiled(start, "DTSTART;VALUE=DATE;TZID=Europe/Amsterdam:20270329", "not a date")

    def test_an_end_that_is_not_after_the_start(self):
        self.spoiled("T120000", "T090000", "not after")
        self.spoiled(";TZID=Europe/Amsterdam:20270329T120000", ":20270329T065900Z", "not after")

    def test_an_event_without_an_end_or_with_two(self):
        self.spoiled("DTEND;TZID=Europe/Amsterdam:20270329T120000\n", "", "without an end")
        self.spoiled("SEQUENCE", "DURATION:PT3H\nSEQUENCE", "DTEND and DURATION")

    def test_an_end_of_another_kind_than_the_start(self):
        self.spoiled("DTEND;TZID=Europe/Amsterdam:20270329T120000", "DTEND;VALUE=DATE:20270330",
                     "one is a date")

    def test_floating_times(self):
        self.spoiled("DTSTART;TZID=Europe/Amsterdam", "DTSTART", "neither a zone nor Z")

    def test_local_times_written_as_utc(self):
        self.spoiled("T090000", "T090000Z", "not a local time")

    def test_a_time_the_clocks_skip(self):
        self.spoiled("20270329T090000", "20270328T023000", "never show")


class Zones(IcsTest):
    def test_a_zone_without_its_rules(self):
        self.spoiled(AMSTERDAM, "", "has no VTIMEZONE")

    def test_a_zone_whose_name_nobody_knows(self):
        for name in ("/freeassociation.sourceforge.net/Europe/Amsterdam", "W. Europe", "Europe"):
            self.spoiled("Europe/Amsterdam", name, "not in the zone database", times=-1)

    def test_two_of_one_zone(self):
        self.spoiled(AMSTERDAM, AMSTERDAM + AMSTERDAM, "two VTIMEZONE")

    def test_rules_that_give_another_offset_than_the_zone_has(self):
        self.spoiled("TZOFFSETTO:+0200", "TZOFFSETTO:+0300", "the zone database")
        self.spoiled("BYMONTH=3;BYDAY=-1SU", "BYMONTH=3;BYDAY=-1SU;UNTIL=20261231T000000Z",
                     "the zone database")
        late = AMSTERDAM.replace("19700329", "19700405").replace("BYMONTH=3;BYDAY=-1SU",
                                                                 "BYMONTH=4;BYDAY=1SU")
        self.spoiled(AMSTERDAM, late, "the zone database")  # America's rule, on 29 March

    def test_a_rule_that_begins_after_the_event(self):
        dated = (AMSTERDAM.replace("19700329", "20280326").replace("19701025", "20281029"))
        self.spoiled(AMSTERDAM, dated, "no rule of the time zone reaches back")

    def test_a_rule_that_does_not_hold_on_its_own_first_day(self):
        self.spoiled("DTSTART:19700329T020000", "DTSTART:19700330T020000", "not an onset")

    def test_rules_that_time_zones_do_not_use(self):
        self.spoiled("FREQ=YEARLY;BYMONTH=3", "FREQ=MONTHLY;BYMONTH=3", "not one that time zones")

    def test_a_zone_with_parts_missing(self):
        self.spoiled("TZOFFSETFROM:+0100\n", "", "has 0 TZOFFSETFROM")
        self.spoiled("TZOFFSETFROM:+0100", "TZOFFSETFROM:0100", "not an offset")
        self.spoiled(AMSTERDAM, "BEGIN:VTIMEZONE\nTZID:Europe/Amsterdam\nEND:VTIMEZONE\n",
                     "neither STANDARD nor DAYLIGHT")


class Methods(IcsTest):
    def test_what_each_method_asks(self):
        self.spoiled("METHOD:PUBLISH", "METHOD:REQUEST", "REQUEST without ATTENDEE")
        self.spoiled("METHOD:PUBLISH", "METHOD:CANCEL", "without STATUS:CANCELLED")
        self.spoiled("STATUS", "ATTENDEE:mailto:ann@example.com\nSTATUS", "attendee in a published")
        organizer = 'ORGANIZER;CN="Learning, Development":mailto:learning@example.com\n'
        request = GOOD.replace("PUBLISH", "REQUEST").replace(organizer, "")
        self.refused(octets(request), "REQUEST without ORGANIZER")
        cancel = GOOD.replace("PUBLISH", "CANCEL").replace("CONFIRMED", "CANCELLED")
        self.refused(octets(cancel.replace("SEQUENCE:0\n", "")), "CANCEL without SEQUENCE")

    def test_addresses(self):
        self.spoiled("mailto:learning@example.com", "learning@example.com", "not an address")
        self.spoiled("mailto:learning@", "mailto:learning dept@", "not an address")


class Library(IcsTest):
    @unittest.skipIf(ics_check.icalendar is None, "python3-icalendar is not installed")
    def test_what_the_library_cannot_read_is_refused(self):
        problems = []
        ics_check.check_with_library(b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", 1, problems)
        self.assertEqual(len(problems), 1, problems)
        problems = []
        ics_check.check_with_library(octets(GOOD), 2, problems)
        self.assertEqual(problems, [(0, "python3-icalendar finds 1 events of 2")])


if __name__ == "__main__":
    unittest.main()
