"""When each play calls, and what ends its call: pure rules over facts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import features
from domain.calendar import Calendar
from domain.customers import Contact, Customer, Rung
from domain.facts import Facts
from domain.nudges import Dismissal, Urgency
from domain.plays import Plays
from domain.subjects import Subject
from domain.touches import Direction, Kind, Sign, Touch
from features.complaints.play import PLAY as FIX
from features.complaints.rules import Complaint
from features.follow_up.play import PLAY as FOLLOW_UP
from features.returns.play import PLAY as RETURN
from features.thanks.play import PLAY as THANK

PLAYS = Plays({play.name: play for play in (FIX, RETURN, FOLLOW_UP, THANK)})
"""Those that these stories are about: another one calls for what is its own."""

plan = PLAYS.plan

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
LONG_AGO = "2026-06-01 09:00"  # a Monday
PRAISE, REFERRAL = frozenset({Sign.PRAISE}), frozenset({Sign.REFERRAL})
ENQUIRY, NO_ANSWER = frozenset({Sign.ENQUIRY}), frozenset({Sign.NO_ANSWER})
PURCHASE = frozenset({Sign.PURCHASE})


def at(text, zone=LONDON):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


def touch(id_, when, kind=Kind.CALL, direction=Direction.OURS, signs=frozenset(), **more):
    return Touch(id=id_, at=at(when), kind=kind, direction=direction, signs=signs, **more)


def mailed(id_, when):
    """An attempt, as long as they don't answer."""
    return touch(id_, when, Kind.MAIL)


def theirs(id_, when, signs=frozenset(), kind=Kind.CALL):
    return touch(id_, when, kind, Direction.THEIRS, signs)


def facts(rung, *touches, since=LONG_AGO, eased=LONG_AGO, zone=LONDON, parked=None, **more):
    customer = Customer(
        id=1,
        name="Acme",
        rung=rung,
        rung_since=at(since),
        eased_until=at(eased),
        parked_at=at(parked) if parked else None,
    )
    more["rows"] = {Complaint: tuple(more.pop("complaints", ()))}
    return Facts(customer=customer, calendar=Calendar(zone=zone), touches=touches, **more)


def rest(nudge_id, when, play, **more):
    return Dismissal(nudge_id=nudge_id, play=play, at=at(when), **more)


def calls(given):
    """What is called for, as (key, asked, late) on the owner's clock."""

    def clock(moment):
        return f"{moment.astimezone(given.calendar.zone):%Y-%m-%d %H:%M}"

    return [(call.key, clock(call.ask_at), clock(call.late_at)) for call in plan(given).values()]


def only(given):
    (call,) = calls(given)
    return call


