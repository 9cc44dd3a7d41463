"""Whatever is typed behind a command is done, or said not to be known: no word is dropped."""

from contextlib import suppress

import pytest

import features
from care.feature import Command, Telling
from domain import plain_text
from domain.commands import ManagersOnly, UnknownWords
from domain.errors import NoSuchCustomer, NothingToUndo, NotUnderstood, UndoneAlready, Wordless
from tests.world import at, buttons, said

COMMANDS = features.build().commands
WORDLESS = sorted(name for name, it in COMMANDS.items() if it.telling is not Telling.REQUIRED)
PERHAPS_ABOUT_SOMEBODY = {"moments"}
"""A customer's, where one is named: whoever is not known is named as for any customer."""

ASKING_ON = {"occasion"}
"""A word behind these may begin it: what is lacking is asked."""

ABOUT_NOBODY = [
    name
    for name in WORDLESS
    if not isinstance(COMMANDS[name], Command) and name not in PERHAPS_ABOUT_SOMEBODY | ASKING_ON
]

BEHIND_A_CUSTOMER = set(WORDLESS) - set(ABOUT_NOBODY) - PERHAPS_ABOUT_SOMEBODY - ASKING_ON


@pytest.fixture
async def house(world):
    await world.type("ana", "new Acme Ltd advocate Maria Lopez")
    await world.type("ben", "new Globex")
    return world


async def told(house, who, typed):
    """An answer or an error, as it is read."""
    try:
        return said(await house.type(who, typed))
    except (UnknownWords, NotUnderstood) as error:
        return plain_text.spoken(error.told(), "/heed ")


@pytest.mark.parametrize("name", ABOUT_NOBODY)
async def test_a_word_that_means_nothing_there_is_named_with_what_there_is(house, name):
    answer = await told(house, "ana", f"{name} xyzzy")
    assert "I don't know “xyzzy” here" in answer
    assert f"Type /heed {COMMANDS[name].usage.example}" in answer


async def test_what_an_occasion_is_for_is_asked_where_it_is_not_said(house):
    with pytest.raises(Wordless, match="for whom"):
        await house.type("ana", "occasion xyzzy")


@pytest.mark.parametrize("name", sorted(PERHAPS_ABOUT_SOMEBODY))
async def test_a_name_that_nobody_has_is_named(house, name):
    with pytest.raises(NoSuchCustomer, match="xyzzy"):
        await house.type("ana", f"{name} xyzzy")


@pytest.mark.parametrize("name", sorted(BEHIND_A_CUSTOMER))
async def test_a_word_behind_a_customer_is_named_or_kept(house, name):
    assert "“xyzzy”" in await told(house, "ana", f"{name} Acme xyzzy")


@pytest.mark.parametrize("name", ABOUT_NOBODY)
async def test_what_is_said_to_be_typed_can_be(house, name):
    asked = await house.type("chloe", "delete Acme Ltd")
    await house.press("chloe", buttons(asked)["Delete Acme Ltd"])
    for each in COMMANDS[name].usage.also:
        with suppress(NothingToUndo):
            assert "I don't know" not in await told(house, "chloe", each)


async def test_the_card_of_whoever_alone_is_near_opens_without_a_question(house):
    card = await house.type("ana", "customer Glboex")
    assert "🪪 Globex" in said(card)
    assert "Nobody is called “Glboex”: this is the nearest." in said(card)
    assert "🪪 Glboex" in said(await house.press("ana", buttons(card)["Create “Glboex”"]))


@pytest.mark.parametrize("typed", ["customer happy", "customer paws", "customer pa now"])
async def test_a_part_of_a_name_that_is_a_word_besides_finds_whom_it_stands_for(house, typed):
    await house.type("ana", "new Happy Paws")
    assert "🪪 Happy Paws" in await told(house, "ana", typed)


async def test_where_nothing_can_be_chosen_nothing_is_asked(house):
    with pytest.raises(NoSuchCustomer):
        await house.type("ana", "customer happy")


@pytest.fixture
async def busy(house):
    """Something waits for Ana, and something for Ben."""
    await house.type("ana", "log Acme she was happy")
    await house.type("ben", "log Globex asked about prices")
    await house.turn(at("2026-11-17 09:30"))
    return house


@pytest.mark.parametrize("who", ["ben", "@ben", "Ben", "Ben Okafor", "ben@example.com", "“ben”"])
async def test_a_manager_reads_what_waits_for_somebody(busy, who):
    answer = await told(busy, "chloe", f"due {who}")
    assert "📌 1 thing waits for Ben Okafor\n" in answer
    assert "Globex" in answer
    assert "Acme" not in answer


