"""What a dry run says of a table as such: its columns, its words for rungs, what it asks."""

from collections.abc import Iterator

from care.imports import Agenda
from domain.customers import Rung
from domain.import_fates import Fate
from domain.messages import Count
from handlers.console.tables import Table

MOST = 40
"""Words for rungs that are told one by one: more are hardly any."""


def of_columns(table: Table) -> Iterator[str]:
    if table.encoding != "utf-8":
        yield f"Read as {table.encoding}: where letters look wrong, say --encoding."
    yield f"Columns: {'; '.join(_called(each) for each in table.fates if each.column)}."
    yield from (f"“{each.heading}”: {each.lost}." for each in table.fates if each.left)
    if empty := [each.heading for each in table.fates if not (each.column or each.filled)]:
        yield f"Not taken, with no values: {', '.join(empty)}."


def _called(fate: Fate) -> str:
    is_own = fate.heading.casefold() == fate.taken_for.casefold()
    return fate.taken_for if is_own else f"{fate.heading} → {fate.taken_for}"


def of_rungs(table: Table, agenda: Agenda, otherwise: Rung | None) -> Iterator[str]:
    """What each of its words became, and where whoever has none begins."""
    for word, rung, lines in table.rungs.became[:MOST]:
        told = f"is {rung}" if rung else "is no rung that Heed knows"
        yield f"“{word}” {told} ({lines} {Count(lines, 'line').noun})."
    if others := table.rungs.became[MOST:]:
        yield f"And {len(others)} other words for rungs."
    if agenda.without_rung and not is_open(table, agenda, otherwise):
        who = Count(agenda.without_rung, "new customer has", "new customers have")
        begins = Count(agenda.without_rung, "begins", "begin")
        why = "as --rung says" if otherwise else "--rung customer would say otherwise"
        rung = otherwise or Rung.PROSPECT
        yield f"{agenda.without_rung} {who.noun} no rung here, and {begins.noun} as {rung}: {why}."


def is_open(table: Table, agenda: Agenda, otherwise: Rung | None) -> bool:
    """Whether somebody new would begin on a rung that nobody has told."""
    unknown = any(rung is None for _, rung, _ in table.rungs.became)
    return bool(unknown and agenda.without_rung and not otherwise)


def question(table: Table) -> str:
    word = next(word for word, rung, _ in table.rungs.became if rung is None)
    rungs = ", ".join(each for each in Rung if each is not Rung.CUSTOMER)
    return (
        f'Nothing was changed. Say which rung that is: --rung "{word}=customer" (or {rungs}), once '
        "for each word; or --rung prospect for whoever is new and has none that is known."
    )
