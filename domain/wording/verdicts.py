"""How a form asks whether a customer would buy again."""

from domain.forms import ChoiceField
from domain.messages import Option
from domain.satisfaction import Again

AGAIN = "buys_again"
"""The name of the field, to be read with `of_again`."""

LABELS = {Again.YES: "Yes, gladly", Again.PERHAPS: "Perhaps", Again.NO: "No"}


def would_buy_again() -> ChoiceField:
    """Left open where nobody has asked them."""
    return ChoiceField(
        name=AGAIN,
        label="Would they buy from us again?",
        options=tuple(Option(value=each, label=label) for each, label in LABELS.items()),
        is_optional=True,
    )
