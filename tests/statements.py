"""What the database is asked."""

from contextlib import contextmanager

from sqlalchemy import event

OPENING = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


@contextmanager
def counted(world):
    """Each statement from here on, transactions apart."""
    asked, engine = [], world.heed.store.engine

    def note(connection, cursor, statement, *_):
        del connection, cursor
        asked.extend([] if statement.startswith(OPENING) else [statement])

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)
