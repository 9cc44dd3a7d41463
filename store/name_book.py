"""Every known name of each workspace, kept in memory for suggestions only.

It may lag behind other replicas: whatever it suggests is looked up again, and a person chooses.
"""

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

Learned = tuple[int, str, int]
"""A row, its key, and whose it is."""


class Page(NamedTuple):
    """One workspace's names: keys, and the customer of each; `row_id` is the newest row read."""

    keys: list[str]
    customer_ids: list[int]
    row_id: int = 0

    @property
    def newest(self) -> Learned:
        return self.row_id, self.keys[-1], self.customer_ids[-1]


class NameBook:
    def __init__(self) -> None:
        self._pages: dict[int, Page] = {}
        self._lock = Lock()

    def read(self, workspace_id: int, since: Callable[[int], list[Learned]]) -> Page:
        """Reads only the names learned since the last time: `since` is asked for that row and all
        that came later.

        Where the newest it knew is gone, its row may have been taken by another: all are read.
        """
        with self._lock:
            page = self._pages.get(workspace_id, Page([], []))
            rows = since(page.row_id) if page.keys else []
            if rows and rows[0] == page.newest:
                del rows[0]
            else:
                page, rows = Page([], []), since(0)
            for row_id, key, customer_id in rows:
                page.keys.append(key)
                page.customer_ids.append(customer_id)
                page = page._replace(row_id=row_id)
            self._pages[workspace_id] = page
            return page
