"""What is said of wishes."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.forms import Form, TextField
from domain.messages import Button, Count, Item, Message, Named, Person, Words, line
from domain.touches import Touch
from features.wishes.rules import Wish

SHOWN = 12

ASK = "wish.came"

NONE = Message(id="wishes", headline=line("🌿 No wish is open."))


def thank(touch: Touch, who: str, owner: Person | None) -> Item:
    """On the receipt of one."""
    has = line(" ", owner, " has it.") if owner else line(" Nobody has it yet.")
    thanked = Button(action_id="wish.thanked", ref=str(touch.id), label="Thanked")
    return Item(
        line=line("💡 A wish: thank ", Named(who), " by name for telling us.", *has),
        actions=(thanked,),
    )


def overview(
    wishes: Sequence[Wish], people: Mapping[int, Person], now: datetime, zone: ZoneInfo
) -> Message:
    if not wishes:
        return NONE
    told = [
        Item(
            line=line(
                *("💡 ", Named(each.customer), ": ", Words(phrases.shorten(each.words)), ", "),
                *phrases.ago(each.at, now, zone),
                *(" · ", people.get(each.owner_id or 0) or "nobody has it"),
            ),
            actions=(Button(action_id=ASK, ref=str(each.touch_id), label="It came …", asks=True),),
        )
        for each in wishes[:SHOWN]
    ]
    left = len(wishes) - SHOWN
    notes = (line("and ", Count(left, "more wish", "more wishes")),) if left > 0 else ()
    headline = line("💡 ", Count(len(wishes), "wish", "wishes"), " of customers")
    return Message(id="wishes", headline=headline, items=tuple(told), notes=notes)


def form(wish: Wish, alike: Sequence[Wish]) -> Form:
    others = line("Wished for by ", Count(len(alike), "customer"), ": each is to be told by name.")
    return Form(
        id="wish came",
        action_id="wish.grant",
        title="You said, we did",
        submit="It came",
        ref=str(wish.touch_id),
        notes=(line(Named(wish.customer), ": ", Words(phrases.shorten(wish.words))), others),
        fields=(TextField(name="words", label="What came?", hint="The export to a table"),),
    )
