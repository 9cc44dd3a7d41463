"""All rows of a statement as one value, on either database."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

EMPTY = "[]"


class json_rows(GenericFunction[str]):  # noqa: N801 - it is a function in SQL
    """All rows as an array of arrays, in their order."""

    type = Text()
    inherit_cache = True


@compiles(json_rows, "sqlite")
def _sqlite_rows(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **options)}))"


@compiles(json_rows, "postgresql")
def _postgresql_rows(element: Any, compiler: Any, **options: Any) -> str:
    return f"json_agg(json_build_array({compiler.process(element.clauses, **options)}))::text"


def moment(told: str) -> datetime:
    at = datetime.fromisoformat(told)
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
