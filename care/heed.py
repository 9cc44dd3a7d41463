"""The one way in: everything Heed can be asked to do goes through `Heed.do`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from care import permissions
from care.registry import Registry
from domain.customers import Customer
from domain.errors import AlreadyDone, NotAllowed, OutsidersHere, UnknownTeammate
from domain.teammates import Permission, Teammate, may
from store import inbox, installations, places, teammates
from store.name_book import NameBook
from store.store import Store
from store.work import Work

P = ParamSpec("P")
R = TypeVar("R")

PATIENCE = 2.5
"""Seconds a person waits for an answer; the strictest platform hangs up after three."""

Capability = Callable[Concatenate[Work, datetime, P], R]


class Clock(Protocol):
    def now(self) -> datetime:
        """Aware, UTC."""
        ...


@dataclass(frozen=True, kw_only=True)
class Caller:
    """A person on a platform. `once` names the event that brought this, so it counts once; `place`
    the conversation where it was asked, if it is refused where outsiders read along; `typed_in` the
    one in which it was typed.
    """

    installation_id: int
    user_id: str
    once: str = ""
    place: str = ""
    typed_in: str = ""


@dataclass(frozen=True, kw_only=True)
class SystemCaller:
    """Nobody in particular: the clock, the command line, or a platform's own event."""

    workspace_id: int = 0
    installation_id: int = 0
    once: str = ""


NOWHERE = SystemCaller()
"""In no workspace: before one is known, or for what is about all of them."""


class Heed:
    """Builds the transaction, knows who asks, lets nothing count twice, and wakes the clock."""

    def __init__(
        self, store: Store, clock: Clock, registry: Registry, patience: float | None = PATIENCE
    ) -> None:
        self.store = store
        self.clock = clock
        self.registry = registry
        self.when_stirred: list[Callable[[], object]] = []
        self._patience = patience
        self._book = NameBook()

    async def do(
        self,
        capability: Capability[P, R],
        caller: Caller | SystemCaller,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Runs it in one transaction; answers after the commit.

        Raises AlreadyDone for an event seen before, UnknownTeammate, NotAllowed, NotBegun,
        StillSaving, and whatever the capability raises.
        """

        def run(connection: Connection) -> R:
            work = self._open(connection, caller)
            now = self.clock.now()
            if caller.once and not inbox.is_new(work, caller.once, now):
                raise AlreadyDone
            return capability(work, now, *args, **kwargs)

        patience = self._patience if isinstance(caller, Caller) else None
        result = await self.store.write(run, patience)
        self.stir()
        return result

    def stir(self) -> None:
        """Something changed: whoever waits for work may have some."""
        for wake in self.when_stirred:
            wake()

    async def ask(
        self,
        capability: Capability[P, R],
        caller: Caller | SystemCaller,
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """The same for what only reads: it waits for no writer."""

        def run(connection: Connection) -> R:
            return capability(self._open(connection, caller), self.clock.now(), *args, **kwargs)

        return await self.store.read(run)

    def _open(self, connection: Connection, caller: Caller | SystemCaller) -> Work:
        work = Work(
            connection=connection,
            installation_id=caller.installation_id,
            book=self._book,
            registry=self.registry,
        )
        if isinstance(caller, SystemCaller):
            work.workspace_id = caller.workspace_id
            if work.workspace_id and not work.installation_id:
                work.installation_id = installations.main(work)
            return work
        work.workspace_id, work.by = _whoever(work, caller)
        work.typed_in = caller.typed_in or caller.place
        return work


def _whoever(work: Work, caller: Caller) -> tuple[int, Teammate]:
    found = teammates.asking(work, caller.installation_id, caller.user_id, caller.place)
    if found is None:
        raise UnknownTeammate
    if not may(found.person, Permission.SEE):
        raise NotAllowed
    if found.is_overheard:
        raise OutsidersHere
    return found.workspace_id, found.person


def is_overheard(work: Work, place: str) -> bool:
    """Whether people of another company read there: nothing about a customer is said then."""
    known = places.by_place(work, place) if place else None
    return known is not None and known.is_shared


def keep_private(work: Work, place: str) -> None:
    """Raises OutsidersHere where people of another company read along."""
    if is_overheard(work, place):
        raise OutsidersHere


def allow(work: Work, permission: Permission, customer: Customer | None = None) -> Teammate:
    """Who asks, if they may do that; the clock may do nothing that needs a person. Raises
    NotAllowed, NotForAll, and OthersCustomer where not with this one.
    """
    person = work.person
    if not may(person, Permission.SEE):
        raise NotAllowed
    if not may(person, permission, customer):
        raise permissions.who_may(work, permission, customer)
    return person
