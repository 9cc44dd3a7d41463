"""An import taken back whole: who was added, and what it changed; what people did since stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from care import people, reporting, undo
from care.import_writing import ACTION
from domain.customer_fields import ALIASES, OWNER, VALUES
from domain.errors import NothingToTakeBack
from store import actions, customers
from store.actions import Action, Batch
from store.work import Change, Work

CHUNK = 100
"""Customers that are taken back together: in about a second."""

CALLED = {"owner_id": OWNER.called, ALIASES.name: ALIASES.called}
CALLED |= {each.name: each.called for each in VALUES}


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Of whom something stays: `what`, or the customer whole where it is empty; `who` did so."""

    customer: str
    what: tuple[str, ...]
    who: str


@dataclass(frozen=True, kw_only=True)
class Undoing:
    """What an import did, of which so many customers `go`, and so many are as they `were` before.
    `numbers` are those of the actions: some at a time, for nobody else can write meanwhile.
    """

    batch: Batch
    go: int
    were: int
    kept: tuple[Kept, ...]
    numbers: tuple[int, ...]


def look_through(work: Work, now: datetime) -> Undoing:
    """The last import that was not taken back; changes nothing. Raises NothingToTakeBack."""
    del now
    batch = actions.last_batch(work, ACTION)
    if batch is None:
        raise NothingToTakeBack
    numbers = actions.of_batch(work, ACTION, batch)
    every = [each for number in numbers if (each := _Import.load(work, number))]
    gone = [each for each in every if each.is_new and not each.kept]
    changed = [each for each in every if not each.is_new and each.free]
    return Undoing(
        batch=batch,
        go=len(gone),
        were=len(changed),
        kept=tuple(each.told(work) for each in reversed(every) if each.kept),
        numbers=tuple(numbers),
    )


def take_back(work: Work, now: datetime, numbers: Sequence[int]) -> None:
    """What of these nobody has built on by now."""
    for number in numbers:
        done = _Import.load(work, number)
        if done and done.free:
            undo.take_back(work, now, done.free_action)
        _part_from(work, now, number)


def _part_from(work: Work, now: datetime, number: int) -> None:
    """Whom owners report to: as before, unless somebody has said otherwise since."""
    action = actions.by_id(work, number)
    if action and not (action.customer_id or action.undone_by_id):
        if not actions.built_on(work, action):
            undo.take_back(work, now, action)
        reporting.follow(work, now)


def finish(work: Work, now: datetime, undoing: Undoing) -> None:
    """All that could be is taken back: the next time an earlier import is."""
    actions.write(work, actions.UNDO, now, why=undoing.batch.key)


@dataclass(frozen=True, kw_only=True)
class _Import:
    """What an import did to one customer, and what others have built on it since."""

    action: Action
    later: tuple[Action, ...]
    is_new: bool

    @classmethod
    def load(cls, work: Work, number: int) -> "_Import | None":
        """None where nothing of it is left to take back, or the customer has gone since."""
        action = actions.by_id(work, number)
        if action is None or action.undone_by_id or not action.customer_id:
            return None
        if customers.by_id(work, action.customer_id) is None:
            return None
        later = (each for each in actions.built_on(work, action) if undo.is_anybodys(each))
        is_new = ("customer", action.customer_id) in action.created()
        return cls(action=action, later=tuple(later), is_new=is_new)

    @property
    def kept(self) -> Sequence[Change]:
        """What somebody has built on: somebody new stays whole."""
        if self.is_new:
            return self.action.changes if self.later else ()
        since = [change for each in self.later for change in each.changes]
        return [each for each in self.action.changes if any(each.meets(other) for other in since)]

    @property
    def free(self) -> Sequence[Change]:
        return [each for each in self.action.changes if each not in self.kept]

    @property
    def free_action(self) -> Action:
        return replace(self.action, changes=tuple(self.free))

    def told(self, work: Work) -> Kept:
        customer = customers.ever(work, self.action.customer_id or 0)
        named = people.named(work, (each.by_id for each in self.later)).values()
        nobody = (undo.BY_HAND[each.name].casefold() for each in self.later if not each.by_id)
        who = dict.fromkeys([*sorted(person.name for person in named), *nobody])
        return Kept(
            customer=customer.name if customer else "",
            what=() if self.is_new else tuple(dict.fromkeys(_what(self.kept))),
            who=" and ".join(who),
        )


def _what(changes: Iterable[Change]) -> Iterable[str]:
    for each in changes:
        if each.table == "customer":
            yield from (CALLED.get(name, name) for name in each.after if name in CALLED)
        else:
            yield str(each.after.get("name") or each.table)
