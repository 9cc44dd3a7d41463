"""Every message once, whatever breaks in between."""

import asyncio
import time
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import case

from care import commands, outbox, places, team
from care.courier import Dismissed, NotNow, Refused, Unsure
from care.feature import PostKind
from care.heed import Heed
from domain.posts import Shown
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from scheduler.lease import Lease
from store import tables
from tests.databases import ON_SQLITE
from tests.world import World, at, buttons, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def wanted(world):
    """An enquiry's reminder is wanted, and not sent yet."""
    await world.type("ana", "new Acme suspect")
    await world.heed.do(_ask, world.caller("ben"))
    await world.heartbeat.look()
    return world


def _ask(work, now, name="Acme"):
    return commands.run(work, now, "log", f"{name} asked about prices")


async def claim(world, lease=60.0):
    return await world.heed.do(outbox.claim, world.tenancy, lease, 10)


async def begin(world, post):
    (begun,) = await world.heed.do(outbox.begin, world.tenancy, [post])
    return begun


async def free_leases(world):
    """As if a lease's time had run out, on the database's own clock."""

    def free(work, now):
        del now
        post = tables.Post.__table__
        ready_at = case((post.c.ready_at.is_not(None), 0.0))
        work.connection.execute(post.update().values(free_at=0.0, ready_at=ready_at))

    await world.do_clock_quietly(free)


async def rows(world):
    def read(work, now):
        del now
        return work.connection.execute(tables.Post.__table__.select()).mappings().all()

    return [row for row in await world.ask(read) if row["kind"] == "nudge"]


async def test_a_crash_after_claiming_loses_nothing(wanted):
    assert len(await claim(wanted)) == 1
    await wanted.settle()
    assert wanted.reminders() == []  # somebody else's lease still runs
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


async def test_a_crash_between_marking_and_sending_sends_it_once(wanted):
    (post,) = await claim(wanted)
    assert await begin(wanted, post)
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.courier.sent) == 2  # the channel's question, and the reminder


async def test_a_crash_between_post_and_settle_sends_it_once(wanted):
    (post,) = await claim(wanted)
    wanted.courier.accept(await begin(wanted, post))  # it arrived, and then the power went
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1
    (row,) = await rows(wanted)
    assert (row["shown"], row["maybe_sent"]) == (row["wanted"], False)


async def test_maybe_sent_stays_through_any_number_of_crashes(wanted):
    (post,) = await claim(wanted)
    wanted.courier.accept(await begin(wanted, post))
    for _ in range(3):
        await free_leases(wanted)
        (again,) = await claim(wanted)
        assert again.maybe_sent
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


async def test_a_lost_answer_is_looked_into_before_anything_is_sent_again(wanted):
    sent = wanted.courier.send

    async def lose(delivery):
        await sent(delivery)
        raise Unsure

    wanted.courier.send = lose
    await wanted.heartbeat.send()
    await _until(lambda: len(wanted.courier.sent) == 2)
    wanted.courier.send = sent
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.courier.sent) == 2
    (row,) = await rows(wanted)
    assert row["shown"] == row["wanted"]


@ON_SQLITE
async def test_what_has_waited_longest_goes_first_where_not_all_can_go_at_once(wanted):
    await wanted.type_quietly("ana", "new Globex suspect")
    await wanted.heed.do(_ask, wanted.caller("ben"), "Globex")
    await wanted.heartbeat.look()
    (first,) = await wanted.heed.do(outbox.claim, wanted.tenancy, 60.0, 1)
    assert "Answer Acme" in said((await wanted.heed.do(outbox.say, wanted.tenancy, first)).message)


@ON_SQLITE
async def test_after_a_lost_answer_it_is_given_time_to_arrive(wanted):
    wanted.courier.troubles = [Unsure()]
    await wanted.heartbeat.send()
    await _until(lambda: not _deliverer(wanted).is_busy)
    assert 3 < await wanted.ask(outbox.seconds_until_ready) <= 5


@ON_SQLITE
@pytest.mark.parametrize("trouble", [Refused("msg_too_long"), Dismissed()])
async def test_what_was_refused_for_certain_is_not_looked_for(wanted, trouble):
    wanted.courier.troubles = [trouble]
    await wanted.heartbeat.send()
    await _until(lambda: not _deliverer(wanted).is_busy)
    refused, *_ = await rows(wanted)
    assert not refused["maybe_sent"]


