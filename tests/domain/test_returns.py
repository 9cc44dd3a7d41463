"""Whoever turns to us is answered in time: which contacts wait, by when, and for how long."""

from dataclasses import replace

import pytest

from domain.customers import Rung
from domain.precedence import Need
from domain.settings import Chosen
from domain.subjects import Subject
from domain.touches import IMPORTED, Direction, Kind, Sign, Touch
from features.complaints.rules import Complaint
from features.returns.play import PLAY
from tests.domain.test_plays import ENQUIRY, NO_ANSWER, at, facts, theirs, touch

NOON = "2026-11-17 12:00"  # a Tuesday


def of_theirs(kind, words="", *signs, direction=Direction.THEIRS, **more):
    return Touch(
        id=5,
        at=at(NOON),
        kind=kind,
        direction=direction,
        signs=frozenset(signs),
        words=words,
        **more,
    )


def calls(given):
    return list(PLAY.plans(given))


def times(given):
    (call,) = calls(given)
    zone = given.calendar.zone
    return tuple(f"{each.astimezone(zone):%a %H:%M}" for each in (call.ask_at, call.late_at))


def test_what_was_told_before_anybody_was_asked_about_it_waits_for_no_answer():
    asked = facts(Rung.CUSTOMER, theirs(5, NOON, ENQUIRY))
    later, same = ({"return.since": day} for day in ("2026-11-18", "2026-11-17"))
    assert calls(replace(asked, chosen=Chosen(later))) == []
    assert calls(replace(asked, chosen=Chosen(same))) == calls(asked) != []


@pytest.mark.parametrize("rung", Rung)
def test_a_question_is_answered_on_every_rung_and_a_prospects_within_the_hour(rung):
    early = rung in {Rung.SUSPECT, Rung.PROSPECT}
    expected = ("Tue 12:00", "Tue 13:00" if early else "Tue 16:00")
    assert times(facts(rung, theirs(5, NOON, ENQUIRY, Kind.MAIL))) == expected
    assert PLAY.need(calls(facts(rung, theirs(5, NOON, ENQUIRY)))[0].about) is Need.RETURN


@pytest.mark.parametrize(
    ("contact", "late"),
    [
        (of_theirs(Kind.MAIL, "the gate is fine"), "Tue 16:00"),
        (of_theirs(Kind.MESSAGE), "Tue 16:00"),
        (of_theirs(Kind.NOTE, "filled in the contact form"), "Tue 16:00"),
        (of_theirs(Kind.CALL, "can you come on Friday?"), "Tue 16:00"),
        (of_theirs(Kind.MAIL, "lovely work, can you do it again?", Sign.PRAISE), "Tue 16:00"),
        (of_theirs(Kind.CALL, "rang, nobody there", Sign.NO_ANSWER), "Tue 13:00"),
        (of_theirs(Kind.CALL, "missed call from Rosa"), "Tue 13:00"),
        (of_theirs(Kind.CALL, "left a voicemail"), "Tue 13:00"),
        (of_theirs(Kind.CALL, "for Ben", Sign.ASKED_FOR_PERSON), "Tue 13:00"),
        (of_theirs(Kind.MAIL, "it came broken", Sign.COMPLAINT), "Tue 16:00"),
    ],
)
def test_what_asks_for_an_answer_waits_for_it(contact, late):
    assert times(facts(Rung.MEMBER, contact))[1] == late


@pytest.mark.parametrize(
    "contact",
    [
        of_theirs(Kind.CALL, "all fine"),
        of_theirs(Kind.MEETING),
        of_theirs(Kind.CALL, "asked about prices, told her 20 €", Sign.ENQUIRY),
        of_theirs(Kind.CALL, "about the invoice? explained it"),
        of_theirs(Kind.MAIL, "lovely work", Sign.PRAISE),
        of_theirs(Kind.MAIL, "", Sign.REFERRAL),
        of_theirs(Kind.MAIL, "", Sign.PURCHASE),
        of_theirs(Kind.MAIL, "thanks for the quick help"),
        of_theirs(Kind.NOTE, "they answered"),
        of_theirs(Kind.GIFT),
        of_theirs(Kind.MAIL, "still broken", subject=Subject("complaint", 1)),
        of_theirs(Kind.MESSAGE, IMPORTED),
        of_theirs(Kind.MAIL, "did they call?", direction=Direction.OURS),
    ],
)
def test_what_asks_for_nothing_opens_nothing(contact):
    assert calls(facts(Rung.MEMBER, contact)) == []


