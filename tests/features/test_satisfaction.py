"""How satisfied customers are: in their own words, as long as it counts, and what follows."""

import pytest

from domain.satisfaction import Level
from features.satisfaction.rules import read
from tests.world import at, buttons, said


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    return world


async def card(world):
    return said(await world.type("ana", "customer Acme"))


@pytest.mark.parametrize(
    ("typed", "level", "score", "words"),
    [
        ("9 loves the new portal", Level.HIGH, 9, "loves the new portal"),
        ("10/10, no complaints", Level.HIGH, 10, "no complaints"),
        ("8 of 10: fine", Level.SATISFIED, 8, "fine"),
        ("7", Level.SATISFIED, 7, ""),
        ("6 late again", Level.DISSATISFIED, 6, "late again"),
        ("0", Level.DISSATISFIED, 0, ""),
        ("Highly satisfied: the best we had", Level.HIGH, None, "the best we had"),
        ("dissatisfied", Level.DISSATISFIED, None, ""),
    ],
)
def test_a_number_or_a_class_begins_it_and_the_rest_are_their_words(typed, level, score, words):
    verdict = read(typed)
    assert (verdict.level, verdict.score, verdict.words) == (level, score, words)


@pytest.mark.parametrize("typed", ["", "11 of 10", "9.5", "90% happy", "3rd time late", "loves it"])
def test_what_is_no_number_from_0_to_10_is_asked_about(typed):
    assert read(typed) is None


async def test_their_words_stand_first_wherever_it_is_shown_and_undo_takes_them_back(acme):
    told = await acme.type("ana", "pulse Acme 9 loves the new portal")
    assert said(told).splitlines()[:2] == [
        "🤩 Noted for Acme: “loves the new portal”",
        "Highly satisfied, 9 of 10",
    ]
    shown = "🤩 “loves the new portal” · highly satisfied, 9 of 10, noted by Ana Reyes, today"
    assert shown in await card(acme)
    told = await acme.type("ben", "pulse Acme 6 the portal was down all day")
    assert "Dissatisfied, 6 of 10 · down from highly satisfied" in said(told)
    every = said(
        await acme.press("ana", buttons(await acme.type("ana", "customer Acme"))["All they said"])
    )
    assert every.index("was down") < every.index("loves")
    await acme.press("ben", buttons(told)["Undo"])
    assert shown in await card(acme)


@pytest.mark.parametrize("way", ["🙁 Dissatisfied", "Give a number"])
async def test_without_a_number_it_is_asked_and_the_words_are_kept(acme, way):
    told = await acme.type("ana", "pulse Acme the invoice was wrong")
    assert "How satisfied is Acme?\n“the invoice was wrong”" in said(told)
    assert "wrong" not in await card(acme)
    answer = await acme.press("ana", buttons(told)[way])
    if way == "Give a number":
        answer = await acme.fill("ana", answer, score="5")
    assert "🙁 Noted for Acme: “the invoice was wrong”" in said(answer)


async def test_who_is_dissatisfied_is_at_risk_and_called_by_the_same_hour_of_the_next_day(acme):
    await acme.turn(at("2026-11-16 11:00"))
    told = await acme.type("ana", "pulse Acme 3 nobody answers the phone")
    _, post = acme.post("⚠️ Call Maria Lopez at Acme: they may leave us")
    assert "They are dissatisfied, said on Mon 16 Nov.\n“nobody answers the phone”" in said(post)
    assert "to be done by Tue 17 Nov, 11:00" in said(post)
    assert "⚠️ At risk since today: dissatisfied" in await card(acme)
    better = await acme.type("ana", "pulse Acme 7 somebody called at once")
    assert "At risk" not in await card(acme)
    await acme.press("ana", buttons(better)["Undo"])
    assert "At risk" in await card(acme)
    await acme.press("ana", buttons(told)["Undo"])
    assert "At risk" not in await card(acme)


async def test_at_risk_passes_with_what_it_rests_on_and_prospects_can_be_it_too(world):
    await world.type("ana", "new Globex prospect")
    await world.type("ana", "pulse Globex 2 never heard back")
    shown = "⚠️ At risk "
    await world.turn(at("2027-02-13 08:00"))
    assert shown in said(await world.type("ana", "customer Globex"))
    await world.turn(at("2027-02-15 08:00"))
    assert shown not in said(await world.type("ana", "customer Globex"))