@ON_SQLITE
async def test_whose_lease_has_run_out_sends_nothing(wanted):
    (old,) = await claim(wanted)
    await free_leases(wanted)
    await claim(wanted)
    await _deliverer(wanted)._carry(old, Lease(60))
    assert wanted.reminders() == []


def _deliverer(world):
    return world.heartbeat._deliverers[0]


@pytest.fixture
async def three(wanted):
    """Three reminders are wanted, and none is sent yet."""
    for name in ("Globex", "Initech"):
        await wanted.type_quietly("ana", f"new {name} suspect")
        await wanted.heed.do(_ask, wanted.caller("ben"), name)
    await wanted.heartbeat.look()
    return wanted


def hold(world):
    """The courier waits with every message until it is told to go on."""
    send, arrived, go = world.courier.send, asyncio.Event(), asyncio.Event()

    async def slow(delivery):
        arrived.set()
        await go.wait()
        return await send(delivery)

    world.courier.send = slow
    return arrived, go


@ON_SQLITE
async def test_a_stop_finishes_what_is_under_way_and_lets_go_of_the_rest(three):
    arrived, go = hold(three)
    await three.heartbeat.send()
    await arrived.wait()
    stopping = asyncio.create_task(_deliverer(three).stop(10))
    await asyncio.sleep(0)
    go.set()
    await stopping
    assert len(three.reminders()) == 1
    await _deliverer(three).deliver()  # it takes nothing up any more
    async with restarted(three) as again:  # no lease keeps a new process waiting
        await again.settle()
    assert len(three.reminders()) == 3
    deliveries = [delivery.post.delivery for delivery in three.courier.sent]
    assert len(deliveries) == len(set(deliveries))


@ON_SQLITE
async def test_a_stop_waits_for_nobody_who_takes_too_long(three):
    arrived, _ = hold(three)
    await three.heartbeat.send()
    await arrived.wait()
    await _deliverer(three).stop(0.01)
    await _until(lambda: not _deliverer(three).is_busy)
    assert three.reminders() == []


@ON_SQLITE
async def test_what_the_lease_is_too_short_for_is_let_go(three):
    claimed = await claim(three)
    await _deliverer(three)._run("C-care", claimed, Lease(8))
    assert three.reminders() == []
    assert len(await claim(three)) == 3


@ON_SQLITE
async def test_one_channel_gets_one_message_after_the_other(wanted):
    arrived, go = hold(wanted)
    await wanted.heartbeat.send()
    await arrived.wait()
    await wanted.type_quietly("ana", "new Globex suspect")
    await wanted.heed.do(_ask, wanted.caller("ben"), "Globex")
    await wanted.heartbeat.look()
    arrived.clear()
    await wanted.heartbeat.send()
    for _ in range(3):
        await claim(wanted)  # whoever doesn't wait has had the store's thread meanwhile
    assert not arrived.is_set()
    go.set()
    await wanted.settle()
    assert len(wanted.reminders()) == 2


@ON_SQLITE
async def test_messages_to_one_channel_keep_their_distance(three):
    send, sent = three.courier.send, []

    async def timed(delivery):
        sent.append(time.monotonic())
        return await send(delivery)

    three.courier.send, three.courier.pace = timed, 0.05
    begun = time.monotonic()
    await three.settle()
    _, second, third = sent
    assert second - begun >= 0.05
    assert third - begun >= 0.1


@ON_SQLITE
async def test_whoever_is_dismissed_sends_nothing_more_and_holds_nothing_back(three):
    three.courier.troubles, three.courier.lets_in = [Dismissed()], False
    await three.settle()
    await _deliverer(three).deliver()
    assert three.reminders() == []
    await three.heed.do(team.settle_in, three.tenancy, "test", "T1", "U-heed", "Europe/London")
    async with restarted(three) as again:
        await again.settle()
    assert len(three.reminders()) == 3


@ON_SQLITE
async def test_a_courier_that_breaks_is_noted_and_tried_again_later(wanted, caplog):
    wanted.courier.troubles = [ValueError("a bug")]
    await wanted.heartbeat.send()
    await _until(lambda: not _deliverer(wanted).is_busy)
    assert "could not be delivered; it is tried again later" in caplog.text
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


