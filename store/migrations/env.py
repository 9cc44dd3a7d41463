"""Alembic's way in: the store hands over an open connection."""

from typing import Any

from alembic import context

from store.tables import Base

PLAIN = {
    "UtcMoment": "sa.DateTime(timezone=True)",
    "Signs": "sa.String()",
    "Amount": "sa.BigInteger()",
}


def render(kind: str, item: Any, _: Any) -> Any:
    """Migrations name the database's types, never the code's of some later day."""
    return PLAIN.get(type(item).__name__, False) if kind == "type" else False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render,
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
