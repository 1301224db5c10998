"""Rules between sessions, of seats and of shape, broken one by one; waivers and statuses."""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

from peer_case import HERE, PeerTest, read_folder
from folder import BadFolder

ANY_SPACING = {"min_days": "0", "max_days": ""}


class OrderAndLoad(PeerTest):
    def test_prerequisite(self):
        self.meeting("A/IN", date="2027-03-25")
        self.breaks("prerequisite", "A/VI")

    def test_a_prerequisite_on_the_same_day_must_be_over(self):
        self.edit("prerequisites", "VI", **ANY_SPACING)
        self.edit("cohorts", "A", max_sessions_day="", max_minutes_week="")
        self.meeting("A/IN", date="2027-03-18")
        self.clean()
        self.meeting("A/IN", start="14:30", end="16:30")
        self.edit("people", "bob", day_end="")
        self.drop("arrangements", person="bob")
        self.breaks("prerequisite", "A/VI")

    def test_a_cancelled_prerequisite_cannot_be_done(self):
        self.edit("sessions", "A/IN", status="cancelled")
        self.breaks("prerequisite", "A/VI")

    def test_a_prerequisite_that_is_not_in_use_binds_nothing(self):
        self.edit("sessions", "A/IN", status="cancelled")
        self.add("cohort_modules", "A", "IN", "no")
        self.clean()

    def test_spacing_min(self):
        self.edit("prerequisites", "VI", min_days="7")  # A: 9 days, B: 7
        self.clean()
        self.edit("prerequisites", "VI", min_days="8")
        self.breaks("spacing_min", "B/VI")

    def test_spacing_max(self):
        self.edit("prerequisites", "VI", max_days="8")
        self.breaks("spacing_max", "A/VI")

    def test_spacing_from_an_item_counts_from_its_due_date(self):
        self.add("prerequisites", "SP", "CO", "26", "", "")  # 22 March to 16 April: 25 days
        self.breaks("spacing_min", "A/SP")

    def test_minutes_week(self):
        self.edit("cohorts", "A", max_minutes_week="330")
        self.clean()
        self.edit("cohorts", "A", max_minutes_week="329")
        self.breaks("minutes_week", "A/TWO", "A/VI")

    def test_minutes_of_several_weeks_are_averaged(self):
        # Weeks of 8, 15, 22 March: 120 + 330 + 60; any two together at most 450.
        self.edit("cohorts", "A", max_minutes_week="225", load_window_weeks="2")
        self.clean()
        self.edit("cohorts", "A", max_minutes_week="224")
        self.breaks("minutes_week", "A/IN", "A/TWO", "A/VI")

    def test_a_lighter_week_bears_half(self):
        self.add("seasons", "ann", "2027-03-21", "2027-03-21", "lighter")  # the Sunday
        self.breaks("minutes_week", "A/TWO", "A/VI")

    def test_sessions_day(self):
        self.edit("cohorts", "A", max_minutes_week="")
        self.meeting("A/CO/ann", date="2027-03-18")
        self.breaks("sessions_day", "A/CO/ann", "A/VI")

    def test_cover(self):
        self.edit("units", "OPS", max_away="2")
        self.breaks("cover", "A/IN", "A/TWO", "A/VI")

    def test_cover_by_percent_counts_the_units_below_facilitators_and_leave(self):
        self.edit("units", "ENG", max_away_percent="66")  # floor of 66 % of 6 people: 3
        self.breaks("cover", "A/IN", "A/TWO", "A/VI")  # three learners and F1, who is Flo
        self.edit("units", "ENG", max_away_percent="67")
        self.clean()
        self.add("absences", "person", "eli", "2027-03-09", "2027-03-09")
        self.breaks("cover", "A/IN")

    def test_cover_leaves_at_least_one(self):
        self.edit("units", "OPS", max_away="0")
        self.breaks("cover", "A/IN", "A/TWO", "A/VI")  # but not the coaching of one


