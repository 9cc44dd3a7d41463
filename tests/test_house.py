"""The rules of the house that a machine can check: who imports whom, words, and sizes."""

import ast
import re
import statistics
import subprocess
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import features
from domain.customer_fields import TYPED
from features.complaints.rules import Step
from features.follow_up.play import STEPS
from tests.features.conftest import FEATURE as EXAMPLE

HOUSE = Path(__file__).parent.parent
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.Match)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

ROOMS = ("domain", "store", "care", "features", "scheduler", "handlers", "playground")
SHARED = {"care", "domain", "handlers/bodies", "handlers/routing", "handlers/dispatcher"}
MAY_IMPORT = {
    "domain": {"domain"},
    "store": {"store", "domain"},
    "care": {"care", "store", "domain"},
    "scheduler": {"scheduler", "care", "domain"},
    "handlers/bodies": set(),
    "handlers/routing": {"care", "domain"},
    "handlers/console": {"handlers/console", "care", "domain"},
    "handlers/dispatcher": {"care", "domain", "handlers/routing"},
    "handlers/platform_app": {"care"},
    "handlers/slack": {"handlers/slack", *SHARED},
    "handlers/teams": {"handlers/teams", *SHARED},
    "handlers/web": {"handlers/web", "care", "domain", "handlers/routing"},
    "playground": {"playground"},
    "settings": set(),
    "benchmarks": {
        *("benchmarks", "features", "scheduler", "handlers/console", "care", "domain", "store"),
    },
    "benchmarks/ratios": {
        *("benchmarks", "benchmarks/ratios", "scheduler", "handlers/slack", "handlers/web"),
        *("care", "features", "store"),
    },
}
MAY_SAY = {
    r"(?i)slack": ("handlers/slack", "playground", "app", "bot", "settings", "benchmarks/ratios"),
    r"\bTeams\b|(?i:microsoft)": ("handlers/teams", "app", "bot", "settings"),
}
"""The words that stand only in these rooms."""


FEATURES = re.compile(r"(tests/)?features/\w+/(?!__init__)\w+\.py")
"""The files of features, with those of the tests' own example."""
ELSEWHERE = ("tests/", "store/migrations/versions/")
"""No rules of the house hold in its tests, nor in what Alembic has written."""


@cache
def tree() -> dict[str, ast.Module]:
    """All that a rule is about."""
    listing = ["git", "ls-files", "-co", "--exclude-standard", "*.py"]
    names = subprocess.run(listing, cwd=HOUSE, capture_output=True, text=True, check=True)
    ours = (
        HOUSE / name
        for name in names.stdout.split()
        if FEATURES.fullmatch(name) or not name.startswith(ELSEWHERE)
    )
    return {
        path.relative_to(HOUSE).as_posix(): ast.parse(path.read_text())
        for path in ours
        if path.exists() and path.read_text().strip()
    }


@cache
def house() -> dict[str, ast.Module]:
    return {name: module for name, module in tree().items() if not name.startswith(ELSEWHERE)}


def room(name: str) -> str:
    """`handlers/slack/blocks.py` stands in `handlers/slack`, `care/touches.py` in `care`."""
    parts = name.removesuffix(".py").split("/")
    has_rooms = parts[0] == "handlers" or parts[:2] == ["benchmarks", "ratios"]
    return "/".join(parts[:2]) if has_rooms else parts[0]


