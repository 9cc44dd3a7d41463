"""The plays where two things fall together, and the numbers nobody looks at every day."""

import pytest

from domain.complaints import Complaint
from domain.customers import Rung
from domain.plays import plan
from domain.touches import Kind
from tests.domain.test_plays import (
    ENQUIRY,
    NO_ANSWER,
    PRAISE,
    REFERRAL,
    at,
    calls,
    facts,
    only,
    rest,
    theirs,
    touch,
)


def thanked(id_, when):
    return touch(id_, when, Kind.THANKS)


class TestThank:
    def test_a_routine_thank_you_is_late_five_working_days_after_it_was_asked(self):
        given = facts(Rung.ADVOCATE, thanked(7, "2026-09-07 15:00"))
        assert only(given)[1:] == ("2026-10-22 09:15", "2026-10-29 09:15")

    def test_praise_of_the_moment_in_which_we_thanked_is_thanked_for(self):
        moment = "2026-11-17 14:00"
        assert calls(facts(Rung.CUSTOMER, theirs(8, moment, PRAISE), thanked(9, moment))) == []

    def test_a_referral_goes_before_praise_that_came_later(self):
        given = facts(
            Rung.CUSTOMER,
            theirs(8, "2026-11-17 14:00", REFERRAL),
            theirs(9, "2026-11-18 14:00", PRAISE),
        )
        (call,) = plan(given).values()
        assert call.about["said"] == "Referral"

    def test_it_says_when_they_were_thanked_last_not_first(self):
        given = facts(Rung.ADVOCATE, thanked(7, "2026-08-03 15:00"), thanked(8, "2026-09-07 15:00"))
        (call,) = plan(given).values()
        assert call.about["thanked_at"] == at("2026-09-07 15:00").isoformat()


class TestFollowUp:
    def test_who_has_gone_quiet_is_late_two_working_days_after_asking(self):
        given = facts(Rung.PROSPECT, since="2026-11-02 10:00")
        assert only(given)[1:] == ("2026-11-16 09:15", "2026-11-18 09:15")

    def test_a_parked_prospect_is_looked_in_on_after_ninety_days_exactly(self):
        given = facts(Rung.PROSPECT, parked="2026-08-20 10:00")
        assert only(given)[1] == "2026-11-18 09:15"

    def test_an_enquiry_from_before_the_parking_is_not_asked_about_again(self):
        given = facts(
            Rung.PROSPECT, theirs(9, "2026-08-10 10:00", ENQUIRY), parked="2026-08-20 10:00"
        )
        assert only(given)[0].startswith("follow up:parked:")

    def test_what_was_waved_off_in_the_very_moment_of_the_enquiry_is_waved_off(self):
        moment = "2026-11-02 09:00"
        given = facts(
            Rung.PROSPECT, theirs(5, moment, ENQUIRY), endings=(rest(4, moment, "follow up"),)
        )
        assert only(given)[0] == "follow up:quiet:n4"

    @pytest.mark.parametrize(
        ("tried_at", "asked"),
        [
            ("2026-11-02 06:30", "2026-11-03 09:15"),  # before work begins
            ("2026-11-02 09:00", "2026-11-03 09:15"),
            ("2026-11-02 18:30", "2026-11-03 09:15"),  # after it is over
            ("2026-11-06 10:00", "2026-11-09 09:15"),  # on a Friday
            ("2026-11-07 10:00", "2026-11-09 09:15"),  # on a Saturday
        ],
    )
    def test_a_working_day_later_is_another_day_however_early_they_were_called(
        self, tried_at, asked
    ):
        given = facts(Rung.PROSPECT, touch(1, tried_at, signs=NO_ANSWER))
        assert only(given)[1] == asked

    def test_an_attempt_brought_in_by_an_import_is_not_late_before_it_is_asked(self):
        tried = touch(1, "2026-08-03 10:00", signs=NO_ANSWER)
        given = facts(Rung.PROSPECT, tried, eased="2026-11-25 09:15")
        assert only(given)[1:] == ("2026-11-25 09:15", "2026-11-25 17:00")


class TestFix:
    OPENED = "2026-11-16 10:00"

    def given(self, *complaint_ids, endings=()):
        complaints = tuple(
            Complaint(id=each, customer_id=1, words="broken", opened_at=at(self.OPENED))
            for each in complaint_ids
        )
        return facts(Rung.CUSTOMER, complaints=complaints, endings=endings)

    def test_a_resolution_waved_off_is_asked_for_again_within_two_working_days(self):
        ended = rest(6, "2026-11-16 12:00", "fix", about={"step": "resolve"}, complaint_id=3)
        resolve = calls(self.given(3, endings=(ended,)))[-1]
        assert resolve == ("fix:3:resolve:n6", "2026-11-17 12:00", "2026-11-18 12:00")

    @pytest.mark.parametrize("step", ["acknowledge", "update", "resolve"])
    def test_what_is_waved_off_for_one_complaint_is_still_asked_for_another(self, step):
        ended = rest(6, "2026-11-16 12:00", "fix", about={"step": step}, complaint_id=3)
        keys = [key for key, _, _ in calls(self.given(3, 4, endings=(ended,)))]
        assert f"fix:4:{step}:" in keys
        assert f"fix:3:{step}:" not in keys
