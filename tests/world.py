"""A small team around a real Heed on a real database; only the network and the clock are fakes."""

from contextlib import asynccontextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

import features
from care import places, team
from care.courier import Arrival
from care.heed import NOWHERE, Caller, Heed, SystemCaller
from domain import plain_text
from domain.forms import DayField, Filled, Form, ManyField, MomentField, PersonField, SearchField
from domain.messages import Menu
from domain.teammates import Teammate
from handlers.routing import Routes
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from store.store import Store
from tests import databases

LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=LONDON)
PLACE = "C-care"


def at(text, zone=LONDON):
    """`2026-11-16 09:15` on somebody's wall clock."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def said(message):
    """All of a message's words, a line each."""
    facts = [fact.line for fact in message.items]
    return "\n".join(
        plain_text.spoken(line, "/heed ") for line in (message.headline, *facts, *message.notes)
    )


def buttons(message):
    """Every action that a message offers, by its label."""
    actions = [*message.actions, *(action for fact in message.items for action in fact.actions)]
    return {action.label: action for action in actions}


class FakeClock:
    def __init__(self, now):
        self.time = now

    def now(self):
        return self.time.astimezone(ZoneInfo("UTC"))


@dataclass
class FakeCourier:
    """A platform that shows whatever it is given. `troubles` are raised one after the other.
    `lets_in` is what it says of our token when it is asked.
    """

    tenancy: SystemCaller
    pace: float = 0.0
    shown: dict = field(default_factory=dict)
    sent: list = field(default_factory=list)
    edits: list = field(default_factory=list)
    troubles: list = field(default_factory=list)
    ids: count = field(default_factory=lambda: count(1))
    lets_in: bool = True

    def again(self):
        """Another that has shown the same."""
        lists = {name: [*getattr(self, name)] for name in ("sent", "edits", "troubles")}
        return replace(self, shown=dict(self.shown), ids=copy(self.ids), **lists)

    async def send(self, delivery):
        if self.troubles and (trouble := self.troubles.pop(0)):
            raise trouble
        return self.accept(delivery)

    def accept(self, delivery):
        arrival = Arrival(place=delivery.post.address, message_id=f"m{next(self.ids)}")
        self.shown[arrival.message_id] = delivery
        self.sent.append(delivery)
        return arrival

    async def edit(self, delivery):
        if self.troubles and (trouble := self.troubles.pop(0)):
            raise trouble
        self.edits.append(delivery)
        self.shown[delivery.post.message_id] = delivery

    async def is_let_in(self):
        return self.lets_in

    async def find(self, delivery):
        for message_id, known in self.shown.items():
            if known.post.delivery == delivery.post.delivery:
                return Arrival(place=known.post.address, message_id=message_id)
        return None


def texts(values):
    return {name: (v,) if isinstance(v, str) else tuple(v) for name, v in values.items()}


def shown_values(form):
    """What a form holds before anybody has touched it, as a platform sends it back."""
    return {field.name: _value(field) for field in form.fields}


def _value(field):
    match field:
        case ManyField():
            return field.values
        case SearchField():
            return (field.value.value,) if field.value else ()
        case PersonField():
            return (field.value.user_id,) if field.value else ()
        case DayField() | MomentField():
            return (field.value.isoformat(),) if field.value else ()
        case _:
            return (field.value,) if field.value else ()


