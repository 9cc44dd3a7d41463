"""One thing for many customers, as lists to tick off: begun, ticked, looked through, closed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from care import actions, loading, people, tick_shares, touches
from care.feature import Alarm, Feature, PostKind, Press
from care.heed import allow
from care.plans import Cause
from care.registry import registry
from domain.customers import Customer
from domain.errors import Gone, NotUnderstood, Over
from domain.lengths import NAME
from domain.messages import Message
from domain.precedence import State, of_customer
from domain.teammates import Permission
from domain.tick_lists import LEFT_OUT, MOST, ROW, SHARE, Ticked, TickList, Wanted, resting
from domain.wording import tick_lists as wording
from domain.wording.lists import LISTED, Page
from store import actions as store_actions
from store import tick_lists as store
from store import touches as store_touches
from store.work import Work

BEGIN, TICK, CLOSE = "begin list", "tick off", "close list"
UNDO = {
    BEGIN: "the list you began",
    TICK: "that you ticked it",
    CLOSE: "that you closed the list",
}
"""How each is called when it is taken back."""


def begin(work: Work, now: datetime, wanted: Wanted, customers: Sequence[Customer]) -> Message:
    """A private list for each owner; whoever is to be left alone is on none. Raises NotUnderstood
    where nobody is left, or too many are.
    """
    person = allow(work, Permission.ACT)
    asked = [each for each in customers if not _is_left_out(each)]
    if len(wanted.name) > NAME or len(asked) > MOST:
        raise NotUnderstood(
            f"A list has a name of {NAME} characters, and {MOST} customers at most."
        )
    if not asked:
        raise NotUnderstood("Nobody of these is to hear from us: they are lost, paused, or asked.")
    list_id = store.add(work, wanted, now, [each.id for each in asked])
    made = need_list(work, list_id)
    tick_shares.share_out(work, now, made)
    action_id = store_actions.write(work, BEGIN, now, why=wanted.name)
    number = len(store.shares(work, list_id))
    is_mine = number == 1 and person.id in store.shares(work, list_id)
    out = len(customers) - len(asked)
    return wording.begun(made, len(asked), number, action_id, left_out=out, is_mine=is_mine)


def _is_left_out(customer: Customer) -> bool:
    states = {State(each) for each in State if each == customer.outside}
    return bool(LEFT_OUT & (states | of_customer(customer)))


def need_list(work: Work, list_id: int) -> TickList:
    """Raises Gone."""
    made = store.by_id(work, list_id)
    if made is None or made.gone:
        raise Gone
    return made


def done(work: Work, now: datetime, row_id: int) -> Message:
    """Logs the contact that the list is about. Raises Gone, Over."""
    row = _waiting(work, row_id)
    held = loading.hold_one(work, row.customer_id)
    made, row = need_list(work, row.list_id), _waiting(work, row_id)
    allow(work, Permission.ACT, held.customer)
    touch = replace(
        touches.asked_for(now, made.kind),
        words=made.name,
        customer_id=held.customer.id,
        by_id=work.person.id,
    )
    touch = replace(touch, id=store_touches.add(work, touch, now), logged_at=now)
    store.tick(work, row.id, touch.id)
    cause = Cause(by_id=work.person.id, touch=touch)
    closed = actions.record(work, now, TICK, held.customer.id, cause, held.with_touch(touch))
    return wording.ticked(made, held.customer, closed.action_id)


def _waiting(work: Work, row_id: int) -> Ticked:
    row = store.row(work, row_id)
    if row is None:
        raise Gone
    if row.is_done:
        raise Over(f"{row.name} is ticked off already.")
    if not need_list(work, row.list_id).is_open:
        raise Over("That list is closed.")
    return row


def turn(work: Work, now: datetime, share_id: int, number: int) -> Message:
    """The message shows that page from now on."""
    del now
    person, share = allow(work, Permission.ACT), store.share(work, share_id)
    if share is None or share.teammate_id != person.id:
        raise Gone
    store.turn(work, share_id, number)
    tick_shares.refresh(work, share.list_id)
    return wording.turned(number)


def close(work: Work, now: datetime, list_id: int) -> Message:
    """By whoever began it, or a manager. Raises Gone, Over."""
    person = allow(work, Permission.ACT)
    made = store.lock(work, list_id)
    if made is None or made.gone:
        raise Gone
    if not made.is_open:
        raise Over("That list is closed already.")
    if person.id != made.begun_by_id and not person.is_manager:
        raise Over(f"{tick_shares.began(work, made)} began it: they, or a manager, can close it.")
    store.close(work, list_id, now)
    action_id = store_actions.write(work, CLOSE, now, why=made.name)
    tick_shares.refresh(work, list_id)
    return wording.closed(made, action_id)


def say(work: Work, now: datetime, share_id: int) -> Message | None:
    """Somebody's share as of now."""
    del now
    share = store.share(work, share_id)
    made = store.by_id(work, share.list_id) if share else None
    if share is None or made is None:
        return None
    if not made.is_open:
        closer = people.name(work, made.closed_by_id or made.begun_by_id)
        return wording.over(made, store.counted(work, [made.id])[made.id], closer)
    rows = tick_shares.of_mate(work, made, share.teammate_id)
    page = _page(rows, Page(ref=str(share_id), number=share.page, action_id="tick_list.page"))
    shown = rows[page.first : page.most]
    mine = share.teammate_id == made.begun_by_id
    by = "" if mine else tick_shares.began(work, made)
    return wording.share(made, rows, page, _resting(work, made, shown), by)