async def test_whoever_becomes_highly_satisfied_is_thanked_by_name_and_may_be_asked(acme):
    await acme.type("ana", "log Acme sent Maria a card")
    await acme.type("ana", "log Acme gave Maria a hamper")
    await acme.wait(days=1)
    await acme.type("ana", "pulse Acme 10 best supplier we ever had")
    await acme.turn(at("2026-11-18 09:20"))
    _, post = acme.post("🎁 Thank Maria Lopez at Acme\nHighly satisfied on Tue 17 Nov")
    assert "“best supplier we ever had”" in said(post)
    await acme.type("ana", "thank Acme sent Maria a card")
    assert "🙋 Ask Maria Lopez at Acme for a review" in await card(acme)
    await acme.turn(at("2026-11-19 09:20"))
    _, post = acme.post("🙋 Ask Maria Lopez at Acme for a review")
    assert "They are highly satisfied, they said on Tue 17 Nov." in said(post)


async def test_each_class_stands_by_rung_and_who_moved_and_each_number_opens_its_rows(acme):
    await acme.type("ben", "new Globex member")
    for line in ("Acme 5 late again", "Globex 9 always on time", "Acme 8 better", "Globex 7 hm"):
        await acme.type("ana", f"pulse {line}")
    told = await acme.type("chloe", "satisfaction")
    assert said(told).splitlines() == [
        "🌡️ How satisfied our customers are: of 2 customers we know",
        "Member: 🙂 1 satisfied",
        "Customer: 🙂 1 satisfied",
        "In 30 days: 1 moved up, 1 down",
    ]
    up = said(await acme.press("chloe", buttons(told)["1 up"]))
    assert "Acme" in up
    assert "“better” · dissatisfied → satisfied, 8 of 10" in up
    rows = said(await acme.press("chloe", told.items[0].actions[0]))
    assert "“hm” · satisfied, 7 of 10, noted by Ana Reyes" in rows
    mine = said(await acme.type("ben", "satisfaction"))
    assert "Member: 🙂 1" in mine
    assert "Customer" not in mine
    digest = said(await acme.type("chloe", "digest"))
    assert digest.index("Globex: “hm”") < digest.index("Acme: “better”")


async def test_what_is_too_old_is_asked_on_the_receipt_of_the_next_contact(acme):
    await acme.type("ana", "pulse Acme 8 all fine")
    await acme.leap(at("2027-05-14 10:00"))
    ask = "How satisfied are they now?"
    assert ask not in said(await acme.type("ana", "log Acme called Maria about the spring"))
    await acme.turn(at("2027-05-17 10:00"))
    assert "that is old: ask them again" in await card(acme)
    assert ask not in said(await acme.type("ana", "log Acme called Maria, no answer"))
    receipt = await acme.type("ana", "log Acme called Maria, she likes it")
    assert f"{ask} Last asked 182 days ago." in said(receipt)
    told = await acme.press("ana", buttons(receipt)["🤩 Highly satisfied"])
    assert "Noted for Acme: “called Maria, she likes it”" in said(told)
    assert ask not in said(await acme.type("ana", "log Acme called Maria again"))
    assert "How satisfied" not in "".join(acme.reminders())


async def test_who_is_satisfied_is_asked_for_more_as_a_line_of_another_reminder_twice_a_year(acme):
    await acme.type("ana", "pulse Acme 8 good, but slow")
    await acme.turn(at("2026-12-31 12:00"))
    line = "Ask Maria Lopez at Acme what would make it excellent"
    (post,) = [said(each) for _, each in acme.posts(kind="nudge") if line in said(each)]
    assert f"Also: 🌟 {line}" in post
    _, post = acme.post(line)
    main = next(iter(buttons(post).values()))
    await acme.press("ana", main)
    _, post = acme.post(line)
    told = await acme.press("ana", buttons(post)["Asked"])
    form = await acme.press("ana", buttons(told)["Note what they said"])
    told = await acme.fill("ana", form, words="a person who picks up the phone")
    assert "🌟 To be excellent: “a person who picks up the phone”" in await card(acme)
    on_card = buttons(await acme.type("ana", "customer Acme"))["What came of it"]
    form = await acme.press("ana", on_card)
    await acme.fill("ana", form, came="they have Ben's number")
    assert "picks up the phone” → “they have Ben's number”" in await card(acme)
    assert line not in "".join(await _next(acme))


async def _next(world):
    return [row for row in (await card(world)).splitlines() if row.startswith("Next: ")]
