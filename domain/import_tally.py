"""What is taken of each column of a table, and what is not."""

from collections import Counter
from collections.abc import Mapping, Sequence

from domain.import_fates import Fate
from domain.import_layout import CONTACT, NAME, NAMED_BY, Layout


class Tally:
    """Reads a table's lines, and counts what is taken of each column."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._filled: Counter[int] = Counter()
        self._left: Counter[int] = Counter()

    def take(self, line: Sequence[str]) -> dict[str, str]:
        """The cell of each column: of several the first that is filled."""
        filled = {at: cell.strip() for at, cell in enumerate(line) if cell.strip()}
        self._filled.update(filled.keys())
        cells: dict[str, str] = {}
        left: set[int] = set()
        for column, places in self._layout.places.items():
            there = [at for at in places if at in filled]
            cells[column] = line[there[0]] if there else ""
            left |= {at for at in there[1:] if filled[at] != filled[there[0]]}
        self._left.update(left | self._named(cells, filled))
        return cells

    def _named(self, cells: dict[str, str], filled: Mapping[int, str]) -> set[int]:
        """Which parts of a person's name are left: the whole name counts before them, and says the
        same as a rule.
        """
        parts = " ".join(cells[each].strip() for each in NAMED_BY if cells.get(each, "").strip())
        whole = " ".join(cells.get(CONTACT, "").split())
        if self._layout.is_of_people and not cells.get(NAME, "").strip():
            cells[NAME] = whole or parts
        places = (at for each in NAMED_BY for at in self._layout.places.get(each, ()))
        return {at for at in places if whole and at in filled and filled[at] not in whole}

    @property
    def fates(self) -> tuple[Fate, ...]:
        column_of = {at: each for each, places in self._layout.places.items() for at in places}
        return tuple(self._fate(at, column_of.get(at, "")) for at in range(self._width))

    @property
    def _width(self) -> int:
        """Some lines are longer than the heading."""
        return max([len(self._layout.headings), *(at + 1 for at in self._filled)])

    def _fate(self, at: int, column: str) -> Fate:
        places = self._layout.places.get(column, ())
        before = places[places.index(at) - 1] if column and at != places[0] else None
        filled = self._filled[at]
        return Fate(
            heading=self._heading(at),
            column=column,
            filled=filled,
            left=self._left[at] if column else filled,
            before="" if before is None else self._heading(before),
        )

    def _heading(self, at: int) -> str:
        """As it reads; what stands under none is counted."""
        read = " ".join("".join(self._layout.headings[at : at + 1]).split())
        return read or f"column {at + 1}"
