"""What a person is told at the desk, whatever became of what they asked."""

import asyncio

import pytest

from care import due, forms, team
from domain.errors import Misfilled, NotUnderstood, StillSaving
from domain.messages import Message, line
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from tests.world import open_world, said, teammate

TROUBLE = "😕 Something went wrong on my side, and it has been noted for repair."


class Person:
    """Somebody at the desk, and all that they are shown."""

    def __init__(self, world):
        self.world = world
        self.shown, self.late, self.refused = [], [], []
        self.dispatcher = Dispatcher(world.heed, self.introduce, world.tenancy)

    async def introduce(self, user_id):
        newcomer = teammate(user_id.removeprefix("U-"), "Newcomer", "Europe/London")
        await self.world.do_clock(team.introduce, (newcomer,))

    async def show(self, message):
        self.shown.append(said(message))

    async def show_late(self, message):
        self.late.append(said(message))

    async def refuse(self, at):
        self.refused.append(dict(at))

    async def ask(self, capability, *facts, who="ana", once=""):
        request = Request(capability=capability, args=facts)
        caller = self.dispatcher.caller(f"U-{who}", once)
        return await self.dispatcher.serve(request, caller, self.show, self.show_late)

    async def fill(self, capability, *facts, once=""):
        request = Request(capability=capability, args=facts)
        caller = self.dispatcher.caller("U-ana", once)
        await self.dispatcher.submit(request, caller, self.show, self.refuse)


@pytest.fixture
async def ana(sqlite):
    async with open_world(sqlite) as world:
        yield Person(world)


def answer(work, now):
    del work, now
    return Message(id="answer", headline=line("done"), items=())


def fail(work, now, error):
    del work, now
    raise error


@pytest.fixture
def hurried(ana, monkeypatch):
    """Whatever is asked at this desk takes longer than a platform waits."""
    ana.world.heed._patience = 1.0
    write = ana.world.heed.store.write

    async def late(run, patience):
        saving = asyncio.ensure_future(write(run, None))
        if patience is None:
            return await saving
        raise StillSaving(saving)

    monkeypatch.setattr(ana.world.heed.store, "write", late)
    return ana


async def told_late(person):
    await person.dispatcher.close(5)
    assert not person.dispatcher.is_busy


async def test_what_was_done_is_shown_and_what_can_not_be_done_is_told(ana):
    assert await ana.ask(answer)
    assert await ana.ask(fail, NotUnderstood("I can't read that."))
    assert ana.shown == ["done", "I can't read that.\nNothing was changed."]


async def test_a_bug_is_told_kindly_and_noted(ana, caplog):
    assert await ana.ask(fail, ZeroDivisionError("a bug"))
    assert ana.shown[0].startswith(TROUBLE)
    assert "ZeroDivisionError: a bug" in caplog.text


async def test_the_same_event_again_is_shown_nothing(ana):
    assert await ana.ask(answer, once="event:1")
    assert not await ana.ask(answer, once="event:1")
    assert ana.shown == ["done"]


async def test_whoever_comes_for_the_first_time_is_introduced(ana):
    assert await ana.ask(due.mine, who="eve")
    assert "Nothing waits for you" in ana.shown[0]
    found = await ana.dispatcher.ask(due.mine, ana.dispatcher.caller("U-finn"))
    assert "Nothing waits for you" in said(found.say())


async def test_what_takes_long_is_told_when_it_is_done(hurried):
    await hurried.ask(answer)
    assert hurried.shown[0].startswith("Still saving")
    await told_late(hurried)
    assert hurried.late == ["done"]


@pytest.mark.parametrize(
    ("error", "words"),
    [(NotUnderstood("I can't read that."), "I can't read that."), (ZeroDivisionError(), TROUBLE)],
)
async def test_what_takes_long_and_fails_is_told_too(hurried, error, words):
    await hurried.ask(fail, error)
    await told_late(hurried)
    assert hurried.late[0].startswith(words)


async def test_a_form_where_none_can_be_opened_is_a_bug(ana, caplog):
    await ana.ask(forms.new)
    assert ana.shown[0].startswith(TROUBLE)
    assert "no form can be opened here" in caplog.text


async def test_a_form_that_was_filled_in_is_answered_once(ana):
    for _ in range(2):
        await ana.fill(answer, once="view:1")
    assert (ana.shown, ana.refused) == (["done"], [])


async def test_a_form_that_takes_long_is_closed_and_its_answer_shown_when_it_is_done(hurried):
    await hurried.fill(answer)
    assert hurried.shown[0].startswith("Still saving")
    await told_late(hurried)
    assert (hurried.shown[1:], hurried.refused) == (["done"], [])


@pytest.mark.parametrize(
    ("error", "at"),
    [
        (Misfilled({"day": "That day is over."}), {"day": "That day is over."}),
        (NotUnderstood("No."), {"": "No. Nothing was changed."}),
        (ZeroDivisionError(), {"": TROUBLE}),
    ],
)
async def test_a_form_that_can_not_be_done_stays_open_and_says_why(ana, error, at):
    await ana.fill(fail, error)
    assert (ana.shown, ana.refused) == ([], [at])


async def test_what_fails_in_the_background_is_noted_and_harms_nobody(ana, caplog):
    async def break_():
        raise ZeroDivisionError("a bug")

    ana.dispatcher.keep(break_())
    assert ana.dispatcher.is_busy
    await told_late(ana)
    assert "something in the background failed" in caplog.text


async def test_a_stop_waits_for_the_background_but_not_for_ever(ana):
    ana.dispatcher.keep(asyncio.sleep(10))
    await ana.dispatcher.close(0.01)
    assert ana.dispatcher.is_busy
    for task in ana.dispatcher._under_way:
        task.cancel()
