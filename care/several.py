"""Contacts with several customers: logged by one line, put right and taken back together."""

from collections.abc import Callable, Sequence
from datetime import datetime

from care import dates, known_names, loading, touches
from care.feature import Said
from care.loading import Loaded
from domain import reading
from domain.customers import Customer
from domain.errors import Gone
from domain.touches import Touch
from domain.wording.receipts import Receipt
from domain.wording.several import Receipts, Separate
from store import actions, standing_actions
from store.work import Work


def log(work: Work, now: datetime, there: Sequence[Customer], said: Said) -> Receipts:
    """One contact with each, read once. Raises Wordless."""
    touches.need_words(said, " and ".join(each.name for each in there))
    each = held(work, there)
    return keep(work, now, each, read(work, said, each), said)


def log_each(work: Work, now: datetime, told: Sequence[tuple[Customer, Said]]) -> Separate:
    """A contact for each row of a message, taken back together."""
    held(work, [customer for customer, _ in told])
    kept = [touches.log(work, now, customer, said) for customer, said in told]
    undoes = _join(work, [it.action_id for it in kept]) if kept else 0
    return Separate(each=tuple(kept), undoes=undoes)


def held(work: Work, there: Sequence[Customer]) -> list[Loaded]:
    """As they are now, without who is gone by now."""
    known = loading.hold(work, [each.id for each in there])
    return [known[it.id] for it in there if it.id in known and not known[it.id].is_gone]


def read(work: Work, said: Said, each: Sequence[Loaded]) -> list[Touch]:
    """What the words say of all of them."""
    people = [(it.customer, it.facts.contacts) for it in each]
    line = said.line or said.words
    whose = known_names.of_all(work, people, line)
    order = dates.month_first(work, line)
    told = reading.read(line, said.at, work.person.clock, whose, month_first=order)
    return [touches.as_touch(work, told, customer, said.words, there) for customer, there in people]


def keep(
    work: Work, now: datetime, each: Sequence[Loaded], contacts: Sequence[Touch], said: Said
) -> Receipts:
    """Taken back together. Raises Gone where nobody is left."""
    kept = [touches.keep(work, now, *one) for one in zip(each, contacts, strict=True)]
    if not kept:
        raise Gone
    head = _join(work, [it.action_id for it in kept])
    return Receipts(each=tuple(kept), undoes=head, notes=said.notes, offers=said.offers)


def set_kind(work: Work, now: datetime, head_id: int, kind: str) -> Receipts:
    """`head_id` is the first of the actions that logged them."""
    return _correct(work, now, head_id, touches.set_kind, kind)


def set_direction(work: Work, now: datetime, head_id: int, direction: str) -> Receipts:
    return _correct(work, now, head_id, touches.set_direction, direction)


def set_signs(work: Work, now: datetime, head_id: int, signs: str) -> Receipts:
    return _correct(work, now, head_id, touches.set_signs, signs)


def add_sign(work: Work, now: datetime, head_id: int, sign: str) -> Receipts:
    return _correct(work, now, head_id, touches.add_sign, sign)


def set_day(work: Work, now: datetime, head_id: int, day: str) -> Receipts:
    return _correct(work, now, head_id, touches.set_day, day)


def _correct(
    work: Work, now: datetime, head_id: int, put_right: Callable[..., Receipt], choice: str
) -> Receipts:
    """The same of each that still stands, as one action. Raises Gone."""
    receipts, corrected = [], []
    for touch_id, action_id in _logged(work, head_id):
        before = actions.newest(work)
        receipts.append(put_right(work, now, touch_id, action_id, choice))
        done = standing_actions.of(work, work.person.id, now)
        corrected += [each.id for each in done if each.id > before]
    if not receipts:
        raise Gone
    _join(work, corrected)
    return Receipts(each=tuple(receipts), undoes=head_id)


def _logged(work: Work, head_id: int) -> list[tuple[int, int]]:
    """Each contact that the line logged, with the action that did."""
    head = actions.by_id(work, head_id)
    together = reversed(actions.with_(work, head)) if head else ()
    return [
        (id_, each.id)
        for each in together
        if not each.undone_by_id
        for table, id_ in each.created()
        if table == "touch"
    ]


def _join(work: Work, ids: Sequence[int]) -> int:
    """The head of these."""
    head, *others = ids or [0]
    actions.join(work, head, others)
    return head
