"""How many of each are shown, what is said of the rest, and who has which button."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

import features
from domain import lengths, plain_text
from domain.calendar import Calendar
from domain.coverage import CareNumbers
from domain.customers import Contact, Customer, Rung
from domain.facts import Facts
from domain.forms import number
from domain.messages import Option, Person, line
from domain.nudges import Nudge, Status
from domain.plays import Scene
from domain.shares import Covered
from domain.touches import Direction, Kind, Touch
from domain.wording import digests, due, forms, home, receipts
from domain.wording.cards import Card, history
from domain.wording.reminders import LATER, actions

NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)
DAY, LONDON = timedelta(days=1), ZoneInfo("Europe/London")
ANA = Person("Ana")
ACME = Customer(id=7, name="Acme", rung=Rung.MEMBER, rung_since=NOW, eased_until=NOW)
SCENE = Scene(now=NOW, zone=LONDON, customer=ACME, plays=features.build().plays)
PARKED = Nudge(
    id=3,
    customer_id=7,
    play="follow up",
    key="follow up:x",
    status=Status.SENT,
    ask_at=NOW,
    late_at=NOW + DAY,
    due_at=None,
    about={"step": "quiet", "at": None},
)


def spoken(words):
    return plain_text.spoken(words, "")


def lines(message):
    return [spoken(each.line) for each in message.items]


def touch(at=NOW, **told):
    return Touch(**{"id": 1, "at": at, "kind": Kind.CALL, "direction": Direction.OURS} | told)


@pytest.mark.parametrize(
    ("many", "rest"), [(10, []), (11, ["👤 and 1 more person"]), (12, ["👤 and 2 more people"])]
)
def test_a_card_shows_ten_people(many, rest):
    people = tuple(Contact(id=at, name=f"P{at}") for at in range(many))
    shown = [
        each for each in lines(Card(scene=SCENE, people={}, contacts=people).say()) if "👤" in each
    ]
    assert shown == [f"👤 P{at}" for at in range(10)] + rest


@pytest.mark.parametrize(("many", "rest"), [(5, 0), (6, 1)])
def test_a_card_shows_five_reminders(many, rest):
    shown = lines(Card(scene=SCENE, people={}, waiting=(PARKED,) * many).say())
    assert sum(each.startswith("Next: 📞") for each in shown) == 5
    assert [each for each in shown if "and" in each] == ["Next: and 1 more reminder"] * rest


@pytest.mark.parametrize(("ask_at", "can"), [(NOW, True), (NOW + timedelta(seconds=1), False)])
def test_a_reminder_on_a_card_has_buttons_once_it_is_asked(ask_at, can):
    card = Card(scene=SCENE, people={}, waiting=(replace(PARKED, ask_at=ask_at),))
    assert bool(card.say().items[-1].actions) is can


def test_a_card_ends_with_the_last_five_contacts_the_latest_first():
    touches = tuple(touch(NOW - at * DAY, id=9 - at, by_id=1) for at in (6, 5, 4, 3, 2, 1))
    reached = replace(ACME, reached_at=NOW - DAY, turned_at=NOW - 3 * DAY)
    scene = replace(SCENE, customer=reached)
    said = Card(scene=scene, people={1: ANA}, touches=touches, undoes=0).say()
    assert [spoken(note).split(":")[0] for note in said.notes] == [
        "· yesterday",
        "· on Sunday",
        "· on Saturday",
        "· on Friday",
        "· on Thursday",
    ]
    told = "We reached them yesterday by Ana · they turned to us 3 days ago"
    assert told in lines(said)
    assert [each.label for each in said.actions] == ["Edit", "Undo"]
    assert "Not reached yet" in lines(Card(scene=SCENE, people={}).say())


def test_a_contact_in_the_history_says_who_began_and_120_of_its_characters():
    told = history(touch(words="x" * 121, by_id=1), {1: ANA}, NOW, LONDON)
    assert spoken(told) == f"· today: Call from us, logged by Ana: “{'x' * 119}…”"
    theirs = history(touch(direction=Direction.THEIRS), {}, NOW, LONDON)
    assert spoken(theirs) == "· today: Call from them"


def page(total, at=0, size=2):
    some = (ACME,) * min(size, total - at * size)
    nothing = due.waiting([], LONDON, total=0, more=due.More())
    mine = home.Page(customers=some, number=at, size=size, total=total)
    return home.Home(name="Ana", now=NOW, zone=LONDON, due=nothing, mine=mine, week=())


@pytest.mark.parametrize(
    ("total", "at", "where", "turns"),
    [
        (2, 0, [], []),
        (3, 0, ["1 to 2 of 3"], [("More", "1")]),
        (4, 1, ["3 to 4 of 4"], [("Back", "0")]),
        (5, 1, ["3 to 4 of 5"], [("Back", "0"), ("More", "2")]),
        (5, 2, ["5 to 5 of 5"], [("Back", "1")]),
    ],
)
def test_home_is_turned_a_page_at_a_time(total, at, where, turns):
    mine = next(each for each in page(total, at).sections() if each.id == "mine")
    assert [spoken(note) for note in mine.notes] == where
    assert [(each.label, each.ref) for each in mine.actions] == turns


@pytest.mark.parametrize(("total", "tells"), [(1, False), (2, True)])
def test_several_customers_come_the_neediest_first(total, tells):
    mine = next(each for each in page(total).sections() if each.id == "mine")
    assert ("most in need" in spoken(mine.headline)) is tells


@pytest.mark.parametrize(
    ("until", "told"),
    [
        (None, ""),
        (NOW, ""),
        (NOW - timedelta(seconds=1), " · ⏳ today"),
        (NOW - DAY, " · ⏳ 1 day too long"),
        (NOW - 2 * DAY, " · ⏳ 2 days too long"),
    ],
)
def test_home_says_since_when_somebody_waits_for_care(until, told):
    asked = page(1)
    mine = replace(asked.mine, customers=(replace(ACME, cared_until=until, reached_at=NOW - DAY),))
    section = next(each for each in replace(asked, mine=mine).sections() if each.id == "mine")
    assert lines(section) == [f"Acme · member · reached yesterday{told}"]


def test_home_sums_up_the_week():
    week = [(Kind.CALL, 2), (Kind.THANKS, 1)]
    said = next(each for each in replace(page(1), week=week).sections() if each.id == "week")
    assert spoken(said.headline) == "🌱 Your week: 3 contacts"
    assert lines(said) == ["2 calls, 1 thank-you"]


@pytest.mark.parametrize(
    ("total", "skipped", "shown", "rest"),
    [(2, 0, 2, []), (3, 0, 2, ["and 1 more thing: do these first."]), (4, 2, 2, [])],
)
def test_what_waits_says_how_much_is_not_shown(total, skipped, shown, rest):
    more = due.More()
    said = due.waiting([(PARKED, SCENE)] * shown, LONDON, total=total, more=more, skipped=skipped)
    assert [spoken(note) for note in said.notes] == rest
    assert [each.label for each in said.items[0].actions] == ["Got in touch", "Later", "Not needed"]


@pytest.mark.parametrize(
    ("since", "told"),
    [
        (date(2026, 11, 16), "✅ Done yesterday"),
        (date(2026, 11, 15), "✅ Done since Sunday"),
        (date(2026, 11, 11), "✅ Done since Wednesday"),
        (date(2026, 11, 10), "✅ Done since Tuesday, 10 November"),
    ],
)
def test_a_digest_says_since_when(since, told):
    assert lines(digest(since=since, done=[(ANA, 1)]).say())[0] == f"{told}: 1 contact – Ana 1"


@pytest.mark.parametrize(("many", "others"), [(4, ""), (5, " and 1 other"), (6, " and 2 others")])
def test_a_digest_names_four_people_in_a_line(many, others):
    late = [(Person(f"P{at}"), 2) for at in range(many)]
    told = next(each for each in lines(digest(late=late).say()) if "Late" in each)
    assert told == f"⏰ Late: {2 * many} customers – P0 2, P1 2, P2 2, P3 2{others}"


@pytest.mark.parametrize(
    ("unasked", "told"),
    [
        (0, ", asked in private instead"),
        (1, ", 1 of them not asked of anybody yet"),
        (2, ", not asked of anybody yet"),
    ],
)
def test_a_digest_says_what_the_channel_has_refused(unasked, told):
    said = lines(digest(refused=2, unasked=unasked).say())
    assert f"⚠️ Refused by the channel: 2 reminders{told}" in said


def digest(**told):
    nothing = dict.fromkeys(("done", "due", "late"), ())
    given = {"today": NOW.date(), "since": date(2026, 11, 16), "now": NOW, "zone": LONDON}
    given |= {"name": "Chloe", "scope": "all", "covered": Covered(counted=1, within=1, never=0)}
    given["care"] = CareNumbers()
    return digests.Digest(**given | nothing | told)


@pytest.mark.parametrize(
    "told",
    [
        {"done": [(ANA, 1)]},
        {"due": [(None, 1)]},
        {"late": [(ANA, 1)]},
        {"refused": 1},
        {"covered": Covered(counted=1, within=0, never=1)},
    ],
)
def test_a_morning_is_quiet_only_where_nothing_is_to_be_told(told):
    assert "all is quiet" in spoken(digest().say().headline)
    assert "all is quiet" not in spoken(digest(**told).say().headline)


def test_a_text_too_long_is_kept_in_four_fields_at_most():
    field = forms.TextField(name="words", label="x", value="x" * (4 * lengths.LINE + 1))
    kept = forms.kept(field)
    assert [each.name for each in kept] == ["words", "rest1", "rest2", "rest3"]
    assert {len(each.value) for each in kept} == {lengths.LINE}
    assert all(each.is_long and each.is_optional for each in kept[1:])
    just = forms.kept(replace(field, value="x" * lengths.LINE))
    assert [len(each.value) for each in just] == [lengths.LINE]
    assert [len(e.value) for e in forms.kept(replace(field, value="x" * (lengths.LINE + 2)))] == [
        lengths.LINE,
        2,
    ]


def test_a_line_has_3000_characters_a_name_100_and_a_cell_254():
    assert (lengths.LINE, lengths.NAME, lengths.CELL) == (3000, 100, 254)
    assert forms.too_long("x" * 3000) == ()
    assert spoken(forms.too_long("x" * 3001)[0]).startswith("That has 3,001 characters, and 3,000")


def test_which_fields_may_be_left_empty():
    form = forms.log(Option(value="7", label="Acme"), "called", NOW)
    assert {each.name: each.is_optional for each in form.fields} == {
        "customer": False,
        "words": True,
        "kind": True,
        "direction": True,
        "signs": True,
        "when": True,
    }
    changed = forms.change(ACME, touch(words="x" * 3000), "1:2")
    assert {each.name: each.is_optional for each in changed.fields} == {
        "words": True,
        "kind": False,
        "direction": False,
        "signs": True,
        "when": False,
    }
    assert "words" not in {f.name for f in forms.change(ACME, touch(words="x" * 3001), "").fields}
    waived = forms.waive(3, line("x"), "Not needed", ["a", "b"])
    assert [(each.value, each.is_optional) for each in waived.fields] == [("a", False), ("", True)]
    assert [field.is_long for field in (waived.fields[1], form.fields[1])] == [False, True]
    assert [field.is_optional for field in forms.later(3, line("x"), NOW.date()).fields] == [False]


@pytest.mark.parametrize(
    ("text", "known"),
    [("0", 0), ("9" * 18, 10**18 - 1), ("9" * 19, None), ("-1", None), ("", None), ("1x", None)],
)
def test_a_rows_number_has_eighteen_digits_at_most(text, known):
    assert number(text) == known


@pytest.mark.parametrize(
    ("nudge", "told"),
    [
        (replace(PARKED, ask_at=NOW), ", now"),
        (replace(PARKED, ask_at=NOW + DAY), ", Wed 18 Nov, 09:00"),
        (replace(PARKED, snoozed_until=NOW + DAY), ", Wed 18 Nov, 09:00"),
    ],
)
def test_what_is_next_says_when(nudge, told):
    assert spoken(receipts.next_up(nudge, SCENE)) == f"📞 Follow up Acme{told}"


@pytest.mark.parametrize(
    ("status", "labels"),
    [
        (Status.SENT, ["Got in touch", "I'll take it", "Later", "Not needed"]),
        (Status.TAKEN, ["Got in touch", "Later", "Not needed"]),
        (Status.DONE, []),
    ],
)
def test_what_can_be_done_about_a_reminder(status, labels):
    offered = actions(replace(PARKED, status=status), SCENE.saying(PARKED))
    assert [each.label for each in offered] == labels
    assert [option.asks for option in LATER] == [False, False, False, True]


def test_whom_to_turn_to_is_whoever_was_named_last_else_the_first():
    people = (Contact(id=1, name="Maria"), Contact(id=2, name="Tom"))
    facts = Facts(customer=ACME, calendar=Calendar(zone=LONDON), contacts=people)
    assert facts.contact_name() == "Maria"
    assert facts.contact_name(touch(contact_id=2)) == "Tom"
    assert facts.contact_name(touch(contact_id=9)) == "Maria"
    assert replace(facts, contacts=()).contact_name(touch(contact_id=2)) == ""
