"""Which file of phrases tells of which sign."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.reading.tables import sections
from domain.touches import Direction, Sign


@dataclass(frozen=True, kw_only=True)
class Sense:
    """A sign that does not hold when the words are about `never_of`: our own joy is no praise."""

    sign: Sign
    never_of: Direction | None = None


FILES = {sign: sections(sign.name.lower()) for sign in Sign}
_NEVER_OF = {"they": Direction.OURS, "anybody": None, "we": Direction.THEIRS}


def table(signs: Iterable[Sign]) -> dict[Sense, str]:
    return {
        Sense(sign=sign, never_of=never_of): FILES[sign][heading]
        for sign in signs
        for heading, never_of in _NEVER_OF.items()
        if heading in FILES[sign]
    }


def ruled_out(signs: Iterable[Sign]) -> str:
    return ",".join(FILES[sign].get("not", "") for sign in signs)


ANSWERED = FILES[Sign.NO_ANSWER]["answered"]
"""After these an attempt before was not in vain."""
