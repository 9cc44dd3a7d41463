"""A playground's database: empty at each start, and nobody else's while it is in use."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from domain.errors import RunsAlready


@contextmanager
def fresh(database: Path) -> Iterator[None]:
    """Raises RunsAlready. Whoever is killed lets go of the lock as well: the system sees to it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise RunsAlready from error
        for leftover in database.parent.glob(f"{database.name}*"):
            leftover.unlink()
        yield
