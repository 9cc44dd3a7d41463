"""What the words of a contact leave open: a question without its answer, a call that nobody took.

Asked while planning, of few contacts and often: so it looks at the words as they stand.
"""

import re

from domain.reading.tables import WORDS, patterns

_TOLD = patterns(WORDS / "open_ends.txt")
_ANSWERED, _DENIED, _MISSED, _FORM, _THANKS = (
    re.compile(_TOLD[each], re.IGNORECASE)
    for each in ("answered", "denied", "missed", "form", "thanks")
)


def is_question(words: str) -> bool:
    return "?" in words


def is_answered(words: str) -> bool:
    """Whoever tells of it has answered them, too: “asked about prices, told her 20 €”."""
    return any(
        not _DENIED.search(words[: found.start()].rstrip()[-12:])
        for found in _ANSWERED.finditer(words)
    )


def is_missed(words: str) -> bool:
    """They called, and spoke to none of us: “missed call from Rosa”, “left a voicemail”."""
    return bool(_MISSED.search(words))


def is_form(words: str) -> bool:
    """They wrote to us by a form."""
    return bool(_FORM.search(words))


def is_thanks(words: str) -> bool:
    return bool(_THANKS.search(words))
