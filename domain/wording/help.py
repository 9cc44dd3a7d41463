"""What can be typed, and what is still missing for Heed to do its work."""

from collections.abc import Iterable, Sequence

from domain import phrases
from domain.commands import Usage, Usages
from domain.messages import Button, Command, Item, Line, Message, Words, line

LABEL = "Fill in a form"

REACTIONS = "On a reminder: 👀 I'll take it · ✅ done · 💤 tomorrow · ❌ not needed. Take the \
reaction away and it is taken back. A reply in its thread such as “called her, all good” is \
logged; where I hear only what mentions me, mention me."


def overview(usages: Usages, missing: Sequence[Line]) -> Message:
    """`missing` says what has to be set up before reminders or digests can come."""
    return Message(
        id="help",
        headline=line("👋 Heed reminds you to care. Here is what you can type:"),
        items=tuple(Item(line=each) for each in _by_topic(usages)),
        notes=(line(REACTIONS), *(line("⚠️ ", *each) for each in missing)),
    )


TOPICS = {
    "📝 What happened, and what is to come": range(60),
    "👀 What waits, and how everything stands": range(60, 90),
    "🔧 Change and take back": range(90, 1000),
}
"""By their ranks."""


def _by_topic(usages: Usages) -> Iterable[Line]:
    """What two commands do alike is told of the first."""
    told: set[str] = set()
    for topic, ranks in TOPICS.items():
        here = [each for each in usages.values() if each.rank in ranks]
        if here:
            yield line(topic)
        for each in here:
            if each.does not in told:
                yield _example(each)
            told.add(each.does)


HELP = Button(action_id="help.open", ref="", label="What can I type?")


def not_understood(typed: str, closest: str = "", way: Button = HELP) -> Message:
    """In one line, with the nearest thing that would have been understood, if there is one."""
    hint = line(" Did you mean ", Command(phrases.shorten(closest)), "?") if closest else ()
    return Message(
        id="not understood",
        headline=line("🤔 I don't know ", Words(phrases.shorten(typed)), ".", *hint),
        actions=(way,),
    )


def do_it(draft_id: int) -> Button:
    """What was meant, as it was kept."""
    return Button(action_id="command.run", ref=str(draft_id), label="Yes, do that")


def way(usage: Usage, begun: str = "") -> Button:
    """To what a command needs that was typed without it; its form begins with what is `begun`."""
    if not usage.opens:
        return HELP
    return Button(action_id=usage.opens, ref=begun, label=LABEL, asks=True)


def incomplete(usage: Usage, begun: str = "") -> Message:
    """A subcommand without the words it needs; `begun` is what its form begins with."""
    return Message(
        id="incomplete",
        headline=line("✍️ To ", usage.does, ", type for instance:"),
        items=tuple(Item(line=line(Command(each))) for each in (usage.example, *usage.also)),
        notes=(line("All that can be typed: ", Command("help")),),
        actions=(way(usage, begun),) if usage.opens else (),
    )


def _example(usage: Usage) -> Line:
    return line(Command(usage.example), f" – {usage.does}")
