"""How people say when something was: patterns over words written small, with one blank between.

Weekdays and months that mean something else too (sat, may) count only where nothing else can be
meant.
"""

import re

from domain.reading.words.lists import listed

_PART = "(?:morning|afternoon|evening|night|am|pm)"
_LAST = "(?:on |last |past |this past |on last )"
_DAY_NAME = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|weds|thu|thurs?|fri)"
_ALSO_WORD = "(?:wed|sat|sun)"
_WEEKDAY = (
    rf"(?:{_LAST}?{_DAY_NAME}(?: {_PART})?|{_LAST}{_ALSO_WORD}(?: {_PART})?|{_ALSO_WORD} {_PART}"
    r"|(?:wed|sat|sun)(?= ,|$)|(?:wed|sat|sun)(?= (?:at )?\d{1,2}(?:[:.]?\d\d)? ?[ap]m)"
    r"|(?:over the|at the|on the|last|this past) weekend)"
)

_MONTH_NAME = (
    "(?:january|february|april|june|july|august|september|october|november|december"
    "|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
MONTH_NAMES = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_ALSO_VERB = "(?:march|may|mar)"
_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = rf"(?:the )?{_NUMBER}(?:st|[nr]d|th)"
_DATE = (
    rf"(?:{_LAST}?(?:{_DAY_NAME}|{_ALSO_WORD})(?: ,)? )?(?:on )?"
    rf"(?:(?:{_NTH}|{_NUMBER})(?: of)? {_MONTH_NAME}|{_MONTH_NAME} (?:{_NTH}|{_NUMBER})"
    rf"|{_NTH}(?: of)? {_ALSO_VERB}|{_ALSO_VERB} {_NTH}"
    rf"|(?<=on ){_NUMBER} {_ALSO_VERB}|(?<=on ){_ALSO_VERB} {_NUMBER})(?:(?: ,)? (?:19|20)\d\d)?"
)
_GOES_ON = "(?= ,|$| (?:at|around|about|re|regarding|to|with|and|from) )"
_NTH_ALONE = (
    rf"(?:(?:{_LAST}?(?:{_DAY_NAME}|{_ALSO_WORD}) |on )(?:the )?{_NUMBER}(?:st|[nr]d|th){_GOES_ON}"
    rf"|{_LAST}?(?:{_DAY_NAME}|{_ALSO_WORD}) (?:the )?{_NUMBER}(?:st|[nr]d|th)"
    rf"|(?<!her )(?<!his )(?<!their )(?<!our )(?:the )?{_NUMBER}(?:st|[nr]d|th){_GOES_ON})"
)
_FIGURES = (
    r"(?:(?:on )?(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d\b))|on \d{1,2}/\d{1,2}"
    rf"|(?:on )?(?:3[01]|[12]\d|0?[1-9])[/.](?:3[01]|[12]\d|0?[1-9]){_GOES_ON}"
    r"|^(?:3[01]|[12]\d|0?[1-9])[/.](?:3[01]|[12]\d|0?[1-9])(?= ))"
)
_WHOLE_MONTH = (
    rf"(?:back )?in (?:early |mid |late )?(?:{_MONTH_NAME}|march|may|mar)(?: (?:19|20)\d\d)?"
)

_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:a )?couple(?: of)?|(?:a )?few|several|half an)"
)
_LONG = "(?:days?|d|weeks?|wks?|fortnights?|months?|years?|yrs?)"
_SHORT = "(?:minutes?|mins?|hours?|hrs?|h)"

DAY = (
    rf"(?:(?:the )?(?:day before yesterday|night before last)"
    rf"|yesterday(?: {_PART})?|last night|(?:earlier )?today"
    rf"|(?:earlier )?this {_PART}|last (?:week|wk|month|year)|{_COUNT} ?{_LONG} (?:ago|back)"
    r"(?: today)?"
    rf"|{_DATE}|{_NTH_ALONE}|{_WEEKDAY}|{_FIGURES}|{_WHOLE_MONTH})"
)
ELAPSED = rf"{_COUNT} ?{_SHORT} (?:ago|back)"

HOURS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_ONE = rf"(?:\d{{1,2}}|{'|'.join(HOURS)})"
CLOCK = (
    r"(?:(?:at|around|about) )?(?:\d{1,2}(?:[:.]?\d\d)? ?[ap]m|\d{1,2}:\d\d|\d{4} ?(?:hrs|hours|h)"
    rf"|\d{{1,2}}ish|noon|midday|(?:half|quarter) past {_ONE}|quarter to {_ONE})"
    rf"|(?:at|around|about) half {_ONE}"
)
HOUR = rf"(?:at|around|about) (?:\d{{1,2}}(?:\.\d\d)?|{_ONE})(?: hours)?"
HOUR_ENDS = "(?= ,|$| (?:about|re|regarding|to|with) )"
"""Without am or pm a number is an hour only where nothing is counted by it."""

REPHRASED = (
    (r"\b(?:a )?couple(?: of)?\b", "2"),
    (r"\b(?:a )?few\b|\bseveral\b", "3"),
    (r"\bhalf an hour\b", "30 minutes"),
    (r"(?<=\d)(?=[a-z])", " "),
    (r"(?<=ago|ack) today$", ""),
    (r" back$", " ago"),
    (r"\bwks?\b", "weeks"),
    (r"\byrs?\b", "years"),
    (r"\bmon\b", "monday"),
    (r"\btues?\b", "tuesday"),
    (r"\bweds?\b", "wednesday"),
    (r"\bthu(?:rs?)?\b", "thursday"),
    (r"\bfri\b", "friday"),
    (r"\bsat\b", "saturday"),
    (r"\bsun\b", "sunday"),
    (r"^.*night before last", "2 days ago"),
    (r"^.* weekend", "saturday"),
    (r"\blast night\b", "yesterday night"),
    (r"\b(?:earlier|past|the|on) ", ""),
    (r"^(?:earlier )?(today|this) ", "today "),
    (r" am$", " morning"),
    (r" pm$", " afternoon"),
    (r"(\d+)\.(\d+)\.(\d{4})", r"\3-\2-\1"),
)
"""What dateparser does not know, as it knows it."""

NOT_THEN = listed("""
    by until till til before after for next from due since than of every each coming this
    following per between about re regarding most to latest happy delivery is are
""")
"""A day after one of these is not when it happened."""

BETWEEN = listed("the end early late around on at last")
"""These may stand between such a word and its day."""

FIGURES = re.compile(
    r"(?<!\S)(0?[1-9]|[12]\d|3[01])[/.](0?[1-9]|[12]\d|3[01])(?!\S| (?:of|stars?|price|worth)\b)"
)
"""A day and a month, in whichever order."""

AFTER = re.compile(r"\bafter (?=\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?(?!\S))")
"""Before an hour it tells when something may be."""

ELAPSED_AHEAD = re.compile(
    r"\bin (?:another )?(?:an?|\d+|one|two|half an|couple of) (?:min|hour|hr)"
)
"""So long from now, on nobody's clock."""

ASKS_US = listed("""
    want wants wanted asked asks ask wishes need needs prefers prefer likes please wana
    wnts suits
""")
"""What somebody of theirs wants by then is ours to do."""

THEIR_PAPERS = listed("""
    contract po payment decision order deposit signature feedback answer budget approval reply
    signed signs sign decide decides
""")
"""What comes from them, unless it is said who is to do something."""
