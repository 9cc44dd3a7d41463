"""Why one reminder comes before another, in words."""

from collections.abc import Iterable, Mapping, Sequence

from domain.attention import FILLER, Rank
from domain.messages import Item, Line, Message, line
from domain.plays import Saying
from domain.precedence import Need

CALLED: Mapping[Need, str] = {
    Need.COMPLAINT: "a complaint",
    Need.CHECK_BACK: "whether what was put right holds",
    Need.RETURN: "somebody who turned to us",
    Need.PROMISE: "a promise",
    Need.RISK: "a customer at risk",
    Need.WIN_BACK: "a customer to win back",
    Need.PRAISE: "thanks for kind words",
    Need.FIRST_DAYS: "their first days with us",
    Need.FOLLOW_UP: "a prospect to follow up",
    Need.DATE: "a date that matters to them",
    Need.THANKS: "thanks once in a while",
    Need.QUIET: "a word with somebody we have not spoken to",
    Need.WHAT_ELSE: "what else could help",
    Need.OCCASION: "a special occasion",
    Need.ASK: "something to ask of them",
    Need.EXCELLENCE: "what would make it excellent",
}
NOTHING = line("🌿 Nothing waits for you.")
FORMULA = line(
    "Harm if nobody does it × how late it is × how far they have come × what they are worth to us."
)


def why(rows: Sequence[tuple[Saying, Need, str, Rank]]) -> Message:
    """The most pressing first, each with its rung."""
    if not rows:
        return Message(id="due", headline=NOTHING)
    return Message(
        id="why first",
        headline=line("⚖️ Why ", "this" if len(rows) == 1 else "these", " first"),
        items=tuple(Item(line=_row(*row)) for row in rows),
        notes=(FORMULA,),
    )


def _row(saying: Saying, need: Need, rung: str, rank: Rank) -> Line:
    factors = " × ".join(_factors(need, rung, rank))
    return line(*saying.alone, f" · {rank.value:.1f}: {factors}")


def _factors(need: Need, rung: str, rank: Rank) -> Iterable[str]:
    yield f"{rank.harm:g} ({CALLED[need]})"
    if rank.lateness == FILLER:
        yield f"{rank.lateness:g} (there is time)"
    elif rank.lateness > 1:
        yield f"{rank.lateness:.1f} (late)"
    else:
        yield f"{rank.lateness:g} (in time)"
    yield f"{rank.rung:g} ({rung})"
    yield f"{rank.worth:g} (what they are worth to us)"
