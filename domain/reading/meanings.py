"""What a reply in a reminder's thread can mean."""

from dataclasses import dataclass

from domain.reading.ahead import Ahead


@dataclass(frozen=True)
class Talk:
    """Nothing for Heed."""


@dataclass(frozen=True)
class Done:
    """What was asked for is done, however."""


@dataclass(frozen=True)
class Told:
    """A contact, or an attempt `in_vain`: what it ends depends on what the reminder asked for."""

    in_vain: bool = False


@dataclass(frozen=True)
class Taken:
    """By whoever wrote it."""


@dataclass(frozen=True)
class PutOff:
    """Until then; None: yet to be asked. `is_mine` where whoever wrote it does it then."""

    until: Ahead | None
    is_mine: bool = False


@dataclass(frozen=True)
class Waived:
    """Not needed; the words say why."""


@dataclass(frozen=True)
class Doubtful:
    """It may be one of several: whoever wrote it is asked."""


Meaning = Talk | Done | Told | Taken | PutOff | Waived | Doubtful
