"""What a platform tells of somebody's own status: whoever is away is asked what that means."""

from datetime import datetime

from care.registry import registry
from store import teammates
from store.work import Work


def away_until(work: Work, now: datetime, user_id: str, until: datetime) -> None:
    """The features are told, where that is still to come and they are of the team."""
    found = teammates.by_user(work, work.installation_id, user_id)
    if found and found[1].is_of_team and until > now:
        for hear in registry(work).when_away:
            hear(work, now, found[1], until)
