"""What the words of a contact leave open: a question without its answer, a call that nobody took.

Asked while planning, of few contacts and often: so it looks at the words as they stand.
"""

import re

_PUT_THROUGH = r"(?:her|him|them|it|all|everything)"
_OURS = rf"""
    \b(?:told|gave|sent|quoted|showed|mailed|emailed|messaged|texted)\s+{_PUT_THROUGH}\b
  | \bexplained\b
  | \banswered\b(?!\s+(?:our|us|me)\b)
  | \b(?:sorted|settled|cleared)\s+(?:{_PUT_THROUGH}|up|on\s+the\s+(?:phone|spot))\b
"""
_ANSWERED = re.compile(_OURS, re.IGNORECASE | re.VERBOSE)
_DENIED = re.compile(
    r"\b(?:not|n't|never|nobody|no one|can|could|to|un)\W*$|n[’']t\s*$", re.IGNORECASE
)
_MISSED = re.compile(
    r"""
    \bmissed\s+(?:a|an|her|his|their|the|another)?\s*(?:phone\s*)?calls?\b
  | \bvoice\s*-?mails?\b
  | \banswer(?:ing)?\s*-?(?:phone|machine)\b
  | \bleft\s+(?:(?:us|me)\s+)?a\s+message\b
  | \b(?:nobody|no\s+one|none\s+of\s+us|we\s+were(?:n[’']t|\s+not))\s+
    (?:was\s+)?(?:there|in|here|picked|took|answered|available|free)\b
  | \b(?:didn[’']t|could\s*n[’']t|did\s+not|could\s+not)\s+(?:pick|take|get\s+to)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_FORM = re.compile(
    r"""
    \b(?:contact|web|website|enquiry|inquiry|request|quote|booking|callback)[\s-]+form\b
  | \b(?:filled|sent|submitted|came)\s+(?:in|out|through|by|via)?\s*(?:the|our|a)?\s*
    (?:\w+\s+)?form\b
  | \bform\s+on\s+(?:the|our)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_THANKS = re.compile(r"\b(?:thank(?:s|ed|ing)?|thank\s*you|cheers)\b", re.IGNORECASE)


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
