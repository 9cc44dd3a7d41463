"""What the pages, docstrings and comments name is there: headings, files, functions, numbers."""

import ast
import dataclasses
import importlib
import re
import subprocess
from collections import defaultdict
from datetime import timedelta
from functools import cache
from pathlib import Path
from posixpath import normpath

import pytest

import features
from care.feature import Feature
from store.tables.base import Base
from tests.test_house import HOUSE, LAYERS, MAY_IMPORT, house, tree

CODE = r"`([^`\n]+)`"
PATH = re.compile(r"(\.?[\w-]+/)*[\w.-]+\.(py|md|toml|yaml)|([\w-]+/)+")
NAMED = re.compile(r"((?:[\w-]+/)*\w+\.py):(\w+(?:\.\w+)*)")
CITED = re.compile(r"(?<![\w./*-])[\w./-]*\w\.(?:py|md|toml|yaml)\b")
DOTTED = re.compile(r"`([A-Za-z]\w*)\.(?!py\b)(\w+)[^`\n]*`")
EXAMPLES = "features/x/"
"""Whatever the feature is called."""

MADE = "var/"
"""What Heed writes when it runs."""

UNITS = {"seconds", "minutes", "hours", "days"}


@cache
def files() -> frozenset[str]:
    listing = ["git", "ls-files", "-co", "--exclude-standard"]
    told = subprocess.run(listing, cwd=HOUSE, capture_output=True, text=True, check=True)
    return frozenset(name for name in told.stdout.split() if (HOUSE / name).is_file())


@cache
def folders() -> frozenset[str]:
    return frozenset(f"{above}/" for name in files() for above in map(str, Path(name).parents))


def text(name: str) -> str:
    return (HOUSE / name).read_text()


def pages() -> list[str]:
    return sorted(name for name in files() if name.endswith(".md"))


def code() -> list[str]:
    return sorted(name for name in files() if name.endswith(".py"))


def module(name: str) -> ast.Module:
    return tree().get(name) or ast.Module([], [])


@cache
def anchors(page: str) -> frozenset[str]:
    """Of each heading, as the page's readers link to it."""
    headings = re.findall(r"^#+ (.+)$", text(page), re.MULTILINE)
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return frozenset(heading.replace(" ", "-") for heading in plain)


def names(body: list[ast.stmt]) -> set[str]:
    """What is defined there: functions, classes, constants, fields."""
    found: set[str] = set()
    for node in body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                found.add(node.name)
            case ast.AnnAssign(target=ast.Name(id=name)):
                found.add(name)
            case ast.Assign():
                found |= {it.id for at in node.targets for it in ast.walk(at) if is_name(it)}
    return found


def is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name)


def classes(name: str) -> dict[str, ast.ClassDef]:
    return {node.name: node for node in module(name).body if isinstance(node, ast.ClassDef)}


def has(file: str, dotted: str) -> bool:
    """Whether that file defines that name, which may be a class's own."""
    name, _, of_class = dotted.partition(".")
    if file not in files() or name not in names(module(file).body):
        return False
    return not of_class or (name in classes(file) and of_class in names(classes(file)[name].body))


def is_there(path: str, page: str) -> bool:
    """From the top of the tree, from where the page lies, or, a mere file's name, anywhere."""
    beside = normpath(Path(page).parent / path) + ("/" if path.endswith("/") else "")
    places = files() | folders() | {MADE} | {Path(name).name for name in files()}
    return bool({path, beside} & places)


def test_every_citation_of_a_page_leads_to_a_heading():
    cited = re.compile(r"\b(docs/[\w-]+\.md)(?:#([\w-]+))?")
    found = [(name, *at) for name in (*code(), *pages()) for at in cited.findall(text(name))]
    assert [it for it in found if it[1] not in files()] == []
    assert [it for it in found if it[2] and it[2] not in anchors(it[1])] == []
    assert len([it for it in found if it[2] and it[0].endswith(".py")]) > 5


