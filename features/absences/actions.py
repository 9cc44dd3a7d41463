"""Somebody is away: said, taken back, ended early; and what the clock does about it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from care import (
    answering,
    calendars,
    dates,
    direct_messages,
    people,
    permissions,
    readers,
    stand_ins,
    team_changes,
)
from care.feature import PlainCommand, Telling
from care.heed import allow
from domain import calendar
from domain.absences import Absence, coming
from domain.commands import Usage
from domain.errors import Gone, Misfilled, NotUnderstood, Over
from domain.forms import Filled, Form
from domain.messages import Message
from domain.teammates import Permission, Teammate
from features.absences import rules, words
from features.absences.rules import ASKED, BEGINS, ENDS, TOLD
from store import absences, actions, alarms, posts, reporting, teammates
from store.work import Work

AWAY, BACK, DECLINED = "away", "back again", "decline to stand in"
UNDO = {
    AWAY: "that somebody is away",
    BACK: "that somebody is back",
    DECLINED: "that you can't stand in",
}
"""How each is called when it is taken back."""

HOW = "From when until when? Write it like “away 20 Dec - 3 Jan because of the holidays”."
A_MOMENT = timedelta(seconds=1)
"""A status that ends at midnight does not mean the day that begins then."""

A_WEEK = timedelta(days=7)


def typed(work: Work, now: datetime, said: str = "") -> Message:
    """Oneself, or whoever is named. Raises UnknownWords, NotUnderstood, TheirsOnly, Over."""
    person = allow(work, Permission.ACT)
    today = now.astimezone(person.clock).date()
    if not said:
        return words.mine(coming(person.absences, today))
    order = dates.month_first(work, said)
    read = rules.read(said, today, month_first=order)
    if read.first is None and not read.are_back:
        raise readers.unknown(work, "away", said)
    mate = readers.meant(work, read.who) if read.who else person
    _allow_about(work, mate)
    if read.are_back:
        return back(work, now, mate)
    if read.first is None or read.last is None:
        raise NotUnderstood(HOW)
    if wrong := rules.wrong(read.first, read.last, today):
        raise NotUnderstood(f"I can't note that: {wrong}. {HOW}")
    stand_in = readers.meant(work, read.stand_in) if read.stand_in else None
    return _note(work, now, mate, (read.first, read.last), stand_in, read.why)


def _allow_about(work: Work, mate: Teammate) -> None:
    """Whoever it is about, or their manager."""
    if not reporting.lines(work).may_read(work.person.id, mate.id):
        raise permissions.whose_only(work, "away 20 Dec - 3 Jan", mate, "change")


def _note(
    work: Work,
    now: datetime,
    mate: Teammate,
    days: tuple[date, date],
    stand_in: Teammate | None,
    why: str,
) -> Message:
    first, last = days
    if any(each.meets(first, last) for each in mate.absences):
        raise Over(f"{mate.name} is away then already: end that first, by “away off”.")
    if stand_in and stand_in.id == mate.id:
        raise Over("Nobody stands in for themselves.")
    stand_in = stand_in or stand_ins.proposed(work, now, mate, first)
    absence = Absence(
        id=0, first=first, last=last, known_at=now, stand_in_id=stand_in.id if stand_in else None
    )
    id_ = absences.add(work, mate.id, absence, why)
    return _told(work, now, mate, replace(absence, id=id_), stand_in, why)


def _told(
    work: Work,
    now: datetime,
    mate: Teammate,
    absence: Absence,
    stand_in: Teammate | None,
    why: str,
) -> Message:
    """What follows, besides the row."""
    action_id = actions.write(work, AWAY, now, why=mate.name)
    _set_alarms(work, absence.id, mate, absence.first, absence.last)
    _set_word(work, now, absence.id, mate, absence.first, stand_in)
    posts.show_anew(work, ASKED, absence.id)
    team_changes.follow(work, now, mate.id)
    _pass_on(work, now, mate.id)
    return words.told(mate, absence, stand_in, why, action_id)


def _set_alarms(work: Work, absence_id: int, mate: Teammate, first: date, last: date) -> None:
    alarms.put(work, BEGINS, absence_id, calendar.midnight(first, mate.clock))
    alarms.put(work, ENDS, absence_id, calendar.midnight(last + calendar.ONE_DAY, mate.clock))


def _set_word(
    work: Work,
    now: datetime,
    absence_id: int,
    mate: Teammate,
    first: date,
    stand_in: Teammate | None,
) -> None:
    """Whoever stands in is told once it begins, in their own working time."""
    if stand_in:
        begins = max(now, calendar.midnight(first, mate.clock))
        alarms.put(
            work, TOLD, absence_id, calendars.presence_of(work, stand_in).next_working(begins)
        )


def tell(work: Work, now: datetime, absence_id: int) -> None:
    """The one word to whoever stands in, as it is by now."""
    mate = teammates.by_id(work, absences.whose(work, absence_id))
    there = mate.absence(now) if mate else None
    if mate and there and there.id == absence_id:
        stand_in = answering.stand_in(work, now, mate)
        direct_messages.tell(work, now, stand_in.id if stand_in else None, TOLD, absence_id)


def decline(work: Work, now: datetime, absence_id: int) -> Message:
    """Whoever stands in can't: whom the owner reports to does. Raises Gone, Over."""
    person = allow(work, Permission.ACT)
    mate = teammates.by_id(work, absences.whose(work, absence_id))
    there = mate.absence(now) if mate else None
    if mate is None or there is None or there.id != absence_id:
        raise Gone
    stand_in = answering.stand_in(work, now, mate)
    if stand_in is None or stand_in.id != person.id:
        raise Over(f"{stand_in.name if stand_in else 'Nobody'} stands in by now.")
    other = answering.above(work, now, mate, person)
    if other is None:
        raise Over("Nobody else is there to whom it could go: please talk to each other.")
    absences.change(work, absence_id, stand_in_id=other.id)
    action_id = actions.write(work, DECLINED, now, why=mate.name)
    team_changes.follow(work, now, mate.id)
    _set_word(work, now, absence_id, mate, there.first, other)
    posts.show_anew(work, TOLD, absence_id)
    return words.declined(mate, other, action_id)


