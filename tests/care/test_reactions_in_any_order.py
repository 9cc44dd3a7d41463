"""Several reactions of one person or of two, taken away in whatever order: what is left counts."""

import itertools
from contextlib import suppress

import pytest

from care import reactions, touches
from care.reactions import Meaning
from domain.errors import Over
from tests.care.test_reactions_and_replies import post, shown
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said


@pytest.fixture
async def asked(world):
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ana", "log Acme called Maria, she was happy")
    await world.turn(at("2026-11-16 09:15"))
    return Emoji(world)


class Emoji:
    """`+` and `-` an emoji, one event after the other."""

    def __init__(self, world):
        self.world, self.ordinals = world, itertools.count(10)

    async def add(self, who, meaning, emoji=""):
        return await self._act(who, reactions.came, meaning, emoji)

    async def take_away(self, who, meaning, emoji=""):
        return await self._act(who, reactions.went, meaning, emoji)

    async def _act(self, who, act, meaning, emoji):
        id_, _ = post(self.world)
        sign = reactions.signed(meaning, emoji)
        return await self.world.do(who, act, "C-care", id_, sign, str(next(self.ordinals)))

    @property
    def shown(self):
        return shown(self.world)


@ON_SQLITE
@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(Meaning, 2)))
async def test_once_every_reaction_is_gone_it_is_as_before(asked, first, second):
    before = asked.shown
    for other, order in itertools.product(("ben", "ana"), ((0, 1), (1, 0))):
        given = [("ben", first), (other, second)]
        for who, meaning in given:
            with suppress(Over):  # who is too late has done nothing
                await asked.add(who, meaning)
        for number in order:
            await asked.take_away(*given[number])
        assert asked.shown == before


async def test_what_was_taken_away_goes_with_the_undo_of_what_was_built_on_it(asked):
    await asked.add("dev", Meaning.TAKE)
    await asked.add("dev", Meaning.DONE)
    await asked.take_away("dev", Meaning.TAKE)
    assert "✅ Dev Patel thanked them" in asked.shown
    await asked.world.type("dev", "undo")
    assert "Dev Patel" not in asked.shown


async def test_one_that_is_there_again_stands(asked):
    await asked.add("dev", Meaning.TAKE)
    await asked.add("dev", Meaning.DONE)
    await asked.take_away("dev", Meaning.TAKE)
    assert await asked.add("dev", Meaning.TAKE) is None
    await asked.take_away("dev", Meaning.DONE)
    assert "👀 Dev Patel has it" in asked.shown


async def test_what_others_have_built_on_stays_until_it_is_taken_back_and_is_told_so(asked):
    await asked.add("ben", Meaning.DONE)
    await asked.world.do("ana", touches.set_kind, 2, 0, "gift")
    told = await asked.take_away("ben", Meaning.DONE)
    assert "Ana Reyes built on this" in said(told)
    assert "✅ Ben Okafor" in asked.shown
    await asked.world.type("ana", "undo")
    assert "✅" not in asked.shown
    assert "Thanked" in buttons(post(asked.world)[1])


@pytest.mark.parametrize("first", ["tick", "check"])
async def test_of_two_emoji_that_mean_the_same_the_last_one_counts(asked, first):
    before = asked.shown
    await asked.add("ben", Meaning.DONE, "tick")
    assert await asked.add("ben", Meaning.DONE, "check") is None
    await asked.take_away("ben", Meaning.DONE, first)
    assert "✅ Ben Okafor thanked them" in asked.shown
    last = {"tick": "check", "check": "tick"}[first]
    await asked.take_away("ben", Meaning.DONE, last)
    assert asked.shown == before


async def test_one_of_two_that_is_left_stands_whatever_else_is_taken_back(asked):
    await asked.add("ben", Meaning.TAKE, "eyes")
    await asked.add("ben", Meaning.TAKE, "thumb")
    await asked.take_away("ben", Meaning.TAKE, "eyes")
    await asked.world.type("ana", "log Acme called Bo")
    await asked.world.type("ana", "undo")
    assert "👀 Ben Okafor has it" in asked.shown


async def test_after_an_undo_another_emoji_does_it_again(asked):
    await asked.add("ben", Meaning.DONE, "tick")
    await asked.world.type("ben", "undo")
    await asked.add("ben", Meaning.DONE, "check")
    assert "✅ Ben Okafor thanked them" in asked.shown
    await asked.take_away("ben", Meaning.DONE, "check")
    await asked.take_away("ben", Meaning.DONE, "tick")
    assert "✅" not in asked.shown
