"""Left alone for a while, or for good: what we would begin is silent, what they begin never is."""

from datetime import date

import pytest

from domain.errors import NotUnderstood, Over
from features.pauses import rules
from tests.databases import ON_SQLITE
from tests.world import LONDON, MONDAY, at, buttons, said


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme raving fan Maria Lopez")
    return world


async def card(world):
    return said(await world.type("ana", "customer Acme"))


async def test_a_pause_is_silent_until_its_day_and_ends_by_itself(acme):
    told = await acme.type("ana", "pause Acme until 3 March because they move house")
    assert "⏸️ Acme is paused. I begin again on Wed 3 Mar 2027.\nBecause: “they move" in said(told)
    assert "⏸️ Paused, I begin again on Wed 3 Mar 2027: “they move house”" in await card(acme)
    assert "Next:" not in await card(acme)
    await acme.leap(at("2027-02-26 08:00"))
    await acme.turn(at("2027-03-02 18:00"))
    assert acme.reminders() == []
    await acme.turn(at("2027-03-03 09:15"))
    (asked,) = acme.reminders()
    assert "Acme" in asked
    assert "late" not in asked
    assert "Paused" not in await card(acme)


async def test_what_they_begin_is_asked_for_all_the_same_and_says_to_answer_only_that(acme):
    told = await acme.type("ana", "do-not-contact Acme because they asked us to stop")
    assert "🔕 Acme is not contacted any more" in said(told)
    await acme.type("ana", "promise Acme Thursday 3pm call Maria")
    await acme.turn(at("2026-11-20 09:15"))
    await acme.leap(at("2027-03-02 09:15"))
    await acme.turn(at("2027-03-03 09:15"))
    (asked,) = acme.reminders()
    assert "We promised Acme" in asked
    assert "🔕 They asked not to be contacted: answer only this." in asked
    assert "🔕 Asked not to be contacted on 16 Nov 2026: “they asked us to stop”" in await card(
        acme
    )
    with pytest.raises(Over, match="asked not to be contacted"):
        await acme.type("ana", "pause Acme until May")


async def test_it_is_taken_back_and_ended_by_hand(acme):
    before = await card(acme)
    told = await acme.type("ana", "pause Acme for two weeks")
    await acme.press("ana", buttons(told)["Undo"])
    assert await card(acme) == before
    with pytest.raises(Over, match="is not paused"):
        await acme.type("ana", "resume Acme")
    await acme.type("ana", "do-not-contact Acme")
    shown = await acme.type("ana", "customer Acme")
    told = await acme.press("ana", buttons(shown)["Resume"])
    assert "▶️ Acme: reminders come again.\nNext: " in said(told)
    assert await card(acme) == before


async def test_whoever_is_one_with_somebody_who_asked_to_be_left_alone_is_left_alone(acme):
    await acme.type("chloe", "new Acme Works")
    await acme.type("ana", "do-not-contact Acme because enough")
    await acme.type("chloe", "merge Acme into Acme Works")
    assert "🔕 Asked not to be contacted today: “enough”" in await card(acme)


@ON_SQLITE
async def test_a_pause_needs_a_day_to_come(acme):
    for words in ("", "until they are back", "until 3 May 2025", "until 3 May 2031"):
        with pytest.raises(NotUnderstood, match="until when"):
            await acme.type("ana", f"pause Acme {words or 'please'}")


@pytest.mark.parametrize(
    ("words", "day", "why"),
    [
        ("until 3 May", date(2027, 5, 3), ""),
        ("till May 3rd, they move house", date(2027, 5, 3), "they move house"),
        ("until 3 May 2027 because of the merger", date(2027, 5, 3), "the merger"),
        ("until 12/1", date(2027, 1, 12), ""),
        ("until 12.1. holiday", date(2027, 1, 12), "holiday"),
        ("until 2027-01-12", date(2027, 1, 12), ""),
        ("until January", date(2027, 1, 1), ""),
        ("until May 2028 – budget", date(2028, 5, 1), "budget"),
        ("for two weeks", date(2026, 11, 30), ""),
        ("a year", date(2027, 11, 16), ""),
        ("one day", date(2026, 11, 17), ""),
        ("three weeks", date(2026, 12, 7), ""),
        ("four weeks", date(2026, 12, 14), ""),
        ("five weeks", date(2026, 12, 21), ""),
        ("six weeks", date(2026, 12, 28), ""),
        ("until 17 November 2028", date(2028, 11, 17), ""),
        ("for 3 months as they rebuild", date(2027, 2, 16), "they rebuild"),
        ("until next week", date(2026, 11, 23), ""),
        ("until Monday because on holiday", date(2026, 11, 23), "on holiday"),
    ],
)
def test_until_when_is_read_as_people_say_it(words, day, why):
    assert rules.until(words, MONDAY, LONDON) == (day, why)


@pytest.mark.parametrize("words", ["until 16 November 2026", "until 18 November 2028"])
def test_it_begins_tomorrow_at_the_soonest_and_lasts_two_years_at_most(words):
    assert rules.until(words, MONDAY, LONDON) is None
