"""The numbers that hold in this workspace: loaded once, however many rules ask."""

from domain.settings import Chosen, N
from store import settings
from store.work import Work


def chosen(work: Work) -> Chosen:
    """All that it has set itself."""
    if work.chosen is None:
        work.chosen = Chosen(settings.values(work))
    return work.chosen


def of(work: Work, kind: type[N]) -> N:
    return chosen(work).of(kind)
