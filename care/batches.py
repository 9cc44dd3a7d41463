"""Many at once, in few statements: what fails among them is found by trying each alone."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from domain.errors import STORE_TROUBLE
from store.work import Work
from store.writers import translated

T = TypeVar("T")
R = TypeVar("R")

DOZEN = 12
"""How many go into one transaction: it takes little longer than one, and nobody waits for it."""


def try_all(
    work: Work, items: Sequence[T], act: Callable[[Work, Sequence[T]], Sequence[R]]
) -> list[R | Exception]:
    """What comes of each, or why it failed: all together under one savepoint, and should that fail,
    each under one of its own. Raises what is the database's trouble, and nobody's fault.
    """
    try:
        with work.saved() as together:
            return [*act(together, items)]
    except Exception as error:  # noqa: BLE001 - whatever it is, it may be one item's alone
        _blame(error)
    return [_try_alone(work, item, act) for item in items]


def _try_alone(
    work: Work, item: T, act: Callable[[Work, Sequence[T]], Sequence[R]]
) -> R | Exception:
    try:
        with work.saved() as alone:
            return act(alone, [item])[0]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is this item's alone
        return _blame(error)


def _blame(error: Exception) -> Exception:
    told = translated(error)
    if isinstance(told, STORE_TROUBLE) or not isinstance(told, Exception):
        raise error
    return told
