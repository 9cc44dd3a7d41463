"""One person on two platforms: a manager joins their accounts, and may part them again."""

from datetime import datetime

from care import planning, post_refresh
from care.heed import allow
from domain import quotes
from domain.errors import NotUnderstood, Over
from domain.messages import Message, Named, line
from domain.teammates import Permission, Teammate
from domain.wording import receipts
from store import actions, identities, teammates
from store.work import Work

AND = " with "


def link(work: Work, now: datetime, who: str) -> Message:
    """`who` is a mail address or name that both accounts have, or "one with another"."""
    allow(work, Permission.SET_UP)
    kept, other = sorted(_both(work, who), key=lambda mate: mate.id)
    if identities.platforms(work, kept.id) & identities.platforms(work, other.id):
        raise Over(f"{kept.name} and {other.name} have accounts side by side: they are two people.")
    moved = identities.join(work, kept.id, other.id)
    planning.reckon_anew(work, now, *moved)
    for customer_id in moved:
        post_refresh.anew(work, customer_id)
    action_id = actions.write(work, "link", now)
    headline = line("🔗 ", Named(kept.name), " is one person on both platforms now.")
    told = line("Their customers are the same, and what is done on one side shows on the other.")
    return receipts.told(headline, (told,), receipts.undo(action_id))


def _both(work: Work, who: str) -> list[Teammate]:
    parts = [quotes.off(part) for part in who.split(AND, 1)]
    found = {
        mate.id: mate
        for part in parts
        for mate in teammates.called(work, part)[: 2 if len(parts) == 1 else 1]
        if mate.is_of_team
    }
    if len(found) != len(("one", "other")):
        names = ", ".join(mate.name for mate in found.values()) or "nobody"
        raise NotUnderstood(
            f"To join two accounts, name a mail address that both have, or “one{AND}the other”. "
            f"By “{who}” Heed knows {names}."
        )
    return list(found.values())
