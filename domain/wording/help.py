"""What can be typed, and what is still missing for Heed to do its work."""

from collections.abc import Sequence

from domain import phrases
from domain.messages import Button, Command, Fact, Line, Message, Words, line

EXAMPLES = {
    "log": ("log Acme called Maria about the renewal, she was happy", "log a contact"),
    "new": ("new Globex prospect Maria Lopez maria@globex.com", "add a customer"),
    "customer": ("customer acme", "see a customer's card"),
    "complaint": ("complaint Acme the parcel came broken", "open a complaint"),
    "thank": ("thank Acme sent Maria a card", "log a thank-you"),
    "due": ("due", "see what waits for you"),
    "home": ("home", "see your customers, and your week"),
    "digest": ("digest", "read your digest now"),
    "edit": ("edit Acme owner @ana", "change a customer"),
    "link": (
        "link ana@example.com",
        "make one person of their accounts on two platforms (managers)",
    ),
    "undo": ("undo", "take back your last action of today"),
    "help": ("help", "see this"),
}
"""Subcommand: what to type, and what it does."""

FORMS = {"log": "touch.ask", "new": "customer.ask", "complaint": "complaint.ask"}
"""Subcommands that can be filled in as a form, and the verb that opens it."""

LABEL = "Fill in a form"

REACTIONS = "On a reminder: 👀 I'll take it · ✅ done · 💤 tomorrow · ❌ not needed. Take the \
reaction away and it is taken back. A reply in its thread such as “called her, all good” is \
logged; where I hear only what mentions me, mention me."


def overview(missing: Sequence[Line]) -> Message:
    """`missing` says what has to be set up before reminders or digests can come."""
    return Message(
        id="help",
        headline=line("👋 Heed reminds you to care. Here is what you can type:"),
        facts=tuple(Fact(line=_example(name)) for name in EXAMPLES),
        notes=(line(REACTIONS), *(line("⚠️ ", *each) for each in missing)),
    )


def not_understood(typed: str, closest: str, missing: Sequence[Line]) -> Message:
    """The whole help, led by the nearest thing that would have been understood, if there is one."""
    whole = overview(missing)
    hint = line(" Did you mean ", Command(phrases.shorten(closest)), "?") if closest else ()
    return Message(
        id="not understood",
        headline=line("🤔 I don't know ", Words(typed), ".", *hint),
        facts=whole.facts,
        notes=whole.notes,
    )


def incomplete(name: str) -> Message:
    """A subcommand without the words it needs."""
    typed, does = EXAMPLES[name]
    return Message(
        id="incomplete",
        headline=line("✍️ To ", does, ", type for instance:"),
        facts=(Fact(line=line(Command(typed))),),
        notes=(line("All that can be typed: ", Command("help")),),
        actions=(Button(verb=FORMS[name], ref="", label=LABEL, asks=True),)
        if name in FORMS
        else (),
    )


def _example(name: str) -> Line:
    typed, does = EXAMPLES[name]
    return line(Command(typed), f" – {does}")
