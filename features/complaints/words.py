"""Lines about complaints, and the buttons of their steps; their post is in `post.py`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.errors import HeedError
from domain.forms import ChoiceField, Form, PersonField, TextField
from domain.messages import (
    Action,
    Button,
    Command,
    Count,
    Item,
    Line,
    Message,
    Named,
    Option,
    Person,
    Weight,
    Words,
    items,
    line,
)
from domain.nudges import Nudge
from domain.plays import Saying
from domain.satisfaction import Again
from domain.touches import Touch
from domain.wording import cards, digests
from domain.wording.digests import Asked
from domain.wording.forms import kept, too_long, which
from domain.wording.receipts import undo
from domain.wording.reply_questions import asked
from features.complaints.rules import GIST, Complaint, FixNumbers, gist

SECTION = "complaints"
"""Of the digest."""

ON_CARD = 3
"""With lines of their own, before it says how many more there are."""


NONE_OPEN = Message(
    id="customers",
    headline=line("🌿 No complaint is open."),
    items=items(line("When one comes: ", Command("complaint Acme the parcel came broken"))),
)


class OnlySteps(HeedError):
    """A complaint as a whole can't be put off or waved off. Nothing was changed. Look into its
    thread: each step there can, and ✅ on the complaint itself says that it is resolved.
    """


def steps(complaint: Complaint, touches: Iterable[Touch]) -> tuple[Action, ...]:
    """What comes next stands out; that they know we heard is said once."""
    ref, is_known = str(complaint.id), bool(complaint.told_by(touches))
    main = Weight.MAIN if is_known else Weight.PLAIN
    updated = Button(action_id="complaint.update", ref=ref, label="Updated")
    resolved = Button(action_id="complaint.how", ref=ref, label="Resolved", weight=main, asks=True)
    if is_known:
        return (updated, resolved)
    first = Button(
        action_id="complaint.acknowledge", ref=ref, label="Acknowledged", weight=Weight.MAIN
    )
    return (first, updated, resolved)


def thank(who: str) -> Line:
    """They took the trouble to tell us."""
    return line("🙏 Thank ", Named(who) if who else "them", " by name for telling us.")


def after(complaint: Complaint) -> tuple[Button, ...]:
    """What is left to say of one that is resolved."""
    ref = str(complaint.id)
    thanked = Button(action_id="complaint.thanked", ref=ref, label="Thanked")
    how = Button(action_id="complaint.how", ref=ref, label="How was it put right?", asks=True)
    return (thanked,) if complaint.remedy else (how, thanked)


def buy_again(complaint: Complaint) -> Item:
    """Asked with the check-back: it is kept as their satisfaction."""
    answers = {Again.YES: "Yes", Again.PERHAPS: "Perhaps", Again.NO: "No"}
    return Item(
        line=line("🛒 Would they buy again?"),
        actions=tuple(
            Button(action_id="complaint.again", ref=f"{complaint.id}:{value}", label=label)
            for value, label in answers.items()
        ),
    )


def resolution(complaint: Complaint, customer: Customer, causes: Sequence[str], guess: str) -> Form:
    """How it was put right, in a line."""
    options = tuple(Option(value=each, label=each.capitalize()) for each in causes)
    cause = complaint.cause or guess
    return Form(
        id="resolution",
        action_id="complaint.put_right",
        title="Put right",
        submit="Resolved",
        ref=str(complaint.id),
        notes=(line(Named(customer.name), *gist(complaint.words)),),
        fields=(
            TextField(
                name="remedy",
                label="How was it put right?",
                value=complaint.remedy,
                hint="A new one was sent, and the fee waived",
            ),
            ChoiceField(
                name="cause",
                label="What was the cause?",
                options=options,
                value=cause if cause in causes else "",
                is_optional=True,
            ),
        ),
    )


def hand_over(complaint: Complaint, customer: Customer, owner: Person | None) -> Form:
    return Form(
        id="hand over",
        action_id="complaint.hand_over",
        title="Hand over",
        submit="Hand over",
        ref=str(complaint.id),
        notes=(line(Named(customer.name), *gist(complaint.words)),),
        fields=(PersonField(name="owner", label="Who has it from now on?", value=owner),),
    )


def join(complaint: Complaint, customer: Customer, others: Sequence[Complaint]) -> Form:
    """`others` are open, and of the same customer."""
    options = tuple(
        Option(value=str(each.id), label=phrases.shorten(each.words, GIST)) for each in others
    )
    return Form(
        id="join",
        action_id="complaint.join",
        title="Join complaints",
        submit="Join",
        ref=str(complaint.id),
        notes=(line(Named(customer.name), *gist(complaint.words)),),
        fields=(ChoiceField(name="to", label="It belongs to", options=options),),
    )


NOT_YET_HEARD = line("They have not heard from us yet: I keep asking.")


def noted(
    complaint: Complaint, customer: Customer, touches: Iterable[Touch], action_id: int
) -> Message:
    """How it moves; the customer does not know by that."""
    known = complaint.told_by(touches)
    action = "complaint.update" if known else "complaint.acknowledge"
    told = Button(action_id=action, ref=str(complaint.id), label="They know")
    return Message(
        id="answer",
        headline=line("📝 Noted on the complaint of ", Named(customer.name)),
        items=(),
        notes=(line("Do they know that, too? If so, say it with one click."),),
        actions=(told, undo(action_id)),
    )


def whether(
    complaint: Complaint, draft_id: int, words: str, step: Nudge | None, saying: Saying | None
) -> Message:
    """What it says may have ended it, or only the step that was asked for."""
    ref = f"{complaint.id}:{draft_id}"
    offered: list[Action] = [
        Button(action_id="complaint.resolved", ref=ref, label="Resolved", weight=Weight.MAIN)
    ]
    if step and saying:
        offered.append(Button(action_id="nudge.done", ref=str(step.id), label=saying.done))
    return asked(line("🤔 Resolved?"), words, tuple(offered))


def is_resolved(complaint: Complaint) -> Button:
    """Beside what told them, and that they are glad."""
    return Button(
        action_id="complaint.resolve",
        ref=str(complaint.id),
        label="Resolved?",
        weight=Weight.MAIN,
    )


def on_card(
    opened: Sequence[Complaint], touches: Sequence[Touch], now: datetime, zone: ZoneInfo
) -> Iterable[Item]:
    for complaint in opened[:ON_CARD]:
        ago = phrases.ago(complaint.opened_at, now, zone)
        words = Words(phrases.shorten(complaint.words))
        told = line("🔥 Complaint, opened ", *ago, ": ", words)
        yield Item(line=told, actions=steps(complaint, touches))
    yield from cards.rest("🔥", len(opened) - ON_CARD, "more complaint")


def in_digest(
    opened: Sequence[tuple[Complaint, Customer]], now: datetime, zone: ZoneInfo, asked: Asked
) -> tuple[Item, ...]:
    shown = opened[: asked.most - 1]
    told = (
        (str(customer.id), line(Named(customer.name), ": complaint, ", *row(each, now, zone)))
        for each, customer in shown
    )
    way = digests.opening(SECTION, asked.scope, now.astimezone(zone).date())
    more = Count(len(opened) - len(shown), "more open complaint")
    return digests.of_customers("🔥", told, more, way)


def put_right(
    lately: Iterable[tuple[Complaint, Customer]], people: Mapping[int, Person]
) -> Iterable[Item]:
    """In the digest: by whom, and how."""
    for complaint, customer in lately:
        who = people.get(complaint.resolved_by_id or 0) or "somebody"
        how = phrases.shorten(complaint.remedy)
        more = line(": ", Words(how)) if how else ()
        yield Item(line=line("✅ ", Named(customer.name), ": put right by ", who, *more))


def row(complaint: Complaint, now: datetime, zone: ZoneInfo) -> Line:
    """Since when it is open, and which one it is."""
    ago = phrases.ago(complaint.opened_at, now, zone)
    return line("opened ", *ago, *gist(complaint.words))


def offer(touch: Touch) -> Button:
    """On a receipt."""
    return Button(
        action_id="touch.complain", ref=str(touch.id), label="Open a complaint", weight=Weight.MAIN
    )


def offer_again(complaint: Complaint) -> Button:
    """Beside it, of what was put right."""
    words = phrases.shorten(" ".join(complaint.words.split()), 30)
    return Button(
        action_id="complaint.reopen",
        ref=str(complaint.id),
        label=f"Reopen “{words}”" if words else "Reopen",
    )


def form(customer: Option | None, words: str, hours: int) -> Form:
    """`hours` are those within which somebody is to answer."""
    promised = Count(hours, "working hour")
    return Form(
        id="complaint",
        action_id="complaint.open",
        title="Open a complaint",
        submit="Open it",
        notes=(
            *too_long(words),
            line("Somebody will be reminded to answer within ", promised, "."),
        ),
        fields=(
            which(customer),
            *kept(
                TextField(
                    name="words",
                    label="What went wrong?",
                    value=words,
                    hint="In their words, if you can: the parcel came broken",
                    is_long=True,
                )
            ),
        ),
    )


def in_brief(known: Known) -> Iterable[BriefLine]:
    """What is open, and how many there were lately: the last straw is named."""
    every, days = known.facts.of(Complaint), known.facts.number(FixNumbers).history_days
    for each in every:
        if each.is_open:
            number = len(each.earlier(every, days)) + 1
            straw = f" · complaint no. {number} in {days} days" if number > 1 else ""
            opened = row(each, known.now, known.zone)
            source = Button(action_id="complaint.show", ref=str(each.id), label="Open")
            told = line("🔥 Open complaint, ", *opened, straw)
            yield BriefLine(about=About.COMPLAINT, line=told, source=source)
