"""What is said of moves on the ladder: on receipts, on the card, and in lists."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customer_lists import Wanted
from domain.customers import Customer, Rung
from domain.messages import Button, Command, Count, Item, Line, Message, Named, Words, line
from domain.wording import customer_lists, digests, receipts
from features.ladder.rules import LADDER, Evidence, Move, Shown

SHOWN = {
    Evidence.ENQUIRY: "they asked us",
    Evidence.FIRST_PURCHASE: "their first purchase",
    Evidence.SECOND_PURCHASE: "they came back and bought again",
    Evidence.JOINED: "they joined",
    Evidence.RECOMMENDED: "they recommended us",
    Evidence.PRAISED: "they praised us in public",
    Evidence.RECOMMENDED_AGAIN: "they recommended us twice, unasked",
}
ASKED = {
    Evidence.SECOND_PURCHASE: "Was that another purchase, after an earlier one?",
    Evidence.RECOMMENDED: "They have not bought yet. Do they recommend us all the same?",
    Evidence.PRAISED: "Do others get to see that praise, in a review or a post?",
    Evidence.RECOMMENDED_AGAIN: "Is that another recommendation, and unasked?",
}
"""Of what is not sure."""

BAR = 10
"""Blocks of the longest bar."""

SECTION = "moves"
"""Of the digest: who moved this month."""

EXAMPLE = "rung Acme advocate because they recommend us whenever we ask"


def lifted(move: Move, customer: Customer) -> Item:
    """On the receipt of the contact that shows it."""
    shown = SHOWN[move.evidence] if move.evidence else ""
    told = f": {shown}, so they are {phrases.a(move.to_rung)} now."
    return Item(line=line("✅ ", Named(customer.name), told), actions=(_back(move),))


def _back(move: Move) -> Button:
    label = f"No, {phrases.a(move.from_rung)} as before"
    return Button(action_id="ladder.back", ref=str(move.id), label=label)


def asked(touch_id: int, shown: Shown) -> Item:
    yes = Button(
        action_id="ladder.lift",
        ref=f"{touch_id}:{shown.evidence}",
        label=f"Yes, {phrases.a(shown.rung)} now",
    )
    return Item(line=line(f"🪜 {ASKED[shown.evidence]}"), actions=(yes,))


def moved(
    customer: Customer, rung: Rung, reason: str, after: Iterable[Line], action_id: int
) -> Message:
    """Somebody has said so."""
    why = [line("Because ", Words(phrases.shorten(reason)))] if reason else []
    headline = line("🪜 ", Named(customer.name), f" is {phrases.a(rung)} now")
    return receipts.told(headline, (*why, *after), receipts.undo(action_id))


def stays(customer: Customer, rung: Rung, after: Iterable[Line], action_id: int) -> Message:
    headline = line("🪜 ", Named(customer.name), f" is {phrases.a(rung)}, as before")
    return receipts.told(headline, tuple(after), receipts.undo(action_id))


def standing(customer: Customer, moves: Sequence[Move], now: datetime, zone: ZoneInfo) -> Message:
    """Where they stand, and how they came there."""
    told = [line("· ", *row(each, now, zone)) for each in moves]
    move = line("To move them: ", Command(f"rung {customer.name} advocate because …"))
    headline = line("🪜 ", Named(customer.name), f": {customer.rung}")
    return Message(
        id="answer",
        headline=headline,
        items=tuple(Item(line=each) for each in told),
        notes=(move,),
    )


def ladder(
    on: Mapping[Rung, int], came: Mapping[Rung, int], beside: Sequence[Item], whose: int
) -> Message:
    """How many stand on each rung, the highest first. `came` are those who moved there this month,
    `whose` is the owner's id, or 0.
    """
    longest = max(on.values(), default=0)
    rungs = [_rung(rung, on.get(rung, 0), came.get(rung, 0), longest, whose) for rung in LADDER]
    every = Count(sum(on.values()), "customer")
    headline = line("🪜 Your ladder: " if whose else "🪜 The ladder: ", every)
    return Message(id="ladder", headline=headline, items=(*reversed(rungs), *beside))


def _rung(rung: Rung, number: int, came: int, longest: int, whose: int) -> Item:
    """With a bar that is as long as they are many."""
    page = customer_lists.page(whose, Wanted(rung=rung), 0)
    way = Button(action_id=page.action_id, ref=page.ref, label="Open")
    bar = "▇" * -(-number * BAR // longest) if longest else ""
    new = f", {came} came this month" if came else ""
    told = line(f"{rung.capitalize()} · {number}{new}", f" {bar}" if bar else "")
    return Item(line=told, actions=(way,) if number else ())


def beside(kind: str, count: Count, scope: str, today: date) -> Item:
    """A number that is told beside the rungs, and the way to its list."""
    way = (digests.opening(kind, scope, today),) if count.number else ()
    return Item(line=line(f"{count.noun.capitalize()} · {count.number}"), actions=way)


def on_card(moves: Sequence[Move], now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    for each in moves:
        yield Item(line=line("🪜 ", *row(each, now, zone)))


def row(move: Move, now: datetime, zone: ZoneInfo) -> Line:
    """When they came from where to where, and what showed it."""
    way = f"{move.from_rung} → {move.to_rung} "
    if move.evidence:
        return line(way, phrases.day(move.at, now, zone), f": {SHOWN[move.evidence]}")
    why = line(": ", Words(phrases.shorten(move.reason, 120))) if move.reason else ()
    return line(way, phrases.day(move.at, now, zone), *why)
