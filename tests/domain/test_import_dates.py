"""Dates in a table: in which order a column writes them, and which of them can have been."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.import_columns import Row, believed, read_row
from domain.import_dates import DateOrder, date_order

ZONE = ZoneInfo("Europe/Athens")  # two hours ahead in winter, three in summer
DAY, MONTH, UNKNOWN = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST, DateOrder.UNKNOWN


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["3/11/2026", "13/11/2026"], DAY),
        (["3/11/2026", "11/13/2026"], MONTH),
        (["12/12/2026", "1/12/26", ""], UNKNOWN),
        (["13/11/2026", "11/13/2026"], DAY),
        (["31-12-26"], DAY),
        (["12.31.26"], MONTH),
        (["2026-11-13"], UNKNOWN),
        (["3/11/2026 3:14 PM", "13/11/2026 3:14 PM"], DAY),
        ([], UNKNOWN),
    ],
)
def test_a_number_above_twelve_tells_the_order_of_a_column(cells, order):
    assert date_order(cells) is order


def read(cell, order=DAY):
    row = read_row(2, {"name": "Acme", "last contact": cell}, order, ZONE)
    return f"{row.last_contact:%Y-%m-%d %H:%M}" if row.last_contact else None, row.troubles


@pytest.mark.parametrize(
    ("cell", "order", "told"),
    [
        ("3/11/2026", DAY, "2026-11-03 10:00"),
        ("3/11/2026", MONTH, "2026-03-11 10:00"),
        ("4/4/2026", UNKNOWN, "2026-04-04 09:00"),
        ("3/11/26", DAY, "2026-11-03 10:00"),
        ("3/11/2026 09:30", DAY, "2026-11-03 07:30"),
        ("3.11.2026T00:05:59", DAY, "2026-11-02 22:05"),
        ("2026-11-03", UNKNOWN, "2026-11-03 10:00"),
        ("2026-11-03 17:45", UNKNOWN, "2026-11-03 15:45"),
        ("2026-11-03T17:45:00+00:00", UNKNOWN, "2026-11-03 17:45"),
        ("1/1/1970", DAY, "1970-01-01 10:00"),
        ("31/12/9998", DAY, "9998-12-31 10:00"),
        ("1/1/00", DAY, "2000-01-01 10:00"),
        ("2026-11-03 10:00:00 UTC", UNKNOWN, "2026-11-03 10:00"),
        ("2026-11-03T10:00:00.000+0000", UNKNOWN, "2026-11-03 10:00"),
        ("2026-11-03 10:00 -0500", UNKNOWN, "2026-11-03 15:00"),
        ("2026/11/03", UNKNOWN, "2026-11-03 10:00"),
        ("11/3/2026 3:14 PM", MONTH, "2026-11-03 13:14"),
        ("3/11/2026, 12:14:09 a.m.", DAY, "2026-11-02 22:14"),
        ("3 Nov 2026", UNKNOWN, "2026-11-03 10:00"),
        ("03-Nov-26", UNKNOWN, "2026-11-03 10:00"),
        ("Nov 3, 2026 3:14 PM", UNKNOWN, "2026-11-03 13:14"),
        ("Tuesday, November 3rd, 2026 at 3:14 PM", UNKNOWN, "2026-11-03 13:14"),
        ("3. März 2026 um 14:30 Uhr", UNKNOWN, "2026-03-03 12:30"),
        ("3 févr. 2026 à 14h30", UNKNOWN, "2026-02-03 12:30"),
        ("3 de noviembre de 2026", UNKNOWN, "2026-11-03 10:00"),
        ("2026年11月3日", UNKNOWN, "2026-11-03 10:00"),
    ],
)
def test_a_date_is_read_at_its_noon_and_a_time_on_the_clock_of_its_zone(cell, order, told):
    assert read(cell, order) == (told, ())


@pytest.mark.parametrize(
    ("cell", "order", "trouble"),
    [
        ("3/11/2026", UNKNOWN, "“3/11/2026” is no date that can be read for sure: say --dates"),
        ("soon", UNKNOWN, "“soon” is no date that can be read for sure"),
        ("3:14 PM", DAY, "“3:14 PM” is no date that can be read for sure"),
        ("2026-11-03 13:14 PM", DAY, "“2026-11-03 13:14 PM” is no date that can be read for sure"),
        (
            "2026-11-03 10:00 EST",
            DAY,
            "“2026-11-03 10:00 EST” is no date that can be read for sure",
        ),
        ("3 Foo 2026", DAY, "“3 Foo 2026” is no date that can be read for sure"),
        ("31/2/2026", DAY, "“31/2/2026” is no date that can be read for sure"),
        ("1/1/1969", DAY, "a last contact on 1/1/1969 can't have been"),
        ("1/1/9999", DAY, "a last contact on 1/1/9999 can't have been"),
    ],
)
def test_what_is_no_date_is_left_out_and_said(cell, order, trouble):
    assert read(cell, order) == (None, (trouble,))


def test_a_last_contact_may_be_at_todays_noon_and_not_a_day_from_now():
    now = datetime(2026, 11, 17, 9, tzinfo=UTC)
    row = Row(number=2, name="Acme", last_contact=now.replace(day=18))
    assert believed(row, now).troubles == ("a last contact on 2026-11-18 is yet to come",)
    assert believed(row, now).last_contact is None
    just_before = Row(number=2, name="Acme", last_contact=now.replace(day=18, hour=8, minute=59))
    assert believed(just_before, now) == just_before
    assert believed(Row(number=2, name="Acme"), now).troubles == ()