class WindowAndSeats(PeerTest):
    def test_start_of_the_cohort(self):
        self.edit("cohorts", "A", start_from="2027-03-10")
        self.breaks("start", "A/IN")

    def test_start_not_before(self):
        self.edit("cohort_modules", "A", not_before="2027-03-19")
        self.breaks("start", "A/VI")

    def test_start_as_of_binds_what_is_planned_and_not_pinned(self):
        self.edit("sessions", "A/TWO", pinned="yes")
        self.edit("workspace", "as_of", value="2027-04-01")  # B/VI is published
        self.breaks("start", "A/IN", "A/VI", "A/CO/ann", "A/CO/bob", "A/CO/cem", "B/IN")

    def test_as_of_given_by_hand_beats_the_folders(self):
        self.breaks("start", "A/IN", as_of=datetime.date(2027, 3, 10))

    def test_not_after(self):
        self.edit("cohort_modules", "A", not_after="2027-03-17")
        self.breaks("not_after", "A/VI")

    def test_horizon(self):
        self.edit("workspace", "horizon_to", value="2027-04-10")
        self.breaks("horizon", "A/SP")

    def test_deadline(self):
        self.edit("cohorts", "A", deadline="2027-04-10")
        self.edit("cohorts", "B", deadline="2027-03-10")  # soft
        self.breaks("deadline", "A/SP")

    def test_budget(self):
        # R1 on three dates 30,000; F2 on 9 and 22 March 80,000.
        self.edit("cohorts", "A", budget="110000")
        self.clean()
        self.edit("cohorts", "A", budget="109999")
        self.breaks("budget", "A/CO/ann")
        self.edit("cohorts", "A", budget_rule="")
        self.clean()

    def test_pin(self):
        with tempfile.TemporaryDirectory() as name:
            self.edit("sessions", "A/IN", pinned="yes")
            self.edit("sessions", "A/TWO", status="published")  # on 15 March
            self.edit("workspace", "as_of", value="2027-03-12")
            self.tiny.write(pathlib.Path(name))
            before = read_folder(name)
        self.clean(before=before)
        self.meeting("A/TWO", "1", start="13:00", end="15:00")
        self.clean(before=before)  # frozen only when it begins before 12 March + 3 days
        self.breaks("pin", "A/TWO", before=before, as_of=datetime.date(2027, 3, 13))
        self.add("absences", "facilitator", "F1", "2027-03-15", "2027-03-15")
        self.breaks("absence", "A/TWO", before=before, as_of=datetime.date(2027, 3, 13))
        self.drop("absences", code="F1")
        self.meeting("A/IN", start="13:00", end="15:00")
        self.breaks("pin", "A/IN", before=before)

    def test_repair_may_move_a_frozen_session_away_from_a_new_absence(self):
        with tempfile.TemporaryDirectory() as name:
            self.edit("sessions", "A/TWO", status="published")
            self.edit("sessions", "A/IN", status="delivered")
            self.tiny.write(pathlib.Path(name))
            before = read_folder(name)
        self.add("absences", "room", "R1", "2027-03-15", "2027-03-15")
        self.meeting("A/TWO", "1", date="2027-03-16")
        self.clean(before=before, as_of=datetime.date(2027, 3, 14))

    def test_seats_missing(self):
        self.drop("seats", session="A/TWO", person="cem")
        self.breaks("seats", "A/TWO")

    def test_seats_twice(self):
        self.add("sessions", "A/SP/2", "A", "SP", "", "planned", "no", "2027-04-05", "2027-04-16")
        self.add("seats", "A/SP/2", "ann", "booked")
        self.breaks("seats", "A/SP", "A/SP/2")

    def test_a_make_up_seat_in_another_cohorts_session_counts(self):
        self.edit("seats", {"session": "A/IN", "person": "cem"}, session="B/IN")
        self.edit("prerequisites", "VI", **ANY_SPACING)
        self.meeting("A/VI", date="2027-03-25")
        self.clean()

    def test_no_seat_is_asked_for_while_a_group_has_no_date(self):
        self.drop("seats", session="A/TWO", person="cem")
        self.add("sessions", "A/TWO/2", "A", "TWO", "", "planned", "no")
        self.assertEqual(self.report(), {"violations": [], "unplaced": ["A/TWO/2"]})

    def test_no_seat_is_asked_for_where_a_group_is_delivered(self):
        self.drop("seats", session="A/TWO", person="cem")
        self.edit("sessions", "A/TWO", status="delivered")
        self.clean()

    def test_who_is_paused_throughout_needs_no_seat(self):
        self.drop("seats", session="A/VI", person="cem")
        self.breaks("seats", "A/VI")
        self.add("seasons", "cem", "2027-03-18", "2027-03-18", "paused")
        self.clean()

    def test_of_a_set_the_marked_come_first_then_by_position(self):
        for module in ("SP", "CO", "TWO"):  # two of these: TWO and CO by position, SP not in use
            self.edit("programme_modules", {"module": module}, set="more", rule="2 of")
        self.drop("seats", session="A/SP", person="ann")
        self.clean()
        self.add("cohort_modules", "A", "SP", "yes")
        self.breaks("seats", "A/SP")
        self.drop("seats", session="A/CO/cem")
        self.breaks("seats", "A/SP")  # CO gave way to SP


