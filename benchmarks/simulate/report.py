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
MOST_A_WEEK = Spread(half=20, most=30)

BASELINES = """
*No bot* is what reps do unasked. *Every 30 days* reminds of each customer on the 30th day after the
last contact that is known, and every 30 days from then on; whom that would have reminded before the
first day come on one of the next thirty. *Every 30 days, then daily* is more than that: once a
reminder is due, it comes anew each working day until somebody has acted on it, the newest first, so
that a rep reads two dozen a day. All three meet the same reps: they act on 40 % of the first
reminder that they read on a day, and on 30 % less of each further one, whether it is new, old and
shown again, linked to, or asks everybody. One rep leaves for good; with Heed, a manager hands over
at once what was theirs, which in a team of four is a quarter of all customers.

Heed's part takes a tenth of a second of processor time a rep and day: three minutes for 20 reps
over a quarter, and some five hours for 500 reps over a year besides their import: reckoned,
not run.
"""

WHY_MISSED = """
What stands in the way: with 30 % less for each further reminder, a rep acts on 1.3 a day at most,
however many are shown, and on 1.1 where five are; a quarter of these reach nobody. Sixty customers,
fifteen of them prospects who should hear from us every two weeks, would need 2.8 a working day;
reps make 2.5 unasked, most of them with few favourites. Whoever repeats everything each day uses up
all that attention for one purpose. Heed spends a third of it on complaints, enquiries and what is
at risk, whether or not these customers were due, and asks of prospects more often than coverage
alone would repay. What comes during the day, a question above all, meets reps who have read their
list: of those who are not answered unasked, few are answered within their clock.
"""


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
    yield "messages a person and week, half", _cells(found, lambda it: _of(it.weeks, "half"))
    yield "· 95 of 100", _cells(found, lambda it: _of(it.weeks, "most"))
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
    week = weeks(found)
    if week.half > MOST_A_WEEK.half or week.most > MOST_A_WEEK.most:
        told.append(f"missed: {week.half} messages in half of all weeks, {week.most} in 95 of 100")
    return told


def weeks(found: Found) -> Spread:
    """Messages with Heed, a person and week."""
    every = [each[-1].weeks or Spread() for each in found]
    return Spread(
        half=round(fmean(it.half for it in every)), most=round(fmean(it.most for it in every))
    )


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
        f"{world.days} days: with Heed's real code on a turned clock, without it, and with plain "
        "reminders. What the world is like stands, each number with its source, in "
        "`benchmarks/simulate/parameters.py`; the days are the same for all. It shows what follows "
        f"from those numbers, and no more. {_worlds(found)} A rep's median week is told "
        "[message by message](week.md).\n"
    )
    names = [each.name for each in found[0]]
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    lines += [f"| {label} | {' | '.join(cells)} |" for label, cells in rows(found)]
    picture = "![Coverage by rung, and the longest silence](simulation.svg)\n\n"
    tail = "".join(f"- {each}\n" for each in missed(found))
    told = f"Not reached:\n\n{tail}{WHY_MISSED}" if tail else ""
    return f"{head}{BASELINES}\n{picture}" + "\n".join(lines) + f"\n\n{told}"


def _worlds(found: Found) -> str:
    number = len(found)
    return f"Of {number} worlds the mean, and the range." if number > 1 else "This is one world."


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
