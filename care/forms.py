"""Forms to fill in: what they ask is gathered as of now, and nothing is changed yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from care import calendars, finding, nudges, people, touches
from care.finding import Found
from care.heed import allow
from domain.forms import Form
from domain.messages import Option, Person
from domain.teammates import Permission
from domain.wording import forms as wording
from domain.wording import profiles
from store import customers, teammates
from store import nudges as store_nudges
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Original:
    """A message that a contact is logged from: where it stands, and who wrote it."""

    link: str = ""
    author: str = ""


NOTHING = Original()


def log(
    work: Work,
    now: datetime,
    words: str = "",
    at: datetime | None = None,
    original: Original = NOTHING,
) -> Form:
    """Empty, or begun from a message: its words, its moment, and a link back to it. What nobody of
    the team wrote is the customer's.
    """
    del now
    allow(work, Permission.LOG)
    customer, told = begun(work, words)
    form = wording.log(customer, told, at, carried=original.link)
    is_theirs = original.author and not _is_ours(work, original.author)
    return wording.theirs(form) if is_theirs else form


def _is_ours(work: Work, user_id: str) -> bool:
    found = teammates.by_user(work, work.installation_id, user_id)
    return found is not None and found[1].is_of_team


def new(work: Work, now: datetime) -> Form:
    del now
    person = allow(work, Permission.EDIT)
    return profiles.new("", Person(person.name, person.user_id))


def edit(work: Work, now: datetime, customer_id: int) -> Form:
    """Raises Gone."""
    del now
    allow(work, Permission.EDIT)
    customer = finding.need(work, customer_id)
    owner = people.person(people.owner(work, customer))
    return profiles.edit(customer, owner, customers.contacts(work, customer_id))


def change(work: Work, now: datetime, touch_id: int, logged_by: int) -> Form:
    """A contact already logged by that action; raises Gone."""
    del now
    allow(work, Permission.LOG)
    touch = touches.need(work, touch_id)
    return wording.change(finding.need(work, touch.customer_id), touch, f"{touch_id}:{logged_by}")


def later(work: Work, now: datetime, nudge_id: int) -> Form:
    """The day after tomorrow is proposed; raises Gone, or Over with who was first."""
    saying = nudges.asking(work, now, nudge_id)
    mine = calendars.mine(work)
    day = mine.day(mine.next_morning(now + timedelta(days=1)))
    is_again = store_nudges.need(work, nudge_id).snoozed_by_id is not None
    return wording.later(nudge_id, saying.headline, day, is_again=is_again)


def waive(work: Work, now: datetime, nudge_id: int) -> Form:
    """Why it isn't needed; raises Gone, or Over with who was first."""
    saying = nudges.asking(work, now, nudge_id)
    return wording.waive(nudge_id, saying.headline, saying.waive, saying.reasons)


def begun(work: Work, words: str) -> tuple[Option | None, str]:
    """The customer that the words begin with, if that is sure, and what is said about them."""
    found = finding.find(work, words) if words.strip() else None
    if isinstance(found, Found):
        return wording.customer_option(found.customer), found.words
    return None, words
