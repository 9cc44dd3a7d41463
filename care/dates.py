"""How dates in figures are read in this workspace."""

from care import numbers
from domain.dates import DateNumbers, may_be_two
from store import installations
from store.work import Work


def month_first(work: Work, words: str) -> bool:
    """Asked only where the words depend on it."""
    if not may_be_two(words):
        return False
    return numbers.of(work, DateNumbers).is_month_first(installations.zone(work))
