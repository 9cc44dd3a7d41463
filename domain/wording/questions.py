"""What a receipt asks: one short question, with the answers as buttons."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import chain, islice
from zoneinfo import ZoneInfo

from domain.messages import Action, Button, Choices, Day, Item, Menu, Option, line
from domain.touches import Direction, Kind, Sign, Touch

DAYS = 14
"""Days back from today that can be chosen at once; *Change* takes any other."""

ASKED = {
    Sign.COMPLAINT: ("Was it a complaint?", "A complaint"),
    Sign.CANCELLED: ("Have they cancelled?", "They cancelled"),
    Sign.COMPETITOR: ("Are they looking at somebody else?", "A competitor"),
    Sign.CONTACT_LEFT: ("Has their contact left?", "A contact left"),
    Sign.ASKED_FOR_PERSON: ("Did they ask for a person?", "For a person"),
    Sign.ENQUIRY: ("Are they waiting for an answer?", "An enquiry"),
    Sign.NO_ANSWER: ("Did nobody answer?", "No answer"),
    Sign.REFERRAL: ("Have they recommended us?", "A referral"),
    Sign.PRAISE: ("Was it praise?", "Praise"),
    Sign.PURCHASE: ("Have they bought?", "A purchase"),
    Sign.JOINED: ("Have they joined?", "They joined"),
    Sign.WISH: ("Have they a wish?", "A wish"),
}
"""What hurts most if it is missed comes first; each with the button that says yes."""

HOW = (Kind.CALL, Kind.MAIL, Kind.MEETING, Kind.MESSAGE)
"""What a line of which nothing was understood most likely was."""

KINDS = tuple(Option(value=kind, label=kind.capitalize()) for kind in Kind)
DIRECTIONS = (
    Option(value=Direction.OURS, label="We began"),
    Option(value=Direction.THEIRS, label="They began"),
)
SIGNS = tuple(Option(value=sign, label=sign.capitalize()) for sign in Sign)


def asked(touch: Touch, ref: str, now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    """One question at most, of those that its words leave open."""
    found = chain(
        _about_all(touch, ref), _about_signs(touch, ref), _about_day(touch, ref, now, zone)
    )
    return islice(found, 1)


def menus(touch: Touch, ref: str, now: datetime, zone: ZoneInfo) -> Iterable[Action]:
    """How it was, who began, what it meant, and when: each can be put right in one click."""
    yield Menu(action_id="touch.kind", ref=ref, label="Kind", options=KINDS, chosen=touch.kind)
    yield Menu(
        action_id="touch.direction",
        ref=ref,
        label="Who began",
        options=DIRECTIONS,
        chosen=touch.direction,
    )
    day = touch.at.astimezone(zone).date()
    options = tuple(_days(day, now.astimezone(zone).date()))
    yield Menu(action_id="touch.day", ref=ref, label="Day", options=options, chosen=day.isoformat())
    signs = tuple(sign for sign in Sign if sign in touch.signs)
    yield Choices(action_id="touch.signs", ref=ref, label="It was …", options=SIGNS, chosen=signs)


def is_unread(touch: Touch) -> bool:
    """Nothing of its words was understood."""
    is_note = touch.kind is Kind.NOTE and touch.direction is Direction.OURS
    return is_note and not touch.signs


def _about_signs(touch: Touch, ref: str) -> Iterator[Item]:
    for sign, button in _likely(touch, ref):
        yield Item(line=line(ASKED[sign][0]), actions=(button,))


def _likely(touch: Touch, ref: str) -> Iterator[tuple[Sign, Button]]:
    """Each sign that is suspected, with the button that says yes."""
    suspected = touch.hints.suspected - touch.signs if touch.hints else frozenset()
    for sign, (_, yes) in ASKED.items():
        if sign in suspected:
            yield sign, Button(action_id="touch.sign", ref=f"{ref}:{sign}", label=yes)


def _about_day(touch: Touch, ref: str, now: datetime, zone: ZoneInfo) -> Iterator[Item]:
    """Only while the day stands as it was read."""
    if touch.hints and touch.hints.other_day and touch.hints.at == touch.at:
        today, other = now.astimezone(zone).date(), touch.hints.other_day.astimezone(zone).date()
        taken = Day(touch.at.astimezone(zone).date(), today)
        button = Button(action_id="touch.day", ref=f"{ref}:{other}", label=f"{other:%-d %b}")
        yield Item(line=line("Taken as ", taken, ". Or was it the other day?"), actions=(button,))


def _about_all(touch: Touch, ref: str) -> Iterator[Item]:
    """With the likely answers, whether it is how it was or what it meant."""
    if touch.hints and touch.words and is_unread(touch):
        likely = [button for _, button in _likely(touch, ref)]
        kinds = [
            Button(action_id="touch.kind", ref=f"{ref}:{kind}", label=kind.capitalize())
            for kind in HOW
        ]
        yield Item(line=line("I kept it as a note. What was it?"), actions=(*likely[:1], *kinds))


def _days(chosen: date, today: date) -> Iterator[Option]:
    """The latest first; an earlier one that holds now stands at the end."""
    back = [today - timedelta(days=days) for days in range(DAYS)]
    for day in back if chosen in back else [*back, chosen]:
        near = {today: "Today", today - timedelta(days=1): "Yesterday"}
        yield Option(value=day.isoformat(), label=near.get(day, f"{day:%a} {day.day} {day:%b}"))
