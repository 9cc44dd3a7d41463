"""A database that the version before has kept for weeks is today's, and today's Heed goes on."""

import logging
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import MetaData, inspect, select

import features
from care import planning, reactions, undo
from care.heed import Caller, Heed, SystemCaller
from domain.errors import NotAllowed, Over, UndoneAlready
from domain.messages import Button
from domain.reactions import Meaning, signed
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat
from store import schema
from store.engine import open_engine
from store.store import Store
from tests import databases
from tests.store import old_databases
from tests.store.old_databases import BEFORE, LEFT_AT
from tests.world import FakeClock, FakeCourier, World, said

BOTH = pytest.mark.parametrize("migrated", databases.BOTH, indirect=True)


def on_one(test):
    """On both, or on that which the test's name decides."""
    chosen = databases.chosen_for(test.__name__, needs_both=False)
    return pytest.mark.parametrize("migrated", chosen, indirect=True)(test)


RENAMED = {
    ("nudge", "rest"): "dismissed_as",
    ("nudge", "rested_at"): "dismissed_at",
    ("nudge", "rested_by_id"): "dismissed_by_id",
    ("action", "verb"): "name",
    ("draft", "verb"): "command",
    ("customer", "last_contact_at"): "reached_at",
}
IMPORTED = "last contact, as imported"
WAITING = ("planned", "sent", "taken", "snoozed")


@pytest.fixture(scope="module")
def kept():
    """The migrated databases of this worker, which each test copies."""
    return {}


@pytest.fixture
def migrated(request, folder, kept):
    """Its address."""
    if request.param not in kept:
        address = old_databases.made(request, folder, BEFORE)
        with old_databases.opened(address) as engine:
            old_databases.fill(engine)
            schema.migrate(engine)
        kept[request.param] = address
    return old_databases.copied(kept[request.param])


def read(connection):
    """Every row by its table and id, as today's schema has it."""
    known = MetaData()
    known.reflect(connection)
    return {
        name: {row["id"]: plain(row) for row in connection.execute(table.select()).mappings()}
        for name, table in known.tables.items()
        if "id" in table.c
    }


def plain(row):
    return {name: _plain(value) for name, value in row.items()}


def _plain(value):
    if isinstance(value, datetime):
        return str(value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))
    return value.isoformat() if isinstance(value, date) else value


def changed(old, now):
    """{(table, column): {id: value today}} of whatever is no longer as it was; a row that is gone
    has changed in each column.
    """
    found = {}
    for name, rows in old.items():
        for row in rows:
            kept = now[name].get(row["id"], {})
            for column, value in row.items():
                today = kept.get(RENAMED.get((name, column), column), "gone")
                if today != value:
                    found.setdefault((name, column), {})[row["id"]] = today
    return found


def old_by_id():
    return {name: {row["id"]: row for row in rows} for name, rows in old_databases.rows().items()}


ENQUIRY = "follow up:enquiry:"
"""So the keys of what is answered by its own play by now began."""


def renamed_on_the_trail(action):
    """Its changes, with the names of today's columns."""
    names = {old: new for (table, old), new in RENAMED.items() if table == "nudge"}
    changes = [dict(change) for change in action["changes"]]
    for change in changes:
        for side in ("before", "after") if change["table"] == "nudge" else ():
            change[side] = change[side] and {
                names.get(key, key): value for key, value in change[side].items()
            }
    return changes


@BOTH
def test_every_row_is_there_as_it_was_and_what_is_new_follows_from_it(migrated):
    old = old_by_id()
    with old_databases.opened(migrated) as engine, engine.connect() as connection:
        now = read(connection)
    found = changed(old_databases.rows(), now)
    for table in ("nudge", "touch"):
        del found[table, "complaint_id"]
    trail = found.pop(("action", "changes"))
    assert trail == {id_: renamed_on_the_trail(old["action"][id_]) for id_ in trail}
    assert not any("rested" in str(action["changes"]) for action in now["action"].values())
    late = {id_: "complaint late" for id_, post in old["post"].items() if post["kind"] == "late"}
    spoken = {id_ for id_, each in old["touch"].items() if each["words"] == IMPORTED}
    answers = {
        id_: each["key"].replace(ENQUIRY, "return:")
        for id_, each in old["nudge"].items()
        if each["key"].startswith(ENQUIRY)
    }
    assert found == {
        ("nudge", "key"): answers,
        ("nudge", "play"): dict.fromkeys(answers, "return"),
        ("touch", "kind"): dict.fromkeys(spoken, "call"),
        ("touch", "direction"): dict.fromkeys(spoken, "ours"),
        ("post", "kind"): late,
        ("post", "failed"): dict.fromkeys(no_longer_edited(old), ""),
        ("action", "verb"): {
            id_: "correct" for id_, each in old["action"].items() if each["verb"] == "mend"
        },
    }
    shows = {(row["nudge_id"], row["post_id"]) for row in now.pop("post_nudge").values()}
    asked = [post for post in old["post"].values() if post["kind"] == "nudge"]
    assert shows == {(post["subject_id"], post["id"]) for post in asked}
    assert len(now.pop("replanning")) == len(old["workspace"])  # everybody is planned anew
    assert len(now.pop("alarm")) == len(old["workspace"])  # and is told how reminders come now
    assert len(now.pop("setting")) == len(old["workspace"])  # from when on they are answered
    assert {name: len(rows) for name, rows in now.items() if rows} == {
        name: len(rows) for name, rows in old.items()
    }


