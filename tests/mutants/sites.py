"""What can be changed in the rules: Cosmic Ray's operators, wherever they apply.

Only an operator's counterparts are tried: an addition that becomes a shift raises in any test, and
would make the score better than the tests are.
"""

import ast
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

MUTATED = ("domain", "features/*/rules.py", "features/*/play.py", "scheduler")
LEFT_OUT = ("domain/reading/vocabulary.py",)
"""Tables of words; what is read by them is tried by the sentences that people write."""

OPERATORS = (
    *("AddNot", "ReplaceAndWithOr", "ReplaceOrWithAnd", "NumberReplacer", "RemoveDecorator"),
    *("ReplaceTrueWithFalse", "ReplaceFalseWithTrue", "ZeroIterationForLoop", "ExceptionReplacer"),
    *("ReplaceBreakWithContinue", "ReplaceContinueWithBreak"),
    *("ReplaceUnaryOperator_USub_UAdd", "ReplaceUnaryOperator_Delete_Not"),
    *(
        f"ReplaceComparisonOperator_{before}_{after}"
        for before, *counterparts in (
            ("Eq", "NotEq"),
            ("NotEq", "Eq"),
            ("Is", "IsNot"),
            ("IsNot", "Is"),
            ("Lt", "LtE", "GtE"),
            ("LtE", "Lt", "Gt"),
            ("Gt", "GtE", "LtE"),
            ("GtE", "Gt", "Lt"),
        )
        for after in counterparts
    ),
    *(
        f"ReplaceBinaryOperator_{before}_{after}"
        for before, after in (
            ("Add", "Sub"),
            ("Sub", "Add"),
            ("Mul", "FloorDiv"),
            ("Div", "Mul"),
            ("FloorDiv", "Mul"),
            ("Mod", "FloorDiv"),
            ("BitOr", "BitAnd"),
            ("BitAnd", "BitOr"),
        )
    ),
)


@dataclass(frozen=True)
class Mutant:
    file: str
    operator: str
    occurrence: int
    begins: int
    ends: int

    @cached_property
    def code(self) -> str | None:
        """None where the operator has met something that it does not know."""
        operator = get_operator(self.operator)()
        with suppress(AttributeError, SyntaxError):
            code = mutate_code(Path(self.file).read_text(), operator, self.occurrence)
            compile(code, self.file, "exec", dont_inherit=True)
            return code
        return None

    @property
    def change(self) -> tuple[str, ...]:
        """What stood there, and what stands there now."""
        texts = [Path(self.file).read_text().split("\n"), self.code.split("\n")]
        first = _first_difference(*texts)
        last = _first_difference(*(reversed(lines) for lines in texts))
        return tuple(" ".join(" ".join(it[first : len(it) - last]).split()) for it in texts)


def _first_difference(before: Iterable[str], after: Iterable[str]) -> int:
    lines = enumerate(zip(before, after, strict=False))
    return next(spot for spot, (old, new) in lines if old != new)


def mutants(only: list[str]) -> list[Mutant]:
    return [
        found
        for place in only or MUTATED
        for path in sorted(Path().glob(f"{place}/**/*.py" if Path(place).is_dir() else place))
        if not path.as_posix().startswith(LEFT_OUT)
        for found in _mutants_of(path)
    ]


def _mutants_of(path: Path) -> list[Mutant]:
    source = path.read_text()
    declared = _declared(ast.parse(source))
    nodes = list(ast_nodes(get_ast(source)))
    return [
        Mutant(path.as_posix(), f"core/{name}", occurrence, begins[0], ends[0])
        for name in OPERATORS
        for occurrence, (begins, ends) in enumerate(
            position
            for node in nodes
            for position in get_operator(f"core/{name}")().mutation_positions(node)
        )
        if not any(first <= begins and ends <= last for first, last in declared)
    ]


def _declared(tree: ast.Module) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where types stand, and how a class holds its data: mypy judges these, and most changes of
    theirs fail in any test.
    """
    found: list[ast.AST | None] = []
    for node in ast.walk(tree):
        found += [getattr(node, "annotation", None), getattr(node, "returns", None)]
        if isinstance(node, ast.ClassDef):
            found += [it for each in node.decorator_list for it in getattr(each, "keywords", ())]
    return [
        ((it.lineno, it.col_offset), (it.end_lineno or 0, it.end_col_offset or 0))
        for it in found
        if isinstance(it, ast.expr | ast.keyword)
    ]
