"""Words by what they are, whatever they tell: from `words/classes.txt`, `ordinary.txt` and
`shorthand.txt`.
"""

from domain.reading.tables import WORDS, lists, spelled_out

CLASSES = lists(WORDS / "classes.txt")
_SMALL = lists(WORDS / "ordinary.txt")
_SHORT = spelled_out(WORDS / "shorthand.txt")

SHORTHAND, CONTRACTED = _SHORT["shorthand"], _SHORT["contracted"]
PRONOUNS = _SMALL["pronouns"]

SOFT, HARD, PREPOSITIONS = _SMALL["soft"], _SMALL["hard"], _SMALL["prepositions"]
VERBS, OUR_VERBS, BARE_VERBS = _SMALL["verbs"], _SMALL["our verbs"], _SMALL["bare verbs"]
WANTING, DOINGS, STATES = _SMALL["wanting"], _SMALL["doings"], _SMALL["states"]
AUXILIARIES = _SMALL["auxiliaries"]
OURSELVES, THEMSELVES = _SMALL["ourselves"], _SMALL["themselves"]
COLLEAGUES, THEIR_PEOPLE = _SMALL["colleagues"], _SMALL["their people"]
RIVALS, STRANGERS, PRIVATE = _SMALL["rivals"], _SMALL["strangers"], _SMALL["private"]
DAYS, MONTHS, TIMES = _SMALL["days"], _SMALL["months"], _SMALL["times"]
STRESS, ADVERBS, DESCRIPTIONS = _SMALL["stress"], _SMALL["adverbs"], _SMALL["descriptions"]
FIRST_NAMES = _SMALL["first names"]

NAMELESS = frozenset().union(
    *(DAYS, MONTHS, TIMES, ADVERBS, SOFT, HARD, THEIR_PEOPLE, PREPOSITIONS),
    *(_SMALL["glue"], _SMALL["jargon"]),
)
"""None of these is anybody's name, however it is written."""
