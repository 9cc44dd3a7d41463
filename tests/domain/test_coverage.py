"""Until when a customer is cared for."""

from datetime import timedelta

import pytest

from domain.coverage import cared_until, is_parked, last_heard
from domain.customers import Rung
from domain.touches import Kind
from tests.domain.test_plays import NO_ANSWER, at, facts, theirs, touch

SINCE = "2026-06-01 09:00"
HEARD = "2026-10-01 12:00"


@pytest.mark.parametrize(
    ("rung", "days"),
    [
        (Rung.PROSPECT, 14),
        (Rung.SHOPPER, 30),
        (Rung.CUSTOMER, 60),
        (Rung.MEMBER, 60),
        (Rung.ADVOCATE, 45),
        (Rung.RAVING_FAN, 30),
    ],
)
def test_each_rung_has_its_care_interval_from_the_last_contact_on(rung, days):
    assert cared_until(facts(rung, touch(1, HEARD))) == at(HEARD) + timedelta(days=days)


def test_a_suspect_has_none():
    assert cared_until(facts(Rung.SUSPECT, touch(1, HEARD))) is None


def test_who_was_never_spoken_to_is_counted_from_the_rungs_beginning():
    given = facts(Rung.MEMBER, since=SINCE, eased="2026-08-01 09:15")
    assert cared_until(given) == at(SINCE) + timedelta(days=60)


@pytest.mark.parametrize(
    "vain", [touch(2, "2026-11-01 12:00", Kind.NOTE), touch(2, "2026-11-01 12:00", signs=NO_ANSWER)]
)
def test_a_note_or_an_attempt_in_vain_is_no_contact(vain):
    assert last_heard(facts(Rung.MEMBER, touch(1, HEARD), vain)) == at(HEARD)


def test_while_a_prospect_is_parked_no_interval_applies():
    given = facts(Rung.PROSPECT, touch(1, HEARD), parked="2026-10-05 10:00")
    assert is_parked(given)
    assert cared_until(given) is None


def test_a_contact_since_brings_a_parked_prospect_back():
    given = facts(Rung.PROSPECT, theirs(1, "2026-10-09 10:00"), parked="2026-10-05 10:00")
    assert not is_parked(given)
    assert cared_until(given) == at("2026-10-23 10:00")


def test_a_note_leaves_a_parked_prospect_parked():
    note = touch(1, "2026-10-09 10:00", Kind.NOTE)
    assert is_parked(facts(Rung.PROSPECT, note, parked="2026-10-05 10:00"))
