"""Words for one person alone: on whichever platform they are on."""

from collections.abc import Sequence
from datetime import datetime

from care import people
from domain.customers import Customer
from domain.posts import Post
from domain.teammates import Permission, Teammate, may
from store import posts, teammates
from store.work import Work


def may_hear(work: Work, address: str) -> bool:
    """Whether whoever has these direct messages is of the team still."""
    found = teammates.by_user(work, work.installation_id, address)
    return found is not None and may(found[1], Permission.SEE)


def tell(
    work: Work,
    now: datetime,
    teammate_id: int | None,
    kind: str,
    subject_id: int,
    customer_id: int | None = None,
) -> bool:
    """Wants that post in the person's direct messages: where several platforms know them, on the
    one that the company came to last. False for somebody who is on none.
    """
    known = teammates.identities(work, teammate_id) if teammate_id else []
    for installation_id, user_id in known[:1]:
        there = work.at(installation_id)
        posts.want(there, kind, subject_id, user_id, now, customer_id=customer_id)
    return bool(known)


def elsewhere(
    work: Work, customer: Customer, known: Sequence[Post], first: Teammate | None = None
) -> tuple[int, str] | None:
    """Installation and address of whoever can be asked in private about a reminder that has these
    posts: of whom it is asked, the owner, else a manager. None where nobody is left whom it has
    not failed to reach.
    """
    refused = {(post.installation_id, post.address) for post in known if post.is_refused}
    owner = people.owner(work, customer)
    for mate in (*filter(None, [first, owner]), *teammates.managers(work)):
        for way in teammates.identities(work, mate.id):
            if way not in refused:
                return way
    return None