class Shape(PeerTest):
    def test_reference(self):
        self.add("seats", "A/SP", "zoe", "booked")
        self.breaks("reference", "A/SP")

    def test_reference_of_a_table_of_the_calendar(self):
        self.add("absences", "room", "R9", "2027-03-15", "")
        self.breaks("reference", "")

    def test_meetings(self):
        self.drop("meetings", session="A/TWO", number="2")
        self.breaks("meetings", "A/TWO")

    def test_duration(self):
        self.meeting("A/VI", end="14:00")
        self.breaks("duration", "A/VI")

    def test_a_variant_changes_meetings_and_their_minutes(self):
        self.tiny.columns["variants"] = ["module", "variant", "mode", "meetings",
                                         "meeting_minutes", "capacity", "room_features"]
        self.tiny.rows["variants"] = []
        self.add("variants", "TWO", "uneven", "", "", "90;150")
        self.edit("sessions", "A/TWO", variant="uneven")
        self.breaks("duration", "A/TWO")
        self.meeting("A/TWO", "1", end="11:30")
        self.meeting("A/TWO", "2", start="13:00", end="15:30")
        self.edit("arrangements", "bob", start="15:30")
        self.clean()

    def test_meeting_gap(self):
        self.edit("modules", "TWO", meeting_gap_max_days="1")
        self.breaks("meeting_gap", "A/TWO")

    def test_meetings_out_of_order(self):
        self.edit("modules", "TWO", meeting_gap_min_days="")
        self.meeting("A/TWO", "2", date="2027-03-16")
        self.meeting("A/TWO", "1", date="2027-03-17")
        self.breaks("meeting_gap", "A/TWO")

    def test_midnight(self):
        self.open_all_hours()
        self.meeting("A/VI", start="23:00", end="00:30")
        self.breaks("midnight", "A/VI", companions={"cohort_time", "facilitator_time"})

    def test_local_time(self):
        self.open_all_hours()
        self.meeting("A/VI", date="2027-03-28", start="01:00", end="02:30")
        self.breaks("local_time", "A/VI")

    def test_an_hour_that_comes_twice_is_the_earlier_one(self):
        self.open_all_hours()
        self.edit("prerequisites", "VI", **ANY_SPACING)
        self.edit("workspace", "horizon_to", value="2027-12-31")
        self.edit("cohort_modules", "A", not_after="")
        self.edit("cohorts", "A", deadline="")
        self.meeting("A/VI", date="2027-10-31", start="01:00", end="02:30")  # 90 minutes, not 150
        self.clean()

    def test_slot_grid(self):
        self.meeting("A/VI", start="13:15", end="14:45")
        self.breaks("slot_grid", "A/VI")
        self.edit("sessions", "A/VI", pinned="yes")
        self.clean()

    def test_code(self):
        for table in ("sessions", "seats"):
            self.edit(table, "A/SP", **{self.tiny.columns[table][0]: "A/SP/1"})
        self.breaks("code", "A/SP/1")

    def test_code_of_a_coaching_session_is_the_number_of_who_is_in_it(self):
        self.edit("seats", {"session": "A/CO/ann"}, person="bob")
        self.edit("seats", {"session": "A/CO/bob"}, person="ann")
        self.breaks("code", "A/CO/ann", "A/CO/bob")


