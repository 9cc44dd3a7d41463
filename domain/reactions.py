"""What a reaction on one of Heed's posts stands for, on whatever platform."""

from enum import StrEnum


class Meaning(StrEnum):
    TAKE = "take"
    DONE = "done"
    LATER = "later"
    WAIVE = "waive"


EMOJI = {
    ("👀", "eyes"): Meaning.TAKE,
    ("✅", "white_check_mark"): Meaning.DONE,
    ("💤", "zzz"): Meaning.LATER,
    ("❌", "x"): Meaning.WAIVE,
}
"""What stands for each, itself and by its short name; a platform may know more."""


def signed(meaning: Meaning, emoji: str) -> str:
    """Several emoji may mean the same: each is counted."""
    return f"{meaning}:{emoji}"


def meant(sign: str) -> Meaning:
    return Meaning(sign.partition(":")[0])
