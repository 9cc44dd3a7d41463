"""Questions are answered for a customer; the company's own gaps are named, owned and plugged."""

from dataclasses import replace
from datetime import date, datetime

from care import actions, calendars, direct_messages, finding, numbers, people, readers
from care.feature import PlainCommand, Telling
from care.finding import Found
from care.heed import allow
from domain.calendar import midnight
from domain.commands import Usage
from domain.customers import Customer, Rung
from domain.errors import Gone, Misfilled, NoSuchCustomer, Over
from domain.forms import Filled, Form
from domain.messages import Message
from domain.teammates import Permission, may
from features.moments import rows
from features.moments import words as wording
from features.moments.rules import GAP, LADDER, MomentNumbers, System
from store import actions as store_actions
from store import alarms, teammates
from store.work import Work

TICK, AUDIT = "tick", "audit"
UNDO = {TICK: "what you ticked", AUDIT: "what you kept of our moments of truth"}
"""How each is called when it is taken back."""

AHEAD_DAYS = 10
"""Working days that a gap is given, unless somebody says otherwise."""


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """A customer's, or the company's own. Raises NoSuchCustomer."""
    reader = allow(work, Permission.SEE)
    if words:
        return _checklist(work, _meant(work, words))
    systems = rows.systems(work)
    owners = people.named(work, (each.owner_id for each in systems.values()))
    is_theirs = may(reader, Permission.SET_UP)
    return wording.audit(systems, owners, now, reader.clock, is_theirs=is_theirs)


def _meant(work: Work, words: str) -> Customer:
    found = finding.find(work, words, anywhere=False)
    if isinstance(found, Found) and not found.words.strip():
        return found.customer
    if not isinstance(found, Found) and len(found.candidates) == 1:
        return found.candidates[0]
    raise NoSuchCustomer(words)


def _checklist(work: Work, customer: Customer) -> Message:
    questions = numbers.of(work, MomentNumbers).of(customer.rung)
    return wording.checklist(customer, questions, rows.ticked(work, customer.id))


def tick(work: Work, now: datetime, customer_id: int, place: int, turn: str) -> Message:
    """Answered, or not after all; the list as it is by now. Raises Gone."""
    person = allow(work, Permission.ACT)
    customer = finding.hold(work, customer_id)
    questions = numbers.of(work, MomentNumbers).of(customer.rung)
    if place >= len(questions):
        raise Gone
    done = rows.ticked(work, customer.id).get(questions[place])
    if turn == "on" and not done:
        rows.tick(work, customer.id, questions[place], now, person.id)
    elif turn == "off" and done:
        rows.untick(work, done)
    if work.changes:
        actions.record(work, now, TICK, customer.id)
    return _checklist(work, customer)


def ask(work: Work, now: datetime, place: int) -> Form:
    """For the rung at that place of the ladder. Raises Gone."""
    allow(work, Permission.SET_UP)
    there = _rung(place)
    system = rows.systems(work).get(there) or System(rung=there)
    owner = teammates.by_id(work, system.owner_id) if system.owner_id else work.person
    mine = calendars.mine(work)
    due = system.due_at or mine.days_later(now, AHEAD_DAYS)
    asked = numbers.of(work, MomentNumbers).of(there)
    return wording.form(there, system, people.person(owner), mine.day(due), asked)


def keep(work: Work, now: datetime, place: int, filled: Filled) -> Message:
    """Whose it is, whoever says so where nobody is named. Raises Gone, Misfilled."""
    person, there = allow(work, Permission.SET_UP), _rung(place)
    known = rows.systems(work).get(there) or System(rung=there)
    gap = filled.one("gap")
    owner = readers.meant(work, filled.one("owner")) if filled.one("owner") else person
    try:
        day = date.fromisoformat(filled.one("due"))
    except ValueError:
        raise Misfilled({"due": "Choose a day."}) from None
    system = replace(
        known,
        system=filled.one("system"),
        gap=gap,
        owner_id=owner.id if gap else None,
        due_at=midnight(day, owner.clock) if gap else None,
    )
    system = replace(system, id=rows.keep(work, system))
    _set_alarm(work, system)
    action_id = store_actions.write(work, AUDIT, now)
    return wording.kept(there, action_id)


def _set_alarm(work: Work, system: System) -> None:
    owner = teammates.by_id(work, system.owner_id) if system.owner_id else None
    if owner and system.due_at:
        morning = calendars.of_teammate(work, owner).morning_of(system.due_at)
        alarms.put(work, GAP, system.id, morning)
    else:
        alarms.clear(work, GAP, system.id)


def plug(work: Work, now: datetime, system_id: int) -> Message:
    """By whoever sees to it, or a manager. Raises Gone, Over."""
    person = allow(work, Permission.EDIT)
    system = rows.by_id(work, system_id)
    if system is None:
        raise Gone
    if system.owner_id != person.id:
        allow(work, Permission.SET_UP)
    if not system.has_gap:
        raise Over("That gap is plugged already.")
    rows.keep(work, replace(system, gap="", owner_id=None, due_at=None))
    action_id = store_actions.write(work, AUDIT, now)
    return wording.plugged(system.rung, action_id)


def remind(work: Work, now: datetime, system_id: int) -> None:
    """Its owner, in private; where another day was chosen meanwhile, on that one."""
    system = rows.by_id(work, system_id)
    if system is None or not system.has_gap:
        return
    if system.due_at and system.due_at > now:
        _set_alarm(work, system)
    else:
        direct_messages.tell(work, now, system.owner_id, GAP, system.id)


def say(work: Work, now: datetime, system_id: int) -> Message | None:
    """None once it is plugged."""
    del now
    system = rows.by_id(work, system_id)
    if system is None or not system.has_gap:
        return None
    owner = teammates.by_id(work, system.owner_id)
    return wording.due(system, is_theirs=owner is not None and may(owner, Permission.SET_UP))


def is_plugged(work: Work, system_id: int) -> bool:
    system = rows.by_id(work, system_id)
    return system is None or not system.has_gap


def _rung(place: int) -> Rung:
    if place >= len(LADDER):
        raise Gone
    return LADDER[place]


COMMANDS = (
    PlainCommand(
        usage=Usage(
            name="moments",
            example="moments Acme",
            does="go through what decides how a customer thinks of us; alone, what we lack for it",
            rank=75,
            also=("moments",),
            is_listed=False,
        ),
        act=typed,
        telling=Telling.OPTIONAL,
        changes=False,
    ),
)
