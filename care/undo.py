"""Taking back: the facts of an action as they were before, and everything planned anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care import (
    hooks,
    leaving,
    merging,
    naming,
    ownerless,
    people,
    planning,
    post_refresh,
    removal,
    scenes,
    settings,
    taking_over,
    tick_shares,
    undo_following,
)
from care.heed import allow
from care.plans import NO_CAUSE, Cause
from care.registry import registry
from domain import calendar, phrases, quotes
from domain.commands import DeletedBefore, DeletedTooLongAgo, MergedSince, UnknownWords
from domain.customers import Customer
from domain.errors import BuiltUpon, ChangedByNobody, NothingToUndo, UndoneAlready
from domain.messages import Line, Message, Named, Words, line
from domain.nudges import Nudge
from domain.teammates import Permission
from domain.tick_lists import LIST
from domain.touches import Touch
from domain.wording import receipts
from store import (
    actions,
    customers,
    nudges,
    posts,
    reactions,
    standing_actions,
    teammates,
    touches,
)
from store.actions import Action
from store.work import Work

MANY = 20
"""Actions that are taken back at once at most."""

WORDS = 60
"""Characters of somebody's words by which they know again what they take back."""

BY_HAND = {"import": "An import", "edit": "Somebody at the command line"}
"""What changes facts in nobody's name, and is not the clock's."""


def last(work: Work, now: datetime, words: str = "") -> Message:
    """My last action of the day, on my own clock; the last three are listed first. By a name, the
    customer who was deleted. Raises NothingToUndo, UnknownWords.
    """
    if words and not (words.isdecimal() and 0 < int(words) <= MANY):
        return _deletion(work, now, words)
    most = int(words or 1)
    done = _of_today(work, now, most)
    if not done:
        mine = (it.name for each, it in removal.deleted(work, now) if each.by_id == work.person.id)
        raise next(map(DeletedBefore, mine), NothingToUndo())
    if most == 1:
        return take_back(work, now, done[0])
    headlines = [_told(work, each) for each in done]
    return receipts.ask_undo(headlines, most, done[-1].id, done[0].id)


def _deletion(work: Work, now: datetime, name: str) -> Message:
    done = removal.called(work, now, quotes.off(name))
    if done is None:
        raise UnknownWords(name, registry(work).usages["undo"])
    return take_back(work, now, done)


def _of_today(work: Work, now: datetime, most: int) -> list[Action]:
    """Mine, newest first; what one line did at once is one."""
    person = allow(work, Permission.ACT)
    midnight = calendar.midnight(now.astimezone(person.clock).date(), person.clock)
    heads: dict[int, Action] = {}
    for each in standing_actions.of(work, person.id, midnight):
        heads.setdefault(each.part_of_id or each.id, each)
    return list(heads.values())[:most]


def these(work: Work, now: datetime, oldest_id: int, newest_id: int) -> Message:
    """All of mine from the one to the other, newest first, or none of them."""
    person = allow(work, Permission.ACT)
    told = []
    for each in standing_actions.between(work, person.id, oldest_id, newest_id):
        there = actions.by_id(work, each.id)
        if there and not there.undone_by_id:
            told.append(take_back(work, now, there))
    if not told:
        raise UndoneAlready
    return _joined(told)


def _told(work: Work, done: Action) -> Line:
    customer = customers.ever(work, done.customer_id) if done.customer_id else None
    return _said(work, done, customer)


def one(work: Work, now: datetime, action_id: int) -> Message:
    """That action of mine; raises UndoneAlready, BuiltUpon."""
    person = allow(work, Permission.ACT)
    done = actions.by_id(work, action_id)
    if done is None or done.by_id != person.id:
        raise NothingToUndo
    return take_back(work, now, done)


def last_setting(work: Work, now: datetime) -> Message:
    """The last one, whoever set it: for the command line. Raises NothingToUndo, BuiltUpon."""
    done = actions.last_called(work, settings.ACTION)
    if done is None:
        raise NothingToUndo
    return take_back(work, now, done)


def take_back(work: Work, now: datetime, done: Action) -> Message:
    """With it goes what one line did at once, and what the same person built on it since; what
    others built forbids it. `done` may be a part of what was done.
    """
    return _joined(
        [
            _take_back(work, now, done if each.id == done.id else each)
            for each in actions.with_(work, done)
            if each.id == done.id or not each.undone_by_id
        ]
    )


def _joined(told: Sequence[Message]) -> Message:
    items = [item for each in told for item in each.items]
    notes = [note for each in told for note in each.notes]
    return replace(told[0], items=tuple(items), notes=tuple(notes))


def _take_back(work: Work, now: datetime, done: Action) -> Message:
    customer = customers.lock(work, done.customer_id) if done.customer_id else None
    if actions.is_undone(work, done.id):
        raise UndoneAlready
    if removal.is_too_old(done, now):
        raise DeletedTooLongAgo(removal.DAYS)
    later = actions.built_on(work, done)
    _forbid(work, done, later)
    undone = [*later, done]
    for each in undone:
        for change in reversed(each.changes):
            work.restore(change)
    for customer_id in {id_ for each in undone for id_ in each.renamed()}:
        naming.claim_all(work, customer_id)
    if done.customer_id and customer is None:
        customer = customers.by_id(work, done.customer_id)
    undo_following.everywhere(work, now, done)
    if done.customer_id:
        hooks.follow(work, now, done.customer_id, work.changes)
    after = _settle(work, now, done, undone, customer)
    undo_id = actions.write(
        work, actions.UNDO, now, customer_id=done.customer_id, nudge_id=done.nudge_id
    )
    for each in undone:
        actions.mark_undone(work, each.id, undo_id)
    _follow(work, now, done)
    leaving.look_anew(work, done)
    ownerless.look_anew(work, done)
    if done.nudge_id:
        posts.show_anew(work, taking_over.KIND, done.nudge_id)
    return receipts.taken_back([_said(work, each, customer) for each in undone], after)


