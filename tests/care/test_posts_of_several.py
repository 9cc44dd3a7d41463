"""One message may show several reminders: where each stands is asked from one table."""

import pytest
from sqlalchemy import func, select

from store import nudge_posts, tables

pytestmark = pytest.mark.both_databases
COUNT = select(func.count()).select_from(tables.PostNudge)


@pytest.fixture
async def shared(asked):
    """Globex is to be thanked tomorrow, and Acme's message shows that, too."""
    await asked.type("ana", "new Globex advocate Rosa Diaz")
    await asked.type("ana", "log Globex called Rosa, she was happy")

    def show(work, now):
        del now
        first, *others = (row.id for row in work.all(select(tables.Nudge.id).order_by("id")))
        (post,) = nudge_posts.of(work, first)
        for nudge_id in (*others, *others):
            nudge_posts.note(work, post.id, nudge_id)

    await asked.do_clock(show)
    return asked


async def test_it_is_said_anew_when_any_of_them_is_over(shared):
    acme, _ = shared.posts(kind="nudge")[0]
    shared.courier.edits.clear()
    await shared.type("ana", "thank Globex sent Rosa a card")
    assert acme in [each.post.message_id for each in shared.courier.edits]


async def test_a_reminder_that_is_planned_away_leaves_nothing_of_it_behind(shared):
    def remove(work, now):
        del now
        before = work.all(COUNT)[0][0]
        work.connection.execute(tables.Nudge.__table__.delete())
        return before, work.all(COUNT)[0][0]

    before, after = await shared.do_clock_quietly(remove)
    assert before >= 2
    assert after == 0
