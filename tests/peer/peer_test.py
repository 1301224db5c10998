"""Rules of a single meeting, each broken once in a tiny clean folder: it alone must be named.

Run: python3 -m unittest discover -s tests/peer -p '*_test.py'
"""

import unittest

from peer_case import PeerTest


class Calendar(PeerTest):
    def test_the_tiny_folder_is_clean_and_complete(self):
        self.assertEqual(self.report(), {"violations": [], "unplaced": []})

    def test_cohort_time(self):
        self.edit("cohorts", "A", working_days="Mon;Tue;Wed")
        self.breaks("cohort_time", "A/VI")

    def test_a_joint_session_keeps_to_the_hours_of_a_further_cohort_in_its_own_zone(self):
        self.edit("sessions", "A/VI", cohort="A;B")  # 13:00-14:30 here is 12:00-13:30 in Leeds
        self.clean()
        self.meeting("B/IN", start="13:00", end="15:00")
        self.edit("cohorts", "B", day_start="12:30")
        self.breaks("cohort_time", "A/VI")

    def test_room_time(self):
        self.edit("sites", "ROT", day_start="10:30")
        self.edit("cohorts", "A", day_start="09:00")
        self.edit("facilitators", "F1", day_start="09:00")
        self.breaks("room_time", "A/IN", "A/TWO")

    def test_facilitator_time(self):
        self.edit("facilitators", "F1", working_days="Mon;Tue;Wed")
        self.breaks("facilitator_time", "A/VI")

    def test_a_facilitator_keeps_the_hours_of_home_wherever_the_meeting_is(self):
        self.meeting("A/CO/ann", start="09:00", end="10:00")  # 08:00 in Leeds, before day_start
        self.breaks("facilitator_time", "A/CO/ann")

    def test_person_time(self):
        self.edit("people", "ann", day_start="10:30")
        self.breaks("person_time", "A/IN", "A/TWO", "A/CO/ann")

    def test_timetable(self):
        self.edit("arrangements", "bob", start="14:00")
        self.breaks("timetable", "A/VI")

    def test_a_timetable_that_begins_when_the_meeting_ends_is_no_conflict(self):
        self.edit("arrangements", "bob", start="14:30")
        self.clean()

    def test_holiday_of_the_cohort(self):
        self.add("holidays", "ROT", "2027-03-18")
        self.breaks("holiday", "A/VI")

    def test_holiday_of_a_facilitators_home_and_not_of_a_virtual_rooms_site(self):
        self.add("holidays", "LEE", "2027-03-22")  # F2 coaches Rotterdam that day
        self.breaks("holiday", "A/CO/ann", "A/CO/bob", "A/CO/cem")

    def test_holiday_where_the_virtual_room_is_filed_does_not_matter(self):
        self.edit("facilitators", "F1", sites="LEE;ROT")
        self.add("holidays", "ROT", "2027-03-30")  # V1 is of Rotterdam; B and its people of Leeds
        self.clean()

    def test_blackout_by_hours(self):
        self.edit("blackouts", "cohort", end="13:30")
        self.breaks("blackout", "A/VI", "A/CO/cem")

    def test_blackout_of_a_unit_takes_the_units_below_and_facilitators(self):
        self.add("blackouts", "unit", "OPS", "2027-03-15", "2027-03-15")
        self.add("blackouts", "unit", "ENG", "2027-03-18", "2027-03-18")
        self.breaks("blackout", "A/TWO", "A/VI")

    def test_blackout_of_a_virtual_room_is_the_only_one_it_has(self):
        self.add("blackouts", "site", "ROT", "2027-03-30", "2027-03-30")
        self.clean()
        self.add("blackouts", "room", "V1", "2027-03-30", "2027-03-30")
        self.breaks("blackout", "B/VI")

    def test_absence_of_a_learner(self):
        self.edit("absences", {"code": "cem"}, **{"from": "2027-03-18"})
        self.breaks("absence", "A/VI", "A/CO/cem")

    def test_absence_of_the_person_a_facilitator_is(self):
        self.add("absences", "person", "flo", "2027-03-30", "2027-03-30")
        self.breaks("absence", "B/VI")

    def test_absence_of_a_room(self):
        self.add("absences", "room", "R1", "2027-03-17", "")
        self.breaks("absence", "A/TWO")

    def test_season(self):
        self.add("seasons", "cem", "2027-03-18", "2027-03-18", "paused")
        self.breaks("season", "A/VI")

    def test_season_counts_an_item_on_its_due_date(self):
        self.edit("seasons", "bob", **{"from": "2027-04-16"})
        self.breaks("season", "A/SP")

    def test_employed(self):
        self.edit("people", "ann", hired="2027-03-10")
        self.edit("people", "cem", left="2027-03-18")
        self.breaks("employed", "A/IN", "A/CO/cem")

    def test_protected_time_of_a_learner(self):
        self.edit("protected", "person", weekday="Thu", start="14:00", end="15:00")
        self.breaks("protected", "A/VI")

    def test_protected_time_of_a_cohort_ends_with_its_row(self):
        self.add("protected", "cohort", "A", "Mon", "09:00", "17:00", "", "2027-03-21")
        self.breaks("protected", "A/TWO")