def no_longer_edited(old):
    """Posts that stand, and of which one edit was refused: they are edited again."""
    standing = [post for post in old["post"].values() if post["message_id"] and post["failed"]]
    assert standing
    return [post["id"] for post in standing]


@BOTH
def test_subjects_urgency_and_customers_of_posts_are_those_of_the_old_rows(migrated):
    old = old_by_id()
    with old_databases.opened(migrated) as engine, engine.connect() as connection:
        now = read(connection)
    for table in ("nudge", "touch"):
        for id_, row in now[table].items():
            complaint = old[table][id_]["complaint_id"]
            about = (row["subject_kind"], row["subject_id"])
            assert about == (("complaint", complaint) if complaint else (None, None))
    for id_, row in now["nudge"].items():
        is_enquiry = row["key"].startswith("return:")
        assert row["urgency"] == (
            0 if old["nudge"][id_]["complaint_id"] else 1 if is_enquiry else 2
        )
    subjects = {"nudge": "nudge", "complaint": "complaint", "late": "complaint", "back": "action"}
    for id_, post in old["post"].items():
        table = subjects.get(post["kind"])
        customer = old[table][post["subject_id"]]["customer_id"] if table else None
        assert now["post"][id_]["customer_id"] == customer
    assert {post["kind"] for post in old["post"].values()} > set(subjects)


@BOTH
def test_nothing_older_than_two_weeks_is_asked_about_after_an_upgrade(migrated):
    with old_databases.opened(migrated) as engine, engine.connect() as connection:
        now = read(connection)
    since = {row["name"]: row["value"] for row in now["setting"].values()}["return.since"]
    last = max(row["at"][:10] for row in now["touch"].values())
    assert date.fromisoformat(str(since)) == date.fromisoformat(last) - timedelta(days=14)


@BOTH
def test_its_tables_are_todays_and_every_key_leads_somewhere(migrated):
    with old_databases.opened(migrated) as engine, engine.connect() as connection:
        assert schema.is_current(connection)
        assert schema.differences(connection) == []
        assert list(_astray(connection)) == []


def _astray(connection):
    """Rows whose foreign key leads nowhere; the database was filled without being asked."""
    found, known = inspect(connection), MetaData()
    known.reflect(connection)
    for table in found.get_table_names():
        for key in found.get_foreign_keys(table):
            (column,), (other,) = key["constrained_columns"], key["referred_columns"]
            here, there = known.tables[table], known.tables[key["referred_table"]]
            asked = select(here).where(here.c[column].not_in(select(there.c[other])))
            yield from ((table, column, row) for row in connection.execute(asked))


# -- today's Heed goes on


@pytest.fixture
async def world(migrated, caplog):
    """Heed at work on it, from when the version before had left it. It stumbles over nothing."""
    store = Store(open_engine(migrated))
    heed = Heed(store, FakeClock(LEFT_AT), features.build(), patience=None)
    couriers = [
        FakeCourier(
            tenancy=SystemCaller(workspace_id=1, installation_id=id_), ids=count(1000 * id_)
        )
        for id_ in (1, 2)
    ]
    heartbeat = Heartbeat(heed, [Deliverer(heed, courier) for courier in couriers])
    with caplog.at_level(logging.WARNING, logger="heed"):
        yield World(heed, heed.clock, couriers[0], heartbeat)
    store.close()
    assert [
        record.getMessage() for record in caplog.records if record.name.startswith("heed")
    ] == []


async def rows(world):
    return await world.ask(_read)


def _read(work, now):
    del now
    return read(work.connection)


def waiting(nudges):
    return {id_ for id_, nudge in nudges.items() if nudge["status"] in WAITING}


async def living(world):
    return [each for each in (await rows(world))["customer"].values() if not each["gone"]]


