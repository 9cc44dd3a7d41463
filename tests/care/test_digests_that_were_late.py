"""Mornings whose digest could not be sent: it is not sent later, and the next one covers them."""

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import case

from care import team
from care.courier import NotNow
from store import tables
from tests.databases import ON_SQLITE
from tests.world import at, open_world, said, teammate

ZONES = ("Europe/Paris", "America/Los_Angeles", "Pacific/Auckland")
IN_ZONES = pytest.mark.parametrize("zone", ZONES, indirect=True)
GAP = "This covers the days since Monday, for no digest got through meanwhile."


@pytest.fixture
def zone(request):
    return ZoneInfo(getattr(request, "param", ZONES[0]))


@pytest.fixture
async def monday(database, zone):
    """Chloe has had Monday's digest; since then Acme was called twice."""
    async with open_world(database, now=at("2026-11-15 12:00", zone)) as world:
        await world.do_clock(team.introduce, (teammate("chloe", "Chloe Martin", zone.key),))
        await world.turn(at("2026-11-16 10:00", zone))
        await world.type("chloe", "new Acme customer")
        await world.type("chloe", "log Acme called Maria")
        assert len(mornings(world)) == 1
        yield world


class Away:
    """The platform takes nothing, whoever asks."""

    def __init__(self, world):
        self._world, self._send = world, world.courier.send

    async def __aenter__(self):
        async def refuse(delivery):
            del delivery
            raise NotNow(60.0)

        self._world.courier.send = refuse

    async def __aexit__(self, *_):
        self._world.courier.send = self._send
        await self._world.do_clock_quietly(_free)


def _free(work, now):
    del now
    post = tables.Post.__table__
    ready_at = case((post.c.ready_at.is_not(None), 0.0))
    work.connection.execute(post.update().values(free_at=0.0, ready_at=ready_at))


def mornings(world):
    return [said(message) for _, message in world.posts("U-chloe", kind="digest")]


async def unsettled(world):
    def read(work, now):
        del now
        rows = work.connection.execute(tables.Post.__table__.select()).mappings()
        return [row for row in rows if row["wanted"] > row["shown"] and not row["failed"]]

    return await world.ask(read)


@IN_ZONES
async def test_after_mornings_without_the_platform_one_digest_covers_them_all(monday, zone):
    async with Away(monday):
        await monday.turn(at("2026-11-17 12:00", zone))
        await monday.type("chloe", "log Acme called Maria")
        await monday.turn(at("2026-11-19 08:31", zone))
    await monday.settle()
    assert len(mornings(monday)) == 2
    told = mornings(monday)[-1].splitlines()
    done = "✅ Done since Monday: 2 contacts – Chloe Martin 2"
    assert told[:2] == [f"☀️ Good morning, Chloe. {GAP}", done]
    digest = monday.posts("U-chloe", kind="digest")[-1][1]
    assert len((await monday.press("chloe", digest.items[0].actions[0])).items) == 2
    assert await unsettled(monday) == []
    await monday.turn(at("2026-11-20 09:00", zone))
    assert "This covers" not in mornings(monday)[-1]


@IN_ZONES
async def test_after_mornings_without_heed_one_digest_covers_them_all(monday, zone):
    monday.clock.time = at("2026-11-19 10:00", zone)
    await monday.settle()
    assert len(mornings(monday)) == 2
    assert mornings(monday)[-1].splitlines()[0].endswith(GAP)


@ON_SQLITE
@pytest.mark.parametrize("back", ["2026-11-19 18:00", "2026-11-21 10:00", "2026-11-22 23:59"])
async def test_what_is_late_beyond_its_day_waits_for_the_next_working_morning(monday, zone, back):
    async with Away(monday):
        await monday.turn(at("2026-11-19 17:30", zone))
        monday.clock.time = at(back, zone)
    await monday.settle()
    assert len(mornings(monday)) == 1
    assert await unsettled(monday) == []
    await monday.turn(at("2026-11-23 09:00", zone))
    digests = mornings(monday)
    assert [each for each in digests if "the days since Monday, " in each] == digests[1:2]


@ON_SQLITE
async def test_those_of_a_platform_that_stays_away_wait_for_nothing(monday, zone):
    async with Away(monday):
        await monday.turn(at("2026-11-20 09:00", zone))
        digests = [each for each in await unsettled(monday) if each["kind"] == "digest"]
    assert len(digests) == 1


@ON_SQLITE
async def test_a_quiet_one_says_what_it_covers_and_from_when_with_its_date(monday, zone):
    await monday.type("chloe", "undo")
    await monday.type("chloe", "undo")
    monday.clock.time = at("2026-11-24 09:00", zone)
    await monday.settle()
    told = mornings(monday)[-1]
    assert "This covers the days since Monday, 16 November, for no digest" in told


@ON_SQLITE
async def test_one_that_comes_late_on_its_own_day_is_as_any_other(monday, zone):
    async with Away(monday):
        await monday.turn(at("2026-11-17 15:00", zone))
    await monday.settle()
    assert mornings(monday)[-1].splitlines()[1] == "✅ Done yesterday: 1 contact – Chloe Martin 1"


@ON_SQLITE
async def test_days_of_somebody_who_was_no_manager_are_not_made_up_for(monday, zone):
    await monday.do_clock(team.appoint, ("ben",))
    await monday.turn(at("2026-11-24 12:00", zone))
    await monday.do_clock(team.appoint, ("chloe",))
    await monday.wait(days=1)
    assert "This covers" not in mornings(monday)[-1]