@pytest.mark.parametrize("whose", ["team", "all", "Everybody"])
async def test_a_manager_reads_what_waits_for_everybody(busy, whose):
    answer = await told(busy, "chloe", f"due {whose}")
    assert "Globex" in answer
    assert "Acme" in answer
    assert "Ben Okafor" in answer


@pytest.mark.parametrize("whose", ["ben", "team", "all"])
async def test_what_waits_for_others_is_shown_to_managers_alone(busy, whose):
    with pytest.raises(ManagersOnly):
        await busy.type("ana", f"due {whose}")


@pytest.mark.parametrize("whose", ["", " ana", " me", " mine", " @ana"])
async def test_mine_may_be_called_by_any_name_of_mine(busy, whose):
    answer = await told(busy, "ana", f"due{whose}")
    assert "Acme" in answer
    assert "Globex" not in answer


async def test_others_have_pages(house):
    for number in range(12):
        await house.type_quietly("ben", f"new Client {number}")
        await house.type_quietly("ben", f"log Client {number} asked about prices")
    await house.turn(at("2026-11-17 09:30"))
    for whose in ("ben", "team"):
        first = await house.type("chloe", f"due {whose}")
        second = await house.press("chloe", buttons(first)["More"])
        assert "Client" in said(second)
        assert not set(said(first).splitlines()) & set(said(second).splitlines()[1:-2])
        assert "Back" in buttons(second)


async def test_a_digest_of_the_week_counts_from_its_monday_and_opens_what_it_counts(house):
    await house.type("ana", "log Acme called Maria")
    await house.turn(at("2026-11-19 10:00"))
    await house.type("ana", "log Acme called Maria again")
    await house.wait(minutes=1)
    week = await house.type("chloe", "digest week")
    assert "Done since Monday: 2 contacts" in said(week)
    done = next(item for item in week.items if "since Monday" in plain_text.spoken(item.line, ""))
    assert said(await house.press("chloe", done.actions[0])).count("called Maria") == 2
    assert "2 contacts" not in said(await house.type("chloe", "digest"))


async def test_a_digest_is_of_the_team_or_mine(busy):
    assert "Globex" not in await told(busy, "ana", "digest mine")
    with pytest.raises(ManagersOnly):
        await busy.type("ana", "digest team week")
    assert "I don't know “ben” here" in await told(busy, "chloe", "digest ben")


async def test_the_last_three_are_listed_and_taken_back_in_one_click(house):
    for day in ("Monday", "Tuesday", "Friday"):
        await house.type("ana", f"log Acme called Maria on {day}, for the parcel")
    asked = await house.type("ana", "undo 3")
    assert said(asked).splitlines()[0] == "↩️ Take back 3 things? Newest first:"
    assert said(asked).index("Friday") < said(asked).index("Monday")
    assert "called Maria" in said(await house.type("ana", "customer Acme"))
    taken = await house.press("ana", buttons(asked)["Take back all of it"])
    assert said(taken).count("What you logged") == 3
    assert "Not reached yet" in said(await house.type("ana", "customer Acme"))
    with pytest.raises(UndoneAlready):
        await house.press("ana", buttons(asked)["Take back all of it"])


async def test_more_than_there_is_says_so_and_one_of_several_goes_with_them(house):
    await house.type("ana", "log Acme, Globex: sent Christmas cards")
    asked = await house.type("ana", "undo 5")
    assert "Take back 2 things?" in said(asked)
    assert "There is no more of yours from today." in said(asked)
    await house.press("ana", buttons(asked)["Take back all of it"])
    assert "Not reached yet" in said(await house.type("ana", "customer Globex"))
    assert "No customer of that name" in said(await house.type("ana", "customer acme"))


async def test_help_tells_of_one_command(house):
    answer = await told(house, "ana", "help due")
    assert "/heed due team" in answer
    assert "/heed log" not in answer


@pytest.mark.parametrize("who", ["me", "ana", "@ana", "Ana", "Ana Reyes", "ana@example.com"])
async def test_the_owner_may_be_me_or_anybody_with_or_without_an_at(house, who):
    assert "now Ana Reyes's customer" in await told(house, "ana", f"edit Globex owner {who}")


@pytest.mark.parametrize("polite", ["please", "pls.", "Thanks!", "thank you"])
@pytest.mark.parametrize("typed", ["due", "team", "list mine", "undo 3"])
async def test_a_word_of_courtesy_is_no_word_to_be_known(house, typed, polite):
    assert await told(house, "ana", f"{typed} {polite}") == await told(house, "ana", typed)