class OneAtATime(PeerTest):
    def test_learner_clash(self):
        self.edit("cohorts", "A", max_sessions_day="", max_minutes_week="")
        self.meeting("A/CO/ann", date="2027-03-18", start="14:00", end="15:00")
        self.breaks("learner_clash", "A/CO/ann", "A/VI")

    def test_a_facilitator_who_learns_elsewhere_at_that_time_clashes_too(self):
        self.edit("sessions", "A/CO/ann", code="A/CO/flo")
        self.edit("meetings", "A/CO/ann", session="A/CO/flo", date="2027-03-18", start="14:00",
                  end="15:00")
        self.edit("seats", "A/CO/ann", session="A/CO/flo", person="flo")
        self.breaks("learner_clash", "A/CO/flo", "A/VI", companions={"seats"})

    def test_facilitator_clash(self):
        self.meeting("A/CO/bob", start="10:30", end="11:30")
        self.breaks("facilitator_clash", "A/CO/ann", "A/CO/bob")

    def test_room_clash_across_zones(self):
        self.edit("prerequisites", "VI", max_days="30")
        self.meeting("A/VI", date="2027-03-30", start="13:30", end="15:00", leads="F2")
        self.breaks("room_clash", "A/VI", "B/VI")  # B/VI: 13:00-14:30 in Leeds

    def test_room_setup(self):
        self.edit("rooms", "R1", setup_minutes=str(46 * 60))  # 15 March 12:00 to 17 March 10:00
        self.clean()
        self.edit("rooms", "R1", setup_minutes=str(46 * 60 + 1))
        self.breaks("room_setup", "A/TWO")

    def test_travel(self):
        # F1 ends in Rotterdam at 12:00 (11:00 in Leeds), starts in Leeds at 14:00: 180 minutes.
        self.meeting("B/IN", date="2027-03-17", start="14:00", end="16:00")
        self.breaks("travel", "A/TWO", "B/IN")
        self.edit("travel", "ROT", minutes="180")
        self.clean()
        self.edit("travel", "ROT", from_site="LEE", to_site="ROT")
        self.clean()
        self.add("travel", "ROT", "LEE", "240")  # listed both ways: this way counts
        self.breaks("travel", "A/TWO", "B/IN")

    def test_travel_between_sites_without_a_pair_is_not_allowed(self):
        self.meeting("B/IN", date="2027-03-17", start="14:00", end="16:00")
        self.tiny.rows["travel"] = []
        self.breaks("travel", "A/TWO", "B/IN")

    def test_assets_of_the_site_and_of_the_common_pool_add_up(self):
        self.edit("modules", "IN", assets="VR:4")
        self.breaks("assets", "B/IN")  # Rotterdam has 2 of its own, Leeds only the common 2

    def test_assets_are_summed_over_overlapping_meetings(self):
        self.edit("assets", {"site": ""}, quantity="0")
        self.add("assets", "VR", "Leeds headsets", "LEE", "2")
        self.edit("modules", "CO", assets="VR:1")
        self.clean()
        self.edit("modules", "CO", assets="VR:2")
        self.clean()
        self.meeting("A/CO/bob", start="10:30", end="11:30")
        self.breaks("assets", "A/CO/ann", "A/CO/bob", companions={"facilitator_clash"})

    def test_module_capacity(self):
        self.edit("modules", "TWO", capacity="2")
        self.breaks("module_capacity", "A/TWO")

    def test_room_capacity(self):
        self.meeting("A/TWO", room="R2")
        self.edit("rooms", "R2", features="step_free")
        self.breaks("room_capacity", "A/TWO")


