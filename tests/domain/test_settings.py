"""What a workspace may set: rules read it from the facts, and nothing it holds can break them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import features
from domain.calendar import NINE_TO_FIVE, Shift
from domain.coverage import cared_until
from domain.customers import Rung
from domain.pacing import DigestNumbers
from domain.settings import Chosen
from domain.working_hours import WorkingHours, read_week, tell_week
from features.complaints.rules import Complaint, FixNumbers
from tests.domain.test_plays import NO_ANSWER, at, calls, facts, mailed, touch

KINDS = list(dict.fromkeys(each.kind for each in features.build().settings.values()))
FIELDS = [(kind, name) for kind in KINDS for name in kind.model_fields]


@pytest.mark.parametrize(("kind", "name"), FIELDS)
def test_each_number_says_what_it_is_and_why_and_comes_within_its_bounds(kind, name):
    info = kind.model_fields[name]
    assert info.title
    assert info.description
    plain = kind().model_dump(mode="json")[name]
    assert kind(**{name: plain}) == kind()


def test_a_rule_goes_by_what_the_workspace_has_set():
    complaint = Complaint(
        id=3, customer_id=1, words="broken", opened_at=at("2026-11-16 10:00"), owner_id=7
    )
    given = facts(Rung.CUSTOMER, touch(1, "2026-06-01 09:00"), complaints=(complaint,))
    given = replace(given, chosen=Chosen({"fix.acknowledge_hours": 2, "care.customer_days": 7}))
    assert calls(given)[0][2] == "2026-11-16 12:00"
    assert cared_until(given) == at("2026-06-08 09:00")


def test_as_many_attempts_are_made_as_there_are_waits_between_them():
    tried = facts(
        Rung.PROSPECT, mailed(1, "2026-11-02 10:00"), touch(2, "2026-11-03 10:00", signs=NO_ANSWER)
    )
    set_to_one = replace(tried, chosen=Chosen({"follow_up.try_again_days": [2]}))
    assert calls(tried)[0][0] == "follow up:attempt:t2"
    assert calls(set_to_one)[0][0] == "follow up:park:t2"


@pytest.mark.parametrize("value", [0, 10_000, "soon", None, [4]])
def test_a_value_that_is_no_longer_allowed_is_as_if_it_had_not_been_set(value):
    chosen = Chosen({"fix.acknowledge_hours": value, "fix.update_days": 3})
    assert chosen.of(FixNumbers) == FixNumbers(update_days=3)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mon-fri 9-17", "mon-fri 9:00-17:00"),
        ("Monday to Friday 9:00 – 17:30", "mon-fri 9:00-17:30"),
        (
            "mon-thu 9:00-12:30 13:30-17:30; fri 9am-1pm",
            "mon-thu 9:00-12:30 13:30-17:30, fri 9:00-13:00",
        ),
        ("sun-thu 8:30-16:30", "mon-thu 8:30-16:30, sun 8:30-16:30"),
        ("mon, wed 13:30-17 9-12", "mon 9:00-12:00 13:30-17:00, wed 9:00-12:00 13:30-17:00"),
        ("mon-sun 0:00-24:00", "mon-sun 0:00-24:00"),
    ],
)
def test_working_hours_are_read_as_people_write_them(typed, told):
    assert tell_week(read_week(typed)) == told
    assert WorkingHours(week=typed) == WorkingHours(week=told)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "write days and then their hours"),
        ("9-17", "write days and then their hours"),
        ("mon-fri", "write days and then their hours"),
        ("mon-fri nine to five", "“nine” is no day"),
        ("mon-fri 22:00-6:00", "22:00-24:00 one day, and 0:00-6:00 the next"),
        ("mon 9-12 11-17", "11:00 lies within 9:00-12:00"),
        ("mon 9-9:15", "at least 30 minutes"),
        ("mon 9-25", "“25” is no time"),
        ("mon 9:75-17", "“9:75” is no time"),
        ("mon 9", "write hours like"),
    ],
)
def test_what_is_no_working_week_is_refused_with_what_to_write(typed, why):
    with pytest.raises(ValidationError, match=why):
        WorkingHours(week=typed)


@given(st.lists(st.tuples(st.integers(0, 46), st.integers(1, 2)), max_size=7).filter(bool))
def test_a_week_that_is_told_can_be_typed(lengths):
    shifts = [(Shift(30 * begins, 30 * (begins + many)),) for begins, many in lengths]
    week = (*shifts, *((),) * (7 - len(shifts)))
    assert read_week(tell_week(week)) == week


def test_holidays_and_times_are_kept_as_they_may_be_typed():
    hours = WorkingHours(holidays="2026-12-25, 2026-12-24")
    assert hours.holidays == {date(2026, 12, 24), date(2026, 12, 25)}
    assert hours.model_dump(mode="json")["holidays"] == "2026-12-24, 2026-12-25"
    assert WorkingHours(holidays="none").holidays == frozenset()
    assert DigestNumbers(at="7:45").at == time(7, 45)
    with pytest.raises(ValidationError, match="2026-12-25"):
        WorkingHours(holidays="Christmas")


def test_everybody_who_has_set_nothing_works_nine_to_five():
    assert WorkingHours().week == NINE_TO_FIVE


def test_what_has_been_read_of_two_choices_makes_no_difference():
    read, unread = Chosen(values={"digest.at": "08:00"}), Chosen(values={"digest.at": "08:00"})
    read.of(DigestNumbers)
    assert read == unread


def test_holidays_are_as_many_as_may_be_kept_and_no_more():
    days = [date(2026, 1, 1) + timedelta(days=each) for each in range(501)]
    assert len(WorkingHours(holidays=days[:500]).holidays) == 500
    with pytest.raises(ValidationError):
        WorkingHours(holidays=days)
