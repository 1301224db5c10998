"""The edges of the rules: the last day, the last minute, the last seat, and whose row it is."""

import datetime
import pathlib
import tempfile
import unittest

from peer_case import PeerTest, read_folder
from folder import BadFolder


class Edges(PeerTest):
    def whom(self, rule, session):
        """Everybody named first in the sentences of one rule about one session."""
        return {entry["text"].split(":")[0].split(" ")[0] for entry in self.report()["violations"]
                if (entry["rule"], entry["session"]) == (rule, session)}

    def test_blackout_of_a_site_takes_its_rooms_and_its_cohorts_only(self):
        self.add("blackouts", "site", "LEE", "2027-03-22", "2027-03-23")
        self.breaks("blackout", "B/IN")
        self.meeting("A/CO/cem", room="L1", start="14:00", end="15:00")
        self.breaks("blackout", "A/CO/cem", "B/IN")

    def test_blackout_of_a_facilitator_takes_that_one_only(self):
        self.add("blackouts", "facilitator", "F2", "2027-03-09", "2027-03-30")
        self.breaks("blackout", "A/IN", "A/CO/ann", "A/CO/bob", "A/CO/cem", "B/IN")

    def test_blackout_hours_in_the_zone_of_the_meeting(self):
        self.add("blackouts", "site", "LEE", "2027-03-23", "2027-03-23", "12:00", "13:00")
        self.clean()  # B/IN ends at 12:00 in Leeds
        self.add("blackouts", "site", "LEE", "2027-03-23", "2027-03-23", "11:59", "13:00")
        self.breaks("blackout", "B/IN")

    def test_a_meeting_is_not_an_item_whatever_its_due_cells_say(self):
        self.edit("sessions", "A/VI", due_from="2027-05-01", due_to="2027-05-10")
        self.clean()  # Bob pauses in May; the horizon, deadline and latest day do not matter either

    def test_a_lighter_season_is_no_pause(self):
        self.edit("seasons", "bob", season="lighter", **{"from": "2027-04-01"})
        self.clean()

    def test_the_first_and_the_last_day_of_employment_are_worked(self):
        self.edit("people", "ann", hired="2027-03-09")
        self.edit("people", "cem", left="2027-03-22")
        self.drop("seats", session="A/SP", person="cem")
        self.edit("members", {"person": "cem"}, status="completed")
        self.clean()

    def test_protected_time_of_another_person_does_not_matter(self):
        self.add("protected", "person", "eli", "", "09:00", "17:00", "", "2027-03-22")
        self.clean()
        self.add("protected", "person", "flo", "Thu", "14:00", "", "", "")
        self.breaks("protected", "A/VI")  # Flo facilitates

    def test_protected_time_of_a_further_cohort_is_in_its_own_zone(self):
        self.edit("sessions", "A/VI", cohort="A;B")  # 13:00-14:30 here is 12:00-13:30 in Leeds
        self.add("protected", "cohort", "B", "Thu", "13:30", "14:30", "", "2027-03-21")
        self.add("protected", "cohort", "A", "Thu", "12:00", "13:00", "", "2027-03-21")
        self.clean()
        self.add("protected", "cohort", "B", "Thu", "12:30", "13:00", "", "2027-03-21")
        self.breaks("protected", "A/VI")

    def test_a_room_filled_to_the_last_seat(self):
        self.edit("rooms", "R1", capacity="3")
        self.clean()
        self.edit("rooms", "R1", capacity="2")
        self.breaks("room_capacity", "A/IN", "A/TWO")

    def test_a_virtual_room_of_the_right_site_does_not_do_for_an_in_person_module(self):
        self.edit("meetings", "A/TWO", room="V1")
        self.breaks("room_site", "A/TWO")

    def test_a_facilitator_without_sites_is_never_away(self):
        self.edit("facilitators", "F2", sites="", max_travel_days="0")
        self.clean()
        self.edit("facilitators", "F2", sites="LEE;ROT")
        self.breaks("facilitator_travel", "A/IN")

    def test_who_is_named_as_lead_and_as_co_facilitator_counts_once(self):
        self.meeting("A/IN", leads="F1", cofacilitators="F1")
        self.breaks("facilitator_count", "A/IN")

    def test_a_prerequisite_that_ends_as_the_next_begins(self):
        self.edit("prerequisites", "VI", min_days="", max_days="0")
        self.edit("cohorts", "A", max_sessions_day="", max_minutes_week="")
        self.drop("blackouts", scope="cohort")
        self.edit("meetings", "B/VI", date="2027-03-23")
        self.meeting("A/IN", date="2027-03-18", start="11:00", end="13:00")
        self.clean()
        self.meeting("A/IN", start="11:30", end="13:30")
        self.edit("cohorts", "A", max_sessions_day="1")
        self.breaks("prerequisite", "A/VI",
                    companions={"learner_clash", "facilitator_clash", "sessions_day"})

    def test_an_item_due_on_the_day_of_what_it_needs_is_in_order(self):
        self.add("prerequisites", "SP", "VI", "0", "", "0")
        self.edit("sessions", "A/SP", due_to="2027-03-18")
        self.clean()

    def test_the_last_day_of_a_spacing(self):
        self.edit("prerequisites", "VI", min_days="7", max_days="9")
        self.clean()

    def test_prerequisites_bind_the_seats_of_one_cohort(self):
        self.add("members", "B", "ann", "enrolled")
        self.add("seats", "B/IN", "ann", "booked")
        self.add("seats", "B/VI", "ann", "booked")
        self.edit("prerequisites", "VI", min_days="8", max_days="30")  # A: 9 days, B: 7, across: 21
        self.breaks("spacing_min", "B/VI")
        self.assertEqual(self.whom("spacing_min", "B/VI"), {"ann", "dee", "eli"})

    def test_a_make_up_seat_is_held_for_the_cohort_that_sent_the_person(self):
        self.edit("seats", {"session": "A/IN", "person": "cem"}, session="B/IN")
        self.breaks("prerequisite", "A/VI")  # B/IN is five days after it
        self.assertEqual(self.whom("prerequisite", "A/VI"), {"cem"})

    def test_of_a_missed_seat_and_its_make_up_one_that_fits_is_enough(self):
        self.edit("sessions", "A/IN", status="delivered")
        self.add("seats", "B/IN", "ann", "booked")
        self.edit("prerequisites", "VI", min_days="2", max_days="20")
        self.clean()

    def test_the_load_limit_of_a_cohort_binds_its_own_people(self):
        self.edit("cohorts", "B", max_minutes_week="119")
        self.add("members", "B", "bob", "requested")
        self.breaks("minutes_week", "B/IN")
        self.edit("cohorts", "B", max_minutes_week="89")  # also in the last week there is
        self.breaks("minutes_week", "B/IN", "B/VI")  # not in A, though Bob asked to join B
        self.assertEqual(self.whom("minutes_week", "B/IN"), {"dee", "eli"})

    def test_a_lighter_week_is_the_persons_own(self):
        self.add("seasons", "ann", "2027-03-18", "", "lighter")
        self.breaks("minutes_week", "A/TWO", "A/VI")
        self.assertEqual(self.whom("minutes_week", "A/VI"), {"ann"})

    def test_cover_by_percent_of_those_employed_on_the_day(self):
        self.edit("units", "OPS", max_away="", max_away_percent="100")
        self.add("people", "old", "Old", "OPS", "ROT", "", "2027-03-08")
        self.add("people", "new", "New", "OPS", "ROT", "2027-03-19")
        self.add("absences", "person", "new", "2027-03-09", "2027-03-18")
        self.breaks("cover", "A/IN", "A/TWO", "A/VI")  # four away of the three employed
        self.edit("people", "new", hired="2027-03-09")
        self.clean()
        self.edit("people", "old", left="2027-03-09")
        self.edit("people", "new", hired="2027-03-19")
        self.breaks("cover", "A/TWO", "A/VI")

    def test_the_first_and_last_days_of_every_window(self):
        self.edit("cohorts", "A", start_from="2027-03-09", deadline="2027-04-16")
        self.edit("cohort_modules", "A", not_before="2027-03-18", not_after="2027-03-18")
        self.edit("workspace", "horizon_to", value="2027-04-16")
        self.clean(as_of=datetime.date(2027, 3, 9))

    def test_gaps_between_meetings_at_both_ends(self):
        self.edit("modules", "TWO", meeting_gap_min_days="2", meeting_gap_max_days="2")
        self.clean()
        self.edit("modules", "TWO", meeting_gap_min_days="3", meeting_gap_max_days="")
        self.breaks("meeting_gap", "A/TWO")
        self.edit("modules", "TWO", meeting_gap_min_days="")
        self.edit("meetings", "A/TWO", date="2027-03-17")
        self.meeting("A/TWO", "2", start="13:00", end="15:00")
        self.edit("rooms", "R1", setup_minutes="60")
        self.clean()
        self.drop("blackouts", scope="cohort")
        self.edit("rooms", "R1", setup_minutes="")
        self.meeting("A/TWO", "2", start="12:00", end="14:00")  # the first ends at 12:00
        self.clean()

    def test_a_meeting_without_length(self):
        self.meeting("A/CO/ann", end="10:00")
        rules = {(entry["rule"], entry["session"]) for entry in self.report()["violations"]}
        self.assertIn(("midnight", "A/CO/ann"), rules)  # taken as a whole day, it breaks much else

    def test_a_pinned_session_stays_even_when_something_new_stands_in_its_way(self):
        with tempfile.TemporaryDirectory() as name:
            self.edit("sessions", "A/TWO", status="published", pinned="yes")
            self.edit("sessions", "A/IN", status="delivered")
            self.tiny.write(pathlib.Path(name))
            before = read_folder(name)
        self.add("absences", "room", "R1", "2027-03-15", "2027-03-15")
        self.meeting("A/TWO", "1", date="2027-03-16")
        self.breaks("pin", "A/TWO", before=before, as_of=datetime.date(2027, 3, 14))

    def test_a_closure_in_the_new_place_is_no_reason_to_move_a_frozen_session(self):
        with tempfile.TemporaryDirectory() as name:
            self.edit("sessions", "A/TWO", status="published")
            self.edit("sessions", "A/IN", status="delivered")
            self.tiny.write(pathlib.Path(name))
            before = read_folder(name)
        self.add("absences", "room", "R1", "2027-03-16", "2027-03-16")
        self.meeting("A/TWO", "1", date="2027-03-16")
        self.breaks("pin", "A/TWO", companions={"absence"}, before=before,
                    as_of=datetime.date(2027, 3, 14))

    def test_a_pause_excuses_only_the_one_who_pauses_from_a_seat(self):
        self.drop("seats", session="A/VI", person="cem")
        self.add("seasons", "dee", "2027-03-18", "2027-03-18", "paused")
        self.add("seasons", "cem", "2027-03-18", "2027-03-18", "lighter")
        self.edit("cohorts", "A", max_minutes_week="")
        self.breaks("seats", "A/VI")

    def test_a_pause_over_ones_own_coaching_excuses_from_it(self):
        self.meeting("A/CO/cem", date="2027-03-25")
        self.drop("seats", session="A/CO/cem")
        self.add("seasons", "cem", "2027-03-25", "2027-03-25", "paused")
        self.clean()
        self.drop("seats", session="A/CO/ann")
        self.breaks("seats", "A/CO/ann")

    def test_seats_are_asked_for_the_enrolled_only(self):
        self.add("members", "A", "eli", "requested")
        self.add("members", "A", "dee", "withdrawn")
        self.add("members", "A", "flo", "completed")
        self.clean()

    def test_a_variant_inherits_what_it_leaves_empty_and_changes_what_it_names(self):
        self.tiny.columns["variants"] = ["module", "variant", "mode", "capacity", "room_features"]
        self.tiny.rows["variants"] = []
        self.add("variants", "IN", "small", "", "2")
        self.edit("sessions", "A/IN", variant="small")
        self.breaks("module_capacity", "A/IN")
        self.edit("rooms", "R1", features="step_free")
        self.breaks("room_features", "A/IN", companions={"module_capacity"})
        self.edit("variants", "IN", room_features="step_free", capacity="3")
        self.clean()
        self.edit("variants", "IN", mode="virtual")
        self.breaks("room_site", "A/IN")

    def test_a_variant_that_does_not_exist(self):
        self.edit("sessions", "A/IN", variant="large")
        self.breaks("reference", "A/IN")

    def test_a_session_without_module_or_cohort(self):
        self.add("sessions", "A/XX", "A", "")
        self.add("sessions", "A/YY", "", "SP")
        self.breaks("reference", "A/XX", "A/YY")

    def test_the_grid_is_the_workspaces(self):
        self.edit("workspace", "slot_minutes", value="60")
        self.clean()
        self.edit("workspace", "slot_minutes", value="120")  # in UTC: 9, 9, 9, 12, 9, 10, 12 ...
        self.breaks("slot_grid", "A/IN", "A/TWO", "A/CO/ann")

    def test_as_many_marked_yes_as_a_set_takes(self):
        for module in ("SP", "CO"):
            self.edit("programme_modules", {"module": module}, set="more", rule="1 of", position="")
        self.add("cohort_modules", "A", "SP", "yes")
        self.drop("seats", session="A/CO/ann")
        self.clean()
        for rule in ("one of", "1", "1 of 2"):
            self.edit("programme_modules", {"set": "more"}, rule=rule)
            with self.assertRaises(BadFolder):
                self.report()

    def test_a_set_is_filled_up_by_position_and_not_by_row(self):
        self.edit("programme_modules", {"module": "CO"}, set="more", rule="1 of", position="9")
        self.edit("programme_modules", {"module": "SP"}, set="more", rule="1 of", position="8")
        self.drop("seats", session="A/CO/ann")
        self.clean()
        self.drop("seats", session="A/SP", person="ann")
        self.breaks("seats", "A/SP")

    def test_a_rule_may_be_asked_for_alone(self):
        self.edit("modules", "TWO", capacity="2")
        self.edit("modules", "VI", leads="2")
        self.breaks("module_capacity", "A/TWO", only=["module_capacity", "seats"])


if __name__ == "__main__":
    unittest.main()
