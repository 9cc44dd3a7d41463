"""A customer changed by a typed line."""

import pytest

from care import exports, team
from domain.customer_fields import TYPED
from domain.errors import Misfilled, NameTaken, NotUnderstood, Over, Wordless
from domain.nudges import Status
from store import tables
from tests.world import buttons, said, shown_values, teammate


@pytest.fixture
async def acme(world):
    await world.type("ana", "new Acme raving fan Maria Lopez maria@acme.com +44 20 7946 0000")
    return world


async def card(world):
    return said(await world.type("ana", "customer acme"))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("name Acme International", "🪪 Acme International"),
        ("alias ACM", "Also known as ACM"),
        ("owner @ben", "Ben Okafor's customer"),
        ("rung advocate", "Advocate · "),
        ("zone europe/madrid", " · Europe/Madrid"),
        ("contact Bo Berg bo@acme.com", "👤 Bo Berg · bo@acme.com"),
        ("ALIAS ACM", "Also known as ACM"),
    ],
)
async def test_each_field_can_be_changed_and_taken_back(acme, typed, shown):
    before = await card(acme)
    await acme.type("ana", f"edit Acme {typed}")
    assert shown in said(await acme.type("ana", "customer Maria Lopez"))
    await acme.type("ana", "undo")
    assert await card(acme) == before


async def test_an_alias_is_known_once_and_can_be_dropped(acme):
    await acme.type("ana", "edit Acme alias ACM")
    with pytest.raises(Over):
        await acme.type("ana", "edit Acme alias ACM")
    assert "Also known as ACM\n" in await card(acme)
    assert "Logged for Acme" in said(await acme.type("ana", "log ACM called"))
    await acme.type("ana", "edit Acme unalias acm")
    assert "Also known as" not in await card(acme)
    with pytest.raises(NotUnderstood, match="Acme isn't known as ACM"):
        await acme.type("ana", "edit Acme unalias ACM")


async def test_aliases_are_parted_by_commas(acme):
    await acme.type("ana", "edit Acme aliases ACM, The Acmes,ACM")
    assert "Also known as ACM, The Acmes\n" in await card(acme)
    assert "Logged for Acme" in said(await acme.type("ana", "log The Acmes called"))


@pytest.mark.parametrize("typed", ["Globex", "ACM, globex ltd"])
async def test_another_customers_name_is_no_alias(acme, typed):
    await acme.type("ana", "new Globex")
    with pytest.raises(NameTaken, match="Globex"):
        await acme.type("ana", f"edit Acme alias {typed}")
    assert "Also known as" not in await card(acme)


async def test_nor_is_its_own(acme):
    with pytest.raises(NotUnderstood, match="Acme is its own name, so ACME Ltd finds it already"):
        await acme.type("ana", "edit Acme alias ACME Ltd")
    await acme.type("ana", "edit Acme name Acme International")
    await acme.type("ana", "edit Acme International alias ACME")
    assert "Also known as ACME" in await card(acme)


async def test_a_form_refuses_another_customers_name_as_an_alias(acme):
    await acme.type("ana", "new Globex")
    form = await acme.press("ana", buttons(await acme.type("ana", "customer acme"))["Edit"])
    with pytest.raises(Misfilled, match="Globex"):
        await acme.fill("ana", form, aliases="ACM, Globex")
    assert "Saved: Acme" in said(await acme.fill("ana", form, name="Acme Int", aliases="Acme"))


async def test_a_contact_of_the_same_name_is_renewed_not_doubled(acme):
    await acme.type("ana", "edit Acme contact maria lopez m.lopez@acme.com")
    assert (await card(acme)).count("👤") == 1
    assert "👤 Maria Lopez · m.lopez@acme.com · +44 20 7946 0000" in await card(acme)


async def test_a_contact_that_is_none_is_refused_where_it_was_typed(acme):
    with pytest.raises(NotUnderstood, match="“,,” names nobody"):
        await acme.type("ana", "edit Acme contact ,,")
    form = await acme.press("ana", buttons(await acme.type("ana", "customer acme"))["Edit"])
    with pytest.raises(Misfilled, match="“bo@x” is no mail address") as told:
        await acme.fill("ana", form, contacts="Maria Lopez\nBo, bo@x")
    assert list(told.value.at) == ["contacts"]
    assert (await card(acme)).count("👤") == 1


async def test_what_was_left_out_of_a_new_customer_is_said(world):
    told = said(await world.type("ana", "new Globex shopper Maria maria@globex"))
    assert "👤 Maria\n" in told
    assert "⚠️ Left out: “maria@globex” is no mail address." in told


async def test_a_name_somebody_else_bears_is_refused(acme):
    await acme.type("ana", "new Globex")
    with pytest.raises(NameTaken, match="customer called"):
        await acme.type("ana", "edit Acme name GLOBEX Ltd")
    with pytest.raises(NameTaken):
        await acme.type("ana", "new globex")
    assert "🪪 Acme" in await card(acme)


