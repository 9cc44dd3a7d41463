"""The extension points: what a feature may register with the core. The core knows no feature.

A capability is a plain function that is given the open transaction and `now`; an `Act` answers
a person, and is given besides whatever the command, button or form says.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

from domain.briefs import BriefLine, Known
from domain.commands import Usage
from domain.customers import Customer
from domain.facts import Facts
from domain.forms import Form
from domain.messages import Action, Count, Item, Line, Message, Sayable
from domain.nudges import Nudge
from domain.plays import Play
from domain.reactions import Meaning
from domain.satisfaction import Verdict
from domain.settings import Numbers
from domain.teammates import Permission, Teammate
from domain.touches import Touch
from domain.wording.digests import Asked
from domain.wording.lists import Page
from domain.wording.several import Separate
from store.parts import Part
from store.work import Change, Work

T = TypeVar("T")

Brief = Callable[[Known], Iterable[BriefLine]]
"""What it tells of a customer before a call: of the facts alone, each line with its source."""

Answer = Sayable | Form
Act = Callable[..., Answer]
"""(work, now, …): what stands behind a command, a button or a form."""

Render = Callable[[Work, datetime, int], Message | None]
"""What a post says of its subject as of now; None where nothing is to be said any more."""

RenderAll = Callable[[Work, datetime, Sequence[int], bool], Mapping[int, Message]]
"""The same of many subjects in few statements; whether their posts are fresh: then without those
that are pointless.
"""

Done = Callable[[Work, datetime, Nudge, Customer], Message | None]
"""What *Done* does; None: it logs the touch that was asked for, as it does where there is none."""

Late = Callable[[Work, datetime, Nudge], datetime | None]
"""What the clock does when a play's reminder is late, asked for or not, as often as it looks: it
never lets it rest. Says when to look again.
"""

Follow = Callable[[Work, datetime, int, Sequence[Change]], None]
"""(work, now, customer, changes): what follows from an action, or from its undo. It records no
action of its own: what it changes belongs to that one.
"""


Hear = Callable[[Work, datetime, int, Verdict], None]
"""(work, now, customer, verdict): keeps what a customer says of us, within the action of whoever
has asked them.
"""


WhenAway = Callable[[Work, datetime, Teammate, datetime], None]
"""(work, now, teammate, until): what follows from a status of theirs."""


class Reply(NamedTuple):
    """What somebody wrote under a post of Heed's. `version` puts in order, as text, what the
    platform tells of one message; without it each counts as it comes. `at` is when it was written,
    where the platform tells.
    """

    place: str
    thread: str
    message: str
    words: str = ""
    version: str = ""
    at: datetime | None = None


class Answered(NamedTuple):
    """What whoever wrote it is told, and whether it was kept as a contact, so that it is marked."""

    message: Sayable
    is_noted: bool = False


Deed = Callable[[Work, datetime], Answered]
"""What a reply does, or what is asked of whoever wrote it."""


class Telling(StrEnum):
    """What stands behind a command, or behind a customer's name in one."""

    NOTHING = "nothing"
    OPTIONAL = "optional"
    REQUIRED = "required"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was typed about the customer, and when: "yesterday" counts from `at`. `line` has the
    name that it began with, too: whoever stands before "called" did. `notes` and `offers` are about
    others whom the line names.
    """

    words: str
    at: datetime
    line: str = ""
    notes: tuple[Line, ...] = ()
    offers: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Command:
    """A command about one customer: the core finds them, or asks which. Somebody new can be added
    on the way, unless it only changes. They stand first, or `anywhere` in what is told; `act_all`
    where several can be named in one place, `act_each` where each row may be about another.
    """

    usage: Usage
    needs: Permission
    act: Callable[[Work, datetime, Customer, Said], Sayable]
    telling: Telling = Telling.REQUIRED
    may_create: bool = True
    anywhere: bool = False
    act_all: Callable[[Work, datetime, Sequence[Customer], Said], Sayable] | None = None
    act_each: Callable[[Work, datetime, Sequence[tuple[Customer, Said]]], Separate] | None = None


@dataclass(frozen=True, kw_only=True)
class PlainCommand:
    """A command about no customer in particular: `act(work, now)`, or `act(work, now, words)` where
    it was typed with words. Whoever types some where it takes `NOTHING` is told so.
    """

    usage: Usage
    act: Act
    telling: Telling = Telling.NOTHING
    changes: bool = True


@dataclass(frozen=True, kw_only=True)
class Press:
    """A button, or an option of a menu: `act(work, now, *reference, choice?)`. What `changes`
    nothing waits for no writer, and may come twice.
    """

    act: Act
    changes: bool = True


@dataclass(frozen=True, kw_only=True)
class Loader(Generic[T]):
    """A feature's own rows among the facts of planning: `facts.of(kind)`, by customer. A `part` is
    read in the same statement as all else; `load` asks by itself, for what no table can tell.
    """

    kind: type[T]
    part: Part[tuple[T, ...]] | None = None
    load: Callable[[Work, Sequence[int]], Mapping[int, tuple[T, ...]]] | None = None


@dataclass(frozen=True, kw_only=True)
class PostKind:
    """A message on a platform. `is_pointless` of a subject: what was answered, or taken back,
    between plan and delivery is never sent. `is_private`: it is said to one person alone. What
    comes by the dozen may be rendered together, by `render_all`.
    """

    render: Render
    render_all: RenderAll | None = None
    is_pointless: Callable[[Work, int], bool] = lambda *_: False
    is_private: bool = False


@dataclass(frozen=True, kw_only=True)
class SubjectKind:
    """What nudges, touches and a thread can be about: a row of the feature's table of that name.

    `post` heads the thread in which its nudges are asked for. `standing` are those of a customer
    whose posts still change. `react` does what a reaction on its post means, `reply` finds what a
    reply in its thread does; None: nothing. `when_late` is called as often as a nudge about it is
    found late.
    """

    post: PostKind
    standing: Callable[[Work, int], Sequence[int]]
    react: Callable[[Work, datetime, int, Meaning], Message]
    when_late: Callable[[Work, datetime, Nudge], None]
    reply: Callable[[Work, datetime, int, Reply], Deed | None]


@dataclass(frozen=True, kw_only=True)
class Section:
    """Lines of the digest and of a manager's Home, by `rank`; a day with any of them is not quiet.

    `opened` lists the rows behind them, of "all" customers, or "mine" for a teammate's own;
    `counted` is how many there are, where that is told beside the rungs of the ladder.
    """

    rank: int
    lines: Callable[[Work, datetime, Teammate, Asked], Sequence[Item]]
    opened: Callable[[Work, datetime, Teammate, str, Page], Message]
    counted: Callable[[Work, datetime, Teammate, str], Count] | None = None


@dataclass(frozen=True, kw_only=True)
class Alarm:
    """What the clock does when a moment has come that the feature has put into
    `store.alarms`, with the subject's id; the alarm is over by then.
    """

    ring: Callable[[Work, datetime, int], None]


@dataclass(frozen=True, kw_only=True)
class Feature:
    """One folder under `features/`, or the core itself. Mappings are by the name of what they
    register; an action id begins with what it is about: "touch.log".
    """

    name: str
    plays: tuple[Play, ...] = ()
    numbers: tuple[type[Numbers], ...] = ()
    """A workspace's settings, besides those of its plays."""

    loads: tuple[Loader[Any], ...] = ()
    done: Mapping[str, Done] = field(default_factory=dict)
    """By play: what *Done* does instead of logging a touch."""

    late: Mapping[str, Late] = field(default_factory=dict)
    """By play: what becomes of a reminder that is late, instead of lapsing."""

    commands: tuple[Command | PlainCommand, ...] = ()
    presses: Mapping[str, Press] = field(default_factory=dict)
    opens: Mapping[str, Callable[..., Form]] = field(default_factory=dict)
    """Buttons, and options of menus ("action option"), that open a form."""

    submits: Mapping[str, Act] = field(default_factory=dict)
    """Forms that were filled in."""

    posts: Mapping[str, PostKind] = field(default_factory=dict)
    owns: tuple[str, ...] = ()
    """Tables of its own, besides those of subjects, whose rows belong to one customer: they go
    along where two are merged.
    """

    subjects: Mapping[str, SubjectKind] = field(default_factory=dict)
    about: Mapping[str, Callable[[Work, datetime, int], Iterable[Item]]] = field(
        default_factory=dict
    )
    """By kind of subject, of whatever feature: lines in its own post, with what can be done."""

    card: Callable[[Work, datetime, Facts], Iterable[Item]] | None = None
    """Lines on a customer's card."""

    brief: Brief | None = None
    """Lines on what to know before a call (`care/briefs.py:of`)."""

    receipt: Callable[[Work, datetime, Touch], Iterable[Action]] | None = None
    """What is offered on the receipt of a logged contact."""

    told: Callable[[Work, datetime, Touch], Iterable[Item]] | None = None
    """Lines on that receipt: what the contact has led to, or what is asked about it."""

    welcome: tuple[Action, ...] = ()
    """Buttons at the head of Home."""

    digest: Mapping[str, Section] = field(default_factory=dict)
    follow: Follow | None = None
    verdict: Hear | None = None
    """What it keeps of a customer's word on how satisfied they are (`care/verdicts.py:record`)."""

    when_away: WhenAway | None = None
    """Told of a status that says until when somebody is away."""

    alarms: Mapping[str, Alarm] = field(default_factory=dict)
    undo: Mapping[str, str] = field(default_factory=dict)
    """By the name of an action on the trail: how it is called when it is taken back."""
