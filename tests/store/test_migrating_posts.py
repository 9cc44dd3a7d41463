"""A database of the version before: what had been refused for good in it finds its way."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import MetaData, insert, text

from store import leases, nudge_posts, schema
from store.work import Work
from tests.store import old_databases

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
BEFORE = "0008"


@pytest.fixture
def old(request, tmp_path):
    """An empty database at the version before."""
    with old_databases.opened(old_databases.made(request, tmp_path, BEFORE)) as engine:
        yield engine


def lay(engine):
    """One workspace with four reminders and a complaint."""
    old = MetaData()
    old.reflect(engine)

    def add(called, /, **values):
        table = old.tables[called]
        filled = {"workspace_id": 1, "installation_id": 1, "created_at": NOW} | values
        values = {key: each for key, each in filled.items() if key in table.c}
        connection.execute(insert(table), values)

    def nudge(id_, status="sent"):
        more = {
            "play": "thanks",
            "key": f"k{id_}",
            "about": {},
            "reason": "",
            "sent_at": NOW,
            "urgency": 1,
        }
        moments = {"ask_at": NOW, "late_at": NOW, "due_at": None}
        add("nudge", id=id_, customer_id=1, status=status, **more, **moments)

    def post(id_, subject_id, kind="nudge", address="C-care", **more):
        made = {"can_wait": False, "wanted": 1, "shown": 0, "delivery": f"d{id_}", "attempt": 0}
        made |= {"maybe_sent": False, "free_at": 0.0, "failed": ""} | more
        add("post", id=id_, subject_id=subject_id, kind=kind, address=address, **made)

    with engine.begin() as connection:
        add("workspace", id=1, name="w", zone="UTC")
        add("installation", id=1, platform="p", tenant="t", bot_user="b", is_active=True)
        who = {"name": "Acme", "name_key": "acme", "aliases": [], "rung": "customer"}
        add("customer", id=1, rung_since=NOW, eased_until=NOW, gone=False, **who)
        nudge(1)
        post(1, 1, failed="invalid_blocks")
        nudge(2)
        post(2, 2, failed="cant_update", wanted=3, shown=1, place="C-care", message_id="m2")
        post(3, 9, kind="complaint", failed="invalid_blocks")
        nudge(3)
        post(4, 3, parent_id=3)
        post(5, 8, kind="complaint")
        nudge(4)
        post(6, 4, parent_id=5)
        nudge(5, status="done")
        post(7, 5, failed="invalid_blocks")
        post(8, 7, kind="digest", wanted=1, shown=1, place="D1", message_id="m8")


@pytest.mark.parametrize("old", ["sqlite", "postgresql"], indirect=True)
def test_what_was_refused_is_asked_anew_and_what_waits_is_ready(old):
    lay(old)
    schema.migrate(old)
    with old.begin() as connection:
        waiting = "SELECT id FROM nudge WHERE status = 'planned' AND due_at IS NOT NULL"
        assert list(connection.execute(text(waiting)).scalars()) == [1]
        work = Work(connection=connection, workspace_id=1, installation_id=1)
        assert [post.id for post in leases.claim(work, 1, 30.0, 20)] == [2, 4, 5]
        assert [post.id for post in nudge_posts.of(work, 3)] == [4]
        assert schema.differences(connection) == []
