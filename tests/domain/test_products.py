"""Lists of products, and hours and channels of a customer's own."""

import pytest

from domain.products import listed, missing
from domain.reach_fields import CHANNEL, HOURS


def test_a_product_is_listed_once_however_it_is_written():
    assert listed("Lamps,  boiler , lamp,,") == ["Lamps", "boiler"]
    assert missing(["Maintenance", "Lamp"], ["lamps", "boiler"]) == ["Maintenance"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [("Phone", "call"), ("e-mails", "mail"), ("messages", "message"), ("fax", None)],
)
def test_a_channel_is_a_kind_of_contact(typed, read):
    assert CHANNEL.read(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mon-Fri 9am-12", "mon-fri 9:00-12:00"),
        ("mornings", None),
        ("", None),
        ("tue 10:00-14:00", "tue 10:00-14:00"),
    ],
)
def test_hours_are_kept_as_they_may_be_typed_again(typed, read):
    assert HOURS.read(typed) == read
