"""What the features have registered, checked once at start: nothing is declared twice."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from care.fact_parts import OWN, PARTS
from care.feature import (
    Act,
    Alarm,
    Command,
    Done,
    Feature,
    Late,
    PlainCommand,
    PostKind,
    Press,
    Section,
    SubjectKind,
)
from domain.commands import Usages
from domain.plays import Plays
from domain.settings import Setting, settings_of
from store.parts import Parts
from store.work import Work

V = TypeVar("V")


class DeclaredTwice(Exception):
    """Two features register the same name: one of them has to be called otherwise."""


class Registry:
    """Of all features, the core's own declaration included. Frozen once it is built."""

    def __init__(self, features: Iterable[Feature]) -> None:
        """Raises DeclaredTwice."""
        self.features = tuple(features)
        _once(("feature", each.name, each) for each in self.features)
        commands = [each for feature in self.features for each in feature.commands]
        commands.sort(key=lambda each: each.usage.rank)
        self.commands: Mapping[str, Command | PlainCommand] = _once(
            ("command", each.usage.name, each) for each in commands
        )
        self.presses: Mapping[str, Press] = self._joined("presses")
        self.opens: Mapping[str, Act] = self._joined("opens")
        self.submits: Mapping[str, Act] = self._joined("submits")
        self.subjects: Mapping[str, SubjectKind] = self._joined("subjects")
        self.belongings = (*self.subjects, *(it for each in self.features for it in each.owns))
        heads = {kind: each.post for kind, each in self.subjects.items()}
        posts: Mapping[str, PostKind] = self._joined("posts")
        both = (*posts.items(), *heads.items())
        self.posts: Mapping[str, PostKind] = _once(("post", *each) for each in both)
        self.sections: Mapping[str, Section] = self._joined("digest")
        self.alarms: Mapping[str, Alarm] = self._joined("alarms")
        self.done: Mapping[str, Done] = self._joined("done")
        self.late: Mapping[str, Late] = self._joined("late")
        self.undo: Mapping[str, str] = self._joined("undo")
        plays = [play for each in self.features for play in each.plays]
        self.plays = Plays(_once(("play", each.name, each) for each in plays))
        numbers = [kind for each in self.features for kind in each.numbers]
        numbers += [play.numbers for play in plays if play.numbers]
        self.settings: Mapping[str, Setting] = _once(
            ("setting", each.name, each) for kind in numbers for each in settings_of(kind)
        )
        loads = [load for each in self.features for load in each.loads]
        self.loads = tuple(_once(("facts", each.kind.__name__, each) for each in loads).values())
        self.parts = Parts(OWN, (*PARTS, *(each.part for each in self.loads if each.part)))
        self.when_away = tuple(each.when_away for each in self.features if each.when_away)
        self.usages: Usages = {each.usage.name: each.usage for each in commands}

    def _joined(self, of: str) -> Mapping[str, V]:
        """One mapping of every feature's of that name."""
        pairs = ((of, key, it) for each in self.features for key, it in getattr(each, of).items())
        return _once(pairs)


def _once(declared: Iterable[tuple[str, str, V]]) -> Mapping[str, V]:
    found: dict[str, V] = {}
    for what, name, value in declared:
        if name in found:
            raise DeclaredTwice(f"{what}: {name}")
        found[name] = value
    return MappingProxyType(found)


def registry(work: Work) -> Registry:
    """With which Heed was built."""
    return cast("Registry", work.registry)
