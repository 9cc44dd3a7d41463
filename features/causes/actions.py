"""A cause is ticked through, told of when it comes again and again, and removed for good."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from care import actions, direct_messages, finding, numbers, people, tick_lists
from care.feature import PlainCommand
from care.heed import allow
from domain import calendar, phrases
from domain.commands import Usage
from domain.errors import Gone, Misfilled, NotUnderstood, Over
from domain.forms import Filled, Form
from domain.lengths import NAME
from domain.messages import Message, Named, line
from domain.precedence import Need
from domain.teammates import Permission
from domain.tick_lists import Wanted
from domain.touches import Kind
from domain.wording import receipts
from features.causes import rows, rules
from features.causes import words as wording
from features.causes.rules import ABOUT, TICKED, CauseNumbers, Raised
from store import actions as store_actions
from store import customers, posts, teammates
from store import tick_lists as store_lists
from store.work import Change, Work

TICK, REMOVE = "tick a step", "remove a cause"
UNDO = {TICK: "the step you ticked", REMOVE: "that the cause is removed"}
"""How each is called when it is taken back."""

WARNING = "cause to remove"
"""The post to managers."""

ALL = timedelta(days=3650)


def raised(work: Work, since: datetime) -> list[Raised]:
    """All complaints since then, each with its cause as far as it is known."""
    causes = numbers.of(work, CauseNumbers).causes
    return [
        Raised(
            id=row.id,
            customer_id=row.customer_id,
            words=row.words,
            cause=row.cause or rules.suggested(row.words, causes),
            opened_at=row.opened_at,
        )
        for row in rows.since(work, since)
    ]


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """The third of one cause within a month tells the managers, once; what they were told is kept
    true.
    """
    del customer_id
    for each in changes:
        if each.table == TICKED:
            posts.show_anew(work, ABOUT, rows.complaint_of(work, each.id))
        is_new = each.before is None or "cause" in each.after
        if each.table == ABOUT and is_new and not each.after.get("gone"):
            _warn(work, now, each.id)
        elif each.table == ABOUT and "gone" in each.after:
            _show_anew(work, now)


def _warn(work: Work, now: datetime, complaint_id: int) -> None:
    there = numbers.of(work, CauseNumbers)
    since = now - timedelta(days=there.cause_days)
    every = raised(work, since)
    cause = next((each.cause for each in every if each.id == complaint_id), "")
    number = sum(each.cause == cause for each in every)
    if not cause or number < there.cause_number or cause in rows.warned(work, since):
        return
    warning_id = rows.warn(work, cause, now)
    for manager in teammates.managers(work):
        direct_messages.tell(work, now, manager.id, WARNING, warning_id)


def _show_anew(work: Work, now: datetime) -> None:
    since = now - timedelta(days=numbers.of(work, CauseNumbers).cause_days)
    for warning_id in rows.warnings(work, since):
        posts.show_anew(work, WARNING, warning_id)


def tick(work: Work, now: datetime, complaint_id: int, place: int) -> Message:
    """Raises Gone, Over."""
    allow(work, Permission.ACT)
    row = rows.one(work, complaint_id)
    if row is None or row.gone:
        raise Gone
    customer = finding.hold(work, row.customer_id)
    cause = row.cause or rules.suggested(row.words, numbers.of(work, CauseNumbers).causes)
    steps = rules.policy_of(cause).steps
    if place >= len(steps):
        raise Gone
    known = rows.ticked(work, complaint_id)
    if steps[place] in known:
        raise Over(f"{people.name(work, known[steps[place]])} has done that already.")
    rows.tick(work, customer.id, complaint_id, steps[place], now)
    done = actions.record(work, now, TICK, customer.id)
    headline = line("☑️ ", Named(customer.name), ": ", steps[place])
    return receipts.told(headline, (), receipts.undo(done.action_id))


def ask(work: Work, now: datetime, cause: str = "") -> Form:
    del now
    allow(work, Permission.ACT)
    return wording.form(numbers.of(work, CauseNumbers).causes, cause)


def remove(work: Work, now: datetime, filled: Filled) -> Message:
    """Whoever raised it since it was removed before is to be told. Raises Misfilled."""
    allow(work, Permission.ACT)
    cause, words = filled.one("cause"), filled.one("words")
    if cause not in numbers.of(work, CauseNumbers).causes:
        raise Misfilled({"cause": "Choose a cause."})
    if not words:
        raise Misfilled({"words": "Say what was done: it is what they will be told."})
    before = [each.at for each in rows.removed(work) if each.cause == cause]
    since = max(before, default=now - ALL)
    those = {each.customer_id: each for each in raised(work, since) if each.cause == cause}
    removed_id = rows.remove(work, cause, words, now)
    there = customers.by_ids(work, list(those))
    if not there:
        return _nobody(work, now, cause)
    notes = {id_: _note(work, each) for id_, each in those.items()}
    name = phrases.shorten(f"You said, we did: {cause}. {words}", NAME)
    wanted = Wanted(name=name, kind=Kind.MESSAGE, need=Need.PROMISE, notes=notes)
    try:
        told = tick_lists.begin(work, now, wanted, list(there.values()))
    except NotUnderstood:
        return _nobody(work, now, cause)
    rows.note_list(work, removed_id, store_lists.standing(work)[-1].id)
    return told


def _note(work: Work, each: Raised) -> str:
    """What they said, and when: to be specific with."""
    day = calendar.midnight(each.opened_at.astimezone(work.person.clock).date(), work.person.clock)
    return f"{phrases.shorten(each.words)} ({day.astimezone(work.person.clock):%-d %b})"


def _nobody(work: Work, now: datetime, cause: str) -> Message:
    action_id = store_actions.write(work, REMOVE, now, why=cause)
    return receipts.told(
        line("✅ Noted as removed: ", cause, ". Nobody has to be told."),
        (),
        receipts.undo(action_id),
    )


def overview(work: Work, now: datetime) -> Message:
    """By cause, how many; and how many were told of what was removed."""
    allow(work, Permission.SEE)
    days = numbers.of(work, CauseNumbers).cause_days
    every = raised(work, now - timedelta(days=days))
    counts = Counter(each.cause for each in every if each.cause)
    gone = [(each, _told(work, each.list_id)) for each in rows.removed(work)[:10]]
    return wording.overview(counts, days, gone)


def _told(work: Work, list_id: int | None) -> wording.Told:
    """Closed once all are told, or the rest is waived by closing their list."""
    made = store_lists.by_id(work, list_id) if list_id else None
    if made is None or made.gone:
        return wording.Told(0, 0, is_closed=True)
    counts = store_lists.counted(work, [made.id])[made.id]
    is_closed = counts["done"] == counts["every"] or not made.is_open
    return wording.Told(counts["done"], counts["every"], is_closed)


COMMANDS = (
    PlainCommand(
        usage=Usage(
            name="causes",
            example="causes",
            does="see what is complained about most, and say that a cause is removed",
            rank=46,
            is_listed=False,
        ),
        act=overview,
        changes=False,
    ),
)
