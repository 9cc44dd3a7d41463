"""`trigger_id`s: a person's gesture, which the bot may turn into a form once, and soon."""

from dataclasses import dataclass
from time import monotonic
from uuid import uuid4

from playground.refusals import Refused


@dataclass(frozen=True, kw_only=True)
class Trigger:
    """`view` is the form in which the gesture was made, if it was made in one."""

    person: str
    view: str | None
    expires: float


class Triggers:
    """They expire by real time, whatever the turned clock says."""

    def __init__(self, lives: float) -> None:
        self._lives = lives
        self._issued: dict[str, Trigger] = {}
        self._exchanged: set[str] = set()

    def issue(self, person: str, view: str | None = None) -> str:
        raw = uuid4()
        name = f"{raw.int % 10**13}.{raw.node % 10**12}.{raw.hex}"
        expires = monotonic() + self._lives
        self._issued[name] = Trigger(person=person, view=view, expires=expires)
        return name

    def exchange(self, name: str) -> Trigger:
        trigger = self._issued.get(name)
        if trigger is None:
            raise Refused("invalid_trigger_id")
        if name in self._exchanged:
            raise Refused("exchanged_trigger_id")
        if monotonic() > trigger.expires:
            raise Refused("expired_trigger_id")
        self._exchanged.add(name)
        return trigger
