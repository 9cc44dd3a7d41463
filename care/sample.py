"""A small team's customers, over all seven rungs and with some history, for a first look."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from care import customers, field_edits, finding, places, planning
from care.feature import Command, Said
from care.registry import registry
from domain import newcomers
from domain.teammates import Teammate
from store import places as store_places
from store import teammates
from store.work import Work

KNOWN_FOR = timedelta(days=120)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """`owner` is a handle; `history` says what was logged how many days ago, oldest first.

    A line that begins with a slash is another command.
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
        history=((6, "emailed Tom the brochure"), (4, "called Tom, no answer")),
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
        history=((75, "called Kate about the new season"),),
    ),
    Sample(
        owner="ana",
        typed="Harbour Books customer Owen Clark owen@books.example Europe/London",
        history=(
            (20, "popped in, he showed us the new reading room"),
            (1, "/rung member because Owen joined the readers' circle"),
        ),
    ),
    Sample(
        owner="ben",
        typed="Maple Dental advocate Dr Nora Klein nora@maple.example America/New_York",
        history=((58, "thanked Nora for the kind review"), (15, "called Nora, all fine")),
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
        history=((33, "sent flowers to Tara"), (12, "called Tara about the new maps")),
    ),
)


def fill(work: Work, now: datetime, channel: str, host: str) -> int:
    """Adds them all, and lets `host` (a handle) accept the channel of that name, if it is there.

    Returns how many there are. Raises NotUnderstood where nobody goes by that handle, and NameTaken
    a second time. The host gets the customers of whoever isn't in the team.
    """
    whose = field_edits.owner_called(work, host)
    for sample in CUSTOMERS:
        _add(work, now, sample, next(iter(teammates.called(work, sample.owner)), whose))
    work.by = whose
    place = next((each for each in store_places.unanswered(work) if each.name == channel), None)
    if place:
        places.accept(work, now, place.id)
    return len(CUSTOMERS)


def _add(work: Work, now: datetime, sample: Sample, owner: Teammate) -> None:
    since = now - KNOWN_FOR
    newcomer = newcomers.read(sample.typed)
    customer_id = customers.add(work, since, newcomer, owner_id=owner.id)
    work.by = owner
    for days_ago, line in sample.history:
        _tell(work, _noon(now - timedelta(days=days_ago)), customer_id, line)
    work.changes.clear()
    planning.replan(work, now, customer_id)


def _tell(work: Work, at: datetime, customer_id: int, line: str) -> None:
    customer = finding.need(work, customer_id)
    typed = line if line.startswith("/") else f"/log {line}"
    name, _, words = typed.removeprefix("/").partition(" ")
    command = registry(work).commands[name]
    if isinstance(command, Command):
        command.act(work, at, customer, Said(words=words, at=at))


def _noon(at: datetime) -> datetime:
    return at.replace(hour=12, minute=0, second=0, microsecond=0)
