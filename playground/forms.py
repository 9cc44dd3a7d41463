"""The forms that stand open, one above the other, and everybody's Home."""

from dataclasses import replace
from typing import Any

from playground.feed import Feed
from playground.happenings import Closed, Shown
from playground.ids import fresh
from playground.refusals import Refused
from playground.views import Values, View

MOST_ABOVE_EACH_OTHER = 3


class Forms:
    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self.open: dict[str, View] = {}
        self.homes: dict[str, View] = {}

    def find(self, view_id: str) -> View | None:
        homes = {home.id: home for home in self.homes.values()}
        return self.open.get(view_id) or homes.get(view_id)

    def find_external(self, external_id: str) -> View | None:
        everything = (*self.open.values(), *self.homes.values())
        return next((v for v in everything if v.external_id == external_id), None)

    def of(self, person: str) -> list[View]:
        """Open forms of a person; the last one is in front."""
        return [view for view in self.open.values() if view.person == person]

    def stack(self, root: str) -> list[View]:
        return [view for view in self.open.values() if view.root == root]

    def raise_new(self, person: str, content: dict[str, Any]) -> View:
        name = fresh("V", 11)
        return self._keep(View(id=name, person=person, content=content, root=name))

    def push(self, below: View, content: dict[str, Any]) -> View:
        if len(self.stack(below.root)) >= MOST_ABOVE_EACH_OTHER:
            raise Refused("push_limit_reached")
        above = View(
            id=fresh("V", 11),
            person=below.person,
            content=content,
            root=below.root,
            below=below.id,
        )
        return self._keep(above)

    def change(self, view: View, content: dict[str, Any]) -> View:
        """What was entered stays where block and action keep their names."""
        kept = {
            block["block_id"]: view.values[block["block_id"]]
            for block in content["blocks"]
            if block.get("block_id") in view.values
        }
        changed = replace(view, content=content, values=kept, hash=fresh("", 14).lower())
        return self._keep(changed)

    def publish(self, person: str, content: dict[str, Any]) -> View:
        known = self.homes.get(person)
        if known:
            return self.change(known, content)
        name = fresh("V", 11)
        return self._keep(View(id=name, person=person, content=content, root=name))

    def enter(self, view: View, values: Values) -> View:
        """What the person has entered; the bot is not told before it asks or is asked."""
        entered = replace(view, values=values)
        shelf = self.homes if view.is_home else self.open
        shelf[view.person if view.is_home else view.id] = entered
        return entered

    def close(self, view: View, *, everything: bool = False) -> list[View]:
        """The view, and those above it; or its whole stack. In the order in which they close."""
        stack = self.stack(view.root)
        closing = stack if everything else stack[stack.index(view) :]
        for closed in closing:
            del self.open[closed.id]
            self._feed.tell(Closed(view=closed))
        return closing

    def _keep(self, view: View) -> View:
        if view.is_home:
            self.homes[view.person] = view
        else:
            self.open[view.id] = view
        self._feed.tell(Shown(view=view))
        return view
