"""The one place where what Heed was asked becomes what the person is told, errors included."""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar
from uuid import uuid4

from care import dead_letters, reactions
from care.feature import Answer
from care.heed import Caller, Heed, SystemCaller
from domain import plain_text
from domain.cleaning import storable_text
from domain.dead_letters import DeadLetter
from domain.errors import AlreadyDone, HeedError, Misfilled, StillSaving, UnknownTeammate
from domain.forms import Form
from domain.messages import Message, line
from handlers.routing import Request, Routes

R = TypeVar("R")
Show = Callable[[Message], Awaitable[object]]
Ask = Callable[[Form], Awaitable[object]]
Refuse = Callable[[Mapping[str, str]], Awaitable[object]]
"""Gives a form back with what is wrong at which field; under "" what is wrong with the whole."""

Reacting = Callable[..., Any]
"""A capability that may have nothing to say."""

log = logging.getLogger("heed")

TROUBLE = Message(
    id="trouble",
    headline=line("😕 Something went wrong on my side, and it has been noted for repair."),
    items=(),
    notes=(line("Nothing was changed. Please try again, or tell whoever runs Heed."),),
)


Introduce = Callable[[str], Awaitable[object]]
"""Makes somebody known to Heed, by their id on the platform."""


class Dispatcher:
    """Asks Heed on a person's behalf, for one installation of any platform."""

    def __init__(
        self,
        heed: Heed,
        introduce: Introduce,
        tenancy: SystemCaller,
        prefix: str = "",
        recognise: Introduce | None = None,
    ) -> None:
        """`prefix` is what people type before a command there; `recognise` sees to it that what is
        known of somebody still holds.
        """
        self.heed = heed
        self.routes = Routes(heed.registry)
        self._prefix = prefix
        self._introduce = introduce
        self._recognise = recognise
        self._tenancy = tenancy
        self._under_way: set[asyncio.Task[None]] = set()
        self.when_done: list[Callable[[Request, Caller], object]] = []

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    def caller(self, user_id: str, once: str = "", place: str = "", typed_in: str = "") -> Caller:
        return Caller(
            installation_id=self._tenancy.installation_id,
            user_id=user_id,
            once=once,
            place=place,
            typed_in=typed_in,
        )

    async def serve(
        self, request: Request, caller: Caller, show: Show, later: Show, ask: Ask | None = None
    ) -> bool:
        """Shows the answer, or why there is none; False for an event seen before.

        `later` shows what comes after the platform's time for answering is over; `ask` opens a
        form, where one may be the answer.
        """
        try:
            answer = await self.put(request, caller)
            if isinstance(answer, Form):
                await (ask or _no_form)(answer)
                return True
            message = answer.say()
        except AlreadyDone:
            return False
        except StillSaving as error:
            message = error.say()
            self.keep(self._tell(error.outcome, later))
        except HeedError as error:
            message = error.say()
        except Exception as error:
            log.exception("a request failed")
            await self._set_aside_request(request, caller, error)
            message = TROUBLE
        await show(message)
        return True

    async def submit(self, request: Request, caller: Caller, show: Show, refuse: Refuse) -> None:
        """Does what a form asks, and shows the answer; what can't be done leaves the form open."""
        try:
            answer = await self.put(request, caller)
        except AlreadyDone:
            return
        except Misfilled as error:
            await refuse({name: self._words(each) for name, each in error.at.items()})
        except StillSaving as error:
            self.keep(self._tell(error.outcome, show))
            await show(error.say())
        except HeedError as error:
            await refuse({"": self._words(error)})
        except Exception as error:
            log.exception("a form failed")
            await self._set_aside_request(request, caller, error)
            await refuse({"": plain_text.spoken(TROUBLE.headline, "")})
        else:
            await show(answer.say())  # type: ignore[union-attr] # no form answers a form

    async def reacted(
        self, act: Reacting, facts: tuple[object, ...], caller: Caller
    ) -> Message | None:
        """What only whoever reacted is told: that they were too late, or can't go back.

        The post shows whatever else came of it. `act` is `reactions.came` or `reactions.went`.
        """
        try:
            answer = await self.put(Request(capability=act, args=facts), caller)
        except (AlreadyDone, UnknownTeammate):
            return None
        except HeedError as error:
            return error.say()
        return answer if isinstance(answer, Message) and act is reactions.went else None

    def _words(self, what: str | HeedError) -> str:
        """For where nothing but text can stand."""
        return what if isinstance(what, str) else plain_text.spoken(what.told(), self._prefix)

    async def put(self, request: Request, caller: Caller) -> Answer:
        """Whoever Heed has not met yet is introduced first."""
        await self._see(caller.user_id)
        try:
            answer = await request.put(self.heed, caller)
        except UnknownTeammate:
            await self._introduce(caller.user_id)
            answer = await request.put(self.heed, caller)
        for follow in self.when_done:
            follow(request, caller)
        return answer

    async def ask(self, capability: Callable[..., R], caller: Caller, *facts: object) -> R:
        """The same for what only reads."""
        await self._see(caller.user_id)
        try:
            return await self.heed.ask(capability, caller, *facts)
        except UnknownTeammate:
            await self._introduce(caller.user_id)
            return await self.heed.ask(capability, caller, *facts)

    async def _see(self, user_id: str) -> None:
        if self._recognise:
            await self._recognise(user_id)

    async def set_aside(
        self, about: str, key: str, body: Mapping[str, Any], error: Exception | None = None
    ) -> None:
        """Keeps what could not be handled, as it came; without an `error` it is of a kind that
        nobody listens to. Never raises.
        """
        trace = "".join(traceback.format_exception(error)) if error else ""
        letter = DeadLetter(
            about=about, key=key or uuid4().hex, body=body, trace=storable_text(trace)
        )
        try:
            await self.heed.do(dead_letters.keep, self._tenancy, letter)
        except Exception:
            log.exception("what could not be handled could not be kept either: %s %s", about, key)

    async def _set_aside_request(self, request: Request, caller: Caller, error: Exception) -> None:
        about = f"{request.capability.__module__}.{request.capability.__name__}"
        body = {"by": caller.user_id, "facts": [str(fact) for fact in request.args]}
        await self.set_aside(about, caller.once, body, error)

    def keep(self, coroutine: "Awaitable[object]") -> None:
        """Goes on in the background, and is waited for at a stop."""
        task = asyncio.ensure_future(_logged(coroutine))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self, within: float) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)

    async def _tell(self, outcome: Awaitable[object], later: Show) -> None:
        try:
            result = await outcome
        except HeedError as error:
            await later(error.say())
        except Exception:
            log.exception("a late request failed")
            await later(TROUBLE)
        else:
            await later(result.say())  # type: ignore[attr-defined] # requests answer Sayables


async def _no_form(form: Form) -> None:
    raise TypeError(f"no form can be opened here: {form.id}")


async def _logged(coroutine: Awaitable[object]) -> None:
    try:
        await coroutine
    except Exception:
        log.exception("something in the background failed")
