"""One line, read."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from domain.reading import cancelling, languages
from domain.reading.classifier import judge
from domain.reading.coming import to_come
from domain.reading.in_vain import is_our_attempt
from domain.reading.moments import latest, spoken
from domain.reading.names import NOBODY, THEIRS, Names, Party
from domain.reading.others import is_grief, is_of_others
from domain.reading.passages import ANSWERED, Passage, read_all
from domain.reading.patterns import Mention
from domain.reading.people import actor, doer, is_about_them, is_heading, speaks
from domain.reading.senses import Act, Sense
from domain.reading.stances import Stance, is_fact, stance
from domain.reading.tokens import prepared
from domain.reading.vocabulary import CLASSES, THEMSELVES
from domain.touches import Direction, Kind, Reading, Sign

_LETTER = re.compile(r"\s*(?:>|fwd?:|from:|subject:|dear\b)", re.IGNORECASE)
"""So what somebody has quoted or forwarded begins."""

_HEADING = re.compile(
    rf"^\s*{THEIRS}(?:\s*[:;,.\u2013\u2014\u2026-]+(?=\W)\s*|\s*$"
    r"|\s+(?=left (?:an? )?(?:vm|voice ?mail|message|msg|word)\b(?! (?:for|with) (?:us|me)\b)))",
    re.IGNORECASE,
)
"""The customer's name, where it only says whom all else is about: "Acme - called again"."""

_SURVIVE_SUPPOSING = {Sign.ENQUIRY, Sign.NO_ANSWER}
"""To say what one would like is to ask for it."""

_OF_OUR_WORK = {Sign.PURCHASE, Sign.PRAISE, Sign.COMPLAINT}
"""These are nothing to us when they are about somebody else."""


def read(
    words: str,
    now: datetime,
    zone: ZoneInfo,
    names: Names = NOBODY,
    *,
    theirs: bool = False,
    month_first: bool = False,
) -> Reading:
    """`words` may begin with the customer's name; `now` is aware; `zone` is the typer's.

    `names` are those that are known: none of them is read as a word, and what is felt about another
    company is no sign. `theirs`: they are the customer's own words. `month_first`: 12/11 is in
    December.
    """
    text = without_heading(words, names)
    theirs = theirs or bool(_LETTER.match(text))
    if languages.is_foreign(text):
        return _unread(text, now, theirs=theirs)
    told = read_all(text, theirs=theirs)
    judged = judge(told)
    suspected = cancelling.without_appointments(told, _suspected(told) | judged.signs)
    direction = Direction.THEIRS if theirs else _began(told, suspected) or judged.whose
    past, signs = spoken(told, now, zone, month_first=month_first), heard(told, direction)
    suspected, signs = suspected | (signs & judged.doubted), signs - judged.doubted
    then = latest(past, now)
    return Reading(
        kind=_kind(told, direction),
        direction=direction,
        signs=signs,
        at=then.at,
        other_day=then.other,
        to_come=to_come(told, past, now, zone, line=words, month_first=month_first),
        suspected=suspected - signs,
    )


def without_heading(words: str, names: Names = NOBODY) -> str:
    """The words, prepared, but for a name that is no part of what is told."""
    return _HEADING.sub("", prepared(words, names))


def _unread(text: str, now: datetime, *, theirs: bool) -> Reading:
    """Of a line that is not English: a contact, of which no signs are read. Where it is not known
    who began, they wrote: so it ends nothing that we owe.
    """
    began = Direction.THEIRS if theirs else languages.direction(text)
    return Reading(
        kind=languages.kind(text) if began else Kind.MESSAGE,
        direction=began or Direction.THEIRS,
        signs=frozenset(),
        at=now.astimezone(UTC),
        is_foreign=True,
    )


def _kind(told: tuple[Passage, ...], direction: Direction) -> Kind:
    """The first named. Of a contact of which nothing says how, ours is a message, since it did
    reach them or try to ("followed up"); theirs is a note ("heard from Maria").
    """
    found = [
        mention.meaning.kind
        for passage in told
        for mention in passage.contacts
        if is_fact(passage, mention)
    ]
    named = next((kind for kind in found if kind is not Kind.NOTE), None)
    if named or not found:
        return named or Kind.NOTE
    return Kind.MESSAGE if direction is Direction.OURS else Kind.NOTE


def _began(told: tuple[Passage, ...], suspected: frozenset[Sign]) -> Direction | None:
    """Whoever did the first thing of which the words say whose doing it was; where nobody did
    anything, they, if it tells what only they do or feel. None: to be guessed; but a note in
    which nobody does anything and nothing is suspected tells of nobody.
    """
    for at, passage in enumerate(told):
        begun = min(_beginnings(passage), key=lambda found: found[0], default=None)
        if begun and not passage.acts and _is_bare(passage):
            asked = any(map(_is_asked, told[at + 1 : at + 2]))
            return Direction.THEIRS if asked else Direction.OURS
        if begun:
            return Direction.OURS if is_our_attempt(told[at:]) else begun[1]
    if any(_sign(passage, each) for passage in told for each in passage.senses):
        return Direction.THEIRS
    acts = any(speaks(passage) or is_about_them(passage) for passage in told)
    return None if acts or suspected else Direction.OURS


