"""Wishes: thanked for by name, and told of once they have come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from care import actions, finding, people, tick_lists, touches
from care.feature import PlainCommand
from care.heed import allow
from domain import phrases
from domain.commands import Usage
from domain.errors import Gone, Misfilled
from domain.forms import Filled, Form
from domain.lengths import NAME as LONGEST
from domain.messages import Item, Message, Named, line
from domain.precedence import Need
from domain.teammates import Permission
from domain.tick_lists import Wanted
from domain.touches import Kind, Sign, Touch
from domain.wording import receipts
from features.twins.rules import Said, all_alike
from features.wishes import rows
from features.wishes import words as wording
from features.wishes.rules import NAME, Wish
from store import customers
from store import touches as store_touches
from store.work import Work

THANK = "thank for a wish"
UNDO = {THANK: "that you thanked them"}
"""How it is called when it is taken back."""


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of one: thanks, and who has it."""
    del now
    if Sign.WISH in touch.signs:
        customer = finding.need(work, touch.customer_id)
        there = customers.contacts(work, customer.id)
        named = [each.name for each in there if each.id == touch.contact_id]
        who = [*named, *(each.name for each in there), customer.name][0]
        yield wording.thank(touch, who, people.person(people.owner(work, customer)))


def thanked(work: Work, now: datetime, touch_id: int) -> Message:
    """A contact of ours. Raises Gone."""
    allow(work, Permission.LOG)
    wish = touches.need(work, touch_id)
    customer = finding.hold(work, wish.customer_id)
    touch = replace(
        touches.asked_for(now, Kind.THANKS),
        customer_id=customer.id,
        by_id=work.person.id,
        words="for telling us what they would like",
    )
    store_touches.add(work, touch, now)
    done = actions.record(work, now, THANK, customer.id)
    headline = line("🙏 ", Named(customer.name), ": thanked for telling us")
    return receipts.told(headline, (), receipts.undo(done.action_id))


def overview(work: Work, now: datetime) -> Message:
    reader = allow(work, Permission.SEE)
    wishes = rows.standing(work)
    named = people.named(work, [each.owner_id for each in wishes])
    return wording.overview(wishes, named, now, reader.clock)


def ask(work: Work, now: datetime, touch_id: int) -> Form:
    """Raises Gone."""
    del now
    allow(work, Permission.ACT)
    alike = _alike(work, touch_id)
    return wording.form(alike[0], alike)


def _alike(work: Work, touch_id: int) -> list[Wish]:
    """That wish, and those of others that are about the same. Raises Gone."""
    wishes = {each.touch_id: each for each in rows.standing(work)}
    if touch_id not in wishes:
        raise Gone
    said = {
        id_: Said(
            id=id_, customer_id=each.customer_id, words=each.words, causes=frozenset({Sign.WISH})
        )
        for id_, each in wishes.items()
    }
    others = all_alike(said[touch_id], list(said.values()))
    return [wishes[touch_id], *(wishes[each.id] for each in others)]


def grant(work: Work, now: datetime, touch_id: int, filled: Filled) -> Message:
    """Everybody who wished for it stands on their owner's list. Raises Misfilled, Gone."""
    allow(work, Permission.ACT)
    words = filled.one("words")
    if not words:
        raise Misfilled({"words": "Say what came: it is what they will be told."})
    alike = _alike(work, touch_id)
    rows.grant(work, alike, words, now)
    there = customers.by_ids(work, [each.customer_id for each in alike])
    notes = {each.customer_id: phrases.shorten(each.words) for each in reversed(alike)}
    name = phrases.shorten(f"You said, we did: {words}", LONGEST)
    wanted = Wanted(name=name, kind=Kind.MESSAGE, need=Need.PROMISE, notes=notes)
    return tick_lists.begin(work, now, wanted, list(there.values()))


COMMANDS = (
    PlainCommand(
        usage=Usage(
            name=NAME,
            example="wishes",
            does="see what customers wish for, and say that something came",
            rank=47,
            is_listed=False,
        ),
        act=overview,
        changes=False,
    ),
)
