"""What became of a reply, told in any order and more than once: its last words count, or none."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from care import due_nudges, replies
from care.feature import Reply
from store.tables import ReplyVersion, Touch
from tests.care.test_reactions_and_replies import post
from tests.world import PLACE, said

CONTACTS = ("called her, all good", "emailed her, all good", "thanked her with a card")
WORDS = st.sampled_from([*CONTACTS, "never mind", "on it"])
FINAL = "~"
numbers = itertools.count()


@st.composite
def stories(draw):
    """Events as (version, words; None for a deletion) as they arrive, and the words that are left:
    each event arrives at least once.
    """
    said = draw(st.lists(WORDS, min_size=1, max_size=4))
    events = [(str(version), words) for version, words in enumerate(said)]
    events += [(FINAL, None)] if draw(st.booleans()) else []
    again = draw(st.lists(st.sampled_from(events), max_size=3))
    order = draw(st.permutations([*events, *again]))
    left = events[-1][1]
    return order, [left] if left in CONTACTS else []


async def tell(world, message, version, words):
    id_, _ = post(world)
    first = replies.heard if version == "0" else replies.edited
    act = replies.deleted if words is None else first
    reply = Reply(PLACE, id_, message, words or "", version)
    await world.heed.do(act, world.caller("ben"), reply)


def _noted(work, now, message):
    del now
    of_it = select(Touch.words).where(Touch.message_id == message, ~Touch.gone)
    return [row.words for row in work.all(of_it)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories())
async def test_the_last_words_of_a_reply_count_once_in_whatever_order_they_come(asked, story):
    (order, left), message = story, f"r{next(numbers)}"
    for version, words in order:
        await tell(asked, message, version, words)
    assert await asked.ask(_noted, message) == left


DEEDS = (("0", "on it"), ("1", "tomorrow"), ("2", "not needed, she moved on"))


@pytest.mark.parametrize("order", list(itertools.permutations(DEEDS)))
async def test_the_last_thing_that_a_reply_says_is_done_alone_in_whatever_order_it_comes(
    asked, order
):
    for version, words in (*order, order[0]):
        await tell(asked, "r", version, words)
    await asked.settle()
    shown = said(post(asked)[1])
    assert "❌ Not needed, says Ben Okafor" in shown
    assert "👀" not in shown
    assert "💤" not in shown


@pytest.mark.parametrize("last", ["edited", "posted"])
async def test_what_was_taken_back_stays_so_however_late_its_events_come(asked, last):
    await tell(asked, "r", "0", CONTACTS[0])
    await asked.type("ben", "undo")
    await tell(asked, "r", *{"edited": ("1", CONTACTS[1]), "posted": ("0", CONTACTS[0])}[last])
    assert await asked.ask(_noted, "r") == []


async def test_of_talk_nothing_is_remembered_and_of_versions_nothing_for_longer_than_a_week(asked):
    def known(work, now):
        del now
        return len(work.all(select(ReplyVersion.id)))

    await tell(asked, "talk", "0", "lovely")
    assert await asked.ask(known) == 0
    await tell(asked, "gone", FINAL, None)
    assert await asked.ask(known) == 1
    await asked.wait(days=8)
    await asked.do_clock(due_nudges.forget)
    assert await asked.ask(known) == 0
