"""What is ready to be sent: asked of an index alone, a parent before its replies, each once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from sqlalchemy import event, insert
from sqlalchemy.exc import IntegrityError

from domain.posts import NOTHING_TO_SAY, Shown
from store import leases, posts, tables
from store.work import Work
from tests.databases import open_engine
from tests.world import MONDAY, open_world

MANY = 5_000
ON_POSTGRESQL = pytest.mark.parametrize("database", ["postgresql"], indirect=True)
"""For what only several writers can do to each other."""


@pytest.fixture
async def engine(database):
    async with open_world(database):
        yield open_engine(database)


@contextmanager
def work_on(engine):
    """A transaction of its own, as the store opens it."""
    with engine.connect() as connection:
        is_embedded = engine.dialect.name == "sqlite"
        begun = None if is_embedded else connection.begin()
        if is_embedded:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.exec_driver_sql("SET LOCAL lock_timeout = '2s'")
        yield Work(connection=connection, workspace_id=1, installation_id=1)
        if begun:
            begun.commit()
        else:
            connection.exec_driver_sql("COMMIT")


def want(engine, subject, **more):
    with work_on(engine) as work:
        return posts.want(work, "complaint", subject, "C-care", MONDAY, **more)


def claim(engine, most=10):
    with work_on(engine) as work:
        return leases.claim(work, 1, 30.0, most)


def wait(engine):
    with work_on(engine) as work:
        return leases.seconds_until_ready(work)


def fill(engine):
    """Many that are shown, a few that wait: as in a base of some age."""
    rows = [
        {
            "workspace_id": 1,
            "installation_id": 1,
            "kind": "nudge",
            "subject_id": number + 1000,
            "address": "C-many",
            "place": "C-many",
            "message_id": f"many{number}",
            "delivery": "d",
            "wanted": 2,
            "shown": 2 - (number % 1000 == 0),
            "ready_at": None if number % 1000 else 0.0,
            "created_at": MONDAY,
        }
        for number in range(MANY)
    ]
    with engine.begin() as connection:
        connection.execute(insert(tables.Post), rows)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql("ANALYZE post")


def plan_of(engine, statement, values):
    is_embedded = engine.dialect.name == "sqlite"
    how = "EXPLAIN QUERY PLAN" if is_embedded else "EXPLAIN"
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"{how} {statement}", values).all()
        connection.rollback()
    return "\n".join(str(row[3] if is_embedded else row[0]) for row in rows)


@pytest.mark.parametrize("ask", [claim, wait])
async def test_an_index_alone_answers(engine, ask):
    fill(engine)
    asked = []

    def note(connection, cursor, statement, values, *_):
        del connection, cursor
        if "ready_at" in statement:
            asked.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    ask(engine)
    event.remove(engine, "before_cursor_execute", note)
    ((statement, values),) = asked
    plan = plan_of(engine, statement, values)
    assert "post_ready" in plan
    assert "Seq Scan on post" not in plan
    assert "SCAN post" not in plan


async def test_a_reply_is_ready_when_its_parent_is_there_and_not_before(engine):
    parent = want(engine, 1)
    child = want(engine, 2, parent_id=parent)
    (first,) = claim(engine)
    assert first.id == parent
    with work_on(engine) as work:
        posts.show_anew(work, "complaint", 2)
    assert claim(engine) == []
    with work_on(engine) as work:
        assert leases.settle(work, [Shown(first, "C-care", "m-parent")])
    assert wait(engine) <= 0
    assert [post.id for post in claim(engine)] == [child]


async def test_a_reply_to_what_was_refused_for_good_goes_without(engine):
    parent = want(engine, 1)
    child = want(engine, 2, parent_id=parent)
    (first,) = claim(engine)
    with work_on(engine) as work:
        assert leases.fail(work, first, "invalid_blocks")
    assert [post.id for post in claim(engine)] == [child]
    late = want(engine, 3, parent_id=parent)
    assert [post.id for post in claim(engine)] == [late]


@ON_POSTGRESQL
@pytest.mark.parametrize("is_settled_first", [True, False])
async def test_a_reply_wanted_while_its_parent_is_settled_is_not_left_behind(
    engine, is_settled_first
):
    parent = want(engine, 1)
    (held,) = claim(engine)
    begun, go = threading.Event(), threading.Event()

    def settle(work):
        assert leases.settle(work, [Shown(held, "C-care", "m-parent")])

    def reply(work):
        posts.want(work, "complaint", 2, "C-care", MONDAY, parent_id=parent)

    def slowly(deed):
        with work_on(engine) as work:
            deed(work)
            begun.set()
            go.wait(5)

    def then(deed):
        begun.wait(5)
        threading.Timer(0.2, go.set).start()
        with work_on(engine) as work:
            deed(work)

    first, second = (settle, reply) if is_settled_first else (reply, settle)
    with ThreadPoolExecutor() as threads:
        for done in (threads.submit(slowly, first), threads.submit(then, second)):
            done.result()
    assert len(claim(engine)) == 1


@ON_POSTGRESQL
async def test_what_one_is_about_to_claim_another_does_not_wait_for(engine):
    wanted = [want(engine, number) for number in range(1, 5)]
    with work_on(engine) as work:
        mine = leases.claim(work, 1, 30.0, 2)
        theirs = claim(engine, most=4)
    assert sorted(post.id for post in (*mine, *theirs)) == wanted
    assert len(theirs) == 2


async def test_a_subject_has_one_post_at_an_address(engine):
    want(engine, 1)
    values = {"kind": "complaint", "subject_id": 1, "address": "C-care", "delivery": "d"}
    values |= {"installation_id": 1, "created_at": MONDAY}
    with pytest.raises(IntegrityError), work_on(engine) as work:
        work.insert(tables.Post, **values)


async def test_a_message_shows_one_post(engine):
    want(engine, 1)
    want(engine, 2)
    first, second = claim(engine)
    with work_on(engine) as work:
        leases.settle(work, [Shown(first, "C-care", "m-same")])
    with pytest.raises(IntegrityError), work_on(engine) as work:
        leases.settle(work, [Shown(second, "C-care", "m-same")])


async def test_what_was_closed_while_it_was_leased_is_neither_sent_nor_taken_up_again(engine):
    want(engine, 1)
    (held,) = claim(engine)
    with work_on(engine) as work:
        posts.fail_place(work, "C-care", "is_archived")
        assert not leases.mark_maybe_sent(work, [held])
        assert leases.release(work, held, 0.0)
    assert wait(engine) is None


async def test_what_changes_while_it_is_under_way_is_ready_again_when_it_has_arrived(engine):
    want(engine, 1)
    (held,) = claim(engine)
    with work_on(engine) as work:
        posts.show_anew(work, "complaint", 1)
    assert wait(engine) > 20
    assert claim(engine) == []
    with work_on(engine) as work:
        leases.settle(work, [Shown(held, "C-care", "m-own")])
    (again,) = claim(engine)
    with work_on(engine) as work:
        leases.settle(work, [Shown(again, "C-care", "m-own")])
    assert wait(engine) is None


async def test_a_later_edit_revives_what_was_refused_but_never_what_is_not_there(engine):
    want(engine, 1)
    (new,) = claim(engine)
    with work_on(engine) as work:
        leases.fail(work, new, NOTHING_TO_SAY)
        posts.show_anew(work, "complaint", 1)
    assert wait(engine) is None
    want(engine, 1)
    (new,) = claim(engine)
    with work_on(engine) as work:
        leases.settle(work, [Shown(new, "C-care", "m-own")])
        posts.show_anew(work, "complaint", 1)
    (edit,) = claim(engine)
    with work_on(engine) as work:
        leases.fail(work, edit, "cant_update_message")
        posts.show_anew(work, "complaint", 1)
    assert [post.id for post in claim(engine)] == [edit.id]