def is_anybodys(done: Action) -> bool:
    """Whether somebody did it, or an import or the command line in nobody's name: not the clock."""
    return done.by_id is not None or done.name in BY_HAND


def _forbid(work: Work, done: Action, later: Sequence[Action]) -> None:
    """Raises BuiltUpon where one of these is another's; the clock's hinder nobody. What was merged
    since is parted first, and whole: raises MergedSince.
    """
    if any(each.name == merging.ACTION for each in later):
        raise MergedSince
    others = {each.by_id for each in later} - {done.by_id, None}
    if others:
        names = people.named(work, others).values()
        raise BuiltUpon(" and ".join(sorted(person.name for person in names)))
    unnamed = {each.name for each in later if each.by_id is None and each.name in BY_HAND}
    if unnamed and done.by_id is not None:
        raise ChangedByNobody(" and ".join(sorted(BY_HAND[name] for name in unnamed)))


def _follow(work: Work, now: datetime, done: Action) -> None:
    """What reactions that were taken away had done goes too, once nothing is built on it."""
    for action_id in reactions.owed(work, done.customer_id) if done.customer_id else ():
        owed = actions.by_id(work, action_id)
        by = teammates.by_id(work, owed.by_id) if owed else None
        if owed and by and not owed.undone_by_id and not actions.built_on(work, owed):
            take_back(replace(work, by=by), now, owed)


def _settle(
    work: Work, now: datetime, done: Action, undone: list[Action], customer: Customer | None
) -> list[Line]:
    """Brings everything that follows from the facts in line with them again."""
    touched = {pair for each in undone for pair in each.touched()}
    for table, id_ in sorted(touched):
        if table == "nudge" and nudges.by_id(work, id_):
            planning.refresh(work, id_)
        _show(work, table, id_)
        if table == "customer" and id_ != done.customer_id:
            planning.reckon_anew(work, now, id_)
        if table == "customer":
            post_refresh.anew(work, id_)
    if done.customer_id is None:
        return []
    if {"customer", "contact"} & {table for table, _ in touched}:
        customers.learn_names(work, done.customer_id)
    gone = {id_ for each in undone for table, id_ in each.created() if table == "touch"}
    kept = {id_ for each in undone for table, id_ in each.mended() if table == "touch"} - gone
    outcome = planning.replan(work, now, done.customer_id, _cause(work, done.customer_id, kept))
    planning.look_anew(work, now, done.customer_id)
    _credit(work, done.customer_id, gone)
    if customer is None or work.by is None:
        return []
    return list(receipts.changes(outcome, scenes.mine(work, now, customer)))


def _show(work: Work, table: str, id_: int) -> None:
    """Its posts are to say what is true again."""
    if table == "place":
        posts.show_anew(work, "question", id_)
    if table == LIST:
        tick_shares.refresh(work, id_)
    if table in registry(work).subjects:
        posts.show_anew(work, table, id_)


def _cause(work: Work, customer_id: int, kept: set[int]) -> Cause:
    """A contact that says again what it had said may have done again what it had done."""
    theirs = (it for it in touches.by_ids(work, kept).values() if it.customer_id == customer_id)
    touch = next(theirs, None)
    return Cause(by_id=touch.by_id, touch=touch) if touch else NO_CAUSE


def _credit(work: Work, customer_id: int, gone: set[int]) -> None:
    """What was answered by a touch that is gone was answered by whoever did so next, if anybody."""
    remaining = touches.for_planning(work, customer_id)
    for nudge in nudges.ended_by(work, customer_id, gone):
        first = _answer(work, nudge, remaining)
        nudges.note(
            work,
            nudge.id,
            ended_by_id=first.by_id if first else None,
            ended_touch_id=first.id if first else None,
        )
        planning.refresh(work, nudge.id)


def _answer(work: Work, nudge: Nudge, remaining: Sequence[Touch]) -> Touch | None:
    """The next one after that which is gone; else the last before it, since it was asked for."""
    play = registry(work).plays.of(nudge)
    answers = [each for each in remaining if play.answers(each)]
    later = [each for each in answers if each.id > (nudge.ended_touch_id or 0)]
    since = [each for each in answers if each.at >= (nudge.sent_at or nudge.ask_at)]
    return min(later, key=lambda each: each.id, default=since[-1] if since else None)


def _said(work: Work, done: Action, customer: Customer | None) -> Line:
    """What it was, with the words that it was about, and a customer who goes with it."""
    about = (" – ", Named(customer.name)) if customer else ()
    created = {each.table: each.after for each in done.changes if each.before is None}
    words = str(created.get("touch", {}).get("words") or "")
    words = words or (done.why if done.name == settings.ACTION else "")
    told = (": ", Words(phrases.shorten(words, WORDS))) if words else ()
    is_whole = "customer" in created and done.name != "new"
    return line(
        registry(work).undo.get(done.name, done.name).capitalize(),
        *about,
        *told,
        ", and the customer" if is_whole else "",
    )
