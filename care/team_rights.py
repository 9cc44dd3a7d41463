"""Who says something of one of the team."""

from care import permissions
from care.heed import allow
from domain.teammates import Permission, Teammate
from store import reporting
from store.work import Work


def allow_about(work: Work, mate: Teammate, said: str) -> Teammate:
    """Whoever it is about, or their manager. Raises TheirsOnly with what was `said`."""
    person = allow(work, Permission.ACT)
    if not reporting.lines(work).may_read(person.id, mate.id):
        raise permissions.whose_only(work, f"team {said}", mate, "change")
    return person
