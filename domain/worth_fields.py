"""What a customer is to us: one of our best, what they bring and have bought, who else cares."""

from domain import currency, import_headings, money
from domain.field_kinds import Column, Value, as_figures, as_yes_or_no, yes_or_no
from domain.lengths import CELL
from domain.products import listed, told

STAR_WORDS = {"yes", "y", "true", "1", "x", "on", "star", "★", "⭐", "ja", "oui", "sí", "si"}
NO_STAR_WORDS = {"no", "n", "false", "0", "off", "none", "-", "nein", "non"}


def _star(text: str) -> bool | None:
    word = text.strip().casefold()
    return True if word in STAR_WORDS else (False if word in NO_STAR_WORDS else None)


STAR = Value(
    name="is_star",
    called="one of our best",
    label="One of our best (★)",
    typed={"star": "yes"},
    columns=(Column(name="star", headings=import_headings.STAR),),
    is_optional=True,
    ask=as_yes_or_no,
    held=lambda value: [yes_or_no(value)],
    read=_star,
    noun="answer",
    advice="write yes or no",
    write=yes_or_no,
    shown=lambda _: "★ one of our best",
    spot=lambda text: True if text in {"★", "⭐"} else None,
    default=False,
    unsaid=False,
)

WORTH = Value(
    name="worth",
    called="worth",
    label="Worth a year",
    typed={"worth": "12000"},
    columns=(Column(name="worth a year", headings=import_headings.WORTH),),
    hint="What they bring us in a year, in figures: 12000",
    is_optional=True,
    ask=as_figures,
    held=lambda value: ["" if value is None else money.figures(value)],
    read=money.read,
    settle=currency.settled,
    noun="sum of money",
    advice="write one like 12000",
    write=money.figures,
    shown=lambda value: f"worth {money.spoken(value)}",
    unit=currency.a_year,
)


BOUGHT = Value(
    name="bought",
    called="what they bought",
    label="What they bought",
    typed={"bought": "lamps, boiler"},
    columns=(Column(name="bought", headings=import_headings.BOUGHT),),
    hint="Products or services, with commas between them",
    is_optional=True,
    read=lambda text: told(listed(text)) or None,
    noun="list of products",
    advice="write them with commas between",
    shown=lambda value: f"bought {value}",
)


def _people(text: str) -> str | None:
    plain = " ".join(text.split())
    return plain if 0 < len(plain) <= CELL else None


CARERS = Value(
    name="carers",
    called="who else cares for them",
    label="Who else of us cares for them",
    typed={"carers": "Ben Okafor (project manager)"},
    columns=(Column(name="also cared for by", headings=import_headings.CARERS),),
    hint="Ben Okafor (project manager)",
    is_optional=True,
    read=_people,
    noun="list of people",
    advice=f"write their names, {CELL} characters at most",
    shown=lambda value: f"with {value}",
)