@ON_SQLITE
async def test_a_message_whose_words_fail_keeps_no_other_waiting(wanted, monkeypatch):
    whole, (first, *_) = wanted.heed.registry.posts, await rows(wanted)

    def fails_at_first(work, now, subject_id):
        if subject_id == first["subject_id"]:
            raise KeyError("a play of another version")
        return whole["nudge"].render(work, now, subject_id)

    broken = whole | {"nudge": PostKind(render=fails_at_first)}
    monkeypatch.setattr(wanted.heed.registry, "posts", broken)
    await wanted.type_quietly("ana", "new Globex suspect")
    await wanted.heed.do(_ask, wanted.caller("ben"), "Globex")
    await wanted.settle()
    assert ["Answer Globex" in each for each in wanted.reminders()] == [True]
    monkeypatch.setattr(wanted.heed.registry, "posts", whole)
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 2


async def test_whoever_comes_back_with_an_old_token_changes_nothing(wanted):
    (old,) = await claim(wanted)
    await free_leases(wanted)
    (new,) = await claim(wanted)
    assert await begin(wanted, old) is None
    assert not await wanted.heed.do(outbox.mark_not_sent, wanted.tenancy, old)
    shown = [Shown(old, "C", "m"), Shown(new, "C-care", "m77")]
    assert await wanted.heed.do(outbox.settle, wanted.tenancy, shown) == [None, None]
    (row,) = await rows(wanted)
    assert (row["place"], row["message_id"]) == ("C-care", "m77")
    await wanted.heed.do(outbox.settle, wanted.tenancy, [Shown(old, "C", "m")])
    assert (await rows(wanted))[0]["message_id"] == "m77"


async def test_two_machines_never_send_the_same_message(wanted):
    for number in range(20):
        await wanted.type_quietly("ana", f"new Globex{number} customer")
        await wanted.type_quietly("ana", f"complaint Globex{number} it broke")
    other = Deliverer(wanted.heed, wanted.courier)
    await wanted.heartbeat.look()
    for _ in range(40):
        await asyncio.gather(other.deliver(), wanted.heartbeat.send())
        await asyncio.sleep(0.02)
    await wanted.settle()
    deliveries = [delivery.post.delivery for delivery in wanted.courier.sent]
    assert (
        len(deliveries) == len(set(deliveries)) == 43
    )  # one question, one enquiry, twice 20, and one cause of all of them


async def test_a_rate_limit_is_waited_for(wanted):
    wanted.courier.troubles = [NotNow(30.0)]
    await wanted.settle()
    (row,) = await rows(wanted)
    assert (row["maybe_sent"], row["shown"]) == (False, 0)
    assert row["free_at"] > 0
    await free_leases(wanted)
    await wanted.settle()
    assert len(wanted.reminders()) == 1


async def test_a_channel_that_is_lost_is_told_of_and_what_was_to_be_said_is_kept(wanted):
    wanted.courier.troubles = [Refused("is_archived", is_place_lost=True)]
    await wanted.settle()
    assert wanted.reminders() == []
    told = [said(message) for _, message in wanted.posts("U-chloe", kind="place lost")]
    assert told[0].startswith("⚠️ I can't post in #care any more")
    assert "1 thing waits for you" in said(await wanted.type("ana", "due"))


async def test_a_channel_won_back_gets_what_was_kept(wanted):
    wanted.courier.troubles = [Refused("not_in_channel", is_place_lost=True)]
    await wanted.settle()
    members = ("U-ana", "U-ben")
    await wanted.do_clock(places.arrived, "C-care", "care", members, is_shared=False)
    await wanted.press("chloe", buttons(wanted.posts("C-care")[-1][1])["Yes, post here"])
    assert len(wanted.reminders()) == 1
    await wanted.type("ana", "log Acme emailed them")
    assert "✅ Ana Reyes did" in wanted.reminders()[0]


async def test_a_revoked_token_loses_nothing(wanted):
    wanted.courier.troubles, wanted.courier.lets_in = [Dismissed()], False
    await wanted.settle()
    assert wanted.reminders() == []
    assert "1 thing waits for you" in said(await wanted.type("ana", "due"))
    fresh = await wanted.heed.do(
        team.settle_in, wanted.tenancy, "test", "T1", "U-heed", "Europe/London"
    )
    assert fresh.installation_id == wanted.tenancy.installation_id
    async with restarted(wanted) as again:
        await free_leases(again)
        await again.settle()
        assert len(again.reminders()) == 1


