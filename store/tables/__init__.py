"""Every table. A row belongs to one workspace; a fact that is taken back is `gone`, not deleted.

Facts are what people said or did, and change through `Work` alone, which keeps the audit trail.
All else (a nudge's status, a post's revisions) follows from facts and can be planned anew.
"""

from store.tables.base import Base
from store.tables.care import Contact, Customer, KnownName, Touch
from store.tables.reminders import (
    Alarm,
    ChannelDay,
    Digest,
    ListRow,
    MorningList,
    Nudge,
    Post,
    PostNudge,
    Replanning,
)
from store.tables.team import (
    Absence,
    Attendance,
    Identity,
    Installation,
    Place,
    Reference,
    Setting,
    Teammate,
    Workspace,
)
from store.tables.tick_lists import TickList, TickRow, TickShare
from store.tables.trail import Action, DeadLetter, Draft, Reaction, ReplyVersion, Seen

__all__ = [
    "Absence",
    "Action",
    "Alarm",
    "Attendance",
    "Base",
    "ChannelDay",
    "Contact",
    "Customer",
    "DeadLetter",
    "Digest",
    "Draft",
    "Identity",
    "Installation",
    "KnownName",
    "ListRow",
    "MorningList",
    "Nudge",
    "Place",
    "Post",
    "PostNudge",
    "Reaction",
    "Reference",
    "Replanning",
    "ReplyVersion",
    "Seen",
    "Setting",
    "Teammate",
    "TickList",
    "TickRow",
    "TickShare",
    "Touch",
    "Workspace",
]