class TestThank:
    @pytest.mark.parametrize(
        ("rung", "asked"),
        [
            (Rung.ADVOCATE, "2026-10-15 09:15"),  # a week before 45 days are over
            (Rung.RAVING_FAN, "2026-09-30 09:15"),  # a week before 30
            (Rung.MEMBER, "2026-12-07 09:15"),  # 90 days fall on a Sunday
            (Rung.CUSTOMER, "2027-03-08 09:15"),  # 180 days fall on a Saturday
        ],
    )
    def test_whoever_keeps_buying_is_thanked_regularly_since_the_last_thanks(self, rung, asked):
        thanked = touch(7, "2026-09-07 15:00", Kind.THANKS)
        key, when, _ = only(facts(rung, thanked))
        assert (key.rpartition(":")[2], when) == ("t7", asked)

    def test_a_gift_counts_as_thanks(self):
        given = facts(Rung.ADVOCATE, touch(7, "2026-09-07 15:00", Kind.GIFT))
        assert only(given)[1] == "2026-10-15 09:15"

    @pytest.mark.parametrize(
        "other",
        [
            touch(8, "2026-10-01 12:00"),  # a call is no thanks
            touch(8, "2026-10-01 12:00", Kind.THANKS, Direction.THEIRS),  # they thanked us
        ],
    )
    def test_nothing_else_counts_as_thanks(self, other):
        given = facts(Rung.ADVOCATE, touch(7, "2026-09-07 15:00", Kind.THANKS), other)
        assert only(given)[0] == "thank:every:t7"

    def test_a_call_puts_off_the_thanks_of_who_recommends_us_and_of_nobody_else(self):
        thanked, called = touch(7, "2026-09-07 15:00", Kind.THANKS), touch(8, "2026-10-01 12:00")
        given = facts(Rung.ADVOCATE, thanked, called)
        assert only(given)[:2] == ("thank:every:t7", "2026-11-09 09:15")
        given = facts(Rung.MEMBER, thanked, called)
        assert only(given)[:2] == ("thank:seldom:t7", "2026-12-07 09:15")

    @pytest.mark.parametrize(
        ("words", "kind"),
        [
            ("called Maria to thank her", Kind.CALL),
            ("did them a favour and fixed the gate", Kind.NOTE),
            ("surprised them with a cake", Kind.MEETING),
        ],
    )
    def test_thanks_a_favour_or_a_surprise_count_whatever_kind_of_contact_it_was(self, words, kind):
        given = facts(Rung.CUSTOMER, touch(7, "2026-09-07 15:00", kind, words=words))
        assert only(given)[0] == "thank:seldom:t7"
        given = facts(Rung.CUSTOMER, touch(7, "2026-09-07 15:00", kind, words="the price"))
        assert only(given)[0] == "thank:seldom:start"

    def test_who_was_never_thanked_is_counted_from_the_rungs_beginning(self):
        given = facts(Rung.ADVOCATE, since="2026-09-07 15:00")
        assert only(given)[:2] == ("thank:every:start", "2026-10-15 09:15")

    def test_a_weekends_reminder_waits_for_monday(self):
        given = facts(Rung.RAVING_FAN, touch(7, "2026-09-10 15:00", Kind.THANKS))
        assert only(given)[1] == "2026-10-05 09:15"  # 23 days later is a Saturday

    @pytest.mark.parametrize("rung", [Rung.SUSPECT, Rung.SHOPPER])
    def test_nobody_else_is_thanked_without_a_reason(self, rung):
        assert calls(facts(rung)) == []

    @pytest.mark.parametrize("signs", [PRAISE, REFERRAL])
    @pytest.mark.parametrize("rung", [Rung.SHOPPER, Rung.CUSTOMER, Rung.RAVING_FAN])
    def test_praise_and_referrals_are_thanked_within_a_working_day(self, rung, signs):
        given = facts(rung, theirs(8, "2026-11-17 14:00", signs))
        expected = ("thank:words:8", "2026-11-18 09:15", "2026-11-18 14:00")
        assert only(given) == expected

    def test_praise_on_a_friday_is_thanked_for_on_monday(self):
        given = facts(Rung.CUSTOMER, theirs(8, "2026-11-20 16:00", PRAISE))
        assert only(given)[1:] == ("2026-11-23 09:15", "2026-11-23 16:00")

    def test_praise_that_is_logged_late_is_thanked_for_within_a_working_day_of_that(self):
        praised = theirs(8, "2026-11-17 14:00", PRAISE)
        late = replace(praised, logged_at=at("2026-11-19 10:00"))
        given = facts(Rung.CUSTOMER, late)
        assert only(given)[1:] == ("2026-11-18 09:15", "2026-11-20 10:00")
        given = facts(Rung.CUSTOMER, late, theirs(9, "2026-11-17 15:00", PRAISE))
        assert only(given)[2] == "2026-11-18 15:00"

    def test_praise_before_the_morning_is_thanked_for_the_same_day(self):
        given = facts(Rung.CUSTOMER, theirs(8, "2026-11-17 07:30", PRAISE))
        assert only(given)[1] == "2026-11-17 09:15"

    def test_several_kind_words_are_one_thank_you_and_a_referral_goes_first(self):
        named = theirs(9, "2026-11-18 10:00", REFERRAL)
        given = facts(
            Rung.CUSTOMER,
            theirs(8, "2026-11-17 14:00", PRAISE),
            replace(named, contact_id=5, words="she sent Globex our way"),
            contacts=(Contact(id=4, name="Bo"), Contact(id=5, name="Maria")),
        )
        (call,) = plan(given).values()
        assert call.key == "thank:words:8"
        assert (call.about["who"], call.about["said"]) == ("Maria", "Referral")

    def test_thanks_end_it_and_open_the_next_round(self):
        praised = theirs(8, "2026-11-17 14:00", PRAISE)
        thanked = touch(9, "2026-11-18 10:00", Kind.THANKS)
        assert only(facts(Rung.RAVING_FAN, praised, thanked))[0] == "thank:every:t9"
        assert calls(facts(Rung.SHOPPER, praised, thanked)) == []

    def test_flowers_that_delighted_them_call_for_no_thanks_of_their_own(self):
        flowers = touch(8, "2026-11-17 14:00", Kind.GIFT, signs=PRAISE)
        assert calls(facts(Rung.SHOPPER, flowers)) == []

    def test_not_needed_moves_the_next_one(self):
        praised = theirs(8, "2026-10-12 14:00", PRAISE)
        given = facts(Rung.ADVOCATE, praised, dismissals=(rest(3, "2026-10-13 10:00", "thank"),))
        assert only(given)[:2] == ("thank:every:n3", "2026-11-20 09:15")

    def test_the_owners_morning_is_on_the_owners_clock(self):
        given = facts(Rung.CUSTOMER, theirs(8, "2026-11-17 14:00", PRAISE), zone=NEW_YORK)
        assert only(given)[1] == "2026-11-17 09:15"  # 14:00 in London is nine in New York

    def test_a_new_rung_asks_for_nothing_before_the_next_morning(self):
        thanked = touch(7, "2026-09-07 15:00", Kind.THANKS)
        given = facts(Rung.RAVING_FAN, thanked, since="2026-11-17 13:01")
        assert only(given)[1] == "2026-11-18 09:15"

    def test_an_import_is_eased_in(self):
        thanked = touch(7, "2026-09-07 15:00", Kind.THANKS)
        given = facts(Rung.ADVOCATE, thanked, eased="2026-11-25 09:15")
        assert only(given)[1] == "2026-11-25 09:15"


