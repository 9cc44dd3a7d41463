"""The table of a simulation, what it misses, and its page."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from statistics import fmean

from rich.table import Table

from benchmarks.simulate.outcome import Outcome, Spread
from benchmarks.simulate.parameters import PAYING, Parameters
from domain.customers import Rung

Found = Sequence[Sequence[Outcome]]
AHEAD, LOSSES, MOST_REMINDERS, MOST_MESSAGES = 0.07, 2 / 3, 5, 4


def table(found: Found) -> Table:
    names = [each.name for each in found[0]]
    made = Table("", *names, title=f"{len(found)} simulated team{'s' * (len(found) > 1)}")
    for label, cells in rows(found):
        made.add_row(label, *cells)
    return made


def rows(found: Found) -> Iterable[tuple[str, list[str]]]:
    """Mean, and the range where there are several worlds."""
    yield "reached by us", _cells(found, lambda it: it.reached, _percent)
    for rung in (Rung.PROSPECT, *PAYING):
        yield f"· {rung}", _cells(found, partial(_of_rung, rung), _percent)
    yield "expected losses to indifference", _cells(found, lambda it: it.losses, _plain)
    yield "longest silence, days", _cells(found, lambda it: it.silence, _plain)
    yield "reminders a person and day, half", _cells(found, lambda it: _of(it.reminders, "half"))
    yield "· 95 of 100", _cells(found, lambda it: _of(it.reminders, "most"))
    yield "messages a person and day, half", _cells(found, lambda it: _of(it.messages, "half"))
    yield "· 95 of 100", _cells(found, lambda it: _of(it.messages, "most"))
    yield "acted on", _cells(found, lambda it: it.acted, _percent)
    yield "complaints' steps on time", _cells(found, lambda it: it.steps_on_time, _percent)
    yield "questions answered in time", _cells(found, lambda it: it.answered_on_time, _percent)
    yield "given up", _cells(found, lambda it: it.given_up)
    yield "customers whose owner has left", _cells(found, lambda it: it.nobodys)


def missed(found: Found) -> list[str]:
    """Each target that is not reached, in words."""
    heed = [each[-1] for each in found]
    told = [line for column in (1, 2) for line in _beside([each[column] for each in found], heed)]
    for what, most in (("reminders", MOST_REMINDERS), ("messages", MOST_MESSAGES)):
        got = fmean(_of(getattr(it, what), "most") or 0 for it in heed)
        if got > most:
            told.append(f"missed: {got:.1f} {what} on a full day, wanted {most}")
    return told


def _beside(plain: Sequence[Outcome], heed: Sequence[Outcome]) -> Iterable[str]:
    name = plain[0].name
    ahead = fmean(it.reached for it in heed) - fmean(it.reached for it in plain)
    if ahead < AHEAD:
        yield f"missed: {ahead * 100:+.0f} points beside “{name}”, wanted +7"
    share = fmean(it.losses for it in heed) / fmean(it.losses for it in plain)
    if share > LOSSES:
        yield f"missed: losses {share:.2f} of those with “{name}”, wanted 0.67"


def page(world: Parameters, found: Found) -> str:
    head = (
        "# A simulated team\n"
        f"`make simulate` has {world.reps} reps care for {world.customers:,} customers over "
        f"{world.days} days: with Heed's real code on a turned clock, without it, and with a plain "
        "reminder for each customer every 30 days. What the world is like stands, each number with "
        "its source, in `benchmarks/simulate/parameters.py`; the days are the same for all three. "
        "It shows what follows from those numbers, and no more.\n\n"
    )
    names = [each.name for each in found[0]]
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    lines += [f"| {label} | {' | '.join(cells)} |" for label, cells in rows(found)]
    tail = "".join(f"- {each}\n" for each in missed(found))
    return head + "\n".join(lines) + "\n\n" + (f"Not reached:\n\n{tail}" if tail else "")


def _of(spread: Spread | None, name: str) -> int | None:
    return getattr(spread, name) if spread else None


def _of_rung(rung: Rung, it: Outcome) -> float:
    return it.by_rung[rung]


def _cells(
    found: Found,
    of: Callable[[Outcome], float | None],
    told: Callable[[float], str] = str,
) -> list[str]:
    return [_cell([of(each[column]) for each in found], told) for column in range(len(found[0]))]


def _cell(values: Sequence[float | None], told: Callable[[float], str]) -> str:
    known = [each for each in values if each is not None]
    if not known:
        return "–"
    if len(known) == 1:
        return told(known[0])
    return f"{told(fmean(known))} ({told(min(known))} to {told(max(known))})"


def _percent(value: float) -> str:
    return f"{value * 100:.0f} %"


def _plain(value: float) -> str:
    return f"{value:.0f}"
