"""What people put right on receipts, as lines to learn from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain import names
from domain.customers import Customer
from domain.touches import Touch
from store import bulk_inserts, installations, standing_actions
from store.actions import Action
from store.work import Work

EVER = datetime(1970, 1, 1, tzinfo=UTC)
READ = ("kind", "signs", "direction", "at")
Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A line as the labelled ones are written (benchmarks/reading/training), with what had been
    `read` where that was put right. Whose customer it was is not told.
    """

    line: str
    customer: None
    kind: str
    signs: str
    direction: str
    days: int
    trade: str
    read: Mapping[str, str | int]


def lines(work: Work, now: datetime) -> list[Correction]:
    """The oldest first; none of what was taken back."""
    del now
    read = _first_read(reversed(standing_actions.called(work, "correct", EVER)))
    touches = bulk_inserts.touches_of(work, read)
    about = bulk_inserts.customers_of(work, {each.customer_id for each in touches.values()})
    zone = ZoneInfo(installations.zone(work))
    told = (
        _correction(touches[id_], read[id_], about.get(touches[id_].customer_id), zone)
        for id_ in read
        if id_ in touches
    )
    return [each for each in told if each.line and each.read]


def _first_read(done: Iterable[Action]) -> dict[int, Values]:
    """Of each contact that was put right, what had been read at first."""
    read: dict[int, Values] = {}
    for each in done:
        for change in each.changes:
            if change.table == "touch" and change.before:
                read[change.id] = {**change.before, **read.get(change.id, {})}
    return read


def _correction(
    touch: Touch, before: Values, customer: Customer | None, zone: ZoneInfo
) -> Correction:
    meant: dict[str, Any] = {
        "kind": touch.kind.value,
        "signs": _signs(touch.signs),
        "direction": touch.direction.value,
        "days": _days(touch, touch.at, zone),
    }
    read = dict(_read(touch, before, zone))
    return Correction(
        line=_without_name(touch.words, customer),
        customer=None,
        trade="",
        read={name: value for name, value in read.items() if value != meant[name]},
        **meant,
    )


def _read(touch: Touch, before: Values, zone: ZoneInfo) -> Iterator[tuple[str, str | int]]:
    for name in READ:
        if name == "at" and name in before:
            yield "days", _days(touch, datetime.fromisoformat(before[name]), zone)
        elif name in before:
            yield name, _signs(before[name]) if name == "signs" else before[name]


def _signs(signs: Iterable[str]) -> str:
    return ", ".join(sorted(signs))


def _days(touch: Touch, at: datetime, zone: ZoneInfo) -> int:
    """How long before it was typed."""
    return (touch.known_at.astimezone(zone).date() - at.astimezone(zone).date()).days


def _without_name(words: str, customer: Customer | None) -> str:
    """The words without a name of that customer's, where they begin with one."""
    known = {names.key(each) for each in (customer.name, *customer.aliases)} if customer else set()
    begun = (each.words for each in names.openings(words) if each.key in known)
    return next(begun, words)
