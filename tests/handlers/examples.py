"""An example of every message that Heed can say, with every kind of part in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import features
from domain.attention import Rank
from domain.coverage import CareNumbers
from domain.customers import Contact, Customer, Rung
from domain.messages import Moment, Person, Words, line
from domain.nudges import Nudge, Status
from domain.plays import Scene
from domain.precedence import Need
from domain.reactions import Meaning
from domain.shares import Covered
from domain.teammates import Teammate
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording import attention as attention_words
from domain.wording import (
    attention_news,
    cards,
    digests,
    due,
    forms,
    handing_over,
    help,  # noqa: A004 - it is what it is
    home,
    leaving,
    lists,
    morning_lists,
    ownerless,
    places,
    profiles,
    receipts,
    taking_over,
)
from domain.wording.reminders import Reminder, back, reminder
from domain.wording.whose import Whose
from features.causes import words as causes
from features.causes.rules import Removed
from features.complaints import post as complaint_post
from features.complaints import words as complaints
from features.complaints.rules import Complaint
from features.makeright import words as makeright
from features.makeright.rules import Gift
from features.promises import words as promises
from features.promises.rules import Promise
from features.returns import words as return_words
from tests.handlers.tick_examples import ticks

REGISTRY = features.build()
USAGES, PLAYS = REGISTRY.usages, REGISTRY.plays
NOW = datetime(2026, 11, 17, 9, 15, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")
ANA, BEN = Person("Ana Reyes", "U0ANA"), Person("Ben Okafor", "U0BEN")
NASTY = "*Ev_il* <!channel> & <@U9|x> `c` ~s~ :tada: 🎉 \u202eRTL مرحبا https://x.y <b>"
ACME = Customer(
    id=1,
    name=NASTY,
    rung=Rung.ADVOCATE,
    rung_since=NOW,
    eased_until=NOW,
    owner_id=1,
    zone="Europe/London",
    aliases=("ACM", "A & Co"),
)
TOUCH = Touch(
    id=5,
    customer_id=1,
    at=NOW,
    kind=Kind.CALL,
    direction=Direction.OURS,
    signs=frozenset({Sign.PRAISE, Sign.COMPLAINT}),
    words=f"called {NASTY}",
    by_id=1,
    link="https://example.com/archives/C1/p2",
)
MORE = due.More(upcoming=3, put_off=(NOW, NOW))
COMPLAINT = Complaint(id=3, customer_id=1, words=NASTY, opened_at=NOW, opened_by_id=1)


def nudge(play="thank", status=Status.SENT, about=None, **more):
    return Nudge(
        id=7,
        customer_id=1,
        play=play,
        key="k",
        status=status,
        ask_at=NOW,
        late_at=NOW,
        due_at=None,
        about=about or {"who": NASTY, "said": "Praise", "said_at": NOW.isoformat(), "words": NASTY},
        **more,
    )


RANK = Rank(harm=2, lateness=1.4, rung=1.2, worth=1.5)
SCENE = Scene(now=NOW, zone=LONDON, customer=ACME, plays=PLAYS)


def case(**more):
    given = {"nudge": nudge(), "scene": SCENE, "whose": Whose(owner=ANA)} | more
    return Reminder(**given)


def returns():
    for how, step in (("called", "answer"), ("asked for", "answer"), ("wrote", "again")):
        said = {"who": NASTY, "how": how, "said_at": NOW.isoformat(), "words": NASTY, "more": 2}
        asked = nudge("return", about={"step": step, "tried": 1, **said})
        yield reminder(case(nudge=asked))
        yield return_words.everybody(asked, SCENE)
        yield return_words.managers(asked, SCENE, Whose(owner=ANA), BEN)


def reminders():
    yield reminder(case())
    yield reminder(case(whose=Whose(left=BEN)))
    for step in ("first word", "again", "park", "parked", "quiet"):
        about = {"step": step, "who": NASTY, "at": NOW.isoformat(), "tried": 3, "words": NASTY}
        yield reminder(case(nudge=nudge("follow up", about=about)))
    yield from returns()
    for step in ("acknowledge", "update", "resolve", "check back"):
        yield reminder(case(nudge=nudge("fix", about={"step": step, "words": NASTY})))
    taken = nudge(status=Status.TAKEN, taken_by_id=2)
    yield reminder(case(nudge=taken, taker=BEN))
    snoozed = nudge(status=Status.SNOOZED, snoozed_until=NOW)
    yield reminder(case(nudge=snoozed, snoozer=BEN))
    for whose in ("ours", "theirs"):
        said = {"promise": 1, "whose": whose, "kind": "call", "words": NASTY, "day": "2026-11-19"}
        for at in (None, NOW.isoformat()):
            yield reminder(case(nudge=nudge("promise", about={**said, "at": at})))
    done = nudge(status=Status.DONE, ended_at=NOW)
    yield reminder(case(nudge=done, ended_by=BEN))
    yield reminder(case(nudge=done, ended_by=BEN, touch=TOUCH))
    waived = nudge(status=Status.NOT_NEEDED, reason=NASTY)
    yield reminder(case(nudge=waived, ended_by=BEN))
    for over in (Status.DROPPED, Status.GIVEN_UP):
        yield reminder(case(nudge=nudge(status=over)))
    yield back(case(snoozer=BEN))


def answers():
    outcome = receipts.Outcome(ended=(nudge(),), planned=(nudge(),))
    receipt = receipts.Receipt(
        action_id=9,
        scene=SCENE,
        touch=TOUCH,
        outcome=outcome,
        offers=(complaints.offer(TOUCH),),
    )
    yield receipt.say()
    yield receipts.told(line("✅ ", Words(NASTY)), (line(ANA, " ", Moment(NOW)),), receipts.undo(9))
    yield receipts.taken_back([line("what")], [line("Next: ", Words(NASTY))])
    yield receipts.unclear(NASTY, 4, [(1, NASTY, "Ana's customer")] * 5, NASTY)
    yield receipts.unclear(NASTY, 4, [], NASTY)
    yield receipts.unclear(NASTY, 4, [(1, NASTY, "Ana's customer")], asked=receipts.WHETHER)
    yield due.waiting([(nudge(), SCENE)] * 10, LONDON, total=12, more=MORE)
    yield due.waiting([], LONDON, total=0, more=due.More())


def customers():
    yield cards.Card(
        scene=SCENE,
        whose=Whose(owner=ANA),
        people={1: ANA, 2: BEN},
        contacts=(Contact(id=1, name=NASTY, mail="a@b.c", phone="+44 20"), Contact(mail="x@y.z")),
        touches=(TOUCH,) * 7,
        more=tuple(complaints.on_card((COMPLAINT,) * 4, (TOUCH,), NOW, LONDON)),
        waiting=(nudge(), nudge("fix", about={"step": "update"})),
        is_parked=True,
        likely_same=(NASTY, "Globex"),
        undoes=9,
    ).say()
    yield cards.Card(scene=SCENE, people={}).say()
    row = lists.about(ACME, line("opened ", Moment(NOW)))
    yield lists.listed(
        line("🔥 Open"), [row] * 12, lists.Page(ref="complaints:all:2026-11-17"), noun="complaint"
    )
    late = lists.asked(nudge(), SCENE, ANA)
    yield lists.listed(
        line("⏰ Late"), [late] * 10, lists.Page(ref="late:all:2026-11-17"), 12, "reminder"
    )


PROMISE = Promise(
    id=1,
    customer_id=1,
    words=NASTY,
    at=NOW,
    has_hour=True,
    zone="Asia/Tokyo",
    whose=Direction.OURS,
    kind=Kind.CALL,
    made_at=NOW,
)


REMOVED = Removed(id=1, cause="billing", words=NASTY, at=NOW, by_id=1, list_id=1)
GIFT = Gift(
    id=1,
    customer_id=1,
    complaint_id=1,
    amount=Decimal(30),
    currency="EUR",
    words=NASTY,
    status="asked",
    at=NOW,
    by_id=1,
)


def rest():
    told = complaint_post.ComplaintView(
        complaint=COMPLAINT,
        scene=SCENE,
        people={1: ANA},
        told=(TOUCH,) * 6,
        tried=(TOUCH,) * 6,
        owner=ANA,
        next=nudge("fix", about={"step": "update"}),
        waiting_since=NOW,
        earlier=(COMPLAINT,),
        joined=(COMPLAINT,),
        causes=("late delivery", "other"),
        guess="other",
        days=60,
        whose=Whose(owner=ANA),
    )
    yield complaint_post.post(told)
    yield causes.warning("late delivery", [("Acme", NASTY)] * 3, 30)
    yield causes.overview({"late delivery": 3}, 30, [(REMOVED, causes.Told(1, 3, is_closed=False))])
    yield makeright.question(GIFT, "Acme", {1: ANA}, NASTY)
    yield makeright.answer(GIFT, "Acme", {1: ANA})
    yield complaint_post.nobodys(replace(told, owner=None))
    yield complaint_post.nobodys(told)
    yield complaint_post.late(told, nudge("fix", about={"step": "update"}))
    yield promises.noted(ACME, PROMISE, (line("Next"),), LONDON, NOW)
    yield promises.when_is_it(NASTY, 3, ACME)
    yield a_digest().say()
    yield help.overview(USAGES, [places.NO_PLACE, places.NO_MANAGERS])
    yield help.not_understood(NASTY, f"log {NASTY}", help.do_it(1))
    yield receipts.ask_undo([line(Words(NASTY)), line("B")], 3, 1, 2)
    yield help.incomplete(USAGES["log"])
    yield help.incomplete(USAGES["edit"])
    for at_home in homes():
        yield from at_home.sections()
        yield at_home.say()
    for answer in (None, True, False):
        asked = places.Question(
            place_id=1, answer=answer, answered_by=ANA, answered_at=NOW, is_shared=False
        )
        yield places.question(asked)
    yield places.question(places.Question(place_id=1, is_shared=True))
    yield places.lost(NASTY, "is_archived")
    gone, closest = (Teammate(id=id_, name=NASTY, zone="UTC") for id_ in (1, 2))
    yield leaving.yours(gone, 2, [ACME], 3, may_decline=True)
    yield leaving.went(gone, closest, 1, [ACME], 3)
    yield leaving.nobodys(gone, 2, [ACME])
    yield leaving.not_yours(gone, 1)
    yield leaving.settled(gone)
    yield leaving.no_manager(gone, [])
    yield ownerless.ask(3, 2, [ACME])
    yield leaving.back(gone)
    yield leaving.passed_on(gone, closest, 2, 3)
    yield taking_over.word(ACME, "take", BEN, line(Words(NASTY)))
    yield taking_over.word(ACME, None, None, line(Words(NASTY)))
    yield handing_over.ask(gone, closest, 1)
    yield handing_over.handed_over(gone, closest, 1, 3)


def a_digest():
    tally = [(BEN, 3), (ANA, 2), (None, 1), (Person(NASTY), 1), (ANA, 1)]
    return digests.Digest(
        today=date(2026, 11, 17),
        since=date(2026, 11, 16),
        now=NOW,
        zone=LONDON,
        name=NASTY,
        scope="all",
        done=tally,
        due=tally,
        late=tally,
        covered=Covered(counted=9, within=7, never=1),
        care=CareNumbers(),
        sections=complaints.in_digest(
            [(COMPLAINT, ACME)] * 6, NOW, LONDON, digests.Asked(scope="all", most=5)
        ),
    )


def homes():
    week = [(Kind.CALL, 3), (Kind.NOTE, 1)]
    waiting = due.waiting([(nudge(), SCENE)] * 10, LONDON, total=12, more=MORE)
    late = replace(ACME, cared_until=NOW - timedelta(days=3), reached_at=NOW)
    page = home.Page(customers=[ACME, late] * 5, number=1, size=10, total=32)
    yield home.Home(
        name=NASTY,
        now=NOW,
        zone=LONDON,
        due=waiting,
        mine=page,
        week=week,
        team=a_digest(),
        nobodys=4,
        welcome=tuple(button for each in REGISTRY.features for button in each.welcome),
    )
    nothing = due.waiting([], LONDON, total=0, more=due.More())
    page = home.Page(customers=(), number=0, size=10, total=0)
    yield home.Home(name="Ana", now=NOW, zone=LONDON, due=nothing, mine=page, week=())


def attention():
    row = morning_lists.Row(first=nudge(), scene=SCENE, others=(nudge(),))
    over = (nudge(status=Status.DONE), nudge(status=Status.TAKEN), nudge(status=Status.GIVEN_UP))
    rows = [row, *(morning_lists.Row(first=each, scene=SCENE, taken_by=NASTY) for each in over)]
    made = morning_lists.MorningList(
        id=1, name=NASTY, now=NOW, zone=LONDON, rows=rows, elsewhere=[row] * 5, place=NASTY
    )
    yield made.say()
    yield replace(made, rows=[row], elsewhere=(), is_more=True).say()
    yield a_digest().below(made.say())
    yield morning_lists.more(1, rows)
    yield from (morning_lists.which([row], each) for each in Meaning)
    yield attention_words.why([(SCENE.saying(nudge()), Need.QUIET, "customer", RANK)] * 2)
    yield attention_news.news(is_as_before=False)
    yield attention_news.news(is_as_before=True)


def all_forms():
    customer = forms.customer_option(ACME, "Ana")
    yield forms.log(None, "", None)
    yield forms.log(customer, NASTY, NOW, carried="https://example.com/p1")
    yield forms.log(None, "x" * 10_000, NOW)
    yield forms.change(ACME, TOUCH, "5:9")
    yield forms.change(ACME, replace(TOUCH, words="x" * 10_000), "5:9")
    yield complaints.form(customer, NASTY, 4)
    yield complaints.resolution(COMPLAINT, ACME, ("late delivery", "other"), "other")
    yield complaints.hand_over(COMPLAINT, ACME, ANA)
    yield causes.form(("late delivery", "other"), "other")
    yield complaints.join(COMPLAINT, ACME, (COMPLAINT, COMPLAINT))
    yield promises.form(customer, NASTY)
    yield profiles.new(NASTY, ANA)
    yield profiles.edit(ACME, None, [Contact(id=1, name=NASTY, mail="a@b.c", phone="+44 20")])
    yield forms.later(7, line("🎁 Thank ", Words(NASTY)), date(2026, 11, 19))
    yield forms.waive(7, line("🎁 Thank ", Words(NASTY)), "Not needed", ("Not now", "Not ever"))


FORMS = list(all_forms())
MESSAGES = [*reminders(), *answers(), *customers(), *rest(), *attention(), *ticks(NASTY, NOW, ANA)]
