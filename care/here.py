"""`here`: whether reminders are posted in the channel where it is typed."""

from datetime import datetime

from care import command_help, places
from care.heed import allow
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import places as wording
from store import places as store_places
from store.work import Work

OPENS = {"on", "yes", "open", "start", "post"}
CLOSES = {"off", "no", "close", "stop"}


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Says how it is, with a button that changes it; `on` and `off` do it. Raises UnknownWords."""
    allow(work, Permission.CHANNEL)
    word = words.casefold()
    if word and word not in OPENS | CLOSES:
        raise command_help.unknown(work, "here", words)
    known = store_places.by_place(work, work.typed_in) if work.typed_in else None
    if known is None or known.lost:
        return wording.not_in()
    if word in OPENS:
        return places.accept(work, now, known.id)
    if word in CLOSES:
        return places.decline(work, now, known.id)
    return places.say(work, now, known.id) or wording.not_in()
