"""Replies in the threads of Heed's own posts: they act as buttons do, or report a contact, and talk
is left alone.

What does nothing is neither stored nor logged, here or anywhere else.
"""

from datetime import datetime
from typing import NamedTuple

from care import actions, reminders, reported, thread_replies, touches, undo
from care.feature import Deed, Reply
from care.heed import keep_private
from care.plans import Cause
from care.registry import registry
from domain import names, new_names
from domain.customers import Customer
from domain.errors import Gone, HeedError, LineTooLong, Over
from domain.lengths import LINE
from domain.messages import Message
from domain.posts import Post
from domain.reading.meanings import Told
from domain.touches import Touch
from store import actions as store_actions
from store import customers, name_keys, posts, standing_actions
from store import replies as versions
from store import touches as store_touches
from store.actions import Action
from store.work import Work

NUDGE = "nudge"


class Headed(NamedTuple):
    """A thread by its first post: what is said under a complaint is about no other."""

    customer: Customer
    post: Post


class Heard(NamedTuple):
    """What came of a reply: whether it is noted as a contact, and so marked, from now on (None: as
    it was), and what whoever wrote it is told.
    """

    is_noted: bool | None = None
    message: Message | None = None


def is_ours(work: Work, now: datetime, place: str, thread: str) -> bool:
    """Whether a post of Heed's about a customer heads that thread."""
    del now
    return _headed(work, place, thread) is not None


def heard(work: Work, now: datetime, reply: Reply) -> Heard:
    """Nothing where a newer version of it, or this one, has come before. Raises OutsidersHere."""
    place, message, version = reply.place, reply.message, reply.version
    if versions.is_overtaken(work, place, message, version):
        return Heard()
    deed = _deed(work, now, reply)
    if deed is None:
        return Heard(is_noted=False)
    if not versions.note(work, place, message, version, now):
        return Heard()
    return _do(work, now, reply, deed)


def edited(work: Work, now: datetime, reply: Reply) -> Heard:
    """What it did is changed into what it says now, once.

    What somebody has taken back with *undo* is not done again because a word of it was changed.
    """
    place, message = reply.place, reply.message
    if not versions.note(work, place, message, reply.version, now):
        return Heard()
    known = store_touches.by_message(work, place, message)
    action_id = versions.action_of(work, place, message)
    before = store_actions.by_id(work, action_id) if action_id else None
    if known is not None:
        return _read_anew(work, now, reply, known)
    if before is not None:
        return _act_anew(work, now, reply, before)
    if store_touches.was_read_from(work, place, message):
        return Heard()
    deed = _deed(work, now, reply)
    return _do(work, now, reply, deed) if deed else Heard()


def _read_anew(work: Work, now: datetime, reply: Reply, known: Touch) -> Heard:
    """A contact stays one, as it is told now; else it goes, and what is said instead is done."""
    words = reply.words
    if known.by_id != work.person.id or known.words == words:
        return Heard()
    keep_private(work, reply.place)
    customer = customers.lock(work, known.customer_id)
    if customer is None:
        return Heard()
    told = _contact(work, now, customer, reply)
    if told is None:
        if not _take_along(work, now, reply.place, reply.message):
            return Heard()
        deed = _deed(work, now, reply)
        return _do(work, now, reply, deed) if deed else Heard(is_noted=False)
    said = touches.read(work, store_touches.logged_at(work, known.id), customer, words)
    said = reported.in_vain(said) if told.in_vain else said
    store_touches.change(
        work,
        known.id,
        at=said.at,
        kind=said.kind,
        direction=said.direction,
        signs=said.signs,
        words=words,
        contact_id=said.contact_id,
    )
    touch = touches.need(work, known.id)
    actions.record(work, now, "reply", customer.id, Cause(by_id=known.by_id, touch=touch))
    return Heard()


def _act_anew(work: Work, now: datetime, reply: Reply, before: Action) -> Heard:
    """What it did without a contact is taken back first, unless somebody has gone on from there."""
    if before.undone_by_id or before.by_id != work.person.id:
        return Heard()
    deed = _deed(work, now, reply)
    if not _undo(work, now, reply, before):
        return Heard()
    return _do(work, now, reply, deed) if deed else Heard()


