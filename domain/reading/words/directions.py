"""Who began."""

from enum import StrEnum

from domain.reading.tables import sections


class Act(StrEnum):
    """Whose doing the words speak of."""

    THEIRS = "they did it, unless the words name us"
    TO_US = "it came to us, unless the words say that it came to them"
    OURS = "we did it"


_FILE = sections("began")
TABLE = {act: _FILE[act.name.lower().replace("_", " ")] for act in Act}
RULED_OUT = _FILE["not"]
