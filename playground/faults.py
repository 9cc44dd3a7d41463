"""Faults which a test orders: the next calls of a method go wrong in a given way."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["error", "ratelimited", "lost", "reset"]
KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(kw_only=True)
class Fault:
    """What goes wrong with the next `times` calls of `method`, once `after` have gone well.

    error: HTTP 500, nothing done. ratelimited: HTTP 429 with `retry_after`, nothing done.
    reset: the connection breaks, nothing done. lost: the call is done, and its answer never
    comes; the connection breaks after `seconds`.
    """

    method: str
    kind: Kind
    times: int = 1
    retry_after: int = 1
    seconds: float = 60.0
    after: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"a fault is one of {', '.join(KINDS)}")
        if not isinstance(self.times, int) or self.times < 1:
            raise ValueError("times is a whole number from 1 on")


class Faults:
    def __init__(self) -> None:
        self.ordered: list[Fault] = []

    def next(self, method: str) -> Fault | None:
        fault = next((f for f in self.ordered if f.method in (method, "*")), None)
        if fault and fault.after:
            fault.after -= 1
            return None
        if fault:
            fault.times -= 1
            if not fault.times:
                self.ordered.remove(fault)
        return fault