class TestFollowUp:
    def test_an_enquiry_is_asked_at_once_and_late_after_a_working_hour(self):
        given = facts(Rung.PROSPECT, theirs(5, "2026-11-17 14:00", ENQUIRY))
        expected = ("return:5", "2026-11-17 14:00", "2026-11-17 15:00")
        assert only(given) == expected

    def test_an_enquiry_at_night_is_asked_when_work_begins(self):
        given = facts(Rung.PROSPECT, theirs(5, "2026-11-20 22:00", ENQUIRY))
        assert only(given)[1:] == ("2026-11-23 09:00", "2026-11-23 10:00")

    def test_a_suspect_who_asks_is_answered_like_a_prospect(self):
        given = facts(Rung.SUSPECT, theirs(5, "2026-11-17 14:00", ENQUIRY))
        assert only(given)[0] == "return:5"
        assert calls(facts(Rung.SUSPECT)) == []

    def test_two_enquiries_are_one_reminder_from_the_first_on(self):
        given = facts(
            Rung.PROSPECT,
            theirs(5, "2026-11-17 14:00", ENQUIRY),
            theirs(6, "2026-11-17 15:00", ENQUIRY),
        )
        assert only(given)[0] == "return:5"

    @pytest.mark.parametrize(
        ("attempts", "asked", "late"),
        [
            (1, "2026-11-03 09:15", "2026-11-03 17:00"),  # 1 working day after Monday the 2nd
            (2, "2026-11-05 09:15", "2026-11-05 17:00"),  # 3
            (3, "2026-11-11 09:15", "2026-11-11 17:00"),  # 7
            (4, "2026-11-20 09:15", "2026-11-20 17:00"),  # 14
        ],
    )
    def test_attempts_without_an_answer_are_tried_again_ever_later(self, attempts, asked, late):
        tried = [mailed(n, f"2026-10-{20 + n} 10:00") for n in range(1, attempts)]
        last = touch(attempts, "2026-11-02 10:00", signs=NO_ANSWER)
        given = facts(Rung.PROSPECT, *tried, last)
        assert only(given) == (f"follow up:attempt:t{attempts}", asked, late)

    def test_after_the_fifth_attempt_parking_is_proposed(self):
        tried = [mailed(n, f"2026-10-{20 + n} 10:00") for n in range(1, 6)]
        key, asked, _ = only(facts(Rung.PROSPECT, *tried))
        assert (key, asked) == ("follow up:park:t5", "2026-10-26 09:15")

    @pytest.mark.parametrize(
        "answer",
        [
            theirs(9, "2026-11-03 10:00"),
            theirs(9, "2026-11-03 10:00", PRAISE, Kind.MAIL),
            touch(9, "2026-11-03 10:00", signs=PRAISE),  # we called, and she was happy
            touch(9, "2026-11-03 10:00", signs=PURCHASE),
            touch(9, "2026-11-03 10:00", Kind.MEETING),
            touch(9, "2026-11-03 10:00", Kind.CALL),  # somebody spoke with us
        ],
    )
    def test_an_answer_or_a_purchase_ends_the_row_of_attempts(self, answer):
        given = facts(Rung.PROSPECT, mailed(8, "2026-11-02 10:00"), answer)
        keys = {key: asked for key, asked, _ in calls(given)}
        assert keys["follow up:quiet:t9"] == "2026-11-17 09:15"  # 14 days after it

    @pytest.mark.parametrize(
        "attempt",
        [
            touch(9, "2026-11-02 10:00", Kind.CALL, signs=NO_ANSWER),
            touch(9, "2026-11-02 10:00", Kind.MEETING, signs=NO_ANSWER),
            touch(9, "2026-11-02 10:00", Kind.MESSAGE),
            touch(9, "2026-11-02 10:00", Kind.GIFT),
        ],
    )
    def test_an_attempt_waits_for_their_answer(self, attempt):
        assert only(facts(Rung.PROSPECT, attempt))[0] == "follow up:attempt:t9"

    def test_the_row_begins_anew_after_an_answer(self):
        given = facts(
            Rung.PROSPECT,
            *[mailed(n, f"2026-10-{20 + n} 10:00") for n in range(1, 5)],
            theirs(7, "2026-10-30 10:00"),
            mailed(8, "2026-11-02 10:00"),
        )
        assert only(given)[:2] == ("follow up:attempt:t8", "2026-11-03 09:15")

    @pytest.mark.parametrize(
        "talk",
        [
            touch(9, "2026-11-03 10:00", Kind.NOTE),  # a note to oneself
        ],
    )
    def test_a_note_is_no_attempt_and_no_answer(self, talk):
        given = facts(Rung.PROSPECT, mailed(8, "2026-11-02 10:00"), talk)
        assert only(given)[0] == "follow up:attempt:t8"

    def test_an_attempt_in_vain_answers_the_enquiry_and_starts_the_row(self):
        given = facts(
            Rung.PROSPECT,
            theirs(5, "2026-11-02 09:00", ENQUIRY),
            touch(6, "2026-11-02 10:00", signs=NO_ANSWER),
        )
        assert only(given)[:2] == ("follow up:attempt:t6", "2026-11-03 09:15")

    @pytest.mark.parametrize("kind", [Kind.CALL, Kind.MAIL, Kind.MEETING, Kind.MESSAGE])
    def test_an_answer_ends_an_enquiry(self, kind):
        asked = theirs(5, "2026-11-02 09:00", ENQUIRY)
        assert calls(facts(Rung.SUSPECT, asked, touch(6, "2026-11-02 10:00", kind))) == []

    @pytest.mark.parametrize("kind", [Kind.GIFT, Kind.THANKS, Kind.NOTE])
    @pytest.mark.parametrize("rung", [Rung.SUSPECT, Rung.PROSPECT])
    def test_a_card_or_a_gift_ends_no_question(self, rung, kind):
        asked = theirs(5, "2026-11-02 09:00", ENQUIRY)
        given = facts(rung, asked, touch(6, "2026-11-02 10:00", kind))
        assert only(given)[0] == "return:5"

    def test_a_suspect_who_did_not_answer_is_tried_again_until_they_heard(self):
        asked = theirs(5, "2026-11-02 09:00", ENQUIRY)
        tried = touch(6, "2026-11-02 10:00", signs=NO_ANSWER)
        assert only(facts(Rung.SUSPECT, asked, tried))[0] == "follow up:attempt:t6"
        back = theirs(7, "2026-11-02 11:00")
        assert calls(facts(Rung.SUSPECT, asked, tried, back)) == []
        assert calls(facts(Rung.SUSPECT, asked, tried, touch(8, "2026-11-02 12:00"))) == []

    @pytest.mark.parametrize("earlier", [(), (touch(8, "2026-09-07 10:00"),)])
    def test_a_new_prospect_hears_from_us_at_once_in_working_time(self, earlier):
        key, asked, late = only(facts(Rung.PROSPECT, *earlier, since="2026-11-02 10:00"))
        assert key.startswith("follow up:first:")
        assert (asked, late) == ("2026-11-02 10:00", "2026-11-02 14:00")
        friday = only(facts(Rung.PROSPECT, *earlier, since="2026-11-06 17:30"))
        assert friday[1:] == ("2026-11-09 09:00", "2026-11-09 13:00")

    @pytest.mark.parametrize(
        "sent", [mailed(8, "2026-11-02 11:00"), touch(8, "2026-11-02 11:00", signs=NO_ANSWER)]
    )
    def test_the_first_contact_that_was_sent_ends_it(self, sent):
        assert only(facts(Rung.PROSPECT, sent, since="2026-11-02 10:00"))[0] == (
            "follow up:attempt:t8"
        )

    def test_whom_we_spoke_to_on_the_day_they_became_one_needs_no_first_word(self):
        given = facts(Rung.PROSPECT, touch(8, "2026-11-02 09:30"), since="2026-11-02 10:00")
        assert only(given)[0] == "follow up:quiet:t8"

    def test_what_an_import_brings_is_spread_as_it_was(self):
        morning = "2026-11-11 09:15"
        given = facts(Rung.PROSPECT, since=morning, eased=morning)
        brought = replace(given.customer, created_at=at("2026-11-02 10:00"))
        (call,) = plan(replace(given, customer=brought)).values()
        assert (call.ask_at, call.urgency) == (at(morning), Urgency.ROUTINE)

    def test_not_needed_rests_for_the_care_interval(self):
        given = facts(
            Rung.PROSPECT,
            theirs(5, "2026-11-02 09:00", ENQUIRY),
            dismissals=(rest(4, "2026-11-02 10:00", "return"),),
        )
        assert only(given)[:2] == ("follow up:quiet:n4", "2026-11-16 09:15")

    def test_an_enquiry_after_not_needed_is_a_new_one(self):
        given = facts(
            Rung.PROSPECT,
            theirs(5, "2026-11-02 09:00", ENQUIRY),
            theirs(6, "2026-11-03 09:00", ENQUIRY),
            dismissals=(rest(4, "2026-11-02 10:00", "return"),),
        )
        assert only(given)[0] == "return:6"

    def test_a_parked_prospect_is_left_in_peace_for_ninety_days(self):
        tried = [mailed(n, f"2026-08-{10 + n} 10:00") for n in range(1, 6)]
        key, asked, _ = only(facts(Rung.PROSPECT, *tried, parked="2026-08-17 10:00"))
        assert key.startswith("follow up:parked:")
        assert asked == "2026-11-16 09:15"  # the 15th is a Sunday

    def test_an_enquiry_brings_a_parked_prospect_back(self):
        given = facts(
            Rung.PROSPECT, theirs(9, "2026-09-01 10:00", ENQUIRY), parked="2026-08-17 10:00"
        )
        assert only(given)[0] == "return:9"

    def test_who_has_bought_is_not_followed_up_as_a_prospect(self):
        asked, told = theirs(5, "2026-11-17 14:00", ENQUIRY), touch(6, "2026-11-17 15:00")
        assert calls(facts(Rung.SHOPPER, asked, told)) == []


