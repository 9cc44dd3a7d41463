"""The vocabulary of the table: what a value may look like, and the faults of one that does not."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`at` is a JSON pointer, as Slack writes it behind its complaint."""

    at: str
    words: str

    def __str__(self) -> str:
        return f"{self.words} [json-pointer:{self.at}]"


Faults = Iterator[Fault]
Rule = Callable[[Any, str], Faults]


class Shape(Protocol):
    def faults(self, value: Any, at: str) -> Faults: ...


@dataclass(frozen=True, kw_only=True)
class Text:
    most: int | None = None
    least: int = 0
    pattern: str | None = None

    def faults(self, value: Any, at: str) -> Faults:
        if not isinstance(value, str):
            yield Fault(at=at, words="must provide a string")
        elif self.most is not None and len(value) > self.most:
            yield Fault(at=at, words=f"must be less than {self.most + 1} characters")
        elif len(value) < self.least:
            yield Fault(at=at, words=f"must be more than {self.least - 1} characters")
        elif self.pattern and not re.fullmatch(self.pattern, value):
            yield Fault(at=at, words=f"input must match regex pattern: {self.pattern}")


@dataclass(frozen=True, kw_only=True)
class Choice:
    values: tuple[Any, ...]

    def faults(self, value: Any, at: str) -> Faults:
        if isinstance(self.values[0], str) and not isinstance(value, str):
            yield Fault(at=at, words="must provide a string")
        elif value not in self.values:
            yield Fault(at=at, words="must be a valid enum value")


@dataclass(frozen=True, kw_only=True)
class Flag:
    def faults(self, value: Any, at: str) -> Faults:
        if not isinstance(value, bool):
            yield Fault(at=at, words="must be a boolean")


@dataclass(frozen=True, kw_only=True)
class Number:
    least: float | None = None
    most: float | None = None
    is_whole: bool = True

    def faults(self, value: Any, at: str) -> Faults:
        allowed = int if self.is_whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, allowed):
            kind = "an integer" if self.is_whole else "a number"
            yield Fault(at=at, words=f"must provide {kind}")
        elif self.least is not None and value < self.least:
            yield Fault(at=at, words=f"must be greater than {self.least}")
        elif self.most is not None and value > self.most:
            yield Fault(at=at, words=f"must be less than {self.most}")


@dataclass(frozen=True, kw_only=True)
class Many:
    of: Shape
    most: int | None = None
    least: int = 0

    def faults(self, value: Any, at: str) -> Faults:
        if not isinstance(value, list):
            yield Fault(at=at, words="must provide an array")
            return
        if self.most is not None and len(value) > self.most:
            yield Fault(at=at, words=f"no more than {self.most} items allowed")
        if len(value) < self.least:
            yield Fault(at=at, words=f"must provide at least {self.least} items")
        for number, item in enumerate(value):
            yield from self.of.faults(item, f"{at}/{number}")


@dataclass(frozen=True, kw_only=True)
class Thing:
    """An object: keys it needs, keys it may have, none besides, and rules across its keys.

    The rules are asked only when each key is right by itself.
    """

    needs: Mapping[str, Shape] = field(default_factory=dict)
    may: Mapping[str, Shape] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def faults(self, value: Any, at: str) -> Faults:
        if not isinstance(value, dict):
            yield Fault(at=at, words="must provide an object")
            return
        found = [*self._wrong_keys(value, at), *self._wrong_values(value, at)]
        yield from found
        for rule in () if found else self.rules:
            yield from rule(value, at)

    def _wrong_values(self, value: dict[str, Any], at: str) -> Faults:
        for name, shape in {**self.needs, **self.may}.items():
            if name in value:
                yield from shape.faults(value[name], f"{at}/{name}")

    def _wrong_keys(self, value: dict[str, Any], at: str) -> Faults:
        for name in self.needs:
            if name not in value:
                yield Fault(at=at, words=f"missing required field: {name}")
        for name in value:
            if name not in self.needs and name not in self.may:
                yield Fault(at=at, words=f"invalid additional property: {name}")


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """One of several objects, told apart by `type`. Text objects also say that none matched."""

    of: Mapping[str, Shape]
    says_none_matched: bool = False

    def faults(self, value: Any, at: str) -> Faults:
        if not isinstance(value, dict):
            yield Fault(at=at, words="must provide an object")
        elif not isinstance(value.get("type"), str):
            yield Fault(at=at, words="missing required field: type")
        elif value["type"] not in self.of:
            yield Fault(at=f"{at}/type", words=f"unsupported type: {value['type']}")
        else:
            yield from self._faults_of_one(value, at)

    def _faults_of_one(self, value: dict[str, Any], at: str) -> Faults:
        found = list(self.of[value["type"]].faults(value, at))
        if found and self.says_none_matched:
            yield Fault(at=at, words="failed to match all allowed schemas")
        yield from found

    def only(self, *names: str) -> "Kinds":
        return Kinds(of={name: self.of[name] for name in names})


def typed(name: str, thing: Thing) -> Thing:
    """The object with its `type`, which it always needs."""
    return Thing(
        needs={"type": Choice(values=(name,)), **thing.needs}, may=thing.may, rules=thing.rules
    )


def kinds(**things: Thing) -> Kinds:
    return Kinds(of={name: typed(name, thing) for name, thing in things.items()})
