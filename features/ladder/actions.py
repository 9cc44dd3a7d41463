"""Customers move on the ladder: by what a contact shows, or because a person says so."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial

from care import actions, finding, loading, scenes
from care import touches as care_touches
from care.feature import Command, Said, Telling
from care.heed import allow
from domain import import_rungs, quotes
from domain.commands import Usage
from domain.customer_fields import RUNG
from domain.customers import Customer, Rung
from domain.errors import Gone, NotUnderstood, Over
from domain.messages import Item, Line, Message
from domain.teammates import Permission
from domain.touches import Touch
from domain.wording import receipts
from features.asks.rules import Ask, Wanted
from features.ladder import rows, rules
from features.ladder import words as wording
from features.ladder.rules import KIND, TELL, Evidence, Known, Move, Shown
from store import customers
from store import touches as store_touches
from store.work import Change, Work

BACK = "rung back"
UNDO = {"rung": "the rung you gave them", BACK: "that they stayed on their rung"}
"""How each is called when it is taken back."""

SIGNS = frozenset(TELL.values())
UNSURE = frozenset(TELL[each] for each in wording.ASKED)
RUNG_WORDS = 2
"""Words that a rung's name may have."""

SHOWN = 10
"""Moves that the command shows."""


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A contact lifts them, or no longer does; a rung that a person or an import gives is noted."""
    if any(_is_settled(each) for each in changes):
        return
    _withdraw(work, customer_id, changes)
    _note(work, now, changes)
    for touch in _telling(work, changes):
        _lift(work, now, customer_id, touch)


def _is_settled(change: Change) -> bool:
    """The action itself says what becomes of a move."""
    is_new = change.before is None
    return change.table == KIND and (is_new or bool({"gone", "is_refused"} & change.after.keys()))


def _telling(work: Work, changes: Sequence[Change]) -> Iterable[Touch]:
    """Contacts that are new, or have other signs, which may lift somebody."""
    for each in changes:
        if each.table == "touch" and SIGNS & set(each.after.get("signs") or ()):
            is_new = each.before is None
            touch = store_touches.added(each) if is_new else store_touches.by_id(work, each.id)
            if touch and rules.may_lift(touch):
                yield touch


def _withdraw(work: Work, customer_id: int, changes: Sequence[Change]) -> None:
    """What is no longer shown by a contact that was put right, or is gone."""
    mended = {
        each.id
        for each in changes
        if each.table == "touch" and each.before and {"signs", "gone"} & each.after.keys()
    }
    for move in rows.of_touches(work, mended) if mended else ():
        touch = store_touches.by_id(work, move.touch_id or 0)
        is_shown = touch and move.evidence and TELL[move.evidence] in touch.signs
        if not (is_shown or move.is_refused):
            rows.withdraw(work, move.id)
            _go_back(work, customer_id, move)


def _go_back(work: Work, customer_id: int, move: Move) -> None:
    customer = customers.by_id(work, customer_id)
    if customer and customer.rung is move.to_rung:
        values = {"rung": move.from_rung, "rung_since": move.since_before}
        customers.change(work, customer.id, **values)


def _note(work: Work, now: datetime, changes: Sequence[Change]) -> None:
    for each in changes:
        if each.table == "customer" and each.before and "rung" in each.before:
            since = each.before.get("rung_since")
            move = Move(
                id=0,
                customer_id=each.id,
                from_rung=Rung(each.before["rung"]),
                to_rung=Rung(each.after["rung"]),
                since_before=datetime.fromisoformat(since) if since else now,
                at=now,
                by_id=work.by.id if work.by else None,
            )
            rows.add(work, move)


def _lift(work: Work, now: datetime, customer_id: int, touch: Touch) -> None:
    there = loading.lately(work, customer_id)
    shown = _shown(work, there.customer, touch) if there and not there.is_gone else None
    if there and shown and shown.is_sure:
        _move(work, now, there.customer, touch, shown.evidence)


def _shown(work: Work, customer: Customer, touch: Touch) -> Shown | None:
    """Nothing where somebody has refused it."""
    if not rules.may_lift(touch, customer.rung):
        return None
    known = Known(
        others=partial(rows.others_with, work, touch),
        asks=lambda: _asked_for(work, customer.id),
    )
    shown = rules.shown(touch, customer.rung, known)
    moves = rows.of_touches(work, [touch.id]) if shown else ()
    return None if shown and shown.rung in {it.to_rung for it in moves} else shown


def _asked_for(work: Work, customer_id: int) -> Sequence[datetime]:
    """When a referral was asked of them."""
    asks = loading.need(work, customer_id).facts.of(Ask)
    return [each.at for each in asks if each.what is Wanted.REFERRAL]


def _move(work: Work, now: datetime, customer: Customer, touch: Touch, evidence: Evidence) -> None:
    move = Move(
        id=0,
        customer_id=customer.id,
        from_rung=customer.rung,
        to_rung=rules.REACHES[evidence],
        since_before=customer.rung_since,
        at=now,
        by_id=touch.by_id,
        evidence=evidence,
        touch_id=touch.id,
    )
    rows.add(work, move)
    customers.change(work, customer.id, **RUNG.kept(move.to_rung, now))


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of a contact: who was lifted by it, or may be."""
    del now
    if not rules.may_lift(touch):
        return
    known = rows.of_touches(work, [touch.id])
    if known or touch.signs & UNSURE:
        customer = loading.told(work, touch.customer_id)
        standing = [each for each in known if not each.is_refused]
        yield from (wording.lifted(move, customer) for move in standing)
        shown = None if standing else _shown(work, customer, touch)
        if shown and not shown.is_sure:
            yield wording.asked(touch.id, shown)