async def test_its_own_name_may_be_written_otherwise(acme):
    await acme.type("ana", "edit Acme name ACME Ltd.")
    assert "🪪 ACME Ltd." in await card(acme)


async def test_a_guest_or_somebody_who_left_can_not_own_a_customer(acme):
    gone = teammate("ben", "Ben Okafor", "America/New_York", is_active=False)
    await acme.do_clock(team.introduce, (gone,))
    for who in ("@gil", "@ben", "Ben Okafor"):
        with pytest.raises(NotUnderstood, match=f"No teammate goes by {who}"):
            await acme.type("ana", f"edit Acme owner {who}")


@pytest.mark.parametrize(
    "who", ["Élodie Åberg", "élodie åberg", "ÉLODIE ÅBERG", "@ÉLO", "Élo@Example.com"]
)
async def test_a_teammate_is_known_however_their_letters_are_written(acme, who):
    await acme.do_clock(team.introduce, (teammate("Élo", "Élodie Åberg", "Europe/Oslo"),))
    await acme.type("ana", f"edit Acme owner {who}")
    assert "Élodie Åberg's customer" in await card(acme)


async def test_of_two_with_one_name_neither_is_taken(acme):
    await acme.do_clock(team.introduce, (teammate("bo", "Ben Okafor", "Europe/Oslo"),))
    with pytest.raises(NotUnderstood, match="More than one teammate goes by Ben Okafor"):
        await acme.type("ana", "edit Acme owner Ben Okafor")
    await acme.type("ana", "edit Acme owner @bo")


async def test_the_rung_it_has_already_moves_nothing(acme):
    before = await planned(acme)
    await acme.wait(days=3)
    with pytest.raises(Over):
        await acme.type("ana", "edit Acme rung raving fan")
    assert await planned(acme) == before


async def test_a_new_rung_counts_from_now_on(acme):
    await acme.wait(days=3)
    await acme.type("ana", "edit Acme rung advocate")
    (asked,) = await planned(acme)
    assert f"{asked:%Y-%m-%d}" == "2026-12-28"  # a week before 45 days are over, a Sunday


async def planned(world):
    def moments(work, now):
        del now
        nudge = tables.Nudge
        rows = work.connection.execute(
            nudge.__table__.select().where(nudge.status == Status.PLANNED)
        ).all()
        return [row.ask_at for row in rows]

    return await world.ask(moments)


@pytest.mark.parametrize("typed", ["", "colour red", "colour"])
async def test_without_a_field_it_says_what_can_be_changed(acme, typed):
    with pytest.raises(NotUnderstood, match="Say which field of Acme is to change"):
        await acme.type("ana", f"edit Acme {typed}")


@pytest.mark.parametrize("field", sorted(TYPED))
async def test_without_a_value_it_says_what_may_be_typed_behind_the_field(acme, field):
    with pytest.raises(Wordless, match=f"edit Acme {field} ."):
        await acme.type("ana", f"edit Acme {field} ")


@pytest.mark.parametrize(
    "typed",
    ["rung raving fan", "owner @ana", "name Acme", "zone Europe/Paris", "contact Maria Lopez"],
)
async def test_what_is_so_already_leaves_nothing_to_undo(acme, typed):
    await acme.type("ana", "edit Acme zone Europe/Paris")
    await acme.type("ana", "log Acme called Maria")
    with pytest.raises(Over, match="Acme has it so already"):
        await acme.type("ana", f"edit Acme {typed}")
    assert "What you logged" in said(await acme.type("ana", "undo"))


async def test_a_customer_needs_a_name(acme):
    with pytest.raises(NotUnderstood, match="A customer needs a name"):
        await acme.type("ana", "new advocate")


async def test_a_likely_duplicate_is_named(acme):
    told = said(await acme.type("ana", "new Acmee"))
    assert "Is this the same as Acme?" in told
    assert "Is this the same" not in said(await acme.type("ana", "new Zebra Foods"))


async def test_a_persons_role_stands_in_brackets_is_shown_and_stays_with_the_form(acme):
    await acme.type("ana", "edit Acme contact Maria Lopez (decision maker)")
    shown = await acme.type("ana", "customer acme")
    assert "👤 Maria Lopez · decides · maria@acme.com · +44 20 7946 0000" in said(shown)
    form = await acme.press("ana", buttons(shown)["Edit"])
    (held,) = shown_values(form)["contacts"]
    assert held == "Maria Lopez (decides), maria@acme.com, +44 20 7946 0000"
    await acme.fill("ana", form, contacts=f"{held}\nBo Berg (the one voice), bo@acme.com")
    assert "👤 Bo Berg · one voice · bo@acme.com" in await card(acme)
    assert "👤 Maria Lopez · decides" in await card(acme)
    (row,) = await acme.ask(exports.rows)
    assert (row["role"], row["role 2"]) == ("decides", "one voice")
