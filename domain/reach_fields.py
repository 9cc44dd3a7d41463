"""How and when a customer likes to be reached."""

from domain import import_headings
from domain.field_kinds import Column, Value
from domain.touches import Kind
from domain.working_hours import read_week, tell_week

_CHANNELS = {Kind.CALL: "calls", Kind.MAIL: "mails", Kind.MESSAGE: "messages"}
_CHANNELS |= {Kind.MEETING: "meetings"}
_WORDS = {"phone": Kind.CALL, "telephone": Kind.CALL, "email": Kind.MAIL, "e-mail": Kind.MAIL}
_WORDS |= {"chat": Kind.MESSAGE, "text": Kind.MESSAGE, "sms": Kind.MESSAGE, "visit": Kind.MEETING}


def _channel(text: str) -> str | None:
    word = text.strip().casefold()
    found = _WORDS.get(word) or _WORDS.get(word.removesuffix("s"))
    return found or next((each for each in _CHANNELS if word in {each, f"{each}s"}), None)


def _hours(text: str) -> str | None:
    """As it may be typed again."""
    try:
        week = read_week(text.strip())
    except ValueError:
        return None
    return tell_week(week) if isinstance(week, tuple) and any(week) else None


CHANNEL = Value(
    name="channel",
    called="preferred channel",
    label="How they like to be reached",
    typed={"channel": "mail"},
    columns=(Column(name="preferred channel", headings=import_headings.CHANNEL),),
    hint="call, mail, message or meeting",
    is_optional=True,
    read=_channel,
    noun="channel",
    advice="write call, mail, message or meeting",
    shown=lambda value: f"likes {_CHANNELS.get(Kind(value), value)}",
)
HOURS = Value(
    name="hours",
    called="hours",
    label="When they can be reached",
    typed={"hours": "mon-fri 9:00-12:00"},
    columns=(Column(name="hours", headings=import_headings.HOURS),),
    hint="On their own clock: mon-fri 9:00-12:00",
    is_optional=True,
    read=_hours,
    noun="week of hours",
    advice="write days and then their hours, like mon-fri 9:00-12:00",
)
