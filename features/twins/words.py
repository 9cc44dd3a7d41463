"""What is said of others who have it, too."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from domain import phrases
from domain.messages import Button, Item, Named, Words, line


class Other(NamedTuple):
    """A customer, with what they said or have bought."""

    id: int
    name: str
    words: str


def others(
    complaint_id: int, alike: Sequence[Other], silent: Sequence[Other], told: Collection[int]
) -> Iterable[Item]:
    for mark, every in (("👯 Said by ", alike), ("🤫 May have it too: ", silent)):
        for each in every:
            words = Words(phrases.shorten(each.words))
            first = Button(
                action_id="twin.tell",
                ref=f"{complaint_id}:{each.id}",
                label="Tell them first",
            )
            is_told = each.id in told
            more = line(" · on the list to be told first") if is_told else ()
            yield Item(
                line=line(mark, Named(each.name), ": ", words, *more),
                actions=() if is_told else (first,),
            )
