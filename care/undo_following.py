"""What follows where something was taken back that was about no customer: many are planned anew."""

from datetime import datetime

from care import reporting, settings, team_changes
from store import absences
from store.actions import Action
from store.work import Work


def everywhere(work: Work, now: datetime, done: Action) -> None:
    if done.name == settings.ACTION:
        settings.follow(work, now)
    if done.name == reporting.ACTION:
        reporting.follow(work, now)
    for table, id_ in sorted(done.touched()):
        if whose := id_ if table == "teammate" else _away(work, table, id_):
            team_changes.follow(work, now, whose)


def _away(work: Work, table: str, id_: int) -> int | None:
    return absences.whose(work, id_) if table == "absence" else None
