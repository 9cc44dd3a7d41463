"""How a line would be read against today's customers: for trying things out."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from care import dates, finding, known_names
from care.finding import Unclear
from domain import new_names, reading
from domain.customers import Customer
from domain.reading import Party, everybody
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
        known = known_names.likely(work, found.candidates, line)
        if not candidates:
            known = {**known, **everybody([new_names.called(line, now)[0]], Party.THEIRS)}
    else:
        customer, words, candidates = found.customer.name, found.words, ()
        known = known_names.of(work, found.customer, line)
        beside = found.joined, found.elsewhere
    order = dates.month_first(work, line)
    said = reading.read(line, now, zone, known, theirs=theirs, month_first=order)
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
