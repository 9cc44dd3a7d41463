"""Every known name of each workspace, kept in memory for suggestions only.

It may lag behind other replicas: whatever it suggests is looked up again, and a person chooses.
"""

from threading import Lock
from typing import NamedTuple

from store import customers
from store.work import Work


class Page(NamedTuple):
    """One workspace's names: keys, and the customer of each; `last_id` is the newest row read."""

    keys: list[str]
    customer_ids: list[int]
    last_id: int


class NameBook:
    def __init__(self) -> None:
        self._pages: dict[int, Page] = {}
        self._lock = Lock()

    def read(self, work: Work) -> Page:
        """Reads only the names learned since the last time."""
        with self._lock:
            page = self._pages.get(work.workspace_id, Page([], [], 0))
            for row_id, key, customer_id in customers.names_since(work, page.last_id):
                page.keys.append(key)
                page.customer_ids.append(customer_id)
                page = page._replace(last_id=row_id)
            self._pages[work.workspace_id] = page
            return page