@asynccontextmanager
async def restarted(world):
    """A new process on the same database, for the same platform."""
    heed = Heed(world.heed.store, world.clock, world.heed.registry, patience=None)
    yield World(heed, world.clock, world.courier, Heartbeat(heed, [Deliverer(heed, world.courier)]))


async def test_an_edit_that_comes_while_an_older_one_is_under_way_is_not_lost(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    id_, message = world.posts(kind="nudge")[0]
    edit, arrived, go = world.courier.edit, asyncio.Event(), asyncio.Event()

    async def slow(delivery):
        arrived.set()
        await go.wait()
        await edit(delivery)

    world.courier.edit = slow
    await world.press_quietly("ben", buttons(message)["I'll take it"])
    await world.heartbeat.send()
    await arrived.wait()
    await world.press_quietly("ben", buttons(message)["Answered"])
    go.set()
    world.courier.edit = edit
    await world.settle()
    assert "✅ Ben Okafor answered them" in said(dict(world.posts())[id_])


async def test_what_arrives_while_one_asks_what_is_left_is_not_taken_for_the_end(world):
    """The answer tells of a post under way; by the time it is read the post wants another edit."""
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    id_, message = world.posts(kind="nudge")[0]
    edit, go = world.courier.edit, asyncio.Event()
    ask, deliverer = world.heed.ask, world.heartbeat._deliverers[0]

    async def slow(delivery):
        await go.wait()
        await edit(delivery)

    async def late(capability, *facts):
        answer = await ask(capability, *facts)
        if capability is outbox.seconds_until_ready and world.courier.edit is slow:
            world.courier.edit = edit
            go.set()
            await _until(lambda: not deliverer.is_busy)
        return answer

    world.courier.edit = slow
    await world.press_quietly("ben", buttons(message)["I'll take it"])
    await world.heartbeat.send()
    await world.press_quietly("ben", buttons(message)["Answered"])
    world.heed.ask = late
    await world.settle()
    assert "✅ Ben Okafor answered them" in said(dict(world.posts())[id_])


async def test_a_message_is_edited_when_another_was_refused(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    world.courier.troubles = [Refused("cant_update_message")]
    await world.type("ana", "log Acme emailed them")
    await world.type("ana", "new Globex suspect")
    await world.type("ben", "log Globex asked about prices")
    assert len(world.reminders()) == 2


async def test_what_the_clock_can_not_look_at_keeps_nobody_else_waiting(world):
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called, she was happy")
    await world.type("ana", "new Globex advocate")
    await world.type("ana", "log Globex called, she was happy")
    await world.do_clock_quietly(_break_first)
    world.clock.time = at("2026-11-16 09:15")
    await world.heartbeat.look()
    await world.heartbeat.send()
    await _until(lambda: len(world.reminders()) == 1)
    assert "Globex" in world.reminders()[0]


def _break_first(work, now):
    del now
    nudge = tables.Nudge.__table__
    work.connection.execute(
        nudge.update().where(nudge.c.customer_id == 1).values(status="unheard of")
    )


async def _until(is_so):
    for _ in range(500):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came to that")


async def test_what_is_taken_back_while_it_waits_its_turn_is_never_sent(world, monkeypatch):
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} customer")
    for name in ("Acme", "Globex"):
        await world.type_quietly("ana", f"complaint {name} it broke")
    accept = world.courier.accept

    async def send(delivery):
        """One after the other; after the first complaint the second is taken back."""
        if "Complaint: Acme" in said(delivery.message):
            await world.type_quietly("ana", "undo")
        return accept(delivery)

    monkeypatch.setattr(world.courier, "send", send)
    await world.settle()
    sent = "\n".join(said(each.message) for each in world.courier.sent)
    assert "Complaint: Acme" in sent
    assert "Globex" not in sent


async def test_what_is_found_after_a_crash_is_brought_up_to_date(wanted):
    (post,) = await claim(wanted)
    begun = await begin(wanted, post)
    wanted.courier.accept(begun)  # it arrived, and then the power went
    await wanted.type_quietly("ben", "log Acme emailed them the price list")
    await free_leases(wanted)
    await wanted.settle()
    assert "✅ Ben Okafor did" in wanted.reminders()[0]


async def test_the_pace_counts_from_when_a_message_goes_out(wanted, monkeypatch):
    await wanted.type_quietly("ana", "new Globex suspect")
    await wanted.type_quietly("ben", "log Globex asked about prices")
    wanted.courier.pace, gone, mark = 0.2, [], outbox.begin
    accept = wanted.courier.accept

    def slow_at_first(work, now, leased):
        time.sleep(0.0 if gone else 0.15)
        return mark(work, now, leased)

    async def send(delivery):
        gone.append(time.monotonic())
        return accept(delivery)

    monkeypatch.setattr(outbox, "begin", slow_at_first)
    monkeypatch.setattr(wanted.courier, "send", send)
    await wanted.settle()
    assert gone[1] - gone[0] >= 0.19


class Suspended(Heed):
    """The machine is suspended once, right after this was committed."""

    def __init__(self, world, after):
        super().__init__(world.heed.store, world.clock, world.heed.registry, patience=None)
        self.after, self.woke = after, asyncio.Event()

    async def do(self, capability, caller, /, *args, **more):
        result = await super().do(capability, caller, *args, **more)
        if capability is self.after:
            self.after = None
            await self.woke.wait()
        return result


def frozen():
    return 0.0


CLOCKS = pytest.mark.parametrize("clocks", [(frozen, time.time), (time.monotonic, frozen)])


async def _outslept(world, sleeper, *, until):
    """The sleeper's lease runs out, the other machine does its work, and then the sleeper wakes."""
    await sleeper.deliver()
    await _until(lambda: sleeper._heed.after is None)
    async with asyncio.timeout(10):
        while not until():
            await world.heartbeat.send()
            await asyncio.sleep(0.05)
    sleeper._heed.woke.set()
    await _until(lambda: not sleeper.is_busy)
    await world.settle()


@CLOCKS
async def test_whoever_sleeps_beyond_the_lease_between_marking_and_sending_posts_no_second_time(
    wanted, clocks, monkeypatch
):
    monkeypatch.setattr("scheduler.delivery.LEASE", 0.5)
    sleeper = Deliverer(Suspended(wanted, outbox.begin), wanted.courier, clocks)
    await _outslept(wanted, sleeper, until=wanted.reminders)
    assert len(wanted.reminders()) == 1


@ON_SQLITE
@CLOCKS
async def test_whoever_sleeps_beyond_the_lease_before_an_edit_puts_no_old_words_over_newer_ones(
    wanted, clocks, monkeypatch
):
    await wanted.settle()
    await wanted.press_quietly("ben", buttons(wanted.posts(kind="nudge")[0][1])["I'll take it"])
    monkeypatch.setattr("scheduler.delivery.LEASE", 0.5)
    sleeper = Deliverer(Suspended(wanted, outbox.say), wanted.courier, clocks)
    taken = wanted.posts(kind="nudge")[0][1]
    await sleeper.deliver()
    await _until(lambda: sleeper._heed.after is None)
    await wanted.press_quietly("ben", buttons(taken)["Answered"])
    await _outslept(wanted, sleeper, until=lambda: "✅" in wanted.reminders()[0])
    assert "✅ Ben Okafor answered them" in wanted.reminders()[0]


@ON_SQLITE
async def test_whose_lease_is_over_marks_nothing(wanted):
    (post,) = await claim(wanted)
    await free_leases(wanted)
    assert await begin(wanted, post) is None


@ON_SQLITE
async def test_a_call_gets_no_more_time_than_is_left_of_the_lease(wanted, monkeypatch):
    monkeypatch.setattr("scheduler.delivery.LEASE", 0.3)
    hold(wanted)  # for ever
    await wanted.heartbeat.send()
    await _until(lambda: not _deliverer(wanted).is_busy)
    (row,) = await rows(wanted)
    assert row["maybe_sent"]  # it may have arrived: it is looked for


@ON_SQLITE
async def test_what_stays_unclear_is_looked_into_more_and_more_rarely(wanted):
    waits = []
    for _ in range(9):
        wanted.courier.troubles = [Unsure("HTTP 403")]
        await free_leases(wanted)
        await wanted.heartbeat.send()
        await _until(lambda: not _deliverer(wanted).is_busy)
        waits.append(round(await wanted.ask(outbox.seconds_until_ready)))
    assert waits == [5, 10, 20, 40, 80, 160, 320, 600, 600]
