"""What a play is: when it calls, how it sounds, and what *Done* means."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import returning
from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Action, Line, Named, line
from domain.nudges import Nudge, Plain, Planned, as_planned
from domain.precedence import Call, Need, State, called_for, of_customer
from domain.reachable import for_a_call, preferred
from domain.settings import Numbers
from domain.touches import Kind, Touch

FREE = frozenset(Need) - {Need.PROMISE}
"""What may be asked an hour later than it was called for."""

ANSWER_ONLY = line("🔕 They asked not to be contacted: answer only this.")


@dataclass(frozen=True, kw_only=True)
class Saying:
    """The words of one reminder. `done` labels its button, `did` says who has done it.

    `about` ends the headline wherever no thread around it says what it is about.
    `reasons` are what *Not needed* offers; empty where a reminder can't be waved off. `more` is
    what else can be done, beside what every reminder offers.
    """

    headline: Line
    why: tuple[Line, ...]
    done: str
    did: str
    reasons: tuple[str, ...]
    waive: str = "Not needed"
    about: Line = ()
    more: tuple[Action, ...] = ()

    @property
    def alone(self) -> Line:
        """The headline as it stands in a list."""
        return (*self.headline, *self.about)


@dataclass(frozen=True, kw_only=True)
class Play:
    """`kind` is that of the touch that *Done* logs, `answers` which touches count as done.

    A reminder nobody acts on is given up, unless a customer waits for it. `is_one_need` of a
    reminder that waits and a new call: whether the call only gives another reason for what is
    asked for already. `knows` is false of a nudge with facts of another version, for which it has
    no words. `need` is what a nudge about these facts asks for, and `states` what stands besides:
    the two decide which plays are silent meanwhile (`domain/precedence.py`). `over_at`: from when
    on a word about its day would be worse than none; nobody is asked for it then, nor in a week.
    """

    name: str
    plans: Callable[[Facts], Iterable[Planned]]
    say: "Callable[[Nudge, Scene], Saying]"
    kind: Callable[[Nudge], Kind]
    need: Callable[[Mapping[str, Plain]], Need]
    answers: Callable[[Touch], bool] = lambda touch: touch.is_contact
    numbers: type[Numbers] | None = None
    is_one_need: Callable[[Nudge, Planned], bool] = lambda *_: False
    knows: Callable[[Nudge], bool] = lambda _: True
    states: Callable[[Facts], Iterable[State]] = lambda _: ()
    over_at: Callable[[Nudge, ZoneInfo], datetime] | None = None


@dataclass(frozen=True)
class Plays:
    """Every play that is registered, by its name."""

    named: Mapping[str, Play]

    def of(self, nudge: Nudge) -> Play:
        """Its own; a plain one where no play of this version knows such a nudge."""
        play = self.named.get(nudge.play)
        return play if play and play.knows(nudge) else _unknown(nudge)

    def plan(self, facts: Facts) -> dict[str, Planned]:
        """Every nudge that they call for, by its key, without what is silent meanwhile. Pure: the
        same facts, the same calls.
        """
        facts = self.standing(facts)
        calls = [
            Call(need=play.need(planned.about), planned=planned)
            for play in self.named.values()
            for planned in play.plans(facts)
        ]
        called = {planned.key: planned for planned in called_for(facts, calls)}
        heard = [
            replace(call, planned=called[call.planned.key])
            for call in calls
            if call.planned.key in called
        ]
        again = returning.again(facts, heard)
        return {call.planned.key: self._reachable(facts, call) for call in again}

    def _reachable(self, facts: Facts, call: Call) -> Planned:
        """A call is asked for within their hours; what was said for a moment has its own."""
        nudge = as_planned(facts.customer.id, call.planned)
        is_call = self.of(nudge).kind(nudge) is Kind.CALL
        return for_a_call(facts, call.planned) if is_call and call.need in FREE else call.planned

    def standing(self, facts: Facts) -> Facts:
        """With the states that their fields and the plays say of them."""
        bare = replace(facts, states=frozenset())
        states = {state for play in self.named.values() for state in play.states(bare)}
        states |= of_customer(facts.customer)
        return replace(bare, states=frozenset(states))

    def over_at(self, nudge: Nudge, zone: ZoneInfo) -> datetime | None:
        """When its day is over; None where it is about none."""
        over_at = self.of(nudge).over_at
        return over_at(nudge, zone) if over_at else None

    def need(self, nudge: Nudge) -> Need:
        """What it asks for: of several that are due, the lowest speaks."""
        return self.of(nudge).need(nudge.about)


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What the words may use: the moment of rendering, on the clock of whoever reads them."""

    now: datetime
    zone: ZoneInfo
    customer: Customer
    plays: Plays

    def saying(self, nudge: Nudge) -> Saying:
        saying = self.plays.of(nudge).say(nudge, self)
        is_silent = self.customer.no_contact_since is not None
        told = (preferred(self.customer), ANSWER_ONLY if is_silent else ())
        return replace(saying, why=(*saying.why, *filter(None, told)))


def _unknown(nudge: Nudge) -> Play:
    """What another version of the program has left: shown plainly, until planning puts it away.

    It calls for nothing; *Done* is kept as a note, for nobody knows here how they were reached.
    """
    return Play(
        name=nudge.play,
        plans=lambda _: (),
        say=_say_unknown,
        kind=lambda _: Kind.NOTE,
        need=lambda _: Need.QUIET,
        answers=lambda touch: touch.nudge_id == nudge.id,
    )


def _say_unknown(nudge: Nudge, scene: Scene) -> Saying:
    del nudge
    return Saying(
        headline=line("📎 A reminder of another version, about ", Named(scene.customer.name)),
        why=(line("What it asked for is not known here: it goes with the next change for them."),),
        done="Done",
        did="saw to it",
        reasons=("It is out of date",),
    )
