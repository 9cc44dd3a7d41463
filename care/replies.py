"""Replies in the threads of Heed's own posts: a contact is logged, talk is left alone.

What is no contact is neither stored nor logged, here or anywhere else.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from care import actions, known_names, loading, touches, undo
from care.heed import keep_private
from care.plans import Cause
from care.registry import registry
from domain import names, new_names, reading
from domain.customers import Customer
from domain.errors import HeedError, LineTooLong
from domain.lengths import LINE
from domain.subjects import Subject
from store import actions as store_actions
from store import customers, name_keys, posts
from store import replies as versions
from store import touches as store_touches
from store.work import Work

LATE = timedelta(minutes=1)


class Headed(NamedTuple):
    """A thread by its first post: what is said under a complaint is about no other."""

    customer: Customer
    subject: Subject | None


class Reply(NamedTuple):
    """`version` puts in order, as text, what the platform tells of one message; without it each
    counts as it comes. `at` is when it was written, where the platform tells.
    """

    place: str
    thread: str
    message: str
    words: str = ""
    version: str = ""
    at: datetime | None = None


def is_ours(work: Work, now: datetime, place: str, thread: str) -> bool:
    """Whether a post of Heed's about a customer heads that thread."""
    del now
    return _headed(work, place, thread) is not None


def heard(work: Work, now: datetime, reply: Reply) -> bool | None:
    """Whether the reply was logged, so that it can be marked; None where a newer version of it, or
    this one, has come before. Raises OutsidersHere.
    """
    place, message, version = reply.place, reply.message, reply.version
    if versions.is_overtaken(work, place, message, version):
        return None
    headed = _told_of(work, now, reply)
    if headed is None:
        return False
    if not versions.note(work, place, message, version, now):
        return None
    return _log(work, now, headed, reply)


def edited(work: Work, now: datetime, reply: Reply) -> bool | None:
    """Whether the reply is noted from now on, or no longer; None: it is marked as it was.

    What somebody has taken back with *undo* is not noted again because a word of it was changed.
    """
    place, message, words = reply.place, reply.message, reply.words
    if not versions.note(work, place, message, reply.version, now):
        return None
    known = store_touches.by_message(work, place, message)
    if known is None and store_touches.was_read_from(work, place, message):
        return None
    if known is None:
        headed = _told_of(work, now, reply)
        return (headed is not None and _log(work, now, headed, reply)) or None
    if known.by_id != work.person.id or known.words == words:
        return None
    keep_private(work, place)
    customer = customers.lock(work, known.customer_id)
    if customer is None:
        return None
    if not _is_contact(work, now, customer, words):
        return False if _take_along(work, now, place, message) else None
    said = touches.read(work, store_touches.logged_at(work, known.id), customer, words)
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
    return None


def deleted(work: Work, now: datetime, reply: Reply) -> bool:
    """Whether a touch went with it; what others have built on stays."""
    if not versions.note(work, reply.place, reply.message, reply.version, now):
        return False
    return _take_along(work, now, reply.place, reply.message)


def _take_along(work: Work, now: datetime, place: str, message: str) -> bool:
    known = store_touches.by_message(work, place, message)
    if known is None or known.by_id != work.person.id:
        return False
    logged = store_actions.that_logged(work, known.customer_id, known.id)
    try:
        if logged:
            undo.take_back(work, now, logged)
            store_touches.forget_message(work, known.id)
    except HeedError:
        return False
    return logged is not None


def just_taken_back(work: Work, now: datetime) -> list[tuple[str, str]]:
    """(place, message) of the replies that went with this person's last *undo*, to be unmarked."""
    del now
    undone = store_actions.last_undo(work, work.person.id)
    touched = undone.touched() if undone else set()
    return store_touches.sources_of_gone(work, {id_ for table, id_ in touched if table == "touch"})


def _told_of(work: Work, now: datetime, reply: Reply) -> Headed | None:
    """Whom the reply tells of a contact with. Raises OutsidersHere."""
    headed = _headed(work, reply.place, reply.thread)
    if headed is None or not _is_contact(work, now, headed.customer, reply.words):
        return None
    keep_private(work, reply.place)
    return headed


def _log(work: Work, now: datetime, headed: Headed, reply: Reply) -> bool:
    held = loading.hold(work, (headed.customer.id,)).get(headed.customer.id)
    if held is None or held.is_gone:
        return False
    read = touches.read(work, _at(now, reply), held.customer, reply.words, held.facts.contacts)
    touch = replace(read, subject=headed.subject)
    touches.keep(work, now, held, touch, place=reply.place, message_id=reply.message)
    return True


def _at(now: datetime, reply: Reply) -> datetime:
    """When it was written, if that is told late; clocks differ by seconds."""
    return reply.at if reply.at and now - reply.at > LATE else now


def _is_contact(work: Work, now: datetime, customer: Customer, words: str) -> bool:
    """Of theirs: "I called Globex instead" is left alone. Raises LineTooLong."""
    told = words[:LINE]
    if not reading.reads_as_contact(told, known_names.colleagues(work, customer)):
        return False
    if len(words) > LINE:
        raise LineTooLong(len(words))
    key = names.key(new_names.called(words, now)[0])
    ids = name_keys.found(work, [key]).get(key, ())
    return not ids or customer.id in ids


def _headed(work: Work, place: str, thread: str) -> Headed | None:
    """What the post at the head of that thread is about, if it is Heed's, about a customer."""
    post = posts.by_message(work, place, thread)
    customer = customers.by_id(work, post.customer_id) if post and post.customer_id else None
    if post is None or customer is None:
        return None
    is_subject = post.kind in registry(work).subjects
    return Headed(customer, Subject(post.kind, post.subject_id) if is_subject else None)