class Fit(PeerTest):
    def test_room_site(self):
        self.add("cohort_modules", "A", "TWO", "yes", "", "LEE")
        self.breaks("room_site", "A/TWO")

    def test_a_virtual_module_meets_in_a_virtual_room_while_there_is_one(self):
        self.meeting("A/VI", room="")
        self.breaks("room_site", "A/VI")
        self.meeting("B/VI", room="")
        self.drop("rooms", code="V1")
        self.clean()

    def test_a_coaching_meeting_may_have_a_room_of_any_site(self):
        self.meeting("A/CO/bob", room="L1")  # then its times are those of Leeds
        self.meeting("A/CO/cem", start="14:00", end="15:00")
        self.clean()

    def test_room_features(self):
        self.edit("modules", "TWO", room_features="projector")
        self.breaks("room_features", "A/TWO")

    def test_arrangement(self):
        self.edit("rooms", "R1", features="board")
        self.breaks("arrangement", "A/IN", "A/TWO")

    def test_captions_bind_a_virtual_room_and_step_free_does_not(self):
        self.edit("arrangements", "ann", kind="captions")
        self.breaks("arrangement", "A/IN", "A/TWO", "A/VI")

    def test_facilitator_language(self):
        self.edit("cohorts", "A", language="fr")
        self.breaks("facilitator_language", "A/IN", "A/TWO", "A/VI")

    def test_facilitator_site(self):
        self.edit("facilitators", "F1", sites="ROT")
        self.breaks("facilitator_site", "B/IN")

    def test_facilitator_count(self):
        self.edit("modules", "TWO", cofacilitators="1")
        self.breaks("facilitator_count", "A/TWO")

    def test_one_lead_too_many_serves_as_co_facilitator(self):
        self.meeting("A/IN", leads="F1;F2", cofacilitators="")
        self.clean()

    def test_facilitator_qualified(self):
        self.edit("qualifications", {"facilitator": "F1", "module": "TWO"}, level="co")
        self.breaks("facilitator_qualified", "A/TWO")

    def test_a_shadow_is_not_a_co_facilitator(self):
        self.edit("qualifications", {"facilitator": "F2", "module": "IN"}, level="co")
        self.breaks("facilitator_qualified", "B/IN")  # leads there; co is enough in A/IN
        self.meeting("B/IN", leads="F1", cofacilitators="F2")
        self.clean()
        self.edit("qualifications", {"facilitator": "F2", "module": "IN"}, level="shadow")
        self.breaks("facilitator_qualified", "A/IN", "B/IN")

    def test_facilitator_days_week(self):
        self.edit("facilitators", "F1", max_days_week="2")
        self.breaks("facilitator_days_week", "A/TWO", "A/VI")

    def test_facilitator_minutes_week(self):
        self.edit("facilitators", "F1", max_minutes_week="330")  # 120 + 120 + 90
        self.clean()
        self.edit("facilitators", "F1", max_minutes_week="329")
        self.breaks("facilitator_minutes_week", "A/TWO", "A/VI")

    def test_facilitator_travel(self):
        self.edit("facilitators", "F2", max_travel_days="1")
        self.edit("modules", "TWO", cofacilitators="1")
        self.add("qualifications", "F2", "TWO", "co")
        self.edit("meetings", "A/TWO", cofacilitators="F2")
        self.clean()  # away on 15 and 17 March: not in a row
        self.meeting("A/TWO", "2", date="2027-03-16")
        self.breaks("facilitator_travel", "A/TWO")

    def test_facilitator_until(self):
        self.edit("facilitators", "F2", until="2027-03-22")
        self.breaks("facilitator_until", "B/IN")


if __name__ == "__main__":
    unittest.main()