@cache
def imported(module: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            found.add("(relative)")
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def leads_out(name: str) -> list[str]:
    """What a module imports of the house that stands in a room which its own may not use."""
    here = room(name)
    if here in {"app", "bot", "features"}:
        return []
    if here not in MAY_IMPORT:
        return [] if here == "handlers" else ["(it stands in no known room)"]
    known = {*ROOMS, "settings", "app", "bot", "tests"}
    places = ((dotted, room(dotted.replace(".", "/"))) for dotted in imported(house()[name]))
    return [
        dotted
        for dotted, there in places
        if there.split("/")[0] in known and there not in MAY_IMPORT[here]
    ]


def test_a_room_imports_only_what_it_may():
    assert {name: out for name in house() if (out := leads_out(name))} == {}


LAYERS = {
    "rules": {"domain", "features.*.rules"},
    "play": {"domain", "rules", "features.*.rules"},
    "words": {"domain", "rules", "play", "features.*.rules"},
    "post": {"domain", "rules", "words"},
    "replies": {"domain", "rules"},
    "rows": {"domain", "store", "rules"},
    "actions": {"domain", "store", "care", "rules", "play", "words", "rows", "features.*.rules"},
    "views": {
        *("domain", "store", "care", "rules", "play", "words", "post", "rows", "features.*.rules"),
    },
    "steps": {"domain", "store", "care", "rules", "play", "words", "rows", "actions"},
    "handling": {
        *("domain", "store", "care", "rules", "play", "words", "rows", "actions", "steps"),
        "features.*.rules",
    },
    "threads": {"domain", "store", "care", "rules", "words", "rows", "replies", "actions", "steps"},
    "feature": {
        *("domain", "care", "rules", "play", "words", "rows", "actions", "steps", "handling"),
        *("threads", "views"),
    },
}
"""Of a feature: what a file of that name may import, of the house and of its own folder."""


def leaves_its_layer(name: str, module: ast.Module) -> list[str]:
    """What a feature's file imports of the house, or of the tests, that its layer may not."""
    layers, folder = LAYERS[Path(name).stem], Path(name).parent.as_posix().replace("/", ".")
    found = []
    for dotted in imported(module):
        root, *rest = dotted.split(".")
        if f"{dotted}.".startswith(f"{folder}."):
            may = dotted.removeprefix(folder).strip(".").split(".")[0] in layers
        elif root == "features":
            may = f"features.*.{''.join(rest[1:2])}" in layers
        else:
            may = root not in {*ROOMS, "tests"} or root in layers
        found += [] if may else [dotted]
    return found


def test_a_features_file_imports_only_what_its_layer_may():
    """The example's, too."""
    files = {name: module for name, module in tree().items() if FEATURES.fullmatch(name)}
    assert any(name.startswith("tests/") for name in files)
    out = {name: leaves_its_layer(name, module) for name, module in files.items()}
    assert {name: dotted for name, dotted in out.items() if dotted} == {}


VOCABULARY = (
    "domain/touches.py",
    "domain/reading/",
    "domain/precedence.py",
    "domain/outside.py",
)
"""What contacts can be and mean is the core's, and so is what may stand about a customer, whatever
a feature is called.
"""


SLACKS_OWN = {"date"}
"""What a part of its messages is called, and a command as well."""


def declared() -> set[str]:
    """Every name, step and action that a feature has of its own; a field's name is the core's."""
    of_features = (*features.ALL, EXAMPLE)
    own = {*Step, *STEPS}
    for each in of_features:
        own |= {each.name, *(play.name for play in each.plays)}
        own |= {command.usage.name for command in each.commands}
        for named in (each.presses, each.opens, each.submits, each.posts, each.subjects):
            own |= set(named)
        own |= {*each.digest, *each.alarms, *each.undo}
    return own - TYPED.keys() - SLACKS_OWN


def test_no_feature_stands_in_the_core_by_name():
    names = declared()
    assert {"complaint", "thank", "return", "check back", "touch.complain"} <= names
    assert [
        f"{name}:{node.lineno} {node.value}"
        for name, module in house().items()
        if room(name).split("/")[0] in {"domain", "care", "store", "scheduler", "handlers"}
        if not name.startswith(VOCABULARY)
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in names
    ] == []


def test_no_import_is_relative():
    assert [name for name, module in house().items() if "(relative)" in imported(module)] == []


def test_no_modules_import_each_other_in_a_circle():
    """Not for their types alone, either: `prepare` raises CycleError, which names the circle."""
    modules = {module_name(name): module for name, module in house().items()}
    leads_to = {
        name: {module for dotted in imported(tree) if (module := within(modules, dotted))}
        for name, tree in modules.items()
    }
    TopologicalSorter(leads_to).prepare()


def module_name(file):
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def within(modules, dotted):
    """The module that the import leads to: itself, or the one that it takes a name from."""
    return next((it for it in (dotted, dotted.rpartition(".")[0]) if it in modules), "")


@pytest.mark.parametrize("word", MAY_SAY)
def test_the_platforms_names_stand_only_where_they_may(word):
    elsewhere = (name for name in house() if not room(name).startswith(MAY_SAY[word]))
    assert [name for name in elsewhere if re.search(word, (HOUSE / name).read_text())] == []


def test_the_clock_is_read_in_one_place():
    readers = [
        name
        for name, module in house().items()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "utcnow", "today"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
        and not name.startswith("playground/")
    ]
    assert set(readers) <= {"scheduler/clock.py"}


def nesting(node: ast.AST, depth: int = 0) -> int:
    deepest = depth
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, (*FUNCTIONS, ast.Lambda)):
                continue
            is_elif = isinstance(node, ast.If) and field == "orelse" and isinstance(child, ast.If)
            step = isinstance(child, BLOCKS) and not (is_elif and len(value) == 1)
            deepest = max(deepest, nesting(child, depth + step))
    return deepest


def length(function: ast.AST) -> int:
    doc = ast.get_docstring(function, clean=False)
    doc_lines = doc.count("\n") + 1 if doc else 0
    return function.end_lineno - function.lineno + 1 - doc_lines


def functions() -> dict[str, ast.AST]:
    return {
        f"{name}:{node.lineno} {node.name}": node
        for name, module in house().items()
        for node in ast.walk(module)
        if isinstance(node, FUNCTIONS)
    }


def quantile(values: list[int], share: float) -> int:
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 1).__int__() - 1)]


def test_functions_are_short_and_shallow():
    lengths = {where: length(node) for where, node in functions().items()}
    assert {where: lines for where, lines in lengths.items() if lines > 40} == {}
    assert {where for where, node in functions().items() if nesting(node) > 3} == set()
    assert statistics.median(lengths.values()) <= 6
    assert quantile(list(lengths.values()), 0.95) <= 25


def test_files_are_short():
    lines = {name: len((HOUSE / name).read_text().splitlines()) for name in house()}
    assert {name: count for name, count in lines.items() if count > 300} == {}
    assert statistics.median(lines.values()) <= 80
