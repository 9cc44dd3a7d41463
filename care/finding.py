"""Which customers a line is about: by exact key, or as a suggestion to choose from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from domain import mentions, name_lists, names, new_names
from domain.customers import Customer
from domain.errors import Gone
from domain.mentions import Mention, Trust
from domain.name_lists import NameList
from domain.names import Opening, Span
from store import customers, known_names, name_keys, teammates
from store.work import Work

SUGGESTIONS = 5
WORDS_LOOKED_FOR = 3
"""Of the beginning of a line, where nobody's name comes near."""

PARTS = 12
"""Parts of names that are looked for in each of them: two milliseconds each among 100,000."""

_AT = re.compile(r"\s+(?:at|from)\s+")


@dataclass(frozen=True, kw_only=True)
class Stranger:
    """A name beside the customer's that nobody has; `near` are those who may be meant."""

    typed: str
    near: tuple[Customer, ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    """`words` is what was said about them: the line, without their name where it begins with it.

    `joined` are named in one list with them, `elsewhere` at some other place of the line.
    """

    customer: Customer
    words: str
    joined: tuple[Customer, ...] = ()
    elsewhere: tuple[Customer, ...] = ()
    strangers: tuple[Stranger, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """Whom it may be about, best first."""

    candidates: tuple[Customer, ...]


def find(work: Work, line: str, *, hold: bool = False, anywhere: bool = True) -> Found | Unclear:
    """Whom the line names: at its beginning alone, unless `anywhere`. A name that two share is
    unclear, and so is a word that only may be one. `hold` where they are to be changed.
    """
    openings = names.openings(line)
    spans = names.spans(line) if anywhere else ()
    keys = dict.fromkeys([it.key for it in openings] + [it.key for it in spans])
    known = name_keys.named_so(work, list(keys), hold=hold)
    if not anywhere:
        return _opened(openings, known) or Unclear(candidates=suggest(work, line))
    named = mentions.find(line, openings, spans, known)
    best = _best(line, named)
    if best is None or _is_colleague(work, line, best):
        return Unclear(candidates=suggest(work, line, _customers(named)))
    if len(best.customers) > 1:
        return Unclear(candidates=best.customers[:SUGGESTIONS])
    return _about(work, line, best, named)


def _opened(
    openings: Sequence[Opening], known: Mapping[str, Sequence[Customer]]
) -> Found | Unclear | None:
    """By the longest known name that the line begins with."""
    for opening in openings:
        candidates = tuple({each.id: each for each in known.get(opening.key, ())}.values())
        if len(candidates) == 1:
            return Found(customer=candidates[0], words=opening.words)
        if candidates:
            return Unclear(candidates=candidates[:SUGGESTIONS])
    return None


def _best(line: str, named: Sequence[Mention]) -> Mention | None:
    """The surest; of several the one that comes first, or whom they belong to: "Hope at Acme"."""
    likely = [each for each in named if each.trust > Trust.DOUBTFUL]
    best = max(likely, key=lambda each: (each.trust, each.is_name), default=None)
    if best and best.start:
        theirs = (it for it in likely if _AT.fullmatch(line, best.end, max(it.start, best.end)))
        return next(theirs, best)
    return best


def _is_colleague(work: Work, line: str, mention: Mention) -> bool:
    """A word in the middle of the line that one of us is called by, too."""
    key = names.key(line[mention.start : mention.end])
    if not mention.start or " " in key:
        return False
    team, _ = known_names.there(work, ())
    return key in _called(team)


def _about(work: Work, line: str, best: Mention, named: Sequence[Mention]) -> Found:
    customer = best.customers[0]
    listed = name_lists.around(line, best, named)
    beside = [each for each in named if each is not best and len(each.customers) == 1]
    others, people = [], frozenset[str]()
    if beside or listed.strangers:
        people = _ours(work) | _theirs(work, customer)
        others = [it for it in beside if names.key(line[it.start : it.end]) not in people]
    members = [each for each in others if each in listed.members]
    surely = [each for each in others if each.is_name and each.trust is Trust.SURE]
    joined = _customers(members, but=(customer,))
    return Found(
        customer=customer,
        words=_words(line, best, listed),
        joined=joined,
        elsewhere=_customers(surely, but=(customer, *joined)),
        strangers=tuple(_strangers(work, listed, people, (customer, *joined))),
    )


def _words(line: str, best: Mention, listed: NameList) -> str:
    """Without the names that it begins with, where what was said can be read without them."""
    if not re.search(r"\w", line[: listed.start] + line[listed.end :]):
        return ""
    if listed.strangers or (len(listed.members) > 1 and not listed.is_heading):
        return line
    if len(listed.members) > 1:
        return names.after_separators(line, listed.end).lstrip()
    begins = not line[: best.start].strip() and mentions.is_surely_name(line, best.end)
    if not best.is_name or not begins:
        return line
    return mentions.alone(line, names.after_separators(line, best.end))


def _customers(named: Sequence[Mention], but: Sequence[Customer] = ()) -> tuple[Customer, ...]:
    """Each once, in the order of the line."""
    there = {each.id: each for it in named for each in it.customers}
    return tuple(each for id_, each in there.items() if id_ not in {it.id for it in but})


def _strangers(
    work: Work, listed: NameList, people: frozenset[str], but: Sequence[Customer]
) -> Iterator[Stranger]:
    for each in listed.strangers:
        if names.key(each.typed) in people:
            continue
        near = _near(work, each.typed, but)
        if near or each.is_sure:
            yield Stranger(typed=each.typed, near=near)


def _near(work: Work, typed: str, but: Sequence[Customer] = ()) -> tuple[Customer, ...]:
    """Customers whose name comes near."""
    page = name_keys.book(work)
    if page is None:
        return ()
    ids = [page.customer_ids[at] for at in names.nearest(typed, page.keys)]
    there = customers.by_ids(work, ids)
    out = {each.id for each in but}
    return tuple(there[each] for each in dict.fromkeys(ids) if each in there and each not in out)


def is_of_ours(work: Work, name: str) -> bool:
    """Whether one of us is called so."""
    return names.key(name) in _ours(work)


def _ours(work: Work) -> frozenset[str]:
    """The keys of what the team is called."""
    ours = [each for each in teammates.everybody(work) if each.is_of_team]
    return _called([name for each in ours for name in (each.name, each.handle)])


def _theirs(work: Work, customer: Customer) -> frozenset[str]:
    there = _called([each.name for each in customers.contacts(work, customer.id)])
    return there - {names.key(each) for each in (customer.name, *customer.aliases)}


def _called(people: Sequence[str]) -> frozenset[str]:
    words = [word for name in people for word in (name, *name.split())]
    return frozenset(names.key(word) for word in words if word)


def suggest(work: Work, line: str, doubtful: Sequence[Customer] = ()) -> tuple[Customer, ...]:
    """Up to five: the doubtful, whoever has somebody of a name in the line, whose name is nearly
    typed, and who alone has a word of it in theirs.
    """
    ours = _ours(work)
    spans = [
        each
        for each in names.spans(line)
        if " " in each.key
        or (each.key not in ours and mentions.may_be_name(line, each.start, each.end))
    ]
    ids = [each.id for each in doubtful]
    inside = list(dict.fromkeys(each.key for each in spans))
    known = name_keys.found(work, inside, first_names=True) if inside else {}
    ids += [id_ for key in inside for id_ in known.get(key, ())]
    if page := name_keys.book(work):
        ids += [page.customer_ids[at] for at in _like(line, spans, page.keys)]
    order = list(dict.fromkeys(ids))[: SUGGESTIONS * 2]
    there = customers.by_ids(work, order)
    return tuple(there[each] for each in order if each in there)[:SUGGESTIONS]


def containing(work: Work, line: str) -> tuple[Customer, ...]:
    """Up to five in whose name a word begins as the line does, by as many words as are found."""
    page = name_keys.book(work)
    every = list(zip(page.keys, page.customer_ids, strict=True)) if page else []
    for opening in names.openings(line)[-WORDS_LOOKED_FOR:]:
        begun = f" {opening.key}"
        there = [id_ for key, id_ in every if begun in f" {key}"]
        found = customers.by_ids(work, list(dict.fromkeys(there))[:SUGGESTIONS])
        if found:
            return tuple(found.values())
    return ()


def _like(line: str, spans: Sequence[Span], every: Sequence[str]) -> Iterator[int]:
    """Where in `every` those stand that are nearly typed, or of which some words are."""
    starts = {len(line) - len(line.lstrip()), new_names.start(line)}
    single = {each.start for each in spans if " " not in each.key}
    typed = (
        names.nearest(line[start:], every, one_word=start in single)
        for start in sorted(starts, reverse=True)
    )
    yield from next(filter(None, typed), ())
    parts = dict.fromkeys(each.key for each in spans if mentions.may_be_part(each.key))
    yield from names.having(islice(parts, PARTS), every)


def likely_same(work: Work, name: str, but: int) -> tuple[Customer, ...]:
    """Customers whose name comes so near that they may be the one just added."""
    return tuple(each for each in _near(work, name) if each.id != but)


def words_about(line: str, customer: Customer, *, anywhere: bool = True) -> str:
    """The line without the customer's name, where it begins with that, or nearly; where they may
    be named `anywhere`, nothing else is left out.
    """
    called = [names.key(name) for name in (customer.name, *customer.aliases)]
    begun = mentions.begun_with(line, called)
    if begun and anywhere:
        opening, is_whole = begun
        is_heading = line[opening.end : opening.end + 1] == ":"
        surely = is_heading or (is_whole and mentions.is_surely_name(line, opening.end))
        return mentions.alone(line, opening.words) if surely else line
    if begun:
        return begun[0].words
    near = (each for each in reversed(names.openings(line)) if names.nearest(each.key, called))
    nearest = next(near, None)
    return line if anywhere or nearest is None else nearest.words


def hold(work: Work, customer_id: int) -> Customer:
    """As they are now, and nobody else changes them until the commit; raises Gone."""
    customer = customers.lock(work, customer_id)
    if customer is None:
        raise Gone
    return customer


def need(work: Work, customer_id: int) -> Customer:
    """Raises Gone."""
    customer = customers.by_id(work, customer_id)
    if customer is None:
        raise Gone
    return customer
