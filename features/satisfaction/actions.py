"""How satisfied somebody is: noted by a line, a button or a form, and too old by itself."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from care import (
    actions,
    drafts,
    finding,
    form_submissions,
    forms,
    loading,
    numbers,
    scenes,
    verdicts,
)
from care import touches as care_touches
from care.feature import Command, Said, Telling
from care.heed import allow
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled
from domain.forms import Filled, Form
from domain.messages import Item, Message
from domain.satisfaction import BEST, Level, Verdict, level_of
from domain.teammates import Permission
from domain.touches import ASKING, Touch
from domain.wording import receipts
from features.satisfaction import rows, rules
from features.satisfaction import words as wording
from features.satisfaction.rules import EXPIRES, PULSE, TABLE, Moved, Rating, SatisfactionNumbers
from store import alarms, customers, inbox
from store.work import Change, Work

UNDO = {PULSE: "how satisfied they are", EXPIRES: "that what they said is too old"}
"""How each is called when it is taken back."""


def pulse(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Without a number it is asked, and the words are kept."""
    verdict = rules.read(said.words)
    if verdict is None:
        draft_id = inbox.keep_draft(work, PULSE, f"{customer.name}: {said.words}", now)
        return wording.ask(customer, said.words, draft_id)
    return note(work, now, customer, verdict)


def note(work: Work, now: datetime, customer: Customer, verdict: Verdict) -> Message:
    """Raises Gone."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, customer.id)
    verdicts.record(work, now, customer.id, verdict)
    closed = actions.record(work, now, PULSE, customer.id)
    rating, *earlier = rows.of(work, customer.id, rows.LATEST)
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, customer)))
    undo = receipts.undo(closed.action_id)
    return wording.noted(customer, rating, _moved(rating, earlier), after, undo)


def _moved(rating: Rating, earlier: Sequence[Rating]) -> Moved | None:
    levels = [each.level for each in earlier if each.level is not rating.level]
    return Moved(rating=rating, before=levels[0]) if levels else None


def hear(work: Work, now: datetime, customer_id: int, verdict: Verdict) -> None:
    """A row of its own, whoever has asked them."""
    rating = Rating(
        id=0,
        customer_id=customer_id,
        level=verdict.level,
        at=now,
        words=verdict.words.strip(),
        score=verdict.score,
        source=verdict.source,
        by_id=work.by.id if work.by else None,
    )
    rows.add(work, rating)


def choose(work: Work, now: datetime, draft_id: int, level: str) -> Message:
    """What was asked back. Raises Gone, and Over where it was answered."""
    draft, _ = drafts.opened(work, draft_id)
    found = finding.find(work, draft.line)
    if not isinstance(found, finding.Found):
        raise Gone
    inbox.use_draft(work, draft_id, now)
    words = finding.words_about(draft.line, found.customer, anywhere=False)
    return note(work, now, found.customer, Verdict(level=_level(level), words=words))


def of_contact(work: Work, now: datetime, touch_id: int, level: str) -> Message:
    """What was asked on a receipt: its words are theirs. Raises Gone."""
    touch = care_touches.need(work, touch_id)
    verdict = Verdict(level=_level(level), words=touch.words)
    return note(work, now, finding.need(work, touch.customer_id), verdict)


def _level(value: str) -> Level:
    try:
        return Level(value)
    except ValueError:
        raise Gone from None


def ask(work: Work, now: datetime, typed: str = "") -> Form:
    """The form, begun from what was typed."""
    del now
    allow(work, Permission.LOG)
    customer, words = forms.begun(work, typed)
    verdict = rules.read(words)
    return wording.form(customer, verdict.words if verdict else words, _score(verdict))


def _score(verdict: Verdict | None) -> int | None:
    return verdict.score if verdict else None


def ask_score(work: Work, now: datetime, draft_id: int) -> Form:
    """The same for a line that was kept. Raises Gone."""
    draft, _ = drafts.opened(work, draft_id)
    return ask(work, now, draft.line)


def submit(work: Work, now: datetime, filled: Filled) -> Message:
    """Raises Misfilled."""
    allow(work, Permission.LOG)
    score = filled.one("score")
    if not score.isdecimal() or int(score) > BEST:
        raise Misfilled({"score": f"Choose a number from 0 to {BEST}."})
    customer = form_submissions.customer(work, now, filled)
    level = level_of(int(score))
    verdict = Verdict(level=level, score=int(score), words=filled.one("words"))
    return note(work, now, customer, verdict)


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of a contact in which they were heard: asked again, once it is too old."""
    has_spoken = touch.is_heard and touch.kind in ASKING
    last = _latest(work, touch.customer_id) if has_spoken else None
    if last and last.ends_at(numbers.of(work, SatisfactionNumbers)) <= now:
        yield wording.ask_again(touch.id, last, now, work.person.clock)


def _latest(work: Work, customer_id: int) -> Rating | None:
    """Of what was loaded last, where that was this customer."""
    loaded = loading.lately(work, customer_id)
    if loaded is None:
        return rows.latest(work, customer_id)
    return next(reversed(rules.ratings(loaded.facts)), None)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """What is said now is too old some day."""
    del now, customer_id
    for rating_id in sorted({it.id for it in (*changes, *work.changes) if it.table == TABLE}):
        rating = rows.by_id(work, rating_id)
        if rating and rating.expired_at is None:
            ends_at = rating.ends_at(numbers.of(work, SatisfactionNumbers))
            alarms.put(work, EXPIRES, rating_id, ends_at)
        else:
            alarms.clear(work, EXPIRES, rating_id)


def expire(work: Work, now: datetime, rating_id: int) -> None:
    """Looked at again where it counts for longer by now; what was said since counts instead."""
    rating = rows.by_id(work, rating_id)
    if rating is None or customers.lock(work, rating.customer_id) is None:
        return
    ends_at = rating.ends_at(numbers.of(work, SatisfactionNumbers))
    last = rows.latest(work, rating.customer_id)
    if last and last.id == rating_id and ends_at <= now:
        rows.expire(work, rating_id, now)
        actions.record(work, now, EXPIRES, rating.customer_id)
    elif ends_at > now:
        alarms.put(work, EXPIRES, rating_id, ends_at)


COMMANDS = (
    Command(
        usage=Usage(
            name=PULSE,
            example="pulse Acme 9 loves the new portal",
            does="note how satisfied somebody is, from 0 to 10, and in which words",
            rank=51,
            also=("pulse Acme",),
            opens="pulse.ask",
            is_listed=False,
        ),
        needs=Permission.LOG,
        act=pulse,
        telling=Telling.OPTIONAL,
        may_create=False,
    ),
)
