"""The managers' mornings: planned one ahead, gathered as of now, opened line by line."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from care import (
    calendars,
    coverage,
    digest_pages,
    direct_messages,
    list_views,
    listing,
    morning_lists,
    neglect,
    numbers,
    people,
)
from care.heed import allow
from care.registry import registry
from domain import calendar
from domain.calendar import Calendar
from domain.coverage import CareNumbers
from domain.customers import Customer
from domain.errors import Gone
from domain.messages import Item, Line, Message, line
from domain.pacing import DigestNumbers
from domain.teammates import Permission, Teammate, may
from domain.touches import Touch
from domain.wording import cards, lists
from domain.wording import digests as wording
from domain.wording.digests import ROOM, Asked, Digest, Tally
from store import customers, digests, refusals, reporting, teammates, touches, workload
from store.work import Work
from store.workload import Share


def plan_next(work: Work, now: datetime, manager: Teammate) -> None:
    """One row ahead; a date that had its digest gets no second one, whatever the zone says."""
    pending = digests.pending(work, manager.id)
    if pending and (pending.due_at <= now or pending.failures):
        return
    had = digests.last_had(work, manager.id)
    due_at, day = _next_morning(work, now, calendars.presence_of(work, manager), had)
    if pending and (pending.local_date, pending.due_at) == (day, due_at):
        return
    if pending:
        digests.remove(work, pending.id)
    digests.plan(work, manager.id, day, due_at)


def _next_morning(
    work: Work, now: datetime, theirs: Calendar, had: date | None
) -> tuple[datetime, date]:
    """Today's, if it is still to come, else the next working day's."""
    day = theirs.day(now)
    while True:
        due_at = _comes_at(work, day, theirs)
        if theirs.is_working_day(day) and due_at > now and (had is None or day > had):
            return due_at, day
        day += calendar.ONE_DAY


def _comes_at(work: Work, day: date, theirs: Calendar) -> datetime:
    return calendar.moment(day, numbers.of(work, DigestNumbers).at, theirs.zone)


def send(work: Work, now: datetime, digest_id: int) -> None:
    """The clock's: today's digest is wanted; those of days that are over are let go."""
    row = digests.lock(work, digest_id)
    if row is None or row.due_at is None or row.due_at > now:
        return
    manager = teammates.by_id(work, row.teammate_id)
    if manager is None or not manager.is_manager or not may(manager, Permission.SEE):
        digests.remove(work, digest_id)
        return
    digests.note(work, digest_id, None)
    theirs = calendars.presence_of(work, manager)
    today = theirs.day(now)
    is_its_day = _is_day_of(row.local_date, now, theirs)
    if today > row.local_date and _is_morning_past(work, now, theirs):
        digest_id = digests.plan(work, manager.id, today, now)
        digests.note(work, digest_id, None)
        is_its_day = True
    digests.let_go(work, manager.id, digest_id)
    if is_its_day:
        direct_messages.tell(work, now, manager.id, "digest", digest_id)
        morning_lists.with_digest(work, now, manager, today, digest_id)
    plan_next(work, now, manager)


def _is_day_of(day: date, now: datetime, theirs: Calendar) -> bool:
    """Whether that day's digest can still be sent: whoever gets it later gets the next one."""
    return theirs.day(now) == day and now < theirs.day_end(now)


def _is_morning_past(work: Work, now: datetime, theirs: Calendar) -> bool:
    """Whether today's digest would have come by now, and the working day is not over."""
    today = theirs.day(now)
    is_there = _comes_at(work, today, theirs) <= now < theirs.day_end(now)
    return theirs.is_working_day(today) and is_there


def mine(work: Work, now: datetime) -> Message:
    """A manager's whole team; for anybody else, their own customers."""
    person = allow(work, Permission.SEE)
    return gather(work, now, person, "all" if person.is_manager else "mine").say()


def say(work: Work, now: datetime, digest_id: int) -> Message | None:
    """As of now; None once its day is over: what it would have said stands in the next one."""
    row = digests.by_id(work, digest_id)
    manager = teammates.by_id(work, row.teammate_id) if row else None
    if row is None or manager is None:
        return None
    if not _is_day_of(row.local_date, now, calendars.presence_of(work, manager)):
        return None
    told = gather(work, now, manager, "all")
    theirs = list_views.of_day(work, now, manager, row.local_date)
    return told.below(theirs.say()) if theirs else told.say()


def gather(work: Work, now: datetime, reader: Teammate, scope: str) -> Digest:
    """On the reader's clock and calendar."""
    zone = reader.clock
    today = now.astimezone(zone).date()
    since, has_gap = _since(work, reader, today)
    window = (calendar.midnight(since, zone), calendar.midnight(today, zone))
    shares = _shares(work, now, reader, scope)
    done = touches.counts_by_teammate(work, *window)
    covered = customers.coverage(work, now, reader.id if scope == "mine" else None)
    refused = refusals.tally(work) if scope == "all" else refusals.NONE
    return Digest(
        today=today,
        since=since,
        has_gap=has_gap,
        now=now,
        zone=zone,
        name=reader.name.split(" ")[0],
        scope=scope,
        done=tally(work, reader, [it for it in done if scope == "all" or it[0] == reader.id]),
        due=tally(work, reader, ((whose, number) for whose, late, number in shares if not late)),
        late=tally(work, reader, neglect.tally(work, now, reader, scope)),
        longest=neglect.longest(work, now, reader, scope),
        sections=_sections(work, now, reader, Asked(scope=scope, most=ROOM - bool(sum(refused)))),
        covered=covered,
        care=numbers.of(work, CareNumbers),
        refused=refused.asked + refused.unasked,
        unasked=refused.unasked,
    )