class WaiversAndStatus(PeerTest):
    def test_a_waiver_lifts_one_rule_for_one_subject_of_one_session(self):
        self.edit("modules", "TWO", capacity="2")
        self.edit("people", "ann", hired="2027-03-10")
        self.add("waivers", "module_capacity", "", "A/TWO", "agreed", "L&D", "2027-02-01")
        self.add("waivers", "employed", "bob", "A/IN", "not her", "L&D", "2027-02-01")
        self.breaks("employed", "A/IN")
        self.add("waivers", "employed", "ann", "A/IN", "starts early", "L&D", "2027-02-01")
        self.clean()

    def test_a_waiver_of_either_session_lifts_a_clash(self):
        self.meeting("A/CO/bob", start="10:30", end="11:30")
        self.add("waivers", "facilitator_clash", "F2", "A/CO/ann", "short", "L&D", "2027-02-01")
        self.clean()

    def test_a_delivered_session_is_not_judged_but_occupies(self):
        self.meeting("A/CO/bob", start="10:30", end="11:30")
        self.edit("sessions", "A/CO/bob", status="delivered")
        self.breaks("facilitator_clash", "A/CO/ann")
        self.edit("sessions", "A/CO/bob", status="cancelled")
        self.drop("members", person="bob")
        self.clean()

    def test_an_unplaced_session_breaks_no_rule_and_is_listed(self):
        self.drop("meetings", session="B/VI")
        self.edit("sessions", "A/SP", due_to="")
        self.assertEqual(self.report(), {"violations": [], "unplaced": ["A/SP", "B/VI"]})

    def test_waiting_seats_count_for_nothing(self):
        self.add("seats", "A/TWO", "dee", "waitlisted")
        self.add("seats", "A/TWO", "eli", "declined")
        self.clean()


class CommandLine(PeerTest):
    def run_on(self, *arguments):
        with tempfile.TemporaryDirectory() as name:
            self.tiny.write(pathlib.Path(name))
            return subprocess.run([sys.executable, HERE / "verify.py", name, *arguments],
                                  capture_output=True, text=True, encoding="utf-8", check=False)

    def test_a_clean_folder_exits_0(self):
        done = self.run_on("--json")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(json.loads(done.stdout), {"violations": [], "unplaced": []})

    def test_a_violation_exits_1_and_is_printed(self):
        self.edit("modules", "TWO", capacity="2")
        done = self.run_on("--json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(json.loads(done.stdout)["violations"], [
            {"rule": "module_capacity", "session": "A/TWO",
             "text": "A/TWO has 3 seats booked, its module takes 2"}])

    def test_an_unreadable_folder_exits_3_with_every_problem(self):
        self.edit("rooms", "R1", capacity="four")
        self.meeting("A/VI", start="25:00")
        done = self.run_on()
        self.assertEqual(done.returncode, 3)
        self.assertIn("rooms.csv:2: capacity is 'four'", done.stderr)
        self.assertIn("meetings.csv:5: start is '25:00'", done.stderr)

    def test_more_marked_yes_than_a_set_takes_is_refused(self):
        self.edit("programme_modules", {"module": "SP"}, set="more", rule="1 of")
        self.edit("programme_modules", {"module": "CO"}, set="more", rule="1 of")
        self.add("cohort_modules", "A", "SP", "yes")
        self.add("cohort_modules", "A", "CO", "yes")
        with self.assertRaises(BadFolder):
            self.report()


if __name__ == "__main__":
    unittest.main()