class TestFix:
    OPENED = "2026-11-16 10:00"  # a Monday

    def complaint(self, **more):
        known = {"opened_at": at(self.OPENED), "owner_id": 7} | more
        return Complaint(id=3, customer_id=1, words="broken", **known)

    def given(self, *touches, dismissals=(), **more):
        complaints = (self.complaint(**more),)
        return facts(Rung.SHOPPER, *touches, complaints=complaints, dismissals=dismissals)

    def test_its_steps_have_their_times(self):
        assert calls(self.given()) == [
            ("fix:3:acknowledge:", "2026-11-16 10:00", "2026-11-16 14:00"),  # 4 working hours
            ("fix:3:update:", "2026-11-17 14:00", "2026-11-18 10:00"),  # half a day before
            ("fix:3:resolve:", "2026-11-20 10:00", "2026-11-23 10:00"),  # a day before
        ]

    @pytest.mark.parametrize("kind", [Kind.CALL, Kind.MAIL, Kind.MEETING, Kind.MESSAGE])
    def test_whatever_they_hear_from_us_acknowledges_it_and_moves_the_update(self, kind):
        keys = calls(self.given(touch(9, "2026-11-16 12:00", kind)))
        assert keys[0] == ("fix:3:update:t9", "2026-11-17 16:00", "2026-11-18 12:00")
        assert [key for key, _, _ in keys] == ["fix:3:update:t9", "fix:3:resolve:"]

    @pytest.mark.parametrize(
        "vain",
        [
            touch(9, "2026-11-16 12:00", signs=NO_ANSWER),
            touch(9, "2026-11-16 12:00", Kind.NOTE),
            touch(9, "2026-11-16 12:00", Kind.GIFT),
            theirs(9, "2026-11-16 12:00"),
            touch(9, "2026-11-16 09:00"),  # before it was opened
        ],
    )
    def test_an_attempt_in_vain_acknowledges_nothing(self, vain):
        assert calls(self.given(vain))[0][0] == "fix:3:acknowledge:"

    def test_the_call_in_which_they_complained_acknowledges_nothing(self):
        call = touch(9, self.OPENED)
        assert calls(self.given(call, touch_id=9))[0][0] == "fix:3:acknowledge:"

    @pytest.mark.parametrize(
        ("step", "left"),
        [
            ("acknowledge", ["fix:3:update:", "fix:3:resolve:"]),
            ("update", ["fix:3:acknowledge:", "fix:3:update:n6", "fix:3:resolve:"]),
            ("resolve", ["fix:3:acknowledge:", "fix:3:update:", "fix:3:resolve:n6"]),
        ],
    )
    def test_a_step_that_is_not_needed_leaves_the_others_and_comes_back(self, step, left):
        ended = rest(
            6, "2026-11-16 12:00", "fix", about={"step": step}, subject=Subject("complaint", 3)
        )
        assert [key for key, _, _ in calls(self.given(dismissals=(ended,)))] == left

    def test_a_resolved_one_is_checked_back_on_a_week_later(self):
        resolved = self.given(resolved_at=at("2026-11-18 15:00"))
        assert only(resolved) == ("fix:3:check back:", "2026-11-25 09:15", "2026-11-27 09:15")

    def test_a_word_days_after_the_resolution_checks_back(self):
        resolved = {"resolved_at": at("2026-11-18 15:00")}
        too_soon = self.given(touch(9, "2026-11-19 10:00"), **resolved)
        assert only(too_soon)[0] == "fix:3:check back:"
        assert calls(self.given(touch(9, "2026-11-23 10:00"), **resolved)) == []

    def test_two_complaints_have_two_rows_of_steps(self):
        second = replace(self.complaint(), id=4)
        given = facts(Rung.SHOPPER, complaints=(self.complaint(), second))
        assert len(calls(given)) == 6


def test_planning_twice_is_planning_once():
    given = facts(Rung.PROSPECT, theirs(5, "2026-11-17 14:00", ENQUIRY | PRAISE))
    assert plan(given) == plan(given)
    assert len(plan(given)) == 1  # their question is answered before they are thanked


def test_each_of_them_is_registered():
    assert set(PLAYS.named) <= set(features.build().plays.named)


def test_no_call_is_late_before_it_is_asked():
    for rung in Rung:
        given = facts(rung, theirs(5, "2026-11-17 14:00", ENQUIRY | PRAISE))
        assert all(call.late_at - call.ask_at > timedelta() for call in plan(given).values())
