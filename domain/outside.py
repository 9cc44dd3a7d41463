"""Why no care interval applies to somebody."""

from enum import StrEnum


class Outside(StrEnum):
    """The first that holds is told. Some are states by name (`domain/precedence.py:State`)."""

    DIED = "died"
    LOST = "lost"
    DO_NOT_CONTACT = "do not contact"
    PAUSED = "paused"
    SUSPECT = "suspect"
    PARKED = "parked"
