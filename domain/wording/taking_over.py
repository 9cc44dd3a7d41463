"""The word to an owner whose reminder a colleague has acted on."""

from domain.customers import Customer
from domain.messages import Button, Line, Message, Named, Person, items, line

DID = {
    "take": ("👀 ", " took ", "."),
    "later": ("💤 ", " put off ", "."),
    "waive": ("❌ ", " says that ", " isn't needed."),
}
DONE = ("✅ ", " did ", ".")


def word(customer: Customer, name: str | None, who: Person | None, asked: Line) -> Message:
    """`name` is of the action; None: nothing of it stands."""
    theirs = (Named(customer.name), "'s reminder")
    if name is None:
        headline = line("↩️ ", *theirs, " is yours again.")
        note = line("What a colleague did about it was taken back.")
    else:
        sign, did, ends = DID.get(name, DONE)
        headline = line(sign, who or "Somebody", did, *theirs, ends)
        note = line("The customer stays yours.")
    card = Button(action_id="customer.card", ref=str(customer.id), label="Open")
    return Message(
        id="taken over", headline=headline, items=items(asked), notes=(note,), actions=(card,)
    )
