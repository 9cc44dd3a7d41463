"""The clock that can be turned. Only what people see follows it; time-outs never do."""

from datetime import UTC, datetime, timedelta
from time import monotonic


class Clock:
    """Runs at real speed, and stands still while it is being turned."""

    def __init__(self, start: datetime | None = None) -> None:
        self._moment = (start or datetime.now(UTC)).astimezone(UTC)
        self._since = monotonic()
        self.turn = 0
        self.running = True

    def now(self) -> datetime:
        if not self.running:
            return self._moment
        return self._moment + timedelta(seconds=monotonic() - self._since)

    def halt(self) -> None:
        self._moment = self.now()
        self.running = False

    def go_on(self) -> None:
        self._since = monotonic()
        self.running = True

    def set(self, moment: datetime) -> None:
        """A new turn begins, at a later moment than the one before."""
        self._moment = moment.astimezone(UTC)
        self.turn += 1
