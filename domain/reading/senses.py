"""What a phrase can tell of, and the phrases that do: how a contact was made, who began, signs,
and what turns all these into something else than a fact.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.reading.tables import PHRASES, WORDS, listed, sections
from domain.touches import Direction, Kind, Sign


@dataclass(frozen=True, kw_only=True)
class Contact:
    """`done`: the words say that it took place; else they only name it ("a call")."""

    kind: Kind
    done: bool


class Act(StrEnum):
    """Whose doing the words speak of."""

    THEIRS = "they did it, unless the words name us"
    TO_US = "it came to us, unless the words say that it came to them"
    OURS = "we did it"


@dataclass(frozen=True, kw_only=True)
class Sense:
    """A sign that does not hold when the words are about `never_of`: our own joy is no praise."""

    sign: Sign
    never_of: Direction | None = None


class Trigger(StrEnum):
    """What a word does to what follows it in its clause."""

    DENIES = "denies"
    DENIES_OTHERS = "denies what somebody else does"
    SUPPOSES = "supposes"
    SUPPOSES_OTHERS = "supposes what somebody else does"
    PLANS = "makes a contact that is only named a plan or a topic"
    SETTLES = "puts a complaint right"


_KINDS = {kind: sections(PHRASES / f"{kind.name.lower()}.txt") for kind in Kind}
_SIGNS = {sign: sections(PHRASES / f"{sign.name.lower()}.txt") for sign in Sign}
_BEGAN = sections(PHRASES / "began.txt")
_STANCES = sections(WORDS / "stances.txt")
_NEVER_OF = {"they": Direction.OURS, "anybody": None, "we": Direction.THEIRS}

CONTACTS = {
    Contact(kind=kind, done=heading == "done"): text[heading]
    for kind, text in _KINDS.items()
    for heading in ("done", "named")
    if heading in text
}
NO_CONTACTS = ",".join(text["not"] for text in _KINDS.values() if "not" in text)

ACTS = {act: _BEGAN[act.name.lower().replace("_", " ")] for act in Act}
NO_ACTS = _BEGAN["not"]

ANSWERED = _SIGNS[Sign.NO_ANSWER]["answered"]
"""After these an attempt before was not in vain."""

TRIGGERS = {each: _STANCES[each.name.lower().replace("_", " ")] for each in Trigger}
NO_TRIGGERS = _STANCES["not"]

AHEAD, NOT_AHEAD = _STANCES["ahead"], _STANCES["not ahead"]
"""After these a day in the same clause is one that they were speaking of."""

DOING_WHOM, TO_DO, WILL, PUT_OFF = (
    listed(_STANCES[each]) for each in ("doing whom", "to do", "will", "put off")
)
NOT_THEN, BETWEEN, ASKS_US, THEIR_PAPERS = (
    listed(_STANCES[each]) for each in ("not then", "between", "asks us", "their papers")
)
DOING = DOING_WHOM | listed(_STANCES["doing"])


def of_signs(signs: Iterable[Sign]) -> dict[Sense, str]:
    return {
        Sense(sign=sign, never_of=never_of): _SIGNS[sign][heading]
        for sign in signs
        for heading, never_of in _NEVER_OF.items()
        if heading in _SIGNS[sign]
    }


def of_no_signs(signs: Iterable[Sign]) -> str:
    return ",".join(_SIGNS[sign].get("not", "") for sign in signs)
