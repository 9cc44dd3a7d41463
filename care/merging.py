"""Two customers who are one: history, names, people and open work of both under one name."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from care import actions, finding, people, post_refresh, removal, scenes
from care.finding import Found
from care.heed import allow
from care.registry import registry
from domain import names, new_names, quotes
from domain.commands import UnknownWords
from domain.contacts import renewed, same
from domain.customer_fields import VALUES
from domain.customers import Customer
from domain.errors import NoSuchCustomer, Over, Wordless
from domain.messages import Message
from domain.teammates import Permission, may
from domain.wording import merging as wording
from domain.wording import receipts
from store import actions as store_actions
from store import customers, moving
from store.work import Change, Work

ACTION = "merge"
EXAMPLE = "merge Acme into Acme Ltd"
PAIRS = 5
"""Whom is asked about at most."""

_BETWEEN = re.compile(r"\s+(?:into|with|to|and|&|=|\u2192|->|in)\s+|\s*[,;]\s+", re.IGNORECASE)


def typed(work: Work, now: datetime, words: str) -> Message:
    """Asks, once; nothing is changed. Raises NoSuchCustomer, Wordless, OthersCustomer."""
    allow(work, Permission.EDIT)
    pairs = list(_pairs(work, words))
    if not pairs:
        raise _nobody(work, now, words)
    if len(pairs) == 1 and (unknown := _unknown(work, words)):
        raise UnknownWords(unknown, registry(work).usages[ACTION])
    if len(pairs) == 1:
        return ask(work, now, *(each.id for each in pairs[0]))
    return wording.which(pairs)


def ask(work: Work, now: datetime, from_id: int, into_id: int) -> Message:
    """What becomes of both, and the other way round where that may be done as well."""
    del now
    one, kept = finding.need(work, from_id), finding.need(work, into_id)
    ways = [(it, to) for it, to in ((one, kept), (kept, one)) if _may(work, it)]
    if not ways:
        allow(work, Permission.REMOVE, one)
    owners = people.named(work, (one.owner_id, kept.owner_id))
    return wording.ask(one, kept, owners, ways)


def merge(work: Work, now: datetime, from_id: int, into_id: int) -> Message:
    """Raises Gone, OthersCustomer."""
    customers.lock_all(work, (from_id, into_id))
    one, kept = finding.need(work, from_id), finding.need(work, into_id)
    if one.id == kept.id:
        raise Over(f"{one.name} is one customer already.")
    allow(work, Permission.REMOVE, one)
    customers.lock_names(work)
    _join_people(work, one, kept)
    moving.move_all(work, one.id, kept.id, registry(work).belongings)
    part = _leave(work, now, one)
    _take_over(work, now, one, kept)
    customers.learn_names(work, kept.id)
    closed = actions.record(work, now, ACTION, kept.id)
    store_actions.join(work, closed.action_id, [part])
    post_refresh.anew(work, kept.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, kept))
    return wording.merged(one, kept, tuple(after), closed.action_id)


def _leave(work: Work, now: datetime, one: Customer) -> int:
    """The action about whoever is no more by themselves. What was moved is noted as built upon: it
    belongs to the other's action, which comes after and is taken back first.
    """
    moved = store_actions.taken(work)
    removal.hide(work, one.id)
    work.changes += [Change(table=it.table, id=it.id, before={}, after={}) for it in moved]
    part = actions.record(work, now, ACTION, one.id).action_id
    work.changes += moved
    return part


def _take_over(work: Work, now: datetime, one: Customer, kept: Customer) -> None:
    """What is not known of the one who stays is what was known of the other."""
    known = {names.key(each) for each in (kept.name, *kept.aliases)}
    fresh = {names.key(each): each for each in (one.name, *one.aliases)}
    aliases = [each for key, each in fresh.items() if key not in known]
    customers.change(work, kept.id, aliases=[*kept.aliases, *aliases])
    if kept.owner_id is None and one.owner_id:
        customers.change(work, kept.id, owner_id=one.owner_id)
    for each in VALUES:
        theirs = each.of(one)
        if theirs != each.default and each.of(kept) in {None, each.default}:
            customers.change(work, kept.id, **each.kept(theirs, now))
    if one.is_silent and not kept.no_contact_since:
        _keep_silent(work, one, kept)


def _keep_silent(work: Work, one: Customer, kept: Customer) -> None:
    """Whoever asked to be left alone, under whichever name, is; the longer time counts."""
    ends = [each.paused_until for each in (one, kept) if each.paused_until]
    customers.change(
        work,
        kept.id,
        paused_until=None if one.no_contact_since else max(ends, default=None),
        no_contact_since=one.no_contact_since,
        silent_because=one.silent_because or kept.silent_because,
    )


def _join_people(work: Work, one: Customer, kept: Customer) -> None:
    """Somebody whom both have is one person, with whatever was told of either."""
    known_as: dict[int, int] = {}
    for person in customers.contacts(work, one.id):
        there = same(customers.contacts(work, kept.id), person)
        if there is None:
            continue
        now = renewed(person, there)
        marks = {"name": there.name or now.name, "mail": now.mail, "phone": now.phone}
        marks["role"] = there.role or now.role
        customers.change_contact(work, there.id, **marks)
        moving.leave(work, person.id)
        known_as[person.id] = there.id
    moving.know_as(work, known_as)


def _pairs(work: Work, words: str) -> Iterator[tuple[Customer, Customer]]:
    """Who may be meant, in the order in which they are named: both for sure, or those near."""
    near: list[tuple[Customer, Customer]] = []
    for between in _BETWEEN.finditer(words):
        one, is_one = _meant(work, words[: between.start()])
        other, is_other = _meant(work, words[between.end() :])
        both = [(a, b) for a in one for b in other if a.id != b.id]
        if is_one and is_other and one[0].id == other[0].id:
            raise Over(f"{one[0].name} is one customer already.")
        if is_one and is_other:
            yield both[0]
            return
        near += [pair for pair in both if pair not in near]
    yield from near[:PAIRS]


def _meant(work: Work, name: str) -> tuple[Sequence[Customer], bool]:
    """Those who may be called so, and whether one is for sure."""
    found = finding.find(work, quotes.off(name), anywhere=False)
    if isinstance(found, Found):
        return (found.customer,), not found.words.strip()
    return found.candidates, False


def _unknown(work: Work, words: str) -> str:
    """What stands behind the second name, where nobody is called so with it."""
    *others, last = _BETWEEN.finditer(words)
    if any(_meant(work, words[it.end() :])[1] for it in (*others, last)):
        return ""
    found = finding.find(work, quotes.off(words[last.end() :]), anywhere=False)
    return found.words.strip() if isinstance(found, Found) else ""


def _nobody(work: Work, now: datetime, words: str) -> NoSuchCustomer | Wordless:
    for between in _BETWEEN.finditer(words):
        for name in (words[: between.start()], words[between.end() :]):
            if not _meant(work, name)[0]:
                return NoSuchCustomer(new_names.called(quotes.off(name), now)[0])
    return Wordless("Which two customers are one?", EXAMPLE)


def _may(work: Work, customer: Customer) -> bool:
    return may(work.person, Permission.REMOVE, customer)