def back(work: Work, now: datetime, mate: Teammate) -> Message:
    """Before it would have ended, or begun. Raises Over."""
    today = now.astimezone(mate.clock).date()
    there = coming(mate.absences, today)
    if not there:
        raise Over(f"{mate.name} is not away, and nothing is known of their being so.")
    absence = there[0]
    if absence.first < today:
        absences.change(work, absence.id, last=today - calendar.ONE_DAY)
    else:
        absences.change(work, absence.id, gone=True)
    action_id = actions.write(work, BACK, now, why=mate.name)
    alarms.put(work, ENDS, absence.id, now)
    team_changes.follow(work, now, mate.id)
    return words.back(mate, max(today, absence.first), action_id)


def ring(work: Work, now: datetime, absence_id: int) -> None:
    """It begins, or is over: whoever answers for their customers is another one from now on."""
    if mate_id := absences.whose(work, absence_id):
        team_changes.follow(work, now, mate_id)
        posts.show_anew(work, TOLD, absence_id)
        _pass_on(work, now, mate_id)


def _pass_on(work: Work, now: datetime, mate_id: int) -> None:
    """For whom they stood in themselves, somebody else does by now, and is told."""
    for each in team_changes.stood_in_for(work, now, mate_id):
        there, other = each.absence(now), answering.stand_in(work, now, each)
        if there and other and other.id != mate_id:
            _set_word(work, now, there.id, each, there.first, other)


def hear(work: Work, now: datetime, mate: Teammate, until: datetime) -> None:
    """A status says so: they are asked in private, once, whether it is meant for reminders, too."""
    first, last = (at.astimezone(mate.clock).date() for at in (now, until - A_MOMENT))
    is_known = any(each.meets(first, last) for each in mate.absences)
    if is_known or absences.has_asked(work, mate.id, last) or rules.wrong(first, last, first):
        return
    there = Absence(id=0, first=first, last=last, known_at=now)
    direct_messages.tell(work, now, mate.id, ASKED, absences.propose(work, mate.id, there))


def hold(work: Work, now: datetime, absence_id: int) -> Message:
    """Yes, it is. Raises Gone, Over."""
    person = allow(work, Permission.ACT)
    proposed = absences.by_id(work, absence_id)
    if proposed is None or absences.whose(work, absence_id) != person.id:
        raise Gone
    if any(each.meets(proposed.first, proposed.last) for each in person.absences):
        raise Over("I hold them already.")
    if wrong := rules.wrong(proposed.first, proposed.last, now.astimezone(person.clock).date()):
        raise Over(f"I can't: {wrong}.")
    stand_in = stand_ins.proposed(work, now, person, proposed.first)
    stand_in_id = stand_in.id if stand_in else None
    absences.change(work, absence_id, gone=False, stand_in_id=stand_in_id)
    return _told(work, now, person, replace(proposed, stand_in_id=stand_in_id), stand_in, "")


def ask(work: Work, now: datetime) -> Form:
    person = allow(work, Permission.ACT)
    first = calendars.mine(work).day(now) + calendar.ONE_DAY
    named = teammates.by_id(work, person.stand_in_id)
    return words.form(person, first, first + A_WEEK, people.person(named))


def keep(work: Work, now: datetime, filled: Filled) -> Message:
    """Raises Misfilled."""
    person = allow(work, Permission.ACT)
    mate = readers.meant(work, filled.one("who")) if filled.one("who") else person
    _allow_about(work, mate)
    days = (_day(filled, "first"), _day(filled, "last"))
    if wrong := rules.wrong(*days, now.astimezone(person.clock).date()):
        raise Misfilled({"last": f"{wrong[0].upper()}{wrong[1:]}."})
    named = filled.one("stand_in")
    stand_in = readers.meant(work, named) if named else None
    try:
        return _note(work, now, mate, days, stand_in, filled.one("why"))
    except Over as error:
        raise Misfilled({"first": error}) from None


def _day(filled: Filled, name: str) -> date:
    try:
        return date.fromisoformat(filled.one(name))
    except ValueError:
        raise Misfilled({name: "Choose a day."}) from None


COMMANDS = (
    PlainCommand(
        usage=Usage(
            name="away",
            example="away 20 Dec - 3 Jan because of the holidays",
            does="have your reminders wait, or somebody stand in, while you are away",
            rank=76,
            also=("away 20 Dec - 3 Jan @ana stand-in @ben", "away @ana off"),
            is_listed=False,
        ),
        act=typed,
        telling=Telling.OPTIONAL,
    ),
)
