"""One customer base on two platforms: a company in the middle of moving."""

from contextlib import asynccontextmanager

import pytest

from care import due, places, reactions, team
from care.heed import NOWHERE, Caller
from domain.reactions import Meaning
from handlers.routing import Routes
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from tests.databases import ON_SQLITE
from tests.handlers.teams.conftest import open_office
from tests.handlers.teams.service import CARE
from tests.world import FakeCourier, at, said, teammate

OLD = "C-care"


class Elsewhere:
    """The platform that the company is leaving: Ana and Dev are on it, and a channel."""

    def __init__(self, office, tenancy):
        self.office, self.tenancy = office, tenancy
        self.courier = FakeCourier(tenancy=tenancy)

    async def type(self, who, text):
        caller = Caller(installation_id=self.tenancy.installation_id, user_id=f"U-{who}")
        answer = await Routes(self.office.heed.registry).typed(text).put(self.office.heed, caller)
        await self.office.settle()
        return said(answer.say())

    def posts(self, address=OLD):
        return [
            said(each.message)
            for each in self.courier.shown.values()
            if each.post.address == address
        ]


@asynccontextmanager
async def moving(database):
    async with open_office(database) as office:
        joins = {"joins": office.tenancy.workspace_id}
        tenancy = await office.heed.do(
            team.settle_in, NOWHERE, "old", "T1", "U-heed", "Europe/London", **joins
        )
        people = (
            teammate("ana", "Ana Reyes", "Europe/London"),
            teammate("dev", "Dev Patel", "Asia/Kolkata"),
            teammate("chloe", "Chloe Martin", "Europe/Paris"),
        )
        await office.heed.do(team.introduce, tenancy, people)
        old = Elsewhere(office, tenancy)
        couriers = (office.front.courier, old.courier)
        office.heartbeat = Heartbeat(office.heed, [Deliverer(office.heed, c) for c in couriers])
        facts = (OLD, "care", ("U-ana", "U-dev"))
        await office.heed.do(places.arrived, tenancy, *facts, is_shared=False)
        await office.settle()
        place = 2
        answer = Caller(installation_id=tenancy.installation_id, user_id="U-dev")
        await office.heed.do(places.accept, answer, place)
        await office.settle()
        yield office, old


@pytest.fixture
async def both(database):
    async with moving(database) as opened:
        yield opened


async def ask_about_globex(old, who):
    """The owner is asked at once, for it is a colleague who logged it."""
    await old.type(who, "new Globex suspect")
    await old.type("ana" if who == "dev" else "dev", "log Globex asked about prices")


async def test_the_customers_are_the_same(both):
    office, old = both
    await old.type("dev", "new Globex")
    assert "🪪 Globex" in await office.type("29:ben", "customer globex")


async def test_a_nudge_is_posted_where_its_owner_is(both):
    office, old = both
    await ask_about_globex(old, "dev")
    assert any("Answer Globex" in words for words in old.posts())
    assert not any("Answer Globex" in words for _, words in office.posts())
    await office.type("29:ana", "new Initech suspect")
    await office.type("29:ben", "log Initech asked about prices")
    assert any("Answer Initech" in words for _, words in office.posts())
    assert not any("Answer Initech" in words for words in old.posts())


async def test_acting_on_one_side_shows_on_the_other(both):
    office, old = both
    await ask_about_globex(old, "dev")
    await office.type("29:ben", "log Globex sent them the price list")
    (shown,) = [words for words in old.posts() if "Answer Globex" in words]
    assert "Ben Okafor" in shown


async def test_acting_on_the_other_side_shows_here(both):
    office, old = both
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    await old.type("dev", "log Globex sent them the price list")
    assert "Dev Patel did" in office.post("Answer Globex")[1]


@ON_SQLITE
async def test_on_the_other_platform_the_same_id_is_another_message(both):
    office, old = both
    await ask_about_globex(old, "dev")
    (id_,) = [id_ for id_, each in old.courier.shown.items() if each.post.kind == "nudge"]
    ben = Caller(installation_id=office.tenancy.installation_id, user_id="29:ben")
    await office.heed.do(reactions.came, ben, OLD, id_, Meaning.DONE, "1")
    await office.settle()
    assert not any("✅ Ben Okafor" in words for words in old.posts())


