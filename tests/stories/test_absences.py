"""A rep's status says that they are away, and they come back."""

from datetime import timedelta

import pytest

from tests.stories.conftest import MONDAY
from tests.stories.reading import read

pytestmark = pytest.mark.slow


async def test_a_status_asks_once_and_what_cannot_wait_goes_to_somebody_else(office):
    ends = MONDAY.replace(hour=0) + timedelta(days=12)  # Saturday week, at midnight
    away = {"person": "ana", "emoji": ":palm_tree:", "expiration": int(ends.timestamp())}
    await office.type("ana", "/heed new Acme suspect")
    await office.town.admin("status", **away)
    await office.town.admin("status", **away | {"emoji": ":desert_island:"})
    asked = await office.post("Hold your reminders until Fri 27 Nov 2026?", channel="dm")
    told = await office.press("ana", asked, "Hold them until Fri 27 Nov 2026", channel="dm")
    assert "Ana Reyes is away from Mon 16 Nov 2026 until Fri 27 Nov 2026" in read(told)
    await office.post("I hold your reminders until Fri 27 Nov 2026", channel="dm")
    await office.type("ben", "/heed log Acme asked about prices")
    await office.wait(hours=1)
    assert "<@U0CHLOEMRT> stands in" in read(await office.post("Answer Acme"))
    await office.post("Ana Reyes is away from", who="chloe", channel="dm")
    await office.type("ana", "/heed away off")
    await office.wait(minutes=1)
    assert "stands in" not in read(await office.post("Answer Acme"))


async def test_a_status_without_an_end_or_of_another_kind_asks_nothing(office):
    ends = int((MONDAY + timedelta(days=3)).timestamp())
    await office.town.admin("status", person="ana", emoji=":palm_tree:", expiration=0)
    await office.town.admin("status", person="ana", emoji=":bus:", expiration=ends)
    await office.wait(hours=1)
    assert "Hold your reminders" not in "".join(
        read(each) for each in await office.channel("ana", "dm")
    )