def test_a_complaint_that_is_being_put_right_has_its_own_steps():
    mail = of_theirs(Kind.MAIL, "it came broken", Sign.COMPLAINT)
    opened = Complaint(id=1, customer_id=1, words="", opened_at=at(NOON), touch_id=5)
    assert calls(facts(Rung.MEMBER, mail, complaints=[opened])) == []
    step = touch(6, "2026-11-18 12:00", subject=Subject("complaint", 1))
    assert calls(facts(Rung.MEMBER, mail, step)) == []


@pytest.mark.parametrize(
    ("logged", "asked", "late"),
    [
        ("2026-11-17 12:00", "Tue 15:00", "Tue 16:00"),  # three quarters of four hours
        ("2026-11-17 15:00", "Tue 16:45", "Wed 11:00"),  # a quarter of an hour before the end
        ("2026-11-17 16:50", "Tue 16:50", "Wed 12:50"),  # later than that
        ("2026-11-17 19:00", "Wed 12:00", "Wed 13:00"),  # its clock begins in the morning
    ],
)
def test_an_owner_who_has_logged_it_has_most_of_its_clock_first(logged, asked, late):
    mail = replace(of_theirs(Kind.MAIL, by_id=1), at=at(logged))
    given = facts(Rung.MEMBER, mail)
    owned = replace(given, customer=replace(given.customer, owner_id=1))
    assert times(owned) == (asked, late)
    others = replace(given, customer=replace(given.customer, owner_id=2))
    (call,) = calls(others)
    assert call.ask_at == others.calendar.next_working(at(logged))


def test_an_enquiry_on_a_friday_afternoon_is_asked_about_before_the_weekend():
    mail = replace(of_theirs(Kind.MAIL, "", Sign.ENQUIRY, by_id=1), at=at("2026-11-20 16:30"))
    given = facts(Rung.PROSPECT, mail)
    owned = replace(given, customer=replace(given.customer, owner_id=1))
    assert times(owned) == ("Fri 16:45", "Mon 09:30")


def test_what_is_told_of_late_is_late_only_once_somebody_could_have_answered():
    told = replace(of_theirs(Kind.MAIL), logged_at=at("2026-11-19 10:00"))
    assert times(facts(Rung.MEMBER, told)) == ("Thu 10:00", "Thu 11:00")


@pytest.mark.parametrize(
    ("ours", "ends"),
    [
        (touch(6, "2026-11-17 12:30"), True),
        (touch(6, "2026-11-17 12:30", Kind.MAIL), True),
        (theirs(6, "2026-11-17 12:30"), True),  # they rang, and one of us took it
        (touch(6, "2026-11-17 12:30", Kind.GIFT), False),
        (touch(6, "2026-11-17 12:30", Kind.THANKS), False),
        (touch(6, "2026-11-17 12:30", Kind.NOTE), False),
        (touch(6, "2026-11-17 12:30", subject=Subject("complaint", 1)), False),
        (theirs(6, "2026-11-17 12:30", NO_ANSWER), False),
    ],
)
def test_it_waits_until_they_heard_from_us(ours, ends):
    assert bool(calls(facts(Rung.MEMBER, of_theirs(Kind.MAIL), ours))) is not ends


def test_several_are_one_reminder_by_the_clock_that_ends_first():
    given = facts(Rung.MEMBER, of_theirs(Kind.MAIL), theirs(6, "2026-11-17 12:30", NO_ANSWER))
    (call,) = calls(given)
    assert (call.key, call.about["how"], call.about["more"]) == ("return:5", "called", 1)
    assert times(given) == ("Tue 12:00", "Tue 13:30")


def test_whom_we_tried_in_vain_is_tried_again_on_the_next_day():
    tried = touch(6, "2026-11-17 13:00", signs=NO_ANSWER)
    (call,) = calls(facts(Rung.MEMBER, of_theirs(Kind.MAIL), tried))
    assert call.key == "return:again:6"
    assert times(facts(Rung.MEMBER, of_theirs(Kind.MAIL), tried)) == ("Wed 09:15", "Wed 17:00")
    assert calls(facts(Rung.PROSPECT, of_theirs(Kind.MAIL), tried)) == []  # followed up instead
