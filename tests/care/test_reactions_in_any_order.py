"""Several reactions of one person or of two, taken away in whatever order: what is left counts."""

import itertools
from contextlib import suppress

import pytest

from care import reactions, touches
from domain.errors import Over
from domain.reactions import Meaning, signed
from tests.care.test_reactions_and_replies import post, shown
from tests.databases import ON_SQLITE
from tests.world import buttons, said


@pytest.fixture
def emoji(asked):
    return Emoji(asked)


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
        sign = signed(meaning, emoji)
        return await self.world.do(who, act, "C-care", id_, sign, str(next(self.ordinals)))

    @property
    def shown(self):
        return shown(self.world)


@ON_SQLITE
@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(Meaning, 2)))
async def test_once_every_reaction_is_gone_it_is_as_before(emoji, first, second):
    before = emoji.shown
    for other, order in itertools.product(("ben", "ana"), ((0, 1), (1, 0))):
        given = [("ben", first), (other, second)]
        for who, meaning in given:
            with suppress(Over):  # who is too late has done nothing
                await emoji.add(who, meaning)
        for number in order:
            await emoji.take_away(*given[number])
        assert emoji.shown == before


async def test_what_was_taken_away_goes_with_the_undo_of_what_was_built_on_it(emoji):
    await emoji.add("dev", Meaning.TAKE)
    await emoji.add("dev", Meaning.DONE)
    await emoji.take_away("dev", Meaning.TAKE)
    assert "✅ Dev Patel thanked them" in emoji.shown
    await emoji.world.type("dev", "undo")
    assert "Dev Patel" not in emoji.shown


async def test_one_that_is_there_again_stands(emoji):
    await emoji.add("dev", Meaning.TAKE)
    await emoji.add("dev", Meaning.DONE)
    await emoji.take_away("dev", Meaning.TAKE)
    assert await emoji.add("dev", Meaning.TAKE) is None
    await emoji.take_away("dev", Meaning.DONE)
    assert "👀 Dev Patel has it" in emoji.shown


async def test_what_others_have_built_on_stays_until_it_is_taken_back_and_is_told_so(emoji):
    await emoji.add("ben", Meaning.DONE)
    await emoji.world.do("ana", touches.set_kind, 2, 0, "gift")
    told = await emoji.take_away("ben", Meaning.DONE)
    assert "Ana Reyes built on this" in said(told)
    assert "✅ Ben Okafor" in emoji.shown
    await emoji.world.type("ana", "undo")
    assert "✅" not in emoji.shown
    assert "Thanked" in buttons(post(emoji.world)[1])


@pytest.mark.parametrize("first", ["tick", "check"])
async def test_of_two_emoji_that_mean_the_same_the_last_one_counts(emoji, first):
    before = emoji.shown
    await emoji.add("ben", Meaning.DONE, "tick")
    assert await emoji.add("ben", Meaning.DONE, "check") is None
    await emoji.take_away("ben", Meaning.DONE, first)
    assert "✅ Ben Okafor thanked them" in emoji.shown
    last = {"tick": "check", "check": "tick"}[first]
    await emoji.take_away("ben", Meaning.DONE, last)
    assert emoji.shown == before


async def test_one_of_two_that_is_left_stands_whatever_else_is_taken_back(emoji):
    await emoji.add("ben", Meaning.TAKE, "eyes")
    await emoji.add("ben", Meaning.TAKE, "thumb")
    await emoji.take_away("ben", Meaning.TAKE, "eyes")
    await emoji.world.type("ana", "log Acme called Bo")
    await emoji.world.type("ana", "undo")
    assert "👀 Ben Okafor has it" in emoji.shown


async def test_after_an_undo_another_emoji_does_it_again(emoji):
    await emoji.add("ben", Meaning.DONE, "tick")
    await emoji.world.type("ben", "undo")
    await emoji.add("ben", Meaning.DONE, "check")
    assert "✅ Ben Okafor thanked them" in emoji.shown
    await emoji.take_away("ben", Meaning.DONE, "check")
    await emoji.take_away("ben", Meaning.DONE, "tick")
    assert "✅" not in emoji.shown
