"""Names shaped like Slack's, never given twice, not even by the next run.

A bot keeps what it has seen; a playground that is started anew must not hand out an old
event's name again.
"""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def fresh(prefix: str, length: int = 10) -> str:
    return prefix + uuid4().hex[: length - len(prefix)].upper()


class Stamps:
    """Gives out `ts`: they follow the turned clock, and each is later than the one before."""

    def __init__(self) -> None:
        self._last = 0

    def next(self, now: datetime) -> str:
        self._last = max((now - EPOCH) // timedelta(microseconds=1), self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06}"
