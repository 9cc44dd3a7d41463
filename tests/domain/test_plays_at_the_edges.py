"""The plays where two things fall together, and the numbers nobody looks at every day."""

from dataclasses import replace

import pytest

from domain.customers import Rung
from domain.settings import Chosen
from domain.subjects import Subject
from domain.touches import Kind
from features.complaints.rules import Complaint
from tests.domain.test_plays import (
    ENQUIRY,
    NO_ANSWER,
    PLAYS,
    PRAISE,
    REFERRAL,
    at,
    calls,
    facts,
    only,
    plan,
    rest,
    theirs,
    touch,
)


def thanked(id_, when):
    return touch(id_, when, Kind.THANKS)


class TestThank:
    def test_a_routine_thank_you_is_late_five_working_days_after_it_was_asked(self):
        given = facts(Rung.MEMBER, thanked(7, "2026-09-07 15:00"))
        assert only(given)[1:] == ("2026-12-07 09:15", "2026-12-14 09:15")

    def test_that_of_who_recommends_us_is_late_once_they_have_waited_for_too_long(self):
        given = facts(Rung.ADVOCATE, thanked(7, "2026-09-07 15:00"))
        assert only(given)[1:] == ("2026-10-15 09:15", "2026-10-22 17:00")
        often = replace(given, chosen=Chosen({"care.advocate_days": 20}))
        assert only(often)[1:] == ("2026-09-24 09:15", "2026-09-28 17:00")

    def test_praise_of_the_moment_in_which_we_thanked_is_thanked_for(self):
        moment = "2026-11-17 14:00"
        assert calls(facts(Rung.SHOPPER, theirs(8, moment, PRAISE), thanked(9, moment))) == []

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

    def test_thanked_by_name_it_says_when_they_were_thanked_last_too(self):
        given = facts(
            Rung.ADVOCATE,
            thanked(7, "2026-09-07 15:00"),
            theirs(8, "2026-11-17 14:00", REFERRAL),
        )
        (call,) = plan(given).values()
        assert call.about["thanked_at"] == at("2026-09-07 15:00").isoformat()

    def test_the_latest_kind_word_is_quoted(self):
        first, second = theirs(8, "2026-11-17 14:00", PRAISE), theirs(9, "2026-11-18 14:00", PRAISE)
        given = facts(Rung.CUSTOMER, replace(first, words="nice"), replace(second, words="great"))
        (call,) = plan(given).values()
        assert call.about["words"] == "great"

    @pytest.mark.parametrize(
        ("waved_off", "key"),
        [("2026-09-08 10:00", "thank:every:n3"), ("2026-09-01 10:00", "thank:every:t7")],
    )
    def test_the_next_round_counts_from_what_came_last(self, waved_off, key):
        given = facts(
            Rung.ADVOCATE, thanked(7, "2026-09-07 15:00"), dismissals=(rest(3, waved_off, "thank"),)
        )
        assert only(given)[0] == key


