"""The median week of a simulated rep, told message by message."""

from collections.abc import Sequence

from benchmarks.simulate.events import Day
from benchmarks.simulate.shown import Told

Week = Sequence[tuple[int, float, Told]]
"""The weekday, the hour, and what a rep was told."""

Diary = dict[tuple[int, int], list[tuple[int, float, Told]]]
"""By rep and week."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SETTLED = 4
"""Weeks after which an import is behind them."""


def median(diary: Diary, days: Sequence[Day], reps: int) -> Week:
    """Of all weeks in which a rep was there, that with as many messages as half of them have."""
    weeks = range(SETTLED, len(days) // 7)
    there = [
        (rep, week)
        for week in weeks
        for rep in range(reps)
        if not any(rep in day.away for day in days[week * 7 : week * 7 + 7])
    ]
    every = sorted(there, key=lambda key: (len(diary.get(key, ())), key))
    return diary.get(every[len(every) // 2], []) if every else []


def page(week: Week, half: int, most: int) -> str:
    head = (
        "# A rep's week\n"
        "The median week of a rep with 60 customers in [the simulated team](simulation.md), as "
        "`make simulate` has written it down: each message that came to them, in private or with "
        f"their name in the channel, {len(week)} in all. Half of all weeks bring no more than "
        f"{half}, and 95 of 100 no more than {most}; wanted are at most 20, "
        "and 30. What else is asked in the channel names them without a mention.\n"
    )
    return head + "".join(_day(week, at) for at in range(len(WEEKDAYS)))


def _day(week: Week, at: int) -> str:
    here = [each for each in week if each[0] == at]
    return f"\n## {WEEKDAYS[at]}\n" + "\n".join(map(_message, here)) if here else ""


def _message(each: tuple[int, float, Told]) -> str:
    _, hour, told = each
    by = f"By {int(hour)}:{round(hour % 1 * 60):02}"
    where = "in private" if told.is_private else "in the channel"
    said = "".join(f"> {line}\\\n" for line in told.text.splitlines())
    return f"\n{by}, {where}:\n\n{said.removesuffix(chr(92) + chr(10))}\n"
