"""How likely a text is what was written, and not another encoding's letters for its bytes."""

import re
import unicodedata

_WORD = re.compile(r"[^\W\d_]+")
HEAD = 200_000
"""Characters that are looked at."""

WEST = (
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
    "áéíñóúü",
    "ãáàâçéêíóôõú",
    "åäöæø",
    "àèéìòù",
    "äëïöüé",
)
CENTRE = (
    "ąćęłńóśźż",
    "áčďéěíňóřšťúůýž",
    "áäčďéíĺľňóôŕšťúýž",
    "áéíóöőúüű",
    "čćđšž",
    "ăâîşţșț",
)
"""The letters beyond English of the languages that are written so, a language each."""

RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњђћџ")
_WEST, _CENTRE = frozenset("".join(WEST)), frozenset("".join(CENTRE))
_SIGNS = frozenset("’‘“”„«»–—…€£°·•©®™§¿¡´\xa0")  # noqa: RUF001 - the real ones
_ALONE = frozenset("£€§¿¡°•©®")
_AMID = frozenset("’´·")  # noqa: RUF001 - as above
LATIN, CYRILLIC, HALF = "LATI", "CYRI", "HALF"
EAST = frozenset({"CJK ", "HIRA", "KATA", HALF})
"""By how the names of their letters begin."""

_SMALL_BESIDE = re.compile(r"[a-z][^\x00-\u2fff]|[^\x00-\u2fff][a-z]")
_NEVER = re.compile(
    "ñ(?![aeiouáéíóú])|ń[aeiouóąę]|ă[oe]|ã[ualnrt]|õ(?!e)|[aeioy]œ|[aeou]ò|[bcdfghjkmnpqstvwxz][źśšžćč][bcdfghjklmpqstvwxz]"
)
"""What no word of those languages has: *Gdañsk*, *Peńa*, *Joăo*, *Mźller*."""


def likeness(text: str) -> float:
    """1 for words of one language, less for a mixture, nothing or less for what nobody writes."""
    words = [word for word in _WORD.findall(text[:HEAD]) if not word.isascii()]
    signs = (each for each in enumerate(text[:HEAD]) if each[1] > "\x7f" and not each[1].isalpha())
    judged = [_sense(word) for word in words] + [_sense_of_sign(text, at) for at, _ in signs]
    if not judged:
        return 1
    sense = sum(judged) / len(judged)
    letters = [each.lower() for word in words for each in word if _is_latin_beyond(each)]
    return (sense + max(_share(letters, each) for each in (*WEST, *CENTRE))) / 2


def _sense(word: str) -> float:
    """Of one word with a letter beyond English."""
    scripts = {_script(each) for each in word}
    if scripts & EAST:
        is_mixed = _SMALL_BESIDE.search(word) or (HALF in scripts and len(scripts) > 1)
        return -1 if is_mixed else 1
    if len(scripts) > 1 or _changes_case(word) or _NEVER.search(word.lower()):
        return -1
    if CYRILLIC in scripts:
        return 2 * sum(each.lower() in RUSSIAN for each in word) / len(word) - 1
    beyond = [each.lower() for each in word if _is_latin_beyond(each)]
    if len(beyond) == len(word) > 1:
        return -1
    known = max(sum(each in all_ for each in beyond) for all_ in (_WEST, _CENTRE))
    return 2 * known / len(beyond) - 1 if beyond else 1


def _sense_of_sign(text: str, at: int) -> float:
    """Amid letters none is written but an apostrophe."""
    before, behind = text[max(at - 1, 0) : at].isalpha(), text[at + 1 : at + 2].isalpha()
    if before and behind:
        return 1 if text[at] in _AMID else -1
    is_stuck = before and text[at] in _ALONE
    return 1 if text[at] in _SIGNS and not is_stuck else -1


def _script(letter: str) -> str:
    return unicodedata.name(letter, "")[:4]


def _is_latin_beyond(letter: str) -> bool:
    return letter > "\x7f" and letter.isalpha() and _script(letter) == LATIN


def _changes_case(word: str) -> bool:
    """A large letter amid small ones, or a small one amid large ones: *peopleÕs*, *MŸller*."""
    return any(
        other.isupper() and (one.islower() or behind.islower()) and not other.isascii()
        for one, other, behind in zip(word, word[1:], word[2:] + word[-1:], strict=False)
    ) or (word[1:].isalpha() and word[0].isupper() and word[-1].isupper() and not word.isupper())


def _share(letters: list[str], alphabet: str) -> float:
    return sum(each in alphabet for each in letters) / len(letters) if letters else 1