class World:
    def __init__(self, heed, clock, courier, heartbeat):
        self.heed, self.clock, self.courier, self.heartbeat = heed, clock, courier, heartbeat
        self.tenancy = courier.tenancy
        self.routes = Routes(heed.registry)

    # -- what people do

    def caller(self, who, once="", place=""):
        here = self.tenancy.installation_id
        return Caller(installation_id=here, user_id=f"U-{who}", once=once, place=place)

    async def type(self, who, text, place=""):
        """`/heed …`; what the person is told."""
        caller = replace(self.caller(who), typed_in=place)
        answer = await self.routes.typed(text).put(self.heed, caller)
        await self.settle()
        return answer.say()

    async def press(self, who, action, choice=""):
        """A button or menu of a message, as the person sees it."""
        request = self.routes.pressed(action.action_id, action.ref, choice)
        answer = await request.put(self.heed, self.caller(who))
        await self.settle()
        return answer if isinstance(answer, Form) else answer.say()

    async def fill(self, who, form, **values):
        """A form as it was opened, with these fields filled in otherwise; the answer."""
        filled = Filled(values=shown_values(form) | texts(values), carried=form.carried)
        request = self.routes.submitted(form.action_id, form.ref, filled)
        answer = await request.put(self.heed, self.caller(who))
        await self.settle()
        return answer.say()

    async def resolve(self, who, message, remedy="sent a new one", **values):
        """*Resolved*, with how it was put right."""
        form = await self.press(who, buttons(message)["Resolved"])
        return await self.fill(who, form, remedy=remedy, **values)

    async def waive(self, who, message, **values):
        """*Not needed*, with the first reason unless another is given."""
        every = buttons(message).values()
        form = await self.press(who, next(it for it in every if it.action_id == "nudge.ask_waive"))
        return await self.fill(who, form, **values)

    async def do(self, who, capability, *facts, **more):
        result = await self.heed.do(capability, self.caller(who), *facts, **more)
        await self.settle()
        return result

    async def do_clock(self, capability, *facts, **more):
        """What nobody in particular does: the platform's own events."""
        result = await self.heed.do(capability, self.tenancy, *facts, **more)
        await self.settle()
        return result

    async def do_clock_quietly(self, capability, *facts):
        """The same, and nothing of what follows is done or sent."""
        return await self.heed.do(capability, self.tenancy, *facts)

    async def type_quietly(self, who, text):
        return await self.routes.typed(text).put(self.heed, self.caller(who))

    async def press_quietly(self, who, action, choice=""):
        request = self.routes.pressed(action.action_id, action.ref, choice)
        return await request.put(self.heed, self.caller(who))

    # -- what time does

    async def settle(self):
        """Everything that is due now is done, everything wanted is sent."""
        return await self.heartbeat.until_idle()

    async def turn(self, to):
        """Through every moment at which something is due."""
        alarm = await self.settle()
        while alarm and alarm <= to:
            self.clock.time = max(alarm, self.clock.time)
            alarm = await self.settle()
        self.clock.time = to
        await self.settle()

    async def leap(self, to):
        """As after a time in which Heed was not there: what was due meanwhile is looked at then."""
        self.clock.time = to
        await self.settle()

    async def wait(self, **by):
        await self.turn(self.clock.time + timedelta(**by))

    # -- what is seen

    def posts(self, address=PLACE, kind=None):
        """What stands in a channel or a person's direct messages, as (id, message), in order."""
        return [
            (message_id, delivery.message)
            for message_id, delivery in self.courier.shown.items()
            if delivery.post.address == address and kind in (None, delivery.post.kind)
        ]

    def post(self, words, address=PLACE):
        """The one post that says so."""
        found = [(id_, message) for id_, message in self.posts(address) if words in said(message)]
        assert len(found) == 1, [said(message) for _, message in self.posts(address)]
        return found[0]

    def reminders(self):
        """What the channel was reminded of, the words alone."""
        return [said(message) for _, message in self.posts(kind="nudge")]

    async def ask(self, capability, *facts):
        return await self.heed.ask(capability, self.tenancy, *facts)


PEOPLE = (
    ("ana", "Ana Reyes", "Europe/London"),
    ("ben", "Ben Okafor", "America/New_York"),
    ("chloe", "Chloe Martin", "Europe/Paris"),
    ("dev", "Dev Patel", "Asia/Kolkata"),
)


def teammate(handle, name, zone, **more):
    mail = f"{handle}@example.com"
    return Teammate(
        id=0, name=name, zone=zone, user_id=f"U-{handle}", handle=handle, mail=mail, **more
    )


@asynccontextmanager
async def open_world(database, now=MONDAY, place=PLACE, managers=("chloe",), tenant="T1"):
    """Ana, Ben, Chloe (the manager) and Dev, a guest, and a channel that takes reminders."""
    begun = (now, place, managers, tenant)
    is_empty = databases.take_empty(database)
    courier = databases.restore(database, begun) if is_empty else None
    store = Store(databases.opened(database))
    clock = FakeClock(now)
    heed = Heed(store, clock, features.build(), patience=None)  # however busy the machine is
    if courier:
        yield _world(heed, courier.again())
    else:
        world = await _begin(heed, *begun[1:])
        if is_empty:
            databases.keep(database, begun, world.courier.again())
        yield world
    store.close()


def _world(heed, courier):
    return World(heed, heed.clock, courier, Heartbeat(heed, [Deliverer(heed, courier)]))


async def _begin(heed, place, managers, tenant):
    caller = await heed.do(team.settle_in, NOWHERE, "test", tenant, "U-heed", "Europe/London")
    people = [teammate(*person) for person in PEOPLE]
    people.append(teammate("gil", "Gil Novak", "Europe/Prague", is_guest=True))
    await heed.do(team.introduce, caller, tuple(people))
    await heed.do(team.appoint, caller, managers)
    world = _world(heed, FakeCourier(tenancy=caller))
    if place:
        members = tuple(f"U-{handle}" for handle, _, _ in PEOPLE)
        await heed.do(places.arrived, caller, place, "care", members, is_shared=False)
        await world.settle()
        _, question = world.posts(place)[0]
        await world.press("chloe", buttons(question)["Yes, post here"])
    return world


def chosen(message, label):
    """The value that a menu of the message shows as chosen."""
    menu = buttons(message)[label]
    assert isinstance(menu, Menu)
    return menu.chosen
