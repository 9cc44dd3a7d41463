"""What is said of a list to tick off: each person's share, and how far the whole has come."""

from collections.abc import Mapping, Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import (
    Action,
    Button,
    Command,
    Count,
    Item,
    Message,
    Named,
    Person,
    Weight,
    Words,
    items,
    line,
)
from domain.precedence import State
from domain.tick_lists import Ticked, TickList
from domain.wording import receipts
from domain.wording.lists import Page

NAME = 100


def share(
    made: TickList, rows: Sequence[Ticked], page: Page, resting: Mapping[int, State], by: str
) -> Message:
    """A customer a line; `by` is who began it, where that is somebody else."""
    done, total = sum(row.is_done for row in rows), len(rows)
    if total and done == total:
        headline = line("✅ ", _called(made), ": all done. Thank you.")
    else:
        headline = line("☑️ ", _called(made), f": {done} of {total} done")
    shown = rows[page.first : page.most]
    where = (line(f"{page.first + 1} to {page.first + len(shown)} of ", Count(total, "customer")),)
    began = (line(Named(by), " began this list."),) if by else ()
    close_ = () if by else (close_button(made),)
    return Message(
        id="tick list",
        headline=headline,
        items=tuple(_row(row, resting.get(row.customer_id)) for row in shown),
        notes=(*(where if len(shown) < total else ()), *began),
        actions=(*page.turns(total), *close_),
    )


def _row(row: Ticked, state: State | None) -> Item:
    name = Named(row.name)
    if row.is_done:
        return Item(line=line("✅ ", name))
    if state:
        return Item(line=line("⏸️ ", name, f" · not now: {state}"))
    button = Button(action_id="tick_list.done", ref=str(row.id), label="Done", weight=Weight.MAIN)
    note = line(" · ", Words(row.note)) if row.note else ()
    return Item(line=line("⬜ ", name, *note), actions=(button,))


def over(made: TickList, counts: Mapping[str, int], by: str) -> Message:
    """Closed, or taken back: what was done stays."""
    how = "taken back by " if made.gone else "closed by "
    told = f", {counts['done']} of {counts['every']} done"
    return Message(id="tick list", headline=line("☑️ ", _called(made), f": {how}", Named(by), told))


def begun(
    made: TickList, number: int, owners: int, action_id: int, *, left_out: int, is_mine: bool
) -> Message:
    whose = line("in your direct messages") if is_mine else line("in private, with ")
    those = () if is_mine else (Count(owners, "owner"),)
    facts = [line("A list to tick off is ", *whose, *those, f". Each Done logs: {made.kind}.")]
    if left_out:
        facts.append(line(Count(left_out, "customer"), " left out: lost, or not to be contacted."))
    headline = line("☑️ ", _called(made), " for ", Count(number, "customer"))
    return receipts.told(headline, facts, receipts.undo(action_id), close_button(made))


def ticked(made: TickList, customer: Customer, action_id: int) -> Message:
    headline = line("✅ ", Named(customer.name), ": ", _called(made))
    return receipts.told(headline, (), receipts.undo(action_id))


def turned(number: int) -> Message:
    return receipts.told(line(f"The list shows page {number + 1} now."))


def closed(made: TickList, action_id: int) -> Message:
    headline = line("☑️ Closed: ", _called(made))
    kept = line("What was done is kept; nobody is asked for the rest.")
    return receipts.told(headline, (kept,), receipts.undo(action_id))


def row(
    made: TickList,
    counts: Mapping[str, int],
    began: Person | None,
    *,
    share_id: int | None,
    may_close: bool,
) -> Item:
    told = f": {counts.get('done', 0)} of {counts.get('every', 0)} done · "
    mine = Button(action_id="tick_list.show", ref=str(share_id), label="My part")
    actions: tuple[Action, ...] = (mine,) if share_id else ()
    actions += (close_button(made),) if may_close else ()
    return Item(line=line("☑️ ", _called(made), told, began or "somebody"), actions=actions)


def overview(rows: Sequence[Item], example: str) -> Message:
    """`example` is what begins one."""
    if rows:
        return Message(id="tick lists", headline=line("☑️ Lists to tick off"), items=tuple(rows))
    how = line("To begin one: ", Command(example))
    return Message(id="tick lists", headline=line("☑️ No list is under way"), items=items(how))


def close_button(made: TickList) -> Button:
    return Button(action_id="tick_list.close", ref=str(made.id), label="Close list")


def _called(made: TickList) -> Named:
    return Named(phrases.shorten(made.name, NAME))
