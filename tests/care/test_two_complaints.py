"""Two complaints of one customer are told apart by their words, and one told twice stays one."""

import pytest

import features
from domain.errors import Misfilled, Over
from domain.plays import Scene
from features.complaints import rows as complaints
from tests.databases import ON_SQLITE
from tests.handlers.examples import ACME, LONDON, NOW, nudge
from tests.world import at, buttons, said

LONG = "the second parcel came\nbroken in two, and nobody picks up the phone"
SHORT = "“the second parcel came broken in two, a…”"
STEPS = ("know that we heard them", "where their complaint stands", "Put it right for Acme")


@pytest.fixture
async def broken(world):
    """Acme's complaints are open since Monday at nine."""
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "complaint Acme it *broke*")
    await world.type("ana", f"complaint Acme {LONG}")
    return world


def lines(message, words):
    return [each for each in said(message).splitlines() if words in each]


@ON_SQLITE
@pytest.mark.parametrize("step", STEPS)
async def test_what_waits_says_which_one_it_is_about(broken, step):
    await broken.turn(at("2026-11-20 12:00"))
    told = lines(await broken.type("ana", "due"), step)
    assert {each.split(step)[1].split(" · ")[0] for each in told} == {
        ": “it *broke*”",
        f": {SHORT}",
    }


@ON_SQLITE
async def test_the_card_says_which_one_comes_next(broken):
    await broken.turn(at("2026-11-20 12:00"))
    told = lines(await broken.type("ana", "customer acme"), "Next: 🔄")
    assert told == [
        f"Next: 🔄 Tell Acme where their complaint stands: {each}, now"
        for each in ("“it *broke*”", SHORT)
    ]


@ON_SQLITE
async def test_whoever_puts_one_right_is_told_which_is_over(broken):
    await broken.turn(at("2026-11-20 12:00"))
    told = said(await broken.resolve("ana", broken.post("“it *broke*”")[1]))
    assert "Over: 🔧 Put it right for Acme: “it *broke*”" in told
    assert "Next: 🌱 Ask Acme whether all is well again: “it *broke*”, Fri 27 Nov" in told


@ON_SQLITE
async def test_the_digest_names_both_and_so_does_what_it_opens(broken):
    await broken.turn(at("2026-11-17 09:00"))
    digest = await broken.type("chloe", "digest")
    assert lines(digest, "🔥") == [
        f"🔥 Acme: complaint, opened yesterday: {each}" for each in ("“it *broke*”", SHORT)
    ]
    late = next(each for each in digest.items if "Late" in said_line(each))
    opened = lines(await broken.press("chloe", late.actions[0]), "heard them")
    assert ["“it *broke*”" in opened[0], SHORT in opened[1]] == [True, True]


def said_line(fact):
    return "".join(getattr(part, "text", "") for part in fact.line)


@ON_SQLITE
async def test_the_list_of_open_complaints_says_which_is_which(world):
    await world.type("ana", "new Acme customer")
    for number in range(5):
        await world.type("ana", f"complaint Acme it broke {number}")
    digest = await world.type("chloe", "digest")
    more = next(each for each in digest.items if said_line(each).startswith("🔥 and"))
    opened = lines(await world.press("chloe", more.actions[0]), "Acme")
    assert opened == [f"Acme · opened today: “it broke {number}”" for number in range(5)]


@ON_SQLITE
async def test_in_its_own_thread_its_root_has_the_words(broken):
    await broken.turn(at("2026-11-20 12:00"))
    steps = [said(message) for _, message in broken.posts(kind="nudge")]
    assert len(steps) == 6
    assert not [each for each in steps if "“" in each]


def test_a_step_that_was_planned_without_words_is_shown_without_them():
    planned = nudge("fix", about={"step": "resolve"})
    plays = features.build().plays
    saying = Scene(now=NOW, zone=LONDON, customer=ACME, plays=plays).saying(planned)
    assert saying.alone == saying.headline


async def open_ones(world):
    def ask(work, now):
        del now
        return complaints.open_of(work, 1)

    return await world.ask(ask)


@pytest.mark.parametrize("again", ["it *broke*", "It  *BROKE* "])
async def test_the_same_again_opens_no_second_one(broken, again):
    with pytest.raises(Over, match="Ana Reyes has opened that complaint already"):
        await broken.type("ben", f"complaint Acme {again}")
    assert len(await open_ones(broken)) == 2
    assert len(broken.posts(kind="complaint")) == 2
    card = said(await broken.type("ben", "customer acme"))
    assert "logged by Ben Okafor" not in card


@ON_SQLITE
async def test_nor_does_it_from_another_contact_that_says_the_same(broken):
    receipt = await broken.type("ben", "log Acme called us, the parcel came broken")
    await broken.press("ben", buttons(receipt)["Open a complaint"])
    receipt = await broken.type("ana", "log Acme called us, the parcel came broken")
    with pytest.raises(Over, match="Ben Okafor has opened that complaint already"):
        await broken.press("ana", buttons(receipt)["Open a complaint"])


@ON_SQLITE
@pytest.mark.parametrize("label", ["Resolved", "Undo"])
async def test_what_is_no_longer_open_may_happen_again(world, label):
    await world.type("ana", "new Acme customer")
    told = await world.type("ana", "complaint Acme it broke")
    post = world.post("Complaint: Acme")[1]
    if label == "Undo":
        await world.press("ana", buttons(told)[label])
    else:
        await world.resolve("ana", post)
    assert "Complaint opened" in said(await world.type("ana", "complaint Acme it broke"))


@ON_SQLITE
async def test_other_customers_have_their_own(broken):
    await broken.type("ana", "new Globex customer")
    assert "Complaint opened" in said(await broken.type("ana", "complaint Globex it *broke*"))


@ON_SQLITE
async def test_in_a_form_it_is_said_at_the_words(broken):
    form = await broken.press("ben", buttons(await broken.type("ben", "home"))["Open a complaint"])
    with pytest.raises(Misfilled) as told:
        await broken.fill("ben", form, customer="1", words="it *broke*")
    assert "Ana Reyes has opened that complaint already." in str(told.value.at["words"])
