"""Whose public holidays are whose, as far as Heed is told."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar, midnight
from domain.public_holidays import is_holiday, name, read_country

ZONES = tuple(map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "UTC")))


@pytest.mark.parametrize(
    ("country", "day", "is_one"),
    [
        ("DE", "2026-10-03", True),
        ("DE", "2026-01-06", False),
        ("DE-BY", "2026-01-06", True),
        ("US", "2021-12-31", True),  # New Year of 2022 falls on a Saturday
        ("GB", "2026-10-03", False),
        ("", "2026-12-25", False),
    ],
)
def test_each_country_and_region_has_its_own(country, day, is_one):
    assert is_holiday(country, date.fromisoformat(day)) is is_one
    assert bool(name(country, date.fromisoformat(day))) is is_one


def test_a_country_is_written_by_its_letters_and_a_region_behind_them():
    assert [read_country(each) for each in (" de", "De-by", "none", "")] == ["DE", "DE-BY", "", ""]
    assert read_country("de-augsburg") == "DE-Augsburg"
    for wrong, told in (("Germany", "no country"), ("DE-XX", "its regions are")):
        with pytest.raises(ValueError, match=told):
            read_country(wrong)


@given(
    country=st.sampled_from(["DE", "US", "IN", "JP", "GB-SCT"]),
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2020, 1, 1), date(2030, 12, 31)),
    hours=st.integers(1, 40),
)
def test_no_working_time_passes_on_a_public_holiday(country, zone, day, hours):
    theirs = Calendar(zone=zone, country=country)
    at = midnight(day, zone)
    ends = theirs.after_hours(at, hours)
    assert not is_holiday(country, theirs.day(theirs.next_working(at)))
    assert not is_holiday(country, theirs.day(ends))
    worked = [
        each
        for number in range((theirs.day(ends) - day).days + 1)
        if theirs.is_working_day(each := day + timedelta(days=number))
    ]
    assert 8 * (len(worked) - 1) < hours <= 8 * len(worked)