def lift(work: Work, now: datetime, touch_id: int, evidence: str) -> Message:
    """Somebody says that it is so. Raises Gone, Over."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, care_touches.need(work, touch_id).customer_id)
    touch = care_touches.need(work, touch_id)
    try:
        shown = Evidence(evidence)
    except ValueError:
        raise Gone from None
    rung = rules.REACHES[shown]
    if not rules.is_above(rung, customer.rung):
        raise Over(f"{customer.name} is {customer.rung} by now.")
    store_touches.mention(work, touch.id)
    _move(work, now, customer, touch, shown)
    after, action_id = _recorded(work, now, customer, "rung")
    return wording.moved(customer, rung, "", after, action_id)


def back(work: Work, now: datetime, move_id: int) -> Message:
    """It was not so: they stay where they were. Raises Gone, Over."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, _need(work, move_id).customer_id)
    move = _need(work, move_id)
    if move.is_refused or customer.rung is not move.to_rung:
        raise Over(f"{customer.name} is {customer.rung} by now.")
    rows.refuse(work, move.id)
    _go_back(work, customer.id, move)
    after, action_id = _recorded(work, now, customer, BACK)
    return wording.stays(customer, move.from_rung, after, action_id)


def _need(work: Work, move_id: int) -> Move:
    move = rows.by_id(work, move_id)
    if move is None:
        raise Gone
    return move


def say(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """`Acme advocate because …`. Alone, where they stand. Raises NotUnderstood, Over."""
    if not said.words.strip():
        moves = rows.latest(work, customer.id, SHOWN)
        return wording.standing(customer, moves, now, work.person.clock)
    allow(work, Permission.EDIT)
    customer = finding.hold(work, customer.id)
    rung, reason = _read(said.words)
    if rung is customer.rung:
        raise Over(f"{customer.name} is {rung} already.")
    move = Move(
        id=0,
        customer_id=customer.id,
        from_rung=customer.rung,
        to_rung=rung,
        since_before=customer.rung_since,
        at=now,
        by_id=work.person.id,
        reason=reason,
    )
    rows.add(work, move)
    customers.change(work, customer.id, **RUNG.kept(rung, now))
    after, action_id = _recorded(work, now, customer, "rung")
    return wording.moved(customer, rung, reason, after, action_id)


def _read(typed: str) -> tuple[Rung, str]:
    """The rung, and what is said of why."""
    words = typed.replace(",", " ").replace(":", " ").split()
    for count in range(min(RUNG_WORDS, len(words)), 0, -1):
        if rung := import_rungs.called(quotes.off(" ".join(words[:count]))):
            rest = typed.split(words[count - 1], 1)[1].lstrip(" ,:;-–—")
            first, _, others = rest.partition(" ")
            return rung, (
                others if first.casefold() in {"because", "since", "as"} else rest
            ).strip()
    raise NotUnderstood(f"“{words[0]}” is no rung of the ladder: {import_rungs.ONE_RUNG}.")


def _recorded(
    work: Work, now: datetime, customer: Customer, name: str
) -> tuple[tuple[Line, ...], int]:
    closed = actions.record(work, now, name, customer.id)
    there = finding.need(work, customer.id)
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, there)))
    return after, closed.action_id


COMMANDS = (
    Command(
        usage=Usage(
            name="rung",
            example=wording.EXAMPLE,
            does="say on which rung of the ladder a customer stands",
            rank=72,
            also=("rung Acme",),
            is_listed=False,
        ),
        needs=Permission.SEE,
        act=say,
        telling=Telling.OPTIONAL,
        may_create=False,
    ),
)
