"""Who works here: as the platform tells us, and as the settings name the managers."""

from dataclasses import dataclass, replace
from datetime import datetime

from care import (
    digests,
    direct_messages,
    leaving,
    morning_lists,
    no_managers,
    ownerless,
    post_refresh,
    replanning,
    team_changes,
)
from care.heed import SystemCaller
from domain.messages import Message, Person
from domain.teammates import Teammate
from domain.wording import places as wording
from store import actions, admissions, installations, posts, teammates
from store.work import Work

LOST = "lose platform"
MOST = 200
"""People that a list to choose from holds."""


@dataclass(frozen=True, kw_only=True)
class Managers:
    """Who was named as a manager; which of those names nobody goes by, or only a guest, or somebody
    who has left.
    """

    known: tuple[Person, ...]
    unknown: tuple[str, ...]
    guests: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def introduce(work: Work, now: datetime, people: tuple[Teammate, ...]) -> None:
    """Who the platform says is there: added, or renewed in name, zone and standing."""
    for each in people:
        known = teammates.by_user(work, work.installation_id, each.user_id)
        teammate = teammates.by_id(work, teammates.introduce(work, each))
        if known and known[1].is_of_team != each.is_of_team:
            post_refresh.of_owner(work, now, known[1].id)
            team_changes.follow(work, now, known[1].id)
            leaving.follow(work, now, known[1].id)
            no_managers.follow(work, now, known[1].id)
        if known and teammate and _clock(teammate) != _clock(known[1]):
            replanning.want(work, now, teammate.id)
        if teammate and teammate.is_manager:
            digests.plan_next(work, now, teammate)
        if teammate:
            morning_lists.plan_next(work, now, teammate)


def gone(work: Work, now: datetime, user_ids: tuple[str, ...]) -> None:
    """The platform knows them no more; of whoever is on another one too, that one tells."""
    for user_id in user_ids:
        known = teammates.by_user(work, work.installation_id, user_id)
        if known and len(teammates.identities(work, known[1].id)) == 1:
            introduce(work, now, (replace(known[1], is_active=False),))


def _clock(teammate: Teammate) -> str | None:
    """By which their customers are asked about; None where the workspace's counts."""
    return teammate.zone if teammate.is_of_team else None


def appoint(work: Work, now: datetime, names: tuple[str, ...]) -> Managers:
    """Exactly those named are managers: by mail, handle, platform id or full name. A guest, who
    sees nothing of customers, manages nobody.
    """
    found = {name: teammates.called(work, name)[:1] for name in names}
    guests = tuple(name for name, mates in found.items() if any(mate.is_guest for mate in mates))
    left = tuple(name for name, mates in found.items() if any(not mate.is_active for mate in mates))
    able = (mate for name, mates in found.items() if name not in guests for mate in mates)
    managers = {mate.id: mate for mate in able}
    teammates.appoint(work, set(managers))
    for manager in teammates.leaders(work):
        digests.plan_next(work, now, manager)
    morning_lists.plan_all(work, now)
    ownerless.plan_next(work, now)
    there = [mate for mate in managers.values() if mate.is_active]
    return Managers(
        known=tuple(Person(mate.name, mate.user_id) for mate in there),
        unknown=tuple(name for name, mates in found.items() if not mates),
        guests=guests,
        left=left,
    )


def members(work: Work, now: datetime) -> list[Teammate]:
    """Everybody who counts as of the team on this platform."""
    del now
    return [mate for mate in teammates.everybody(work) if mate.user_id and mate.is_of_team]


def colleagues(work: Work, now: datetime) -> tuple[tuple[Person, ...], str]:
    """Whom one can choose from on this platform, by name; and the zone of whoever chooses."""
    del now
    found = [mate for mate in teammates.everybody(work) if mate.user_id and not mate.is_guest]
    found.sort(key=lambda mate: mate.name.casefold())
    return tuple(Person(mate.name, mate.user_id) for mate in found[:MOST]), work.person.zone


