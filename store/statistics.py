"""What SQLite's planner has to know of how values are spread, before anybody has counted them.

Left alone it takes every index for equally good, and reads all rows of a workspace to find the
few of one customer. Only proportions matter, so they are told once, and hold for the first
customer as for the hundred-thousandth. PostgreSQL counts by itself.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sqlalchemy import Connection, text

ROWS = 1_000_000
ALONE = 100_000
FEW = {
    "workspace_id": 1,
    "installation_id": 1,
    "platform": 1,
    "kind": 5,
    "resolved_at": 5,
    "status": 5,
    "address": 20,
    "by_id": 20,
    "owner_id": 20,
    "place": 20,
    "place_id": 20,
    "teammate_id": 20,
    "day": 1000,
}
"""About how many different values a column has; in any other, nearly every row has its own."""

_INDEXES = text(
    "SELECT tables.name AS 'table', indexes.name AS 'index', columns.name AS 'column'"
    " FROM sqlite_schema AS tables, pragma_index_list(tables.name) AS indexes,"
    " pragma_index_info(indexes.name) AS columns"
    " WHERE tables.type = 'table' ORDER BY tables.name, indexes.seq, columns.seqno"
)
_FORGET = text("DELETE FROM sqlite_stat1")
_TELL = text("INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (:table, :index, :spread)")


def tell(connection: Connection) -> None:
    """Whoever opens the database from now on plans by it."""
    connection.exec_driver_sql("ANALYZE sqlite_schema")  # makes the table that is filled here
    connection.execute(_FORGET)
    connection.execute(_TELL, list(_spreads(connection)))
    connection.exec_driver_sql("ANALYZE sqlite_schema")


def _spreads(connection: Connection) -> Iterator[dict[str, str]]:
    for (table, index), rows in groupby(connection.execute(_INDEXES), lambda row: row[:2]):
        yield {"table": table, "index": index, "spread": _spread(row.column for row in rows)}


def _spread(columns: Iterable[str]) -> str:
    """As SQLite writes it: how many rows there are, and how many agree in the first columns."""
    agreeing = [ROWS]
    for column in columns:
        agreeing.append(max(agreeing[-1] // FEW.get(column, ALONE), 1))
    return " ".join(map(str, agreeing))
