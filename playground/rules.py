"""The numbers by which the playground plays; a test may shorten the waits."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All times are seconds of real time: the turned clock does not touch them.

    `rate`: messages a second and channel; Slack speaks of "short bursts" without a number, so
    there is none here. 0 switches the limit off.
    `quiet`: how long nothing may stir before all is taken to be settled.
    """

    rate: float = 1.0
    acknowledge_within: float = 3.0
    trigger_lives: float = 3.0
    response_url_lives: float = 1800.0
    response_url_uses: int = 5
    retry_after: tuple[float, ...] = (0.0, 60.0, 300.0)
    connections: int = 10
    quiet: float = 0.05
    settle_within: float = 30.0
    listener_waits: float = 20.0
    listener_gone: float = 30.0
    turn_takes: float = 60.0