def settle_in(  # noqa: PLR0913 - a tenancy is all of these
    work: Work,
    now: datetime,
    platform: str,
    tenant: str,
    bot_user: str,
    zone: str,
    *,
    joins: int = 0,
) -> SystemCaller:
    """The tenancy's installation, revived or new. A new one joins that workspace, if any is named:
    the company is on another platform already; or the one that was begun without any. Else it
    brings a workspace of its own.
    """
    known = installations.of_tenant(work, platform, tenant)
    if known:
        work.workspace_id = known.workspace_id
        installations.revive(work, known.id, bot_user=bot_user, is_active=True)
        return SystemCaller(workspace_id=known.workspace_id, installation_id=known.id)
    begun = installations.unsettled(work)
    work.workspace_id = joins or begun or installations.found(work, tenant, zone, now)
    if work.workspace_id == begun:
        installations.settle(work, begun, tenant, zone)
        replanning.want(work, now)
    installation_id = installations.install(work, platform, tenant, bot_user, now)
    return SystemCaller(workspace_id=work.workspace_id, installation_id=installation_id)


def of_tenant(work: Work, now: datetime, platform: str, tenant: str) -> SystemCaller | None:
    """Where that tenancy belongs, if it has let Heed in before."""
    del now
    known = installations.of_tenant(work, platform, tenant)
    return (
        SystemCaller(workspace_id=known.workspace_id, installation_id=known.id) if known else None
    )


def serve_only(work: Work, now: datetime, installation_ids: tuple[int, ...]) -> None:
    """The settings name no others any more: nothing is sent there until they do again."""
    del now
    for workspace_id, installation_id in installations.active(work):
        work.workspace_id = workspace_id
        if installation_id not in installation_ids:
            admissions.retire(work, installation_id)


def begin(work: Work, now: datetime, zone: str) -> SystemCaller:
    """A workspace before any platform knows Heed: whichever is first will settle in there."""
    return SystemCaller(workspace_id=installations.found(work, "", zone, now))


def tenancy(work: Work, now: datetime) -> SystemCaller | None:
    """The first workspace there is: for whoever asks from the command line."""
    del now
    for workspace_id, installation_id in installations.active(work):
        return SystemCaller(workspace_id=workspace_id, installation_id=installation_id)
    begun = installations.unsettled(work)
    return SystemCaller(workspace_id=begun) if begun else None


def is_known(work: Work, now: datetime) -> bool:
    """Whether anybody of the team is."""
    del now
    return bool(teammates.everybody(work))


def retire(work: Work, now: datetime) -> None:
    """The platform has taken this installation's token away: nothing is sent until it takes it
    again, or a new one.

    Managers whom another platform reaches are told there, once.
    """
    if not admissions.retire(work, work.installation_id):
        return
    lost_id = actions.write(work, LOST, now, why=str(work.installation_id))
    for manager in teammates.managers(work):
        direct_messages.tell(work, now, manager.id, "platform lost", lost_id)


def readmit(work: Work, now: datetime) -> None:
    """It takes the token again: what waited is sent, and whoever was told reads so."""
    del now
    if not admissions.readmit(work, work.installation_id):
        return
    for lost_id in actions.because_of(work, LOST, str(work.installation_id)):
        posts.show_anew(work, "platform lost", lost_id)


def say_lost(work: Work, now: datetime, action_id: int) -> Message | None:
    del now
    action = actions.by_id(work, action_id)
    name = installations.platform(work, int(action.why)) if action else ""
    if not action or not name:
        return None
    if admissions.is_active(work, int(action.why)):
        return wording.platform_back(name.capitalize())
    return wording.platform_lost(name.capitalize())


def is_let_in(work: Work, now: datetime) -> bool:
    """Whether the platform still took this installation's token when it was asked last."""
    del now
    return admissions.is_active(work, work.installation_id)


def lost(work: Work, now: datetime, platforms: tuple[str, ...]) -> tuple[str, ...]:
    """Those of them where Heed was let in once, and is no more."""
    del now
    known = admissions.lost_platforms(work)
    return tuple(platform for platform in platforms if platform in known)