def deleted(work: Work, now: datetime, reply: Reply) -> bool:
    """Whether what it did went with it; what others have built on stays."""
    if not versions.note(work, reply.place, reply.message, reply.version, now):
        return False
    return _take_along(work, now, reply.place, reply.message)


def _take_along(work: Work, now: datetime, place: str, message: str) -> bool:
    known = store_touches.by_message(work, place, message)
    action_id = versions.action_of(work, place, message)
    did = store_actions.by_id(work, action_id) if action_id else None
    if did is None and known is not None:
        did = store_actions.that_logged(work, known.customer_id, known.id)
    if did is None or did.by_id != work.person.id or did.undone_by_id:
        return False
    gone = _undo(work, now, Reply(place, "", message), did, is_contact=known is not None)
    if gone and known is not None:
        store_touches.forget_message(work, known.id)
    return gone


def _undo(
    work: Work, now: datetime, reply: Reply, did: Action, *, is_contact: bool = False
) -> bool:
    """Whether it is taken back: not where others, or the clicks since, have built on it."""
    if not is_contact and store_actions.went_on(work, did):
        return False
    try:
        undo.take_back(work, now, did)
    except HeedError:
        return False
    versions.did(work, reply.place, reply.message, None, now)
    return True


def just_taken_back(work: Work, now: datetime) -> list[tuple[str, str]]:
    """(place, message) of the replies that went with this person's last *undo*, to be unmarked."""
    del now
    undone = store_actions.last_undo(work, work.person.id)
    touched = undone.touched() if undone else set()
    gone = {id_ for table, id_ in touched if table == "touch"}
    said = versions.taken_back(work, undone.id) if undone else []
    return sorted({*store_touches.sources_of_gone(work, gone), *said})


def _deed(work: Work, now: datetime, reply: Reply) -> Deed | None:
    """What the reply does; None: it is talk, or about others. Raises OutsidersHere, LineTooLong."""
    headed = _headed(work, reply.place, reply.thread)
    if headed is None or _is_of_another(work, now, headed.customer, reply.words):
        return None
    subject = registry(work).subjects.get(headed.post.kind)
    short = reply._replace(words=reply.words[:LINE])
    if subject is not None:
        deed = subject.reply(work, now, headed.post.subject_id, short)
    elif headed.post.kind == NUDGE:
        nudge_id = reminders.speaking(work, headed.post.subject_id)
        deed = thread_replies.deed(work, now, headed.customer, nudge_id, short)
    else:
        return None
    if deed is None:
        return None
    if len(reply.words) > LINE:
        raise LineTooLong(len(reply.words))
    keep_private(work, reply.place)
    return deed


def _do(work: Work, now: datetime, reply: Reply, deed: Deed) -> Heard:
    """Whoever comes second is told who was first."""
    before = store_actions.newest(work)
    try:
        told, is_noted = deed(work, now)
    except (Over, Gone) as error:
        return Heard(is_noted=False, message=error.say())
    done = next(iter(standing_actions.of(work, work.person.id, now)), None)
    if done and done.id > before:
        versions.did(work, reply.place, reply.message, done.id, now)
    return Heard(is_noted=is_noted, message=told.say())


def _contact(work: Work, now: datetime, customer: Customer, reply: Reply) -> Told | None:
    """That it still tells of a contact, and of nothing else."""
    action_id = versions.action_of(work, reply.place, reply.message)
    did = store_actions.by_id(work, action_id) if action_id else None
    headed = _headed(work, reply.place, reply.thread)
    if (did and did.name != "log") or headed is None or headed.post.kind != NUDGE:
        return None
    if _is_of_another(work, now, customer, reply.words):
        return None
    told = thread_replies.means(work, now, customer, reply)
    return told if isinstance(told, Told) else None


def _is_of_another(work: Work, now: datetime, customer: Customer, words: str) -> bool:
    """“I called Globex instead” is left alone."""
    key = names.key(new_names.called(words[:LINE], now)[0])
    ids = name_keys.found(work, [key]).get(key, ())
    return bool(ids) and customer.id not in ids


def _headed(work: Work, place: str, thread: str) -> Headed | None:
    """What the post at the head of that thread is about, if it is Heed's, about a customer."""
    post = posts.by_message(work, place, thread)
    customer = customers.by_id(work, post.customer_id) if post and post.customer_id else None
    return Headed(customer, post) if post and customer else None