async def test_a_manager_makes_one_person_of_two_accounts_and_may_part_them(both):
    office, old = both
    await ask_about_globex(old, "ana")
    told = await office.type("29:ben", "link ana@example.com")
    assert "Only Chloe can do that" in told
    told = await office.type("29:chloe", "link ana@example.com")
    assert "Ana Reyes is one person on both platforms now" in told
    assert "Answer Globex" in await office.type("29:ana", "due")
    assert "Answer Globex" in await old.type("ana", "due")
    assert "↩️ Taken back" in await office.type("29:chloe", "undo")
    both_have = [await office.type("29:ana", "due"), await old.type("ana", "due")]
    assert sum("Answer Globex" in each for each in both_have) == 1


async def test_one_person_on_two_platforms_is_away_on_both(both):
    office, old = both
    await office.type("29:ana", "away 20 Nov - 24 Nov stand-in Ben Okafor")
    await old.type("ana", "away 7 Dec - 8 Dec")
    await office.type("29:chloe", "link ana@example.com")
    for told in (await office.type("29:ana", "away"), await old.type("ana", "away")):
        assert "Away from Fri 20 Nov 2026" in told
        assert "Away from Mon 7 Dec 2026" in told


async def test_two_accounts_on_one_platform_are_two_people(both):
    office, _ = both
    told = await office.type("29:chloe", "link Ana Reyes with Ben Okafor")
    assert "they are two people" in told or "Heed knows" in told


async def test_a_name_that_only_one_has_joins_nobody(both):
    office, _ = both
    assert "Heed knows" in await office.type("29:chloe", "link Gil Novak")


async def test_nobody_is_joined_with_an_outsider(both):
    office, old = both
    olga = teammate("olga", "Olga Weiss", "Europe/Vienna", is_guest=True)
    await office.heed.do(team.introduce, old.tenancy, (olga,))
    told = await office.type("29:chloe", "link Ben Okafor with Olga Weiss")
    assert "Heed knows Ben Okafor" in told


async def test_a_platform_that_is_lost_is_told_of_on_the_other(both):
    office, old = both
    await office.type("29:chloe", "link chloe@example.com")
    await office.heed.do(team.retire, old.tenancy)
    await office.settle()
    assert "I can't post in Old any more" in office.posts("a:29:chloe")[-1][1]
    await office.type("29:ana", "new Globex suspect")
    await office.type("29:ben", "log Globex asked about prices")
    assert any("Answer Globex" in words for _, words in office.posts(CARE))


async def test_a_platform_that_is_lost_twice_over_is_told_of_once_and_read_as_found_again(both):
    office, old = both
    await office.type("29:chloe", "link chloe@example.com")
    for _ in range(2):
        await office.heed.do(team.retire, old.tenancy)
        await office.settle()
    assert (
        len([each for _, each in office.posts("a:29:chloe") if "I can't post in Old" in each]) == 1
    )
    await office.heed.do(team.readmit, old.tenancy)
    await office.settle()
    assert "I can post in Old again" in office.posts("a:29:chloe")[-1][1]


async def test_what_the_settings_name_no_more_is_sent_nothing(both):
    office, old = both
    await office.heed.do(team.serve_only, old.tenancy, (office.tenancy.installation_id,))
    await ask_about_globex(old, "dev")
    assert not any("Answer Globex" in words for words in old.posts())
    assert any("Answer Globex" in words for _, words in office.posts())


@ON_SQLITE
async def test_what_was_put_off_comes_back_where_it_stands(both):
    office, old = both
    await ask_about_globex(old, "dev")
    dev = Caller(installation_id=old.tenancy.installation_id, user_id="U-dev")
    listed = await office.heed.ask(due.mine, dev)
    later = next(each for fact in listed.items for each in fact.actions if each.label == "Later")
    ana = Caller(installation_id=office.tenancy.installation_id, user_id="29:ana")
    await (
        Routes(office.heed.registry)
        .pressed(later.action_id, later.ref, "hour")
        .put(office.heed, ana)
    )
    await office.turn(at("2026-11-16 10:05"))
    assert any("⏰ Ana Reyes: as you asked" in words for words in old.posts())
