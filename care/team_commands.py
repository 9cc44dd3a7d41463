"""What is typed behind *team*: nothing for the list, or a change about somebody of it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from care import budgets, readers, reporting, stand_ins, team_list, working_time
from care.heed import allow
from domain.messages import Message
from domain.teammates import Permission, Teammate
from store.work import Work

Change = Callable[[Work, datetime, Teammate, str], Message]

CHANGES: Mapping[str, Change] = {
    budgets.ACTION: budgets.change,
    working_time.HOURS: working_time.change_hours,
    working_time.COUNTRY: working_time.change_country,
    reporting.ACTION: reporting.change,
    stand_ins.ACTION: stand_ins.change,
}
"""By the word that stands between a teammate and what is said of them; without one it is me."""


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Raises UnknownWords, and whatever the change does."""
    person = allow(work, Permission.SEE)
    if not words:
        return team_list.show(work, now)
    said = words.split()
    found = next((at for at, word in enumerate(said) if word.casefold() in CHANGES), None)
    if found is None:
        raise readers.unknown(work, "team", words)
    who, what = " ".join(said[:found]), " ".join(said[found + 1 :])
    mate = readers.meant(work, who) if who else person
    return CHANGES[said[found].casefold()](work, now, mate, what)
