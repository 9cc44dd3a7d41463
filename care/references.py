"""Where people and channels are talked to, on platforms that have to be told."""

from datetime import datetime

from care import places
from domain.references import Reference
from store import references
from store.work import Work


def keep(work: Work, now: datetime, reference: Reference) -> None:
    del now
    references.keep(work, reference)


def find(work: Work, now: datetime, address: str) -> Reference | None:
    del now
    return references.by_address(work, address)


def everything(work: Work, now: datetime) -> list[Reference]:
    del now
    return references.everything(work)


def lose(work: Work, now: datetime, address: str, why: str) -> None:
    """Heed was put out of a conversation, and with it out of all of that roster."""
    for each in references.everything(work):
        if address in {each.address, each.roster}:
            places.lost(work, now, each.address, why)
            references.forget(work, each.address)