def _page(rows: Sequence[Ticked], page: Page) -> Page:
    """The one that was turned to; once all of it is done, the first on which something waits."""
    page = page.within(len(rows))
    waiting = [place // LISTED for place, row in enumerate(rows) if not row.is_done]
    number = page.number if page.number in waiting else min(waiting, default=page.number)
    return replace(page, number=number)


def _resting(work: Work, made: TickList, rows: Sequence[Ticked]) -> dict[int, State]:
    """Why nothing is done meanwhile, by customer."""
    there = loading.load(work, [row.customer_id for row in rows if not row.is_done])
    standing = registry(work).plays.standing
    found = {id_: resting(standing(it.facts).states, made.need) for id_, it in there.items()}
    return {id_: state for id_, state in found.items() if state}


def is_pointless(work: Work, share_id: int) -> bool:
    """Whether it was closed, taken back, or done before it was sent."""
    share = store.share(work, share_id)
    made = store.by_id(work, share.list_id) if share else None
    if share is None or made is None or not made.is_open:
        return True
    return all(row.is_done for row in tick_shares.of_mate(work, made, share.teammate_id))


def overview(work: Work, now: datetime, example: str) -> Message:
    """What is under way, all of it for a manager; else what I began, or have a share of."""
    del now
    person = allow(work, Permission.SEE)
    every = store.standing(work)
    shares = {made.id: store.shares(work, made.id) for made in every}
    mine = [
        made
        for made in every
        if person.is_manager or person.id in {made.begun_by_id, *shares[made.id]}
    ]
    names = people.named(work, (made.begun_by_id for made in mine))
    counts = store.counted(work, [made.id for made in mine])
    rows = [
        wording.row(
            made,
            counts[made.id],
            names.get(made.begun_by_id),
            share_id=shares[made.id].get(person.id),
            may_close=person.is_manager or person.id == made.begun_by_id,
        )
        for made in mine
        if counts[made.id]["done"] < counts[made.id]["every"]
    ]
    return wording.overview(rows, example)


def show(work: Work, now: datetime, share_id: int) -> Message:
    """My share, as an answer. Raises Gone."""
    share, person = store.share(work, share_id), allow(work, Permission.ACT)
    told = say(work, now, share_id) if share and share.teammate_id == person.id else None
    if told is None:
        raise Gone
    return told


FEATURE = Feature(
    name="tick lists",
    presses={
        "tick_list.done": Press(act=done),
        "tick_list.page": Press(act=turn),
        "tick_list.close": Press(act=close),
        "tick_list.show": Press(act=show, changes=False),
    },
    posts={SHARE: PostKind(render=say, is_pointless=is_pointless, is_private=True)},
    owns=(ROW,),
    follow=tick_shares.follow,
    alarms={SHARE: Alarm(ring=tick_shares.bring)},
    undo=UNDO,
)
