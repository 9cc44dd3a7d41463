"""The simulated world: each number with its source, or the word *guess*.

It was committed before any play was tuned on it, and is not changed to please one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.customers import Rung

PAYING = (Rung.SHOPPER, Rung.CUSTOMER, Rung.MEMBER, Rung.ADVOCATE, Rung.RAVING_FAN)


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Rates are by customer and day of the calendar, unless they say otherwise."""

    reps: int = 50
    """Ten share a channel: a guess."""

    customers: int = 3000
    """60 each: between the 40 and 75 that small and middle accounts get (Lyniro, saasdash)."""

    days: int = 90
    seed: int = 1

    acceptance: float = 0.4
    """Of the first reminder of a day: 39.3 % where there were few (Ancker 2017)."""

    wears_out: float = 0.7
    """Of each further one, old ones shown again among them: 30 % less (Ancker 2017)."""

    speaks: float = 0.6
    """Calls that somebody answers: a guess. A mail is delivered."""

    own_a_day: float = 2.5
    """Contacts that a rep makes on a working day without being reminded: a guess, six are logged a
    day and most of them answer somebody.
    """

    favourites: float = 0.9
    """How unevenly those fall on customers (exponent of Zipf's law): a guess."""

    logged: float = 0.9
    """Contacts that are logged: a guess; where it takes a form, 10 to 15 % (LeanScale)."""

    answers_alone: float = 0.6
    """Who turns to us is answered without a reminder within a working day: a guess, between the
    37 % within an hour and the 77 % ever (HBR 2011).
    """

    colleague: float = 0.3
    """Who turns to us speaks with somebody else than the owner: a guess."""

    leave: float = 0.08
    """Working days that a rep is away: some twenty of 250; weeks at a time."""

    quits_on: int = 30
    """The day on which one rep leaves; a guess."""

    rungs: Mapping[Rung, float] = field(
        default_factory=lambda: {
            Rung.PROSPECT: 0.25,
            Rung.SHOPPER: 0.15,
            Rung.CUSTOMER: 0.35,
            Rung.MEMBER: 0.12,
            Rung.ADVOCATE: 0.1,
            Rung.RAVING_FAN: 0.03,
        }
    )
    """A guess."""

    unknown: float = 0.2
    """Customers of whom the import does not know the last contact: a guess."""

    asks: float = 0.006
    """A question or an enquiry: a guess, one in half a year."""

    buys: float = 0.004
    """A guess; prospects a quarter of it."""

    complains: float = 0.0005
    """1 to 2 % of customers a month."""

    praises: float = 0.001
    recommends: float = 0.0003
    """Guesses."""

    leaves: float = 0.0012
    """Chance a day to be lost to indifference, for each further care interval without a word of
    ours: a guess that loses a fifth in a year of whoever hears nothing; twice as much while a
    complaint is open (TARP: of those left alone with it, 19 to 46 % buy again).
    """
