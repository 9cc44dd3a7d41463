"""A picture of what a simulation shows: coverage by rung, and the longest silence day by day."""

from collections.abc import Iterable, Sequence
from statistics import fmean

from benchmarks.simulate.outcome import Outcome

COLOURS = ("#9aa0a6", "#d9a441", "#c0562f", "#2e7d5b")
WIDTH, HEIGHT, TOP, GAP = 900, 620, 60, 40
BARS, LINES = 240, 190
"""How high the two drawings are."""


def drawn(found: Sequence[Sequence[Outcome]]) -> str:
    """An SVG; means where there are several worlds."""
    parts = [*_legend(found[0]), *_bars(found), *_lines(found)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="14" fill="#333">\n'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )


def _legend(named: Sequence[Outcome]) -> Iterable[str]:
    for at, each in enumerate(named):
        x = 20 + at * 215
        yield f'<rect x="{x}" y="14" width="14" height="14" fill="{COLOURS[at]}"/>'
        yield _text(x + 20, 26, each.name)


def _bars(found: Sequence[Sequence[Outcome]]) -> Iterable[str]:
    floor = TOP + BARS
    yield _text(20, TOP, "Within their care interval, share of each rung")
    rungs = list(found[0][0].by_rung)
    step = (WIDTH - 40) / len(rungs)
    for place, rung in enumerate(rungs):
        left = 20 + place * step
        for at in range(len(found[0])):
            share = fmean(world[at].by_rung[rung] for world in found)
            high, x = share * (BARS - 40), left + at * (step - 20) / 4
            yield _rect(x, floor - high, (step - 28) / 4, high, COLOURS[at])
            yield _text(x + 2, floor - high - 4, f"{share * 100:.0f}")
        yield _text(left, floor + 18, rung.value)


def _lines(found: Sequence[Sequence[Outcome]]) -> Iterable[str]:
    top = TOP + BARS + GAP + 20
    floor = top + LINES
    yield _text(20, top, "Longest silence of any customer, in days, day by day")
    number = len(found[0][0].silences)
    highest = max(max(each.silences) for world in found for each in world)
    for at in range(len(found[0])):
        days = [fmean(world[at].silences[day] for world in found) for day in range(number)]
        points = " ".join(
            f"{20 + day * (WIDTH - 80) / max(1, number - 1):.0f},"
            f"{floor - silence / highest * (LINES - 30):.0f}"
            for day, silence in enumerate(days)
        )
        yield f'<polyline points="{points}" fill="none" stroke="{COLOURS[at]}" stroke-width="3"/>'
        yield _text(WIDTH - 52, floor - days[-1] / highest * (LINES - 30), f"{days[-1]:.0f}")
    yield _text(20, floor + 20, "day 1")
    yield _text(WIDTH - 110, floor + 20, f"day {number}")


def _rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}"'
    return f'<rect x="{x:.0f}" y="{y:.0f}" {size} fill="{colour}"/>'


def _text(x: float, y: float, words: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}">{words}</text>'
