"""A token that is refused: doubted, said, and tried again until it is good."""

import asyncio

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from care import team
from care.courier import Dismissed, NotNow, Unsure
from handlers.console import checking
from handlers.web import health
from scheduler import access
from scheduler.delivery import CLOSING_SHARE, LEASE
from scheduler.lease import Lease
from store import tables
from tests.databases import ON_SQLITE

pytestmark = ON_SQLITE


@pytest.fixture
async def wanted(world):
    """A reminder is wanted, and not sent yet."""
    await world.type("ana", "new Acme suspect")
    await world.type_quietly("ben", "log Acme asked about prices")
    await world.heartbeat.look()
    return world


def deliverer(world):
    return world.heartbeat._deliverers[0]


async def send(world):
    await world.heartbeat.send()
    async with asyncio.timeout(5):
        while deliverer(world).is_busy:  # noqa: ASYNC110 - it has no event for that
            await asyncio.sleep(0.005)


async def dismiss(world):
    world.courier.troubles, world.courier.lets_in = [Dismissed("invalid_auth")], False
    await send(world)


async def free_leases(world):
    def free(work, now):
        del now
        work.connection.execute(tables.Post.__table__.update().values(free_at=0.0, ready_at=0.0))

    await world.do_clock_quietly(free)


async def ready(world):
    """What `/readyz` answers."""

    async def way():
        return None

    web = FastAPI()
    web.include_router(health.router({"test": health.of_platform(world.heed, world.tenancy, way)}))
    async with AsyncClient(transport=ASGITransport(app=web), base_url="http://heed") as client:
        answer = await client.get("/readyz")
    return answer.status_code, answer.json()["test"]


async def checked(world):
    found = await checking.look_around(world.heed, world.tenancy, ("test",))
    return [each.told for each in found if each.about == "Test"]


@pytest.mark.parametrize("can_be_asked", [True, False])
async def test_one_refusal_is_not_believed_unless_the_platform_says_it_again(wanted, can_be_asked):
    wanted.courier.troubles = [Dismissed("invalid_auth")]
    if not can_be_asked:
        wanted.courier.is_let_in = _lost
    await send(wanted)
    assert await wanted.ask(team.is_let_in)
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


async def _lost():
    raise Unsure


async def test_it_is_said_where_heed_is_watched(wanted):
    assert await ready(wanted) == (200, "ok")
    assert await checked(wanted) == []
    await dismiss(wanted)
    assert await ready(wanted) == (503, health.NOT_LET_IN)
    assert await checked(wanted) == [checking.NOT_LET_IN]


async def test_what_cannot_be_asked_is_not_ready(wanted):
    wanted.heed.store.close()
    status, told = await ready(wanted)
    assert (status, told) == (503, "it can't be asked")


async def test_it_heals_by_itself_and_what_waited_is_sent(wanted, monkeypatch):
    monkeypatch.setattr(access, "FIRST_SECONDS", 0.0)
    await dismiss(wanted)
    await send(wanted)
    assert not await wanted.ask(team.is_let_in)
    wanted.courier.lets_in = True
    await send(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1
    assert await ready(wanted) == (200, "ok")
    assert await checked(wanted) == []


async def test_an_installation_that_another_process_retired_heals_too(wanted, monkeypatch):
    monkeypatch.setattr(access, "FIRST_SECONDS", 0.0)
    await wanted.do_clock_quietly(team.retire)
    deliverer(wanted)._access._next = 0.0
    await send(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


async def test_it_is_asked_more_and_more_rarely(wanted):
    await dismiss(wanted)
    pauses = []
    for _ in range(8):
        pauses.append(deliverer(wanted)._access._pause)
        deliverer(wanted)._access._next = 0.0
        await send(wanted)
    assert pauses == [30, 60, 120, 240, 480, 960, 1800, 1800]


async def test_whoever_is_let_in_is_not_asked_about(wanted):
    """An installation that was dismissed is; one that works costs the platform no question."""
    asked = []

    async def is_let_in():
        asked.append(1)
        return True

    wanted.courier.is_let_in = is_let_in
    looked = access.Access(wanted.heed, wanted.courier)
    await looked.look()
    assert asked == []
    await wanted.heed.do(team.retire, wanted.tenancy)
    await looked.look()
    assert asked == [1]


@pytest.mark.parametrize(("why", "is_said"), [("missing_scope", True), ("", False)])
async def test_what_is_kept_back_for_a_reason_is_said(wanted, caplog, why, is_said):
    wanted.courier.troubles = [NotNow(60.0, why)]
    await send(wanted)
    assert ("is kept back for a while: missing_scope" in caplog.text) is is_said


async def test_with_a_lease_that_is_nearly_over_nothing_is_called_and_the_post_is_free_at_once(
    wanted,
):
    nearly = Lease(LEASE * CLOSING_SHARE * 0.9)
    with pytest.raises(NotNow) as told:
        await deliverer(wanted)._within(nearly, wanted.courier.send, None)
    assert told.value.after == 0.0


async def test_a_delivery_that_fails_outright_is_noted(wanted, monkeypatch, caplog):
    async def fail(*facts):
        del facts
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr(deliverer(wanted), "_run", fail)
    await send(wanted)
    assert "a delivery failed; its lease will run out" in caplog.text
