"""A small team's customers, over all seven rungs and with some history, for a first look."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from care import customers, field_edits, finding, places, planning, settings
from care.feature import Command, Said
from care.registry import registry
from domain import newcomers
from domain.forms import Form
from domain.messages import Button
from domain.teammates import Teammate
from store import places as store_places
from store import teammates
from store.work import Work

KNOWN_FOR = timedelta(days=150)
OFFERED = "shelves, planters, seats, lighting"
_AHEAD = re.compile(r"\{(\d+)\}")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """`owner` is a handle; `history` says what was logged how many days ago, oldest first.

    A line that begins with a slash is another command; `{9}` is the day nine days from today. What
    stands behind a ` > ` begins the label of the button that is pressed on its receipt.
    """

    owner: str
    typed: str
    history: tuple[tuple[float, str], ...] = ()


CUSTOMERS = (
    Sample(owner="ana", typed="Corner Café suspect Jo Baker jo@corner.example"),
    Sample(
        owner="ben",
        typed="Riverside Gym suspect Sam Hill sam@riverside.example America/New_York",
        history=((3, "met Sam at the trade fair, nice chat"),),
    ),
    Sample(
        owner="ana",
        typed="Globex prospect Erik Lund erik@globex.example +44 20 7946 0000 Europe/London",
        history=((9, "asked about prices for forty seats"), (8, "called Erik, left a voicemail")),
    ),
    Sample(
        owner="dev",
        typed="Lotus Textiles prospect Priya Shah priya@lotus.example Asia/Kolkata",
        history=((1, "wrote in, wants a quote for the spring collection"),),
    ),
    Sample(
        owner="ben",
        typed="Blue Harbor prospect Tom Reed tom@harbor.example America/New_York",
        history=(
            (6, "emailed Tom the brochure"),
            (4, "called Tom, no answer"),
            (0, "/promise {3} 3pm send Tom the measurements"),
        ),
    ),
    Sample(
        owner="ana",
        typed="Fern & Moss prospect Lily Green lily@fern.example Europe/London",
        history=((12, "ordered twelve planters"),),
    ),
    Sample(
        owner="dev",
        typed="Saffron Kitchens customer Arjun Rao arjun@saffron.example Asia/Kolkata",
        history=((40, "renewed for a year"), (2, "/complaint the second delivery came broken")),
    ),
    Sample(
        owner="ben",
        typed="Summit Outdoor customer Kate Moss kate@summit.example America/Denver",
        history=((130, "bought seats"), (75, "called Kate about the new season")),
    ),
    Sample(
        owner="ana",
        typed="Harbour Books customer Owen Clark owen@books.example Europe/London",
        history=(
            (20, "popped in, he showed us the new reading room"),
            (1, "/rung member because Owen joined the readers' circle"),
            (1, "/pulse 8 all good, but slow to answer"),
            (0, "/date renewal {65}"),
        ),
    ),
    Sample(
        owner="ben",
        typed="Maple Dental advocate Dr Nora Klein nora@maple.example America/New_York",
        history=(
            (58, "thanked Nora for the kind review"),
            (15, "called Nora, all fine"),
            (0, "/date birthday Nora {9}"),
        ),
    ),
    Sample(
        owner="ana",
        typed="Acme advocate Maria Santos maria@acme.example +44 20 7946 0101 Europe/London",
        history=(
            (38, "sent Maria a card"),
            (9, "Maria wrote that she loves the new shelves"),
            (6, "called Maria to thank her"),
        ),
    ),
    Sample(
        owner="dev",
        typed='"Himalaya Tours" raving fan Tara Joshi tara@himalaya.example Asia/Kolkata',
        history=(
            (70, "sent flowers to Tara"),
            (20, "Tara recommended us to Lily at Fern & Moss > Fern & Moss: referred by"),
            (18, "called Tara to thank her"),
        ),
    ),
    Sample(
        owner="dev",
        typed="Pine Street Clinic shopper Hugo Lane hugo@pine.example Europe/London",
        history=(
            (31, "emailed Hugo about the waiting room"),
            (22, "emailed Hugo the price list"),
            (11, "emailed Hugo again"),
        ),
    ),
    Sample(
        owner="ben",
        typed="Old Mill Bakery customer Alma Fox alma@mill.example America/New_York",
        history=((80, "/lost price switched to a cheaper one"),),
    ),
)


def fill(work: Work, now: datetime, channel: str, host: str) -> int:
    """Adds them all, and lets `host` (a handle) accept the channel of that name, if it is there.

    Returns how many there are. Raises NotUnderstood where nobody goes by that handle, and NameTaken
    a second time. The host gets the customers of whoever isn't in the team.
    """
    whose = field_edits.owner_called(work, host)
    known = {_add(work, now, sample, whose): sample for sample in CUSTOMERS}
    told = [(days, id_, line) for id_, sample in known.items() for days, line in sample.history]
    for days_ago, customer_id, line in sorted(told, key=lambda each: -each[0]):
        work.by = _owner(work, known[customer_id], whose)
        _tell(work, _noon(now, days_ago), customer_id, _dated(line, now))
        work.changes.clear()
    for customer_id in known:
        planning.replan(work, now, customer_id)
    work.by = None
    settings.put(work, now, "what_else.offers", OFFERED)
    work.by = whose
    place = next((each for each in store_places.unanswered(work) if each.name == channel), None)
    if place:
        places.accept(work, now, place.id)
    return len(CUSTOMERS)


def _add(work: Work, now: datetime, sample: Sample, whose: Teammate) -> int:
    newcomer = newcomers.read(sample.typed)
    owner = _owner(work, sample, whose)
    return customers.add(work, now - KNOWN_FOR, newcomer, owner_id=owner.id)


def _owner(work: Work, sample: Sample, whose: Teammate) -> Teammate:
    return next(iter(teammates.called(work, sample.owner)), whose)


def _dated(line: str, now: datetime) -> str:
    """With the days that lie ahead."""
    return _AHEAD.sub(lambda it: f"{now + timedelta(days=int(it[1])):%-d %B}", line)


def _tell(work: Work, at: datetime, customer_id: int, line: str) -> None:
    customer = finding.need(work, customer_id)
    line, _, pressed = line.partition(" > ")
    typed = line if line.startswith("/") else f"/log {line}"
    name, _, words = typed.removeprefix("/").partition(" ")
    every = registry(work)
    command = every.commands[name]
    if not isinstance(command, Command):
        return
    answer = command.act(work, at, customer, Said(words=words, at=at))
    if pressed and not isinstance(answer, Form):
        for it in answer.say().actions:
            if isinstance(it, Button) and it.label.startswith(pressed):
                every.presses[it.action_id].act(work, at, int(it.ref))


def _noon(now: datetime, days_ago: float) -> datetime:
    """What is of today is said now."""
    at = now - timedelta(days=days_ago)
    return at.replace(hour=12, minute=0, second=0, microsecond=0) if days_ago else now
