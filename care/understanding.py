"""How a line would be read against today's customers: for trying things out."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from care import dates, finding, known_names
from care.finding import Unclear
from domain import new_names, reading
from domain.customers import Customer
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Understood:
    """`customer` is None where the line names none for sure; `candidates` are names to choose
    from, best first; `also` are logged with the customer, `elsewhere` are named besides and
    offered. `at` is ISO text in UTC. `asks` are the signs that the receipt asks about.
    """

    customer: str | None
    candidates: tuple[str, ...]
    kind: str
    direction: str
    signs: tuple[str, ...]
    at: str
    words: str
    asks: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def understand(
    work: Work, now: datetime, line: str, zone: ZoneInfo, *, theirs: bool = False
) -> Understood:
    """Changes nothing. `zone` is the clock of whoever types it; `theirs`: the customer wrote it."""
    found = finding.find(work, line)
    beside: tuple[tuple[Customer, ...], tuple[Customer, ...]] = ((), ())
    if isinstance(found, Unclear):
        customer, words = None, line
        candidates = tuple(each.name for each in found.candidates)
        about = _about(line, found, now)
        known = known_names.likely(work, found.candidates, line)
    else:
        customer, words, candidates = found.customer.name, found.words, ()
        known, about = known_names.of(work, found.customer, words), words
        beside = found.joined, found.elsewhere
    order = dates.month_first(work, about)
    said = reading.read(about, now, zone, known, theirs=theirs, month_first=order)
    return Understood(
        customer=customer,
        candidates=candidates,
        kind=said.kind,
        direction=said.direction,
        signs=tuple(sorted(said.signs)),
        at=said.at.isoformat(),
        words=words,
        asks=tuple(sorted(said.suspected)),
        also=tuple(each.name for each in beside[0]),
        elsewhere=tuple(each.name for each in beside[1]),
    )


def _about(line: str, unclear: Unclear, now: datetime) -> str:
    """What would be logged once the likeliest is chosen, or somebody new is made of the line."""
    if unclear.candidates:
        return finding.words_about(line, unclear.candidates[0])
    return new_names.called(line, now)[1]
