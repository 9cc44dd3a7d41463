"""What a reply in a reminder's thread means: precise first, for it acts in somebody's name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead
from domain.reading.intentions import later, plans
from domain.reading.light import DENIES, REPLIES, SUPPOSES, US, is_light, is_ours, pieces
from domain.reading.meanings import Done, Doubtful, Meaning, PutOff, Taken, Talk, Told, Waived
from domain.reading.names import NOBODY, Names
from domain.reading.passages import Passage, passages
from domain.reading.patterns import Lexicon
from domain.reading.reports import is_in_vain, reports
from domain.reading.tables import listed
from domain.reading.tokens import Clause, Token
from domain.reading.vocabulary import CLASSES, OURSELVES, THEMSELVES


class _Act(StrEnum):
    DONE = "done"
    TAKE = "take"
    LATER = "later"
    WAIVE = "waive"
    TOLD = "told"
    IN_VAIN = "in vain"
    NOT_DONE = "not done"
    DOUBT = "doubt"


@dataclass(frozen=True)
class _Found:
    act: _Act
    until: Ahead | None = None
    asks: bool = False


_HEADS = Lexicon({_Act.DONE: REPLIES["done"], _Act.TAKE: REPLIES["take"]}, REPLIES["not heads"])
_DOUBTFUL = Lexicon({True: REPLIES["doubtful"]})
_WAIVED = Lexicon({False: REPLIES["waived"], True: REPLIES["dismissed"]}, REPLIES["not waived"])
_ASTRAY = Lexicon({True: REPLIES["astray"]})
_ALONE, _ASKS, _THANKING = (listed(REPLIES[each]) for each in ("alone", "asks", "thanking"))
_ENDS = {_Act.WAIVE, _Act.TOLD, _Act.IN_VAIN, _Act.DONE}
_THANKS = {"thanks", "thank", "cheers"}
_OTHERS = THEMSELVES | CLASSES["THEM"]
"""“He's on it” is his word, not ours."""


def meaning(words: str, now: datetime, zone: ZoneInfo, names: Names = NOBODY) -> Meaning:
    """`zone` is the clock of whoever wrote it, `names` are those that are known."""
    told = passages(words, names)
    if not told or is_question(told) or any(_ASTRAY.find(each.clause)[0] for each in told):
        return Talk()
    if words.strip(" .!").casefold() in _ALONE:
        return Waived()
    if "?" not in words and [token.text for token in told[0].tokens[:2]] == ["did", "it"]:
        return Done()
    return _together([act for each in told for act in _acts(each, now, zone)])


def tells_thanks(words: str) -> bool:
    """However the contact was made."""
    told = (token.text for each in passages(words) for token in each.tokens)
    return not _THANKING.isdisjoint(told)


def is_question(told: Sequence[Passage]) -> bool:
    """It begins as one, or is nothing else."""
    first = [token.text for token in told[0].tokens[:2]]
    return first[0] in _ASKS or first == ["am", "i"]


def _together(found: Sequence[_Found]) -> Meaning:
    """The first that ends it counts; else what somebody takes upon himself, and until when."""
    acts = [each.act for each in found if not each.asks]
    if _Act.NOT_DONE in acts:
        return Talk()
    ends = next((act for act in acts if act in _ENDS), None)
    times = [each for each in found if each.act is _Act.LATER]
    put_off = min(times, key=lambda each: each.until is None, default=None)
    match ends:
        case _Act.WAIVE:
            return Doubtful() if put_off and put_off.until else Waived()
        case _Act.TOLD | _Act.IN_VAIN:
            return Told(in_vain=_Act.IN_VAIN in acts)
        case _Act.DONE:
            return Done()
        case _ if put_off:
            sure = replace(put_off, until=None) if put_off.asks else put_off
            return PutOff(sure.until, is_mine=_Act.TAKE in acts)
        case _ if _Act.DOUBT in acts:
            return Doubtful()
        case _:
            return Taken() if _Act.TAKE in acts else Talk()


def _acts(passage: Passage, now: datetime, zone: ZoneInfo) -> Iterator[_Found]:
    if put_off := later(passage, now, zone):
        yield _Found(_Act.LATER, *put_off)
    if passage.clause.asks:
        return
    if _DOUBTFUL.find(passage.clause)[0] and not DENIES & {token.text for token in passage.tokens}:
        yield _Found(_Act.DOUBT)
    elif _is_waived(passage):
        yield _Found(_Act.WAIVE)
    elif is_in_vain(passage):
        yield _Found(_Act.IN_VAIN)
    elif reports(passage):
        yield _Found(_Act.TOLD)
    else:
        yield from (_Found(act) for piece in pieces(passage.tokens) if (act := _head(piece)))


def _head(piece: tuple[Token, ...]) -> _Act | None:
    if plans(piece):
        return _Act.TAKE
    found, taken = _HEADS.find(Clause(tokens=piece))
    if not found:
        return None
    act = found[0].meaning
    within = taken | set(range(found[0].head, found[0].tail + 1))
    rest = [token for spot, token in enumerate(piece) if spot not in within]
    if act is _Act.DONE and any(token.text in DENIES for token in rest):
        return _Act.NOT_DONE
    before = {token.text for token in piece[: found[0].head]}
    if _THANKS & before or (_is_not_yet(rest) if act is _Act.DONE else _OTHERS & before):
        return None
    is_marked = act is _Act.DONE and any(token.text in {"✅", "✔", "☑"} for token in piece)
    return act if is_marked or all(map(is_light, rest)) else None


def _is_not_yet(rest: Sequence[Token]) -> bool:
    """As in “done by tomorrow”."""
    return any(token.text in {"by", "tomorrow", "until", "till", "next", "soon"} for token in rest)


def _is_waived(passage: Passage) -> bool:
    spoken_to = any(is_ours(token) or token.text in US for token in passage.tokens)
    supposed = any(token.text in SUPPOSES for token in passage.tokens)
    found = _WAIVED.find(passage.clause)[0]
    led = (passage.tokens[: each.head] for each in found if each.meaning)
    begins = all(is_light(token) and token.text not in OURSELVES for each in led for token in each)
    return bool(found) and begins and not spoken_to and not supposed