def _is_bare(passage: Passage) -> bool:
    """Nothing says who called whom: "called", and "Acme called", for so a log names whom it is
    about.
    """
    first, *others = passage.tokens
    rest = others if others and first.party is Party.THEIRS else passage.tokens
    return len(passage.contacts) == 1 == len(rest)


def _is_asked(passage: Passage) -> bool:
    """As in "Lily wants a second tray" and "when can they have it?"; but "she asked" is what we
    heard from whom we had called.
    """
    asks = any(_sign(passage, sense) is Sign.ENQUIRY for sense in passage.senses)
    asks = asks or any(it.meaning.sign is Sign.ASKED_FOR_PERSON for it in passage.suspected)
    return (asks or passage.clause.asks) and passage.tokens[0].text not in THEMSELVES


def _beginnings(passage: Passage) -> Iterator[tuple[tuple[int, int], Direction | None]]:
    """Where in the clause somebody acted, and who, unless the contact is only named; of two at one
    word the surer comes first.
    """
    for act in passage.acts:
        if is_fact(passage, act):
            yield (act.head, 0), _whose(passage, act)
    for sense in passage.senses:
        sign = _sign(passage, sense)
        if sign in {Sign.ENQUIRY, Sign.NO_ANSWER}:
            theirs = sign is Sign.ENQUIRY
            yield (sense.head, 1), Direction.THEIRS if theirs else Direction.OURS
    for contact in passage.contacts:
        if is_fact(passage, contact):
            whose = actor(passage, contact) or Direction.OURS
            yield (contact.head, 2), whose if contact.meaning.done else None


def _whose(passage: Passage, act: Mention[Act]) -> Direction:
    match act.meaning:
        case Act.THEIRS:
            is_told = act.head == act.tail and actor(passage, act)
            return doer(passage, act) or is_told or Direction.THEIRS
        case Act.TO_US:
            theirs = doer(passage, act) is Direction.THEIRS and not is_heading(passage, act)
            return Direction.OURS if theirs else Direction.THEIRS
        case Act.OURS:
            asked = passage.tokens[act.head].text in CLASSES["ASKED"]
            return (asked and doer(passage, act)) or Direction.OURS


def heard(told: tuple[Passage, ...], direction: Direction) -> frozenset[Sign]:
    """By the rules alone."""
    found: set[Sign] = set()
    for at, passage in enumerate(told):
        for mention in passage.senses:
            sign = _sign(passage, mention)
            if sign is Sign.COMPLAINT and at and is_grief(told[at - 1], passage, mention):
                continue
            if sign is not Sign.NO_ANSWER or _is_in_vain(told[at:], mention, direction):
                found |= {sign} if sign else set()
    return frozenset(found)


def _suspected(told: tuple[Passage, ...]) -> frozenset[Sign]:
    """To be asked about: what is only planned or threatened, too, but nothing that is denied."""
    return frozenset(
        mention.meaning.sign
        for passage in told
        for mention in passage.suspected
        if stance(passage, mention) is not Stance.DENIED
        and doer(passage, mention) is not mention.meaning.never_of
    )


def _sign(passage: Passage, mention: Mention[Sense]) -> Sign | None:
    sign = mention.meaning.sign
    if mention.meaning.never_of and doer(passage, mention) is mention.meaning.never_of:
        return None
    held = stance(passage, mention)
    is_praise = sign is Sign.PRAISE and held is not Stance.DENIED
    is_theirs = sign in _OF_OUR_WORK and is_of_others(passage, mention, is_praise=is_praise)
    if mention.head in passage.asides or is_theirs:
        return None
    match held:
        case Stance.DENIED:
            return Sign.COMPLAINT if sign is Sign.PRAISE else None
        case Stance.SUPPOSED:
            return sign if sign in _SURVIVE_SUPPOSING else None
        case Stance.FACT:
            return None if passage.clause.asks and not _tells_of_asking(passage, sign) else sign


def _tells_of_asking(passage: Passage, sign: Sign) -> bool:
    """As "asked if we deliver?" does, and "interested?" does not."""
    return sign is Sign.ENQUIRY and any(act.meaning is Act.THEIRS for act in passage.acts)


def _is_in_vain(rest: tuple[Passage, ...], attempt: Mention[Sense], direction: Direction) -> bool:
    """Nobody answered, then or later; and word was left by us."""
    passage = rest[0]
    theirs = direction is Direction.THEIRS and doer(passage, attempt) is not Direction.OURS
    if attempt.meaning.never_of is Direction.THEIRS and theirs:
        return False
    later = (_answered_at(each) for each in rest[1:])
    return _answered_at(passage) <= attempt.tail and not any(at >= 0 for at in later)


def _answered_at(passage: Passage) -> int:
    """Where in the clause they last answered or began something, or -1."""
    answers = [each.head for each in ANSWERED.find(passage.clause)[0] if is_fact(passage, each)]
    theirs = [
        each.head
        for each in passage.contacts
        if is_fact(passage, each) and actor(passage, each) is Direction.THEIRS
    ]
    return max([*answers, *theirs], default=-1)
