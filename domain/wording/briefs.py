"""What to know before a call: the message, and the core's own lines."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.messages import Button, Item, Line, Message, Named, Person, Words, joined, line
from domain.touches import Direction, Touch

SHORT = 120


def message(customer: Customer, lines: Sequence[BriefLine]) -> Message:
    headline = line("📋 Before you speak with ", Named(customer.name))
    none = Item(line=line("Nothing is known of them yet but their name."))
    told = tuple(each.item for each in lines)
    return Message(id="before a call", headline=headline, items=told or (none,))


def core(known: Known) -> Iterable[BriefLine]:
    """The last contact, in whose words, and who is who there."""
    heard = [each for each in known.facts.touches if each.is_heard]
    for touch in heard[-1:]:
        told = line("💬 ", *_contact(touch, known))
        yield BriefLine(about=About.LAST_CONTACT, line=told, source=open_touch(touch.id))
    if known.facts.contacts:
        card = Button(
            action_id="customer.card", ref=str(known.facts.customer.id), label="Who is who"
        )
        yield BriefLine(about=About.PEOPLE, line=line("👤 ", *_people(known)), source=card)


def _contact(touch: Touch, known: Known) -> Line:
    """Their words first, then what it was, when, and who noted it."""
    words = " ".join(touch.words.split())
    said = (Words(phrases.shorten(words, SHORT)), " · ") if words else ()
    began = "from them" if touch.direction is Direction.THEIRS else "from us"
    by = known.by(touch.by_id)
    told = (", noted by ", by) if by else ()
    ago = phrases.ago(touch.at, known.now, known.zone)
    return line(*said, f"{touch.kind} {began}", *told, ", ", *ago)


def _people(known: Known) -> Line:
    """Who decides, and whether all depends on one of them."""
    named = [
        line(Named(each.name), f" ({each.role})" if each.role else "")
        for each in known.facts.contacts
        if each.name
    ]
    is_alone = len(named) == 1
    alone = " · the only one we know there" if is_alone else ""
    return line(*joined(named), alone)


def open_touch(touch_id: int) -> Button:
    return Button(action_id="touch.open", ref=str(touch_id), label="Read")


def touch(
    customer: Customer, touch: Touch, by: Person | None, now: datetime, zone: ZoneInfo
) -> Message:
    """One contact in full."""
    day = phrases.day(touch.at, now, zone)
    began = "they began" if touch.direction is Direction.THEIRS else "we began"
    signs = "".join(f" · {sign}" for sign in sorted(touch.signs))
    told = (", logged by ", by) if by else ()
    said = (Item(line=line(Words(touch.words))),) if touch.words else ()
    facts = line(f"{touch.kind.capitalize()} · {began}{signs} · ", day, *told)
    return Message(
        id="answer", headline=line("💬 ", Named(customer.name)), items=(*said, Item(line=facts))
    )