def _since(work: Work, reader: Teammate, day: date) -> tuple[date, bool]:
    """The day of the digest before that one, and whether any between them never got through."""
    missed = digests.missed_before(work, reader.id, day) if reader.is_manager else None
    theirs = calendars.of_teammate(work, reader)
    return theirs.last_working_day_before(missed or day), missed is not None


def _shares(work: Work, now: datetime, reader: Teammate, scope: str) -> list[Share]:
    """What is asked for by tonight."""
    shares = workload.tally(work, now, _tonight(now, reader))
    return [each for each in shares if scope == "all" or each.whose == reader.id]


def _tonight(now: datetime, reader: Teammate) -> datetime:
    return calendar.midnight(now.astimezone(reader.clock).date() + calendar.ONE_DAY, reader.clock)


def tally(work: Work, reader: Teammate, counts: Iterable[tuple[int | None, int]]) -> Tally:
    """The busiest first; those whose numbers are for somebody else together."""
    every = list(counts)
    lines = reporting.lines(work)
    counts = [it for it in every if it[0] is None or lines.may_read(reader.id, it[0])]
    rest = sum(number for _, number in every) - sum(number for _, number in counts)
    named = people.named(work, (teammate_id for teammate_id, _ in counts))
    tally = [(named.get(teammate_id or 0), number) for teammate_id, number in counts]
    tally.sort(key=lambda pair: (-pair[1], pair[0].name if pair[0] else ""))
    return [*tally, (wording.OTHERS, rest)] if rest else tally


def _sections(work: Work, now: datetime, reader: Teammate, asked: Asked) -> tuple[Item, ...]:
    """The features' own lines, as many as there is room for."""
    shown: tuple[Item, ...] = ()
    for section in sorted(registry(work).sections.values(), key=lambda each: each.rank):
        left = replace(asked, most=asked.most - len(shown))
        shown += tuple(section.lines(work, now, reader, left)) if left.most > 0 else ()
    return shown


def open_line(
    work: Work, now: datetime, kind: str, scope: str, day: str, number: int = 0
) -> Message:
    """The rows behind one line of the digest of that day, as they stand now, page by page."""
    reader = allow(work, Permission.SEE)
    scope = scope if reader.is_manager else "mine"
    page = lists.Page(ref=f"{kind}:{scope}:{day}", number=min(number, lists.LAST_PAGE))
    match kind:
        case "done":
            window = _window(work, reader, date.fromisoformat(day))
            return _opened_done(work, now, reader, scope, window, page)
        case "done week":
            window = week(now, reader)
            return _opened_done(work, now, reader, scope, window, page)
        case "due":
            return _opened_due(work, now, reader, scope, page)
        case "late":
            return neglect.opened_late(work, now, reader, scope, page)
        case _ if kind in coverage.KINDS:
            return coverage.opened(work, now, reader, scope, kind, page)
        case "week":
            return _opened_week(work, now, reader, date.fromisoformat(day), page)
        case "refused" if scope == "all":
            return digest_pages.refused(work, now, reader, page)
        case "nobodys" if scope == "all":
            return digest_pages.nobodys(work, now, reader, page)
        case _ if section := registry(work).sections.get(kind):
            return section.opened(work, now, reader, scope, page)
        case _:
            raise Gone


def _window(work: Work, reader: Teammate, day: date) -> tuple[datetime, datetime]:
    since, _ = _since(work, reader, day)
    return calendar.midnight(since, reader.clock), calendar.midnight(day, reader.clock)


def week(now: datetime, reader: Teammate) -> tuple[datetime, datetime]:
    """From its Monday until now; on a Monday, from that of the week before."""
    yesterday = now.astimezone(reader.clock).date() - calendar.ONE_DAY
    return calendar.midnight(calendar.monday_of(yesterday), reader.clock), now


def _opened_done(
    work: Work,
    now: datetime,
    reader: Teammate,
    scope: str,
    window: tuple[datetime, datetime],
    page: lists.Page,
) -> Message:
    whose = None if scope == "all" else reader.id
    rows = touches.done_between(work, *window, page.most, whose)
    counts = touches.counts_by_teammate(work, *window)
    total = sum(number for by_id, number in counts if whose in {None, by_id})
    told = _contacts(work, now, reader, rows)
    return lists.listed(line("✅ What was done"), told, page, total, "contact")


def _opened_week(
    work: Work, now: datetime, reader: Teammate, day: date, page: lists.Page
) -> Message:
    since = calendar.midnight(calendar.monday_of(day), reader.clock)
    rows = touches.logged_by(work, reader.id, since, now, page.most)
    total = sum(number for _, number in touches.kinds_of(work, reader.id, since, now))
    told = _contacts(work, now, reader, rows)
    return lists.listed(line("🌱 Your week"), told, page, total, "contact")


def _contacts(
    work: Work, now: datetime, reader: Teammate, rows: list[Touch]
) -> list[tuple[Customer, Line]]:
    there = customers.by_ids(work, [touch.customer_id for touch in rows])
    named = people.named(work, (touch.by_id for touch in rows))
    return [
        lists.about(there[each.customer_id], cards.history(each, named, now, reader.clock)[1:])
        for each in rows
        if each.customer_id in there
    ]


def _opened_due(
    work: Work, now: datetime, reader: Teammate, scope: str, page: lists.Page
) -> Message:
    whose = None if scope == "all" else reader.id
    tonight = _tonight(now, reader)
    wanted = workload.behind(work, now, tonight, whose, is_late=False, most=page.most)
    told = listing.reminders(work, now, reader, wanted)
    shares = _shares(work, now, reader, scope)
    total = sum(each.number for each in shares if not each.is_late)
    return lists.listed(line("📌 Due today"), told, page, total, "reminder")