@BOTH
async def test_no_reminder_is_lost_or_doubled_and_what_was_on_its_way_arrives(world):
    before = await rows(world)
    await world.settle()
    unsent = {
        id_ for id_, post in before["post"].items() if not post["message_id"] and not post["failed"]
    }
    assert len(unsent) == 3
    for each in await living(world):
        await world.do_clock(planning.replan, each["id"])
    after = await rows(world)
    lost = waiting(before["nudge"]) - waiting(after["nudge"])
    asked = {after["nudge"][each]["customer_id"] for each in waiting(after["nudge"])}
    assert {before["nudge"][each]["customer_id"] for each in lost} <= asked
    await world.wait(days=1)
    later = await rows(world)
    said_once = [
        (post["kind"], post["subject_id"])
        for post in later["post"].values()
        if post["kind"] == "nudge" and post["message_id"]
    ]
    assert len(said_once) == len(set(said_once))
    sent = [delivery.post.id for delivery in world.courier.sent]
    assert unsent <= set(sent)
    assert len(sent) == len(set(sent))
    assert not set(sent) & {id_ for id_, post in before["post"].items() if post["message_id"]}


@on_one
async def test_it_is_told_on_cards_and_lists(world):
    found = await rows(world)
    open_ = [
        each for each in found["complaint"].values() if not each["resolved_at"] and not each["gone"]
    ]
    burning = {each["customer_id"] for each in open_}
    for each in await living(world):
        card = said(await world.type("ana", f"customer {each['name']}"))
        assert f"🪪 {each['name']}" in card
        assert ("🔥 Complaint" in card) == (each["id"] in burning)
    for who in ("ana", "ben", "dev"):
        assert "Nothing waits for you" not in said(await world.type(who, "due"))
        assert said(await world.type(who, "home"))
    assert "complaint, opened" in said(await world.type("chloe", "digest"))


@on_one
async def test_every_old_button_still_does_something(world):
    known, did = set(), set()
    for turn, offered in enumerate(old_databases.buttons().values()):
        for label, action, ref, choices in sorted(offered, key=lambda button: button[1] in did):
            known.add(action)
            button = Button(action_id=action, ref=ref, label=label)
            with suppress(Over):
                await world.press("ana", button, choices[turn % len(choices)] if choices else "")
                did.add(action)
    assert did == known
    assert {"nudge.done", "nudge.take", "nudge.later", "nudge.why", "complaint.update"} < known


@on_one
async def test_lines_that_were_kept_are_taken_up(world):
    for draft in (await rows(world))["draft"].values():
        create = Button(action_id="draft.create", ref=str(draft["id"]), label="Create")
        await world.press({1: "ana", 2: "ben", 4: "dev"}[draft["by_id"]], create)
    assert all(draft["used_at"] for draft in (await rows(world))["draft"].values())
    assert "“called them about prices”" in said(await world.type("ana", "customer Nobody Known"))


@on_one
async def test_reactions_to_old_posts_end_what_was_open_and_nothing_else(world):
    before = await rows(world)
    for post in before["post"].values():
        if post["kind"] in {"complaint", "nudge"} and post["message_id"]:
            tick = (post["place"], post["message_id"], signed(Meaning.DONE, "tada"), "99")
            with suppress(Over):
                await world.do("chloe", reactions.came, *tick)
    after = await rows(world)
    assert all(
        each["resolved_at"] or each["gone"]
        for each in after["complaint"].values()
        if each["id"] in stood(before, "complaint")
    )
    assert not waiting(after["nudge"]) & stood(before, "nudge")
    over = before["nudge"].keys() - waiting(before["nudge"])
    assert {id_: after["nudge"][id_]["status"] for id_ in over} == {
        id_: before["nudge"][id_]["status"] for id_ in over
    }


def stood(found, kind):
    """What a message that stands in its channel is about."""
    return {
        post["subject_id"]
        for post in found["post"].values()
        if post["kind"] == kind and post["message_id"]
    }


@on_one
async def test_whatever_somebody_did_can_be_taken_back(world):
    before = await rows(world)
    people = {
        each["teammate_id"]: each["user_id"]
        for each in before["identity"].values()
        if each["installation_id"] == 1
    }
    theirs = [
        each
        for _, each in sorted(before["action"].items(), reverse=True)
        if each["by_id"] and each["name"] not in {"undo", "link"} and not each["undone_by_id"]
    ]
    done = set()
    for action in theirs:
        who = Caller(installation_id=1, user_id=people[action["by_id"]])
        with suppress(NotAllowed, UndoneAlready):  # who has left; what went with another
            assert "Taken back" in said(await world.heed.do(undo.one, who, action["id"]))
            done.add(action["name"])
        await world.settle()
    after = await rows(world)
    assert done == {each["name"] for each in theirs}
    assert not [
        each
        for each in after["nudge"].values()
        if each["dismissed_by_id"] or each["taken_by_id"] or each["snoozed_by_id"]
    ]
    assert not [each for each in after["complaint"].values() if each["resolved_at"]]
