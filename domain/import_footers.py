"""Telling a report's foot from the lines above it: it says who made the report, and of whom."""

import re
from collections.abc import Sequence

Numbered = tuple[int, list[str]]
WIDE = 3
"""Columns from which on a last line that fills one of them is no customer's."""

LONGEST = 40
"""Lines that a foot has at most, with the blank ones."""

_SAYS = re.compile(
    r"^(copyright|©|\(c\) ?\d|confidential(ity)? |generated |exported (on|by|from)|as of |"
    r"report (run|generated|name)|filtered by|((grand|sub)[ -]?)?totals?\W*\d*( records?)?\W*$|"
    r"gesamt(summe)?\W*\d*$|summe\W*\d*$|vertraulich|erstellt (am|von)|généré |confidentiel |"
    r"generado |confidencial |\d+ (records?|rows?|datensätze|lignes?|registros?)\b)",
    re.IGNORECASE,
)


def parted(lines: Sequence[Numbered], width: int) -> tuple[list[Numbered], list[Numbered]]:
    """The customers' lines and those of the foot, both without blank ones."""
    last = max((at for at, line in enumerate(lines, 1) if _cells(line[1])), default=0)
    at = _foot(lines[:last], width)
    return _filled(lines[:at]), _filled(lines[at:last])


def _foot(lines: Sequence[Numbered], width: int) -> int:
    """Where it begins, among the last lines with hardly anything in them."""
    first = len(lines)
    while first > len(lines) - LONGEST and first and width > 1 and _is_bare(lines[first - 1][1]):
        first -= 1
    for at in range(first, len(lines)):
        is_below = at > 0 and _cells(lines[at][1]) and not _cells(lines[at - 1][1])
        if _says_so(lines[at][1]) or (is_below and _is_foot(lines[at:], width)):
            return at
    above = [line for _, line in lines[:first] if _cells(line)]
    is_whole = bool(above) and all(len(line) >= width for line in above)
    return first if width >= WIDE and is_whole and _is_cut(lines[first:], width) else len(lines)


def _is_bare(line: Sequence[str]) -> bool:
    return _cells(line) <= 1 or (_cells(line) <= WIDE and _says_so(line[:1]))


def _is_foot(lines: Sequence[Numbered], width: int) -> bool:
    """Below a blank line."""
    return _is_cut(lines, width) or any(_says_so(line) for _, line in lines)


def _is_cut(lines: Sequence[Numbered], width: int) -> bool:
    """Of fewer columns than the heading."""
    return all(len(line) < width for _, line in lines)


def _says_so(line: Sequence[str]) -> bool:
    return any(_SAYS.match(cell.strip()) for cell in line)


def _cells(line: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in line)


def _filled(lines: Sequence[Numbered]) -> list[Numbered]:
    return [each for each in lines if _cells(each[1])]
