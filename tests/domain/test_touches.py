"""What each way of getting in touch counts as: every way, told in a table."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.nudges import Nudge, Status, Urgency
from domain.subjects import Subject
from domain.touches import RECENT, Direction, Kind, Sign, Touch, recent

NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)
NOTHING, IN_VAIN = frozenset(), frozenset({Sign.NO_ANSWER})
GLAD, BOTH = frozenset({Sign.PRAISE}), frozenset({Sign.PRAISE, Sign.NO_ANSWER})
COUNTS = ("contact", "heard", "talk", "thanks", "answer", "attempt")

TABLE = """
call    ours   -     contact heard talk answer
call    ours   vain  contact attempt
call    ours   glad  contact heard talk answer
call    ours   both  contact answer
call    theirs -     contact heard answer
call    theirs vain  contact answer
mail    ours   -     contact heard talk attempt
mail    ours   vain  contact attempt
mail    ours   glad  contact heard talk answer
mail    theirs -     contact heard answer
meeting ours   -     contact heard talk answer
meeting ours   vain  contact attempt
message ours   -     contact heard talk attempt
message theirs -     contact heard answer
gift    ours   -     contact heard thanks attempt
gift    theirs -     contact heard answer
thanks  ours   -     contact heard thanks attempt
thanks  theirs -     contact heard answer
note    ours   -
note    ours   vain  contact attempt
note    ours   glad  contact heard answer
note    theirs -     contact heard answer
"""
SIGNS = {"-": NOTHING, "vain": IN_VAIN, "glad": GLAD, "both": BOTH}


def touch(kind=Kind.CALL, direction=Direction.OURS, signs=NOTHING, **more):
    return Touch(id=1, at=NOW, kind=Kind(kind), direction=Direction(direction), signs=signs, **more)


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_what_a_touch_counts_as(row):
    kind, direction, signs, *expected = row.split()
    given = touch(kind, direction, SIGNS[signs])
    assert [each for each in COUNTS if getattr(given, f"is_{each}")] == expected


def test_what_is_about_a_subject_of_its_own_is_no_attempt_to_sell():
    assert touch(Kind.MAIL).is_attempt
    assert not touch(Kind.MAIL, subject=Subject("complaint", 1)).is_attempt


def test_a_touch_is_known_of_since_it_was_logged():
    later = NOW + timedelta(days=1)
    assert (touch().known_at, touch(logged_at=later).known_at) == (NOW, later)


def nudge(**told):
    given = {"id": 1, "customer_id": 1, "play": "thank", "key": "thank:x", "ask_at": NOW}
    given |= {"status": Status.SENT, "late_at": NOW, "due_at": None}
    return Nudge(**given | told)


@pytest.mark.parametrize(
    ("done", "standing"),
    [
        ({}, Status.PLANNED),
        ({"sent_at": NOW}, Status.SENT),
        ({"sent_at": NOW, "taken_by_id": 1}, Status.TAKEN),
        ({"taken_by_id": 1, "snoozed_until": NOW}, Status.SNOOZED),
        ({"snoozed_until": NOW, "ended_at": NOW}, Status.DROPPED),
        ({"ended_at": NOW, "ended_touch_id": 1}, Status.DONE),
        ({"ended_at": NOW, "ended_by_id": 1}, Status.DONE),
        ({"ended_at": NOW, "ended_by_id": 1, "dismissed_as": "lapsed"}, Status.GIVEN_UP),
        ({"dismissed_as": "not needed"}, Status.NOT_NEEDED),
    ],
)
def test_where_a_reminder_stands_follows_from_what_was_done_to_it(done, standing):
    assert nudge(**done).standing is standing


@pytest.mark.parametrize(
    ("status", "waits", "is_late"),
    [
        (Status.PLANNED, True, True),
        (Status.SENT, True, True),
        (Status.TAKEN, True, True),
        (Status.SNOOZED, True, False),
        (Status.DONE, False, False),
        (Status.GIVEN_UP, False, False),
    ],
)
def test_what_waits_is_late_from_its_moment_on(status, waits, is_late):
    given = nudge(status=status)
    assert (given.is_waiting, given.is_late(NOW)) == (waits, is_late)
    assert not given.is_late(NOW - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("done", "is_seen"),
    [
        ({}, False),
        ({"sent_at": NOW}, True),
        ({"taken_by_id": 1}, True),
        ({"snoozed_by_id": 1}, True),
    ],
)
def test_a_reminder_is_seen_once_asked_or_answered(done, is_seen):
    assert nudge(**done).is_seen is is_seen


def test_a_note_to_oneself_is_not_heard_although_nobody_failed_to_answer():
    assert not touch(Kind.NOTE).is_heard


def test_of_old_thanks_the_last_ones_are_kept_and_no_others():
    thanks = [each(1, Kind.THANKS), each(2, Kind.GIFT)]
    calls = [each(number) for number in range(3, 3 + RECENT)]
    assert [it.id for it in recent([*calls, *thanks])] == [2, *range(3, 3 + RECENT)]


def each(number, kind=Kind.CALL):
    at = NOW + timedelta(minutes=number)
    return Touch(id=number, at=at, kind=kind, direction=Direction.OURS)


def test_the_three_urgencies_are_three():
    assert [it.name for it in Urgency] == ["BREAKS_THROUGH", "ANSWER", "ROUTINE"]