class TestFollowUp:
    def test_who_has_gone_quiet_is_late_two_working_days_after_asking(self):
        given = facts(Rung.PROSPECT, touch(8, "2026-11-02 10:00"), since="2026-11-02 09:30")
        assert only(given)[1:] == ("2026-11-16 09:15", "2026-11-18 09:15")

    def test_a_parked_prospect_is_looked_in_on_after_ninety_days_exactly(self):
        given = facts(Rung.PROSPECT, parked="2026-08-20 10:00")
        assert only(given)[1] == "2026-11-18 09:15"

    def test_who_is_waved_off_when_parked_for_long_enough_is_asked_about_again(self):
        ended = rest(4, "2026-11-18 10:00", "follow up")
        given = facts(Rung.PROSPECT, parked="2026-08-20 10:00", dismissals=(ended,))
        assert only(given)[:2] == ("follow up:quiet:n4", "2026-12-02 09:15")

    def test_an_enquiry_from_before_the_parking_is_not_asked_about_again(self):
        given = facts(
            Rung.PROSPECT, theirs(9, "2026-08-10 10:00", ENQUIRY), parked="2026-08-20 10:00"
        )
        assert only(given)[0].startswith("follow up:parked:")

    def test_what_was_waved_off_in_the_very_moment_of_the_enquiry_is_waved_off(self):
        moment = "2026-11-02 09:00"
        given = facts(
            Rung.PROSPECT, theirs(5, moment, ENQUIRY), dismissals=(rest(4, moment, "return"),)
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

    def test_of_two_reminders_waved_off_the_later_one_counts(self):
        dismissals = (
            rest(4, "2026-11-02 10:00", "follow up"),
            rest(5, "2026-11-03 10:00", "follow up"),
        )
        given = facts(Rung.PROSPECT, dismissals=dismissals)
        assert only(given)[:2] == ("follow up:quiet:n5", "2026-11-17 09:15")

    def test_an_enquiry_that_was_told_of_after_another_was_waved_off_is_asked_about(self):
        known, told_later = (theirs(id_, "2026-11-02 09:00", ENQUIRY) for id_ in (5, 6))
        given = facts(
            Rung.PROSPECT,
            known,
            replace(told_later, logged_at=at("2026-11-03 12:00")),
            dismissals=(rest(4, "2026-11-02 10:00", "return"),),
        )
        assert only(given)[0] == "return:6"

    def test_an_enquiry_waved_off_after_a_parking_is_waved_off(self):
        given = facts(
            Rung.PROSPECT,
            theirs(9, "2026-09-01 10:00", ENQUIRY),
            parked="2026-08-20 10:00",
            dismissals=(rest(4, "2026-09-02 10:00", "return"),),
        )
        assert only(given)[0] == "follow up:quiet:n4"


class TestFix:
    OPENED = "2026-11-16 10:00"

    def given(self, *complaint_ids, touches=(), dismissals=(), **more):
        complaints = tuple(
            Complaint(
                id=each,
                customer_id=1,
                words="broken",
                opened_at=at(self.OPENED),
                owner_id=7,
                **more,
            )
            for each in complaint_ids
        )
        return facts(Rung.SHOPPER, *touches, complaints=complaints, dismissals=dismissals)

    def test_a_resolution_waved_off_is_asked_for_again_within_two_working_days(self):
        ended = rest(
            6, "2026-11-16 12:00", "fix", about={"step": "resolve"}, subject=Subject("complaint", 3)
        )
        resolve = calls(self.given(3, dismissals=(ended,)))[-1]
        assert resolve == ("fix:3:resolve:n6", "2026-11-17 12:00", "2026-11-18 12:00")

    @pytest.mark.parametrize("step", ["acknowledge", "update", "resolve"])
    def test_what_is_waved_off_for_one_complaint_is_still_asked_for_another(self, step):
        ended = rest(
            6, "2026-11-16 12:00", "fix", about={"step": step}, subject=Subject("complaint", 3)
        )
        keys = [key for key, _, _ in calls(self.given(3, 4, dismissals=(ended,)))]
        assert f"fix:4:{step}:" in keys
        assert f"fix:3:{step}:" not in keys

    def test_the_update_counts_from_what_they_heard_last(self):
        touches = (touch(9, "2026-11-16 12:00"), touch(10, "2026-11-16 13:00"))
        assert calls(self.given(3, touches=touches))[0][0] == "fix:3:update:t10"

    def test_of_two_updates_waved_off_the_later_one_counts(self):
        more = {"about": {"step": "update"}, "subject": Subject("complaint", 3)}
        dismissals = tuple(rest(6 + n, f"2026-11-{17 + n} 12:00", "fix", **more) for n in range(2))
        keys = [key for key, _, _ in calls(self.given(3, dismissals=dismissals))]
        assert "fix:3:update:n7" in keys

    def test_a_check_back_waved_off_is_not_asked_for_again(self):
        ended = rest(
            6,
            "2026-11-25 12:00",
            "fix",
            about={"step": "check back"},
            subject=Subject("complaint", 3),
        )
        assert calls(self.given(3, dismissals=(ended,), resolved_at=at("2026-11-18 15:00"))) == []

    def test_one_that_was_taken_back_asks_for_nothing(self):
        assert calls(self.given(3, is_withdrawn=True)) == []

    @pytest.mark.parametrize(
        ("word", "is_asked"),
        [
            (touch(9, "2026-11-21 14:59"), True),
            (touch(9, "2026-11-21 15:00"), False),  # three days later, to the minute
            (touch(9, "2026-11-23 10:00", signs=NO_ANSWER), True),
            (touch(9, "2026-11-23 10:00", Kind.NOTE), True),
            (
                touch(9, "2026-11-23 10:00", subject=Subject("complaint", 4)),
                True,
            ),  # another complaint's step
        ],
    )
    def test_only_a_word_that_was_heard_days_later_checks_back(self, word, is_asked):
        given = self.given(3, touches=(word,), resolved_at=at("2026-11-18 15:00"))
        assert bool(calls(given)) is is_asked

    def test_an_attempt_in_vain_is_not_said_to_have_answered_it(self):
        answers = PLAYS.named["fix"].answers
        assert answers(touch(9, "2026-11-23 10:00"))
        assert not answers(touch(9, "2026-11-23 10:00", signs=NO_ANSWER))
