"""What people live through with the example, a story for each thing that a feature may register."""

from datetime import timedelta

from care import digests, reactions, replies, settings, statuses
from care.feature import Reply
from domain.forms import Form
from domain.reactions import Meaning, signed
from tests.world import PLACE, at, buttons, said

DUE = at("2026-11-19 09:15")
"""Three working days after the Monday on which it was lent."""


async def _lend(world):
    await world.type("ana", "new Acme")
    return await world.type("ana", "lend Acme the projector")


async def _reminded(world):
    """The reminder that stands in the channel, as everybody sees it."""
    await _lend(world)
    await world.turn(DUE)
    return world.post("Fetch “the projector” back")


async def line_lends(world):
    told = await _lend(world)
    assert "📦 Lent to Acme: “the projector”" in said(told)


async def form_opens(world):
    form = await world.press("ana", (await _home(world))["Lend something"])
    assert isinstance(form, Form)
    assert [field.name for field in form.fields] == ["customer", "what"]


async def form_lends(world):
    await world.type("ana", "new Acme")
    form = await world.do("ana", world.heed.registry.opens["loan.ask"])
    told = await world.fill("ana", form, customer="1", what="the projector")
    assert "Lent to Acme" in said(told)


async def home_offers(world):
    assert "Lend something" in await _home(world)


async def _home(world):
    return buttons(await world.type("ana", "home"))


async def button_fetches(world):
    await _reminded(world)
    _, post = world.post("📦 Lent to Acme")
    told = await world.press("ben", buttons(post)["Fetched"])
    assert "fetched back" in said(told)
    assert "Was lent to Acme" in said(world.post("Was lent to Acme")[1])


async def post_heads_the_thread(world):
    id_, _ = await _reminded(world)
    head, _ = world.post("📦 Lent to Acme")
    assert world.courier.shown[id_].thread == head


async def post_follows_its_customer(world):
    """Though no reminder waits for it any more."""
    _, reminder = await _reminded(world)
    await world.waive("ana", reminder)
    await world.type("chloe", "edit Acme owner @ben")
    assert "Ben Okafor" in said(world.post("📦 Lent to Acme")[1])


async def reaction_fetches(world):
    await _reminded(world)
    head, _ = world.post("📦 Lent to Acme")
    await _react(world, head)
    assert world.post("Was lent to Acme")[0] == head


async def reply_fetches(world):
    await _reminded(world)
    head, _ = world.post("📦 Lent to Acme")
    said_so = Reply(PLACE, head, "r1", "it is back")
    assert (await world.do("ben", replies.heard, said_so)).message
    assert world.post("Was lent to Acme")[0] == head


async def _react(world, message):
    sign = signed(Meaning.DONE, "✅")
    return await world.do("ben", reactions.came, PLACE, message, sign, "1")


async def reminder_comes(world):
    assert await _reminded(world)


async def reminder_knows_what_is_out(world):
    told = await _reminded(world)
    assert "the projector" in said(told[1])


async def done_fetches(world):
    _, reminder = await _reminded(world)
    await world.press("ben", buttons(reminder)["Fetched"])
    assert "Was lent to Acme" in said(world.post("Was lent to Acme")[1])


async def number_moves_the_reminder(world):
    await _lend(world)
    await world.do_clock(settings.put, "loan.days", "1")
    await world.turn(at("2026-11-17 09:15"))
    assert world.post("Fetch “the projector” back")


async def card_tells(world):
    await _lend(world)
    assert "lent" in said(await world.type("ben", "customer Acme"))


async def brief_tells(world):
    await _lend(world)
    told = await world.type("ben", "brief Acme")
    assert "📦 lent today: “the projector”" in said(told)
    await world.press("ben", buttons(told)["Fetched"])
    assert "the projector" not in said(await world.type("ben", "brief Acme"))


async def receipt_offers(world):
    await _lend(world)
    receipt = await world.type("ana", "log Acme called Maria")
    await world.press("ana", buttons(receipt)["They gave it back"])
    assert "the projector" not in said(await world.type("ana", "customer Acme"))


async def receipt_tells(world):
    await _lend(world)
    assert "📦 lent today: “the projector”" in said(
        await world.type("ana", "log Acme called Maria")
    )


async def deposit_goes_along(world):
    """Where two customers become one."""
    await _lend(world)
    await world.type("ana", "new Globex")
    await world.type("ana", "lend Globex a tent against 50 €")
    asked = await world.type("ana", "merge Globex into Acme")
    await world.press("ana", buttons(asked)["Merge into Acme"])
    assert "🪙 They left “50 €”" in said(await world.type("ana", "customer Acme"))


async def what_they_say_is_heard(world):
    """Whoever has asked them."""
    await _lend(world)
    told = await world.type("ana", "pulse Acme 9 the projector is bright")
    shown = "🪙 They left “the projector is bright”"
    assert shown in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(told)["Undo"])
    assert shown not in said(await world.type("ana", "customer Acme"))


async def digest_tells_and_opens(world):
    await _lend(world)
    assert "📦 Acme, lent" in said(await world.type("chloe", "digest"))
    asked = world.caller("chloe"), "loans", "all", "2026-11-16"
    assert "the projector" in said(await world.heed.ask(digests.open_line, *asked))


async def alarm_rings_once(world):
    """At its own moment, for which a clock that is turned waits."""
    await _lend(world)
    await world.turn(at("2026-11-30 08:59"))
    assert await world.settle() == at("2026-11-30 09:00")
    await world.turn(at("2026-11-30 09:01"))
    assert [said(each) for _, each in world.posts("U-chloe", "loan missed")] == [
        "📦 Still with Acme: “the projector”"
    ]


async def post_tells_what_they_left(world):
    await world.type("ana", "new Acme")
    await world.type("ana", "lend Acme the projector against a passport")
    await world.turn(DUE)
    _, post = world.post("📦 Lent to Acme")
    assert "a passport" in said(post)


async def whoever_goes_away_is_told_what_is_out(world):
    await _lend(world)
    until = world.clock.now() + timedelta(days=7)
    await world.do_clock(statuses.away_until, "U-ana", until)
    assert len(world.posts("U-ana", "loan missed")) == 1


async def hook_sets_the_alarm_again_after_an_undo(world):
    """What was fetched and is out again is missed at its time; what was never lent is not."""
    await _lend(world)
    receipt = await world.type("ana", "log Acme called Maria")
    await world.press("ana", buttons(receipt)["They gave it back"])
    told = await world.type("ana", "undo")
    assert "That you fetched it back" in said(told)
    await world.turn(at("2026-11-30 09:01"))
    assert len(world.posts("U-chloe", "loan missed")) == 1


async def undone_loan_is_not_missed(world):
    await _lend(world)
    assert "What you lent" in said(await world.type("ana", "undo"))
    await world.turn(at("2026-12-01 09:00"))
    assert world.posts("U-chloe", "loan missed") == []


async def late_one_is_told_to_the_lender(world):
    await _reminded(world)
    await world.turn(at("2026-11-19 17:01"))
    assert len(world.posts("U-ana", "loan missed")) == 1


async def late_one_is_told_to_the_others_a_day_later(world):
    await _reminded(world)
    await world.turn(at("2026-11-19 17:01"))
    assert world.posts("U-ben", "loan missed") == []
    await world.turn(at("2026-11-20 17:01"))
    assert len(world.posts("U-ben", "loan missed")) == 1