@pytest.mark.parametrize("page", pages())
def test_every_link_of_a_page_leads_somewhere(page):
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", text(page)):
        path, _, anchor = target.partition("#")
        there = normpath(Path(page).parent / path) if path else page
        assert there in files() | folders(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", pages())
def test_every_file_and_name_that_a_page_tells_of_is_there(page):
    told = [span for span in re.findall(CODE, text(page)) if not span.startswith(EXAMPLES)]
    named = [match.groups() for span in told if (match := NAMED.fullmatch(span))]
    assert [f"{file}:{name}" for file, name in named if not has(file, name)] == []
    paths = [span for span in told if PATH.fullmatch(span)]
    assert [path for path in paths if not is_there(path, page)] == []


@pytest.mark.parametrize("page", ["README.md", "docs/design.md"])
def test_every_line_of_a_drawn_tree_names_a_place(page):
    blocks = re.split(r"^```.*$", text(page), flags=re.MULTILINE)[1::2]
    places = [line.split()[0] for block in blocks for line in block.splitlines() if line.strip()]
    places = [place for place in places if PATH.fullmatch(place)]
    assert len(places) > 8
    assert [place for place in places if place not in files() | folders()] == []


def test_no_docstring_cites_a_file_that_is_not_in_the_tree():
    known = files() | {Path(name).name for name in files()}
    cited = [(name, file) for name in code() for file in CITED.findall(text(name))]
    assert len(cited) > 50
    assert [it for it in cited if it[1] not in known] == []


def test_no_docstring_names_what_its_module_or_class_no_longer_has():
    """Of `module.name` and `Class.name`, wherever some module or class is called so."""
    known: dict[str, set[str]] = defaultdict(set)
    for name in house():
        path = Path(name)
        known[path.stem] |= names(module(name).body)
        known[path.parent.name].add(path.stem)
        for each in classes(name).values():
            known[each.name] |= names(each.body)
            known[path.stem] |= names(each.body)
    told = [(name, *it) for name in code() for it in DOTTED.findall(text(name))]
    told = [it for it in told if known.get(it[1])]
    assert len(told) > 5
    assert [it for it in told if it[2] not in known[it[1]]] == []


def rows(page: str, heading: str) -> list[list[str]]:
    """The cells of the tables under that heading."""
    under = re.split(rf"^##+ {re.escape(heading)}$", text(page), flags=re.MULTILINE)[1]
    under = re.split(r"^## ", under, flags=re.MULTILINE)[0]
    lines = [line for line in under.splitlines() if line.startswith("| ")]
    cells = (re.split(r"(?<!\\)\|", line.strip()[1:-1]) for line in lines)
    return [[cell.strip() for cell in row] for row in cells]


def quoted(cell: str) -> list[str]:
    return re.findall(CODE, cell)


def test_what_a_room_may_import_is_told_as_it_is_enforced():
    told = {
        quoted(row[0])[0]: set(quoted(row[1])) for row in rows("docs/design.md", "The house")[1:]
    }
    rooms = {room: there - {room} for room, there in MAY_IMPORT.items()}
    assert told == rooms | {f"features/x/{name}.py": there for name, there in LAYERS.items()}


def test_every_table_of_the_core_is_a_word():
    told = {name for row in rows("docs/design.md", "The words") for name in quoted(row[-1])}
    kept = {
        mapper.local_table.name
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith("store.")
    }
    assert told == kept


def test_every_extension_point_is_told_of():
    told = [quoted(row[0])[0] for row in rows("docs/design.md", "Features")[1:]]
    assert told == [each.name for each in dataclasses.fields(Feature) if each.name != "name"]


def test_every_setting_stands_among_the_sources_with_its_default_and_unit():
    told = {quoted(row[0])[0]: row[1:4] for row in rows("docs/sources.md", "Settings")[1:]}
    settings = features.build().settings
    assert {name: row[0] for name, row in told.items()} == {
        name: each.default for name, each in settings.items()
    }
    for name, each in settings.items():
        _, unit, where = told[name]
        file, _, kind = quoted(where)[0].partition(":")
        assert (file.removesuffix(".py").replace("/", "."), kind) == (
            each.kind.__module__,
            each.kind.__name__,
        )
        assert unit_of(each.title) in {unit, ""}


def unit_of(title: str) -> str:
    """In titles hours and days are working ones, unless they are called days of the calendar."""
    if "days of the calendar" in title:
        return "days of the calendar"
    first, following = title.split()[:2]
    if first not in UNITS or following == "on":
        return ""
    return first if first == "minutes" else f"working {first}"


def constants() -> list[list[str]]:
    every = [row for row in rows("docs/sources.md", "Constants") if quoted(row[0])]
    assert len(every) > 40
    return every


def value(file: str, name: str) -> object:
    dotted = file.removesuffix(".py").replace("/", ".")
    return vars(importlib.import_module(dotted))[name]


def test_every_constant_among_the_sources_is_what_it_is_told_to_be():
    for where, told, unit, *_ in constants():
        file, _, name = quoted(where)[0].partition(":")
        number = value(file, name)
        if isinstance(number, timedelta):
            assert unit in UNITS, where
            number = number / timedelta(**{unit: 1})
        assert float(told.replace(",", "")) == number, where
