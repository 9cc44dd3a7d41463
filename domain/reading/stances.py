"""Facts, told from what is denied, supposed or planned."""

from enum import StrEnum

from domain.reading.passages import Passage
from domain.reading.patterns import Mention
from domain.reading.senses import DOING, DOING_WHOM, PUT_OFF, Contact, Sense, Trigger
from domain.reading.tokens import Clause
from domain.reading.vocabulary import ADVERBS, CLASSES, DAYS, OURSELVES, SOFT, THEMSELVES
from domain.touches import Sign

REACH = 5
"""Words over which a "not" or a "will" still tells of what follows."""

AHEAD = 3
"""Words after the name of a contact that may put it off."""

_NAMES_IT = {"the", "that", "which", "who"} | CLASSES["THEIR"]
"""One of these between the mending and the fault says that this fault was mended."""

_BEFORE = ADVERBS | OURSELVES | THEMSELVES | {"am", "are", "is", "be"}
_WEEKDAYS = DAYS - {"sat", "sun", "wed"}
_SOMEBODY = CLASSES["THEM"] | CLASSES["THEIR"] | {"the", "a", "our"}
_PRONOUNS = OURSELVES | THEMSELVES | {"it", "you", "there"}


class Stance(StrEnum):
    FACT = "fact"
    DENIED = "denied"
    SUPPOSED = "supposed"


_MAKES = {
    Trigger.DENIES: Stance.DENIED,
    Trigger.DENIES_OTHERS: Stance.DENIED,
    Trigger.SETTLES: Stance.DENIED,
    Trigger.SUPPOSES: Stance.SUPPOSED,
    Trigger.SUPPOSES_OTHERS: Stance.SUPPOSED,
    Trigger.PLANS: Stance.SUPPOSED,
}
_ACROSS_PRONOUNS = {Trigger.DENIES_OTHERS, Trigger.SUPPOSES_OTHERS}


def stance(passage: Passage, mention: Mention[object]) -> Stance:
    """What the nearest word before the mention that says something about it makes of it."""
    if _is_put_off(passage, mention):
        return Stance.SUPPOSED
    for trigger in reversed(passage.triggers):
        distance = mention.head - trigger.tail - 1
        if 0 <= distance <= REACH and _tells_of(passage, trigger, mention):
            return _MAKES[trigger.meaning]
    return Stance.FACT


def is_fact(passage: Passage, mention: Mention[object]) -> bool:
    """It is said, and neither denied nor supposed nor asked, nor only said by the way."""
    if passage.clause.asks or mention.head in passage.asides:
        return False
    return stance(passage, mention) is Stance.FACT


def _tells_of(passage: Passage, trigger: Mention[Trigger], mention: Mention[object]) -> bool:
    texts = [token.text for token in passage.tokens[trigger.tail + 1 : mention.head]]
    if trigger.head in passage.asides and mention.head not in passage.asides:
        return False
    if not SOFT.isdisjoint(texts) or _is_what_was_done(mention, texts):
        return False
    if trigger.meaning not in _ACROSS_PRONOUNS and not _PRONOUNS.isdisjoint(texts):
        return False
    return _may_tell(passage, trigger, mention, texts)


def _is_what_was_done(mention: Mention[object], texts: list[str]) -> bool:
    """As in "couldn't visit so called"."""
    return isinstance(mention.meaning, Contact) and mention.meaning.done and texts[-1:] == ["so"]


def _may_tell(
    passage: Passage, trigger: Mention[Trigger], mention: Mention[object], texts: list[str]
) -> bool:
    match trigger.meaning:
        case Trigger.PLANS:
            is_verb = passage.tokens[trigger.head].text == "to"
            return _is_named(mention) and not (is_verb and texts)
        case Trigger.SETTLES:
            is_wrong = isinstance(mention.meaning, Sense) and mention.meaning.sign is Sign.COMPLAINT
            return is_wrong and not _is_wrong_again(passage, mention, texts)
        case Trigger.DENIES | Trigger.DENIES_OTHERS:
            return _denies(passage, trigger, mention)
        case Trigger.SUPPOSES:
            return _is_next(passage, trigger, mention)
        case _:
            return True


def _is_wrong_again(passage: Passage, mention: Mention[object], texts: list[str]) -> bool:
    """As in "the fixed pump broke again", but not in "fixed the pump that broke again"."""
    after = passage.tokens[mention.tail : mention.tail + 2]
    again = any(token.text == "again" for token in after)
    return again and _NAMES_IT.isdisjoint(texts)


def _denies(passage: Passage, trigger: Mention[Trigger], mention: Mention[object]) -> bool:
    """A "not" that makes up a phrase ("not heard") tells of no other words than those."""
    own = [each for each in passage.senses if not set(trigger.spots).isdisjoint(each.spots)]
    if own:
        return all(mention.head in each.spots for each in own)
    return _is_next(passage, trigger, mention)


def _is_next(passage: Passage, trigger: Mention[Trigger], mention: Mention[object]) -> bool:
    """Nothing else is told of between the two, but for "neither this nor that"."""
    holding = (each.head for each in passage.phrases if mention.head in each.spots)
    start = min(holding, default=mention.head)
    between = range(trigger.tail + 1, start)
    joined = any(passage.tokens[spot].text in {"or", "nor"} for spot in between)
    own = {spot for each in passage.phrases if trigger.tail in each.spots for spot in each.spots}
    return joined or (passage.taken - own).isdisjoint(between)


def _is_named(mention: Mention[object]) -> bool:
    return isinstance(mention.meaning, Contact) and not mention.meaning.done


def _is_put_off(passage: Passage, mention: Mention[object]) -> bool:
    after = passage.tokens[mention.tail + 1 : mention.tail + 1 + AHEAD]
    put_off = any(token.text in PUT_OFF for token in after)
    return _is_named(mention) and (put_off or is_to_come(passage.clause, mention.head))


def begins_plan(clause: Clause) -> int | None:
    """Where the clause begins with what somebody is about to do, if it does."""
    for spot, token in enumerate(clause.tokens):
        if token.text in DOING:
            return spot if token.text not in DOING_WHOM or _names_whom(clause, spot) else None
        if token.text not in _BEFORE and not token.is_name:
            return None
    return None


def is_to_come(clause: Clause, contact: int) -> bool:
    """The contact is what somebody is about to do on a day that is named after it."""
    start = begins_plan(clause)
    days = any(token.text in _WEEKDAYS for token in clause.tokens[contact:])
    return days and start is not None and start <= contact


def _names_whom(clause: Clause, spot: int) -> bool:
    """As "meeting them" does; "meeting" alone, or with somebody, is the thing itself."""
    after = clause.tokens[spot + 1 : spot + 2]
    return any(token.is_name or token.text in _SOMEBODY for token in after)
