"""Who says something of one of the team."""

from care.heed import allow
from domain.commands import ManagersOnly
from domain.teammates import Permission, Teammate
from store.work import Work


def allow_about(work: Work, mate: Teammate, said: str) -> Teammate:
    """Whoever it is about, or a manager. Raises ManagersOnly with what was `said`."""
    person = allow(work, Permission.ACT)
    if not person.is_manager and mate.id != person.id:
        raise ManagersOnly(f"team {said}")
    return person
